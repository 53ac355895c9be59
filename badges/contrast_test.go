package badges

import (
	"encoding/xml"
	"math"
	"strconv"
	"testing"
)

// Text has 4.5:1 or more and a logo 3:1, in every style, on every colour of
// every palette and on any other, at every height that they reach.
func TestContrast(t *testing.T) {
	fills := []Color{button, bubble}
	for p := range Palettes() {
		for _, c := range p.Colors() {
			fills = append(fills, c)
		}
	}
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 5 {
			for b := 0; b < 256; b += 15 {
				fills = append(fills, RGB(uint8(r), uint8(g), uint8(b)))
			}
		}
	}
	for style := range Styles() {
		l := &looks[style]
		baseline := map[Style]float64{Flat: 14, FlatSquare: 14, Plastic: 13, ForTheBadge: 17.5, Social: 14}[style]
		height := map[Style]float64{Flat: 20, FlatSquare: 20, Plastic: 18, ForTheBadge: 28, Social: 20}[style]
		light := stops(t, l.light)
		// Two accents on a capital (Ẫ) begin 11.7 pixels above the baseline in DejaVu
		// Sans; the tails of Latin letters end 2.8 below it, those of Devanagari and Thai 3.1.
		check(t, style.String()+", text", fills, light, 4.5, height, baseline-11.7, baseline+3.1)
		check(t, style.String()+", logo", fills, light, 3, height, float64(l.logoTop), float64(l.logoTop+logoSize))
	}
}

func check(t *testing.T, what string, fills []Color, light []stop, wanted, height, from, to float64) {
	t.Helper()
	worst, least, at := Color(0), math.Inf(1), 0.0
	last := stop{grey: -1}
	for y := from; y <= to; y += .1 {
		over := shine(light, y/height)
		if over == last {
			continue
		}
		last = over
		for _, fill := range fills {
			if c := contrast(fill.on(), fill, over); c < least {
				worst, least, at = fill, c, y
			}
		}
	}
	if least < wanted {
		t.Errorf("%s: %.3f on %s at %v", what, least, worst, at)
	}
}

// A stop is one of a gradient. Its colour is a grey.
type stop struct{ offset, grey, opacity float64 }

// stops reads a gradient's stops as they stand in a badge.
func stops(t *testing.T, light string) (all []stop) {
	t.Helper()
	var gradient struct {
		Stops []struct {
			Offset  string `xml:"offset,attr"`
			Color   string `xml:"stop-color,attr"`
			Opacity string `xml:"stop-opacity,attr"`
		} `xml:"stop"`
	}
	if err := xml.Unmarshal([]byte("<g>"+light+"</g>"), &gradient); err != nil {
		t.Fatal(err)
	}
	for _, s := range gradient.Stops {
		var next stop
		var err error
		if s.Offset != "" {
			if next.offset, err = strconv.ParseFloat(s.Offset, 64); err != nil {
				t.Fatal(err)
			}
		}
		if next.opacity, err = strconv.ParseFloat(s.Opacity, 64); err != nil {
			t.Fatal(err)
		}
		switch s.Color {
		case "":
		case "#fff":
			next.grey = 255
		default:
			t.Fatalf("a stop of %s", s.Color)
		}
		all = append(all, next)
	}
	return all
}

// shine is the grey and the opacity of a gradient at a share of its height.
func shine(light []stop, at float64) stop {
	for i := 1; i < len(light); i++ {
		if a, b := light[i-1], light[i]; at >= a.offset && at <= b.offset {
			share := (at - a.offset) / (b.offset - a.offset)
			if opacity := a.opacity + share*(b.opacity-a.opacity); opacity > 0 {
				return stop{at, a.grey + share*(b.grey-a.grey), opacity}
			}
		}
	}
	return stop{}
}

// contrast is that of WCAG 2, between a text and a fill under a light.
func contrast(text, fill Color, over stop) float64 {
	part := func(v uint8) float64 { return float64(v)*(1-over.opacity) + over.grey*over.opacity }
	luminance := func(r, g, b float64) float64 {
		return .2126*exactLinear(r) + .7152*exactLinear(g) + .0722*exactLinear(b)
	}
	a := luminance(float64(text.red()), float64(text.green()), float64(text.blue()))
	b := luminance(part(fill.red()), part(fill.green()), part(fill.blue()))
	return (max(a, b) + .05) / (min(a, b) + .05)
}

// The palette AA leaves more than the least, and each of its colours differs
// from the page, light (#fff) or dark (#0d1117), even if only its text does.
func TestPaletteAA(t *testing.T) {
	for name, fill := range AA.Colors() {
		if c := contrast(fill.on(), fill, stop{}); c < 5 {
			t.Errorf("%s: %.2f", name, c)
		}
		if l, d := contrast(white, fill, stop{}), contrast(RGB(0x0D, 0x11, 0x17), fill, stop{}); max(l, d) < 4.5 || min(l, d) < 1.8 {
			t.Errorf("%s: %.2f on a light page, %.2f on a dark one", name, l, d)
		}
	}
}

func TestLinear(t *testing.T) {
	for i, got := range linear {
		if want := math.Round(exactLinear(float64(i)) * 65535); float64(got) != want {
			t.Errorf("%d: got %d, want %v", i, got, want)
		}
	}
}

func exactLinear(v float64) float64 {
	if v /= 255; v <= .04045 {
		return v / 12.92
	}
	return math.Pow((v+.055)/1.055, 2.4)
}
