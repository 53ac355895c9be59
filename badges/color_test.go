package badges

import (
	"errors"
	"math"
	"testing"
)

func TestParseColor(t *testing.T) {
	for s, want := range map[string]Color{
		"green": Green, "brightgreen": BrightGreen, "gray": Grey, "inactive": LightGrey,
		"#555": Grey, "#2a7d00": BrightGreen, "#2A7D00": BrightGreen, "#000": RGB(0, 0, 0), "#1af": RGB(0x11, 0xAA, 0xFF),
	} {
		if got, err := ParseColor(s); err != nil || got != want {
			t.Errorf("%q: got %v, %v; want %v", s, got, err, want)
		}
	}
	for s, nearest := range map[string]string{
		"gren": "green", "RED": "red", " blue": "blue", "greay": "grey", "lihgtgrey": "lightgrey", "sucess": "success",
		"fff": "#fff", "2A7D00": "#2a7d00",
		"": "", "#": "", "#12": "", "#12345g": "", "#+12345": "", "#12345678": "", "transparent": "", "url(#x)": "", "rgb(1,2,3)": "", "\x00": "",
	} {
		got, err := ParseColor(s)
		var unknown *ColorError
		if !errors.As(err, &unknown) || got != 0 {
			t.Errorf("%q: got %v, %v", s, got, err)
		} else if unknown.Value != s || unknown.Nearest != nearest {
			t.Errorf("%q: got %+v, want nearest %q", s, unknown, nearest)
		}
	}
}

func TestColorString(t *testing.T) {
	for _, c := range []Color{RGB(0, 0, 0), RGB(1, 2, 3), RGB(0x55, 0x55, 0x55), Green, white} {
		if got, err := ParseColor(c.String()); err != nil || got != c {
			t.Errorf("%s: got %v, %v", c, got, err)
		}
		if got, err := ParseColor(string(c.appendShort(nil))); err != nil || got != c {
			t.Errorf("%s, short: got %v, %v", c, got, err)
		}
	}
	if s := Color(0).String(); s != "" {
		t.Errorf("the zero Color is %q", s)
	}
}

func TestPalette(t *testing.T) {
	count := 0
	for name, want := range Palette() {
		if got, err := ParseColor(name); err != nil || got != want {
			t.Errorf("%s: got %v, %v; want %v", name, got, err, want)
		}
		if want.on() != white {
			t.Errorf("%s does not carry white text", name)
		}
		count++
	}
	if count != len(names) {
		t.Errorf("%d names", count)
	}
	for range Palette() {
		break // an early end is fine
	}
}

func TestLinear(t *testing.T) {
	for i, got := range linear {
		if want := math.Round(exactLinear(float64(i)) * 65535); float64(got) != want {
			t.Errorf("%d: got %d, want %v", i, got, want)
		}
	}
}

// On any fill, text reaches 4.5:1 at every height where it can stand.
func TestContrast(t *testing.T) {
	fills := []Color{}
	for _, c := range Palette() {
		fills = append(fills, c)
	}
	for r := 0; r < 256; r += 5 {
		for g := 0; g < 256; g += 3 {
			for b := 0; b < 256; b += 5 {
				fills = append(fills, RGB(uint8(r), uint8(g), uint8(b)))
			}
		}
	}
	worst, least := Color(0), math.Inf(1)
	for _, fill := range fills {
		// Verdana at 11 px on 14: an accent begins at 5, a tail ends at 16.
		for _, y := range []float64{5, 8, 12, 16} {
			if c := contrast(fill.on(), fill, y); c < least {
				worst, least = fill, c
			}
		}
	}
	if least < 4.5 {
		t.Errorf("%s: %.3f", worst, least)
	}
	// On the palette it does so even where the light is strongest.
	for name, fill := range Palette() {
		for y := 0.0; y <= 20; y++ {
			if c := contrast(white, fill, y); c < 4.5 {
				t.Errorf("%s at %v: %.3f", name, y, c)
			}
		}
	}
}

// contrast is that of WCAG 2, between a text and a fill under the flat style's
// light, y pixels from the top.
func contrast(text, fill Color, y float64) float64 {
	shine, shade := max(0, .05*(1-y/5)), max(0, .15*(y-16)/4)
	part := func(v uint8) float64 { return (float64(v)*(1-shine) + 255*shine) * (1 - shade) }
	luminance := func(r, g, b float64) float64 {
		return .2126*exactLinear(r) + .7152*exactLinear(g) + .0722*exactLinear(b)
	}
	a := luminance(float64(text.red()), float64(text.green()), float64(text.blue()))
	b := luminance(part(fill.red()), part(fill.green()), part(fill.blue()))
	return (max(a, b) + .05) / (min(a, b) + .05)
}

func exactLinear(v float64) float64 {
	if v /= 255; v <= .04045 {
		return v / 12.92
	}
	return math.Pow((v+.055)/1.055, 2.4)
}
