package cards

import (
	"errors"
	"testing"
)

func TestNames(t *testing.T) {
	for i, name := range Themes() {
		if got, err := ParseTheme(name); err != nil || got != Theme(i) || got.String() != name {
			t.Errorf("%s: got %v, %v", name, got, err)
		}
	}
	for i, name := range Accents() {
		if got, err := ParseAccent(name); err != nil || got != Accent(i) || got.String() != name {
			t.Errorf("%s: got %v, %v", name, got, err)
		}
	}
	for in, want := range map[string]string{
		"gren": "green", "BLUE": "blue", "high_contrast": "high-contrast", "color-blind": "colour-blind", "git-hub": "github",
	} {
		_, err := ParseTheme(in)
		if _, accent := ParseAccent(in); want == "green" || want == "blue" {
			err = accent
		}
		var unknown *NameError
		if !errors.As(err, &unknown) || unknown.Nearest != want {
			t.Errorf("%q: got %v, want one that names %q", in, err, want)
		}
	}
	if _, err := ParseAccent("octarine"); err == nil || err.Error() != `unknown accent "octarine"; there are green, blue, purple, orange, pink` {
		t.Errorf("got %v", err)
	}
}
