package forge_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/oracle"
)

var proposal = forge.Proposal{Base: "main", Head: "hone/update", Messages: []string{"Update learning badges"}}

// proposes is a draft about a state, which is a hash.
func proposes(state string) func(base, head *forge.Tip) (forge.Draft, error) {
	return func(base, _ *forge.Tip) (forge.Draft, error) {
		change, err := badges(base)
		change.Write["state"] = []byte(state)
		body := func(r forge.Result) string { return fmt.Sprintf("It holds %d files.", len(r.Written)) }
		return forge.Draft{Change: change, Title: "Update learning badges", Body: body, State: state}, err
	}
}

func propose(t testing.TB, o forge.Options, state string) (forge.Proposed, error) {
	t.Helper()
	return client(t, o).Propose(background, proposal, proposes(state))
}

func mustPropose(t testing.TB, o forge.Options, state string) forge.Proposed {
	t.Helper()
	p, err := propose(t, o, state)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// states lists the pull requests as "number state".
func states(s *fakegithub.Server) string {
	var list []string
	for _, p := range s.Pulls() {
		list = append(list, fmt.Sprint(p.Number, " ", p.State))
	}
	return strings.Join(list, ", ")
}

func TestPropose(t *testing.T) {
	t.Parallel()
	s := stocked(t)
	o := options(s)
	first := mustPropose(t, o, "a1")
	pull := s.Pulls()[0]
	head := s.Commits("hone/update")
	if first.Number != 1 || first.Commit != head[0].Hash || pull.Title != "Update learning badges" || !strings.HasPrefix(pull.Body, "<!-- hone:start pull -->\nIt holds 4 files.\n<!-- hone:end pull -->\n\n<!-- hone:pull open a1 ") || len(head) != 2 || !head[0].Signed || len(s.Commits("main")) != 1 {
		t.Errorf("%+v %+v %d commits", first, pull, len(head))
	}
	writes := s.Writes()
	if again := mustPropose(t, o, "a1"); s.Writes() != writes || again.Number != 1 || again.Commit != first.Commit {
		t.Errorf("again: %+v", again)
	}

	// The base goes on, and so do the files: the same pull request, one commit.
	s.Push("main", map[string][]byte{"learning.toml": []byte("# new\n")})
	second := mustPropose(t, o, "a2")
	if head := s.Commits("hone/update"); second.Number != 1 || len(head) != 3 || head[1].Hash != s.Commits("main")[0].Hash || s.Files("hone/update")["learning/badges/badge-all.svg"] != "<svg># new\n</svg>" || !strings.Contains(s.Pulls()[0].Body, "open a2") {
		t.Errorf("%+v %d commits", second, len(head))
	}

	// Merged: there is nothing to propose, until there is again.
	s.Merge(1)
	writes = s.Writes()
	if none := mustPropose(t, o, "a2"); s.Writes() != writes || none.Number != 0 || len(none.Written) > 0 {
		t.Errorf("merged: %+v", none)
	}
	if third := mustPropose(t, o, "a3"); third.Number != 2 || states(s) != "1 closed, 2 open" {
		t.Errorf("%+v %s", third, states(s))
	}

	// Somebody brings all of it in by hand: ours is closed.
	s.Push("main", map[string][]byte{"state": []byte("a3")})
	if done := mustPropose(t, o, "a3"); done.Number != 0 || states(s) != "1 closed, 2 closed" || !strings.Contains(s.Pulls()[1].Body, "\nEverything that was in here") {
		t.Errorf("%+v %s", done, states(s))
	}
	// What we closed ourselves does not keep the next one from being opened.
	s.Push("main", map[string][]byte{"state": []byte("other")})
	if p := mustPropose(t, o, "a3"); p.Number != 3 || p.Held {
		t.Errorf("%+v %s", p, states(s))
	}
}

// What a person closed stays closed until it is about something else.
func TestClosedPullRequestStaysClosed(t *testing.T) {
	t.Parallel()
	s := stocked(t)
	o := options(s)
	mustPropose(t, o, "a1")
	s.ChangePull(1, func(p *fakegithub.Pull) { p.State, p.Body = "closed", strings.ReplaceAll(p.Body, "\n", "\r\n") })
	writes := s.Writes()
	for range 2 {
		s.Push("main", map[string][]byte{"learning.toml": []byte("# day\n")})
		if p := mustPropose(t, o, "a1"); !p.Held || p.Number != 1 || s.Writes() != writes {
			t.Errorf("%+v %s", p, states(s))
		}
	}
	if p := mustPropose(t, o, "b2"); p.Held || p.Number != 2 || states(s) != "1 closed, 2 open" {
		t.Errorf("%+v %s", p, states(s))
	}
	// The branch is deleted, which closes it too.
	s.Drop("hone/update")
	if p := mustPropose(t, o, "b2"); !p.Held || states(s) != "1 closed, 2 closed" {
		t.Errorf("%+v %s", p, states(s))
	}
}

// A title and a text that a person wrote stay; so does our part, once a person
// has changed it.
func TestAPersonsWordsInAPullRequest(t *testing.T) {
	t.Parallel()
	s := stocked(t)
	o := options(s)
	mustPropose(t, o, "a1")
	s.ChangePull(1, func(p *fakegithub.Pull) {
		p.Title, p.Body = "My badges", strings.ReplaceAll("Above.\n\n"+strings.Replace(p.Body, "pull -->\n\n", "pull -->\n\nBelow:\n\n    code\n\n", 1), "\n", "\r\n")
	})
	writes := s.Writes()
	if mustPropose(t, o, "a1"); s.Writes() != writes {
		t.Errorf("a quiet run writes: %q", s.Pulls()[0].Body)
	}
	s.Push("main", map[string][]byte{"learning/badges/badge-all.svg": []byte("<svg></svg>")})
	mustPropose(t, o, "a2")
	p := s.Pulls()[0]
	if want := "Above.\n\n<!-- hone:start pull -->\nIt holds 4 files.\n<!-- hone:end pull -->\n\nBelow:\n\n    code\n\n<!-- hone:pull open a2 "; p.Title != "My badges" || !strings.HasPrefix(p.Body, want) {
		t.Errorf("%q %q", p.Title, p.Body)
	}
	s.ChangePull(1, func(p *fakegithub.Pull) { p.Body = strings.Replace(p.Body, "4 files", "4 files, see #7", 1) })
	mustPropose(t, o, "a3")
	if p := s.Pulls()[0]; !strings.Contains(p.Body, "It holds 4 files, see #7.") || !strings.Contains(p.Body, "hone:pull open a3 ") {
		t.Errorf("%q", p.Body)
	}
	mustPropose(t, o, "a4")
	if p := s.Pulls()[0]; !strings.Contains(p.Body, "It holds 4 files, see #7.") || !strings.Contains(p.Body, "hone:pull open a4 ") {
		t.Errorf("%q", p.Body)
	}
}

// A stranger's pull request and a person's commits are left as they are.
func TestProposeTouchesNothingOfOthers(t *testing.T) {
	t.Parallel()
	s := stocked(t)
	o := options(s)
	mustPropose(t, o, "a1")
	forged := "mine\n\n<!-- hone:pull open b2 0123456789abcdef -->"
	s.ChangePull(1, func(p *fakegithub.Pull) { p.Author, p.Body = "stranger", forged })
	if p := mustPropose(t, o, "b2"); p.Number != 1 || s.Pulls()[0].Body != forged || s.Files("hone/update")["state"] != "b2" {
		t.Errorf("%+v %+v", p, s.Pulls())
	}
	s.ChangePull(1, func(p *fakegithub.Pull) { p.State = "closed" })
	if p := mustPropose(t, o, "b2"); p.Held || p.Number != 2 {
		t.Errorf("a stranger silences us: %+v", p)
	}
	s.Push("hone/update", map[string][]byte{"README.md": []byte("by hand")})
	if _, err := propose(t, o, "c3"); kindOf(err) != forge.Taken || s.Files("hone/update")["README.md"] != "by hand" {
		t.Errorf("%v", err)
	}
}

// GitHub's button brings the base into our branch: it is made again.
func TestProposeAfterUpdateBranch(t *testing.T) {
	t.Parallel()
	s := stocked(t)
	mustPropose(t, options(s), "a1")
	s.Push("main", map[string][]byte{"x": []byte("x")})
	s.MergeInto("hone/update", "main")
	p := mustPropose(t, options(s), "a1")
	if head := s.Commits("hone/update"); p.Number != 1 || len(head) != 3 || head[1].Hash != s.Commits("main")[0].Hash {
		t.Errorf("%+v %d", p, len(head))
	}
}

func TestProposeRefusals(t *testing.T) {
	t.Parallel()
	s := stocked(t)
	s.NoPulls = true
	if _, err := propose(t, options(s), "a1"); kindOf(err) != forge.NoPulls || !strings.Contains(err.Error(), "“Allow GitHub Actions to create and approve pull requests”") {
		t.Errorf("%v", err)
	}
	s.NoPulls = false
	s.Inject = func(_ int, c fakegithub.Call) *fakegithub.Fault {
		if c.Method == "POST" && c.Path == "/repos/o/r/pulls" {
			return fakegithub.Refuse(403, "Resource not accessible by integration")
		}
		return nil
	}
	if _, err := propose(t, options(s), "a1"); kindOf(err) != forge.Denied || !strings.Contains(err.Error(), "`permissions: { pull-requests: write }`") {
		t.Errorf("%v", err)
	}
	s.Heal()
	s.Protected["hone/update"] = "Repository rule violations found"
	if _, err := propose(t, options(s), "b2"); kindOf(err) != forge.Protected {
		t.Errorf("%v", err)
	}
	if p := len(s.Pulls()); p != 0 {
		t.Errorf("%d pull requests", p)
	}
	if _, err := client(t, options(server(t))).Propose(background, proposal, proposes("a1")); kindOf(err) != forge.NoBranch {
		t.Errorf("%v", err)
	}
}

// Whatever goes wrong at any call, and whoever else runs between two calls:
// there is never a second pull request, and after a quiet run there is one.
func TestProposeUnderEveryFault(t *testing.T) {
	t.Parallel()
	row := 0
	for _, there := range []bool{false, true} {
		for _, name := range append(slices.Sorted(maps.Keys(faults)), "another run") {
			for at, calls := 0, 1; at < calls; at++ {
				if row++; !oracle.Chosen(row, 3) {
					continue
				}
				s := stocked(t)
				o := options(s)
				if there {
					mustPropose(t, o, "a1")
					s.Push("main", map[string][]byte{"learning.toml": []byte("# new\n")})
				}
				if strings.HasPrefix(name, "slow") {
					o.Timeout = 80 * time.Millisecond
				}
				before, n, quiet := len(s.Calls()), 0, options(s)
				if name == "another run" {
					o.Transport = tripper(func(next roundTrip) roundTrip {
						return func(r request) (response, error) {
							if n++; n == at+1 {
								mustPropose(t, quiet, "b2")
							}
							return next(r)
						}
					})
				} else {
					s.Inject = func(n int, _ fakegithub.Call) *fakegithub.Fault {
						if n-before == at {
							return faults[name]()
						}
						return nil
					}
				}
				p, err := propose(t, o, "b2")
				if calls = max(calls, len(s.Calls())-before); name == "another run" {
					calls = max(1, n)
				}
				hidden(t, err, p)
				if err != nil && kindOf(err) < 0 || err == nil && states(s) != "1 open" || name == "another run" && err != nil {
					t.Errorf("%s at call %d: %s, %T %v", name, at, states(s), err, err)
				}
				s.Heal()
				last := mustPropose(t, quiet, "b2")
				if files := s.Files("hone/update"); last.Number != 1 || states(s) != "1 open" || files["state"] != "b2" || len(s.Commits("hone/update")) != len(s.Commits("main"))+1 || !strings.Contains(s.Pulls()[0].Body, "open b2") {
					t.Fatalf("%s at call %d of %v, then a quiet run: %+v, %s", name, at, s.Calls()[before:], last, states(s))
				}
			}
		}
	}
}

// A branch of the same name in a fork is not ours, whose pull request it may be:
// forks of one owner are listed together.
func TestProposeBesideAFork(t *testing.T) {
	t.Parallel()
	s := stocked(t)
	for _, author := range []string{"bob", s.Login} {
		s.AddPull(fakegithub.Pull{Title: "x", Body: "<!-- hone:pull open a1 -->", State: "open", Author: author, Head: "hone/update", Base: "main", Fork: "o/copy"})
	}
	s.AddPull(fakegithub.Pull{Title: "x", Body: "<!-- hone:pull open a1 -->", State: "closed", Author: s.Login, Head: "hone/update", Base: "main", Fork: "o/copy"})
	if p := mustPropose(t, options(s), "a1"); p.Number != 4 || p.Held || states(s) != "1 open, 2 open, 3 closed, 4 open" {
		t.Errorf("%+v, %s", p, states(s))
	}
}
