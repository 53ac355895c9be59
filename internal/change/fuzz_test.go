package change

import (
	"testing"

	"github.com/honelog/hone/tracker"
)

// Any two texts can be compared; a text with itself is no change, and none of
// what is wrong with it is new.
func FuzzDiff(f *testing.F) {
	for _, text := range []string{books, "[[book]]\ntitle = \n", "<<<<<<< a\n[[book]]\n=======\n>>>>>>> b\n", "book = [{title = \"A\"}, {title = \"A\"}]\n", "[skill.go]\n[rule]\n[preset]\ngoals = [\n1]\n", "\xff\x00", "[[pause]]\nfrom = 2026-01-01\nuntil = 2026-01-01\n[[pause]]\n"} {
		f.Add([]byte(text), []byte(books))
		f.Add([]byte(books), []byte(text))
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		before, was := parsed([]tracker.File{{Name: "learning.toml", Data: a}})
		after, is := parsed([]tracker.File{{Name: "learning.toml", Data: b}})
		c := Diff(before, after, today)
		of, elsewhere := c.Part(was, is)
		if len(of)+len(elsewhere) != len(is) {
			t.Errorf("%d and %d of %d findings", len(of), len(elsewhere), len(is))
		}
		if got := len(before.Entries) + len(c.Added) - len(c.Removed); got != len(after.Entries) {
			t.Errorf("%d entries, and there are %d", got, len(after.Entries))
		}
		c.Wrong(of)
		if len(told(c.Public())) > len(told(c)) {
			t.Error("there is more in public")
		}
		same := Diff(before, before, today)
		if of, _ := same.Part(was, was); !same.None() || len(of) > 0 {
			t.Errorf("a log with itself: %s%v", told(same), of)
		}
	})
}
