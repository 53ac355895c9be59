package cards

import (
	"strconv"

	"github.com/honelog/hone/badges/internal/text"
	"github.com/honelog/hone/badges/internal/xml"
)

// Lengths are in hundredths of a pixel, so that all of them are whole numbers.
const (
	px        = 100
	cardWidth = 496 * px
	margin    = 24 * px
	top       = 56 * px // where a card's contents begin
)

// A sheet is a card being drawn.
type sheet struct {
	out           []byte
	width, height int
	colors        *colors
	used          [2][inks]bool // fills and strokes
}

// put appends strings as they are and lengths as numbers of pixels.
func (s *sheet) put(parts ...any) {
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			s.out = append(s.out, p...)
		case int:
			s.out = appendLength(s.out, p)
		}
	}
}

// appendLength appends hundredths as a decimal number of at most two places.
func appendLength(dst []byte, n int) []byte {
	if n < 0 {
		dst, n = append(dst, '-'), -n
	}
	whole, part := n/100, n%100
	if whole > 0 || part == 0 {
		dst = strconv.AppendInt(dst, int64(whole), 10)
	}
	if part > 0 {
		dst = append(dst, '.', byte('0'+part/10))
		if part%10 > 0 {
			dst = append(dst, byte('0'+part%10))
		}
	}
	return dst
}

// escaped writes a text, cleaned.
func (s *sheet) escaped(words string) {
	var room text.Room
	s.out = xml.AppendEscaped(s.out, text.Clean(room[:0], words))
}

// rect draws a rectangle without an edge.
func (s *sheet) rect(x, y, width, height, round int, i ink) {
	s.put(`<rect x="`, x, `" y="`, y, `" width="`, width, `" height="`, height)
	if round > 0 {
		s.put(`" rx="`, round)
	}
	s.put(`"`)
	s.paint(i, none)
	s.put(`/>`)
}
