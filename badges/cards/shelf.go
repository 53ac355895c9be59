package cards

import "fmt"

// mostItems is how many items a shelf shows.
const mostItems = 10

func (h *Shelf) empty() bool { return len(h.Items) == 0 }

func (h *Shelf) draw(s *sheet) error {
	for i := range h.Items {
		if err := h.Items[i].check(); err != nil {
			return err
		}
	}
	shown := h.Items[:min(len(h.Items), mostItems)]
	s.height = top
	for i := range shown {
		if i > 0 {
			s.rect(margin, s.height-px/2, s.width-2*margin, px, 0, track)
			s.height += 12 * px
		}
		s.height += shown[i].draw(s, s.height) + 12*px
	}
	s.height -= 12 * px
	s.more(h.More, len(h.Items)-len(shown))
	return nil
}

func (i *ShelfItem) check() error {
	if i.Left > 1000 {
		return fmt.Errorf("%q: %d thousandths are left; there are 1000 at most", i.Label, i.Left)
	}
	if err := i.Tone.check(); err != nil {
		return fmt.Errorf("%q: %w", i.Label, err)
	}
	return nil
}

// draw draws an item and returns its height.
func (i *ShelfItem) draw(s *sheet, y int) int {
	const label, wide = margin + 24*px, 132 * px
	right := s.width - margin
	room := right - wide - 16*px - label
	s.mark(margin, y+px, i.Tone)
	name := face{size: 13, bold: true}
	base := y + 11*px + 50
	for n, line := range wrap(i.Label, room, 2, name) {
		base = y + 11*px + 50 + n*17*px
		s.line(label, base, room, line, i.Label, name)
	}
	s.text(label, base+16*px, room, i.By, face{size: 11, ink: muted})
	s.text(right, y+11*px+50, wide, i.State, face{at: end})
	if i.Left >= 0 {
		bar{right - wide, y + 22*px, wide, 5 * px}.draw(s, i.Left, amount)
	}
	return base + 18*px - y
}
