package browsertest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var want = regexp.MustCompile(`<!-- (want|may): (.*?) -->`)

// TestJudge gives the judge pictures whose faults are known.
func TestJudge(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/faults.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	wanted, allowed := map[string][]string{}, map[string][]string{}
	var pictures []picture
	for _, f := range archive.Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
		pictures = append(pictures, read(t, dir, path))
		for _, m := range want.FindAllSubmatch(f.Data, -1) {
			words := string(m[2])
			allowed[f.Name] = append(allowed[f.Name], words)
			if string(m[1]) == "want" {
				wanted[f.Name] = append(wanted[f.Name], words)
			}
		}
	}
	found := map[string]bool{} // picture and wanted words
	for _, f := range judge(t, pictures) {
		known := false
		for _, w := range allowed[f.picture] {
			if strings.Contains(f.String(), w) {
				known, found[f.picture+w] = true, true
			}
		}
		if !known {
			t.Errorf("not wanted: %s", f)
		}
	}
	for name, words := range wanted {
		for _, w := range words {
			if !found[name+w] {
				t.Errorf("%s: the judge does not say %q", name, w)
			}
		}
	}
}
