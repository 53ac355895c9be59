package near

import (
	"strings"
	"testing"
	"unicode"
)

// What an error says is one line without control characters, and not long,
// whatever the value.
func TestUnknown(t *testing.T) {
	for _, c := range []struct{ value, nearest, want string }{
		{"bleu", "blue", `unknown colour "bleu"; did you mean "blue"?`},
		{"x", "", `unknown colour "x"; there are blue, red`},
		{"", "", `unknown colour ""; there are blue, red`},
		{"a\x1b[31m\n\u202e", "", `unknown colour "a\x1b[31m\n\u202e"; there are blue, red`},
	} {
		if got := Unknown("colour", c.value, c.nearest, ThereAre([]string{"blue", "red"})); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
	long := Unknown("colour", strings.Repeat("\xff\u0085", 5000), "", "")
	if len(long) > 1000 || strings.ContainsFunc(long, unicode.IsControl) {
		t.Errorf("%d bytes: %.200q", len(long), long)
	}
}
