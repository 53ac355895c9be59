package repo

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/oracle"
	"github.com/honelog/hone/internal/repo/gitserver"
)

// layouts make, below dir, every kind of checkout that works, with plain Git as
// actions/checkout runs it, and return its folder.
var layouts = map[string]func(t *testing.T, url, dir string) string{
	"full clone": func(t *testing.T, url, dir string) string {
		gitserver.Git(t, dir, "clone", "-q", url, "c")
		return filepath.Join(dir, "c")
	},
	"depth 1": func(t *testing.T, url, dir string) string {
		gitserver.Git(t, dir, "clone", "-q", "--depth=1", url, "c")
		return filepath.Join(dir, "c")
	},
	"detached merge of a pull request": func(t *testing.T, url, dir string) string {
		return fetchInto(t, url, dir, "--depth=1", "+refs/pull/7/merge:refs/remotes/pull/7/merge")
	},
	"sparse": func(t *testing.T, url, dir string) string {
		gitserver.Git(t, dir, "clone", "-q", "--no-checkout", url, "c")
		c := filepath.Join(dir, "c")
		gitserver.Git(t, c, "sparse-checkout", "set", "learning")
		gitserver.Git(t, c, "checkout", "-q", "main")
		return c
	},
	"sparse and partial": func(t *testing.T, url, dir string) string {
		gitserver.Git(t, dir, "clone", "-q", "--filter=blob:none", "--sparse", url, "c")
		c := filepath.Join(dir, "c")
		gitserver.Git(t, c, "sparse-checkout", "set", "learning")
		return c
	},
	"sparse index": func(t *testing.T, url, dir string) string {
		gitserver.Git(t, dir, "clone", "-q", "--sparse", url, "c")
		c := filepath.Join(dir, "c")
		gitserver.Git(t, c, "sparse-checkout", "set", "--sparse-index", "learning")
		return c
	},
	"partial": func(t *testing.T, url, dir string) string {
		gitserver.Git(t, dir, "clone", "-q", "--filter=blob:none", url, "c")
		return filepath.Join(dir, "c")
	},
	"linked worktree": func(t *testing.T, url, dir string) string {
		gitserver.Git(t, dir, "clone", "-q", url, "c")
		gitserver.Git(t, filepath.Join(dir, "c"), "worktree", "add", "-q", "../linked", "-b", "side")
		return filepath.Join(dir, "linked")
	},
	"linked worktree of a bare repository": func(t *testing.T, url, dir string) string {
		gitserver.Git(t, dir, "clone", "-q", "--bare", url, "bare")
		gitserver.Git(t, filepath.Join(dir, "bare"), "worktree", "add", "-q", "../linked", "main")
		return filepath.Join(dir, "linked")
	},
	"submodule": func(t *testing.T, url, dir string) string {
		gitserver.Git(t, dir, "init", "-q", "outer")
		gitserver.Git(t, filepath.Join(dir, "outer"), "submodule", "--quiet", "add", url, "inner")
		return filepath.Join(dir, "outer", "inner")
	},
	"shared objects": func(t *testing.T, url, dir string) string {
		gitserver.Git(t, dir, "clone", "-q", url, "c")
		gitserver.Git(t, dir, "clone", "-q", "--shared", "c", "d")
		return filepath.Join(dir, "d")
	},
	"index version 4": func(t *testing.T, url, dir string) string {
		gitserver.Git(t, dir, "clone", "-q", url, "c")
		gitserver.Git(t, filepath.Join(dir, "c"), "update-index", "--index-version=4")
		return filepath.Join(dir, "c")
	},
	"split index": func(t *testing.T, url, dir string) string {
		gitserver.Git(t, dir, "clone", "-q", url, "c")
		gitserver.Git(t, filepath.Join(dir, "c"), "update-index", "--split-index")
		return filepath.Join(dir, "c")
	},
	"credentials of actions/checkout": func(t *testing.T, url, dir string) string {
		c := fetchInto(t, url, dir, "--depth=1", "+refs/heads/main:refs/remotes/origin/main")
		gitserver.Git(t, c, "config", "http."+url+".extraheader", "AUTHORIZATION: basic AAAA")
		gitserver.Git(t, c, "config", "includeIf.gitdir:"+c+"/.git.path", "/nowhere")
		return c
	},
}

// fetchInto makes a checkout of one ref as actions/checkout does.
func fetchInto(t *testing.T, url, dir string, args ...string) string {
	c := filepath.Join(dir, "c")
	gitserver.Git(t, dir, "init", "-q", "c")
	gitserver.Git(t, c, "remote", "add", "origin", url)
	gitserver.Git(t, c, append([]string{"fetch", "-q", "--no-tags", "--prune", "origin"}, args...)...)
	_, ref, _ := strings.Cut(args[len(args)-1], ":")
	gitserver.Git(t, c, "checkout", "-q", "--force", ref)
	return c
}

// aServer has a log whose branch topic was merged for pull request 7.
func aServer(t *testing.T) *gitserver.Server {
	s := gitserver.New(t)
	dir := s.Bare("log", aLog)
	gitserver.Git(t, dir, "branch", "topic")
	gitserver.Commit(t, dir, "main", map[string]string{"README.md": "# Ada Lovelace\n"})
	gitserver.Commit(t, dir, "topic", map[string]string{"learning/2024/talks.toml": "[[talk]]\n"})
	tree := strings.TrimSpace(gitserver.Git(t, dir, "merge-tree", "--write-tree", "main", "topic"))
	merge := strings.TrimSpace(gitserver.Git(t, dir, "commit-tree", tree, "-p", "main", "-p", "topic", "-m", "merge"))
	gitserver.Git(t, dir, "update-ref", "refs/pull/7/merge", merge)
	return s
}

func TestEveryLayoutIsReadAndPublished(t *testing.T) {
	t.Parallel()
	s := aServer(t)
	for name, checkout := range layouts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := checkout(t, s.Remote("log"), t.TempDir())
			before := gitserver.Git(t, dir, "status", "--porcelain=v2", "--branch")

			r := open(t, filepath.Join(dir, "learning", "2024"))
			if want, _ := filepath.EvalSymlinks(dir); r.Root() != want {
				t.Errorf("root %s, want %s", r.Root(), want)
			}
			head, err := r.Head()
			if want := strings.TrimSpace(gitserver.Git(t, dir, "rev-parse", "HEAD")); err != nil || head.Commit != want {
				t.Errorf("head %v %v, want %s", head, err, want)
			}
			if want := strings.TrimSpace(gitserver.Git(t, dir, "branch", "--show-current")); head.Branch != want {
				t.Errorf("branch %q, want %q", head.Branch, want)
			}
			tip, err := r.At("HEAD")
			if err != nil {
				t.Fatal(err)
			}
			if got, err := tip.ReadFile("learning.toml"); string(got) != aLog["learning.toml"] {
				t.Errorf("learning.toml is %q %v", got, err)
			}
			for path, want := range map[string]Evidence{
				"learning/proof/dune.pdf": Tracked,
				"learning/proof/none.pdf": Missing,
				// A sparse checkout leaves it out.
				"other/deep/er/picture.svg": Tracked,
			} {
				if got, err := r.Evidence(dir, path); got != want || err != nil {
					t.Errorf("%s is %v %v, want %v", path, got, err, want)
				}
			}

			branch := strings.ReplaceAll("badges for a "+name, " ", "-")
			target := to(s, "log", branch)
			target.Orphan = true
			publish(t, target, write(badges("new")))
			if got := gitserver.Files(t, filepath.Join(s.Dir, "log"), branch); len(got) != 12 {
				t.Errorf("published %v", paths(got))
			}
			if after := gitserver.Git(t, dir, "status", "--porcelain=v2", "--branch"); after != before {
				t.Errorf("the checkout has changed:\n%s\nwas\n%s", after, before)
			}
		})
	}
	t.Cleanup(func() { gitserver.Check(t, filepath.Join(s.Dir, "log")) })
}

func TestOpenSaysWhatToDo(t *testing.T) {
	t.Parallel()
	s := aServer(t)
	clone := func(t *testing.T, dir string) string {
		gitserver.Git(t, dir, "clone", "-q", s.Remote("log"), "c")
		return filepath.Join(dir, "c")
	}
	config := func(settings ...string) func(t *testing.T, dir string) string {
		return func(t *testing.T, dir string) string {
			c := clone(t, dir)
			for i := 0; i < len(settings); i += 2 {
				gitserver.Git(t, c, "config", settings[i], settings[i+1])
			}
			return c
		}
	}
	tests := []struct {
		name  string
		make  func(t *testing.T, dir string) string
		words string
	}{
		{"no repository", func(t *testing.T, dir string) string { return dir }, "run `git init`"},
		{"no folder", func(t *testing.T, dir string) string { return filepath.Join(dir, "none") }, "no such file"},
		{"bare", func(t *testing.T, dir string) string { return filepath.Join(s.Dir, "log") }, "`git clone`"},
		{"within .git", func(t *testing.T, dir string) string { return filepath.Join(clone(t, dir), ".git", "refs") }, "`git clone`"},
		{"SHA-256", func(t *testing.T, dir string) string {
			gitserver.Git(t, dir, "init", "-q", "--object-format=sha256", "c")
			return filepath.Join(dir, "c")
		}, "use a repository with SHA-1 objects"},
		{"reftable", config("core.repositoryformatversion", "1", "extensions.refstorage", "reftable"), "git refs migrate"},
		{"an extension of tomorrow", config("core.repositoryformatversion", "1", "extensions.tomorrow", "yes"), `"tomorrow"`},
		{"worktree without its repository", func(t *testing.T, dir string) string {
			c := clone(t, dir)
			gitserver.Git(t, c, "worktree", "add", "-q", "../linked")
			if err := os.Rename(c, c+"-moved"); err != nil {
				t.Fatal(err)
			}
			return filepath.Join(dir, "linked")
		}, "git worktree repair"},
		{".git of something else", func(t *testing.T, dir string) string {
			os.WriteFile(filepath.Join(dir, ".git"), []byte("hello\n"), 0o644)
			return dir
		}, "clone again"},
		{"empty .git", func(t *testing.T, dir string) string {
			os.Mkdir(filepath.Join(dir, ".git"), 0o755)
			return dir
		}, "clone again"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, err := Open(test.make(t, t.TempDir()))
			if err == nil || !strings.Contains(err.Error(), test.words) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %v, want one line with %q", err, test.words)
			}
			if got := errors.Is(err, ErrNoRepository); got != (test.name == "no repository") {
				t.Errorf("ErrNoRepository: %v", got)
			}
		})
	}
}

func TestNewRepository(t *testing.T) {
	t.Parallel()
	oracle.Program(t, "git")
	dir := t.TempDir()
	gitserver.Git(t, dir, "init", "-q", "--initial-branch=first")
	r := open(t, dir)
	if head, err := r.Head(); head != (Head{Branch: "first"}) || err != nil {
		t.Errorf("head %+v %v", head, err)
	}
	if _, err := r.At("HEAD"); err == nil {
		t.Error("HEAD is there")
	}
	os.WriteFile(filepath.Join(dir, "proof.pdf"), nil, 0o644)
	if got, err := r.Evidence(dir, "proof.pdf"); got != Untracked || err != nil {
		t.Errorf("proof is %v %v", got, err)
	}
}

func TestFilesThatWereNotFetched(t *testing.T) {
	t.Parallel()
	s := aServer(t)
	r := open(t, layouts["partial"](t, s.Remote("log"), t.TempDir()))
	tip, err := r.At("HEAD~1")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tip.ReadFile("README.md"); err == nil || !strings.Contains(err.Error(), "clone without `--filter`") {
		t.Errorf("error %v", err)
	}
	r = open(t, layouts["detached merge of a pull request"](t, s.Remote("log"), t.TempDir()))
	if _, err := r.Base("main"); err == nil || !strings.Contains(err.Error(), "`fetch-depth: 0`") {
		t.Errorf("error %v", err)
	}
}

func TestDefaultBranch(t *testing.T) {
	t.Parallel()
	s := aServer(t)
	dir := t.TempDir()
	full := layouts["full clone"](t, s.Remote("log"), dir)
	if got := open(t, full).DefaultBranch(); got != "main" {
		t.Errorf("default branch %q", got)
	}
	merge := layouts["detached merge of a pull request"](t, s.Remote("log"), t.TempDir())
	if got := open(t, merge).DefaultBranch(); got != "" {
		t.Errorf("default branch %q, which nobody told", got)
	}
}

func TestFetch(t *testing.T) {
	t.Parallel()
	s := aServer(t)
	dir := filepath.Join(s.Dir, "log")
	for _, rev := range []string{"main", "HEAD", strings.TrimSpace(gitserver.Git(t, dir, "rev-parse", "main"))} {
		tip, err := Fetch(context.Background(), Remote{URL: s.Remote("log")}, rev)
		if err != nil {
			t.Fatal(rev, err)
		}
		if got, err := tip.ReadFile("README.md"); string(got) != "# Ada Lovelace\n" || err != nil {
			t.Errorf("%s: README is %q %v", rev, got, err)
		}
	}
	refused := (*Refused)(nil)
	if _, err := Fetch(context.Background(), Remote{URL: s.Remote("log")}, "none"); !errors.As(err, &refused) || refused.Reason != NoBranch {
		t.Errorf("no branch: %v", err)
	}
	if _, err := Fetch(context.Background(), Remote{URL: s.Remote("none")}, "main"); !errors.As(err, &refused) || refused.Reason != NotFound {
		t.Errorf("no repository: %v", err)
	}
}
