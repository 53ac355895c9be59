package actiontest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/repo/gitserver"
)

// The whole way, with real parts around the program: a push to a repository
// whose owner is behind ends with badges pushed, an issue, outputs and a
// summary; the same again writes nothing; after an entry the issue closes; a
// wrong log is red and writes nothing; so does a branch of its own.
func TestPushOfSomebodyBehind(t *testing.T) {
	t.Run("from source", func(t *testing.T) {
		t.Parallel()
		pushOfSomebodyBehind(t, "uses: ./", nil)
	})
	t.Run("from a release", func(t *testing.T) {
		t.Parallel()
		r := released(t)
		pushOfSomebodyBehind(t, "uses: honelog/hone@v9.9.9\n        with: {download-base: '"+r.mirror+"'}", map[string]string{"honelog/hone@v9.9.9": r.action})
	})
}

func pushOfSomebodyBehind(t *testing.T, uses string, actions map[string]string) {
	const token = "ghs_neverShown"
	git, github := gitserver.New(t), fakegithub.New(t)
	git.Token, github.Token = token, token
	github.Owner, github.Name, github.Now = "ana", "log", time.Now()
	today := time.Now().UTC()
	log := fmt.Sprintf("[[goal]]\nid = \"books\"\ntitle = \"Books\"\nkinds = [\"book\"]\nevery = \"7d\"\nfrom = %s\n", today.AddDate(0, 0, -40).Format(time.DateOnly))
	readme := "# Ana\n\n<!-- hone:start badges -->\n<!-- hone:end badges -->\n"
	bare := git.Bare("ana/log", map[string]string{"learning.toml": log, "README.md": readme})

	w := project(t, job("\n      - id: hone\n        "+uses))
	w.actions = actions
	w.cache, w.event = t.TempDir(), "push"
	w.secrets = map[string]string{"GITHUB_TOKEN": token}
	w.payload = `{"ref":"refs/heads/main","repository":{"name":"log","default_branch":"main","private":false,"owner":{"login":"ana","type":"User"}},"sender":{"login":"ana","type":"User"}}`
	w.env["GITHUB_REPOSITORY"], w.env["GITHUB_API_URL"], w.env["GITHUB_GRAPHQL_URL"], w.env["GITHUB_SERVER_URL"] = "ana/log", github.API(), github.GraphQL(), git.URL
	w.env["GITHUB_REF"], w.env["GITHUB_REF_NAME"] = "refs/heads/main", "main"
	// checkout puts the log into the work tree as it is on the server.
	checkout := func() {
		files := gitserver.Files(t, bare, "main")
		os.RemoveAll(filepath.Join(w.dir, "learning"))
		for name, text := range files {
			write(t, w.dir, name, text, 0o644)
		}
		commit(t, w.dir)
	}
	head := func() string { return strings.TrimSpace(gitserver.Git(t, bare, "rev-parse", "main")) }

	checkout()
	o := act(t, w)
	got := given(t, o)
	if !o.ok || got["issues-opened"] != "1" || got["status"] != "behind" || got["commit"] != head() {
		t.Fatalf("outputs %v, head %s\n%s", got, head(), o.all)
	}
	files := gitserver.Files(t, bare, "main")
	if !strings.Contains(files["learning/badges/badge-books.svg"], "since ") || !strings.Contains(files["README.md"], "badge-books.svg") {
		t.Errorf("the badges are not there: %d files", len(files))
	}
	if issues := github.Issues(); len(issues) != 1 || issues[0].Title != "Books: one to catch up" || issues[0].State != "open" {
		t.Errorf("issues %+v", issues)
	}
	if s := o.summary["hone/run"]; !strings.Contains(s, "| **Books** |") || !strings.Contains(s, "**This run**") {
		t.Errorf("the summary is\n%s", s)
	}
	if strings.Contains(o.log, token) {
		t.Error("the log shows the token")
	}

	checkout()
	writes, before := github.Writes(), head()
	if o := act(t, w); !o.ok || github.Writes() != writes || head() != before {
		t.Errorf("the same again writes: %d calls\n%s", github.Writes()-writes, o.log)
	}

	w.env["GITHUB_REF"], w.env["GITHUB_REF_NAME"] = "refs/heads/feature", "feature"
	if o := act(t, w); !o.ok || github.Writes() != writes || head() != before {
		t.Errorf("a branch of its own writes\n%s", o.log)
	}
	w.env["GITHUB_REF"], w.env["GITHUB_REF_NAME"] = "refs/heads/main", "main"

	gitserver.Commit(t, bare, "main", map[string]string{"learning/book.toml": "[[book]]\ntitel = \"Accelerate\"\n"})
	checkout()
	before = head()
	// act was seen once to lose the last lines of a step that fails: then it is
	// asked again. The annotation must come, and the summary each time.
	annotated := false
	for try := 0; try < 3 && !annotated; try++ {
		o := act(t, w)
		if o.ok || github.Writes() != writes || head() != before || !strings.Contains(o.summary["hone/run"], "unknown-key") {
			t.Errorf("a wrong log: %v, %d calls, head %s then %s\n%s\n%s", o.steps, github.Writes()-writes, before, head(), o.summary["hone/run"], o.log)
		}
		annotated = strings.Contains(strings.Join(o.commands, "\n"), "unknown-key")
	}
	if !annotated {
		t.Error("a wrong log has no annotation")
	}

	gitserver.Commit(t, bare, "main", map[string]string{"learning/book.toml": fmt.Sprintf("[[book]]\ntitle = \"Accelerate\"\nfinished = %s\n", today.Format(time.DateOnly))})
	checkout()
	if o := act(t, w); !o.ok || given(t, o)["issues-closed"] != "1" {
		t.Errorf("after an entry: %v\n%s", given(t, o), o.log)
	}
	if i := github.Issues()[0]; i.State != "closed" || i.Reason != "completed" {
		t.Errorf("the issue is %s, %s", i.State, i.Reason)
	}
	gitserver.Check(t, bare)
}
