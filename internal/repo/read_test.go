package repo

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/internal/oracle"
	"github.com/honelog/hone/internal/repo/gitserver"
)

func TestTipReadsRegularFilesOnly(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	s.Bare("log", aLog)
	gitserver.Commit(t, filepath.Join(s.Dir, "log"), "main", map[string]string{
		"120000:learning/link.toml": "../README.md",
		"120000:LINK.md":            "README.md",
		"120000:linked":             "learning",
	})
	r := open(t, layouts["full clone"](t, s.Remote("log"), t.TempDir()))
	tip, err := r.At("main")
	if err != nil {
		t.Fatal(err)
	}
	if want := time.Date(2024, 3, 1, 12, 0, 0, 0, time.UTC); tip.Time != want {
		t.Errorf("time %v, want %v", tip.Time, want)
	}
	lists := []struct{ under, want []string }{
		{nil, []string{"README.md", "learning.toml", "learning/2024/books.toml", "learning/proof/dune.pdf", "other/deep/er/picture.svg", "tools/build.sh"}},
		{[]string{"learning", "learning.toml"}, []string{"learning.toml", "learning/2024/books.toml", "learning/proof/dune.pdf"}},
		{[]string{"./learning/2024/", "learning"}, []string{"learning/2024/books.toml", "learning/proof/dune.pdf"}},
		{[]string{"none", "LINK.md", "linked", "linked/2024", "README.md/x"}, nil},
	}
	for _, test := range lists {
		got, err := tip.List(test.under...)
		if diff := cmp.Diff(test.want, got); diff != "" || err != nil {
			t.Errorf("list %v: %v\n%s", test.under, err, diff)
		}
		files, err := tip.ReadFiles(test.under...)
		if diff := cmp.Diff(test.want, paths(files)); diff != "" || err != nil {
			t.Errorf("read %v: %v\n%s", test.under, err, diff)
		}
	}
	if got, err := tip.ReadFile("tools/build.sh"); string(got) != "#!/bin/sh\n" || err != nil {
		t.Errorf("executable: %q %v", got, err)
	}
	for path, words := range map[string]string{
		"LINK.md": "is a symlink", "learning": "is a folder", "../x": "outside", "/x": "outside", "a/../../x": "outside",
	} {
		if _, err := tip.ReadFile(path); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: %v, want %q", path, err, words)
		}
	}
	for _, path := range []string{"none", "none/none", "linked/2024/books.toml", "README.md/x"} {
		if _, err := tip.ReadFile(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := (Tip{}).ReadFile("x"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("zero tip: %v", err)
	}
}

func TestLargeFilesAreNotRead(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	s.Bare("log", map[string]string{"film.mp4": strings.Repeat("x", maxFile+1), "learning.toml": "version = 1\n"})
	r := open(t, layouts["full clone"](t, s.Remote("log"), t.TempDir()))
	local, err := r.At("HEAD")
	if err != nil {
		t.Fatal(err)
	}
	remote, err := Fetch(t.Context(), Remote{URL: s.Remote("log")}, "main")
	if err != nil {
		t.Fatal(err)
	}
	for name, tip := range map[string]Tip{"local": local, "remote": remote} {
		if _, err := tip.ReadFile("film.mp4"); err == nil || !strings.Contains(err.Error(), "16") {
			t.Errorf("%s: %v", name, err)
		}
		if got, err := tip.ReadFile("learning.toml"); err != nil || !bytes.Equal(got, []byte("version = 1\n")) {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
	publish(t, to(s, "log", "main"), write(badges("beside a film")))
	gitserver.Check(t, filepath.Join(s.Dir, "log"))
}

func TestRevisions(t *testing.T) {
	t.Parallel()
	s := aServer(t)
	dir := layouts["full clone"](t, s.Remote("log"), t.TempDir())
	gitserver.Git(t, dir, "fetch", "-q", "origin", "+refs/pull/7/merge:refs/merge")
	gitserver.Git(t, dir, "tag", "-a", "v1", "-m", "one", "main")
	gitserver.Git(t, dir, "tag", "light", "main~1")
	r := open(t, dir)
	full := strings.TrimSpace(gitserver.Git(t, dir, "rev-parse", "main"))
	revs := []string{"HEAD", "@", "main", "refs/heads/main", "v1", "v1^", "light", "origin/topic", "origin",
		"refs/merge", "refs/merge^2", "refs/merge^^", "refs/merge~2", "refs/merge^2~1", "refs/merge^0", full, full[:7], full[:4], strings.ToUpper(full[:8])}
	for _, rev := range revs {
		want := strings.TrimSpace(gitserver.Git(t, dir, "rev-parse", rev+"^{commit}"))
		if tip, err := r.At(rev); tip.Commit != want || err != nil {
			t.Errorf("%s is %s %v, want %s", rev, tip.Commit, err, want)
		}
	}
	if tip, err := r.At("topic"); err != nil || tip.Commit != strings.TrimSpace(gitserver.Git(t, dir, "rev-parse", "origin/topic")) {
		t.Errorf("topic is %s %v, want origin's", tip.Commit, err)
	}
	for _, rev := range []string{"", "none", "main^2", "main~99", "main^{tree}", "^1", "~", "main~99999999999999999999", "../HEAD", "abc", strings.Repeat("1", 40), "-x", "HEAD:README.md"} {
		if _, err := r.At(rev); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v", rev, err)
		}
	}
}

func TestBase(t *testing.T) {
	t.Parallel()
	s := aServer(t)
	bare := filepath.Join(s.Dir, "log")
	rev := func(rev string) string { return strings.TrimSpace(gitserver.Git(t, bare, "rev-parse", rev)) }
	merge := "+refs/pull/7/merge:refs/remotes/pull/7/merge"
	tests := []struct {
		name, depth, ref, rev, want string
		cut                         int // the fetch-depth that the error names; -1 for no error
	}{
		{"merge of a pull request", "--depth=2", merge, "", rev("main"), -1},
		{"merge at depth 1", "--depth=1", merge, "", rev("main"), 2},
		{"named base", "--update-shallow", merge, rev("main"), rev("main"), -1},
		{"named base at depth 1", "--depth=1", merge, rev("main"), rev("main"), 0},
		{"head of a topic", "--update-shallow", "+refs/heads/*:refs/remotes/origin/*", "origin/main", rev("main"), -1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			c := filepath.Join(dir, "c")
			gitserver.Git(t, dir, "init", "-q", "c")
			gitserver.Git(t, c, "fetch", "-q", "--no-tags", test.depth, s.Remote("log"), test.ref)
			_, to, _ := strings.Cut(test.ref, ":")
			gitserver.Git(t, c, "checkout", "-q", "--force", strings.Replace(to, "*", "main", 1))
			r := open(t, c)
			got, err := r.Base(test.rev)
			cut := (*Shallow)(nil)
			switch {
			case test.cut < 0:
				if got != test.want || err != nil {
					t.Errorf("base %s %v, want %s", got, err, test.want)
				}
			case !errors.As(err, &cut) || cut.Commit != test.want || cut.Depth != test.cut || !strings.Contains(err.Error(), "fetch-depth"):
				t.Errorf("base %s %v", got, err)
			default: // what is cut off can be fetched
				tip, err := Fetch(t.Context(), Remote{URL: s.Remote("log")}, cut.Commit)
				if err != nil || tip.Commit != test.want {
					t.Errorf("fetched %s %v", tip.Commit, err)
				}
			}
		})
	}

	r := open(t, layouts["full clone"](t, s.Remote("log"), t.TempDir()))
	if got, err := r.Base("topic"); got != rev("main~1") || err != nil {
		t.Errorf("shared %s %v, want %s", got, err, rev("main~1"))
	}
	if _, err := r.Base(""); err == nil || !strings.Contains(err.Error(), "name the base") {
		t.Errorf("no merge: %v", err)
	}
}

// The shared commit is compared with Git's on histories of every shape.
func TestBaseIsGits(t *testing.T) {
	t.Parallel()
	oracle.Program(t, "git")
	dir := t.TempDir()
	gitserver.Git(t, dir, "init", "-q", "--initial-branch=main")
	tree := strings.TrimSpace(gitserver.Git(t, dir, "write-tree"))
	commits := []string{}
	state := uint32(1)
	random := func(n int) int { state = state*1664525 + 1013904223; return int(state>>16) % n }
	for i := range 40 {
		args := []string{"commit-tree", tree, "-m", "x" + strings.Repeat("y", i)}
		parents := map[int]bool{}
		for range min(i, 1+random(2)) {
			parents[max(0, i-1-random(5))] = true
		}
		for p := range i {
			if parents[p] {
				args = append(args, "-p", commits[p])
			}
		}
		commits = append(commits, strings.TrimSpace(gitserver.Git(t, dir, args...)))
	}
	r := open(t, dir)
	for i := range 40 {
		a, b := commits[random(40)], commits[random(40)]
		if i == 0 {
			b = a
		}
		os.WriteFile(filepath.Join(dir, ".git", "HEAD"), []byte(a+"\n"), 0o644)
		all := gitserver.Git(t, dir, "merge-base", "--all", a, b)
		if got, err := r.Base(b); err != nil || !strings.Contains(all, got) {
			t.Errorf("base of %.7s and %.7s is %s %v, Git says %s", a, b, got, err, all)
		}
	}
}

func TestEvidence(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	s.Bare("log", aLog)
	dir := layouts["full clone"](t, s.Remote("log"), t.TempDir())
	in := func(path string) string { return filepath.Join(dir, filepath.FromSlash(path)) }
	os.WriteFile(in("learning/proof/new.pdf"), nil, 0o644)
	os.Remove(in("other/deep/er/picture.svg"))
	os.Symlink("dune.pdf", in("learning/proof/link.pdf"))
	os.Symlink("proof", in("learning/linked"))
	os.Symlink("/etc/passwd", in("learning/passwd"))
	gitserver.Git(t, dir, "add", "learning/proof/link.pdf", "learning/linked")
	r := open(t, dir)
	for path, want := range map[string]Evidence{
		"proof/dune.pdf":               Tracked,
		"proof/../proof/dune.pdf":      Tracked,
		"../learning/proof/dune.pdf":   Tracked,
		"../tools/build.sh":            Tracked,
		"proof/new.pdf":                Untracked,
		"proof/none.pdf":               Missing,
		"../other/deep/er/picture.svg": Missing,
		"proof/link.pdf":               Missing,
		"linked/dune.pdf":              Missing,
		"passwd":                       Missing,
		"proof":                        Missing,
		"proof/dune.pdf/x":             Missing,
		"":                             Missing,
		".":                            Missing,
		"../../c/README.md":            Missing,
		"../.git/config":               Missing,
		"../.GIT/config":               Missing,
		"/etc/passwd":                  Missing,
		"../../../../etc/passwd":       Missing,
	} {
		if got, err := r.Evidence(in("learning"), path); got != want || err != nil {
			t.Errorf("%q is %v %v, want %v", path, got, err, want)
		}
	}
	if got, err := r.Evidence(t.TempDir(), "x"); got != Missing || err != nil {
		t.Errorf("another folder: %v %v", got, err)
	}
}
