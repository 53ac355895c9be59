package cards

import (
	"fmt"
	"slices"
)

func (b *Burnup) empty() bool { return b.Days == 0 }

func (b *Burnup) draw(s *sheet) error {
	if err := b.check(); err != nil {
		return err
	}
	base := top + 6*px
	if shows(b.State) {
		s.mark(margin, base-10*px, b.Tone)
		s.text(margin+20*px, base, s.width-2*margin-20*px, b.State, face{bold: true})
		base += 20 * px
	}
	if shows(b.Outlook) {
		s.text(margin+20*px, base, s.width-2*margin-20*px, b.Outlook, face{ink: muted})
		base += 20 * px
	}
	p := b.plot(base)
	b.drawAxes(s, &p)
	b.drawPauses(s, &p)
	b.drawBand(s, &p)
	if b.Target > 0 {
		b.drawTarget(s, &p)
	}
	if b.Forecast {
		b.drawForecast(s, &p)
	}
	b.drawDone(s, &p)
	s.height = p.bottom() + 18*px
	b.drawLegend(s)
	return nil
}

func (b *Burnup) check() error {
	switch {
	case b.Days < 0 || b.Days > 36600:
		return fmt.Errorf("a period of %d days; it has from 1 to 36600", b.Days)
	case b.Today >= b.Days || b.Today < -1:
		return fmt.Errorf("today is day %d; the period has the days 0 to %d, and -1 is before it", b.Today, b.Days-1)
	case len(b.Done) != b.Today+1:
		return fmt.Errorf("amounts of %d days; up to today there are %d", len(b.Done), b.Today+1)
	case len(b.Required) != b.Days || len(b.Upper) != b.Days:
		return fmt.Errorf("edges of %d and %d days; the period has %d", len(b.Required), len(b.Upper), b.Days)
	}
	for _, list := range [...][]int64{b.Done, b.Required, b.Upper, {b.Target, b.Low, b.High}} {
		for _, v := range list {
			if v < 0 {
				return fmt.Errorf("an amount of %d; it is 0 or more", v)
			}
		}
	}
	for d := range b.Required {
		if b.Required[d] > b.Upper[d] {
			return fmt.Errorf("on day %d the band goes from %d down to %d", d, b.Required[d], b.Upper[d])
		}
	}
	if b.Low > b.High {
		return fmt.Errorf("the forecast goes from %d down to %d", b.Low, b.High)
	}
	for _, p := range b.Pauses {
		if p[0] < 0 || p[1] >= b.Days || p[0] > p[1] {
			return fmt.Errorf("a pause from day %d to %d; the period has the days 0 to %d", p[0], p[1], b.Days-1)
		}
	}
	for _, t := range b.X {
		if t.At < 0 || t.At > int64(b.Days) {
			return fmt.Errorf("%q is on day %d; the period has the days 0 to %d", t.Label, t.At, b.Days-1)
		}
	}
	for _, t := range b.Y {
		if t.At < 0 {
			return fmt.Errorf("%q is at %d; amounts are 0 or more", t.Label, t.At)
		}
	}
	return b.Tone.check()
}

// drawPauses hatches the days of pauses.
func (b *Burnup) drawPauses(s *sheet, p *plot) {
	if len(b.Pauses) == 0 {
		return
	}
	s.put(`<pattern id="` + id + `-p" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" stroke-width=".9"`)
	s.paint(none, muted)
	s.put(`/></pattern><path d="`)
	pauses := slices.Clone(b.Pauses)
	slices.SortFunc(pauses, func(a, b [2]int) int { return a[0] - b[0] })
	for i := 0; i < len(pauses); {
		from, to := p.x(pauses[i][0]-1), 0
		for ; i < len(pauses) && (to == 0 || p.x(pauses[i][0]-1) <= to+px); i++ {
			to = max(to, p.x(pauses[i][1]), from+px)
		}
		s.put(`M`, from, ` `, p.top, `h`, to-from, `v`, plotHigh, `h`, from-to, `z`)
	}
	s.put(`" fill="url(#` + id + `-p)"/>`)
}

// drawBand fills what lies between the edges, and draws them.
func (b *Burnup) drawBand(s *sheet, p *plot) {
	lower, upper := p.line(b.Required), p.line(b.Upper)
	s.put(`<path fill-opacity=".13" stroke-width="1" d="M`)
	s.points(upper)
	for i := len(lower) - 1; i >= 0; i-- {
		s.put(`L`, lower[i].x, ` `, lower[i].y)
	}
	s.put(`z"`)
	s.paint(muted, muted)
	s.put(`/>`)
}

// points writes what follows the M of a path.
func (s *sheet) points(list []point) {
	for i, p := range list {
		if i > 0 {
			s.put(`L`)
		}
		s.put(p.x, ` `, p.y)
	}
}

// drawTarget draws the line to reach.
func (b *Burnup) drawTarget(s *sheet, p *plot) {
	s.put(`<path stroke-width="1.5" stroke-dasharray="1 4" stroke-linecap="round" d="M`, p.left, ` `, p.y(b.Target), `h`, p.width, `"`)
	s.paint(none, strong)
	s.put(`/>`)
}

// drawDone draws the amounts as steps, and where they stand today.
func (b *Burnup) drawDone(s *sheet, p *plot) {
	x, y := p.left, p.bottom()
	s.put(`<path stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round" d="M`, x, ` `, y)
	points := min(len(b.Done), mostPoints)
	for i := range points {
		day := (i+1)*len(b.Done)/points - 1
		x = p.x(day)
		if to := p.y(b.Done[day]); to != y {
			s.put(`H`, x, `V`, to)
			y = to
		}
	}
	s.put(`H`, x, `"`)
	s.paint(none, amount)
	s.put(`/><path stroke-width="1" stroke-dasharray="2 3" d="M`, x, ` `, p.top, `V`, p.bottom(), `"`)
	s.paint(none, strong)
	s.put(`/><circle cx="`, x, `" cy="`, y, `" r="5" stroke-width="2"`)
	s.paint(amount, surface)
	s.put(`/>`)
}

// drawForecast opens a fan from today to the range at the period's end, and
// marks the range with a bracket.
func (b *Burnup) drawForecast(s *sheet, p *plot) {
	x, y := p.x(b.Today), p.bottom()
	if b.Today >= 0 {
		y = p.y(b.Done[b.Today])
	}
	right := p.left + p.width
	low, high := p.y(b.Low), p.y(b.High)
	ends := [2]int{low, high}
	if low-high < 8*px {
		ends = [2]int{(low+high)/2 + 4*px, (low+high)/2 - 4*px}
	}
	fan := func() { s.put(`d="M`, right, ` `, low, `L`, x, ` `, y, `L`, right, ` `, high) }
	s.put(`<path fill-opacity=".15" `)
	fan()
	s.put(`z"`)
	s.paint(amount, none)
	s.put(`/><path stroke-width="1.5" stroke-dasharray="4 3" `)
	fan()
	s.put(`"`)
	s.paint(none, amount)
	s.put(`/><path stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="M`, right+5*px, ` `, ends[0], `h`, 5*px, `V`, ends[1], `h`, -5*px, `"`)
	s.paint(none, amount)
	s.put(`/>`)
}

// drawLegend names the parts.
func (b *Burnup) drawLegend(s *sheet) {
	l := s.legend()
	l.item(b.Legend.Done, 16*px, func(x, y int) { s.rect(x, y-px, 16*px, 2*px+50, px, amount) })
	l.item(b.Legend.Band, 16*px, func(x, y int) {
		s.put(`<path stroke-width="1" fill-opacity=".13" d="M`, x, ` `, y-4*px-50, `h`, 16*px, `v`, 9*px, `h`, -16*px, `z"`)
		s.paint(muted, muted)
		s.put(`/>`)
	})
	if len(b.Pauses) > 0 {
		l.item(b.Legend.Pause, 16*px, func(x, y int) {
			s.put(`<path d="M`, x, ` `, y-5*px, `h`, 16*px, `v`, 10*px, `h`, -16*px, `z" fill="url(#`+id+`-p)"/>`)
		})
	}
	if b.Forecast {
		l.item(b.Legend.Forecast, 16*px, func(x, y int) {
			s.put(`<path stroke-width="1.5" stroke-dasharray="4 3" d="M`, x, ` `, y, `h`, 16*px, `"`)
			s.paint(none, amount)
			s.put(`/>`)
		})
	}
	l.end()
}
