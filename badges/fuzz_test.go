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

func FuzzSVG(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, label, message, title string, color, labelColor uint32) {
		b := Badge{Label: label, Message: message, Color: opaque | Color(color), LabelColor: opaque | Color(labelColor), Title: title}
		svg, err := SVG(b)
		if err != nil {
			if !errors.Is(err, ErrNoMessage) {
				t.Fatal(err)
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
	"svg": "xmlns width height viewBox role aria-label", "title": "", "linearGradient": "id x2 y2", "stop": "offset stop-color stop-opacity",
	"path": "fill fill-opacity d", "rect": "width height rx fill",
	"g":    "fill font-family font-size text-anchor text-rendering transform",
	"text": "x y textLength direction fill",
}

var (
	paint   = regexp.MustCompile(`^(#[0-9a-f]{3}|#[0-9a-f]{6}|url\(#b[0-9a-f]{8}\))$`)
	decimal = regexp.MustCompile(`^[0-9]+$`)
)

// checkSVG checks that a badge is well-formed, only a picture, and the right size.
func checkSVG(t *testing.T, svg []byte) {
	t.Helper()
	if bytes.Contains(svg, []byte("<script")) {
		t.Fatalf("a script: %s", svg)
	}
	d := xml.NewDecoder(bytes.NewReader(svg))
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
			names, ok := allowed[token.Name.Local]
			if !ok {
				t.Fatalf("an element %s: %s", token.Name.Local, svg)
			}
			for _, a := range token.Attr {
				if !strings.Contains(" "+names+" ", " "+a.Name.Local+" ") {
					t.Fatalf("an attribute %s of %s: %s", a.Name.Local, token.Name.Local, svg)
				}
				switch a.Name.Local {
				case "fill":
					if !paint.MatchString(a.Value) {
						t.Fatalf("a fill %q: %s", a.Value, svg)
					}
				case "width":
					if n, err := strconv.Atoi(a.Value); err != nil || n < 12 || n > 822 {
						t.Fatalf("a width %q: %s", a.Value, svg)
					}
				case "x", "y", "textLength":
					if !decimal.MatchString(a.Value) {
						t.Fatalf("%s %q: %s", a.Name.Local, a.Value, svg)
					}
				}
			}
		case xml.EndElement, xml.CharData:
		default:
			t.Fatalf("a %T: %s", token, svg)
		}
	}
}

func FuzzEndpoint(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, label, message, title string, color, labelColor uint32) {
		got, err := Endpoint(Badge{Label: label, Message: message, Color: opaque | Color(color), LabelColor: opaque | Color(labelColor), Title: title})
		if err != nil {
			if !errors.Is(err, ErrNoMessage) {
				t.Fatal(err)
			}
			return
		}
		checkEndpoint(t, got)
	})
}

// checkEndpoint checks the rules of shields.io.
func checkEndpoint(t *testing.T, data []byte) {
	t.Helper()
	var got struct {
		SchemaVersion     int
		Label, Message    *string
		Color, LabelColor string
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&got); err != nil || d.More() {
		t.Fatalf("%v: %q", err, data)
	}
	if got.SchemaVersion != 1 || got.Label == nil || got.Message == nil || *got.Message == "" ||
		!paint.MatchString(got.Color) || (*got.Label != "") != paint.MatchString(got.LabelColor) {
		t.Fatalf("got %s", data)
	}
	var buf text.Room
	if again := string(text.Clean(buf[:0], *got.Message)); len(*got.Message) <= text.Max && again != *got.Message {
		t.Fatalf("the message %q is not clean", *got.Message)
	}
}

func seed(f *testing.F) {
	for _, b := range examples {
		f.Add(b.Label, b.Message, b.Title, uint32(b.Color), uint32(len(b.Message)*0x070B0D))
	}
	for i, s := range odd.Texts {
		f.Add(s, "x"+s, s, uint32(i*0x050301), uint32(0))
		f.Add("label", s, "", uint32(0x777777), uint32(0xFFFFFF))
	}
}
