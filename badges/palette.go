package badges

import (
	"iter"
	"strings"

	"github.com/honelog/hone/badges/internal/near"
)

// The colours of the palette [AA]. Each carries its text at a contrast of 5:1 or
// more (WCAG 2 asks for 4.5) and shows on GitHub's light and dark page. Text on
// YellowGreen and Yellow is black: those that carry white text are brown.
const (
	BrightGreen Color = 0xFF2A7D00
	Green       Color = 0xFF4A7A00
	YellowGreen Color = 0xFFB5BD2E
	Yellow      Color = 0xFFDFB317
	Orange      Color = 0xFFB04A00
	Red         Color = 0xFFC5352B
	Pink        Color = 0xFFBF2B78
	Purple      Color = 0xFF7C4DC4
	Blue        Color = 0xFF006EB0
	Teal        Color = 0xFF0B7A75
	LightGrey   Color = 0xFF6E6E6E // of a message, unless another is given
	Grey        Color = 0xFF555555 // of a label, unless another is given
)

// A Palette gives names to colours. All palettes know the same names, and text
// is readable on any of their colours.
type Palette int

// The palettes.
const (
	AA      Palette = iota // of the constants
	Shields                // of shields.io since badge-maker 6
	Classic                // of shields.io before, and of the badges made after it
)

var paletteNames = [...]string{"aa", "shields", "classic"}

// A swatch is a name with its colour in each palette.
type swatch struct {
	name   string
	colors [len(paletteNames)]Color
}

// swatches holds the names in the order in which they are shown. The last three
// are no names of shields.io's own; it draws them as CSS does.
var swatches = [...]swatch{
	{"brightgreen", [...]Color{BrightGreen, 0xFF44BB00, 0xFF44CC11}},
	{"green", [...]Color{Green, 0xFF67AC09, 0xFF97CA00}},
	{"yellowgreen", [...]Color{YellowGreen, 0xFF95991A, 0xFFA4A61D}},
	{"yellow", [...]Color{Yellow, 0xFFD8B800, 0xFFDFB317}},
	{"orange", [...]Color{Orange, 0xFFEA7233, 0xFFFE7D37}},
	{"red", [...]Color{Red, 0xFFDD4343, 0xFFE05D44}},
	{"blue", [...]Color{Blue, 0xFF007EC6, 0xFF007EC6}},
	{"lightgrey", [...]Color{LightGrey, 0xFF939393, 0xFF9F9F9F}},
	{"grey", [...]Color{Grey, 0xFF555555, 0xFF555555}},
	{"pink", [...]Color{Pink, 0xFFFFC0CB, 0xFFFFC0CB}},
	{"purple", [...]Color{Purple, 0xFF800080, 0xFF800080}},
	{"teal", [...]Color{Teal, 0xFF008080, 0xFF008080}},
}

// aliases are the other names by which shields.io knows these colours.
var aliases = [...]struct{ name, of string }{
	{"gray", "grey"},
	{"lightgray", "lightgrey"},
	{"success", "brightgreen"},
	{"important", "orange"},
	{"critical", "red"},
	{"informational", "blue"},
	{"inactive", "lightgrey"},
}

// Palettes yields all palettes.
func Palettes() iter.Seq[Palette] {
	return func(yield func(Palette) bool) {
		for p := range paletteNames {
			if !yield(Palette(p)) {
				return
			}
		}
	}
}

// String returns the name of a palette, or "" for one that is not there.
func (p Palette) String() string {
	if !p.valid() {
		return ""
	}
	return paletteNames[p]
}

func (p Palette) valid() bool { return p >= 0 && int(p) < len(paletteNames) }

// ParsePalette reads the name of a palette. Any other is a [*PaletteError].
func ParsePalette(s string) (Palette, error) {
	for i, name := range paletteNames {
		if name == s {
			return Palette(i), nil
		}
	}
	return 0, &PaletteError{Value: s, Nearest: near.Name(s, paletteNames[:])}
}

// A PaletteError says that a palette is not known.
type PaletteError struct {
	Value   string // as given
	Nearest string // the name that comes closest, or "" if none does
}

func (e *PaletteError) Error() string {
	return near.Unknown("palette", e.Value, e.Nearest, near.ThereAre(paletteNames[:]))
}

// Colors yields the names of a palette with their colours, without aliases.
func (p Palette) Colors() iter.Seq2[string, Color] {
	return func(yield func(string, Color) bool) {
		for i := range swatches {
			if !p.valid() || !yield(swatches[i].name, swatches[i].colors[p]) {
				return
			}
		}
	}
}

// ParseColor reads a name of the palette, one of its aliases, "#rgb" or
// "#rrggbb". Anything else is a [*ColorError]: a misspelt colour never turns
// into another one.
func (p Palette) ParseColor(s string) (Color, error) {
	if !p.valid() {
		return 0, &PaletteError{Value: s}
	}
	if len(s) > 0 && s[0] == '#' {
		if c, ok := parseHex(s[1:]); ok {
			return c, nil
		}
	}
	name := s
	for _, a := range aliases {
		if a.name == s {
			name = a.of
		}
	}
	for i := range swatches {
		if swatches[i].name == name {
			return swatches[i].colors[p], nil
		}
	}
	return 0, &ColorError{Value: s, Nearest: nearestColor(s)}
}

// nearestColor returns the spelling of a colour that the writer of s most
// likely meant, or "".
func nearestColor(s string) string {
	if hex := strings.ToLower(strings.TrimSpace(s)); len(hex) <= 6 {
		if _, ok := parseHex(hex); ok {
			return "#" + hex
		}
	}
	names := make([]string, 0, len(swatches)+len(aliases))
	for i := range swatches {
		names = append(names, swatches[i].name)
	}
	for _, a := range aliases {
		names = append(names, a.name)
	}
	return near.Name(s, names)
}
