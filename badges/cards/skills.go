package cards

import "fmt"

// mostAreas is how many areas are shown, from the first.
const mostAreas = 12

func (k *Skills) empty() bool { return len(k.Areas) == 0 }

func (k *Skills) draw(s *sheet) error {
	longest, scored := 1, false
	for i := range k.Areas {
		a := &k.Areas[i]
		if err := a.check(); err != nil {
			return err
		}
		longest = max(longest, a.Share, a.Wish)
		scored = scored || a.Score > 0 || a.Aim > 0
	}
	shown := k.Areas[:min(len(k.Areas), mostAreas)]
	wide := skillWide
	if !scored { // the bars have the room of the dots
		wide = s.width - margin - skillBar
	}
	s.rect(skillBar-2*px, top-2*px, px, len(shown)*skillRow-skillRow+20*px, 0, edge)
	for i := range shown {
		shown[i].draw(s, top+i*skillRow, wide, longest)
	}
	drawScores(s, shown, strong, func(a *SkillArea, n int) bool { return n <= a.Score })
	drawScores(s, shown, track, func(a *SkillArea, n int) bool { return n > a.Score })
	for i, a := range shown {
		if a.Aim > 0 {
			s.aim(skillDots+(a.Aim-1)*dotStep, top+i*skillRow+8*px)
		}
	}
	s.height = top + len(shown)*skillRow - 8*px
	s.more("", len(k.Areas)-len(shown))
	k.drawLegend(s)
	return nil
}

func (a *SkillArea) check() error {
	switch {
	case a.Share < 0 || a.Share > 1000:
		return fmt.Errorf("%q: a share of %d; it is from 0 to 1000", a.Label, a.Share)
	case a.Wish > 1000:
		return fmt.Errorf("%q: a wish of %d; it is 1000 at most", a.Label, a.Wish)
	case a.Score < 0 || a.Score > 5:
		return fmt.Errorf("%q: a score of %d; it is from 1 to 5, or 0 for none", a.Label, a.Score)
	case a.Aim < 0 || a.Aim > 5:
		return fmt.Errorf("%q: an aim of %d; it is from 1 to 5, or 0 for none", a.Label, a.Aim)
	}
	return nil
}

// The rows of skills, and where the columns begin.
const (
	skillRow  = 39 * px
	skillBar  = 188 * px
	skillWide = 188 * px // of a bar beside dots
	skillDots = 402 * px // the centre of the first
	dotStep   = 16 * px
)

func (a *SkillArea) draw(s *sheet, y, wide, longest int) {
	const room = skillBar - 16*px - margin
	s.text(margin, y+12*px, room, a.Label, face{bold: true})
	x := margin
	if a.Weak {
		s.mark(x, y+17*px, Late)
		x += 17 * px
	}
	s.text(x, y+27*px, room-x+margin, a.State, face{size: 11, ink: muted})
	b := bar{skillBar, y + 4*px, wide, 8 * px}
	b.fill(s, a.Share*1000/longest, amount)
	if a.Wish >= 0 {
		b.mark(s, a.Wish*1000/longest)
	}
}

// drawScores draws, of the five dots of each area that has a score or an aim,
// those that are in.
func drawScores(s *sheet, areas []SkillArea, i ink, in func(a *SkillArea, n int) bool) {
	d := ""
	for row := range areas {
		a := &areas[row]
		for n := 1; n <= 5 && (a.Score > 0 || a.Aim > 0); n++ {
			if in(a, n) {
				d += dot(skillDots+(n-1)*dotStep, top+row*skillRow+8*px)
			}
		}
	}
	s.dots(d, i)
}

// dot is a line that goes nowhere but for its round ends.
func dot(cx, cy int) string {
	d := appendLength(append([]byte(nil), 'M'), cx)
	return string(appendLength(append(d, ' '), cy)) + "h.01"
}

func (s *sheet) dots(d string, i ink) {
	if d == "" {
		return
	}
	s.put(`<path stroke-width="7" stroke-linecap="round" d="` + d + `"`)
	s.paint(none, i)
	s.put(`/>`)
}

// aim draws the ring around a dot.
func (s *sheet) aim(cx, cy int) {
	s.put(`<circle cx="`, cx, `" cy="`, cy, `" r="6" stroke-width="1.5"`)
	s.paint(none, strong)
	s.put(`/>`)
}

// drawLegend names the parts, and says below them what is weak.
func (k *Skills) drawLegend(s *sheet) {
	l := s.legend()
	l.item(k.Legend.Share, 16*px, func(x, y int) { s.rect(x, y-3*px, 16*px, 6*px, 3*px, amount) })
	l.item(k.Legend.Wish, 2*px, func(x, y int) { s.rect(x, y-6*px, 2*px, 12*px, 0, strong) })
	l.item(k.Legend.Score, 7*px, func(x, y int) { s.dots(dot(x+3*px+50, y), strong) })
	l.item(k.Legend.Aim, 12*px, func(x, y int) { s.aim(x+6*px, y) })
	l.end()
	for i, line := range wrap(k.Summary, s.width-2*margin, 2, face{}) {
		s.height += 18 * px
		if i == 0 {
			s.height += 4 * px
		}
		s.line(margin, s.height, s.width-2*margin, line, k.Summary, face{})
	}
}
