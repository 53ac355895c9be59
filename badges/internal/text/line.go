package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Verdana11 is Verdana at 11 px, the font of most badges.
func Verdana11() *Font { return &verdana11 }

// A Line is a text as a picture shows it.
type Line struct {
	Text     []byte // the whole text, clean
	Shown    int    // how many bytes of it are drawn; an ellipsis follows if not all
	Width    int    // of what is drawn, in hundredths of a pixel
	Clusters int    // of what is drawn: what a reader takes for one character each

	// Exact says that the width is that of the font, so that the letters may be
	// spaced to fit it. Emoji, joined letters and marks must not be: they come
	// apart.
	Exact bool
	RTL   bool // the first letter is written from right to left
}

// Fit measures a clean text and shortens it to most, in hundredths of a pixel,
// after a whole cluster.
func (f *Font) Fit(text []byte, most int) Line {
	l := Line{Text: text, Exact: true, RTL: rightToLeft(text)}
	dots := f.advance('…')
	var cut Line // the longest beginning that an ellipsis fits behind
	for i := 0; i < len(text); {
		size, width, exact := f.next(text[i:])
		i += size
		l.Width += width
		l.Clusters++
		l.Exact = l.Exact && exact
		if l.Width > most {
			l.Shown, l.Width, l.Clusters = cut.Shown, cut.Width+dots, cut.Clusters+1
			return l
		}
		if l.Width <= most-dots && text[i-1] != ' ' {
			cut.Shown, cut.Width, cut.Clusters = i, l.Width, l.Clusters
		}
	}
	l.Shown = len(text)
	return l
}

// Cut reports whether the line is shortened.
func (l *Line) Cut() bool { return l.Shown < len(l.Text) }

// Pixels is the width in whole pixels, rounded up.
func (l *Line) Pixels() int { return (l.Width + 99) / 100 }

// next returns the size and the width of the first cluster of a text, and
// whether that width is exact.
func (f *Font) next(text []byte) (size, width int, exact bool) {
	r, size := decode(text)
	if w := f.plain(r); w > 0 && !f.joined(text[size:]) {
		return size, w, true
	}
	cluster, _, _, _ := uniseg.FirstGraphemeCluster(text, -1)
	return len(cluster), f.cluster(cluster), false
}

// joined reports whether a text may go on the cluster before it.
func (f *Font) joined(text []byte) bool {
	if len(text) == 0 || text[0] < utf8.RuneSelf {
		return false
	}
	r, _ := decode(text)
	return f.plain(r) == 0
}

func decode(text []byte) (r rune, size int) {
	if text[0] < utf8.RuneSelf {
		return rune(text[0]), 1
	}
	return utf8.DecodeRune(text)
}

// plain is the width of a rune that always is a cluster by itself, or 0.
func (f *Font) plain(r rune) int {
	if w := f.advance(r); w > 0 {
		return w
	}
	return f.wide(r)
}

// cluster is the width of a cluster that is not plain: one emoji, or the
// letters in it side by side, marks taking no room.
func (f *Font) cluster(cluster []byte) int {
	if emoji(cluster) {
		return f.em * emojiWidth / 100
	}
	width := 0
	for rest := cluster; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		if !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			width += f.letter(r)
		}
	}
	if width == 0 {
		return f.em * otherWidth / 100 // marks alone, on a dotted circle
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
