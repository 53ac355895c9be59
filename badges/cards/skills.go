package cards

import "fmt"

// mostAreas is how many areas are shown, from the first.
const mostAreas = 12

func (k *Skills) empty() bool { return len(k.Areas) == 0 }

func (k *Skills) draw(s *sheet) error {
	longest := 1
	for i := range k.Areas {
		a := &k.Areas[i]
		if err := a.check(); err != nil {
			return err
		}
		longest = max(longest, a.Share, a.Wish)
	}
	const row = 42 * px
	shown := k.Areas[:min(len(k.Areas), mostAreas)]
	for i := range shown {
		shown[i].draw(s, top+i*row, longest)
	}
	s.height = top + len(shown)*row
	if left := len(k.Areas) - len(shown); left > 0 {
		s.height += 12 * px
		s.more("", left)
	}
	k.drawLegend(s)
	s.height += margin - 4*px
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

// Where the columns of skills begin.
const (
	skillBar  = 188 * px
	skillWide = 188 * px
	skillDots = 402 * px // the centre of the first
	dotStep   = 16 * px
)

func (a *SkillArea) draw(s *sheet, y, longest int) {
	const room = skillBar - 16*px - margin
	s.text(margin, y+12*px, room, a.Label, face{bold: true})
	x := margin
	if a.Weak {
		s.mark(x, y+17*px, Late)
		x += 17 * px
	}
	s.text(x, y+27*px, room-x+margin, a.State, face{size: 11, ink: muted})
	b := bar{skillBar, y + 4*px, skillWide, 8 * px}
	b.draw(s, a.Share*1000/longest, amount)
	if a.Wish >= 0 {
		b.mark(s, a.Wish*1000/longest)
	}
	if a.Score > 0 || a.Aim > 0 {
		a.drawScore(s, y+8*px)
	}
}

// drawScore draws five dots: filled up to the score, ringed at the aim.
func (a *SkillArea) drawScore(s *sheet, cy int) {
	for n := 1; n <= 5; n++ {
		i := track
		if n <= a.Score {
			i = strong
		}
		s.dot(skillDots+(n-1)*dotStep, cy, 3*px+50, i)
		if n == a.Aim {
			s.aim(skillDots+(n-1)*dotStep, cy)
		}
	}
}

func (s *sheet) aim(cx, cy int) {
	s.put(`<circle cx="`, cx, `" cy="`, cy, `" r="6" stroke-width="1.5"`)
	s.paint(none, strong)
	s.put(`/>`)
}

func (s *sheet) dot(cx, cy, r int, i ink) {
	s.put(`<circle cx="`, cx, `" cy="`, cy, `" r="`, r, `"`)
	s.paint(i, none)
	s.put(`/>`)
}

// drawLegend names the parts, and says below them what is weak.
func (k *Skills) drawLegend(s *sheet) {
	s.height += 12 * px
	l := legend{x: margin, y: s.height}
	l.item(s, k.Legend.Share, 16*px, func(x, y int) { s.rect(x, y-3*px, 16*px, 6*px, 3*px, amount) })
	l.item(s, k.Legend.Wish, 2*px, func(x, y int) { s.rect(x, y-6*px, 2*px, 12*px, 0, strong) })
	l.item(s, k.Legend.Score, 7*px, func(x, y int) { s.dot(x+3*px+50, y, 3*px+50, strong) })
	l.item(s, k.Legend.Aim, 12*px, func(x, y int) { s.aim(x+6*px, y) })
	s.height = l.y + 10*px
	lines := wrap(k.Summary, s.width-2*margin, 2, face{})
	for _, line := range lines {
		s.height += 18 * px
		s.line(margin, s.height, s.width-2*margin, line, k.Summary, face{})
	}
}
