package actiontest

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/oracle"
)

// rehearsal is the environment for scripts/release.sh with one target only, the
// machine's own, and with the Go that is here.
func rehearsal(more ...string) []string {
	return append([]string{"HONE_TARGETS=" + runtime.GOOS + "/" + runtime.GOARCH, "HONE_TOOLCHAIN=local"}, more...)
}

// release is a folder with the project in it, where a release is rehearsed.
type release struct {
	t     *testing.T
	dir   string
	shell string
	env   []string
}

func (r release) run(args ...string) string {
	r.t.Helper()
	return run(r.t, r.dir, r.env, r.shell, append([]string{"scripts/release.sh"}, args...)...)
}

// refuse runs a command that must fail, and returns its words.
func (r release) refuse(args ...string) string {
	r.t.Helper()
	out, err := try(r.dir, r.env, r.shell, append([]string{"scripts/release.sh"}, args...)...)
	if err == nil {
		r.t.Errorf("release.sh %s succeeded:\n%s", strings.Join(args, " "), out)
	}
	return out
}

func (r release) read(name string) string {
	r.t.Helper()
	data, err := os.ReadFile(filepath.Join(r.dir, name))
	if err != nil {
		r.t.Fatal(err)
	}
	return string(data)
}

// Two folders of different names and depths give the same bytes. Where every
// check is required, the second one compiles everything anew.
func TestReleaseIsReproducible(t *testing.T) {
	t.Parallel()
	shell := bash(t)
	first := release{t, worktree(t, t.TempDir()), shell, rehearsal()}
	second := release{t, worktree(t, filepath.Join(t.TempDir(), "a folder", "of another depth")), shell, rehearsal("GOAMD64=v3", "GOFLAGS=-race", "CGO_ENABLED=1", "GOEXPERIMENT=")}
	if oracle.Required() {
		second.env = append(second.env, "GOCACHE="+t.TempDir())
	}
	one, two := first.run("build", "v0.0.1"), second.run("build", "v0.0.1")
	if one != two || len(strings.Fields(one)) != 2 {
		t.Errorf("the first folder built\n%sthe second\n%s", one, two)
	}
	name := strings.Fields(one)[1]
	if got := run(t, first.dir, nil, filepath.Join(first.dir, "dist", name), "version"); !strings.HasPrefix(got, "hone v0.0.1 (") {
		t.Errorf("the program says %s", got)
	}
	program := first.read("dist/" + name)
	for _, trace := range []string{first.dir, filepath.Dir(absolute(t, "go.mod"))} {
		if strings.Contains(program, trace) {
			t.Errorf("the program holds %q", trace)
		}
	}
	if other := first.run("build", "v0.0.2"); other == one {
		t.Error("another version is the same program")
	}
	first.refuse("build", "1.0")
	first.refuse("build", "v1.0.0; true")
	first.refuse()
}

// gh stands for GitHub's program: it knows one release, whose state is a file.
const gh = `#!/usr/bin/env bash
printf '%s\n' "$*" >>"$GH_LOG"
case "$1 $2" in
  "release view") cat "$GH_STATE" 2>/dev/null ;;
  "release create") echo draft >"$GH_STATE" ;;
  "release edit") echo published >"$GH_STATE" ;;
esac
`

// A release from its beginning to its end: what is not what action.yml names is
// not published, and what is published stays as it is.
func TestReleasePublishesWhatActionNames(t *testing.T) {
	t.Parallel()
	shell := bash(t)
	dir := t.TempDir()
	bin := filepath.Dir(write(t, dir, "bin/gh", gh, 0o755))
	log := filepath.Join(dir, "log")
	r := release{t, worktree(t, filepath.Join(dir, "repo")), shell, rehearsal("PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "GH_LOG="+log, "GH_STATE="+filepath.Join(dir, "state"))}
	asked := func() string {
		data, _ := os.ReadFile(log)
		os.Remove(log)
		return string(data)
	}
	before := r.read("action.yml")

	if out := r.refuse("check", "v0.0.1"); !strings.Contains(out, "nothing was published") {
		t.Errorf("it says\n%s", out)
	}
	r.run("write", "v0.0.1")
	named := r.read("action.yml")
	if !strings.Contains(named, "        HONE_RELEASE: v0.0.1\n        HONE_SHA256: |\n          "+strings.TrimSpace(r.read("dist/checksums.txt"))+"\n      run: bash ") {
		t.Errorf("action.yml says\n%s", named)
	}
	r.run("check", "v0.0.1")
	if out := r.refuse("draft", "v0.0.2"); !strings.Contains(out, "nothing was published") {
		t.Errorf("it says\n%s", out)
	}

	write(t, r.dir, "CHANGELOG.md", "# Changelog\n\n## 0.0.10\n\n- Ten.\n\n## 0.0.1 (2026-01-01)\n\n- One.\n\n## 0.0.0\n\n- None.\n", 0o644)
	r.refuse("publish", "v0.0.1")
	asked()
	r.run("draft", "v0.0.1")
	got := asked()
	for _, want := range []string{"release create v0.0.1 --draft --verify-tag --title v0.0.1 --notes ## 0.0.1 (2026-01-01)\n\n- One.\n", "release upload v0.0.1 --clobber dist/checksums.txt dist/hone_"} {
		if !strings.Contains(got, want) {
			t.Errorf("GitHub was not asked %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "None") || strings.Contains(got, "Ten") {
		t.Errorf("the notes are those of several releases:\n%s", got)
	}
	r.run("draft", "v0.0.1") // once more, as after a run that broke off
	if got := asked(); strings.Contains(got, "release create") {
		t.Errorf("GitHub was asked\n%s", got)
	}
	r.run("publish", "v0.0.1")
	if got := asked(); !strings.Contains(got, "release edit v0.0.1 --draft=false") {
		t.Errorf("GitHub was asked\n%s", got)
	}
	for _, command := range []string{"draft", "publish"} {
		r.refuse(command, "v0.0.1")
		if got := asked(); strings.Contains(strings.ReplaceAll(got, "release view", ""), "release ") {
			t.Errorf("%s: GitHub was asked\n%s", command, got)
		}
	}

	r.run("clear")
	if after := r.read("action.yml"); after != before {
		t.Errorf("cleared, action.yml is not what it was:\n%s", after)
	}
}

// A source that does not compile stops everything.
func TestReleaseStopsWhenItDoesNotBuild(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no Go to build with")
	}
	dir := worktree(t, t.TempDir())
	r := release{t, dir, bash(t), rehearsal()}
	write(t, dir, "cmd/hone/broken.go", "package main\n\nvar x int = \"\"\n", 0o644)
	before := r.read("action.yml")
	r.refuse("write", "v0.0.1")
	if r.read("action.yml") != before {
		t.Error("action.yml was written")
	}
}
