package browsertest

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	_ "github.com/honelog/hone/internal/run" // the program built below: the test's cache depends on it

	"github.com/honelog/hone/internal/oracle"
)

var root = filepath.Join("..", "..")

// TestPictures judges every picture of the repository, and those that the
// program draws of odd logs.
func TestPictures(t *testing.T) {
	programs(t)
	var pictures []picture
	for _, folder := range []string{"badges/testdata/*", "badges/cards/testdata", "examples/*/learning/badges"} {
		pictures = append(pictures, folders(t, root, filepath.Join(root, folder))...)
	}
	if len(pictures) < 40 {
		t.Fatalf("only %d pictures found", len(pictures))
	}
	dir := build(t, logs())
	drawn := folders(t, dir, filepath.Join(dir, "*", "learning", "badges"))
	if len(drawn) < 3*len(logs()) {
		t.Fatalf("only %d pictures drawn", len(drawn))
	}
	for _, p := range drawn {
		if p.scheme() == "" { // twins are the same code as those above
			p.odd = true
			pictures = append(pictures, p)
		}
	}
	for _, f := range judge(t, pictures) {
		t.Error(f)
	}
}

// folders reads the pictures of folders.
func folders(t *testing.T, root, pattern string) (pictures []picture) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(pattern, "*.svg"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		pictures = append(pictures, read(t, root, f))
	}
	return pictures
}

// build makes the program and lets it draw the pictures of logs, each in a
// folder of its name.
func build(t *testing.T, logs map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	if keep := os.Getenv("HONE_PICTURES"); keep != "" {
		dir = filepath.Join(keep, "logs")
	}
	program := filepath.Join(t.TempDir(), "hone")
	if out, err := exec.Command(oracle.Program(t, "go"), "build", "-o", program, root+"/cmd/hone").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, name := range slices.Sorted(maps.Keys(logs)) {
		in := filepath.Join(dir, name)
		if err := os.MkdirAll(in, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(in, "learning.toml"), []byte(logs[name]), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(program, "build", "-C", in, "--today", today).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
	return dir
}
