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
	const row = 46 * px
	shown := h.Items[:min(len(h.Items), mostItems)]
	for i := range shown {
		y := top + i*row
		if i > 0 {
			s.rect(margin, y-8*px, s.width-2*margin, px, 0, track)
		}
		shown[i].draw(s, y)
	}
	s.height = top + len(shown)*row - 8*px + margin - 8*px
	if left := len(h.Items) - len(shown); left > 0 {
		s.more(h.More, left)
	}
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

func (i *ShelfItem) draw(s *sheet, y int) {
	const label, wide = margin + 24*px, 150 * px
	right := s.width - margin
	s.mark(margin, y+6*px, i.Tone)
	room := right - wide - 16*px - label
	base := y + 17*px
	if shows(i.By) {
		base = y + 11*px
		s.text(label, base+16*px, room, i.By, face{size: 11, ink: muted})
	}
	s.text(label, base, room, i.Label, face{size: 13, bold: true})
	if i.Left < 0 {
		s.text(right, y+17*px, wide, i.State, face{at: end})
		return
	}
	s.text(right, y+11*px, wide, i.State, face{at: end})
	bar{right - wide, y + 21*px, wide, 5 * px}.draw(s, i.Left, amount)
}
