package forge_test

import (
	"context"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/oracle"
)

// says are answers of GraphQL, which come as successes.
var says = map[string]func() *fakegithub.Fault{
	"stale":        func() *fakegithub.Fault { return graphQL("STALE_DATA", "Expected branch to point to \\\"0\\\"") },
	"went wrong":   func() *fakegithub.Fault { return graphQL("", "Something went wrong while executing your query.") },
	"rate limited": func() *fakegithub.Fault { return graphQL("RATE_LIMITED", "API rate limit exceeded") },
	"forbidden":    func() *fakegithub.Fault { return graphQL("FORBIDDEN", "Resource not accessible by integration") },
	"not found":    func() *fakegithub.Fault { return graphQL("NOT_FOUND", "Could not resolve to a Repository") },
	"new words":    func() *fakegithub.Fault { return graphQL("SOMETHING", "no") },
	"no data":      func() *fakegithub.Fault { return &fakegithub.Fault{Status: 200, Body: `{"data":null}`} },
	"not a hash": func() *fakegithub.Fault {
		return &fakegithub.Fault{Status: 200, Body: `{"data":{"createCommitOnBranch":{"commit":{"oid":"../x"}}}}`}
	},
	"went wrong, after": func() *fakegithub.Fault {
		f := graphQL("", "Something went wrong while executing your query.")
		f.Effect = true
		return f
	},
}

func graphQL(kind, message string) *fakegithub.Fault {
	return &fakegithub.Fault{Status: 200, Body: fmt.Sprintf(`{"data":{"createCommitOnBranch":null},"errors":[{"type":%q,"message":"%s"}]}`, kind, message)}
}

// Whatever goes wrong at any call: there is one commit or none, and after
// another run there is one.
func TestCommitUnderEveryFault(t *testing.T) {
	t.Parallel()
	all := maps.Clone(faults)
	maps.Copy(all, says)
	eachWay(t, func(t *testing.T, s *fakegithub.Server, o forge.Options) {
		if s.NoGraphQL || o.GraphQL == "" {
			return // the other ways make these calls too
		}
		for _, branch := range []string{"main", "side"} {
			row := 0
			for _, name := range slices.Sorted(maps.Keys(all)) {
				for at, calls := 0, 1; at < calls; at++ {
					if row++; !oracle.Chosen(row, 4) {
						continue
					}
					s := renewed(t, s)
					o := o
					o.API = s.API()
					if o.GraphQL != "" {
						o.GraphQL = s.GraphQL()
					}
					if strings.HasPrefix(name, "slow") {
						o.Timeout = 80 * time.Millisecond
					}
					had := len(s.Commits(branch))
					s.Inject = func(n int, _ fakegithub.Call) *fakegithub.Fault {
						if n == at {
							return all[name]()
						}
						return nil
					}
					commit := func() (forge.Result, error) {
						return client(t, o).Commit(background, branch, branch == "side", func(tip *forge.Tip) (forge.Change, error) {
							if branch == "side" {
								return forge.Change{Write: map[string][]byte{"a.svg": []byte("1"), "b.svg": []byte("\r")}, Message: "m"}, nil
							}
							return badges(tip)
						})
					}
					r, err := commit()
					calls = max(calls, len(s.Calls()))
					hidden(t, err, r)
					now := s.Commits(branch)
					if n := len(now) - had; n > 1 || err == nil && (n != 1 || r.Commit != now[0].Hash || len(r.Written) == 0) {
						t.Fatalf("%s at call %d of %v: %d commits, %+v, %v", name, at, s.Calls(), n, r, err)
					}
					if err != nil && kindOf(err) < 0 {
						t.Errorf("%s at call %d: %T %v", name, at, err, err)
					}
					s.Heal()
					o.Timeout = 0
					if _, err := commit(); err != nil || len(s.Commits(branch)) != had+1 {
						t.Fatalf("%s at call %d of %v, then a quiet run: %d commits, %v", name, at, s.Calls(), len(s.Commits(branch))-had, err)
					}
				}
			}
		}
	})
}

// renewed is a server with the same settings and a repository as new.
func renewed(t *testing.T, s *fakegithub.Server) *fakegithub.Server {
	fresh := stocked(t)
	fresh.NoGraphQL, fresh.NoMutation = s.NoGraphQL, s.NoMutation
	return fresh
}

// An answer is lost, and somebody else commits before we look: the commit is
// found behind theirs, and told as ours.
func TestLostCommitIsFound(t *testing.T) {
	t.Parallel()
	eachWay(t, func(t *testing.T, s *fakegithub.Server, o forge.Options) {
		o.Sleep = func(ctx context.Context, d time.Duration) error {
			if d == 3*time.Second {
				s.Push("main", map[string][]byte{"theirs": []byte("x")})
				s.Push("main", map[string][]byte{"theirs": []byte("y")})
			}
			return ctx.Err()
		}
		s.Inject = func(n int, c fakegithub.Call) *fakegithub.Fault {
			if strings.Contains(c.Body, "createCommitOnBranch") && !s.NoGraphQL && !s.NoMutation || c.Method == "PATCH" {
				return &fakegithub.Fault{Effect: true, Status: 502, Body: "<html>"}
			}
			return nil
		}
		r, err := client(t, o).Commit(background, "main", false, badges)
		commits := s.Commits("main")
		if err != nil || len(commits) != 4 || r.Commit != commits[2].Hash || len(r.Written) != 3 || r.Tries != 2 {
			t.Errorf("%+v %v, %d commits", r, err, len(commits))
		}
	})
}

// What GitHub says of a branch that takes no commit is permanent, quoted, and
// told with what mends it.
func TestCommitRefusals(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"Repository rule violations found\n\nChanges must be made through a pull request.\n\n",
		"Changes must be made through a pull request.",
		"protected branch 'main' check failed:\nAt least 1 approving review is required by reviewers with write access.",
		"Required status check \"build\" is expected.",
		"You're not authorized to push to this branch. Visit https://docs.github.com/about-protected-branches for more information.",
		"Commits must have verified signatures.",
		"Cannot update this protected ref.",
	} {
		eachWay(t, func(t *testing.T, s *fakegithub.Server, o forge.Options) {
			s.Protected["main"] = words
			r, err := client(t, o).Commit(background, "main", false, badges)
			if kindOf(err) != forge.Protected || r.Tries != 1 || len(s.Commits("main")) != 1 || !strings.Contains(err.Error(), "publish: pull-request") || !strings.Contains(err.Error(), words[:10]) {
				t.Errorf("%v", err)
			}
		})
	}
	eachWay(t, func(t *testing.T, s *fakegithub.Server, o forge.Options) {
		s.ReadOnly = true
		_, err := client(t, o).Commit(background, "main", false, badges)
		if kindOf(err) != forge.Denied || !strings.Contains(err.Error(), "`permissions: { contents: write }`") {
			t.Errorf("%v", err)
		}
		s.ReadOnly, s.Archived = false, true
		if _, err := client(t, o).Commit(background, "main", false, badges); kindOf(err) != forge.Archived {
			t.Errorf("%v", err)
		}
		o.Repository = "o/other"
		if _, err := client(t, o).Commit(background, "main", false, badges); kindOf(err) != forge.NoBranch {
			t.Errorf("%v", err)
		}
	})
}

// Words that nobody knows: what the token could write before says that it is the
// branch that takes nothing.
func TestCommitRefusedInUnknownWords(t *testing.T) {
	t.Parallel()
	refuse := func(s *fakegithub.Server, status int, words string) {
		s.Protected["main"] = words
		s.Inject = func(_ int, c fakegithub.Call) *fakegithub.Fault {
			if c.Method == "PATCH" {
				return fakegithub.Refuse(status, words)
			}
			return nil
		}
	}
	for _, words := range []string{"Nein.", "Reference update failed", "pre-receive hook declined", "GH099: something new", "Cannot change this locked branch"} {
		for _, status := range []int{403, 409, 422} {
			eachWay(t, func(t *testing.T, s *fakegithub.Server, o forge.Options) {
				refuse(s, status, words)
				_, err := client(t, o).Commit(background, "main", false, badges)
				if kindOf(err) != forge.Protected || len(s.Commits("main")) != 1 || !strings.Contains(err.Error(), "publish: pull-request") || !strings.Contains(err.Error(), words) {
					t.Errorf("%d %s: %v", status, words, err)
				}
			})
		}
	}
	eachWay(t, func(t *testing.T, s *fakegithub.Server, o forge.Options) {
		refuse(s, 403, "Resource not accessible by integration")
		if _, err := client(t, o).Commit(background, "main", false, badges); kindOf(err) != forge.Denied {
			t.Errorf("a permission: %v", err)
		}
		refuse(s, 409, "Nein.")
		o.Sleep = func(ctx context.Context, _ time.Duration) error { // somebody is faster each time
			s.Push("main", map[string][]byte{"theirs": []byte(fmt.Sprint(len(s.Calls())))})
			return ctx.Err()
		}
		if _, err := client(t, o).Commit(background, "main", false, badges); kindOf(err) != forge.Raced {
			t.Errorf("a race: %v", err)
		}
	})
}

// A renamed repository: reads follow GitHub, writes never do.
func TestCommitToRenamedRepository(t *testing.T) {
	t.Parallel()
	eachWay(t, func(t *testing.T, s *fakegithub.Server, o forge.Options) {
		s.OldName, s.Owner, s.Name = "o/r", "o", "new"
		c := client(t, o)
		if _, err := c.Commit(background, "main", false, badges); err != nil || len(s.Commits("main")) != 2 {
			t.Fatal(err)
		}
	})
}

// The addresses of the three kinds of servers; no call goes anywhere else.
func TestCommitOnTheThreeKindsOfServers(t *testing.T) {
	t.Parallel()
	for _, kind := range []struct{ api, graphQL string }{
		{"https://api.github.com", "https://api.github.com/graphql"},
		{"https://git.example.org/api/v3", "https://git.example.org/api/graphql"},
		{"https://api.acme.ghe.com", "https://api.acme.ghe.com/graphql"},
	} {
		for _, mutation := range []bool{true, false} {
			s := stocked(t)
			s.Address, s.NoMutation = kind.api, !mutation
			o := options(s)
			o.API, o.GraphQL = kind.api, kind.graphQL
			real, _ := url.Parse(s.API())
			o.Transport = tripper(func(next roundTrip) roundTrip {
				return func(r request) (response, error) {
					r = r.Clone(r.Context())
					address := r.URL.Scheme + "://" + r.URL.Host + r.URL.Path
					rest, ok := strings.CutPrefix(address, kind.api+"/")
					switch {
					case r.Header.Get("Authorization") != "Bearer "+secret:
						t.Errorf("no token to %s", address)
					case address == kind.graphQL:
						r.URL.Path = "/api/graphql"
					case ok:
						r.URL.Path, r.URL.RawPath = real.Path+"/"+rest, ""
					default:
						t.Errorf("%s: a call to %s", kind.api, address)
					}
					r.URL.Scheme, r.URL.Host, r.Host = real.Scheme, real.Host, real.Host
					return next(r)
				}
			})
			if _, err := client(t, o).Commit(background, "main", false, badges); err != nil || len(s.Commits("main")) != 2 {
				t.Errorf("%s: %v", kind.api, err)
			}
		}
	}
}
