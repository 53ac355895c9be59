package forge_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/nudge"
)

// posts counts the tries to make an issue.
func posts(s *fakegithub.Server) (n int) {
	for _, c := range s.Calls() {
		if c.Method == "POST" && c.Path == "/repos/o/r/issues" {
			n++
		}
	}
	return n
}

// once puts a fault in at the first call of a kind.
func once(method, path string, f *fakegithub.Fault) func(int, fakegithub.Call) *fakegithub.Fault {
	done := false
	return func(_ int, c fakegithub.Call) *fakegithub.Fault {
		if done || c.Method != method || c.Path != path {
			return nil
		}
		done = true
		return f
	}
}

const oneGoal = "[settings]\nstart = 2026-01-01\n[[goal]]\nid = \"books\"\ntitle = \"Books\"\nkinds = [\"book\"]\ntarget = 12\nper = \"year\"\n"

func TestALostAnswerIsLookedFor(t *testing.T) {
	t.Parallel()
	w := want(t, oneGoal, "2026-04-05")
	for _, lag := range []int{0, 1} {
		s := server(t)
		s.Lag = lag
		s.Inject = once("POST", "/repos/o/r/issues", &fakegithub.Fault{Effect: true})
		if r := mustRun(t, options(s), w); len(r.Done) != 1 || r.Done[0].Number != 1 || posts(s) != 1 {
			t.Errorf("lag %d: %v after %d tries", lag, r.Done, posts(s))
		}
	}
	s := server(t)
	s.Inject = once("POST", "/repos/o/r/issues", &fakegithub.Fault{Status: 502})
	if r := mustRun(t, options(s), w); len(r.Done) != 1 || posts(s) != 2 {
		t.Errorf("%v after %d tries", r.Done, posts(s))
	}
}

func TestALaggingListIsHealed(t *testing.T) {
	t.Parallel()
	w := want(t, oneGoal, "2026-04-05")
	s := server(t)
	s.Lag = 20
	s.Inject = once("POST", "/repos/o/r/issues", &fakegithub.Fault{Effect: true})
	mustRun(t, options(s), w)
	if got := open(s); len(got) != 2 {
		t.Fatalf("%q", got)
	}
	s.Lag = 0
	mustRun(t, options(s), want(t, oneGoal, "2026-04-05")) // may still see the old list
	for range 20 {
		_, _ = client(t, options(s)).List(context.Background(), false)
	}
	quiet(t, s, w, "Books: 3 to catch up")
	if i := s.Issues()[1]; i.Reason != "duplicate" || !strings.Contains(i.Body, "Followed in #1.") {
		t.Errorf("%+v", i)
	}
}

func TestOlderServersKnowNoDuplicates(t *testing.T) {
	t.Parallel()
	s, w, titles := scene(t)
	s.OldServer = true
	mustRun(t, options(s), w)
	if i := s.Issues()[2]; i.State != "closed" || i.Reason != "not_planned" {
		t.Errorf("%+v", i)
	}
	quiet(t, s, w, titles...)
}

func TestAssignees(t *testing.T) {
	t.Parallel()
	s := server(t)
	o := options(s)
	o.Assignees = []string{"o"}
	mustRun(t, o, want(t, oneGoal, "2026-04-05"))
	if got := fmt.Sprint(s.Issues()[0].Assignees); got != "[o]" {
		t.Error(got)
	}
	s = server(t)
	o = options(s)
	o.Assignees = []string{"nobody"}
	c := client(t, o)
	_, err := c.Open(context.Background(), nudge.Plan(want(t, oneGoal, "2026-04-05"), nil)[0])
	if err != nil || len(s.Issues()) != 1 || fmt.Sprint(c.Notes()) != "[the issue is assigned to nobody: GitHub does not take nobody]" {
		t.Errorf("%v %q", err, c.Notes())
	}
}

func TestATokenThatMayNotLabel(t *testing.T) {
	t.Parallel()
	w := want(t, oneGoal, "2026-04-05")
	s := server(t)
	s.NoLabels = true
	if _, err := run(t, options(s), w); err == nil || len(s.Issues()) > 0 || !strings.Contains(err.Error(), "issues: write") {
		t.Errorf("%v, %d issues", err, len(s.Issues()))
	}
	s.Labels["learning"] = true
	if _, err := run(t, options(s), w); kindOf(err) != forge.Denied || len(s.Issues()) != 1 {
		t.Errorf("%v", err)
	}
	if _, err := run(t, options(s), w); kindOf(err) != forge.Denied || len(s.Issues()) != 1 {
		t.Errorf("a second run: %v, %d issues", err, len(s.Issues()))
	}
	s.NoLabels = false
	mustRun(t, options(s), w)
	quiet(t, s, w, "Books: 3 to catch up")
}

func TestALostLabelIsPutBack(t *testing.T) {
	t.Parallel()
	w := want(t, oneGoal, "2026-04-05")
	s := server(t)
	mustRun(t, options(s), w)
	s.Change(1, func(i *fakegithub.Issue) { i.Labels = []string{"mine"} })
	if r := mustRun(t, options(s), w); fmt.Sprint(r.Done) != "[update #1 for books: its label is missing]" {
		t.Errorf("%v", r.Done)
	}
	quiet(t, s, w, "Books: 3 to catch up")
	if got := fmt.Sprint(s.Issues()[0].Labels); got != "[mine learning]" {
		t.Error(got)
	}
}

const threeBooks = "[[book]]\ntitle = \"A\"\nfinished = 2026-04-02\n[[book]]\ntitle = \"B\"\nfinished = 2026-04-02\n[[book]]\ntitle = \"C\"\nfinished = 2026-04-02\n"

// One that a person took the label off still closes, whatever else has it.
func TestALostLabelKeepsNothingOpen(t *testing.T) {
	t.Parallel()
	s := server(t)
	mustRun(t, options(s), want(t, late, "2026-04-05"))
	s.Change(1, func(i *fakegithub.Issue) { i.Labels = nil })
	w := want(t, late+threeBooks, "2026-04-05")
	if r := mustRun(t, options(s), w); fmt.Sprint(r.Done) != "[close #1 for books as completed: back on the line]" {
		t.Errorf("%v", r.Done)
	}
	quiet(t, s, w, "Talks: one to catch up")
}

// Under another token the issues are the same: none is opened twice, what a
// person closed stays closed, and what is back closes.
func TestAnotherToken(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*fakegithub.Server){
		"from a workflow's to a person's": func(s *fakegithub.Server) { s.Person, s.Login = true, "ada" },
		"from a workflow's to an app's":   func(s *fakegithub.Server) { s.Login = "an-app[bot]" },
		"from a person's to a workflow's": func(s *fakegithub.Server) { s.Person, s.Login = false, "github-actions[bot]" },
	} {
		s := server(t)
		s.Levels["ada"] = "write"
		if strings.HasPrefix(name, "from a person's") {
			s.Person, s.Login = true, "ada"
		}
		mustRun(t, options(s), want(t, late, "2026-04-05"))
		s.Change(1, func(i *fakegithub.Issue) {
			i.State, i.Reason, i.ClosedAt = "closed", "not_planned", time.Date(2026, 4, 5, 12, 0, 0, 0, time.UTC)
		})
		change(s)
		w := want(t, late, "2026-04-05")
		if r := mustRun(t, options(s), w); len(r.Done) != 0 {
			t.Errorf("%s: %v", name, r.Done)
		}
		quiet(t, s, w, "Talks: one to catch up")
	}
}

// A person whose token we have writes issues too, under whatever title.
func TestAPersonsOwnIssue(t *testing.T) {
	t.Parallel()
	s := server(t)
	s.Person, s.Login = true, "ada"
	for _, title := range []string{"Books: one to catch up", "Learning: what is due"} {
		s.Add(fakegithub.Issue{Title: title, Body: "to buy", Author: "ada"})
		s.Add(fakegithub.Issue{Title: title, Body: "to buy", Author: "ada", Labels: []string{"learning"}})
	}
	before := fmt.Sprint(s.Issues())
	w := want(t, oneGoal+threeBooks, "2026-04-05")
	if r := mustRun(t, options(s), w); len(r.Done) != 0 || fmt.Sprint(s.Issues()) != before {
		t.Errorf("%v", r.Done)
	}
}

func TestARenamedRepository(t *testing.T) {
	t.Parallel()
	w := want(t, oneGoal, "2026-04-05")
	s := server(t)
	s.Owner, s.Name, s.OldName = "new", "name", "o/r"
	mustRun(t, options(s), w)
	quiet(t, s, w, "Books: 3 to catch up")
}

func TestAnIssueThatWentAway(t *testing.T) {
	t.Parallel()
	w := want(t, oneGoal, "2026-04-05")
	for name, away := range map[string]func(*fakegithub.Issue){
		"deleted":     func(i *fakegithub.Issue) { i.Deleted = true },
		"transferred": func(i *fakegithub.Issue) { i.MovedTo = "o/other" },
	} {
		s := server(t)
		mustRun(t, options(s), w)
		c := client(t, options(s))
		issues, err := c.List(context.Background(), false)
		if err != nil {
			t.Fatal(err)
		}
		steps := nudge.Plan(want(t, "", "2026-04-06"), issues)
		s.Change(1, away)
		r := nudge.Apply(context.Background(), c, steps, 9)
		if r.Err() != nil || len(r.Left) != 1 || len(steps) != 1 {
			t.Errorf("%s: %+v", name, r)
		}
		mustRun(t, options(s), w)
		if got := s.Issues(); len(got) != 2 || got[1].State != "open" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestAPersonIsQuicker(t *testing.T) {
	t.Parallel()
	s := server(t)
	mustRun(t, options(s), want(t, oneGoal, "2026-04-05"))
	c := client(t, options(s))
	issues, err := c.List(context.Background(), false)
	if err != nil {
		t.Fatal(err)
	}
	steps := nudge.Plan(want(t, "", "2026-04-06"), issues)
	s.Change(1, func(i *fakegithub.Issue) { i.Body = "A thought of mine.\r\n\r\n" + i.Body })
	if err := c.Edit(context.Background(), steps[0]); !errors.Is(err, nudge.ErrChanged) {
		t.Errorf("%v", err)
	}
	mustRun(t, options(s), want(t, "", "2026-04-06"))
	if i := s.Issues()[0]; i.State != "closed" || !strings.HasPrefix(i.Body, "A thought of mine.\r\n\r\n<!-- hone:start nudge -->\n") {
		t.Errorf("%+v", i)
	}
}

func TestALostEditIsLookedAt(t *testing.T) {
	t.Parallel()
	s := server(t)
	mustRun(t, options(s), want(t, oneGoal, "2026-04-05"))
	s.Inject = once("PATCH", "/repos/o/r/issues/1", &fakegithub.Fault{Effect: true})
	r := mustRun(t, options(s), want(t, "", "2026-04-06"))
	patches := 0
	for _, c := range s.Calls() {
		if c.Method == "PATCH" {
			patches++
		}
	}
	if len(r.Done) != 1 || patches != 1 {
		t.Errorf("%v after %d patches", r.Done, patches)
	}
}

// Where GraphQL does not answer, nobody knows what is ours: no issue is opened
// a second time under another name.
func TestWhoWeAreCannotBeSeen(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]*fakegithub.Fault{
		"an outage": fakegithub.Refuse(502, "Bad Gateway"),
		"a limit":   fakegithub.Refuse(200, ""),
	} {
		s := server(t)
		s.Login = "an-app[bot]"
		mustRun(t, options(s), want(t, late, "2026-04-05"))
		there := len(s.Issues())
		if name == "a limit" {
			fault.Body = `{"data":null,"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}`
		}
		s.Inject = func(_ int, c fakegithub.Call) *fakegithub.Fault {
			if strings.HasSuffix(c.Path, "/graphql") {
				return fault
			}
			return nil
		}
		if _, err := run(t, options(s), want(t, late, "2026-04-05")); err == nil || len(s.Issues()) != there {
			t.Errorf("%s: %v, %d issues, before %d", name, err, len(s.Issues()), there)
		}
	}
}

// However many people write, those whom a run can ask about are heard, and that
// others are not is told once.
func TestManyPeopleWrite(t *testing.T) {
	t.Parallel()
	s := server(t)
	c := client(t, options(s))
	for n := range 120 {
		if may, err := c.MayWrite(context.Background(), fmt.Sprint("p", n)); may || err != nil {
			t.Fatal(n, may, err)
		}
		if n == 50 {
			if may, err := c.MayWrite(context.Background(), "o"); !may || err != nil {
				t.Errorf("the owner is not heard: %v", err)
			}
		}
	}
	if may, err := c.MayWrite(context.Background(), "o"); !may || err != nil || len(c.Notes()) != 1 {
		t.Errorf("%v %v %q", may, err, c.Notes())
	}
}
