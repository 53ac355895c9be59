package cards

import (
	"strconv"
	"strings"

	"github.com/honelog/hone/badges"
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

// paint writes the attributes of a fill and a stroke. The colours are
// attributes, and right without the style; the classes are for the style.
func (s *sheet) paint(fill, stroke ink) {
	class := ""
	if fill == none {
		s.put(` fill="none"`)
	} else {
		s.put(` fill="`+s.colors.first[fill].String(), `"`)
		s.used[0][fill] = true
		class = fill.class('f')
	}
	if stroke != none {
		s.put(` stroke="`+s.colors.first[stroke].String(), `"`)
		s.used[1][stroke] = true
		class = strings.TrimSpace(class + " " + stroke.class('s'))
	}
	if class != "" {
		s.put(` class="` + class)
		s.put(`"`)
	}
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

// A bar is drawn as its way, what is done of it, and marks.
type bar struct{ x, y, width, height int }

// draw fills a share of a bar, in thousandths.
func (b bar) draw(s *sheet, share int, i ink) {
	s.rect(b.x, b.y, b.width, b.height, b.height/2, track)
	if share <= 0 {
		return
	}
	s.rect(b.x, b.y, max(b.width*min(share, 1000)/1000, b.height), b.height, b.height/2, i)
}

// mark draws a line across a bar at a place in thousandths.
func (b bar) mark(s *sheet, at int) {
	x := b.x + px + (b.width-2*px)*min(at, 1000)/1000
	s.put(`<path d="M`, x, ` `, b.y-4*px, `v`, b.height+8*px, `" stroke-width="4"`)
	s.paint(none, surface)
	s.put(`/><path d="M`, x, ` `, b.y-3*px, `v`, b.height+6*px, `" stroke-width="2"`)
	s.paint(none, strong)
	s.put(`/>`)
}

// An ink is a part that a colour has in a look.
type ink uint8

// The inks. Those of tones stand in the order of the tones.
const (
	surface ink = iota
	edge
	strong // text
	muted  // text that comes second
	track  // what is not yet done; lines to guide the eye
	amount // what is done
	toneInk
	heatInk = toneInk + ink(Broken) + 1
	inks    = heatInk + 4

	none ink = 0xFF
)

func (t Tone) ink() ink { return toneInk + ink(t) }

func (i ink) class(kind byte) string { return string(kind) + strconv.Itoa(int(i)) }

// colors are those of a look: the first are written as attributes, and dark, if
// there is one, is for a page that is known to be dark.
type colors struct {
	first, dark *[inks]badges.Color
}
