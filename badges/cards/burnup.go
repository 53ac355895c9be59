package cards

import "fmt"

// maxAmount bounds the amounts of a burn-up.
const maxAmount = 1_000_000_000_000

// The plot of a burn-up.
const (
	plotHigh = 168 * px
	plotSide = 36 * px // on the right, for the forecast
)

func (b *Burnup) empty() bool { return b.Days == 0 }

// A plot turns days and amounts into places.
type plot struct {
	left, top, width int
	days             int
	most             int64
}

// x is the place of the end of a day; the end of day -1 is the beginning.
func (p *plot) x(day int) int { return p.left + (day+1)*p.width/p.days }

func (p *plot) y(v int64) int { return p.top + plotHigh - scale(v, p.most, plotHigh) }

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
	if b.Forecast {
		b.drawForecast(s, &p)
	}
	b.drawDone(s, &p)
	s.height = p.top + plotHigh + 26*px
	b.drawLegend(s)
	s.height += margin - 6*px
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
			if v < 0 || v > maxAmount {
				return fmt.Errorf("an amount of %d; it is from 0 to %d", v, int64(maxAmount))
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
		if t.At < 0 || t.At > b.Days {
			return fmt.Errorf("%q is on day %d; the period has the days 0 to %d", t.Label, t.At, b.Days-1)
		}
	}
	for _, t := range b.Y {
		if t.At < 0 || int64(t.At) > maxAmount {
			return fmt.Errorf("%q is at %d; amounts are from 0 to %d", t.Label, t.At, int64(maxAmount))
		}
	}
	return b.Tone.check()
}

// plot makes room for the names of the amounts.
func (b *Burnup) plot(top int) plot {
	p := plot{left: margin, top: top + 4*px, days: b.Days, most: max(b.Target, 1)}
	for _, list := range [...][]int64{b.Done, b.Required, b.Upper} {
		for _, v := range list {
			p.most = max(p.most, v)
		}
	}
	if b.Forecast {
		p.most = max(p.most, b.High)
	}
	for _, t := range b.Y {
		p.most = max(p.most, int64(t.At))
		p.left = max(p.left, margin+8*px+min(face{size: 11}.width(t.Label), 70*px))
	}
	p.width = cardWidth - margin - p.left
	if b.Forecast {
		p.width -= plotSide
	}
	return p
}

func (b *Burnup) drawAxes(s *sheet, p *plot) {
	f := face{size: 11, ink: muted, at: end}
	for _, t := range b.Y {
		y := p.y(int64(t.At))
		s.rect(p.left, y-px/2, p.width, px, 0, track)
		s.text(p.left-8*px, y+4*px, 70*px, t.Label, f)
	}
	free := 0
	for _, t := range b.X {
		x := p.x(t.At - 1)
		w := face{size: 11}.width(t.Label)
		if x < free || x+w > s.width-margin {
			continue
		}
		s.rect(x-px/2, p.top+plotHigh, px, 4*px, 0, edge)
		s.text(x, p.top+plotHigh+17*px, w+px, t.Label, face{size: 11, ink: muted})
		free = x + w + 8*px
	}
	s.rect(p.left, p.top+plotHigh-px/2, p.width, px, 0, edge)
}

// drawPauses shades the days of a pause.
func (b *Burnup) drawPauses(s *sheet, p *plot) {
	for _, d := range b.Pauses {
		x := p.x(d[0] - 1)
		b.hatch(s, x, p.top, max(p.x(d[1])-x, px), plotHigh)
	}
}

// hatch fills a rectangle with slanting lines.
func (b *Burnup) hatch(s *sheet, x, y, width, height int) {
	s.put(`<path d="`)
	const step = 6 * px
	for d := step; d < width+height; d += step {
		// From the left or lower edge up to the right.
		x1, y1 := 0, d
		if y1 > height {
			x1, y1 = d-height, height
		}
		x2, y2 := d, 0
		if x2 > width {
			x2, y2 = width, d-width
		}
		s.put(`M`, x+x1, ` `, y+y1, `L`, x+x2, ` `, y+y2)
	}
	s.put(`" stroke-width="1"`)
	s.paint(none, track)
	s.put(`/>`)
}

// drawBand fills what lies between the edges.
func (b *Burnup) drawBand(s *sheet, p *plot) {
	s.put(`<path fill-opacity=".16" d="M`, p.left, ` `, p.top+plotHigh)
	p.line(s, b.Upper, false)
	p.line(s, b.Required, true)
	s.put(`z"`)
	s.paint(amount, none)
	s.put(`/>`)
	for _, list := range [...][]int64{b.Required, b.Upper} {
		s.put(`<path stroke-width="1" d="M`, p.left, ` `, p.top+plotHigh)
		p.line(s, list, false)
		s.put(`"`)
		s.paint(none, amount)
		s.put(`/>`)
	}
}

// line goes through the amounts at the ends of the days, at most one for every
// two pixels, there or back.
func (p *plot) line(s *sheet, list []int64, back bool) {
	points := min(len(list), 200)
	for i := range points {
		n := i
		if back {
			n = points - 1 - i
		}
		day := (n+1)*len(list)/points - 1
		s.put(`L`, p.x(day)/10*10, ` `, p.y(list[day])/10*10)
	}
}

// drawDone draws the amounts as steps, and where they stand today.
func (b *Burnup) drawDone(s *sheet, p *plot) {
	x, y := p.left, p.top+plotHigh
	s.put(`<path stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round" d="M`, x, ` `, y)
	points := min(len(b.Done), 200)
	for i := range points {
		day := (i+1)*len(b.Done)/points - 1
		x = p.x(day)
		if to := p.y(b.Done[day]); to != y {
			s.put(`H`, x, `V`, to)
			y = to
		}
	}
	s.put(`H`, x, `"`)
	s.paint(none, strong)
	s.put(`/>`)
	s.put(`<path stroke-width="1" stroke-dasharray="2 3" d="M`, x, ` `, p.top, `V`, p.top+plotHigh, `"`)
	s.paint(none, strong)
	s.put(`/><circle cx="`, x, `" cy="`, y, `" r="5" stroke-width="2"`)
	s.paint(b.Tone.ink(), surface)
	s.put(`/>`)
}

// drawForecast opens a fan from today to the range at the period's end, and
// marks the range with a bracket.
func (b *Burnup) drawForecast(s *sheet, p *plot) {
	x, y := p.x(b.Today), p.top+plotHigh
	if b.Today >= 0 {
		y = p.y(b.Done[b.Today])
	}
	right := p.left + p.width
	low, high := p.y(b.Low), p.y(b.High)
	s.put(`<path stroke-width="1.5" stroke-dasharray="4 3" d="M`, right, ` `, low, `L`, x, ` `, y, `L`, right, ` `, high, `"`)
	s.paint(none, muted)
	s.put(`/><path stroke-width="2" d="M`, right+6*px, ` `, low, `h`, 6*px, `V`, high, `h`, -6*px, `"`)
	s.paint(none, muted)
	s.put(`/>`)
}

// drawLegend names the parts.
func (b *Burnup) drawLegend(s *sheet) {
	f := face{size: 11, ink: muted}
	x, y := margin, s.height+8*px
	item := func(words string, sample func()) {
		if !shows(words) {
			return
		}
		if w := f.width(words) + 24*px; x > margin && x+w > s.width-margin {
			x, y = margin, y+18*px
		}
		sample()
		x += 22*px + s.text(x+22*px, y+4*px, s.width-margin-x-22*px, words, f) + 18*px
	}
	item(b.Legend.Done, func() { s.rect(x, y-px, 16*px, 2*px+50, px, strong) })
	item(b.Legend.Band, func() {
		s.put(`<g fill-opacity=".16">`)
		s.rect(x, y-5*px, 16*px, 10*px, 0, amount)
		s.put(`</g>`)
	})
	if len(b.Pauses) > 0 {
		item(b.Legend.Pause, func() { b.hatch(s, x, y-5*px, 16*px, 10*px) })
	}
	if b.Forecast {
		item(b.Legend.Forecast, func() {
			s.put(`<path stroke-width="1.5" stroke-dasharray="4 3" d="M`, x, ` `, y, `h`, 16*px, `"`)
			s.paint(none, muted)
			s.put(`/>`)
		})
	}
	s.height = y + 6*px
}
