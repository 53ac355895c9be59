package badges

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

func TestGolden(t *testing.T) {
	known := map[string]bool{}
	for path, b := range examples {
		t.Run(path, func(t *testing.T) {
			svg, err := SVG(b)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, path+".svg", svg)
			known[path+".svg"] = true
			style, name, _ := strings.Cut(path, "/")
			if style != "flat" && name != "logo" {
				return
			}
			endpoint, err := Endpoint(b)
			if err != nil {
				t.Fatal(err)
			}
			if style != "flat" {
				name += "-" + style
			}
			golden(t, "endpoint/"+name+".json", endpoint)
			known["endpoint/"+name+".json"] = true
		})
	}
	files, err := filepath.Glob("testdata/*/*.*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in testdata (%v)", err)
	}
	for _, f := range files {
		if name := strings.TrimPrefix(filepath.ToSlash(f), "testdata/"); !known[name] {
			t.Errorf("testdata/%s belongs to no case", name)
		}
	}
}

// golden compares with a file of testdata, one element per line.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
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
	for style := range Styles() {
		b := Badge{Label: "books", Message: "2 of 12", Style: style}
		got, err := AppendSVG([]byte("before"), b)
		if err != nil {
			t.Fatal(err)
		}
		want, _ := SVG(b)
		if string(got) != "before"+string(want) {
			t.Errorf("got %q", got)
		}
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

func TestRefused(t *testing.T) {
	for name, change := range map[string]func(b *Badge){
		"a style":         func(b *Badge) { b.Style = 5 },
		"a style below":   func(b *Badge) { b.Style = -1 },
		"a colour":        func(b *Badge) { b.Color = 0x123456 },
		"a label's":       func(b *Badge) { b.LabelColor = 0x80FFFFFF },
		"a logo's colour": func(b *Badge) { b.LogoColor = 0x00FFFFFF },
		"a suffix":        func(b *Badge) { b.IDSuffix = `a"b` },
		"a suffix, é":     func(b *Badge) { b.IDSuffix = "é" },
		"a suffix, @":     func(b *Badge) { b.IDSuffix = "@" },
		"a long suffix":   func(b *Badge) { b.IDSuffix = strings.Repeat("a", 65) },
		"narrow":          func(b *Badge) { b.MaxWidth = 99 },
		"wide":            func(b *Badge) { b.MaxWidth = 2001 },
		"negative":        func(b *Badge) { b.MaxWidth = -1 },
		"a link":          func(b *Badge) { b.Link = "javascript:alert(1)" },
		"a left link":     func(b *Badge) { b.LabelLink = "//example.org" },
		"a right link":    func(b *Badge) { b.MessageLink = "a b" },
		"a link of none":  func(b *Badge) { b.Label, b.LabelLink = "\x00", "a" },
	} {
		b := Badge{Label: "a", Message: "b"}
		change(&b)
		for _, appendTo := range []func([]byte, Badge) ([]byte, error){AppendSVG, AppendEndpoint} {
			if got, err := appendTo([]byte("before"), b); err == nil || string(got) != "before" {
				t.Errorf("%s: got %q, %v", name, got, err)
			}
		}
	}
}

// Badges drawn side by side are those drawn one by one.
func TestConcurrent(t *testing.T) {
	want := map[string]string{}
	for path, b := range examples {
		want[path] = draw(t, b)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for path, b := range examples {
				if got, err := SVG(b); err != nil || string(got) != want[path] {
					t.Errorf("%s: got %s, %v", path, got, err)
				}
			}
		})
	}
	all.Wait()
}

func TestNoAllocation(t *testing.T) {
	dst := make([]byte, 0, 8192)
	for path, b := range examples {
		n := testing.AllocsPerRun(10, func() {
			if _, err := AppendSVG(dst, b); err != nil {
				t.Fatal(err)
			}
			if _, err := AppendEndpoint(dst, b); err != nil {
				t.Fatal(err)
			}
		})
		if n > 0 {
			t.Errorf("%s: %v allocations", path, n)
		}
	}
}
