package cards

// A legend names the parts of a card, in lines that end at the card's margin.
type legend struct {
	x, y int // where the next sample begins, and the middle of its line
}

// item draws a sample and its name. An unnamed part is left out.
func (l *legend) item(s *sheet, words string, wide int, sample func(x, y int)) {
	if !shows(words) {
		return
	}
	f := face{size: 11, ink: muted}
	right := s.width - margin
	if l.x > margin && l.x+wide+6*px+f.width(words) > right {
		l.x, l.y = margin, l.y+18*px
	}
	sample(l.x, l.y)
	l.x += wide + 6*px
	l.x += s.text(l.x, l.y+4*px, right-l.x, words, f) + 16*px
}
