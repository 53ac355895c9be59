package repo

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/repo/gitserver"
)

const secret = "ghs_S3cretT0kenThatNobodyMaySee"

// hidden ends the test where a text has the token in it in any form.
func hidden(t *testing.T, texts ...any) {
	t.Helper()
	for _, text := range texts {
		s := fmt.Sprint(text)
		if strings.Contains(s, secret) || strings.Contains(s, basic(secret)) || strings.Contains(s, secret[4:20]) {
			t.Errorf("the token is in %q", s)
		}
	}
}

func TestTokenGoesToItsHostInOneHeader(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	s.Token = secret
	s.Bare("log", aLog)
	publish(t, to(s, "log", "main"), write(badges("new")))
	requests := s.Requests()
	if len(requests) != 4 {
		t.Errorf("%d requests, want 4", len(requests))
	}
	for _, r := range requests {
		if got := r.Header.Get("Authorization"); got != "Basic "+basic(secret) {
			t.Errorf("%s %s: Authorization %q", r.Method, r.URL, got)
		}
		r.Header.Del("Authorization")
		hidden(t, r)
	}
	target := to(s, "log", "main")
	hidden(t, fmt.Sprintf("%v %+v %#v %s", target, target, target, target), fmt.Sprintf("%v %+v %#v", target.Remote, &target, &target.Remote))
}

func TestTokenDoesNotFollowARedirect(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	s.Token = secret
	s.Bare("log", aLog)
	strange := 0
	stranger := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		strange++
		hidden(t, r.Header, r.URL)
		w.WriteHeader(http.StatusUnauthorized)
	}))
	t.Cleanup(stranger.Close)
	byName := strings.Replace(s.URL, "127.0.0.1", "localhost", 1)

	for _, test := range []struct {
		name, service string // where the redirect is
		to            string
		want          Reason // empty: the redirect is followed, or an error otherwise
	}{
		{"fetch", "git-upload-pack", stranger.URL, Moved},
		{"push", "git-receive-pack", stranger.URL, Moved},
		{"same machine, other name", "git-upload-pack", byName, Moved},
		{"login in the address", "git-upload-pack", strings.Replace(stranger.URL, "//", "//x:y@", 1), Moved},
		{"own server", "git-upload-pack", s.URL, ""},
		{"own server, push", "git-receive-pack", s.URL, ""},
	} {
		for _, status := range []int{301, 302, 307, 308} {
			s.Intercept(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
				if r.Method == "GET" && strings.Contains(r.URL.String(), test.service) && strings.HasPrefix(r.URL.Path, "/old") {
					w.Header().Set("Location", test.to+"/log/info/refs?"+r.URL.RawQuery)
					w.WriteHeader(status)
					return
				}
				if strings.HasPrefix(r.URL.Path, "/old") {
					r.URL.Path = "/log" + strings.TrimPrefix(r.URL.Path, "/old")
				}
				next.ServeHTTP(w, r)
			})
			target := to(s, "old", "main")
			got, err := Publish(context.Background(), target, write(badges(fmt.Sprint(test.name, status))))
			hidden(t, err)
			refused := (*Refused)(nil)
			switch {
			case test.want == "" && (err != nil || !got.Changed()):
				t.Errorf("%s %d: %+v %v", test.name, status, got, err)
			case test.want != "" && (!errors.As(err, &refused) || refused.Reason != test.want):
				t.Errorf("%s %d: %v", test.name, status, err)
			}
		}
	}

	// The answer to a push leads elsewhere.
	for _, service := range []string{"git-upload-pack", "git-receive-pack"} {
		s.Intercept(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
			if r.Method == "POST" && strings.HasSuffix(r.URL.Path, service) {
				w.Header().Set("Location", stranger.URL+"/log/"+service)
				w.WriteHeader(http.StatusTemporaryRedirect)
				return
			}
			next.ServeHTTP(w, r)
		})
		_, err := Publish(context.Background(), to(s, "log", "main"), write(badges(service)))
		if hidden(t, err); err == nil {
			t.Errorf("%s was redirected and landed", service)
		}
	}
	if strange > 0 {
		t.Errorf("%d requests went to the stranger", strange)
	}
}

// A server that says the token aloud, in every way it can.
func TestTokenIsNotQuoted(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	s.Token = secret
	dir := s.Bare("log", aLog)
	header := "Basic " + basic(secret)
	aloud := func(status int) func(http.ResponseWriter, *http.Request, http.Handler) {
		return func(w http.ResponseWriter, r *http.Request, next http.Handler) {
			w.Header().Set("Content-Type", "text/plain")
			w.WriteHeader(status)
			fmt.Fprintf(w, "%s %s %s\x00%s", secret, header, secret[:9], secret[9:])
		}
	}
	for _, status := range []int{200, 400, 401, 403, 404, 418, 500} {
		s.Intercept(aloud(status))
		_, err := Publish(context.Background(), to(s, "log", "main"), write(badges("x")))
		hidden(t, err, fmt.Sprintf("%#v", err))
		refused := (*Refused)(nil)
		if errors.As(err, &refused) {
			hidden(t, refused.Quote)
		}
	}
	s.Intercept(nil)
	gitserver.Hook(t, dir, "pre-receive", "echo '"+secret+" "+header+"' >&2; exit 1\n")
	_, err := Publish(context.Background(), to(s, "log", "main"), write(badges("x")))
	if hidden(t, err); err == nil {
		t.Error("not refused")
	}

	target := to(s, "log", "main")
	target.URL = "http://127.0.0.1:1/log"
	_, err = Publish(context.Background(), target, write(badges("x")))
	if hidden(t, err); err == nil {
		t.Error("published to nobody")
	}
	wrong := Remote{URL: "https://git.example/a\x7f/b", Token: secret}
	if _, err := Fetch(context.Background(), wrong, "main"); err == nil {
		t.Error("fetched from nowhere")
	} else {
		hidden(t, err)
	}
}
