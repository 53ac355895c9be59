package run

import (
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/oracle"
	"github.com/honelog/hone/internal/repo/gitserver"
)

// wrote puts a comment under an issue so many days before a run of april, whose
// event was lost.
func (w *world) wrote(number, days int, login, body string) {
	w.github.AddComment(number, fakegithub.Comment{Author: login, Body: body, Created: at(april).Now.AddDate(0, 0, -days)})
}

// A command whose run was lost is taken by the next day's, as of the day on which
// it was written, and answered once.
func TestSweepOfCommands(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	w.wrote(1, 2, "ana", "/pause 2w")
	r := w.sweeps()
	text := gitserver.Files(t, w.dir, "main")["learning/2026/2026-04-03-break.toml"]
	if r.Red || w.entries("#1#issuecomment-1000") != 1 || !strings.Contains(text, "from = 2026-04-03\nuntil = 2026-04-16\n") || len(w.answers(1)) != 1 {
		t.Fatalf("%v %q\n%s\n%s", r.Problems, w.answers(1), text, r.log)
	}
	if open := w.open(); len(open) != 0 {
		t.Errorf("the break closes the goal's issue: open are %v", open)
	}
	head, writes := w.head(), w.github.Writes()
	if again := w.sweeps(); again.Red || w.head() != head || w.github.Writes() != writes {
		t.Errorf("the day after writes: %v\n%s", again.Problems, again.log)
	}
}

func TestSweepOfSnoozes(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	w.wrote(1, 5, "ana", "/snooze 4w") // another word came after it
	w.wrote(1, 3, "ana", "/snooze 2w")
	w.wrote(1, 3, "max", "/pause soon")
	r := w.sweeps()
	if a := w.answers(1); r.Red || !strings.Contains(w.github.Issues()[0].Body, "Snoozed until 16 April") || len(a) != 2 || !strings.Contains(a[0], "Quiet until 16 April") || !strings.Contains(a[1], "to mend") {
		t.Fatalf("%v %q\n%s", r.Problems, a, r.log)
	}
	writes := w.github.Writes()
	if again := w.sweeps(); again.Red || w.github.Writes() != writes {
		t.Errorf("the day after writes: %v\n%s", again.Problems, again.log)
	}
}

// What a stranger wrote later, or what cannot be read, takes the place of nothing.
func TestSweepOfASnoozeBeforeOthers(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	w.wrote(1, 3, "ana", "/snooze 2w")
	w.wrote(1, 2, "eve", "/snooze 4w")
	w.wrote(1, 1, "max", "/snooze soon")
	r := w.sweeps()
	if a := w.answers(1); r.Red || !strings.Contains(w.github.Issues()[0].Body, "Snoozed until 16 April") || len(a) != 2 {
		t.Errorf("%v %q\n%s", r.Problems, a, r.log)
	}
}

// Under an issue that takes no comments a command is taken, and nobody tries to
// answer day by day.
func TestSweepUnderALock(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	w.wrote(1, 2, "ana", "/snooze 2w")
	w.wrote(1, 1, "ana", "/pause 2d")
	w.wrote(1, 1, "ana", "/pause soon")
	w.github.Change(1, func(i *fakegithub.Issue) { i.Locked = true })
	if r := w.sweeps(); r.Red || !strings.Contains(w.github.Issues()[0].Body, "Snoozed until 17 April") || w.entries("#1#issuecomment-1001") != 1 {
		t.Errorf("%v\n%s\n%s", r.Problems, w.github.Issues()[0].Body, r.log)
	}
	calls, writes := len(w.github.Calls()), w.github.Writes()
	r := w.sweeps()
	for _, c := range w.github.Calls()[calls:] {
		if c.Method == "POST" && strings.HasSuffix(c.Path, "/comments") {
			t.Errorf("an answer is tried again: %s", c)
		}
	}
	if r.Red || w.github.Writes() != writes || strings.Contains(r.summary, "quiet until") {
		t.Errorf("%v\n%s", r.Problems, r.summary)
	}
}

// What a sweep leaves alone: strangers, other issues, old words, what is over,
// and what only looks like a command.
func TestSweepLeavesAlone(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	body := w.github.Issues()[0].Body
	foreign := w.github.Add(fakegithub.Issue{Author: "ana", Body: "a bug", Labels: []string{"learning"}})
	forged := w.github.Add(fakegithub.Issue{Author: "eve", Body: body, Labels: []string{"learning"}})
	pull := w.github.Add(fakegithub.Issue{Author: "ana", Body: body, PullRequest: true, Labels: []string{"learning"}})
	w.wrote(foreign, 1, "ana", "/pause 2w")
	w.wrote(forged, 1, "ana", "/pause 2w")
	w.wrote(pull, 1, "ana", "/pause 2w")
	w.wrote(1, 1, "eve", "/pause 2w")
	w.wrote(1, 1, "tri", "/pause 2w")
	w.wrote(1, 1, "github-actions[bot]", "/pause 2w")
	w.wrote(1, 1, "ana", "> /pause 2w")
	w.wrote(1, 15, "ana", "/pause 2w")
	w.wrote(1, 9, "ana", "/snooze 1w")
	head, writes := w.head(), w.github.Writes()
	if r := w.sweeps(); r.Red || w.head() != head || w.github.Writes() != writes {
		t.Errorf("%v\n%s", r.Problems, r.log)
	}
	w.github.Change(1, func(i *fakegithub.Issue) {
		i.State, i.Reason, i.ClosedAt = "closed", "not_planned", at(april).Now
	})
	w.wrote(1, 1, "ana", "/snooze 2w") // closed since: it is quiet
	if r := w.sweeps(); r.Red || w.head() != head || w.github.Writes() != writes {
		t.Errorf("closed: %v\n%s", r.Problems, r.log)
	}
}

// Whatever goes wrong at any call, a command is taken and answered once.
func TestSweepOfCommandsUnderFaults(t *testing.T) {
	t.Parallel()
	for call := 0; ; call++ {
		if !oracle.Chosen(call, 3) {
			continue
		}
		w := sends(t, map[string]string{"learning.toml": aLog})
		w.run(april)
		w.wrote(1, 2, "ana", "/pause 2w")
		made := 0
		w.github.Inject = func(int, fakegithub.Call) *fakegithub.Fault {
			if made++; made == call+1 {
				return &fakegithub.Fault{Effect: call%2 == 0, Status: 502}
			}
			return nil
		}
		w.sweeps()
		w.github.Heal()
		if made <= call {
			if call < 10 {
				t.Errorf("only %d calls", call)
			}
			return
		}
		if r := w.sweeps(); r.Red || w.entries("#1#issuecomment-1000") != 1 || len(w.answers(1)) != 1 {
			t.Errorf("call %d: %v %q", call, r.Problems, w.answers(1))
		}
	}
}

// A run of the event between any two calls of the sweep: one break, one answer.
func TestSweepBesideTheEvent(t *testing.T) {
	t.Parallel()
	for call := 0; ; call++ {
		if !oracle.Chosen(call, 3) {
			continue
		}
		w := sends(t, map[string]string{"learning.toml": aLog})
		w.run(april)
		w.wrote(1, 0, "ana", "/pause 2w")
		n, with := 0, *w
		set := w.set
		w.set = func(j *Job) {
			set(j)
			j.Where.Forge = w.opens(func() {
				if n++; n == call+1 {
					with.commented(1, 0, "ana")
				}
			})
		}
		if r := w.sweeps(); r.Red || w.entries("#1#issuecomment-1000") != 1 || len(w.answers(1)) != 1 {
			t.Errorf("before call %d: %v %q\n%s", call, r.Problems, w.answers(1), r.log)
		}
		if n <= call {
			return
		}
	}
}

// An entry without a day is of the day on which it was sent, however long it
// waited.
func TestSweptEntryIsOfItsDay(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	sent := at(april).Now.Add(-60 * time.Hour)
	n := w.send("ana", aBook("Accelerate", ""))
	w.github.Change(n, func(i *fakegithub.Issue) { i.Created = sent })
	r := w.sweeps()
	if text := gitserver.Files(t, w.dir, "main")["learning/2026/2026-04-03-accelerate.toml"]; r.Red || !strings.Contains(text, "finished = 2026-04-03") {
		t.Errorf("%v %q\n%s", r.Problems, gitserver.Files(t, w.dir, "main"), r.log)
	}
}
