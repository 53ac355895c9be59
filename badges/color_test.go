package badges

import (
	"errors"
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
		for p := range Palettes() {
			got, err := p.ParseColor(s)
			var unknown *ColorError
			if !errors.As(err, &unknown) || got != 0 {
				t.Errorf("%q: got %v, %v", s, got, err)
			} else if unknown.Value != s || unknown.Nearest != nearest {
				t.Errorf("%q: got %+v, want nearest %q", s, unknown, nearest)
			}
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

func TestPalettes(t *testing.T) {
	for p := range Palettes() {
		if got, err := ParsePalette(p.String()); err != nil || got != p {
			t.Errorf("%s: got %v, %v", p, got, err)
		}
		count := 0
		for name, want := range p.Colors() {
			if got, err := p.ParseColor(name); err != nil || got != want || !want.valid() || want == 0 {
				t.Errorf("%s %s: got %v, %v; want %v", p, name, got, err, want)
			}
			count++
		}
		if count != len(swatches) {
			t.Errorf("%s: %d names", p, count)
		}
		for _, a := range aliases {
			got, err := p.ParseColor(a.name)
			if want, _ := p.ParseColor(a.of); err != nil || got != want {
				t.Errorf("%s %s: got %v, %v; want %v", p, a.name, got, err, want)
			}
		}
		for range p.Colors() {
			break // an early end is fine
		}
	}
	for name, want := range map[string]Color{"brightgreen": RGB(0x44, 0xBB, 0), "important": RGB(0xEA, 0x72, 0x33), "purple": RGB(0x80, 0, 0x80)} {
		if got, err := Shields.ParseColor(name); err != nil || got != want {
			t.Errorf("%s: got %v, %v; want %v", name, got, err, want)
		}
	}
	for s, nearest := range map[string]string{"AA": "aa", "shield": "shields", "clasic": "classic", "": "", "dark": ""} {
		var unknown *PaletteError
		if _, err := ParsePalette(s); !errors.As(err, &unknown) || unknown.Value != s || unknown.Nearest != nearest {
			t.Errorf("%q: %v", s, err)
		}
	}
	for _, p := range []Palette{-1, 3} {
		if _, err := p.ParseColor("red"); err == nil || p.String() != "" {
			t.Errorf("palette %d: %v, %q", p, err, p)
		}
		for range p.Colors() {
			t.Errorf("palette %d has a colour", p)
		}
	}
}

func TestStyles(t *testing.T) {
	count := 0
	for s := range Styles() {
		if got, err := ParseStyle(s.String()); err != nil || got != s {
			t.Errorf("%s: got %v, %v", s, got, err)
		}
		count++
	}
	if count != 5 {
		t.Errorf("%d styles", count)
	}
	for range Styles() {
		break
	}
	for s, nearest := range map[string]string{"flat_square": "flat-square", "Plastic": "plastic", "forthebadge": "for-the-badge", "socail": "social",
		"": "", "3d": "", "flat-square ": "flat-square"} {
		var unknown *StyleError
		if _, err := ParseStyle(s); !errors.As(err, &unknown) || unknown.Value != s || unknown.Nearest != nearest {
			t.Errorf("%q: %v", s, err)
		}
	}
}
