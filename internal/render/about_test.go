package render

import (
	"bytes"
	"testing"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// While a cadence counts from an entry known to the month only, its due date
// moves with every day. What is published names the one that the month will
// leave, and stays the same.
func TestDueAbout(t *testing.T) {
	l, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(`
[[goal]]
id = "community"
kinds = ["community"]
every = "30d"
from = 2026-01-01
[[pause]]
from = 2026-12-05
until = 2026-12-14
[[community]]
title = "Met"
date = "2026-11"
`)}}, nil)
	if tracker.Errors(findings) > 0 {
		t.Fatal(findings)
	}
	var first []byte
	for today := civil.Of(2026, 11, 1); today < civil.Of(2026, 11, 30); today++ {
		s := StatusOf(l, today).Public()
		if due := s.Goals[0].Due; *s.Goals[0].SafeDays != int(*due-today) || *due < today+30 {
			t.Errorf("%v: due on %v, in %d days", today, due, *s.Goals[0].SafeDays)
		}
		file := StatusFile(s, 0)
		if first == nil {
			first = file
		}
		if !bytes.Equal(file, first) {
			t.Fatalf("%v: status.json is\n%s\nand was\n%s", today, file, first)
		}
		if got, want := Badges(l, s, NudgeAfter)[1].Message, "next by about 9 Jan"; got != want {
			t.Errorf("%v: %q, want %q", today, got, want)
		}
	}
	for _, today := range []civil.Date{civil.Of(2026, 11, 30), civil.Of(2026, 12, 20)} {
		if got, want := Badges(l, StatusOf(l, today).Public(), NudgeAfter)[1].Message, "next by 9 Jan"; got != want {
			t.Errorf("%v: %q, want %q", today, got, want)
		}
	}
}
