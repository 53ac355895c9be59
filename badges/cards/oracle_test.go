package cards

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/honelog/hone/badges/internal/odd"
	"github.com/honelog/hone/internal/oracle"
)

// libxml2 is stricter than encoding/xml.
func TestXMLLint(t *testing.T) {
	xmllint := oracle.Program(t, "xmllint")
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pictures in testdata (%v)", err)
	}
	dir := t.TempDir()
	for i, words := range odd.Texts {
		for _, c := range usual() {
			svg, err := SVG(reworded(c.card, func(string) string { return "x" + words }), Look{})
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(dir, fmt.Sprintf("%s-%02d.svg", c.name, i))
			if err := os.WriteFile(file, svg, 0o644); err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
		}
	}
	if out, err := exec.Command(xmllint, append([]string{"--noout", "--nonet"}, files...)...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// librsvg, which knows little of style sheets and plays no animation, draws all:
// there is ink in every part of a card that has any.
func TestLibrsvg(t *testing.T) {
	rsvg := oracle.Program(t, "rsvg-convert")
	parts := map[string][]image.Rectangle{
		"rings":   {ringAt(0, 0), ringAt(1, 0), ringAt(0, 1), ringAt(1, 1), ringAt(0, 2), ringAt(1, 2), image.Rect(120, 60, 230, 330), image.Rect(352, 60, 472, 330)},
		"bars":    {image.Rect(24, 56, 40, 340), image.Rect(44, 56, 200, 340), image.Rect(44, 76, 300, 82), image.Rect(350, 56, 472, 340)},
		"heatmap": {image.Rect(24, 76, 52, 160), image.Rect(58, 76, 340, 160), image.Rect(340, 76, 680, 160), image.Rect(560, 168, 690, 186)},
		"burnup":  {image.Rect(24, 50, 200, 84), image.Rect(60, 120, 200, 270), image.Rect(410, 90, 472, 200), image.Rect(24, 270, 472, 310)},
		"skills":  {image.Rect(24, 56, 180, 300), image.Rect(188, 56, 376, 300), image.Rect(390, 56, 474, 300), image.Rect(24, 300, 474, 330)},
		"shelf":   {image.Rect(24, 50, 40, 260), image.Rect(48, 50, 300, 260), image.Rect(340, 50, 472, 260)},
		"year":    {image.Rect(24, 56, 472, 84), image.Rect(24, 84, 472, 104), image.Rect(40, 130, 456, 200)},
		"recent":  {image.Rect(24, 56, 80, 210), image.Rect(80, 56, 100, 210), image.Rect(110, 56, 360, 210), image.Rect(390, 56, 472, 210)},
	}
	for _, c := range usual() {
		for _, scheme := range []Scheme{Auto, Dark} {
			t.Run(fmt.Sprintf("%s/%d", c.name, scheme), func(t *testing.T) {
				img := rendered(t, rsvg, c.card, Look{Scheme: scheme})
				title, note := image.Rect(24, 20, 80, 40), image.Rect(img.Bounds().Max.X-50, 24, img.Bounds().Max.X-20, 38)
				for _, part := range append(parts[c.name], title, note) {
					if inked(img, part) < 12 {
						t.Errorf("nothing is drawn in %v", part)
					}
				}
			})
		}
	}
}

// ringAt is where the card of rings has the one of a column and a row.
func ringAt(column, row int) image.Rectangle {
	x, y := 24+column*232, 58+row*96
	return image.Rect(x, y, x+76, y+76)
}

// inked counts the points of a part that are not like the card's surface, which
// is beside the upper left corner of the title.
func inked(img image.Image, part image.Rectangle) (n int) {
	r0, g0, b0, _ := img.At(12, 12).RGBA()
	part = part.Intersect(img.Bounds())
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			if far(r, r0)+far(g, g0)+far(b, b0) > 0x6000 {
				n++
			}
		}
	}
	return n
}

func far(a, b uint32) uint32 { return max(a, b) - min(a, b) }

// However long the words, and in whatever direction they run, nothing is drawn
// in a card's margins.
func TestMargins(t *testing.T) {
	rsvg := oracle.Program(t, "rsvg-convert")
	for _, c := range unusual() {
		if !strings.HasSuffix(c.name, "-long") && !strings.HasSuffix(c.name, "-arabic") {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			img := rendered(t, rsvg, c.card, Look{})
			w, h := img.Bounds().Max.X, img.Bounds().Max.Y
			for _, part := range []image.Rectangle{image.Rect(3, 3, 21, h-3), image.Rect(w-19, 3, w-3, h-3), image.Rect(3, h-16, w-3, h-3), image.Rect(3, 3, w-3, 18)} {
				if n := inked(img, part); n > 0 {
					t.Errorf("%d points are drawn in %v", n, part)
				}
			}
		})
	}
}

// rendered is a card as librsvg draws it.
func rendered(t *testing.T, rsvg string, c Card, l Look) image.Image {
	t.Helper()
	svg, err := SVG(c, l)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(rsvg)
	cmd.Stdin = bytes.NewReader(svg)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return img
}
