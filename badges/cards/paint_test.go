package cards

import (
	"fmt"
	"math"
	"testing"

	"github.com/honelog/hone/badges"
)

// looks calls f with the colours of every theme, accent and page.
func looks(t *testing.T, f func(t *testing.T, theme Theme, c *[inks]badges.Color)) {
	for theme := range themeNames {
		for accent := range accentNames {
			for page, name := range []string{"light", "dark"} {
				t.Run(fmt.Sprintf("%s/%s/%s", themeNames[theme], accentNames[accent], name), func(t *testing.T) {
					l := Look{Theme: Theme(theme), Accent: Accent(accent)}
					f(t, l.Theme, l.inks(page))
				})
			}
		}
	}
}

func TestContrast(t *testing.T) {
	looks(t, func(t *testing.T, theme Theme, c *[inks]badges.Color) {
		letters, parts := 4.5, 3.0
		if theme == HighContrast {
			letters, parts = 7, 7
		}
		atLeast := func(what string, a, b ink, least float64) {
			t.Helper()
			if got := contrast(c[a], c[b]); got < least {
				t.Errorf("%s: %v on %v has a contrast of %.2f; it needs %g", what, c[a], c[b], got, least)
			}
		}
		atLeast("text", strong, surface, letters)
		atLeast("second text", muted, surface, letters)
		atLeast("amounts", amount, surface, max(parts, 4.5))
		atLeast("amounts beside what is left", amount, track, 3)
		atLeast("marks of pace", strong, amount, 1.5)
		for tone := Quiet; tone <= Broken; tone++ {
			atLeast(fmt.Sprintf("tone %d", tone), tone.ink(), surface, parts)
		}
		for level := range ink(4) {
			atLeast(fmt.Sprintf("level %d", level+1), heatInk+level, surface, parts)
			atLeast(fmt.Sprintf("level %d in its square", level+1), heatInk+level, track, 3)
			if level > 0 && contrast(c[heatInk+level], c[surface]) < 1.15*contrast(c[heatInk+level-1], c[surface]) {
				t.Errorf("level %d hardly differs from the one below", level+1)
			}
		}
		if theme == HighContrast {
			atLeast("the frame", edge, surface, 7)
		}
	})
	for level := 2; level <= 4; level++ {
		if heatSizes[level] < heatSizes[level-1]+px {
			t.Errorf("squares of level %d are hardly larger than those below", level)
		}
	}
}

// contrast is that of WCAG 2, from 1 to 21.
func contrast(a, b badges.Color) float64 {
	light := func(c badges.Color) float64 {
		v := linearRGB(c)
		return .2126*v[0] + .7152*v[1] + .0722*v[2] + .05
	}
	return max(light(a), light(b)) / min(light(a), light(b))
}

func linearRGB(c badges.Color) (v [3]float64) {
	for i := range v {
		s := float64(c>>(16-8*i)&0xFF) / 255
		if v[i] = s / 12.92; s > .04045 {
			v[i] = math.Pow((s+.055)/1.055, 2.4)
		}
	}
	return v
}

// Sight without one kind of cone: Machado, Oliveira and Fernandes 2009, severity
// 1, in linear light.
var sights = map[string][3][3]float64{
	"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}},
	"deuteranopia": {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}},
	"tritanopia":   {{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}},
}

// In the theme for it, any two tones differ for every kind of sight: by a tenth
// of the way from black to white in OKLab, five times what can just be seen.
func TestColourBlind(t *testing.T) {
	for page, name := range []string{"light", "dark"} {
		c := Look{Theme: ColourBlind}.inks(page)
		for sight, m := range sights {
			for a := Quiet; a <= Broken; a++ {
				for b := a + 1; b <= Broken; b++ {
					if d := difference(c[a.ink()], c[b.ink()], m); d < .1 {
						t.Errorf("%s page, %s: tones %d and %d differ by %.3f", name, sight, a, b, d)
					}
				}
			}
		}
	}
}

func difference(a, b badges.Color, sight [3][3]float64) float64 {
	p, q := okLab(seen(linearRGB(a), sight)), okLab(seen(linearRGB(b), sight))
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

func seen(v [3]float64, m [3][3]float64) (w [3]float64) {
	for i := range w {
		w[i] = min(max(m[i][0]*v[0]+m[i][1]*v[1]+m[i][2]*v[2], 0), 1)
	}
	return w
}

// okLab is Ottosson's perceptual space.
func okLab(v [3]float64) [3]float64 {
	l := math.Cbrt(.4122214708*v[0] + .5363325363*v[1] + .0514459929*v[2])
	m := math.Cbrt(.2119034982*v[0] + .6806995451*v[1] + .1073969566*v[2])
	s := math.Cbrt(.0883024619*v[0] + .2817188376*v[1] + .6299787005*v[2])
	return [3]float64{
		.2104542553*l + .7936177850*m - .0040720468*s,
		1.9779984951*l - 2.4285922050*m + .4505937099*s,
		.0259040371*l + .7827717662*m - .8086757660*s,
	}
}
