package tracker

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker/civil"
)

// Parsing ends, whatever the bytes, with findings that stand in the log and can
// be shown; and it says the same again.
func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"testdata/*/*.toml", "testdata/bad/*/*.toml", "../examples/*/*.toml", "../examples/*/learning/*.toml"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			if data, err := os.ReadFile(name); err == nil {
				f.Add(data)
			}
		}
	}
	for _, c := range Codes() {
		f.Add([]byte(c.Wrong))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files := []File{{Name: "learning.toml", Data: data}}
		found := findingsOf(files)
		lines := strings.Split(strings.TrimPrefix(string(data), "\xef\xbb\xbf"), "\n")
		for _, x := range found {
			checkWords(t, x)
			if x.EndLine > len(lines) || x.Column > 1+len([]rune(lines[x.Line-1])) || x.EndColumn > 1+len([]rune(lines[x.EndLine-1])) {
				t.Fatalf("%v to %d:%d is not in the log", x, x.EndLine, x.EndColumn)
			}
		}
		if again := findingsOf(files); !reflect.DeepEqual(found, again) {
			t.Fatalf("%v, and again %v", found, again)
		}
		if Errors(found) == 0 {
			a, _ := Parse(files, nil)
			b, _ := Parse(files, nil)
			if !reflect.DeepEqual(a.Entries, b.Entries) || !reflect.DeepEqual(a.Goals, b.Goals) || !reflect.DeepEqual(a.Pauses, b.Pauses) ||
				!reflect.DeepEqual(a.Badges, b.Badges) || !reflect.DeepEqual(a.Cards, b.Cards) {
				t.Fatal("the log is another when read again")
			}
			for _, g := range a.Goals {
				a.Course(g, civil.Of(2026, 11, 20))
			}
		}
	})
}
