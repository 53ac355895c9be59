package cards

import (
	"strconv"
	"strings"
)

// A legend names the parts of a card below what is drawn, in lines that end at
// the card's margin.
type legend struct {
	s    *sheet
	x, y int // where the next sample begins, and the middle of its line
	any  bool
}

func (s *sheet) legend() legend { return legend{s: s, x: margin, y: s.height + 18*px} }

// item draws a sample and its name. A part without a name is left out.
func (l *legend) item(words string, wide int, sample func(x, y int)) {
	if !shows(words) {
		return
	}
	f := face{size: 11, ink: muted}
	right := l.s.width - margin
	if l.any && l.x+wide+6*px+f.width(words) > right {
		l.x, l.y = margin, l.y+18*px
	}
	l.any = true
	sample(l.x, l.y)
	l.x += wide + 6*px
	l.x += l.s.text(l.x, l.y+4*px, right-l.x, words, f) + 16*px
}

// end makes the card as high as the legend needs.
func (l *legend) end() {
	if l.any {
		l.s.height = l.y + 5*px
	}
}

// more says below what is drawn how many are not shown: in a format with one %d
// or, if that is empty, as "+3".
func (s *sheet) more(format string, left int) {
	if left <= 0 {
		return
	}
	words := "+" + strconv.Itoa(left)
	if shows(format) {
		words = strings.Replace(format, "%d", strconv.Itoa(left), 1)
	}
	s.height += 20 * px
	s.text(margin, s.height, s.width-2*margin, words, face{size: 11, ink: muted})
	s.height += 2 * px
}
