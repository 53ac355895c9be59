package badges

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// In hundredths of a pixel.
const (
	maxWidth      = 400_00 // of one half; two such are about as wide as a README on GitHub
	ellipsisWidth = 9_00   // in verdana11
)

// A line is a text as a badge shows it.
type line struct {
	text  []byte // the whole text, clean
	shown int    // how many bytes of it are drawn; an ellipsis follows if not all
	width int    // of what is drawn, in hundredths of a pixel

	// exact says that the width is that of the font, so that the letters may be
	// spaced to fit it. Emoji, joined letters and marks must not be: they come
	// apart.
	exact bool
	rtl   bool // the first letter is written from right to left
}

// fit measures a clean text and shortens it to maxWidth, after a whole cluster.
func fit(text []byte) line {
	l := line{text: text, exact: true, rtl: rightToLeft(text)}
	cut, cutWidth := 0, 0
	for i := 0; i < len(text); {
		size, width, exact := nextCluster(text[i:])
		i += size
		l.width += width
		l.exact = l.exact && exact
		if l.width > maxWidth {
			l.shown, l.width = cut, cutWidth+ellipsisWidth
			return l
		}
		if l.width <= maxWidth-ellipsisWidth && text[i-1] != ' ' {
			cut, cutWidth = i, l.width
		}
	}
	l.shown = len(text)
	return l
}

// cut reports whether the line is shortened.
func (l *line) cut() bool { return l.shown < len(l.text) }

// pixels is the width in whole pixels, rounded up.
func (l *line) pixels() int { return (l.width + 99) / 100 }

// nextCluster returns the size and the width of the first cluster of a text,
// and whether that width is exact.
func nextCluster(text []byte) (size, width int, exact bool) {
	r, size := decode(text)
	if w := plainWidth(r); w > 0 && !joined(text[size:]) {
		return size, w, true
	}
	cluster, _, _, _ := uniseg.FirstGraphemeCluster(text, -1)
	return len(cluster), clusterWidth(cluster), false
}

// joined reports whether a text may go on the cluster before it.
func joined(text []byte) bool {
	if len(text) == 0 || text[0] < utf8.RuneSelf {
		return false
	}
	r, _ := decode(text)
	return plainWidth(r) == 0
}

func decode(text []byte) (r rune, size int) {
	if text[0] < utf8.RuneSelf {
		return rune(text[0]), 1
	}
	return utf8.DecodeRune(text)
}

// plainWidth is the width of a rune that always is a cluster by itself, or 0.
func plainWidth(r rune) int {
	if w := verdana11.advance(r); w > 0 {
		return w
	}
	return wideWidth(r)
}

// clusterWidth is the width of a cluster that is not plain: one emoji, or the
// letters in it side by side, marks taking no room.
func clusterWidth(cluster []byte) int {
	if emoji(cluster) {
		return emojiWidth
	}
	width := 0
	for rest := cluster; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		if !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			width += runeWidth(r)
		}
	}
	if width == 0 {
		return otherWidth // marks alone, on a dotted circle
	}
	return width
}

// rightToLeft reports whether the first letter of a text is of a script that
// is written from right to left.
func rightToLeft(text []byte) bool {
	for i := 0; i < len(text); {
		r, size := decode(text[i:])
		i += size
		if r < utf8.RuneSelf {
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				return false
			}
		} else if unicode.IsLetter(r) {
			return r >= 0x0590 && r <= 0x08FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC ||
				r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF
		}
	}
	return false
}
