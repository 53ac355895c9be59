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
	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/internal/oracle"
)

// faults are the rows of what can go wrong at any call.
var faults = map[string]func() *fakegithub.Fault{
	"cut before":   func() *fakegithub.Fault { return &fakegithub.Fault{} },
	"cut after":    func() *fakegithub.Fault { return &fakegithub.Fault{Effect: true} },
	"cut answer":   func() *fakegithub.Fault { return &fakegithub.Fault{Effect: true, Short: true} },
	"empty answer": func() *fakegithub.Fault { return &fakegithub.Fault{Effect: true, Empty: true} },
	"slow before":  func() *fakegithub.Fault { return &fakegithub.Fault{Slow: 120 * time.Millisecond} },
	"slow after":   func() *fakegithub.Fault { return &fakegithub.Fault{Effect: true, Slow: 120 * time.Millisecond} },
	"202":          func() *fakegithub.Fault { return &fakegithub.Fault{Status: 202, Body: "{}"} },
	"200 of another": func() *fakegithub.Fault {
		return &fakegithub.Fault{Status: 200, Body: `{"number":77,"state":"open","full_name":"o/r"}`}
	},
	"another repository": func() *fakegithub.Fault {
		return &fakegithub.Fault{Status: 200, Body: `{"number":1,"state":"open","full_name":"o/r","repository_url":"https://api.github.com/repos/o/other"}`}
	},
	"301": func() *fakegithub.Fault {
		return fakegithub.Refuse(301, "Moved Permanently", "Location: /api/v3/repositories/999")
	},
	"302 elsewhere": func() *fakegithub.Fault { return fakegithub.Refuse(302, "Found", "Location: http://127.0.0.1:9/x") },
	"307 elsewhere": func() *fakegithub.Fault { return fakegithub.Refuse(307, "Temporary", "Location: http://127.0.0.1:9/x") },
	"308": func() *fakegithub.Fault {
		return fakegithub.Refuse(308, "Permanent", "Location: /api/v3/repositories/999")
	},
	"400": func() *fakegithub.Fault { return fakegithub.Refuse(400, "Problems parsing JSON") },
	"401": func() *fakegithub.Fault { return fakegithub.Refuse(401, "Bad credentials") },
	"403 primary": func() *fakegithub.Fault {
		return fakegithub.Refuse(403, "API rate limit exceeded", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: "+fmt.Sprint(time.Now().Add(time.Minute).Unix()))
	},
	"429 primary, far": func() *fakegithub.Fault {
		return fakegithub.Refuse(429, "API rate limit exceeded", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 4102444800")
	},
	"403 secondary": func() *fakegithub.Fault {
		return fakegithub.Refuse(403, "You have exceeded a secondary rate limit. Please wait.")
	},
	"429 secondary": func() *fakegithub.Fault {
		return fakegithub.Refuse(429, "You have exceeded a secondary rate limit.", "Retry-After: 7")
	},
	"403 permission": func() *fakegithub.Fault {
		return fakegithub.Refuse(403, "Resource not accessible by integration", "X-Accepted-GitHub-Permissions: issues=write")
	},
	"403 locked": func() *fakegithub.Fault {
		return fakegithub.Refuse(403, "Unable to change issue because issue is locked.")
	},
	"403 archived": func() *fakegithub.Fault { return fakegithub.Refuse(403, "Repository was archived so is read-only.") },
	"403 SAML": func() *fakegithub.Fault {
		return fakegithub.Refuse(403, "Resource protected by organization SAML enforcement.")
	},
	"404":          func() *fakegithub.Fault { return fakegithub.Refuse(404, "Not Found") },
	"409":          func() *fakegithub.Fault { return fakegithub.Refuse(409, "Conflict") },
	"410 disabled": func() *fakegithub.Fault { return fakegithub.Refuse(410, "Issues are disabled for this repo") },
	"410 deleted":  func() *fakegithub.Fault { return fakegithub.Refuse(410, "This issue was deleted") },
	"422":          func() *fakegithub.Fault { return fakegithub.Refuse(422, "Validation Failed") },
	"422 with a text": func() *fakegithub.Fault {
		return &fakegithub.Fault{Status: 422, Body: `{"message":"Validation Failed","errors":["no"]}`}
	},
	"500":             func() *fakegithub.Fault { return &fakegithub.Fault{Status: 500, Body: "<html>"} },
	"502 after":       func() *fakegithub.Fault { return &fakegithub.Fault{Effect: true, Status: 502, Body: "<html>"} },
	"503":             func() *fakegithub.Fault { return fakegithub.Refuse(503, "Service unavailable") },
	"token in answer": func() *fakegithub.Fault { return fakegithub.Refuse(400, "Who sent "+secret+"?") },
}

// scene is a server on which a run has something to do of every kind, and what
// is open after it.
func scene(t *testing.T) (s *fakegithub.Server, w nudge.Want, titles []string) {
	s = server(t)
	const text = late + "[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2024-01-19\nexpires = 2026-06-19\n"
	steps := nudge.Plan(want(t, late, "2026-04-05"), nil) // #1 for books and #2 for talks
	for _, step := range append(steps, steps[1]) {        // #3 for talks as well
		s.Add(fakegithub.Issue{Title: step.Title, Body: step.Body, Author: s.Login, Labels: []string{"learning"}})
	}
	s.Now = time.Date(2026, 6, 10, 12, 0, 0, 0, time.UTC)
	return s, want(t, strings.Replace(text, "target = 12", "target = 1", 1), "2026-06-10"), []string{"Talks: one to catch up", "CKA: renew by 19 Jun 2026"}
}

// callsOf is how many calls a run of the scene makes.
func callsOf(t *testing.T) int {
	s, w, titles := scene(t)
	before := len(s.Calls())
	if r := mustRun(t, options(s), w); len(r.Done) != 3 {
		t.Fatalf("%v", r.Done)
	}
	n := len(s.Calls()) - before
	quiet(t, s, w, titles...)
	return n
}

func TestEveryFaultAtEveryCall(t *testing.T) {
	t.Parallel()
	calls := callsOf(t)
	for row, name := range slices.Sorted(maps.Keys(faults)) {
		fault := faults[name]
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for at := range calls {
				if !oracle.Chosen(row+at, 4) {
					continue
				}
				s, w, titles := scene(t)
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
					t.Errorf("call %d: %T %v", at, err, err)
				}
				quiet(t, s, w, titles...)
				if t.Failed() {
					t.Fatalf("after %s at call %d of %v", name, at, s.Calls()[before:])
				}
			}
		})
	}
}

func TestEveryPrefixOfCalls(t *testing.T) {
	t.Parallel()
	calls := callsOf(t)
	for at := range calls {
		for _, effect := range []bool{false, true} {
			s, w, titles := scene(t)
			before := len(s.Calls())
			s.Inject = func(n int, _ fakegithub.Call) *fakegithub.Fault {
				if n-before < at {
					return nil
				}
				return &fakegithub.Fault{Effect: effect && n-before == at}
			}
			if _, err := run(t, options(s), w); err == nil && at < calls-2 { // the last two calls only look
				t.Errorf("cut at %d: no error", at)
			}
			quiet(t, s, w, titles...)
		}
	}
}

func TestTwoRunsAtOnce(t *testing.T) {
	t.Parallel()
	for at := range callsOf(t) {
		s, w, titles := scene(t)
		n := 0
		o := options(s)
		o.Transport = tripper(func(next roundTrip) roundTrip {
			return func(r request) (response, error) {
				if n++; n == at+1 {
					if _, err := run(t, options(s), w); err != nil {
						t.Error(err)
					}
				}
				return next(r)
			}
		})
		if _, err := run(t, o, w); err != nil {
			t.Errorf("beside call %d: %v", at, err)
		}
		if got := open(s); len(got) > len(titles) {
			t.Errorf("beside call %d: %q are open", at, got)
		}
		quiet(t, s, w, titles...)
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	for name, words := range map[string]string{
		"401":              "open an issue: GitHub does not accept the token",
		"403 permission":   "open an issue: the token may not do this: give the job the line `permissions: { issues: write }` (403, \"Resource not accessible by integration\")",
		"404":              "give the job the line `permissions: { contents: read, issues: write }`",
		"410 disabled":     "the repository has its issues switched off",
		"403 archived":     "the repository is archived",
		"403 SAML":         "a rule of the organisation",
		"422 with a text":  "GitHub did not take the values (422, \"Validation Failed\", no)",
		"429 primary, far": "GitHub asks for fewer calls; the next run goes on from here",
		"token in answer":  "Who sent ***?",
		"301":              "this has moved to another place",
	} {
		s := server(t)
		s.Inject = func(_ int, c fakegithub.Call) *fakegithub.Fault {
			if c.Method == "POST" && c.Path == "/repos/o/r/issues" {
				return faults[name]()
			}
			return nil
		}
		r, err := run(t, options(s), want(t, late, "2026-04-05"))
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: %v", name, err)
		}
		if stops := !strings.HasPrefix(name, "422") && name != "token in answer"; stops && len(r.Errs) != 1 {
			t.Errorf("%s: went on after %v", name, err)
		}
	}
}

// Who is blocked is told so, and no conversation is locked for it.
func TestBlockedIsNotLocked(t *testing.T) {
	t.Parallel()
	for words, kind := range map[string]forge.Kind{
		"Repository access blocked": forge.Denied, "You have been blocked from commenting here": forge.Denied,
		"Unable to create comment because issue is locked.": forge.Locked, "This conversation has been locked and limited to collaborators.": forge.Locked,
	} {
		s := server(t)
		s.Inject = once("POST", "/repos/o/r/issues", fakegithub.Refuse(403, words))
		if _, err := run(t, options(s), want(t, late, "2026-04-05")); kindOf(err) != kind {
			t.Errorf("%s: %v", words, err)
		}
	}
}

func TestHarmless(t *testing.T) {
	t.Parallel()
	for _, set := range []func(*fakegithub.Server){
		func(s *fakegithub.Server) { s.NoIssues = true },
		func(s *fakegithub.Server) { s.Archived = true },
	} {
		s := server(t)
		set(s)
		_, err := run(t, options(s), want(t, late, "2026-04-05"))
		e, ok := err.(*forge.Error)
		if !ok || !e.Harmless() || s.Writes() > 0 {
			t.Errorf("%v", err)
		}
	}
}
