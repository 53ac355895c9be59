package compat

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

// The pictures are badge-maker's own, which TestParity sees to; so parity is
// guarded where there is no node.
func TestGolden(t *testing.T) {
	known := map[string]bool{}
	for _, c := range cases {
		known[c.name+".svg"] = true
		t.Run(c.name, func(t *testing.T) {
			got, err := SVG(c.badge)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", c.name+".svg")
			if *update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatalf("%v (go test ./badges/compat -update writes it)", err)
			}
			if !bytes.Equal(want, got) {
				t.Errorf("%s (-want +got):\n%s", path, cmp.Diff(elements(want), elements(got)))
			}
		})
	}
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !known[filepath.Base(f)] {
			t.Errorf("%s belongs to no case", f)
		}
	}
}

// elements parts a picture after each tag.
func elements[T string | []byte](svg T) []string { return strings.SplitAfter(string(svg), ">") }
