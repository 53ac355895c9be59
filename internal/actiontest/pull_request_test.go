package actiontest

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/repo/gitserver"
)

// The whole way of a pull request, with real parts around the program: of the
// same repository it ends with a summary and one comment; with a slip it is red,
// at its line; of a fork, whose token may not write and whose checkout has
// no history, with a notice. Nothing else is written.
func TestPullRequest(t *testing.T) {
	t.Parallel()
	const token = "ghs_neverShown"
	git, github := gitserver.New(t), fakegithub.New(t)
	git.Token, github.Token = token, token
	github.Owner, github.Name = "ana", "log"
	github.Add(fakegithub.Issue{Title: "A book", Author: "bob", PullRequest: true})

	text := strings.Replace(job("\n      - id: hone\n        uses: ./"), "on: [push", "on: [pull_request, push", 1)
	w := project(t, text)
	w.event, w.cache = "pull_request", t.TempDir()
	w.secrets = map[string]string{"GITHUB_TOKEN": token}
	w.env["GITHUB_REPOSITORY"], w.env["GITHUB_API_URL"], w.env["GITHUB_GRAPHQL_URL"], w.env["GITHUB_SERVER_URL"] = "ana/log", github.API(), github.GraphQL(), git.URL

	bare := git.Bare("ana/log", nil)
	in := func(args ...string) string {
		return strings.TrimSpace(gitserver.Git(t, w.dir, args...))
	}
	put := func(name, text string) string {
		write(t, w.dir, name, text, 0o644)
		in("add", "-A")
		in("commit", "-q", "-m", name)
		return in("rev-parse", "HEAD")
	}
	// merge leaves HEAD as actions/checkout does: at the merge of the topic into main.
	merge := func(head string) {
		in("checkout", "-q", "--detach", "main")
		in("merge", "-q", "--no-ff", "-m", "merge", head)
		gitserver.Git(t, w.dir, "push", "-q", "--force", bare, "main", "HEAD:refs/pull/1/merge")
	}
	event := func(base, head, from string) {
		w.payload = fmt.Sprintf(`{"action":"synchronize","number":1,"repository":{"id":1,"name":"log","full_name":"ana/log","default_branch":"main","private":false,"owner":{"login":"ana","type":"User"}},"sender":{"login":"bob","type":"User"},
			"pull_request":{"number":1,"user":{"login":"bob","type":"User"},"base":{"ref":"main","sha":%q,"repo":{"id":1}},"head":{"ref":"topic","sha":%q,"repo":{"id":%s}}}}`, base, head, from)
		w.env["GITHUB_REF"], w.env["GITHUB_REF_NAME"] = "refs/pull/1/merge", "1/merge"
	}

	put("learning.toml", "[[goal]]\nid = \"books\"\ntitle = \"Books\"\nkinds = [\"book\"]\ntarget = 2\nper = \"year\"\nfrom = 2020-01-01\n")
	in("checkout", "-q", "-b", "topic")
	head := put("learning/2026.toml", "[[article]]\ntitle = \"Of topic\"\ndate = 2026-01-02\n")
	in("checkout", "-q", "main")
	base := put("learning/other.toml", "[[article]]\ntitle = \"Of main\"\ndate = 2026-01-03\n")
	merge(head)
	event(base, head, "1")
	const line = "**Learning log: 1 entry added, nothing to mend.**\n"
	o := act(t, w)
	comments := github.Comments(1)
	if !o.ok || len(comments) != 1 || !strings.HasPrefix(comments[0].Body, line) || !strings.HasPrefix(o.summary["hone/run"], line) || github.Writes() != 1 {
		t.Fatalf("%v, %d writes, %+v, the summary %q\n%s", o.steps, github.Writes(), comments, o.summary["hone/run"], o.all)
	}
	if got := given(t, o); got["findings"] != "0" || got["commit"] != "" || o.outputs["after"]["left"] != "" {
		t.Errorf("outputs %v, left %q", got, o.outputs["after"]["left"])
	}

	// A fork: no history, no voice.
	whole := w.dir
	w.dir = filepath.Join(t.TempDir(), "fork")
	gitserver.Git(t, ".", "init", "-q", w.dir)
	in("fetch", "-q", "--no-tags", "--depth=1", "file://"+bare, "+refs/pull/1/merge:refs/remotes/pull/1/merge")
	in("checkout", "-q", "--force", "refs/remotes/pull/1/merge")
	event(base, head, "2")
	github.ReadOnly = true
	github.Change(1, func(i *fakegithub.Issue) { i.Comments = nil })
	o = act(t, w)
	said := strings.Join(o.commands, "\n")
	if !o.ok || github.Writes() != 1 || len(github.Comments(1)) > 0 || !strings.HasPrefix(o.summary["hone/run"], line) || strings.Contains(said, "::error") {
		t.Errorf("a fork: %v, %d writes, the summary %q\n%s", o.steps, github.Writes(), o.summary["hone/run"], o.all)
	}
	if !strings.Contains(said+o.log, "got no comment") {
		t.Errorf("a fork hears nothing of the comment:\n%s\n%s", said, o.log)
	}
	if strings.Contains(o.log, token) {
		t.Error("the log shows the token")
	}

	// A slip.
	w.dir, github.ReadOnly = whole, false
	in("checkout", "-q", "topic")
	head = put("learning/2026.toml", "[[article]]\ntitel = \"Of topic\"\ndate = 2026-01-02\n")
	merge(head)
	event(base, head, "1")
	o = act(t, w)
	if o.ok || len(github.Comments(1)) != 1 || !strings.HasPrefix(github.Comments(1)[0].Body, "**Learning log: 1 entry needs a fix") || !strings.Contains(o.summary["hone/run"], "`learning/2026.toml:2`") {
		t.Errorf("a slip: %v, %+v, the summary %q\n%s", o.steps, github.Comments(1), o.summary["hone/run"], o.all)
	}
	gitserver.Check(t, bare)
}
