package cards

import (
	"strings"
	"unicode/utf8"

	"github.com/honelog/hone/badges/internal/text"
	"github.com/honelog/hone/badges/internal/xml"
)

// A face is how a text is set.
type face struct {
	size int // in pixels; 12 if 0
	bold bool
	ink  ink // strong if 0
	at   anchor
}

// An anchor is the end of a text that stays in its place.
type anchor uint8

const (
	start anchor = iota
	middle
	end
)

func (f face) pixels() int {
	if f.size == 0 {
		return 12
	}
	return f.size
}

// fit measures a clean text and shortens it to most. The measure is Verdana's,
// with some room: the fonts that a page is likely to have are narrower, and
// DejaVu Sans is about as wide. Bold letters take a sixth more.
func (f face) fit(clean []byte, most int) text.Line {
	scale := int64(1020 * f.pixels()) // in thousandths of an 11th
	if f.bold {
		scale = int64(1170 * f.pixels())
	}
	l := text.Verdana11().Fit(clean, int(int64(max(most, 0))*11000/scale))
	l.Width = int((int64(l.Width)*scale + 10999) / 11000)
	return l
}

// width measures a text.
func (f face) width(words string) int {
	var room text.Room
	l := f.fit(text.Clean(room[:0], words), 1<<30)
	return l.Width
}

// text writes a text that takes most at most, and returns the room it takes.
func (s *sheet) text(x, y, most int, words string, f face) int {
	return s.line(x, y, most, words, words, f)
}

// line writes a text that is a line of another, which is its title if the line
// is shortened.
func (s *sheet) line(x, y, most int, words, whole string, f face) int {
	var room text.Room
	clean := text.Clean(room[:0], words)
	if len(clean) == 0 || most < 8*px {
		return 0
	}
	l := f.fit(clean, most)
	s.put(`<text x="`, x, `" y="`, y, `"`)
	if f.pixels() != 12 {
		s.put(` font-size="`, f.pixels()*px, `"`)
	}
	if f.bold {
		s.put(` font-weight="600"`)
	}
	if l.RTL { // the line begins on its right
		f.at = end - f.at
		s.put(` direction="rtl"`)
	}
	switch f.at {
	case middle:
		s.put(` text-anchor="middle"`)
	case end:
		s.put(` text-anchor="end"`)
	}
	if f.ink != surface && f.ink != strong {
		s.paint(f.ink, none)
	}
	s.put(`>`)
	if l.Cut() {
		s.put(`<title>`)
		s.escaped(whole)
		s.put(`</title>`)
	}
	s.out = xml.AppendEscaped(s.out, l.Text[:l.Shown])
	if l.Cut() {
		s.put(text.Ellipsis)
	}
	s.put(`</text>`)
	return l.Width
}

// wrap breaks a text into at most so many lines, at spaces and between
// ideographs. The last line is all that is left, and may be too long; if it is a
// quarter of a line or less, the lines are made even.
func wrap(words string, most, lines int, f face) []string {
	var room text.Room
	clean := string(text.Clean(room[:0], words))
	done := broken(clean, most, lines, f)
	last := func(lines []string) int { return f.width(lines[len(lines)-1]) }
	if len(done) < 2 || last(done) > most/4 {
		return done
	}
	for low, high := most/len(done), most; high-low > px; {
		middle := (low + high) / 2
		if narrow := broken(clean, middle, len(done), f); last(narrow) <= middle {
			done, high = narrow, middle
		} else {
			low = middle
		}
	}
	return done
}

// broken breaks a clean text into at most so many lines, each as full as can be.
func broken(rest string, most, lines int, f face) (done []string) {
	for rest != "" && len(done) < lines-1 {
		l := f.fit([]byte(rest), most)
		if !l.Cut() {
			break
		}
		at := breakBefore(rest, l.Shown)
		if at == 0 {
			break
		}
		done = append(done, strings.TrimRight(rest[:at], " "))
		rest = strings.TrimLeft(rest[at:], " ")
	}
	if rest != "" {
		done = append(done, rest)
	}
	return done
}

// breakBefore returns the last place to break a text within its first bytes,
// or 0. A dash between spaces stays at the end of its line.
func breakBefore(words string, within int) int {
	for at := within; at > 0; at-- {
		if !utf8.RuneStart(words[at]) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(words[:at])
		after, _ := utf8.DecodeRuneInString(words[at:])
		if before != ' ' && after != ' ' && !(ideograph(before) && ideograph(after)) {
			continue
		}
		if next, _, _ := strings.Cut(strings.TrimLeft(words[at:], " "), " "); next == "-" || next == "–" || next == "—" {
			continue
		}
		return at
	}
	return 0
}

// ideograph reports whether a line may break beside r: Han and Kana.
func ideograph(r rune) bool {
	return r >= 0x3041 && r <= 0x9FFF || r >= 0x20000 && r <= 0x3FFFD
}
