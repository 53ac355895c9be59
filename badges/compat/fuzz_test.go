package compat

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/honelog/hone/badges/internal/odd"
	"github.com/honelog/hone/internal/oracle"
)

func FuzzSVG(f *testing.F) {
	add := func(b Badge) {
		f.Add(b.Label, b.Message, b.Color, b.LabelColor, b.Style, b.Logo, b.Links[0], b.Links[1], b.IDSuffix)
	}
	for _, c := range cases {
		add(c.badge)
	}
	for i, s := range odd.Texts {
		add(Badge{Label: s, Message: s, Style: styles[i%len(styles)].name})
		add(Badge{Message: "x", Links: [2]string{s, s}})
		add(Badge{Color: s, LabelColor: s})
		add(Badge{Logo: "data:image/png;base64," + s, IDSuffix: s})
	}
	c := newCorpus(4)
	for range 200 {
		add(c.badge())
	}
	f.Fuzz(func(t *testing.T, label, message, color, labelColor, style, logo, left, right, suffix string) {
		b := Badge{label, message, color, labelColor, style, logo, [2]string{left, right}, suffix}
		svg, err := SVG(b)
		if err != nil {
			if _ = err.Error(); len(svg) > 0 {
				t.Fatalf("%v, and %s", err, svg)
			}
			return
		}
		checkSVG(t, svg)
		if again, _ := SVG(b); !bytes.Equal(svg, again) {
			t.Fatalf("twice, and not the same:\n%s\n%s", svg, again)
		}
	})
}

// allowed lists the elements of a badge and their attributes.
var allowed = map[string]string{
	"svg": "xmlns width height role aria-label", "title": "", "style": "", "a": "target href",
	"filter": "id", "feGaussianBlur": "stdDeviation", "linearGradient": "id x2 y2", "stop": "offset stop-color stop-opacity",
	"clipPath": "id", "rect": "id x y width height rx fill stroke", "path": "d fill", "image": "x y width height href",
	"g":    "aria-hidden clip-path shape-rendering fill stroke text-anchor font-family text-rendering font-weight font-size line-height transform",
	"text": "id aria-hidden x y fill fill-opacity filter transform textLength font-weight",
}

var forms = map[string]*regexp.Regexp{
	"x": decimal, "y": decimal, "width": decimal, "height": decimal, "textLength": decimal,
	"fill": regexp.MustCompile(`^(#[0-9a-f]{3,8}|[a-z]+|[\s\p{Z}\x{feff}]*((rgb|hsl)a?\([-0-9a-z%,/.\s\p{Z}\x{feff}]+\)|#?[0-9a-z]+)[\s\p{Z}\x{feff}]*|url\(#[abs][-\w]*\))$`),
}

var decimal = regexp.MustCompile(`^[0-9]*(\.(5|25|75))?$`)

// checkSVG checks that a badge is well-formed and only a picture.
func checkSVG(t *testing.T, svg []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	depth, element := 0, ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%v: %q", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			element = token.Name.Local
			names, ok := allowed[element]
			if !ok || (element == "svg") != (depth == 0) {
				t.Fatalf("an element %s: %s", element, svg)
			}
			depth++
			for _, a := range token.Attr {
				if !strings.Contains(" "+names+" ", " "+a.Name.Local+" ") {
					t.Fatalf("an attribute %s of %s: %s", a.Name.Local, element, svg)
				}
				if form := forms[a.Name.Local]; form != nil && !form.MatchString(a.Value) {
					t.Fatalf("%s %q: %s", a.Name.Local, a.Value, svg)
				}
				if a.Name.Local == "href" && !allowedRef(element, a.Value) {
					t.Fatalf("a reference %q: %s", a.Value, svg)
				}
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			if element == "style" && bytes.ContainsAny(token, "<@\\\"'") {
				t.Fatalf("a style %q: %s", token, svg)
			}
		default:
			t.Fatalf("a %T: %s", token, svg)
		}
	}
}

// allowedRef reads a reference as a browser does: without control characters.
func allowedRef(element, ref string) bool {
	ref = strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, ref))
	if element == "image" {
		return strings.HasPrefix(ref, "data:image/")
	}
	scheme := regexp.MustCompile(`^[A-Za-z][-+.A-Za-z0-9]*:`).FindString(ref)
	return strings.Contains("http: https: mailto:", strings.ToLower(scheme))
}

// libxml2 is stricter than encoding/xml.
func TestXMLLint(t *testing.T) {
	xmllint := oracle.Program(t, "xmllint")
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pictures in testdata (%v)", err)
	}
	dir := t.TempDir()
	write := func(b Badge) {
		svg, err := SVG(b)
		if err != nil {
			t.Fatal(err)
		}
		checkSVG(t, svg)
		file := filepath.Join(dir, fmt.Sprintf("%04d.svg", len(files)))
		if err := os.WriteFile(file, svg, 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	for _, style := range Styles() {
		for _, s := range odd.Texts {
			write(Badge{Label: s, Message: s, Style: style})
		}
	}
	c := newCorpus(5)
	for range 300 {
		write(c.badge())
	}
	if out, err := exec.Command(xmllint, append([]string{"--noout", "--nonet"}, files...)...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%.2000s", err, out)
	}
}
