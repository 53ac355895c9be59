package run

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/oracle"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

var april = civil.Of(2026, 4, 5)

// Fall behind, be told, come back: the badges are pushed and one issue opens;
// the same run again writes nothing; after an entry the issue is closed.
func TestFallBehindAndComeBack(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": aLog + book(1) + book(2), "README.md": aReadme})
	first := w.run(april)
	if first.Red || first.err != nil {
		t.Fatalf("%v %v\n%s", first.Problems, first.err, first.log)
	}
	if got := fmt.Sprint(w.open()); got != "[Books: one to catch up]" {
		t.Errorf("issues: %s", got)
	}
	want := map[string]string{"status": "behind", "behind": "1", "findings": "0", "issues-opened": "1", "issues-updated": "0", "issues-closed": "0"}
	for name, value := range want {
		if first.outputs[name] != value {
			t.Errorf("output %s is %q, want %q", name, first.outputs[name], value)
		}
	}
	if first.outputs["commit"] != strings.TrimSpace(w.head()) || first.outputs["json"] == "" {
		t.Errorf("outputs %v", first.outputs)
	}
	for _, says := range []string{"## Learning, 5 April 2026", "| **Books** | 2 of 12 in 2026 | 3 days late | was due 2 Apr |", "commit `", "today is 2026-04-05 in UTC"} {
		if !strings.Contains(first.summary, says) {
			t.Errorf("the summary lacks %q:\n%s", says, first.summary)
		}
	}
	issue := w.github.Issues()[0]
	for _, says := range []string{"You have **2 of 12** books this year. The third was due on 2 April.", "puts you back on the line", "/new/main?filename=", "/edit/main/learning.toml", "<!-- hone:v1 "} {
		if !strings.Contains(issue.Body, says) {
			t.Errorf("the issue lacks %q:\n%s", says, issue.Body)
		}
	}

	head, writes := w.head(), w.github.Writes()
	for range 2 {
		if again := w.run(april); again.Red || w.head() != head || w.github.Writes() != writes {
			t.Errorf("a second run writes: %v\n%s", again.Problems, again.log)
		}
	}

	w.commit(map[string]string{"learning/2026.toml": "[[book]]\ntitle = \"Accelerate\"\nfinished = 2026-04-06\n"})
	back := w.run(april + 2)
	if back.Red || len(w.open()) != 0 || back.outputs["issues-closed"] != "1" {
		t.Errorf("%v open, %v", w.open(), back.Problems)
	}
	if i := w.github.Issues()[0]; i.Reason != "completed" || !strings.Contains(i.Body, "Accelerate") {
		t.Errorf("closed as %s:\n%s", i.Reason, i.Body)
	}
}

// What a person closed as not planned stays closed.
func TestClosedStaysClosed(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": aLog})
	w.run(civil.Of(2026, 2, 10))
	if len(w.open()) != 1 {
		t.Fatal(w.open())
	}
	w.github.Change(w.github.Issues()[0].Number, func(i *fakegithub.Issue) {
		i.State, i.Reason, i.ClosedAt = "closed", "not_planned", w.github.Now
	})
	writes := w.github.Writes()
	for day := civil.Of(2026, 2, 11); day < civil.Of(2026, 5, 1); day += 9 {
		if w.run(day); len(w.open()) != 0 || w.github.Writes() != writes {
			t.Fatalf("%v: %v", day, w.open())
		}
	}
}

// A wrong log is red, and nothing is written anywhere.
func TestWrongLog(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": aLog + "[[book]]\ntitel = \"A\"\n", "README.md": aReadme})
	head := w.head()
	r := w.run(april)
	if !r.Red || w.head() != head || len(w.github.Calls()) != 0 {
		t.Errorf("red %v, %d calls", r.Red, len(w.github.Calls()))
	}
	if r.outputs["status"] != "invalid" || !strings.Contains(r.log, "\n::error ") || !strings.Contains(r.log, "file=learning.toml,line=9") || !strings.Contains(r.summary, "needs 1 fix before") {
		t.Errorf("outputs %v\n%s\n%s", r.outputs, r.log, r.summary)
	}
}

// Elsewhere than on the default branch nothing is written.
func TestOtherBranchesAndPullRequests(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": aLog})
	head := w.head()
	w.branch = "feature"
	w.commit(map[string]string{"learning.toml": aLog + book(1)})
	for _, event := range []string{"push", "pull_request"} {
		w.event = event
		r := w.run(april)
		if r.Red || w.head() != head || w.github.Writes() != 0 || len(w.open()) != 0 {
			t.Errorf("%s: %v", event, r.Problems)
		}
		if !strings.Contains(r.summary, "1 of 12") {
			t.Errorf("%s: the summary is\n%s", event, r.summary)
		}
	}
}

// A repository without a log is taught, not failed.
func TestFirstRunWithoutALog(t *testing.T) {
	w := newWorld(t, map[string]string{"README.md": aReadme})
	r := w.run(april)
	if r.Red || r.err != nil || !strings.Contains(r.summary, "[[goal]]") || !strings.Contains(r.summary, "/new/main?filename=learning.toml") || r.outputs["status"] != "none" {
		t.Errorf("%v %v %v\n%s", r.Red, r.err, r.outputs, r.summary)
	}
}

// A newcomer whose log starts today hears nothing on the first day.
func TestNewcomer(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": "[settings]\nstart = 2026-04-05\n[preset]\nname = \"technical-leader\"\n"})
	if r := w.run(april); r.Red || len(w.github.Issues()) != 0 {
		t.Errorf("%v %v", r.Problems, w.open())
	}
}

// One a quarter is nudged before the quarter ends, and closed as not planned,
// with the result, when it ends without.
func TestQuarter(t *testing.T) {
	log := strings.NewReplacer("target = 12", "target = 1", `per = "year"`, `per = "quarter"`, "Books", "Courses", `"book"`, `"course"`).Replace(aLog)
	w := newWorld(t, map[string]string{"learning.toml": log})
	if w.run(civil.Of(2026, 3, 20)); len(w.open()) != 0 {
		t.Errorf("early: %v", w.open())
	}
	if w.run(civil.Of(2026, 3, 28)); fmt.Sprint(w.open()) != "[Courses: one by 31 Mar]" {
		t.Errorf("in time: %v", w.open())
	}
	w.run(civil.Of(2026, 4, 1))
	if i := w.github.Issues(); len(i) != 1 || i[0].State != "closed" || i[0].Reason != "not_planned" || !strings.Contains(i[0].Body, "0 of 1") {
		t.Errorf("after: %+v", i)
	}
}

// The turn of a month neither closes nor opens an issue by itself.
func TestMonthTurns(t *testing.T) {
	log := strings.NewReplacer("target = 12", "target = 1", `per = "year"`, `per = "month"`).Replace(aLog)
	w := newWorld(t, map[string]string{"learning.toml": log})
	if w.run(civil.Of(2026, 2, 1)); len(w.open()) != 0 {
		t.Errorf("on the turn: %v", w.open())
	}
	if w.run(civil.Of(2026, 2, 3)); len(w.open()) != 1 {
		t.Errorf("three days owed: %v", w.open())
	}
	for day := civil.Of(2026, 2, 25); day < civil.Of(2026, 3, 5); day++ {
		if w.run(day); len(w.open()) != 1 || len(w.github.Issues()) != 1 {
			t.Errorf("%v: %v", day, w.open())
		}
	}
}

// At most three new issues a run; the rest come with the next.
func TestThreeAtATime(t *testing.T) {
	var log strings.Builder
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		log.WriteString(strings.ReplaceAll(aLog, `"books"`, `"`+id+`"`))
	}
	w := newWorld(t, map[string]string{"learning.toml": log.String()})
	w.run(april)
	if n := len(w.open()); n != 3 {
		t.Errorf("%d issues in the first run", n)
	}
	w.run(april)
	if n := len(w.open()); n != 5 {
		t.Errorf("%d issues in the second", n)
	}
}

// Two logs with names of their own leave each other's issues alone.
func TestTwoLogs(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": aLog})
	w.inputs["name"] = "ana"
	w.run(april)
	w.inputs["name"] = "bob"
	w.run(april)
	if len(w.open()) != 2 {
		t.Fatalf("issues: %v", w.open())
	}
	w.commit(map[string]string{"learning.toml": aLog + book(1) + book(2) + book(3)})
	w.run(april)
	if len(w.open()) != 1 {
		t.Errorf("issues after one log is back: %v", w.open())
	}
}

// A forged marker in a stranger's issue is nobody's.
func TestForgedMarker(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": aLog + book(1) + book(2)})
	w.run(april)
	body := w.github.Issues()[0].Body
	number := w.github.Add(fakegithub.Issue{Title: "Mine", Body: body, State: "open", Author: "stranger", Labels: []string{"learning"}})
	w.commit(map[string]string{"learning/2026.toml": book(3)})
	w.run(april)
	for _, i := range w.github.Issues() {
		if i.Number == number && (i.State != "open" || i.Body != body) {
			t.Errorf("the stranger's issue is %s", i.State)
		}
		if i.Number != number && i.State != "closed" {
			t.Errorf("ours is %s", i.State)
		}
	}
}

// The failure of one part is told, does not stop the other, and is red.
func TestPartsFailApart(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
	w.git.ReadOnly = true
	r := w.run(april)
	if !r.Red || len(w.open()) != 1 || !strings.Contains(r.summary, "contents: write") {
		t.Errorf("red %v, issues %v\n%s", r.Red, w.open(), r.summary)
	}
	w = newWorld(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
	w.github.ReadOnly = true
	head := w.head()
	r = w.run(april)
	if !r.Red || w.head() == head || !strings.Contains(r.summary, "issues: write") {
		t.Errorf("red %v, pushed %v\n%s", r.Red, w.head() != head, r.summary)
	}
}

// A dry run plans everything and writes nothing.
func TestDryRun(t *testing.T) {
	w := newWorld(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
	w.inputs["dry-run"] = "true"
	head := w.head()
	r := w.run(april)
	if r.Red || w.head() != head || w.github.Writes() != 0 || len(r.Planned) != 1 || !strings.Contains(r.log, "would") {
		t.Errorf("%v\n%s", r.Problems, r.log)
	}
}

// A fault at any call: one more quiet run, and all is as it should be.
func TestFaultAtEveryCall(t *testing.T) {
	faults := map[string]*fakegithub.Fault{
		"cut before": {}, "cut after": {Effect: true}, "502": fakegithub.Refuse(502, "Bad gateway"), "broken answer": {Effect: true, Short: true},
		"429": fakegithub.Refuse(429, "You have exceeded a secondary rate limit", "Retry-After: 1"),
	}
	row := 0
	for name, fault := range faults {
		for call := range 8 {
			if row++; !oracle.Chosen(row, 3) {
				continue
			}
			w := newWorld(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
			w.github.Inject = func(n int, _ fakegithub.Call) *fakegithub.Fault {
				if n == call {
					return fault
				}
				return nil
			}
			w.run(april)
			w.github.Inject = nil
			r := w.run(april)
			writes, head := w.github.Writes(), w.head()
			if r.Red || len(w.open()) != 1 {
				t.Errorf("%s at call %d: %v, issues %v", name, call, r.Problems, w.open())
			}
			if w.run(april); w.github.Writes() != writes || w.head() != head {
				t.Errorf("%s at call %d: the run after writes", name, call)
			}
		}
	}
}

// Whatever titles say, the runner sees the commands and outputs that were
// meant, and the issue and the summary mention and link nobody.
func TestHostileTitles(t *testing.T) {
	titles := []string{"::set-output name=x::y", "##[add-mask]x", "a\n::error::b", "@everyone #1", "<script>alert(1)</script>", "<!-- hone:end nudge -->", "<!-- hone:v1 e30= -->", "EOF\ncommit<<EOF", "](https://evil.example)", "\u202egnirts"}
	var log strings.Builder
	for i, title := range titles {
		fmt.Fprintf(&log, "[[goal]]\nid = \"g%d\"\ntitle = %s\nkinds = [\"book\"]\ntarget = 12\nper = \"year\"\nfrom = 2026-01-01\n", i, tracker.Quote(title))
		fmt.Fprintf(&log, "[[article]]\ntitle = %s\ndate = 2026-01-01\n", tracker.Quote(title))
	}
	log.WriteString("[[book]]\ntitle = \"\"\n") // a finding
	for _, text := range []string{log.String(), strings.TrimSuffix(log.String(), "[[book]]\ntitle = \"\"\n")} {
		w := newWorld(t, map[string]string{"learning.toml": text, "README.md": aReadme + "<!-- hone:start recent -->\n<!-- hone:end recent -->\n"})
		for range 4 { // three issues a run
			r := w.run(april)
			for _, line := range strings.Split(r.log, "\n") {
				if command := strings.HasPrefix(strings.TrimSpace(line), "::"); command && !strings.HasPrefix(line, "::add-mask::"+token) && !strings.HasPrefix(line, "::error ") && !strings.HasPrefix(line, "::warning ") || strings.Contains(line, "##[") {
					t.Errorf("the log has %q", line)
				}
			}
			if len(r.outputs) != 9 {
				t.Errorf("outputs %v", r.outputs)
			}
			for _, bad := range []string{"<script", "@everyone", "](https://evil"} {
				if strings.Contains(r.summary, bad) {
					t.Errorf("the summary has %q", bad)
				}
			}
		}
		for _, i := range w.github.Issues() {
			for _, bad := range []string{"<script", "@everyone", "](https://evil", " #1"} {
				if strings.Contains(i.Body, bad) {
					t.Errorf("an issue has %q:\n%s", bad, i.Body)
				}
			}
			if n := strings.Count(i.Body, "<!-- hone:end nudge -->"); n != 1 {
				t.Errorf("%d ends of the region in\n%s", n, i.Body)
			}
		}
	}
}
