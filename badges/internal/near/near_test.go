package near

import (
	"strings"
	"testing"
)

func TestName(t *testing.T) {
	names := []string{"flat", "flat-square", "plastic", "for-the-badge", "green", "grey"}
	for word, want := range map[string]string{
		"flatt": "flat", "Flat": "flat", " plastic ": "plastic", "platsic": "plastic", "flat_square": "flat-square", "for the badge": "for-the-badge",
		"gren": "green", "gery": "grey", "": "", "rounded": "", "x": "", strings.Repeat("flat", 20): "",
	} {
		if got := Name(word, names); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "abd", 1}, {"kitten", "sitting", 3}} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
