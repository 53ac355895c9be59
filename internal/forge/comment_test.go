package forge_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/internal/oracle"
)

// runs counts the runs of a test, so that each has its own word.
func numbered(w nudge.Want, n int) nudge.Want {
	w.Run, w.Reminders = fmt.Sprintf("run %d", n), []int{7, 21, 45}
	return w
}

// reminding is a server on which a run is to write a reminder, and what the log
// wants then.
func reminding(t *testing.T) (s *fakegithub.Server, w nudge.Want) {
	s = server(t)
	mustRun(t, options(s), numbered(want(t, oneGoal, "2026-04-05"), 1))
	return s, numbered(want(t, oneGoal, "2026-04-12"), 2)
}

// pings counts the comments that remind.
func pings(s *fakegithub.Server) (n int) {
	for _, i := range s.Issues() {
		for _, c := range i.Comments {
			if strings.Contains(c.Body, "<!-- hone:ping ") && c.Author == s.Login && !c.Deleted {
				n++
			}
		}
	}
	return n
}

func TestAReminder(t *testing.T) {
	t.Parallel()
	for _, size := range []int{0, 2} {
		s, w := reminding(t)
		s.PageSize = size
		for range 5 { // a stranger knows the mark
			s.Change(1, func(i *fakegithub.Issue) {
				i.Comments = append(i.Comments, fakegithub.Comment{Author: "stranger", Body: "x\n<!-- hone:ping 2026-04-05/1 -->"})
			})
		}
		before := len(s.Calls())
		if r := mustRun(t, options(s), w); fmt.Sprint(r.Done) != "[remind #1 for books: reminder 1 of 3]" || pings(s) != 1 {
			t.Errorf("%v, %d comments", r.Done, pings(s))
		}
		var writes []string
		for _, c := range s.Calls()[before:] {
			if c.Effect {
				writes = append(writes, c.String())
			}
		}
		if got := strings.Join(writes, "\n"); got != "PATCH /repos/o/r/issues/1\nPOST /repos/o/r/issues/1/comments" {
			t.Errorf("%s", got)
		}
		quiet(t, s, w, "Books: 3 to catch up")
		if pings(s) != 1 {
			t.Errorf("%d comments", pings(s))
		}
	}
}

func TestAReminderThatIsThere(t *testing.T) {
	t.Parallel()
	s, w := reminding(t)
	s.Change(1, func(i *fakegithub.Issue) {
		i.Comments = []fakegithub.Comment{{Author: s.Login, Body: "x\r\n\r\n<!-- hone:ping 2026-04-05/1 -->\r\n"}}
	})
	mustRun(t, options(s), w)
	if pings(s) != 1 {
		t.Errorf("%d comments", pings(s))
	}
}

func TestALockedIssueGetsNoComment(t *testing.T) {
	t.Parallel()
	s, w := reminding(t)
	c := client(t, options(s))
	steps, err := nudge.Propose(context.Background(), c, w)
	if err != nil {
		t.Fatal(err)
	}
	s.Change(1, func(i *fakegithub.Issue) { i.Locked = true }) // after the look
	r := nudge.Apply(context.Background(), c, steps, 9)
	if r.Err() != nil || pings(s) != 0 || fmt.Sprint(c.Notes()) != "[#1 is locked, so it got no comment]" {
		t.Errorf("%v %d %q", r.Err(), pings(s), c.Notes())
	}
	quiet(t, s, w, "Books: 3 to catch up")
	s.Inject = once("POST", "/repos/o/r/issues/1/comments", faults["403 locked"]()) // after the last look
	s.Change(1, func(i *fakegithub.Issue) { i.Locked = false })
	c = client(t, options(s))
	steps, err = nudge.Propose(context.Background(), c, numbered(want(t, oneGoal, "2026-04-26"), 3))
	if err != nil || len(steps) != 1 {
		t.Fatal(err, steps)
	}
	if r := nudge.Apply(context.Background(), c, steps, 9); r.Err() != nil || pings(s) != 0 || len(c.Notes()) != 1 {
		t.Errorf("%v %d %q", r.Err(), pings(s), c.Notes())
	}
}

// A person who closes or changes the issue between the edit and the comment is
// not talked to.
func TestACommentThatCameTooLate(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*fakegithub.Issue){
		"closed":  func(i *fakegithub.Issue) { i.State, i.Reason = "closed", "not_planned" },
		"changed": func(i *fakegithub.Issue) { i.Body += "\nmine" },
		"deleted": func(i *fakegithub.Issue) { i.Deleted = true },
		"moved":   func(i *fakegithub.Issue) { i.MovedTo = "o/other" },
	} {
		s, w := reminding(t)
		o := options(s)
		o.Sleep = func(ctx context.Context, d time.Duration) error {
			if d == 5*time.Second {
				s.Change(1, change)
			}
			return ctx.Err()
		}
		r, err := run(t, o, w)
		if err != nil || pings(s) != 0 || len(r.Left) != 1 {
			t.Errorf("%s: %v, %d comments, %v", name, err, pings(s), r)
		}
	}
}

// Whatever goes wrong at any call, there is one reminder at most, and the run
// after has nothing left to do.
func TestEveryFaultAroundAComment(t *testing.T) {
	t.Parallel()
	s, w := reminding(t)
	before := len(s.Calls())
	mustRun(t, options(s), w)
	calls := len(s.Calls()) - before
	row := 0
	for name, fault := range faults {
		row++
		for at := range calls {
			if !oracle.Chosen(row+at, 4) {
				continue
			}
			s, w := reminding(t)
			before := len(s.Calls())
			s.Inject = func(n int, _ fakegithub.Call) *fakegithub.Fault {
				if n-before == at {
					return fault()
				}
				return nil
			}
			o := options(s)
			if strings.HasPrefix(name, "slow") {
				o.Timeout = 80 * time.Millisecond
			}
			r, err := run(t, o, w)
			hidden(t, err, r)
			if err != nil && kindOf(err) < 0 {
				t.Errorf("%T %v", err, err)
			}
			quiet(t, s, numbered(want(t, oneGoal, "2026-04-13"), 3), "Books: 3 to catch up")
			if n := pings(s); n > 1 || n == 0 && at < 4 {
				t.Errorf("%d reminders", n)
			}
			if t.Failed() {
				t.Fatalf("after %s at call %d of %v", name, at, s.Calls()[before:])
			}
		}
	}
}

func TestALabelForSilence(t *testing.T) {
	t.Parallel()
	s, w := reminding(t)
	s.Change(1, func(i *fakegithub.Issue) { i.Labels = append(i.Labels, "Snoozed") })
	quiet(t, s, w, "Books: 3 to catch up")
	if pings(s) != 0 {
		t.Errorf("%d reminders", pings(s))
	}
	gone := numbered(want(t, "", "2026-04-13"), 3)
	calls := func() int {
		s := server(t)
		mustRun(t, options(s), numbered(want(t, oneGoal, "2026-04-05"), 1))
		s.Change(1, func(i *fakegithub.Issue) { i.Labels = append(i.Labels, "Snoozed") })
		before := len(s.Calls())
		mustRun(t, options(s), gone)
		return len(s.Calls()) - before
	}()
	for at := range calls {
		for _, effect := range []bool{false, true} {
			s, _ := reminding(t)
			s.Change(1, func(i *fakegithub.Issue) { i.Labels = append(i.Labels, "Snoozed") })
			before := len(s.Calls())
			s.Inject = func(n int, _ fakegithub.Call) *fakegithub.Fault {
				if n-before < at {
					return nil
				}
				return &fakegithub.Fault{Effect: effect && n-before == at}
			}
			_, _ = run(t, options(s), gone)
			quiet(t, s, gone)
			if i := s.Issues()[0]; i.State != "closed" || fmt.Sprint(i.Labels) != "[learning]" {
				t.Errorf("cut at %d: %+v", at, i)
			}
		}
	}
}

// A label that was renamed in the repository or in the workflow: the issues are
// found by who wrote them, and get the label of today.
func TestARenamedLabel(t *testing.T) {
	t.Parallel()
	s := server(t)
	w := want(t, late, "2026-04-05")
	mustRun(t, options(s), w)
	delete(s.Labels, "learning")
	for n := 1; n <= 2; n++ {
		s.Change(n, func(i *fakegithub.Issue) { i.Labels = []string{"study"} })
	}
	quiet(t, s, w, "Books: 3 to catch up", "Talks: one to catch up")
	if i := s.Issues()[0]; fmt.Sprint(i.Labels) != "[study learning]" {
		t.Errorf("%+v", i)
	}
	o := options(s)
	o.Labels = []string{"growth"}
	if r := mustRun(t, o, w); len(r.Done) != 2 || len(s.Issues()) != 2 || !s.Labels["growth"] {
		t.Errorf("%v", r.Done)
	}
}

// The budget of a run counts comments; what is over it is left.
func TestTheBudgetCountsComments(t *testing.T) {
	t.Parallel()
	for budget, done := range map[int]int{0: 0, 1: 0, 2: 1} {
		s, w := reminding(t)
		c := client(t, options(s))
		steps, err := nudge.Propose(context.Background(), c, w)
		if err != nil {
			t.Fatal(err)
		}
		before := s.Writes()
		r := nudge.Apply(context.Background(), c, steps, budget)
		if len(r.Done) != done || len(r.Left) != 1-done || s.Writes()-before > budget {
			t.Errorf("with %d: %v, left %v", budget, r.Done, r.Left)
		}
	}
}

// A comment that GitHub is too busy for is tried again, after another look.
func TestABusyComment(t *testing.T) {
	t.Parallel()
	s, w := reminding(t)
	s.Inject = once("POST", "/repos/o/r/issues/1/comments", faults["429 secondary"]())
	var waits []time.Duration
	o := options(s)
	o.Sleep = func(ctx context.Context, d time.Duration) error {
		if d >= 5*time.Second {
			waits = append(waits, d)
		}
		return ctx.Err()
	}
	mustRun(t, o, w)
	if pings(s) != 1 || fmt.Sprint(waits) != "[5s 7s 5s]" {
		t.Errorf("%d comments, waits %v", pings(s), waits)
	}
	s, w = reminding(t)
	s.Inject = once("POST", "/repos/o/r/issues/1/comments", faults["429 primary, far"]())
	if _, err := run(t, options(s), w); kindOf(err) != forge.Limited || pings(s) != 0 {
		t.Errorf("%v", err)
	}
}
