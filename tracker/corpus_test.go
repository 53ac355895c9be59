package tracker

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/honelog/hone/internal/oracle"
)

// corpus returns the files of toml-test, by their paths. Without the program
// the test is skipped, or fails where HONE_ORACLES=required.
func corpus(t *testing.T) map[string][]byte {
	t.Helper()
	program := oracle.Program(t, "toml-test")
	dir := filepath.Join(t.TempDir(), "corpus")
	if out, err := exec.Command(program, "copy", dir).CombinedOutput(); err != nil {
		t.Fatalf("toml-test copy: %v\n%s", err, out)
	}
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".toml" {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// What the corpus calls invalid ends in an error in its place, and what it
// calls valid is TOML to us, too, where it is to the decoder.
func TestCorpus(t *testing.T) {
	invalid, valid := 0, 0
	for name, data := range corpus(t) {
		found := findingsOf([]File{{Name: "learning.toml", Data: data}})
		for _, f := range found {
			checkWords(t, f)
		}
		switch {
		case strings.HasPrefix(name, "invalid/"):
			invalid++
			if Errors(found) == 0 {
				t.Errorf("%s has no error", name)
			}
		case strings.HasPrefix(name, "valid/"):
			valid++
			var v map[string]any
			_, err := toml.Decode(string(data), &v)
			for _, f := range found {
				if (f.Code == "syntax" || f.Code == "encoding") && err == nil {
					t.Errorf("%s: %v", name, f)
				}
			}
		}
	}
	if invalid < 400 || valid < 150 {
		t.Errorf("the corpus has %d invalid and %d valid files", invalid, valid)
	}
}
