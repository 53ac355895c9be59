package run

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/tracker/civil"
)

// Reminders come on the days that the input names, and then no more.
func TestReminders(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": aLog + book(1) + book(2)})
	w.inputs["reminders"] = "7, 21"
	said := func() int { return len(w.github.Issues()[0].Comments) }
	w.run(april)
	for _, day := range []struct{ after, said int }{{6, 0}, {7, 1}, {7, 1}, {8, 1}, {21, 2}, {60, 2}} {
		r := w.run(april + civil.Date(day.after))
		if r.Red || said() != day.said {
			t.Errorf("after %d days: %d comments, %v", day.after, said(), r.Problems)
		}
		if day.after == 21 && !strings.Contains(r.log, "remind #1 for books: reminder 2 of 2") {
			t.Errorf("the log says nothing of it:\n%s", r.log)
		}
	}
	if c := w.github.Comments(1)[1]; !strings.HasPrefix(c.Body, "You have **2 of 12** books this year.") || !strings.HasSuffix(c.Body, "<!-- hone:ping 2026-04-05/2 -->") {
		t.Errorf("%s", c.Body)
	}
}

// One issue for everything; and back to one for each.
func TestDigest(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": aLog + strings.NewReplacer(`"books"`, `"papers"`, "Books", "Papers", `"book"`, `"article"`).Replace(aLog[strings.Index(aLog, "[[goal]]"):])})
	w.inputs["nudge"] = "digest"
	w.run(april)
	if got := fmt.Sprint(w.open()); got != "[Learning: what is due]" {
		t.Fatal(got)
	}
	body := w.github.Issues()[0].Body
	for _, says := range []string{"Two things ask for a step.", "- **Books**: You have", "- **Papers**: You have", "/new/main?filename=", "/edit/main/learning.toml"} {
		if !strings.Contains(body, says) {
			t.Errorf("the issue lacks %q:\n%s", says, body)
		}
	}
	writes := w.github.Writes()
	if w.run(april + 1); w.github.Writes() != writes {
		t.Error("a second run writes")
	}
	w.inputs["nudge"] = "per-goal"
	w.run(april + 2)
	if got := fmt.Sprint(w.open()); got != "[Books: 3 to catch up Papers: 3 to catch up]" {
		t.Error(got)
	}
}

// What became of issues that cannot be written any more is no failure, and said.
func TestIssuesThatAreClosedDuringARun(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": aLog})
	w.github.Inject = func(_ int, c fakegithub.Call) *fakegithub.Fault {
		if c.Method == "POST" && strings.HasSuffix(c.Path, "/issues") {
			return fakegithub.Refuse(410, "Issues are disabled for this repo")
		}
		return nil
	}
	r := w.run(april)
	if r.Red || !strings.Contains(r.summary, "switched off") {
		t.Errorf("%v\n%s", r.Problems, r.summary)
	}
}
