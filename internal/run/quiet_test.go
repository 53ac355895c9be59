package run

import (
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/tracker/civil"
)

// An open issue, with its links, is not written again while nothing changes.
func TestOpenIssueIsQuiet(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": aLog + book(1) + book(2), "README.md": aReadme})
	w.inputs["reminders"] = ""
	w.run(april)
	writes := w.github.Writes()
	for day := april + 1; day < april+20; day++ {
		if w.run(day); w.github.Writes() != writes {
			t.Fatalf("%v: %s", day, w.github.Issues()[0].Body)
		}
	}
}

// What is private is in no summary, annotation, issue or output, also when a
// finding is about it.
func TestPrivateIsNotTold(t *testing.T) {
	const hidden = "therapy"
	log := aLog + strings.NewReplacer(`"books"`, `"`+hidden+`"`, "Books", "My "+hidden, `"entries"`, "").Replace(aLog) + "unit = \"hours\"\npublic = false\n" +
		"[[book]]\ntitle = \"About " + hidden + "\"\nfinished = 2026-02-01\npublic = false\n[[assessment]]\ndate = 2026-03-03\nscores.people = 2\npublic = false\n"
	w := newWorld(t, map[string]string{"learning.toml": log, "README.md": aReadme})
	r := w.run(civil.Of(2026, 4, 5))
	if r.Red || r.outputs["findings"] != "1" {
		t.Fatalf("%v %v\n%s", r.Problems, r.outputs, r.log)
	}
	for _, i := range w.github.Issues() {
		r.log += i.Title + i.Body
	}
	for where, text := range map[string]string{"log": r.log, "summary": r.summary, "json": string(r.Status.JSON())} {
		if strings.Contains(text, hidden) || strings.Contains(text, "2026-03-03") {
			t.Errorf("the %s tells:\n%s", where, text)
		}
	}
}

// With nudges off a token that may not see issues is nothing to tell of; that
// GitHub does not answer is told.
func TestNudgesOffAreNotSeen(t *testing.T) {
	for status, told := range map[int]bool{403: false, 404: false, 502: true} {
		w := newWorld(t, map[string]string{"learning.toml": aLog})
		w.inputs["nudge"] = "off"
		w.github.Inject = func(int, fakegithub.Call) *fakegithub.Fault { return fakegithub.Refuse(status, "no") }
		if r := w.run(april); r.Red || strings.Contains(r.summary, "could not be seen") != told {
			t.Errorf("%d: %v\n%s", status, r.Problems, r.summary)
		}
	}
}
