package forge_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/oracle"
)

func TestTheTokenStays(t *testing.T) {
	t.Parallel()
	strange := 0
	stranger := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { strange++ }))
	t.Cleanup(stranger.Close)
	for _, fault := range []*fakegithub.Fault{
		fakegithub.Refuse(307, "Moved", "Location: "+stranger.URL+"/x"),
		{Status: 200, Body: "[]", Header: map[string]string{"Link": "<" + stranger.URL + `/x>; rel="next"`}},
	} {
		for at := range callsOf(t) {
			if !oracle.Chosen(at, 4) {
				continue
			}
			s, w, titles := scene(t)
			before := len(s.Calls())
			s.Inject = func(n int, c fakegithub.Call) *fakegithub.Fault {
				if n-before == at && (fault.Status != 200 || c.Path == "/repos/o/r/issues" && c.Method == "GET") {
					return fault
				}
				return nil
			}
			o := options(s)
			o.Transport = tripper(func(next roundTrip) roundTrip {
				return func(r request) (response, error) {
					if !strings.HasPrefix(s.API(), "http://"+r.URL.Host) {
						t.Errorf("a request to %s", r.URL.Host)
					}
					if got := r.Header.Values("Authorization"); fmt.Sprint(got) != "[Bearer "+secret+"]" {
						t.Errorf("Authorization %q", got)
					}
					bare := r.Clone(context.Background())
					bare.Header.Del("Authorization")
					hidden(t, bare.URL, bare.Header)
					return next(r)
				}
			})
			_, err := run(t, o, w)
			hidden(t, err)
			quiet(t, s, w, titles...)
		}
	}
	if strange > 0 {
		t.Errorf("%d requests to a stranger", strange)
	}
}

func TestTheTokenIsNotPrinted(t *testing.T) {
	t.Parallel()
	s := server(t)
	o := options(s)
	o.Sleep = nil
	c := client(t, o)
	hidden(t, o, &o, c, *c, o.Token, []forge.Token{o.Token}, map[string]forge.Token{"x": o.Token})
	text, err := json.Marshal(struct{ T forge.Token }{o.Token})
	if err != nil {
		t.Fatal(err)
	}
	hidden(t, string(text))
	dead := options(s)
	dead.API = "http://127.0.0.1:9"
	_, err = client(t, dead).List(context.Background(), false)
	hidden(t, err)
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"", "api.github.com", "http://api.github.com", "https://user:pass@api.github.com", "ftp://x", "https://x?y", "https://x#y", "http://10.0.0.1"} {
		if _, err := forge.New(forge.Options{API: address, Repository: "o/r", Labels: []string{"l"}}); err == nil {
			t.Errorf("%q is taken", address)
		}
	}
	for _, address := range []string{"https://api.github.com", "https://host/api/v3", "https://api.sub.ghe.com/", "http://localhost:1", "http://[::1]:1"} {
		if _, err := forge.New(forge.Options{API: address, Repository: "o/r", Labels: []string{"l"}}); err != nil {
			t.Errorf("%q: %v", address, err)
		}
	}
	for _, repository := range []string{"", "o", "o/", "/r", "o/r/x", "o/..", "o/r?x", "o/%2e"} {
		if _, err := forge.New(forge.Options{API: "https://host", Repository: repository, Labels: []string{"l"}}); err == nil {
			t.Errorf("%q is taken", repository)
		}
	}
	for _, label := range []string{"", " ", "a,b", strings.Repeat("x", 51)} {
		if _, err := forge.New(forge.Options{API: "https://host", Repository: "o/r", Labels: []string{label}}); err == nil {
			t.Errorf("%q is taken", label)
		}
	}
}

func TestLabelsWithSigns(t *testing.T) {
	t.Parallel()
	for _, label := range []string{"a b", "a/b", "a?b#c", "50%", "über"} {
		s := server(t)
		o := options(s)
		o.Labels = []string{label, "extra"}
		mustRun(t, o, want(t, late, "2026-04-05"))
		if got := fmt.Sprint(s.Issues()[0].Labels); got != "["+label+" extra]" {
			t.Errorf("%q: %s", label, got)
		}
		if r := mustRun(t, o, want(t, late, "2026-04-05")); len(r.Done) > 0 {
			t.Errorf("%q: %v", label, r.Done)
		}
	}
}

func TestWaiting(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		fault string
		times int
		waits string
		fails bool
	}{
		"as told":      {"429 secondary", 1, "[7s]", false},
		"growing":      {"429 secondary", 3, "[7s 14s 28s]", false},
		"not for ever": {"429 secondary", 9, "[7s 14s 28s]", true},
		"a minute":     {"403 secondary", 1, "[1m0s]", false},
		"patience":     {"403 secondary", 9, "[1m0s 2m0s]", true},
		"not so long":  {"429 primary, far", 1, "[]", true},
	} {
		s := server(t)
		left := test.times
		s.Inject = func(_ int, c fakegithub.Call) *fakegithub.Fault {
			if left--; left >= 0 {
				return faults[test.fault]()
			}
			return nil
		}
		var waits []time.Duration
		o := options(s)
		o.Sleep = func(_ context.Context, d time.Duration) error {
			waits = append(waits, d)
			return nil
		}
		_, err := client(t, o).List(context.Background(), false)
		if fmt.Sprint(waits) != test.waits || (err != nil) != test.fails || err != nil && kindOf(err) != forge.Limited {
			t.Errorf("%s: %v, %v", name, waits, err)
		}
	}
}

func TestTheEndOfTime(t *testing.T) {
	t.Parallel()
	s := server(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := client(t, options(s)).List(ctx, false); err != context.Canceled {
		t.Errorf("%v", err)
	}
}
