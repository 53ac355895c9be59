package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

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
	// Apart says that letters may be set apart by the same room each: no script
	// joins them.
	Apart bool
	RTL   bool // the first letter is written from right to left
}

// Fit measures a clean text and shortens it to most, in hundredths of a pixel,
// after a whole cluster.
func (f *Font) Fit(text []byte, most int) Line {
	l := Line{Text: text, RTL: rightToLeft(text)}
	all := f.measure(text, most)
	if all.size < len(text) {
		dots := f.advance('…') + f.tracking
		all = f.beginning(text, most-dots)
		all.width += dots - f.tracking
		all.clusters++
	}
	l.Shown, l.Width, l.Clusters, l.Exact, l.Apart = all.size, f.total(all), all.clusters, all.exact, all.apart
	return l
}

// Cut reports whether the line is shortened.
func (l *Line) Cut() bool { return l.Shown < len(l.Text) }

// Pixels is the width in whole pixels, rounded up.
func (l *Line) Pixels() int { return (l.Width + 99) / 100 }

// A span is a run of whole clusters. Its width is without tracking.
type span struct {
	size, width, clusters int
	exact, apart          bool
}

// total is the width of a span as the font sets it.
func (f *Font) total(s span) int {
	if s.apart {
		return s.width + s.clusters*f.tracking
	}
	return s.width
}

// measure measures a text, up to the first cluster that ends beyond most.
func (f *Font) measure(text []byte, most int) span {
	s := f.plainRun(text)
	for s.size < len(text) && f.total(s) <= most {
		s.add(f.next(text[s.size:]))
		if s.size < len(text) && text[s.size] < utf8.RuneSelf {
			s.add(f.plainRun(text[s.size:]))
		}
	}
	if f.total(s) > most {
		s.size = 0 // it does not fit as it is
	}
	return s
}

// plainRun measures the plain clusters that a text begins with: of most texts
// that is all of it.
func (f *Font) plainRun(text []byte) span {
	s := span{exact: true, apart: true}
	for s.size < len(text) { // ASCII before ASCII
		c := text[s.size] - ' '
		if c >= asciiWidths || s.size+1 < len(text) && text[s.size+1] >= utf8.RuneSelf {
			break
		}
		s.width += int(f.widths[c])
		s.size++
	}
	if s.clusters = s.size; s.size == len(text) {
		return s
	}
	r, size := decode(text[s.size:])
	for w := f.plain(r); w > 0; {
		after := 0 // the width of the next cluster
		if rest := text[s.size+size:]; len(rest) > 0 {
			next, nextSize := decode(rest)
			if after = f.plain(next); after == 0 && !isAlone(next) {
				return s // it may join the one before it
			}
			s.size, size = s.size+size, nextSize
		} else {
			s.size += size
		}
		s.width, s.clusters, w = s.width+w, s.clusters+1, after
	}
	return s
}

// beginning measures the longest beginning of a text that is not wider than
// most. It does not end in a space.
func (f *Font) beginning(text []byte, most int) span {
	s := span{exact: true, apart: true}
	fits := s
	for s.size < len(text) {
		s.add(f.next(text[s.size:]))
		if f.total(s) > most {
			break
		}
		if text[s.size-1] != ' ' {
			fits = s
		}
	}
	return fits
}

func (s *span) add(c span) {
	s.size += c.size
	s.width += c.width
	s.clusters += c.clusters
	s.exact = s.exact && c.exact
	s.apart = s.apart && c.apart
}

// next measures the first cluster of a text.
func (f *Font) next(text []byte) span {
	r, size := decode(text)
	w := f.plain(r)
	if (w > 0 || isAlone(r)) && !f.joined(text[size:]) {
		if w > 0 {
			return span{size, w, 1, true, true}
		}
		return span{size, f.letter(r), 1, false, false}
	}
	cluster, _, _, _ := uniseg.FirstGraphemeCluster(text, -1)
	s := span{size: len(cluster), clusters: 1, apart: w > 0}
	if emoji(cluster) {
		s.width, s.apart = f.em*emojiWidth/100, true
	} else {
		s.width = f.cluster(cluster)
	}
	return s
}

// joined reports whether a text may go on the cluster before it.
func (f *Font) joined(text []byte) bool {
	if len(text) == 0 || text[0] < utf8.RuneSelf {
		return false
	}
	r, _ := decode(text)
	return f.plain(r) == 0 && !isAlone(r)
}

func decode(text []byte) (r rune, size int) {
	if text[0] < utf8.RuneSelf {
		return rune(text[0]), 1
	}
	return utf8.DecodeRune(text)
}

// cluster is the width of a cluster that is neither plain nor an emoji: the
// letters in it side by side, marks taking no room.
func (f *Font) cluster(cluster []byte) int {
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
