package cards

// A bar is drawn as its way, what is done of it, and marks.
type bar struct{ x, y, width, height int }

// draw draws a bar and fills a share of it, in thousandths.
func (b bar) draw(s *sheet, share int, i ink) {
	s.rect(b.x, b.y, b.width, b.height, b.height/2, track)
	b.fill(s, share, i)
}

// fill draws the share alone.
func (b bar) fill(s *sheet, share int, i ink) {
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
