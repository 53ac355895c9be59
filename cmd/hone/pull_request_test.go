package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/oracle"
	"github.com/honelog/hone/internal/repo/gitserver"
)

const pullToken = "ghs_S3cretT0kenThatNobodyMaySee"

// pullServer has a log on main and a book more on topic, which pull request 1
// merges; main has gone on since. merge, head and base are commits.
type pullServer struct {
	git               *gitserver.Server
	github            *fakegithub.Server
	dir               string
	merge, head, base string
}

func newPullServer(t *testing.T) *pullServer {
	t.Helper()
	oracle.Program(t, "git")
	s := &pullServer{git: gitserver.New(t), github: fakegithub.New(t)}
	s.git.Token, s.github.Token = pullToken, pullToken
	s.github.Owner, s.github.Name = "ana", "log"
	s.github.Add(fakegithub.Issue{Title: "A book", Author: "bob", PullRequest: true})
	s.dir = s.git.Bare("ana/log", map[string]string{"learning.toml": strings.Replace(exampleLog, "id = \"courses\"", "id = \"courses\"\ntitle = \"Courses\"", 1)})
	gitserver.Git(t, s.dir, "branch", "topic")
	s.base = gitserver.Commit(t, s.dir, "main", map[string]string{"learning/other.toml": "[[article]]\ntitle = \"Of main\"\ndate = 2026-11-01\n"})
	s.head = gitserver.Commit(t, s.dir, "topic", map[string]string{"learning/2026.toml": "[[book]]\ntitle = \"Of topic\"\nfinished = 2026-11-15\n"})
	s.merge = s.merged(t, "main", "topic")
	gitserver.Git(t, s.dir, "update-ref", "refs/pull/1/merge", s.merge)
	return s
}

// merged makes a merge commit.
func (s *pullServer) merged(t *testing.T, first, second string) string {
	tree := strings.TrimSpace(gitserver.Git(t, s.dir, "merge-tree", "--write-tree", first, second))
	return strings.TrimSpace(gitserver.Git(t, s.dir, "commit-tree", tree, "-p", first, "-p", second, "-m", "merge"))
}

// checkout fetches a ref as actions/checkout does, and leaves HEAD detached.
func (s *pullServer) checkout(t *testing.T, commit string, args ...string) string {
	dir := t.TempDir()
	gitserver.Git(t, dir, "init", "-q")
	whole := len(args) == 0
	args = append([]string{"fetch", "-q", "--no-tags"}, args...)
	refs := []string{"file://" + s.dir, "+" + commit + ":refs/remotes/pull/1/merge"}
	if whole { // with fetch-depth: 0 all branches come too
		refs = append(refs, "+refs/heads/*:refs/remotes/origin/*")
	}
	gitserver.Git(t, dir, append(args, refs...)...)
	gitserver.Git(t, dir, "checkout", "-q", "--force", "refs/remotes/pull/1/merge")
	return dir
}

// fork is the payload of a pull request from a fork.
func (s *pullServer) fork(head string) string {
	return fmt.Sprintf(`{"action":"synchronize","repository":{"name":"log","default_branch":"main","private":false,"owner":{"login":"ana","type":"User"}},
		"pull_request":{"number":1,"user":{"login":"bob","type":"User"},"base":{"ref":"main","sha":%q,"repo":{"id":1}},"head":{"ref":"topic","sha":%q,"repo":{"id":2}}}}`, s.base, head)
}

// run runs the Action in a checkout, on the event of a payload.
func (s *pullServer) run(t *testing.T, dir, payload string) (r ran, summary string) {
	t.Helper()
	temp := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(temp, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	env := map[string]string{
		"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request", "GITHUB_REF": "refs/pull/1/merge", "GITHUB_SHA": s.merge, "GITHUB_REPOSITORY": "ana/log",
		"GITHUB_SERVER_URL": s.git.URL, "GITHUB_API_URL": s.github.API(), "GITHUB_GRAPHQL_URL": s.github.GraphQL(), "GITHUB_RUN_ID": "5", "GITHUB_RUN_ATTEMPT": "1",
		"GITHUB_OUTPUT": file("output", ""), "GITHUB_STEP_SUMMARY": file("summary", ""), "RUNNER_TEMP": temp, "HONE_INPUTS": `{"token":"` + pullToken + `"}`,
		"GITHUB_EVENT_PATH": file("event.json", payload),
	}
	var out, talked bytes.Buffer
	r.code = execute(environment{
		args: []string{"-C", dir, "run"}, stdin: strings.NewReader(""), stdout: &out, stderr: &talked, getenv: func(name string) string { return env[name] },
		now: func() time.Time { return time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC) },
	})
	r.out, r.talked = out.String(), talked.String()
	data, err := os.ReadFile(filepath.Join(temp, "summary"))
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.ReplaceAll(r.out, "::add-mask::"+pullToken, ""); strings.Contains(text+r.talked+string(data), pullToken) {
		t.Error("the token is shown")
	}
	return r, string(data)
}

// A checkout of the head alone cannot tell where it began, and says so.
func TestPullRequestWithoutHistory(t *testing.T) {
	t.Parallel()
	s := newPullServer(t)
	const note = "too little history"
	if _, summary := s.run(t, s.checkout(t, s.head, "--depth=1"), s.fork(s.head)); !strings.Contains(summary, note) || !strings.Contains(summary, "fetch-depth: 0") {
		t.Errorf("the head at depth 1:\n%s", summary)
	}
	for _, dir := range []string{s.checkout(t, s.merge, "--depth=1"), s.checkout(t, s.head)} {
		if _, summary := s.run(t, dir, s.fork(s.head)); strings.Contains(summary, note) {
			t.Errorf("%s", summary)
		}
	}
}

// However a pull request is checked out, it adds one book and nothing else: what
// is missing of its base is fetched, and what main did since is not its doing.
func TestPullRequestCheckouts(t *testing.T) {
	t.Parallel()
	s := newPullServer(t)
	again := s.merged(t, s.head, s.base) // the topic took main in
	gitserver.Git(t, s.dir, "update-ref", "refs/heads/again", again)
	for name, x := range map[string]struct {
		commit, head string
		args         []string
	}{
		"the merge, at depth 1":    {s.merge, s.head, []string{"--depth=1"}},
		"the merge, at depth 2":    {s.merge, s.head, []string{"--depth=2"}},
		"the merge, whole history": {s.merge, s.head, nil},
		"the head, whole history":  {s.head, s.head, nil},
		"a head that is a merge":   {again, again, nil},
		"such a head, at depth 1":  {again, again, []string{"--depth=1"}},
	} {
		r, summary := s.run(t, s.checkout(t, x.commit, x.args...), s.fork(x.head))
		comments := s.github.Comments(1)
		want := "**Learning log: 1 entry added, nothing to mend.** Books"
		if r.code != 0 || len(comments) != 1 || !strings.HasPrefix(comments[0].Body, want) || !strings.HasPrefix(summary, want) {
			t.Errorf("%s: exit code %d, %v\n%s\n%s%s", name, r.code, comments, summary, r.out, r.talked)
		}
		if !strings.Contains(r.out, "book Of topic, finished 15 Nov") || strings.Contains(r.out, "Of main") {
			t.Errorf("%s: the log is\n%s", name, r.out)
		}
	}
}

// A pull request from a fork whose files are no log at all is read as data.
func TestPullRequestOfNonsense(t *testing.T) {
	t.Parallel()
	s := newPullServer(t)
	s.head = gitserver.Commit(t, s.dir, "topic", map[string]string{
		"learning/2026.toml": "\x00\xff" + strings.Repeat("[", 5000), "120000:learning/link.toml": "/etc/passwd", "learning/deep.toml": "a = " + strings.Repeat("[", 100) + strings.Repeat("]", 100),
	})
	s.merge = s.merged(t, "main", "topic")
	s.github.ReadOnly = true
	r, summary := s.run(t, s.checkout(t, s.merge, "--depth=1"), s.fork(s.head))
	if r.code != exitFailOn || !strings.Contains(summary, "needed before it can be counted") || !strings.Contains(r.out, "::error ") || !strings.Contains(r.out, "::notice ") {
		t.Errorf("exit code %d\n%s\n%s%s", r.code, summary, r.out, r.talked)
	}
}
