package cards

import "math/bits"

// A plot turns days and amounts into places.
type plot struct {
	left, top, width int
	days             int
	most             int64
}

const (
	plotHigh   = 168 * px
	plotSide   = 18 * px // on the right, for the forecast's bracket
	mostPoints = 200     // of a line: one for every two pixels
	mostSteps  = 100     // points of a line in steps
)

type point struct{ x, y int }

// x is the place of the end of a day; the end of day -1 is the beginning.
func (p *plot) x(day int) int { return p.left + (day+1)*p.width/p.days }

func (p *plot) y(v int64) int { return p.bottom() - scale(v, p.most, plotHigh) }

func (p *plot) bottom() int { return p.top + plotHigh }

// scale returns v parts of most, of a length; at most all of it.
func scale(v, most int64, length int) int {
	if v >= most {
		return length
	}
	high, low := bits.Mul64(uint64(v), uint64(length))
	part, _ := bits.Div64(high, low, uint64(most)) // v < most, so part < length
	return int(part)
}

// line goes through the amounts at the ends of the days: in steps if there are
// few, over their corners if there are many.
func (p *plot) line(amounts []int64) []point {
	y := p.y(amounts[0])
	steps, corners := []point{{p.left, y}}, []point{{p.left, y}}
	for day, v := range amounts {
		if to := p.y(v); to != y {
			x := p.x(day)
			steps, corners = append(steps, point{x, y}, point{x, to}), append(corners, point{x, to})
			y = to
		}
	}
	end := point{p.left + p.width, y}
	if len(steps) < mostSteps {
		return append(steps, end)
	}
	list := corners[:1]
	for i, every := 1, (len(corners)+mostPoints-1)/mostPoints; i < len(corners); i += every {
		list = append(list, corners[i])
	}
	return simple(append(list, end))
}

// simple leaves out the points of a line that stray from it by less than a
// pixel (Douglas and Peucker's way). Points go from left to right.
func simple(list []point) []point {
	if len(list) < 3 {
		return list
	}
	first, last := list[0], list[len(list)-1]
	dx, dy := last.x-first.x, last.y-first.y
	far, at := 0, 0
	for i, p := range list[1 : len(list)-1] {
		// The distance straight up or down, times dx.
		off := (p.y-first.y)*dx - (p.x-first.x)*dy
		if off < 0 {
			off = -off
		}
		if off > far {
			far, at = off, i+1
		}
	}
	if far < dx*px || at == 0 {
		return []point{first, last}
	}
	left := simple(list[:at+1])
	return append(left[:len(left)-1:len(left)-1], simple(list[at:])...)
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
		p.most = max(p.most, t.At)
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
		y := p.y(t.At)
		s.rect(p.left, y-px/2, p.width, px, 0, track)
		s.text(p.left-8*px, y+4*px, 70*px, t.Label, f)
	}
	for i, every := 0, b.everyDay(s, p); i < len(b.X); i += every {
		x := p.x(int(b.X[i].At) - 1)
		s.rect(x-px/2, p.bottom(), px, 4*px, 0, edge)
		s.text(x, p.bottom()+17*px, s.width-margin-x, b.X[i].Label, face{size: 11, ink: muted})
	}
	s.rect(p.left, p.bottom()-px/2, p.width, px, 0, edge)
}

// everyDay returns how many names of days go to one that has room: with it, none
// meets the next.
func (b *Burnup) everyDay(s *sheet, p *plot) int {
	for every := 1; every < len(b.X); every++ {
		free, fits := 0, true
		for i := 0; i < len(b.X) && fits; i += every {
			x := p.x(int(b.X[i].At) - 1)
			fits = x >= free
			free = x + face{size: 11}.width(b.X[i].Label) + 6*px
		}
		if fits {
			return every
		}
	}
	return max(len(b.X), 1)
}
