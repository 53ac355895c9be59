package render

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the files that tests compare with")

// FORMAT.md is what the tables of the parser make it.
func TestFormat(t *testing.T) {
	const name = "../../FORMAT.md"
	want := Format()
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, string(got)); d != "" {
		t.Errorf("FORMAT.md is stale: go test ./internal/render -run TestFormat -update\n%s", d)
	}
}
