package cards

import (
	"fmt"
	"strconv"
)

// mostNumbers is how many numbers a year may have.
const mostNumbers = 8

// A year of twelve empty months has nothing to show, whatever its numbers are.
func (y *Year) empty() bool {
	for _, n := range y.Months {
		if n != 0 {
			return false
		}
	}
	return len(y.Months) == 12 || len(y.Months) == 0 && len(y.Numbers) == 0
}

func (y *Year) draw(s *sheet) error {
	if len(y.Numbers) > mostNumbers {
		return fmt.Errorf("%d numbers; a year shows %d at most", len(y.Numbers), mostNumbers)
	}
	if n := len(y.Months); n != 0 && n != 12 || len(y.Names) != n {
		return fmt.Errorf("%d months with %d names; a year has 12", n, len(y.Names))
	}
	for i, n := range y.Months {
		if n < 0 {
			return fmt.Errorf("%q: %d entries; there are 0 or more", y.Names[i], n)
		}
	}
	s.height = top
	y.drawNumbers(s)
	y.drawMonths(s)
	return nil
}

// drawNumbers writes up to four numbers in a row.
func (y *Year) drawNumbers(s *sheet) {
	n := len(y.Numbers)
	if n == 0 {
		return
	}
	columns := n
	if n > 4 {
		columns = (n + 1) / 2
	}
	width := (s.width - 2*margin) / columns
	value := face{size: 24, bold: true}
	for _, number := range y.Numbers {
		if value.width(number.Value) > width-12*px {
			value.size = 18
		}
	}
	for i, number := range y.Numbers {
		x, base := margin+i%columns*width, top+22*px+i/columns*58*px
		s.text(x, base, width-12*px, number.Value, value)
		s.text(x, base+18*px, width-12*px, number.Label, face{size: 11, ink: muted})
	}
	s.height += (n+columns-1)/columns*58*px - 14*px
}

// drawMonths draws a column for each month.
func (y *Year) drawMonths(s *sheet) {
	if len(y.Months) == 0 {
		return
	}
	const high, wide = 64 * px, 20 * px
	most := 1
	for _, n := range y.Months {
		most = max(most, n)
	}
	base := s.height + 34*px + high
	step := (s.width - 2*margin) / 12
	center := func(i int) int { return margin + i*step + step/2 }
	for i := range y.Months {
		s.rect(center(i)-wide/2, base-2*px, wide, 2*px, px, track)
	}
	for i, n := range y.Months {
		if n > 0 {
			h := max(scale(int64(n), int64(most), high), 3*px)
			s.rect(center(i)-wide/2, base-h, wide, h, min(3*px, h/2), amount)
			s.text(center(i), base-h-5*px, step, strconv.Itoa(n), face{size: 10, ink: muted, at: middle})
		}
		s.text(center(i), base+16*px, step-2*px, y.Names[i], face{size: 10, ink: muted, at: middle})
	}
	s.height = base + 18*px
}
