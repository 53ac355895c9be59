package tracker

import (
	"strings"
	"testing"

	"github.com/honelog/hone/tracker/civil"
)

// checkAll returns every finding of a log of one file, as the command has them.
func checkAll(name, text string) []Finding {
	l, found := Parse([]File{{Name: name, Data: []byte(text)}}, func(z string) bool { return z == "Europe/Berlin" || z == "UTC" })
	world := World{Today: civil.Of(2026, 11, 20), Public: true, Evidence: func(path string) EvidenceState {
		switch path {
		case "evidence/lost.pdf":
			return EvidenceMissing
		case "evidence/new.pdf":
			return EvidenceUntracked
		}
		return EvidenceTracked
	}}
	return Cut(Sort(append(found, l.Check(world)...)))
}

// Every code's wrong example has that finding and nothing else; the right one
// has no finding at all.
func TestCodeExamples(t *testing.T) {
	for _, c := range Codes() {
		if c.Text == "" || c.Severity == "" {
			t.Errorf("%s is not documented", c.Name)
		}
		if c.Wrong == "" {
			if c.Name != "no-log" && c.Name != "too-many" {
				t.Errorf("%s has no example", c.Name)
			}
			continue
		}
		got := checkAll("learning.toml", c.Wrong)
		if len(got) == 0 || got[0].Code != c.Name {
			t.Errorf("%s: the wrong example gives %v", c.Name, got)
		}
		for _, f := range got {
			if f.Code != c.Name || f.Severity != c.Severity || f.Message == "" || f.Help == "" {
				t.Errorf("%s: the wrong example gives %v (%q)", c.Name, f, f.Help)
			}
		}
		if got := checkAll("learning.toml", c.Right); len(got) > 0 {
			t.Errorf("%s: the right example gives %v", c.Name, got)
		}
	}
}

func TestTooMany(t *testing.T) {
	got := checkAll("learning.toml", strings.Repeat("[[book]]\ntitel = 1\n", 1200))
	if len(got) != MaxFindings+1 || got[MaxFindings].Code != "too-many" || !strings.Contains(got[MaxFindings].Message, "200") {
		t.Errorf("%d findings, the last %v", len(got), got[len(got)-1])
	}
}

func TestPreset(t *testing.T) {
	p := TechnicalLeader()
	if len(p.On) != 6 || len(p.Goals) != 13 {
		t.Errorf("%d goals, %d on", len(p.Goals), len(p.On))
	}
	for _, id := range p.On {
		if p.goal(id) == nil {
			t.Errorf("no goal %s", id)
		}
	}
}
