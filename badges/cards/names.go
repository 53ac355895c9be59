package cards

import (
	"fmt"

	"github.com/honelog/hone/badges/internal/near"
)

var (
	themeNames  = []string{GitHub: "github", HighContrast: "high-contrast", ColourBlind: "colour-blind"}
	accentNames = []string{Green: "green", Blue: "blue", Purple: "purple", Orange: "orange", Pink: "pink"}
)

// Themes returns the names of the themes, in the order of their constants.
func Themes() []string { return append([]string(nil), themeNames...) }

// Accents returns the names of the accents, in the order of their constants.
func Accents() []string { return append([]string(nil), accentNames...) }

// ParseTheme reads a theme's name. An unknown one is a [*NameError].
func ParseTheme(s string) (Theme, error) {
	i, err := parseName("theme", s, themeNames)
	return Theme(i), err
}

// ParseAccent reads an accent's name. An unknown one is a [*NameError].
func ParseAccent(s string) (Accent, error) {
	i, err := parseName("accent", s, accentNames)
	return Accent(i), err
}

func (t Theme) String() string  { return nameOf(int(t), themeNames) }
func (a Accent) String() string { return nameOf(int(a), accentNames) }

// A NameError says that a theme or an accent is not known.
type NameError struct {
	What    string   // "theme" or "accent"
	Value   string   // as given
	Nearest string   // the known name that comes closest, or "" if none does
	Known   []string // all names
}

func (e *NameError) Error() string {
	return near.Unknown(e.What, e.Value, e.Nearest, near.ThereAre(e.Known))
}

func parseName(what, s string, names []string) (int, error) {
	for i, n := range names {
		if n == s {
			return i, nil
		}
	}
	return 0, &NameError{what, s, near.Name(s, names), append([]string(nil), names...)}
}

func nameOf(i int, names []string) string {
	if i < 0 || i >= len(names) {
		return fmt.Sprintf("%d", i)
	}
	return names[i]
}
