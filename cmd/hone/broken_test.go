package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker"
)

var wanted = regexp.MustCompile(`# want ([a-z-]+)`)

// The broken example's two logs have the findings that their lines ask for, and
// no others. Between them they have every code that can stand in a file.
func TestBrokenExample(t *testing.T) {
	dir := t.TempDir() // outside of Git: no evidence is untracked
	if err := os.CopyFS(dir, os.DirFS("../../examples/broken")); err != nil {
		t.Fatal(err)
	}
	codes := map[string]bool{}
	for _, log := range []string{dir, filepath.Join(dir, "unreadable")} {
		want, got := wantedIn(t, log), foundIn(t, log)
		for _, w := range want {
			_, code, _ := strings.Cut(w, " ")
			codes[code] = true
			if !slices.Contains(got, w) {
				t.Errorf("not found: %s", w)
			}
		}
		for _, g := range got {
			if !slices.Contains(want, g) {
				t.Errorf("not wanted: %s", g)
			}
		}
		if len(want) != len(got) {
			t.Errorf("%d wanted, %d found", len(want), len(got))
		}
	}
	for _, c := range tracker.Codes() {
		elsewhere := slices.Contains([]string{"no-log", "too-many", "evidence-untracked", "not-private-here"}, c.Name)
		if codes[c.Name] == elsewhere {
			t.Errorf("%s: in the example %v", c.Name, codes[c.Name])
		}
	}
}

// wantedIn lists what the lines of a log ask for.
func wantedIn(t *testing.T, log string) (want []string) {
	t.Helper()
	for _, pattern := range []string{"learning.toml", "learning/*.toml"} {
		names, err := fs.Glob(os.DirFS(log), pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := os.ReadFile(filepath.Join(log, name))
			if err != nil {
				t.Fatal(err)
			}
			for i, line := range strings.Split(string(text), "\n") {
				for _, m := range wanted.FindAllStringSubmatch(line, -1) {
					want = append(want, fmt.Sprintf("%s:%d %s", name, i+1, m[1]))
				}
			}
		}
	}
	return want
}

// foundIn lists what a check of a log finds.
func foundIn(t *testing.T, log string) (got []string) {
	t.Helper()
	r := runIn(log, "check", "--format", "json")
	var found struct{ Findings []tracker.Finding }
	if err := json.Unmarshal([]byte(r.out), &found); err != nil || r.code != exitFailOn {
		t.Fatalf("exit code %d, %v\n%s", r.code, err, r.talked)
	}
	for _, f := range found.Findings {
		got = append(got, fmt.Sprintf("%s:%d %s", f.File, f.Line, f.Code))
	}
	return got
}
