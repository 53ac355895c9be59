package badges

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/honelog/hone/badges/internal/odd"
)

// oracle returns the path of an independent program. Without it the test is
// skipped, or fails where HONE_ORACLES=required.
func oracle(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	if os.Getenv("HONE_ORACLES") == "required" {
		t.Fatalf("%s is not installed, and HONE_ORACLES=required", name)
	}
	t.Skipf("%s is not installed: a second opinion is missing", name)
	return ""
}

// libxml2 is stricter than encoding/xml.
func TestXMLLint(t *testing.T) {
	xmllint := oracle(t, "xmllint")
	files, err := filepath.Glob("testdata/*/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pictures in testdata (%v)", err)
	}
	dir := t.TempDir()
	for i, s := range odd.Texts {
		for style := range Styles() {
			svg := draw(t, Badge{Label: s, Message: "x" + s, Title: s, Style: style, Logo: tick, MessageLink: "?a&b='c'"})
			file := filepath.Join(dir, fmt.Sprintf("odd-%02d-%s.svg", i, style))
			if err := os.WriteFile(file, []byte(svg), 0o644); err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
		}
	}
	if out, err := exec.Command(xmllint, append([]string{"--noout", "--nonet"}, files...)...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
