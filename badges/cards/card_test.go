package cards

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

func TestGolden(t *testing.T) {
	known := map[string]bool{}
	keep := func(name string, c Card, l Look) {
		t.Run(name, func(t *testing.T) {
			svg, err := SVG(c, l)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name+".svg", svg)
		})
		known[name+".svg"] = true
	}
	for _, c := range usual() {
		keep(c.name, c.card, Look{})
		keep(c.name+"-light", c.card, Look{Scheme: Light})
		keep(c.name+"-dark", c.card, Look{Scheme: Dark})
	}
	for _, c := range unusual() {
		keep(c.name, c.card, Look{})
	}
	files, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !f.IsDir() && !known[f.Name()] {
			t.Errorf("testdata/%s belongs to no case", f.Name())
		}
	}
}

// golden compares with a file of testdata, one element per line.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (go test ./badges/cards -update writes it)", err)
	}
	lines := func(b []byte) []string { return strings.SplitAfter(string(b), ">") }
	if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}
