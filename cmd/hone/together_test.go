package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// honeIn runs hone as a process of its own, without a terminal.
func honeIn(dir string, args ...string) (string, error) {
	run := exec.Command("hone", append([]string{"-C", dir}, args...)...)
	run.Env = append(os.Environ(), "HONE_NOW=2026-11-21T12:00:00Z", "TZ=UTC", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull,
		"GIT_AUTHOR_NAME=Ada", "GIT_AUTHOR_EMAIL=ada@example.com", "GIT_COMMITTER_NAME=Ada", "GIT_COMMITTER_EMAIL=ada@example.com")
	out, err := run.CombinedOutput()
	return string(out), err
}

// Many processes at once: every entry lands, with an id of its own, and every
// commit has one of them.
func TestTogether(t *testing.T) {
	dir := t.TempDir()
	gitIn(t, dir, "init", "-q", "-b", "main")
	fill(t, dir, "learning.toml", "# mine\n[[book]]\ntitle = \"The first\"\nfinished = 2026-01-01\n")
	const many = 12
	var all sync.WaitGroup
	for n := range many {
		all.Go(func() {
			args := []string{"add", "book", "The same title", "--author", fmt.Sprint("N", n), "--commit"}
			if n%3 == 0 {
				args = []string{"pause", fmt.Sprintf("2025-01-%02d..2025-01-%02d", n+1, n+1), "--commit"}
			}
			if out, err := honeIn(dir, args...); err != nil {
				t.Errorf("%v: %v\n%s", args, err, out)
			}
		})
	}
	all.Wait()
	text, err := os.ReadFile(filepath.Join(dir, "learning.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for n := range many {
		want := fmt.Sprintf("author = \"N%d\"\n", n)
		if n%3 == 0 {
			want = fmt.Sprintf("from = 2025-01-%02d\n", n+1)
		}
		if strings.Count(string(text), want) != 1 {
			t.Errorf("%q is there %d times", want, strings.Count(string(text), want))
		}
	}
	if out, err := honeIn(dir, "check"); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if n := strings.Count(gitIn(t, dir, "log", "--oneline"), "\n"); n != many {
		t.Errorf("%d commits", n)
	}
	if is := gitIn(t, dir, "status", "--porcelain"); is != "" {
		t.Errorf("left over:\n%s", is)
	}
}

// One that is begun is finished once, by the first of many.
func TestFinishTogether(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, "learning.toml", "[[book]]\ntitle = \"A\"\nstarted = 2026-01-01\n")
	var all sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range 6 {
		all.Go(func() {
			out, err := honeIn(dir, "finish", "A")
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err == nil:
				done++
			case !strings.Contains(out, "no longer open") && !strings.Contains(out, "nothing is begun"):
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
	all.Wait()
	text, _ := os.ReadFile(filepath.Join(dir, "learning.toml"))
	if string(text) != "[[book]]\ntitle = \"A\"\nstarted = 2026-01-01\nfinished = 2026-11-21\n" || done != 1 {
		t.Errorf("%d were told that it is done:\n%s", done, text)
	}
}

// An editor that saves between reading and writing keeps what it saved: the
// entry goes into the new text.
func TestChangedUnderUs(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, "learning.toml", "# old\n")
	a := &app{environment: environment{stdout: &strings.Builder{}, stderr: &strings.Builder{}, getenv: func(string) string { return "" }}, dir: dir, today: "2026-11-21"}
	b, err := a.read(false)
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	w, err := a.wishFor("add", []string{"talk", "A"}, map[string][]string{}, kindNames())
	if err != nil {
		t.Fatal(err)
	}
	err = a.do(b, writing{what: "no"}, func(b *logbook) (deed, error) {
		if calls++; calls == 1 {
			fill(t, dir, "learning.toml", "# by an editor\n")
		}
		block, err := b.block(w)
		if err != nil {
			return deed{}, err
		}
		return a.insertion(b, block, "learning.toml")
	})
	text, _ := os.ReadFile(filepath.Join(dir, "learning.toml"))
	if err != nil || calls != 2 || !strings.HasPrefix(string(text), "# by an editor\n") || !strings.Contains(string(text), "[[talk]]") {
		t.Errorf("%d calls, %v:\n%s", calls, err, text)
	}
	err = a.do(b, writing{what: "no"}, func(b *logbook) (deed, error) { // one that never rests
		calls++
		fill(t, dir, "learning.toml", fmt.Sprintf("# %d\n", calls))
		block, err := b.block(w)
		if err != nil {
			return deed{}, err
		}
		return a.insertion(b, block, "learning.toml")
	})
	if text, _ := os.ReadFile(filepath.Join(dir, "learning.toml")); err == nil || string(text) != fmt.Sprintf("# %d\n", calls) {
		t.Errorf("after %d calls, %v:\n%s", calls, err, text)
	}
}
