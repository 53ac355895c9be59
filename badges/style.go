package badges

import (
	"iter"

	"github.com/honelog/hone/badges/internal/near"
)

// A Style is how a badge is drawn. The first four are a bar in two halves,
// filled with the badge's colours.
type Style int

// The styles, by the names that shields.io gave them.
const (
	Flat        Style = iota // round corners, a faint light from above
	FlatSquare               // square corners, plain fills
	Plastic                  // a little lower, with a gloss
	ForTheBadge              // higher, in capitals
	Social                   // a button and a speech bubble; light unless given colours
)

var styleNames = [...]string{"flat", "flat-square", "plastic", "for-the-badge", "social"}

// Styles yields all styles.
func Styles() iter.Seq[Style] {
	return func(yield func(Style) bool) {
		for s := range styleNames {
			if !yield(Style(s)) {
				return
			}
		}
	}
}

// String returns the name of a style, or "" for one that is not there.
func (s Style) String() string {
	if !s.valid() {
		return ""
	}
	return styleNames[s]
}

func (s Style) valid() bool { return s >= 0 && int(s) < len(styleNames) }

// ParseStyle reads the name of a style. Any other is a [*StyleError].
func ParseStyle(s string) (Style, error) {
	for i, name := range styleNames {
		if name == s {
			return Style(i), nil
		}
	}
	return 0, &StyleError{Value: s, Nearest: near.Name(s, styleNames[:])}
}

// A StyleError says that a style is not known.
type StyleError struct {
	Value   string // as given
	Nearest string // the name that comes closest, or "" if none does
}

func (e *StyleError) Error() string {
	return near.Unknown("style", e.Value, e.Nearest, near.ThereAre(styleNames[:]))
}
