package browsertest

import (
	goimage "image"
	"image/color"
	"testing"
)

// panel is a picture of 40 x 20 pixels, ink from x on.
func panel(x int, ink color.RGBA) *pixels {
	p := goimage.NewRGBA(goimage.Rect(0, 0, 40, 20))
	for i := range 40 * 20 {
		c := color.RGBA{255, 255, 255, 255}
		if i%40 >= x {
			c = ink
		}
		p.SetRGBA(i%40, i/40, c)
	}
	return p
}

func TestInk(t *testing.T) {
	green, other := color.RGBA{0, 128, 0, 255}, color.RGBA{0, 124, 0, 255}
	p := panel(30, green)
	if got := ground(p, p.Bounds()); got != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("the ground is %v", got)
	}
	if got := ink(p, p.Bounds(), ground(p, p.Bounds()), legible); got != 0.25 {
		t.Errorf("%v of it is ink, not a quarter", got)
	}
	if got := ink(p, goimage.Rect(-5, 0, 30, 99), ground(p, p.Bounds()), 1); got != 0 {
		t.Errorf("%v of the ground is ink", got)
	}
	for _, c := range []struct {
		what string
		a, b *pixels
		want float64
	}{
		{"itself", p, panel(30, green), 0},
		{"a slightly other green", p, panel(30, other), 0.25},
		{"an edge of which a pixel is other", p, panel(29, green), 0},
		{"an edge that is moved", p, panel(26, green), 0.1},
		{"another size", p, goimage.NewRGBA(goimage.Rect(0, 0, 40, 21)), 1},
	} {
		if got := differ(c.a, c.b); got.share != c.want {
			t.Errorf("%s: %v, want a share of %v", c.what, got, c.want)
		}
	}
	if cells := grid(p.Bounds(), 15); len(cells) != 2 || cells[1] != goimage.Rect(20, 0, 40, 20) {
		t.Errorf("the grid is %v", cells)
	}
}

func TestPlaces(t *testing.T) {
	if got := out(box{-1, 2, 10, 30}, box{0, 0, 20, 30}); got != 2 {
		t.Errorf("it stands %v px out, not 2", got)
	}
	l := look{Name: "x", of: func(p picture) bool { return p.fault == "" }}
	l.place([]picture{{width: 900, height: 100}, {fault: "none"}, {width: 600, height: 50}, {width: 10, height: 10}, {width: 1500, height: 2300}}, "")
	want := [][]image{{{0, "", 18, 18, 900, 100}, {2, "", 936, 18, 600, 50}, {3, "", 1554, 18, 10, 10}}, {{4, "", 18, 18, 1500, 2300}}}
	for i, s := range l.Sheets {
		if i >= len(want) || len(s.Images) != len(want[i]) {
			t.Fatalf("sheet %d has %v", i, s.Images)
		}
		for j, im := range s.Images {
			if im != want[i][j] || im.Y+im.Height+gap > s.Height {
				t.Errorf("sheet %d of height %d: %+v, want %+v", i, s.Height, im, want[i][j])
			}
		}
	}
}
