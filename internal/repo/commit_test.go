package repo

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/repo/gitserver"
)

// as are the environment's words on who commits.
func as(name string) func(string) string {
	return func(key string) string {
		switch key {
		case "GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME":
			return name
		case "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL":
			return strings.ToLower(name) + "@example.com"
		case "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM":
			return os.DevNull
		}
		return ""
	}
}

func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// checkout is a repository with a commit, something staged, something changed
// and something unknown to Git.
func checkout(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	gitserver.Git(t, dir, "init", "-q", "-b", "main")
	put(t, dir, map[string]string{"learning.toml": "version = 1\n", "a.txt": "a\n", "z/deep.txt": "deep\n"})
	gitserver.Git(t, dir, "add", "-A")
	gitserver.Git(t, dir, "commit", "-q", "-m", "first")
	put(t, dir, map[string]string{"a.txt": "staged\n", "new.txt": "staged too\n"})
	gitserver.Git(t, dir, "add", "a.txt", "new.txt")
	put(t, dir, map[string]string{"z/deep.txt": "changed\n", "unknown.txt": "?\n"})
	return dir
}

func status(t *testing.T, dir string) string {
	t.Helper()
	return strings.TrimRight(gitserver.Git(t, dir, "status", "--porcelain"), "\n")
}

// Only the files that are named are committed; what is staged stays so.
func TestCommit(t *testing.T) {
	dir := checkout(t)
	put(t, dir, map[string]string{"learning.toml": "version = 1\n# more\n", "learning/2026/new.toml": "[[book]]\n"})
	r := open(t, dir)
	hash, err := r.Commit(Local{Files: []string{"learning.toml", "learning/2026/new.toml"}, Message: "Add book: Ada", When: noon, Getenv: as("Ada")})
	if err != nil {
		t.Fatal(err)
	}
	if is := strings.TrimSpace(gitserver.Git(t, dir, "log", "-1", "--format=%H|%an|%ae|%cn|%s|%cI|%D")); is != hash+"|Ada|ada@example.com|Ada|Add book: Ada|2024-04-02T12:00:00Z|HEAD -> main" &&
		is != hash+"|Ada|ada@example.com|Ada|Add book: Ada|2024-04-02T12:00:00+00:00|HEAD -> main" {
		t.Error(is)
	}
	if is := gitserver.Git(t, dir, "show", "--format=", "--name-only", "HEAD"); strings.TrimSpace(is) != "learning.toml\nlearning/2026/new.toml" {
		t.Error(is)
	}
	if is := status(t, dir); is != "M  a.txt\nA  new.txt\n M z/deep.txt\n?? unknown.txt" {
		t.Errorf("the rest is\n%s", is)
	}
	gitserver.Git(t, dir, "fsck", "--strict")
	if _, err := os.Lstat(filepath.Join(dir, ".git", "index.lock")); err == nil {
		t.Error("the lock is still there")
	}
	again, err := open(t, dir).Commit(Local{Files: []string{"learning.toml"}, Message: "Again", When: noon, Getenv: as("Ada")})
	if again != "" || err != nil {
		t.Error("there was nothing to commit", again, err)
	}
	gitserver.Git(t, dir, "commit", "-q", "-m", "the rest")
	if is := status(t, dir); is != " M z/deep.txt\n?? unknown.txt" {
		t.Errorf("what was staged became\n%s", is)
	}
}

// The first commit of all, a detached HEAD, and a linked worktree.
func TestCommitAnywhere(t *testing.T) {
	dir := t.TempDir()
	gitserver.Git(t, dir, "init", "-q", "-b", "main")
	put(t, dir, map[string]string{"learning.toml": "version = 1\n", "a.txt": "a\n"})
	one := Local{Files: []string{"learning.toml"}, Message: "Add", When: noon, Getenv: as("Ada")}
	if _, err := open(t, dir).Commit(one); err != nil {
		t.Fatal(err)
	}
	if is := status(t, dir); is != "?? a.txt" {
		t.Error(is)
	}
	put(t, dir, map[string]string{"learning.toml": "version = 1\n#\n"})
	gitserver.Git(t, dir, "checkout", "-q", "--detach")
	if _, err := open(t, dir).Commit(one); err != nil {
		t.Fatal(err)
	}
	if is := strings.Count(gitserver.Git(t, dir, "log", "--oneline"), "\n"); is != 2 || status(t, dir) != "?? a.txt" {
		t.Error(is, status(t, dir))
	}
	linked := filepath.Join(t.TempDir(), "linked")
	gitserver.Git(t, dir, "worktree", "add", "-q", "-b", "side", linked)
	put(t, linked, map[string]string{"learning.toml": "version = 1\n##\n"})
	if _, err := open(t, linked).Commit(one); err != nil {
		t.Fatal(err)
	}
	if is := strings.Count(gitserver.Git(t, linked, "log", "--oneline", "side"), "\n"); is != 3 || status(t, linked) != "" {
		t.Error(is, status(t, linked))
	}
	if is := strings.Count(gitserver.Git(t, dir, "log", "--oneline", "main"), "\n"); is != 1 {
		t.Error("main moved too", is)
	}
}

// Line ends are kept as Git keeps them.
func TestCommitLineEnds(t *testing.T) {
	for _, c := range []struct{ setting, was, want string }{
		{"false", "", "a\r\nb\r\n"}, {"true", "", "a\nb\n"}, {"input", "", "a\nb\n"}, {"true", "a\r\n", "a\r\nb\r\n"},
	} {
		dir := t.TempDir()
		gitserver.Git(t, dir, "init", "-q", "-b", "main")
		if c.was != "" {
			put(t, dir, map[string]string{"learning.toml": c.was})
			gitserver.Git(t, dir, "-c", "core.autocrlf=false", "add", "-A")
			gitserver.Git(t, dir, "commit", "-q", "-m", "first")
		}
		gitserver.Git(t, dir, "config", "core.autocrlf", c.setting)
		put(t, dir, map[string]string{"learning.toml": "a\r\nb\r\n"})
		if _, err := open(t, dir).Commit(Local{Files: []string{"learning.toml"}, Message: "Add", When: noon, Getenv: as("Ada")}); err != nil {
			t.Fatal(err)
		}
		if is := gitserver.Git(t, dir, "cat-file", "-p", "HEAD:learning.toml"); is != c.want || status(t, dir) != "" {
			t.Errorf("%s after %q: %q, %s", c.setting, c.was, is, status(t, dir))
		}
	}
}

// Where Git would do more, or less, nothing is committed.
func TestCommitRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		make func(t *testing.T, dir string)
		want string
	}{
		"lock":     {func(t *testing.T, dir string) { put(t, dir, map[string]string{".git/index.lock": ""}) }, "another Git is at work"},
		"merge":    {func(t *testing.T, dir string) { put(t, dir, map[string]string{".git/MERGE_HEAD": ""}) }, "a merge is under way"},
		"signing":  {func(t *testing.T, dir string) { gitserver.Git(t, dir, "config", "commit.gpgsign", "true") }, "signed here"},
		"ignored":  {func(t *testing.T, dir string) { put(t, dir, map[string]string{".gitignore": "/mine/\n"}) }, "mine/log.toml is ignored by Git"},
		"missing":  {func(t *testing.T, dir string) { os.RemoveAll(filepath.Join(dir, "mine")) }, "no regular file"},
		"unclear":  {func(t *testing.T, dir string) { gitserver.Git(t, dir, "config", "includeIf.onbranch:x.path", "y") }, "which hone cannot tell"},
		"bad name": {func(t *testing.T, dir string) { gitserver.Git(t, dir, "config", "author.name", "a<b") }, "cannot be the name"},
		"hook": {func(t *testing.T, dir string) {
			put(t, dir, map[string]string{".git/hooks/pre-commit": "#!/bin/sh\n"})
			os.Chmod(filepath.Join(dir, ".git/hooks/pre-commit"), 0o755)
		}, "a pre-commit hook"},
		"nobody": {func(t *testing.T, dir string) {}, "who you are is not known to Git: git config --global user.name \"YOUR NAME\"; git config --global user.email \"YOU@EXAMPLE.COM\""},
	} {
		dir := checkout(t)
		put(t, dir, map[string]string{"mine/log.toml": "#\n"})
		who := as("Ada")
		if name == "nobody" || name == "bad name" {
			who = func(key string) string {
				if strings.HasPrefix(key, "GIT_CONFIG") {
					return os.DevNull
				}
				return ""
			}
		}
		c.make(t, dir)
		before := gitserver.Git(t, dir, "rev-parse", "HEAD")
		_, err := open(t, dir).Commit(Local{Files: []string{"mine/log.toml"}, Message: "Add", When: noon, Getenv: who})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Lstat(filepath.Join(dir, ".git", "index.lock")); (err == nil) != (name == "lock") {
			t.Errorf("%s: the lock: %v", name, err)
		}
		if after := gitserver.Git(t, dir, "rev-parse", "HEAD"); after != before {
			t.Errorf("%s: HEAD moved", name)
		}
	}
}

// The name may stand in a file that the settings include.
func TestCommitIncludes(t *testing.T) {
	dir := checkout(t)
	put(t, dir, map[string]string{
		".git/here": "[user]\n\tname = Here\n", ".git/there": "[user]\n\tname = There\n", ".git/mail": "[user]\n\temail = m@example.com\n",
		"learning.toml": "# more\n",
	})
	gitserver.Git(t, dir, "config", "include.path", "mail")
	gitserver.Git(t, dir, "config", "includeIf.gitdir:"+filepath.ToSlash(dir)+"/.path", "here")
	gitserver.Git(t, dir, "config", "includeIf.gitdir:/elsewhere/.path", "there")
	quiet := func(key string) string {
		if strings.HasPrefix(key, "GIT_CONFIG") {
			return os.DevNull
		}
		return ""
	}
	if _, err := open(t, dir).Commit(Local{Files: []string{"learning.toml"}, Message: "Add", When: noon, Getenv: quiet}); err != nil {
		t.Fatal(err)
	}
	if is := strings.TrimSpace(gitserver.Git(t, dir, "log", "-1", "--format=%an %ae")); is != "Here m@example.com" {
		t.Error(is)
	}
}
