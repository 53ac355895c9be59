package run

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/repo/gitserver"
)

// comments adds a comment to an issue, and runs the job on its event.
func (w *world) comments(number int, login, body string) ran {
	w.t.Helper()
	w.github.AddComment(number, fakegithub.Comment{Author: login, Body: body})
	return w.commented(number, len(w.github.Issues()[number-1].Comments)-1, login)
}

// commented runs the job on the event of a comment that is there.
func (w *world) commented(number, n int, login string) ran {
	w.t.Helper()
	i := w.github.Issues()[number-1]
	pull := ""
	if i.PullRequest {
		pull = `,"pull_request":{}`
	}
	w.event = "issue_comment"
	w.payload = fmt.Sprintf(`{"action":"created",%s,"sender":{"login":%q,"type":"User"},"comment":{"id":%d,"user":{"login":%q,"type":"User"},"body":%q},"issue":{"number":%d,"user":{"login":%q},"labels":[]%s}}`,
		payloadHead, login, number*1000+n, login, i.Comments[n].Body, number, i.Author, pull)
	return w.run(april)
}

// A break that is asked for under a goal's issue is in the log once, is
// answered, and closes the issue.
func TestPauseFromAPhone(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog + strings.NewReplacer("books", "papers", "Books", "Papers", `"book"`, `"article"`).Replace(aLog)})
	if w.run(april); len(w.open()) != 2 {
		t.Fatalf("open are %v", w.open())
	}
	r := w.comments(1, "ana", "/pause until 2026-06-30\nI move house")
	files := gitserver.Files(t, w.dir, "main")
	text := files["learning/2026/2026-04-05-break.toml"]
	if r.Red || !strings.Contains(text, `goals = ["books"]`) || !strings.Contains(text, `source = "#1#issuecomment-1000"`) {
		t.Fatalf("%v %q\n%s", r.Problems, text, r.log)
	}
	if answers := w.answers(1); len(answers) != 1 || !strings.Contains(answers[0], "**Added**") {
		t.Errorf("the answer is %q", answers)
	}
	if open := w.open(); len(open) != 1 || !strings.HasPrefix(open[0], "Papers") {
		t.Errorf("open are %v\n%s", open, r.log)
	}
	head, writes := w.head(), w.github.Writes()
	if again := w.commented(1, 0, "ana"); again.Red || w.head() != head || w.github.Writes() != writes {
		t.Errorf("run again: %v\n%s", again.Problems, again.log)
	}
	if r := w.comments(2, "ana", "/pause soon"); r.Red || w.head() != head || len(w.answers(2)) != 1 || !strings.Contains(w.answers(2)[0], "/pause") || !strings.Contains(w.answers(2)[0], "to mend") {
		t.Errorf("%v %q\n%s", r.Problems, w.answers(2), r.log)
	}
	if r := w.comments(2, "max", "/Pause 2w"); r.Red || w.head() == head || len(w.answers(2)) != 2 {
		t.Errorf("%v %q\n%s", r.Problems, w.answers(2), r.log)
	}
}

// A snooze is written into the issue, once, and moves nothing when its run is
// run again.
func TestSnoozeFromAPhone(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	head := w.head()
	r := w.comments(1, "ana", "/snooze 2w")
	if i := w.github.Issues()[0]; r.Red || !strings.Contains(i.Body, "Snoozed until 19 April") || len(w.answers(1)) != 1 || !strings.Contains(w.answers(1)[0], "Quiet until 19 April") || w.head() != head {
		t.Fatalf("%v %q\n%s\n%s", r.Problems, w.answers(1), i.Body, r.log)
	}
	writes := w.github.Writes()
	if again := w.commented(1, 0, "ana"); again.Red || w.github.Writes() != writes {
		t.Errorf("run again: %v\n%s", again.Problems, again.log)
	}
	for i, wrong := range []string{"/snooze", "/snooze today", "/snooze 2020-01-01", "/snooze \"; rm -rf /\" <img src=x> @everyone"} {
		r := w.comments(1, "ana", wrong)
		if answers := w.answers(1); r.Red || len(answers) != 2+i || !strings.Contains(answers[1+i], "to mend") {
			t.Errorf("%s: %v %q\n%s", wrong, r.Problems, answers, r.log)
		}
	}
	w.github.Change(1, func(i *fakegithub.Issue) { i.State, i.Reason = "closed", "not_planned" })
	if r := w.comments(1, "ana", "/snooze 2w"); r.Red || !strings.Contains(w.answers(1)[5], "is closed") {
		t.Errorf("closed: %v\n%s", r.Problems, r.log)
	}
}

// A command counts from those who may write, under issues of this log, as it
// stands there.
func TestCommandsThatAreNone(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	nudgeBody := w.github.Issues()[0].Body
	foreign := w.github.Add(fakegithub.Issue{Author: "ana", Body: "a bug"})
	forged := w.github.Add(fakegithub.Issue{Author: "eve", Body: nudgeBody, Labels: []string{"learning"}})
	pull := w.github.Add(fakegithub.Issue{Author: "ana", Body: nudgeBody, PullRequest: true})
	head, writes := w.head(), w.github.Writes()
	for name, x := range map[string]struct {
		number      int
		login, body string
	}{
		"talk":                {1, "ana", "Soon! /pause 2w"},
		"a quote":             {1, "ana", "> /pause 2w"},
		"an outsider":         {1, "eve", "/pause 2w"},
		"triage":              {1, "tri", "/snooze 2w"},
		"a foreign issue":     {foreign, "ana", "/pause 2w"},
		"a forged nudge":      {forged, "ana", "/pause 2w"},
		"a pull request":      {pull, "ana", "/pause 2w"},
		"another verb":        {1, "ana", "/pauseall 2w"},
		"an answer of a form": {1, "github-actions[bot]", "/pause 2w"},
	} {
		if r := w.comments(x.number, x.login, x.body); r.Red || r.err != nil || w.head() != head || w.github.Writes() != writes {
			t.Errorf("%s: %v %v\n%s", name, r.Problems, r.err, r.log)
		}
	}
	w.github.AddComment(1, fakegithub.Comment{Author: "ana", Body: "/pause 2w", Deleted: true})
	if r := w.commented(1, len(w.github.Issues()[0].Comments)-1, "ana"); r.Red || w.github.Writes() != writes {
		t.Errorf("a deleted one: %v\n%s", r.Problems, r.log)
	}
	w.inputs["name"] = "bob"
	if r := w.comments(1, "ana", "/pause 2w"); r.Red || w.head() != head || w.github.Writes() != writes {
		t.Errorf("another log: %v\n%s", r.Problems, r.log)
	}
}

// Under an issue of a form a break is for all goals, or for those it names.
func TestPauseUnderAForm(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	n := w.send("ana", aBook("Accelerate", "2026-04-03"))
	w.issues("opened", n, "ana")
	if r := w.comments(n, "ana", "/pause 2w"); r.Red || w.entries("#1#issuecomment-1001") != 1 || len(w.answers(n)) != 2 {
		t.Errorf("%v %q\n%s", r.Problems, w.answers(n), r.log)
	}
	if r := w.comments(n, "ana", "/snooze 2w"); r.Red || !strings.Contains(w.answers(n)[2], "reminds of nothing") {
		t.Errorf("%v %q\n%s", r.Problems, w.answers(n), r.log)
	}
}

// Under the issue of a credential a break has to name its goals: a credential
// has no clock to stop.
func TestPauseUnderACredential(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": "[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2024-05-01\nexpires = 2026-05-01\n\n" + aLog + book(1) + book(2) + book(3) + book(4)})
	if w.run(april); len(w.open()) != 1 || !strings.Contains(w.open()[0], "CKA") {
		t.Fatalf("open are %v", w.open())
	}
	head := w.head()
	if r := w.comments(1, "ana", "/pause 2w"); r.Red || w.head() != head || len(w.answers(1)) != 1 || !strings.Contains(w.answers(1)[0], "for no goal of the log") {
		t.Errorf("%v %q\n%s", r.Problems, w.answers(1), r.log)
	}
	if r := w.comments(1, "ana", "/pause 2w all"); r.Red || w.head() == head || len(w.answers(1)) != 2 {
		t.Errorf("%v %q\n%s", r.Problems, w.answers(1), r.log)
	}
	if r := w.comments(1, "ana", "/snooze 1w"); r.Red || !strings.Contains(w.github.Issues()[0].Body, "Snoozed until 12 April") || strings.Contains(w.answers(1)[2], "/pause") {
		t.Errorf("%v %q\n%s", r.Problems, w.answers(1), r.log)
	}
}

// A command that is read days later, when the silence is over, is answered.
func TestSnoozeReadTooLate(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	w.wrote(1, 9, "ana", "/snooze 1w")
	if r := w.commented(1, 0, "ana"); r.Red || len(w.answers(1)) != 1 || !strings.Contains(w.answers(1)[0], "ended on 2026-04-03") {
		t.Errorf("%v %q\n%s", r.Problems, w.answers(1), r.log)
	}
}

// With a token of the learner's own, what the learner writes is heard all the
// same.
func TestCommandsUnderAPersonsToken(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.github.Login, w.github.Person = "ana", true
	w.run(april)
	if r := w.comments(1, "ana", "/snooze 2w"); r.Red || !strings.Contains(w.github.Issues()[0].Body, "Snoozed until 19 April") {
		t.Errorf("%v\n%s\n%s", r.Problems, w.github.Issues()[0].Body, r.log)
	}
	writes := w.github.Writes()
	if r := w.commented(1, 1, "ana"); r.Red || w.github.Writes() != writes {
		t.Errorf("our answer is taken for a command: %v\n%s", r.Problems, r.log)
	}
}
