package tracker

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/honelog/hone/tracker/civil"
)

// oracle finds a program of another project that a test asks: on PATH, or in
// the folder bin of HONE_TOOLS. Without it the test is skipped, or fails where
// HONE_ORACLES is "required".
func oracle(t *testing.T, name string) string {
	t.Helper()
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	if dir := os.Getenv("HONE_TOOLS"); dir != "" {
		if path, err := exec.LookPath(filepath.Join(dir, "bin", name)); err == nil {
			return path
		}
	}
	if os.Getenv("HONE_ORACLES") == "required" {
		t.Fatalf("%s is required and is neither on PATH nor in $HONE_TOOLS/bin", name)
	}
	t.Skipf("%s is neither on PATH nor in $HONE_TOOLS/bin", name)
	return ""
}

// Every valid text of toml-test's corpus takes an entry and a pause, and keeps
// all it had; those of the decoder's dislike, and those with a book of another
// form, are refused in words.
func TestInsertIntoCorpus(t *testing.T) {
	program, dir := oracle(t, "toml-test"), t.TempDir()
	if out, err := exec.Command(program, "copy", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	texts, refused := 0, 0
	err := filepath.WalkDir(filepath.Join(dir, "valid"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".toml") {
			return err
		}
		old, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		texts++
		for _, ends := range []string{"\n", "\r\n"} {
			text := bytes.ReplaceAll(bytes.ReplaceAll(old, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte(ends))
			for _, b := range []Block{aBook(civil.Of(2026, 5, 1)), aPause(civil.Of(2026, 5, 1))} {
				in, err := Insert(text, b)
				if err == nil {
					mustOnlyAdd(t, text, in, b)
					continue
				}
				refused++
				var m map[string]any
				if _, fault := toml.Decode(string(text), &m); fault == nil && m[b.Table] == nil {
					t.Errorf("%s: %v", path, err)
				}
			}
		}
		return nil
	})
	if err != nil || texts < 200 {
		t.Errorf("%d texts: %v", texts, err)
	}
	t.Logf("%d texts, %d of %d refused", texts, refused, 4*texts)
}
