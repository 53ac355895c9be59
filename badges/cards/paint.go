package cards

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/honelog/hone/badges"
)

// An ink is a part that a colour has in a look.
type ink uint8

// The inks. Those of tones stand in the order of the tones.
const (
	surface ink = iota
	edge
	strong // text
	muted  // text that comes second
	track  // what is not yet done; lines to guide the eye
	amount // what is done
	toneInk
	heatInk = toneInk + ink(Broken) + 1
	inks    = heatInk + 4

	none ink = 0xFF
)

func (t Tone) ink() ink { return toneInk + ink(t) }

// colors are those of a look: the first are written as attributes, and dark, if
// there is one, is for a page that is known to be dark.
type colors struct {
	first, dark *[inks]badges.Color
}

// paint writes the attributes of a fill and a stroke. The colours are
// attributes, and right without the style; the classes are for the style.
func (s *sheet) paint(fill, stroke ink) {
	var classes []string
	for kind, i := range [2]ink{fill, stroke} {
		switch {
		case i != none:
			s.put(` ` + properties[kind] + `="` + s.colors.first[i].String() + `"`)
			s.used[kind][i] = true
			classes = append(classes, class(kind, i))
		case kind == 0:
			s.put(` fill="none"`)
		}
	}
	if classes != nil {
		s.put(` class="` + strings.Join(classes, " ") + `"`)
	}
}

// properties are what an ink is for.
var properties = [2]string{"fill", "stroke"}

// class is the class of the parts of which an ink is the fill (0) or the stroke
// (1). Pages have their own class f1.
func class(kind int, i ink) string { return "c" + properties[kind][:1] + strconv.Itoa(int(i)) }

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
