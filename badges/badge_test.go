package badges

import (
	"errors"
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
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			svg, err := SVG(c.badge)
			if err != nil {
				t.Fatal(err)
			}
			endpoint, err := Endpoint(c.badge)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, c.name+".svg", svg)
			golden(t, c.name+".json", endpoint)
		})
		known[c.name+".svg"], known[c.name+".json"] = true, true
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
		t.Fatalf("%v (go test ./badges -update writes it)", err)
	}
	lines := func(b []byte) []string { return strings.SplitAfter(string(b), ">") }
	if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestAppendKeepsWhatWasThere(t *testing.T) {
	got, err := AppendSVG([]byte("before"), cases[0].badge)
	if err != nil {
		t.Fatal(err)
	}
	want, _ := SVG(cases[0].badge)
	if string(got) != "before"+string(want) {
		t.Errorf("got %q", got)
	}
}

func TestNothingToShow(t *testing.T) {
	for _, message := range []string{"", " \t\n", "\x00\x1f", "\u200b\ufeff\u00ad", "\u202e\u2069", "\u200d\ufe0f", "\U000e0041", "\u3164"} {
		for _, appendTo := range []func([]byte, Badge) ([]byte, error){AppendSVG, AppendEndpoint} {
			got, err := appendTo([]byte("before"), Badge{Label: "books", Message: message})
			if !errors.Is(err, ErrNoMessage) || string(got) != "before" {
				t.Errorf("message %q: got %q, %v", message, got, err)
			}
		}
	}
}

func TestTransparentColor(t *testing.T) {
	for _, b := range []Badge{{Message: "x", Color: 0x123456}, {Message: "x", LabelColor: 0x80FFFFFF}} {
		if got, err := AppendSVG(nil, b); err == nil {
			t.Errorf("%+v: no error, %s", b, got)
		}
	}
}

// The budget of a badge is 1.5 kB for 40 characters, be they the longest.
func TestSize(t *testing.T) {
	for _, text := range []string{"x", "'", "Ж", "漢", "📚"} {
		b := Badge{Label: strings.Repeat(text, 20), Message: strings.Repeat(text, 20), Color: Green}
		svg, err := SVG(b)
		if err != nil {
			t.Fatal(err)
		}
		if len(svg) > 1500 {
			t.Errorf("40 times %s: %d bytes", text, len(svg))
		}
	}
}

func TestNoAllocation(t *testing.T) {
	dst := make([]byte, 0, 8192)
	for _, c := range cases {
		n := testing.AllocsPerRun(10, func() {
			if _, err := AppendSVG(dst, c.badge); err != nil {
				t.Fatal(err)
			}
			if _, err := AppendEndpoint(dst, c.badge); err != nil {
				t.Fatal(err)
			}
		})
		if n > 0 {
			t.Errorf("%s: %v allocations", c.name, n)
		}
	}
}

// Badges that differ in anything that shows have ids of their own.
func TestIDs(t *testing.T) {
	a := Badge{Label: "a", Message: "b"}
	variants := []Badge{a, {Message: "ab"}, {Label: "ab", Message: "c"}, {Label: "a", Message: "bc"},
		{Label: "a", Message: "b", Color: Red}, {Label: "a", Message: "b", LabelColor: Red}, {Label: "a", Message: "b", Title: "c"}}
	seen := map[string]Badge{}
	for _, b := range variants {
		svg, err := SVG(b)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(svg), `id="`)
		id, _, _ := strings.Cut(rest, `"`)
		if other, ok := seen[id]; ok {
			t.Errorf("%+v and %+v share the id %s", b, other, id)
		}
		seen[id] = b
	}
}
