package badges

import (
	"bytes"
	"fmt"
	"image/color"
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
	files, err := filepath.Glob("testdata/*/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pictures in testdata (%v)", err)
	}
	dir := t.TempDir()
	for i, s := range odd.Texts {
		for style := range Styles() {
			svg := draw(t, Badge{Label: s, Message: "x" + s, Title: s, Style: style, Logo: tick, MessageLink: "?a&b='c'"})
			file := filepath.Join(dir, fmt.Sprintf("odd-%02d-%s.svg", i, style))
			if err := os.WriteFile(file, []byte(svg), 0o644); err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
		}
	}
	if out, err := exec.Command(xmllint, append([]string{"--noout", "--nonet"}, files...)...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// librsvg draws every part of a badge: fills, logo and both texts.
func TestLibrsvg(t *testing.T) {
	rsvg := oracle.Program(t, "rsvg-convert")
	for style := range Styles() {
		for _, b := range []Badge{
			{Label: "books", Message: "2 of 12", Color: Green, LabelColor: Grey, Logo: tick},
			{Label: "كتب", Message: "التالي", Color: Yellow, LabelColor: pale, Logo: tick},
		} {
			b.Style = style
			cmd := exec.Command(rsvg, "-f", "png")
			cmd.Stdin = strings.NewReader(draw(t, b))
			out, err := cmd.Output()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			picture, err := png.Decode(bytes.NewReader(out))
			if err != nil {
				t.Fatal(err)
			}
			d := drawing{label: []byte(b.Label), message: []byte(b.Message)}
			d.paint(&b)
			_, _, at := d.fit(&b, d.label, d.message)
			l := &looks[style]
			if size := picture.Bounds().Size(); size.X < at.left || size.X > at.width+20 || size.Y < 18 {
				t.Fatalf("%s: %v", style, size)
			}
			for _, part := range []struct {
				name     string
				from, to int
				fill     Color
			}{
				{"the logo", at.logo, at.logo + logoSize, b.LabelColor},
				{"the label", at.label, at.left - l.labelAfter, b.LabelColor},
				{"the message", at.message, at.width - l.messageAfter, b.Color},
			} {
				// Around the middle the light does nothing, so fills and inks are as they are.
				inks, fills := 0, 0
				for x := part.from; x < part.to; x++ {
					for y := picture.Bounds().Dy()/2 - 2; y <= picture.Bounds().Dy()/2+3; y++ {
						switch c := color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA); {
						case c.A != 255:
							t.Fatalf("%s, %s: the page shines through at %d, %d", style, part.name, x, y)
						case RGB(c.R, c.G, c.B) == part.fill:
							fills++
						default:
							inks++
						}
					}
				}
				if inks < 10 || fills < 4 {
					t.Errorf("%s, %s of %s: %d dots of ink, %d of fill", style, part.name, b.Label, inks, fills)
				}
			}
		}
	}
}
