package repo

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/internal/repo/gitserver"
)

func TestPublishToABranch(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	s.Token = "a-token"
	dir := s.Bare("log", aLog)
	before := gitserver.Files(t, dir, "main")

	files := badges("new")
	files["README.md"] = []byte("# Ada\n\nbadges\n")
	files["tools/build.sh"] = []byte("#!/bin/sh\ntrue\n")
	files["learning.toml"] = []byte(aLog["learning.toml"])
	var seen Tip
	got := publish(t, to(s, "log", "main"), func(tip Tip) (Change, error) {
		seen = tip
		return Change{Write: files, Remove: []string{"other/deep/er/picture.svg", "none/at/all", "none"}, Message: "learning: new badges\n\n\n"}, nil
	})

	want := before
	for path, b := range files {
		want[path] = string(b)
	}
	delete(want, "other/deep/er/picture.svg")
	if diff := cmp.Diff(want, gitserver.Files(t, dir, "main")); diff != "" {
		t.Error(diff)
	}
	delete(files, "learning.toml")
	if diff := cmp.Diff(Result{
		Commit: strings.TrimSpace(gitserver.Git(t, dir, "rev-parse", "main")), Tries: 1,
		Written: paths(files), Removed: []string{"other/deep/er/picture.svg"},
	}, got); diff != "" {
		t.Error(diff)
	}
	if log := gitserver.Git(t, dir, "log", "-1", "--format=%an <%ae> %aI|%cn <%ce> %cI|%B|%P", "main"); log !=
		"github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com> 2024-04-02T12:00:00+00:00|"+
			"github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com> 2024-04-02T12:00:00+00:00|"+
			"learning: new badges\n|"+seen.Commit+"\n" {
		t.Errorf("the commit is %s", log)
	}
	modes := gitserver.Git(t, dir, "ls-tree", "-r", "main")
	if !strings.Contains(modes, "100755 blob") || strings.Count(modes, "100755") != 1 || strings.Count(modes, "\n") != strings.Count(modes, "100644 blob")+1 {
		t.Errorf("modes:\n%s", modes)
	}
	if list := gitserver.Git(t, dir, "ls-tree", "main", "other"); list != "" {
		t.Errorf("an empty folder is left: %s", list)
	}
	gitserver.Check(t, dir)

	requests := len(s.Requests())
	again := publish(t, to(s, "log", "main"), write(files, "other/deep/er/picture.svg"))
	if again.Changed() || again.Commit != got.Commit {
		t.Errorf("the second time: %+v", again)
	}
	for _, r := range s.Requests()[requests:] {
		if strings.Contains(r.URL, "receive-pack") {
			t.Errorf("the second time pushes: %s", r.URL)
		}
	}
}

func TestPublishToAnOrphanBranch(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	for name, files := range map[string]map[string]string{"log": aLog, "empty": nil} {
		dir := s.Bare(name, files)
		target := to(s, name, "learning-badges")
		refused := (*Refused)(nil)
		if _, err := Publish(context.Background(), target, write(badges("x"))); !errors.As(err, &refused) || refused.Reason != NoBranch {
			t.Errorf("%s: without Orphan: %v", name, err)
		}
		target.Orphan = true
		if got := publish(t, target, write(nil, "none")); got.Changed() || got.Commit != "" {
			t.Errorf("%s: nothing to publish: %+v", name, got)
		}
		first := publish(t, target, func(tip Tip) (Change, error) {
			if list, err := tip.List(); len(list) != 0 || err != nil || tip.Commit != "" || !tip.Time.IsZero() {
				t.Errorf("%s: the tip is %+v with %v %v", name, tip, list, err)
			}
			return Change{Write: badges("first"), Message: "first"}, nil
		})
		second := publish(t, target, write(badges("second")))
		if diff := cmp.Diff(text(badges("second")), gitserver.Files(t, dir, "learning-badges")); diff != "" {
			t.Error(diff)
		}
		if log := gitserver.Git(t, dir, "log", "--format=%H", "learning-badges"); log != second.Commit+"\n"+first.Commit+"\n" {
			t.Errorf("%s: history is\n%s", name, log)
		}
		publish(t, target, write(nil, paths(badges(""))...))
		if left := gitserver.Files(t, dir, "learning-badges"); len(left) != 0 {
			t.Errorf("%s: left are %v", name, left)
		}
		if again := publish(t, target, write(nil, paths(badges(""))...)); again.Changed() {
			t.Errorf("%s: removed twice: %+v", name, again)
		}
		gitserver.Check(t, dir)
	}
}

func TestPublishIsDeterministic(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	var commits []string
	for _, name := range []string{"a", "b"} {
		s.Bare(name, aLog)
		commits = append(commits, publish(t, to(s, name, "main"), write(badges("same"), "README.md")).Commit)
	}
	if commits[0] != commits[1] {
		t.Errorf("commits %v", commits)
	}
}

func TestPublishGivesTheTip(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	s.Bare("log", aLog)
	publish(t, to(s, "log", "main"), func(tip Tip) (Change, error) {
		files, err := tip.ReadFiles("learning.toml", "learning")
		if diff := cmp.Diff([]string{"learning.toml", "learning/2024/books.toml", "learning/proof/dune.pdf"}, paths(files)); diff != "" || err != nil {
			t.Errorf("%v\n%s", err, diff)
		}
		return Change{}, nil
	})
	wrong := errors.New("the log is wrong")
	if _, err := Publish(context.Background(), to(s, "log", "main"), func(Tip) (Change, error) { return Change{}, wrong }); err != wrong {
		t.Errorf("error of change: %v", err)
	}
}

func TestPublishKeepsOffPaths(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	dir := s.Bare("log", aLog)
	gitserver.Commit(t, dir, "main", map[string]string{
		"120000:LINK.md":         "README.md",
		"120000:linked":          "learning",
		"120000:outside":         "/etc",
		"100644:.github/keep.md": "x",
	})
	sub := strings.TrimSpace(gitserver.Git(t, dir, "rev-parse", "main"))
	gitserver.Git(t, dir, "read-tree", "main")
	gitserver.Git(t, dir, "update-index", "--add", "--cacheinfo", "160000,"+sub+",module")
	tree := strings.TrimSpace(gitserver.Git(t, dir, "write-tree"))
	gitserver.Git(t, dir, "update-ref", "refs/heads/main", strings.TrimSpace(gitserver.Git(t, dir, "commit-tree", tree, "-p", "main", "-m", "module")))
	before := gitserver.Git(t, dir, "rev-parse", "main")

	for path, words := range map[string]string{
		"LINK.md":                    "is a symlink",
		"linked/x":                   "is a symlink",
		"linked/2024/books.toml":     "is a symlink",
		"outside/passwd":             "is a symlink",
		"module/x":                   "is a submodule",
		"module":                     "is a submodule",
		"learning":                   "is a folder",
		"README.md/x":                "not a folder",
		"../x":                       "leads upward",
		"a/../../x":                  "leads upward",
		"a/../x":                     "leads upward",
		"/etc/passwd":                "within the repository",
		"":                           "within the repository",
		".":                          "within the repository",
		"a/":                         "within the repository",
		".git/config":                "Git's own",
		"a/.git/hooks/x":             "Git's own",
		".GIT/config":                "Git's own",
		".git./config":               "Git's own",
		".git /config":               "Git's own",
		".g\u200cit/config":          "Git's own",
		"GIT~1/config":               "Git's own",
		".gitmodules":                "Git's own",
		".github/workflows/hone.yml": "a workflow",
		".GitHub/Workflows/hone.yml": "a workflow",
		"./.github//workflows/x":     "a workflow",
		".github/workflows":          "a workflow",
		"a\\b":                       "not every system",
		"c:x":                        "not every system",
		"a\nb":                       "not every system",
		"a\xffb":                     "not every system",
	} {
		for name, change := range map[string]Change{"write": {Write: map[string][]byte{path: []byte("x")}}, "remove": {Remove: []string{path}}} {
			if name == "remove" && (path == "README.md/x" || path == "learning") {
				continue
			}
			_, err := Publish(context.Background(), to(s, "log", "main"), func(Tip) (Change, error) { return change, nil })
			if err == nil || !strings.Contains(err.Error(), words) || strings.ContainsAny(err.Error(), "\n\x00") {
				t.Errorf("%s %q: %v, want %q", name, path, err, words)
			}
		}
	}
	if _, err := Publish(context.Background(), to(s, "log", "main"), write(map[string][]byte{"a": nil, "a/b": nil})); err == nil {
		t.Error("a file that is a folder too was published")
	}
	if _, err := Publish(context.Background(), to(s, "log", "main"), func(Tip) (Change, error) {
		return Change{Write: map[string][]byte{"learning/x": nil}, Remove: []string{"learning"}}, nil
	}); err == nil {
		t.Error("a folder was removed as a file")
	}
	if after := gitserver.Git(t, dir, "rev-parse", "main"); after != before {
		t.Error("the branch has moved")
	}
	publish(t, to(s, "log", "main"), write(map[string][]byte{
		".github/ISSUE_TEMPLATE/book.yml": nil, ".gitignore": nil, "...": nil, "git": nil, "a b/ü.svg": nil,
	}))
	publish(t, to(s, "log", "main"), write(map[string][]byte{"git/hub.svg": nil}, "git"))
	gitserver.Check(t, dir)
}

func TestTargetsThatCannotBe(t *testing.T) {
	t.Parallel()
	good := Target{Remote: Remote{URL: "https://git.example/a/b"}, Branch: "main", Name: "Ada", Email: "ada@example.com"}
	for words, spoil := range map[string]func(*Target){
		"name of a branch":       func(t *Target) { t.Branch = "a..b" },
		`"HEAD" cannot be`:       func(t *Target) { t.Branch = "HEAD" },
		`"" cannot be the name`:  func(t *Target) { t.Branch = "" },
		"address of an author":   func(t *Target) { t.Email = "a>\nb" },
		"has a login in it":      func(t *Target) { t.URL = "https://x-access-token:s3cret@git.example/a/b" },
		"unencrypted":            func(t *Target) { t.URL, t.Token = "http://git.example/a/b", "s3cret" },
		"unencrypted to git.":    func(t *Target) { t.URL, t.Token = "git://git.example/a/b", "s3cret" },
		"begins with ssh":        func(t *Target) { t.URL = "ssh://git.example/a/b" },
		"begins with ext":        func(t *Target) { t.URL = "ext://git.example/a/b" },
		"names no repository":    func(t *Target) { t.URL = "/srv/git/a.git" },
		"is not a URL":           func(t *Target) { t.URL = "https://git.example/%zz?s3cret" },
		"names no repository: u": func(t *Target) { t.URL = "--upload-pack=touch /tmp/x" },
	} {
		target := good
		spoil(&target)
		_, err := Publish(context.Background(), target, write(badges("x")))
		if err == nil || !strings.Contains(err.Error(), words) || strings.Contains(err.Error(), "s3cret") {
			t.Errorf("error %v, want %q", err, words)
		}
	}
}

func TestGitDaemon(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	dir := s.Bare("log", aLog)
	target := to(s, "log", "main")
	target.URL = gitserver.Daemon(t, s.Dir) + "/log"
	got := publish(t, target, write(badges("by daemon"), "README.md"))
	if rev := strings.TrimSpace(gitserver.Git(t, dir, "rev-parse", "main")); rev != got.Commit {
		t.Errorf("main is %s, published %s", rev, got.Commit)
	}
	gitserver.Hook(t, dir, "pre-receive", "echo 'not today' >&2; exit 1\n")
	refused := (*Refused)(nil)
	if _, err := Publish(context.Background(), target, write(badges("refused"))); !errors.As(err, &refused) || refused.Reason != Declined || !strings.Contains(refused.Quote, "not today") {
		t.Errorf("refused: %v", err)
	}
	target.URL += "-none"
	if _, err := Publish(context.Background(), target, write(badges("refused"))); err == nil {
		t.Error("published to nowhere")
	}
	gitserver.Check(t, filepath.Join(s.Dir, "log"))
}
