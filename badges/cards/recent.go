package cards

// mostRecent is how many of the items are shown, from the first.
const mostRecent = 10

func (r *Recent) empty() bool { return len(r.Items) == 0 }

func (r *Recent) draw(s *sheet) error {
	const row = 30 * px
	shown := r.Items[:min(len(r.Items), mostRecent)]
	days, day := 36*px, face{size: 11, ink: muted}
	for i := range shown {
		days = max(days, min(day.width(shown[i].Day), 96*px))
	}
	line := margin + days + 14*px
	label, right := line+18*px, s.width-margin
	first := top + 6*px
	if n := len(shown); n > 1 {
		s.rect(line-px/2, first, px, (n-1)*row, 0, track)
	}
	for i := range shown {
		it, y := &shown[i], first+i*row
		s.put(`<circle cx="`, line, `" cy="`, y, `" r="4" stroke-width="3"`)
		s.paint(amount, surface)
		s.put(`/>`)
		s.text(margin, y+4*px, days, it.Day, day)
		kind := s.text(right, y+4*px, 110*px, it.Kind, face{size: 11, ink: muted, at: end})
		if kind > 0 {
			kind += 14 * px
		}
		s.text(label, y+4*px+30, right-label-kind, it.Label, face{})
	}
	s.height = first + (len(shown)-1)*row + 6*px
	return nil
}
