package repo

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/repo/gitserver"
)

// refusal publishes and returns how it was refused.
func refusal(t *testing.T, target Target) *Refused {
	t.Helper()
	got, err := Publish(context.Background(), target, write(badges("refused")))
	refused := (*Refused)(nil)
	if !errors.As(err, &refused) {
		t.Fatalf("error %v, want a refusal", err)
	}
	if got.Changed() || got.Tries != 1 || refused.Branch != target.Branch {
		t.Errorf("%+v of branch %q", got, refused.Branch)
	}
	return refused
}

func TestHooksRefuse(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	for _, test := range []struct {
		name, words, quote string
		want               Reason
	}{
		{"protected", "error: GH006: Protected branch update failed for refs/heads/main.\nerror: Changes must be made through a pull request.",
			"error: GH006: Protected branch update failed for refs/heads/main. / error: Changes must be made through a pull request. / pre-receive hook declined", Protected},
		{"rules", "error: GH013: Repository rule violations found for refs/heads/main.", "error: GH013: Repository rule violations found for refs/heads/main. / pre-receive hook declined", Protected},
		{"signed", "error: GH006: Protected branch update failed for refs/heads/main.\nerror: Commits must have verified signatures.", "", Unsigned},
		{"own", "Closed for the summer.", "Closed for the summer. / pre-receive hook declined", Declined},
		{"silent", "", "pre-receive hook declined", Declined},
		{"hostile", "\033[31m::error::red\r\n\a\x00::set-output name=x::y\u202e\n\n\n", "[31m::error::red / ::set-output name=x::y / pre-receive hook declined", Declined},
		{"long", strings.Repeat("ü", 3000), strings.Repeat("ü", 499) + "…", Declined},
	} {
		dir := s.Bare(test.name, aLog)
		before := gitserver.Git(t, dir, "rev-parse", "main")
		gitserver.Hook(t, dir, "pre-receive", "base64 -d >&2 <<END\n"+base64.StdEncoding.EncodeToString([]byte(test.words))+"\nEND\nexit 1\n")
		got := refusal(t, to(s, test.name, "main"))
		if got.Reason != test.want || test.quote != "" && got.Quote != test.quote {
			t.Errorf("%s: %q\n%q, want\n%q", test.name, got.Reason, got.Quote, test.quote)
		}
		if after := gitserver.Git(t, dir, "rev-parse", "main"); after != before {
			t.Errorf("%s: the branch has moved", test.name)
		}
		gitserver.Check(t, dir)
	}
}

func TestUpdateHookRefuses(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	dir := s.Bare("log", aLog)
	gitserver.Hook(t, dir, "update", "echo 'protected branch' >&2; exit 1\n")
	if got := refusal(t, to(s, "log", "main")); got.Reason != Protected || !strings.HasPrefix(got.Quote, "protected branch / ") {
		t.Errorf("%+v", got)
	}
}

func TestLoginsRefuse(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	s.Token = "right"
	s.Bare("log", aLog)
	target := to(s, "log", "main")
	for _, token := range []string{"wrong", ""} {
		target.Token = token
		if got := refusal(t, target); got.Reason != Unauthorized || !strings.HasPrefix(got.Quote, "Invalid username or token.") {
			t.Errorf("token %q: %+v", token, got)
		}
	}
	target.Token = s.Token
	missing := target
	missing.URL += "-none"
	if got := refusal(t, missing); got.Reason != NotFound {
		t.Errorf("no repository: %+v", got)
	}
	reading := gitserver.Open(t, s.Dir)
	reading.Token, reading.ReadOnly = s.Token, true
	if got := refusal(t, to(reading, "log", "main")); got.Reason != ReadOnly || got.Quote != "Permission to someone/log.git denied to github-actions[bot]." ||
		got.Error() != "the remote refuses branch main: the token may not write: the job needs `permissions: contents: write` (the server says: Permission to someone/log.git denied to github-actions[bot].)" {
		t.Errorf("%+v: %v", got, got)
	}
}

func TestAnswersOfServers(t *testing.T) {
	t.Parallel()
	status, words, kind := 0, "", ""
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.WriteHeader(status)
		fmt.Fprint(w, words)
	}))
	t.Cleanup(server.Close)
	target := to(&gitserver.Server{URL: server.URL}, "log", "main")
	target.Token = "s3cret"
	for _, test := range []struct {
		status            int
		words, kind, want string // an error that begins with "…" is tried again
	}{
		{403, "This repository was archived so it is read-only.", "text/plain", "the remote refuses branch main: the repository is archived (the server says: This repository was archived so it is read-only.)"},
		{403, "<html>no</html>", "text/html", "the remote refuses branch main: " + string(ReadOnly) + " (the server says: 403 Forbidden)"},
		{403, "You are not allowed to push code to protected branches on this project.", "text/plain", "the remote refuses branch main: " + string(Protected) + " (the server says: You are"},
		{422, "Nein.", "text/plain", "the remote refuses branch main: it was declined (the server says: Nein.)"},
		{403, "You have exceeded a secondary rate limit.", "text/plain", "…the server says: You have exceeded a secondary rate limit."},
		{410, "Gone\x00 for s3cret and " + basic("s3cret"), "text/plain; charset=utf-8", "the remote refuses branch main: it was declined (the server says: Gone for *** and ***)"},
		{429, "Slow down.", "text/plain", "…the server says: Slow down."},
		{503, strings.Repeat("x", 494) + "s3cret" + strings.Repeat("x", 9999), "text/plain", "…the server says: " + strings.Repeat("x", 482)},
		{200, "hello", "text/plain", "…"},
		{204, "", "text/plain", "…"},
	} {
		status, words, kind = test.status, test.words, test.kind
		_, err := Publish(context.Background(), target, write(nil))
		want, again := strings.CutPrefix(test.want, "…")
		if err == nil || !strings.Contains(err.Error(), want) || again != strings.Contains(err.Error(), "gave up") || strings.Contains(err.Error(), "s3cr") {
			t.Errorf("%d %.40s: %v", test.status, test.words, err)
		}
	}
}
