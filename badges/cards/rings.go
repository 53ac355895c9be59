package cards

import (
	"fmt"
	"slices"
	"strings"
)

// Rings up to mostRings are drawn as rings, more as bars, up to mostBars.
const (
	mostRings = 6
	mostBars  = 12
)

// A ring, in hundredths of a pixel.
const (
	ringSize   = 76 * px
	ringStroke = 7 * px
	ringRadius = (ringSize - ringStroke) / 2
	ringLength = 21677 // 2π of the radius
)

func (r *Rings) empty() bool { return len(r.Rings) == 0 }

func (r *Rings) draw(s *sheet) error {
	for i := range r.Rings {
		if err := r.Rings[i].check(); err != nil {
			return err
		}
	}
	if len(r.Rings) > mostRings {
		r.drawBars(s)
		return nil
	}
	const gap, row = 16 * px, ringSize + 20*px
	width := (s.width - 2*margin - gap) / 2
	if len(r.Rings) == 1 {
		width = s.width - 2*margin
	}
	for i := range r.Rings {
		r.Rings[i].draw(s, margin+i%2*(width+gap), top+2*px+i/2*row, width)
	}
	s.height = top + 2*px + (len(r.Rings)+1)/2*row - 20*px
	r.drawLegend(s)
	return nil
}

func (r *Ring) check() error {
	if r.Share < 0 {
		return fmt.Errorf("%q: a share of %d; it is 0 or more", r.Label, r.Share)
	}
	if err := r.Tone.check(); err != nil {
		return fmt.Errorf("%q: %w", r.Label, err)
	}
	return nil
}

// draw draws the ring and, on its right, what it stands for.
func (r *Ring) draw(s *sheet, x, y, width int) {
	cx, cy := x+ringSize/2, y+ringSize/2
	s.put(`<g transform="translate(`, cx, ` `, cy, `)" stroke-width="`, ringStroke, `"><circle r="`, ringRadius, `"`)
	s.paint(none, track)
	s.put(`/>`)
	r.drawDone(s)
	if r.Pace >= 0 {
		angle := min(r.Pace, 1000) * 36
		s.put(`<g transform="rotate(`, angle, `)"><path d="M0 `, -ringSize/2-2*px, `v`, ringStroke+4*px, `" stroke-width="5"`)
		s.paint(none, surface)
		s.put(`/><path d="M0 `, -ringSize/2-px, `v`, ringStroke+2*px, `" stroke-width="2"`)
		s.paint(none, strong)
		s.put(`/></g>`)
	}
	s.put(`</g>`)
	r.drawValue(s, cx, cy)

	const gap = 16 * px
	x, width = x+ringSize+gap, width-ringSize-gap
	signed := 18 * px
	if !shows(r.Value) { // the sign is in the ring
		signed = 0
	}
	name, state := face{size: 13, bold: true}, face{size: 11, ink: muted}
	names, states := wrap(r.Label, width, 2, name), wrap(r.State, width-signed, 2, state)
	high := 17*len(names) + 4 + 15*max(len(states), 1)
	base := cy - high*px/2 + 13*px
	for _, line := range names {
		s.line(x, base, width, line, r.Label, name)
		base += 17 * px
	}
	base += 3 * px
	if signed > 0 {
		s.mark(x, base-10*px, r.Tone)
	}
	for _, line := range states {
		s.line(x+signed, base, width-signed, line, r.State, state)
		base += 15 * px
	}
}

// drawDone draws the arc. Its ends are round, and within the share.
func (r *Ring) drawDone(s *sheet) {
	switch share := min(r.Share, 1000); {
	case share == 0:
	case share == 1000:
		s.put(`<circle r="`, ringRadius, `"`)
		s.paint(none, amount)
		s.put(`/>`)
	default:
		const halfCap = 581 // degrees, in hundredths, that half the stroke takes
		long := max(ringLength*share/1000-ringStroke, 1)
		s.put(`<circle r="`, ringRadius, `" transform="rotate(`, halfCap-90*px, `)" stroke-linecap="round" stroke-dasharray="`, long, ` `, ringLength, `"`)
		s.paint(none, amount)
		s.put(`/>`)
	}
}

// drawValue writes the amount into the ring, on two lines if it is long, and
// smaller before a figure of it would be lost.
func (r *Ring) drawValue(s *sheet, cx, cy int) {
	const wide, narrow = ringSize - 2*ringStroke - 2*px, ringSize - 2*ringStroke - 5*px
	if !shows(r.Value) {
		s.largeMark(cx, cy, r.Tone)
		return
	}
	f := face{size: 12, bold: true, at: middle}
	if f.width(r.Value) <= wide {
		s.text(cx, cy+4*px+30, wide, r.Value, f)
		return
	}
	upper, lower := face{size: 11, bold: true, at: middle}, face{size: 11, ink: muted, at: middle}
	first, second := halves(r.Value, upper, lower)
	upper.size = smaller(upper, first, narrow)
	if second == "" {
		s.text(cx, cy+4*px, wide, first, upper)
		return
	}
	lower.size = smaller(lower, second, narrow)
	s.line(cx, cy-2*px, narrow, first, r.Value, upper)
	s.line(cx, cy+12*px, narrow, second, r.Value, lower)
}

// smaller is the greatest size, from the face's own to 8, at which words fit;
// its own if none does.
func smaller(f face, words string, most int) int {
	own := f.size
	for ; f.size >= 8; f.size-- {
		if f.width(words) <= most {
			return f.size
		}
	}
	return own
}

// halves breaks a text at its line break. If it has none, it does so at a space,
// so that the longer half is short: the first that is about as good as any.
func halves(words string, upper, lower face) (first, second string) {
	if first, second, ok := strings.Cut(words, "\n"); ok && shows(first) && shows(second) {
		return first, second
	}
	longer := func(at int) int { return max(upper.width(words[:at]), lower.width(words[at+1:])) }
	least := upper.width(words)
	for at := range words {
		if words[at] == ' ' {
			least = min(least, longer(at))
		}
	}
	for at := range words {
		if words[at] == ' ' && longer(at)*10 <= least*11 && shows(words[:at]) {
			return words[:at], words[at+1:]
		}
	}
	return words, ""
}

// drawLegend names the mark of the pace, if any ring has one.
func (r *Rings) drawLegend(s *sheet) {
	if !slices.ContainsFunc(r.Rings, func(g Ring) bool { return g.Pace >= 0 }) {
		return
	}
	l := s.legend()
	l.item(r.Line, 2*px, func(x, y int) { s.rect(x, y-6*px, 2*px, 12*px, 0, strong) })
	l.end()
}

// drawBars draws a row for each of many. The amounts end in one column, but where
// a long state needs its room.
func (r *Rings) drawBars(s *sheet) {
	const row, label, gap = 40 * px, margin + 20*px, 12 * px
	right := s.width - margin
	shown := r.Rings[:min(len(r.Rings), mostBars)]
	y := top
	for i := range shown {
		g := &shown[i]
		s.mark(margin, y+2*px, g.Tone)
		state := s.text(right, y+12*px, 190*px, g.State, face{size: 11, ink: muted, at: end})
		value := min(332*px, right-state-gap)
		room := value - label
		if w := s.text(value, y+12*px, 100*px, g.Value, face{at: end}); w > 0 {
			room -= w + gap
		}
		s.text(label, y+12*px, room, g.Label, face{bold: true})
		b := bar{label, y + 20*px, right - label, 6 * px}
		b.draw(s, g.Share, amount)
		if g.Pace >= 0 {
			b.mark(s, g.Pace)
		}
		y += row
	}
	s.height = y - 14*px
	s.more(r.More, len(r.Rings)-len(shown))
	r.drawLegend(s)
}
