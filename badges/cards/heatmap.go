package cards

import (
	"fmt"
	"slices"
)

// A heatmap, in hundredths of a pixel: squares of 10 every 12.
const (
	heatStep = 12 * px
	heatSize = 10 * px
	heatLeft = margin + 34*px
	heatTop  = top + 20*px
)

// heatSizes are the sizes of the squares by level: size says what colour says.
var heatSizes = [...]int{heatSize, 5*px + 40, 7 * px, 8*px + 60, heatSize}

// future is the size of a day still to come.
const future = 3 * px

func (h *Heatmap) empty() bool { return len(h.Counts) == 0 }

func (h *Heatmap) draw(s *sheet) error {
	days := len(h.Counts)
	if days != 365 && days != 366 {
		return fmt.Errorf("counts of %d days; a year has 365 or 366", days)
	}
	if h.First < 0 || h.First > 6 {
		return fmt.Errorf("the year begins on day %d of the week; it is from 0 to 6", h.First)
	}
	for _, m := range h.Months {
		if m.At < 0 || m.At >= int64(days) {
			return fmt.Errorf("%q begins on day %d; the year has the days 0 to %d", m.Label, m.At, days-1)
		}
	}
	weeks := (h.First + days + 6) / 7
	s.width = heatLeft + weeks*heatStep - (heatStep - heatSize) + margin
	h.drawNames(s)
	level := levels(h.Counts)
	h.drawDays(s, future, track, func(n int) bool { return n < 0 })
	h.drawDays(s, heatSizes[0], track, func(n int) bool { return n >= 0 })
	for l := 1; l <= 4; l++ {
		h.drawDays(s, heatSizes[l], heatInk+ink(l-1), func(n int) bool { return n > 0 && level(n) == l })
	}
	h.drawLegend(s)
	return nil
}

// drawNames writes the names of the months above and of every other weekday on
// the left.
func (h *Heatmap) drawNames(s *sheet) {
	f := face{size: 10, ink: muted}
	free := 0
	for _, m := range h.Months {
		x := heatLeft + (h.First+int(m.At))/7*heatStep
		if x >= free {
			free = x + s.text(x, heatTop-8*px, s.width-margin-x, m.Label, f) + 6*px
		}
	}
	for i := 0; i < 7; i += 2 {
		s.text(margin, heatTop+i*heatStep+8*px+50, heatLeft-margin-4*px, h.Weekdays[i], f)
	}
}

// drawDays draws a square for every day that is one of them, as one path. The
// corners are round because its lines are.
func (h *Heatmap) drawDays(s *sheet, size int, i ink, one func(count int) bool) {
	const round = 2 * px
	side := size - round
	any, x0, y0 := false, 0, 0
	for day, n := range h.Counts {
		if !one(n) {
			continue
		}
		place := h.First + day
		x := heatLeft + place/7*heatStep + (heatSize-side)/2
		y := heatTop + place%7*heatStep + (heatSize-side)/2
		if !any {
			s.put(`<path stroke-width="2" stroke-linejoin="round"`)
			s.paint(i, i)
			s.put(` d="M`, x, ` `, y)
		} else {
			s.put(`m`, x-x0, ` `, y-y0)
		}
		any, x0, y0 = true, x, y
		s.put(`h`, side, `v`, side, `h`, -side, `z`)
	}
	if any {
		s.put(`"/>`)
	}
}

// levels returns what level, 1 to 4, a count has: even steps up to the count
// that nine of ten days do not pass, but no less than 2: where a day has one at
// most, it is in the middle and not at the top.
func levels(counts []int) func(count int) int {
	var some []int
	for _, n := range counts {
		if n > 0 {
			some = append(some, n)
		}
	}
	most := 2
	if len(some) > 0 {
		slices.Sort(some)
		most = max(most, some[(len(some)-1)*9/10])
	}
	return func(n int) int {
		if n >= most {
			return 4
		}
		return 4 - scale(int64(most-n), int64(most), 4)
	}
}

// drawLegend writes the summary, and what the squares say.
func (h *Heatmap) drawLegend(s *sheet) {
	f := face{size: 11, ink: muted}
	base := heatTop + 7*heatStep + 20*px
	less, more := min(f.width(h.Less), 80*px), min(f.width(h.More), 80*px)
	right := s.width - margin
	x := right - more - 2*px - 5*14*px
	f.at = end
	s.text(right, base, 80*px, h.More, f)
	s.text(x-6*px, base, 80*px, h.Less, f)
	for l := range 5 {
		side := heatSizes[l]
		i := heatInk + ink(l-1)
		if l == 0 {
			i = track
		} else {
			s.rect(x+l*14*px, base-9*px, heatSize, heatSize, px, track)
		}
		s.rect(x+l*14*px+(heatSize-side)/2, base-9*px+(heatSize-side)/2, side, side, px, i)
	}
	words := h.Summary
	if !slices.ContainsFunc(h.Counts, func(n int) bool { return n > 0 }) && shows(h.Empty) {
		words = h.Empty
	}
	s.text(margin, base, x-less-30*px-margin, words, face{})
	s.height = base + 2*px
}
