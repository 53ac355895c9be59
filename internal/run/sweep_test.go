package run

import (
	"strings"
	"testing"

	"github.com/honelog/hone/internal/intake"
)

// A repository that is new to this has no label of the forms, and GitHub leaves
// one that is not there off their issues: the first run makes them.
func TestLabelsOfTheForms(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": "[settings]\nstart = 2026-01-01\n"})
	w.github.Labels = map[string]bool{}
	if n := w.send("ana", aBook("Accelerate", "")); len(w.github.Issues()[n-1].Labels) != 0 {
		t.Fatal("a label that is not there is on an issue")
	}
	if r := w.issues("opened", 1, "ana"); r.Red || !strings.Contains(r.log, "neither the label learning-entry nor learning-break") {
		t.Errorf("%v\n%s", r.Problems, r.log)
	}

	w.inputs["dry-run"] = "true"
	if r := w.sweeps(); r.Red || w.github.Writes() != 0 || !strings.Contains(r.summary, "would make the label learning-entry") {
		t.Errorf("%v\n%s", r.Problems, r.summary)
	}
	delete(w.inputs, "dry-run")
	if r := w.sweeps(); r.Red || !w.github.Labels[intake.LabelEntry] || !w.github.Labels[intake.LabelBreak] || w.github.Writes() != 2 {
		t.Errorf("%v %v\n%s", r.Problems, w.github.Labels, r.log)
	}
	if w.sweeps(); w.github.Writes() != 2 {
		t.Error("a quiet run writes")
	}
	n := w.send("ana", aBook("Accelerate", ""))
	if r := w.issues("opened", n, "ana"); r.Red || w.entries("#2") != 1 {
		t.Errorf("%v\n%s", r.Problems, r.log)
	}
}

func TestLabelsThatATokenMayNotMake(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": "[settings]\nstart = 2026-01-01\n"})
	w.github.Labels, w.github.NoLabels = map[string]bool{}, true
	if r := w.sweeps(); !r.Red || !strings.Contains(strings.Join(r.Problems, "\n"), "the label learning-entry, by which the form") {
		t.Errorf("%v\n%s", r.Problems, r.log)
	}
}
