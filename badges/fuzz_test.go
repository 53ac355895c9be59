package badges

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/honelog/hone/badges/internal/odd"
	"github.com/honelog/hone/badges/internal/text"
)

// FuzzSVG draws a badge whose every text comes from outside, and whose numbers
// are any.
func FuzzSVG(f *testing.F) {
	for _, b := range examples {
		f.Add(b.Label, b.Message, b.Title, b.Link, b.LabelLink, b.MessageLink, b.Logo.path, b.IDSuffix, "green", "#eee", "gold", b.Style.String(), "aa", b.MaxWidth)
	}
	for i, s := range odd.Texts {
		f.Add(s, "x"+s, s, s, s, s, s, s, s, s, s, s, s, i)
		f.Add("label", s, s, "a", "a/"+s, "?"+s, "M0 0z", "a", "red", "", "#"+s, styleNames[i%5], "classic", 100+i)
	}
	f.Fuzz(func(t *testing.T, label, message, title, link, labelLink, messageLink, logo, suffix, color, labelColor, logoColor, style, palette string, width int) {
		b := Badge{Label: label, Message: message, Title: title, Link: link, LabelLink: labelLink, MessageLink: messageLink, IDSuffix: suffix, MaxWidth: width}
		p, _ := ParsePalette(palette)
		b.Color, _ = p.ParseColor(color)
		b.LabelColor, _ = p.ParseColor(labelColor)
		b.LogoColor, _ = p.ParseColor(logoColor)
		b.Style, _ = ParseStyle(style)
		b.Logo, _ = ParseLogo(logo)
		svg, err := SVG(b)
		endpoint, endpointErr := Endpoint(b)
		if (err == nil) != (endpointErr == nil) {
			t.Fatalf("%v, and %v", err, endpointErr)
		}
		if err != nil {
			// What is wrong is left out, so that the rest is tried.
			for _, link := range []*string{&b.Link, &b.LabelLink, &b.MessageLink} {
				if *link != "" && checkLink(*link) != nil {
					*link = ""
				}
			}
			b.IDSuffix, b.MaxWidth = "", 0
			if svg, err = SVG(b); noLabel(err) {
				b.LabelLink = ""
				svg, err = SVG(b)
			}
			if err != nil {
				if !errors.Is(err, ErrNoMessage) {
					t.Fatal(err)
				}
				return
			}
			if endpoint, err = Endpoint(b); err != nil {
				t.Fatal(err)
			}
		}
		checkSVG(t, svg, b)
		checkEndpoint(t, endpoint)
		if again, _ := SVG(b); !bytes.Equal(svg, again) {
			t.Fatalf("twice, and not the same:\n%s\n%s", svg, again)
		}
	})
}

func noLabel(err error) bool {
	var fault *LinkError
	return errors.As(err, &fault) && strings.Contains(fault.Problem, "label")
}

// allowed lists the elements of a badge and their attributes.
var allowed = map[string]string{
	"svg": "xmlns width height viewBox role aria-label aria-hidden x y", "title": "", "linearGradient": "id x2 y2", "stop": "offset stop-color stop-opacity",
	"path": "fill fill-opacity stroke d", "rect": "x width height rx fill fill-opacity", "a": "href aria-label",
	"g":    "fill font-family font-size font-weight direction text-anchor text-rendering transform",
	"text": "x y textLength letter-spacing font-weight direction fill",
}

// values says what an attribute may hold, if it is not one of a few constants.
var values = map[string]*regexp.Regexp{
	"fill": regexp.MustCompile(`^(#[0-9a-f]{3}|#[0-9a-f]{6}|url\(#b[0-9a-f]{8}[\w-]*\))$`), "stroke": regexp.MustCompile(`^(#[0-9a-f]{3}|#[0-9a-f]{6})$`),
	"id": regexp.MustCompile(`^b[0-9a-f]{8}[\w-]*$`), "width": decimal, "height": decimal, "x": decimal, "y": decimal, "textLength": decimal,
	"viewBox": regexp.MustCompile(`^0 0 \d+ \d+$`), "d": regexp.MustCompile(`^[MmLlHhVvCcSsQqTtAaZz0-9. -]+$`), "xmlns": regexp.MustCompile(`^http://www\.w3\.org/2000/svg$`),
	"role": regexp.MustCompile(`^(img|group|none)$`), "direction": regexp.MustCompile(`^(ltr|rtl)$`), "font-weight": regexp.MustCompile(`^bold$`),
}

var decimal = regexp.MustCompile(`^[0-9]+$`)

// checkSVG checks that a badge is well-formed, only a picture, and the right size.
func checkSVG(t *testing.T, svg []byte, b Badge) {
	t.Helper()
	if bytes.Contains(svg, []byte("<script")) || bytes.Count(svg, []byte("://")) > 1+links(b, "://") {
		t.Fatalf("a script, or a reference: %s", svg)
	}
	hrefs := []string{}
	for _, link := range []string{b.Link, b.LabelLink, b.MessageLink} {
		hrefs = append(hrefs, strings.ReplaceAll(string(appendLink(nil, link)), "&amp;", "&"))
	}
	d := xml.NewDecoder(bytes.NewReader(svg))
	for depth := 0; ; {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%v: %q", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			names, ok := allowed[token.Name.Local]
			if !ok {
				t.Fatalf("an element %s: %s", token.Name.Local, svg)
			}
			for _, a := range token.Attr {
				if !strings.Contains(" "+names+" ", " "+a.Name.Local+" ") {
					t.Fatalf("an attribute %s of %s: %s", a.Name.Local, token.Name.Local, svg)
				}
				if form := values[a.Name.Local]; form != nil && !form.MatchString(a.Value) {
					t.Fatalf("%s %q: %s", a.Name.Local, a.Value, svg)
				}
				if n, _ := strconv.Atoi(a.Value); depth == 0 && a.Name.Local == "width" && (n < 12 || b.MaxWidth > 0 && n > b.MaxWidth || n > 2000) {
					t.Fatalf("%d wide: %s", n, svg)
				}
				if a.Name.Local == "href" && (a.Value == "" || checkLink(a.Value) != nil || a.Value != hrefs[0] && a.Value != hrefs[1] && a.Value != hrefs[2]) {
					t.Fatalf("a link %q: %s", a.Value, svg)
				}
				if a.Name.Local == "aria-label" && strings.TrimSpace(a.Value) == "" {
					t.Fatalf("a name that says nothing: %s", svg)
				}
			}
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
		default:
			t.Fatalf("a %T: %s", token, svg)
		}
	}
}

// links counts a text in what a badge says and where it leads.
func links(b Badge, s string) int {
	texts := b.Label + b.Message
	return 3*strings.Count(texts, s) + 2*strings.Count(b.Title, s) + 2*strings.Count(b.Link, s) + strings.Count(b.LabelLink+b.MessageLink, s) + strings.Count(texts, s)
}

// checkEndpoint checks the rules of shields.io.
func checkEndpoint(t *testing.T, data []byte) {
	t.Helper()
	var got struct {
		SchemaVersion              int
		Label, Message             *string
		Color, LabelColor, LogoSvg string
		Style                      *string
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&got); err != nil || d.More() {
		t.Fatalf("%v: %q", err, data)
	}
	paint := values["stroke"]
	if got.SchemaVersion != 1 || got.Label == nil || got.Message == nil || *got.Message == "" ||
		!paint.MatchString(got.Color) || got.LabelColor != "" && !paint.MatchString(got.LabelColor) || *got.Label != "" && got.LabelColor == "" {
		t.Fatalf("got %s", data)
	}
	if got.Style != nil {
		if s, err := ParseStyle(*got.Style); err != nil || s == Flat {
			t.Fatalf("got %s", data)
		}
	}
	if got.LogoSvg != "" {
		if err := xml.Unmarshal([]byte(got.LogoSvg), new(struct{})); err != nil {
			t.Fatalf("%v: %s", err, data)
		}
	}
	var buf text.Room
	if again := string(text.Clean(buf[:0], *got.Message)); len(*got.Message) <= text.Max && again != *got.Message {
		t.Fatalf("the message %q is not clean", *got.Message)
	}
}

// The pictures in testdata pass what the fuzzed ones do.
func TestExamplesArePictures(t *testing.T) {
	for _, b := range examples {
		checkSVG(t, []byte(draw(t, b)), b)
	}
}
