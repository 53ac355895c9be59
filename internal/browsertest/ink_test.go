package browsertest

import (
	"fmt"
	goimage "image"
	"image/color"
	"image/draw"
	"image/png"
	"iter"
	"math"
	"os"
)

// pixels is a picture as it was drawn.
type pixels = goimage.RGBA

// open reads a PNG.
func open(file string) (*pixels, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %v", file, err)
	}
	if p, ok := m.(*pixels); ok {
		return p, nil
	}
	p := goimage.NewRGBA(m.Bounds())
	draw.Draw(p, p.Bounds(), m, m.Bounds().Min, draw.Src)
	return p, nil
}

// cut is a part of a picture, from its own corner.
func cut(p *pixels, r goimage.Rectangle) *pixels {
	part := goimage.NewRGBA(goimage.Rect(0, 0, r.Dx(), r.Dy()))
	draw.Draw(part, part.Bounds(), p, r.Min, draw.Src)
	return part
}

// away is how far two colours are from each other: the largest difference of a
// channel, 0 to 255.
func away(a, b color.RGBA) int {
	d := func(x, y uint8) int { return max(int(x)-int(y), int(y)-int(x)) }
	return max(d(a.R, b.R), d(a.G, b.G), d(a.B, b.B))
}

// legible is how far ink is from its ground, at the least.
const legible = 40

// ground is the commonest colour of a part of a picture.
func ground(p *pixels, r goimage.Rectangle) color.RGBA {
	count := map[color.RGBA]int{}
	var run color.RGBA
	length := 0
	for c := range colours(p, r) {
		if c != run {
			count[run] += length
			run, length = c, 0
		}
		length++
	}
	count[run] += length
	var most color.RGBA
	for c, n := range count {
		if n > count[most] || n == count[most] && key(c) > key(most) {
			most = c
		}
	}
	return most
}

func key(c color.RGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }

// ink is the share of a part's pixels that are far from a colour.
func ink(p *pixels, r goimage.Rectangle, from color.RGBA, far int) float64 {
	n, of := 0, 0
	for c := range colours(p, r) {
		of++
		if away(c, from) >= far {
			n++
		}
	}
	return float64(n) / float64(max(of, 1))
}

// flat reports whether a part of a picture is all of one colour.
func flat(p *pixels, r goimage.Rectangle) bool {
	var first color.RGBA
	for c := range colours(p, r) {
		if first.A == 0 {
			first = c
		}
		if away(c, first) > 2 {
			return false
		}
	}
	return true
}

// A difference is where two pictures of one size are not alike. The browser
// draws an edge a little differently from place to place; what lies between a
// pixel's neighbours in the other picture is no difference.
type difference struct {
	share float64 // of all pixels
	most  int     // how far apart two of them are
	where goimage.Rectangle
}

func (d difference) String() string {
	return fmt.Sprintf("%.2f %% of the pixels differ, by up to %d, within %v", 100*d.share, d.most, d.where)
}

func differ(a, b *pixels) (d difference) {
	if a.Bounds() != b.Bounds() {
		return difference{1, 255, a.Bounds().Union(b.Bounds())}
	}
	n, r := 0, a.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			by := away(a.RGBAAt(x, y), b.RGBAAt(x, y))
			if by > 2 && (!between(a.RGBAAt(x, y), b, x, y) || !between(b.RGBAAt(x, y), a, x, y)) {
				n++
				d.most = max(d.most, by)
				d.where = d.where.Union(goimage.Rect(x, y, x+1, y+1))
			}
		}
	}
	d.share = float64(n) / float64(max(r.Dx()*r.Dy(), 1))
	return d
}

// between reports whether no channel of a colour is beyond all pixels around a
// place.
func between(c color.RGBA, p *pixels, x, y int) bool {
	low, high := color.RGBA{255, 255, 255, 255}, color.RGBA{}
	for c := range colours(p, goimage.Rect(x-1, y-1, x+2, y+2)) {
		low = color.RGBA{min(low.R, c.R), min(low.G, c.G), min(low.B, c.B), 255}
		high = color.RGBA{max(high.R, c.R), max(high.G, c.G), max(high.B, c.B), 255}
	}
	in := func(x, low, high uint8) bool { return int(low)-2 <= int(x) && int(x) <= int(high)+2 }
	return in(c.R, low.R, high.R) && in(c.G, low.G, high.G) && in(c.B, low.B, high.B)
}

// colours are those of a part of a picture, row by row.
func colours(p *pixels, r goimage.Rectangle) iter.Seq[color.RGBA] {
	r = r.Intersect(p.Bounds())
	return func(yield func(color.RGBA) bool) {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			row := p.Pix[p.PixOffset(r.Min.X, y):]
			for x := 0; x < 4*r.Dx(); x += 4 {
				if !yield(color.RGBA{row[x], row[x+1], row[x+2], row[x+3]}) {
					return
				}
			}
		}
	}
}

// around is the whole pixels that a box touches, grown on every side.
func around(b box, grow float64) goimage.Rectangle {
	return goimage.Rect(int(math.Floor(b.X-grow)), int(math.Floor(b.Y-grow)),
		int(math.Ceil(b.X+b.Width+grow)), int(math.Ceil(b.Y+b.Height+grow)))
}

// grid cuts a picture into cells of about side pixels.
func grid(r goimage.Rectangle, side int) (cells []goimage.Rectangle) {
	columns, rows := max(1, r.Dx()/side), max(1, r.Dy()/side)
	for y := range rows {
		for x := range columns {
			cells = append(cells, goimage.Rect(x*r.Dx()/columns, y*r.Dy()/rows, (x+1)*r.Dx()/columns, (y+1)*r.Dy()/rows))
		}
	}
	return cells
}
