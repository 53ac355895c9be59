package forge_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge/fakegithub"
)

// GitHub, a server of one's own, and GitHub where data stays in a region: each
// has its addresses, and no call goes to another.
func TestTheThreeKindsOfServers(t *testing.T) {
	t.Parallel()
	for _, kind := range []struct{ api, graphQL string }{
		{"https://api.github.com", "https://api.github.com/graphql"},
		{"https://git.example.org/api/v3", "https://git.example.org/api/graphql"},
		{"https://git.example.org/api/v3/", "https://git.example.org/api/graphql"},
		{"https://api.acme.ghe.com", "https://api.acme.ghe.com/graphql"},
	} {
		s := server(t)
		s.Address = strings.TrimSuffix(kind.api, "/")
		s.PageSize = 1 // the addresses of pages are the server's own
		o := options(s)
		o.API, o.GraphQL = kind.api, kind.graphQL
		real, err := url.Parse(s.API())
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		o.Transport = tripper(func(next roundTrip) roundTrip {
			return func(r request) (response, error) {
				r = r.Clone(r.Context())
				address := r.URL.Scheme + "://" + r.URL.Host + r.URL.Path
				rest, ok := strings.CutPrefix(address, s.Address+"/")
				switch {
				case address == kind.graphQL:
					r.URL.Path, seen["GraphQL"] = "/api/graphql", true
				case ok:
					r.URL.Path, r.URL.RawPath = real.Path+"/"+rest, ""
					seen["REST"] = true
				default:
					t.Errorf("%s: a call to %s", kind.api, address)
				}
				r.URL.Scheme, r.URL.Host, r.Host = real.Scheme, real.Host, real.Host
				return next(r)
			}
		})
		mustRun(t, o, numbered(want(t, late, "2026-04-05"), 1))
		if r := mustRun(t, o, numbered(want(t, late, "2026-04-12"), 2)); fmt.Sprint(r.Done) != "[remind #1 for books: reminder 1 of 3]" {
			t.Errorf("%s: %v", kind.api, r.Done)
		}
		if r := mustRun(t, o, numbered(want(t, back, "2026-04-12"), 3)); len(r.Done) != 1 || len(open(s)) != 1 || len(seen) != 2 {
			t.Errorf("%s: %v, %v", kind.api, r.Done, seen)
		}
	}
}

// An older server knows no reason of a closing, and no GraphQL.
func TestAnOldServer(t *testing.T) {
	t.Parallel()
	s := server(t)
	s.OldServer = true
	o := options(s)
	o.GraphQL = ""
	s.Add(fakegithub.Issue{Title: "mine", Author: "o", Labels: []string{"learning"}})
	mustRun(t, o, want(t, late, "2026-04-05"))
	if r := mustRun(t, o, want(t, late, "2026-04-05")); len(r.Done) != 0 || len(open(s)) != 3 {
		t.Errorf("%v %q", r.Done, open(s))
	}
}
