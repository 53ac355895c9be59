package cards

import (
	"fmt"

	"github.com/honelog/hone/badges"
)

func (l Look) check() error {
	switch {
	case l.Theme < GitHub || l.Theme > ColourBlind:
		return fmt.Errorf("%d is not a theme", int(l.Theme))
	case l.Accent < Green || l.Accent > Pink:
		return fmt.Errorf("%d is not an accent", int(l.Accent))
	case l.Scheme < Auto || l.Scheme > Dark:
		return fmt.Errorf("%d is not a scheme", int(l.Scheme))
	}
	return nil
}

// colors chooses the inks of a look.
func (l Look) colors() *colors {
	light, dark := l.inks(0), l.inks(1)
	switch l.Scheme {
	case Light:
		return &colors{first: light}
	case Dark:
		return &colors{first: dark}
	}
	return &colors{first: light, dark: dark}
}

// inks are the colours on a light (0) or a dark (1) page.
func (l Look) inks(page int) *[inks]badges.Color {
	var c [inks]badges.Color
	g := grounds[l.Theme][page]
	for i, v := range g.base {
		c[i] = rgb(v)
	}
	for i, v := range g.tones {
		c[int(toneInk)+i] = rgb(v)
	}
	a := accents[page][l.Accent]
	if l.Theme == HighContrast {
		a = strongAccents[page][l.Accent]
	}
	c[amount] = rgb(a.amount)
	for i, v := range a.heat {
		c[int(heatInk)+i] = rgb(v)
	}
	return &c
}

func rgb(v uint32) badges.Color { return badges.RGB(uint8(v>>16), uint8(v>>8), uint8(v)) }
