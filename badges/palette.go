package badges

import (
	"iter"
	"strings"
)

// The palette. Each colour carries white text at a contrast of 5:1 or more
// (WCAG 2 asks for 4.5), and stands out from GitHub's light and dark page.
const (
	BrightGreen Color = 0xFF2A7D00
	Green       Color = 0xFF4A7A00
	YellowGreen Color = 0xFF6B6D00
	Yellow      Color = 0xFF866300
	Orange      Color = 0xFFB04A00
	Red         Color = 0xFFC5352B
	Pink        Color = 0xFFBF2B78
	Purple      Color = 0xFF7C4DC4
	Blue        Color = 0xFF006EB0
	Teal        Color = 0xFF0B7A75
	LightGrey   Color = 0xFF6E6E6E // of a message, unless another is given
	Grey        Color = 0xFF555555 // of a label, unless another is given
)

type namedColor struct {
	name  string
	color Color
}

// names holds the palette in the order in which it is shown.
var names = [...]namedColor{
	{"brightgreen", BrightGreen},
	{"green", Green},
	{"yellowgreen", YellowGreen},
	{"yellow", Yellow},
	{"orange", Orange},
	{"red", Red},
	{"pink", Pink},
	{"purple", Purple},
	{"blue", Blue},
	{"teal", Teal},
	{"lightgrey", LightGrey},
	{"grey", Grey},
}

// aliases are the other names by which shields.io knows these colours.
var aliases = [...]namedColor{
	{"gray", Grey},
	{"lightgray", LightGrey},
	{"success", BrightGreen},
	{"important", Orange},
	{"critical", Red},
	{"informational", Blue},
	{"inactive", LightGrey},
}

// Palette yields the names of the palette with their colours, without aliases.
func Palette() iter.Seq2[string, Color] {
	return func(yield func(string, Color) bool) {
		for _, n := range names {
			if !yield(n.name, n.color) {
				return
			}
		}
	}
}

func named(s string) (Color, bool) {
	for _, n := range names {
		if n.name == s {
			return n.color, true
		}
	}
	for _, n := range aliases {
		if n.name == s {
			return n.color, true
		}
	}
	return 0, false
}

// nearest returns the spelling that the writer of s most likely meant, or "".
func nearest(s string) string {
	if len(s) > 32 {
		return ""
	}
	s = strings.ToLower(strings.TrimSpace(s))
	if _, ok := parseHex(s); ok {
		return "#" + s
	}
	best, least := "", 1+len(s)/3
	for _, list := range [...][]namedColor{names[:], aliases[:]} {
		for _, n := range list {
			if d := distance(s, n.name); d < least || d == 0 {
				best, least = n.name, d
			}
		}
	}
	return best
}

// distance counts the bytes to insert, drop, replace or swap with their
// neighbour to turn a into b.
func distance(a, b string) int {
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next[0] = i + 1
		for j := range len(b) {
			change := row[j]
			if a[i] != b[j] {
				change++
			}
			next[j+1] = min(change, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
