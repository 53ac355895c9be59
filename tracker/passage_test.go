package tracker

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPassages(t *testing.T) {
	for text, want := range map[string]string{
		"": "",
		"#:schema x\nversion = 1\n[settings]\nstart = 2026-01-01\n\n# mine\n[[book]]\ntitle = \"A\"\n[book.credits]\ncissp = 1\n[[book]]\ntitle = \"B\"\n": "1  3 settings 7 book 11 book",
		"[skill.go]\narea = \"technical\"\n[skill.rust]\narea = \"technical\"\n[rule.mine.more]\nx = 1\n":                                                  "1 skill.go 3 skill.rust 5 rule",
		"[[book]]\ntitle = \"A\n[[talk]]\ntitle = \"B\"\n [ not one\n[settings]\n":                                                                         "1 book 3 talk 6 settings",
		"\xef\xbb\xbf[[book]]\r\ntitle = \"\"\"\r\n[[talk]]\r\n\"\"\"\r\n[[talk]]\r\n":                                                                     "1 book 5 talk",
	} {
		l, _ := Parse([]File{{Name: "learning.toml", Data: []byte(text)}}, nil)
		var got []string
		whole := ""
		for _, p := range l.Passages() {
			got = append(got, fmt.Sprint(p.Line, " ", p.Table))
			whole += p.Text
			if p.File != "learning.toml" {
				t.Errorf("a passage of %s", p.File)
			}
		}
		if strings.Join(got, " ") != want || whole != strings.TrimPrefix(text, "\xef\xbb\xbf") {
			t.Errorf("%q:\ngot  %v %q\nwant %s", text, got, whole, want)
		}
	}
}

// Every entry of the example begins a passage of its kind.
func TestEntriesBeginPassages(t *testing.T) {
	root := "../examples/technical-leader"
	var files []File
	for _, pattern := range []string{"*.toml", "learning/*.toml", "learning/*/*.toml"} {
		names, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, File{Name: strings.TrimPrefix(filepath.ToSlash(name), root+"/"), Data: data})
		}
	}
	l, _ := Parse(files, nil)
	tables := map[string]string{}
	for _, p := range l.Passages() {
		tables[fmt.Sprint(p.File, ":", p.Line)] = p.Table
	}
	if len(l.Entries) < 20 {
		t.Fatalf("%d entries", len(l.Entries))
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		file, line := l.Line(e)
		if got := tables[fmt.Sprint(file, ":", line)]; got != e.Kind.Name {
			t.Errorf("%s:%d is %q, want %s", file, line, got, e.Kind.Name)
		}
	}
}
