package tracker

import (
	"bytes"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker/civil"
)

// What init adds to a log leaves every byte where it was, mends what was
// lacking without a finding, and a second time there is nothing to add.
func TestComplete(t *testing.T) {
	settings := StartSettings("Europe/Berlin", civil.Of(2026, 1, 1))
	for seed := range uint64(300) {
		old := oddLog(seed).text
		if bytes.Contains(old, []byte(".credits]")) { // towards a credential that is nowhere
			continue
		}
		for _, goals := range []string{StartBook(12), StartPreset(), ""} {
			out, added, err := Complete([]File{{"learning.toml", old}}, old, settings, goals)
			if err != nil {
				t.Fatalf("seed %d: %v\n%s", seed, err, old)
			}
			if !inOrder(old, out) || len(added) == 0 || bytes.LastIndex(out, []byte("\ufeff")) > 0 {
				t.Fatalf("seed %d: %q\n%s", seed, added, out)
			}
			if crlf := bytes.Contains(old, []byte("\r\n")); crlf && bytes.Count(out, []byte("\n")) != bytes.Count(out, []byte("\r\n")) {
				t.Fatalf("seed %d: line ends are mixed\n%q", seed, out)
			}
			if _, findings := Parse([]File{{"learning.toml", out}}, nil); Errors(findings) > 0 {
				t.Fatalf("seed %d: %v\n%s", seed, findings, out)
			}
			again, added, err := Complete([]File{{"learning.toml", out}}, out, settings, goals)
			if err != nil || len(added) > 0 || !bytes.Equal(again, out) {
				t.Fatalf("seed %d: a second time %q, %v", seed, added, err)
			}
		}
	}
}

// inOrder reports whether all bytes of one text stand in another, in order.
func inOrder(old, now []byte) bool {
	for _, c := range now {
		if len(old) > 0 && old[0] == c {
			old = old[1:]
		}
	}
	return len(old) == 0
}

func TestStartPresetNamesEveryGoal(t *testing.T) {
	text := StartPreset()
	for _, g := range TechnicalLeader().Goals {
		if !strings.Contains(text, Quote(g.ID)) {
			t.Errorf("no %s in\n%s", g.ID, text)
		}
	}
}
