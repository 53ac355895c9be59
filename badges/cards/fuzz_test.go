package cards

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/honelog/hone/badges/internal/odd"
)

func FuzzSVG(f *testing.F) {
	for i, s := range odd.Texts {
		f.Add(s, "x"+s, int64(i), int64(i*37), uint16(i))
	}
	f.Add(strings.Repeat("<", 1000), strings.Repeat("x<", 500), int64(66), int64(2442), uint16(84))
	for i := range 120 {
		f.Add("a", "b", int64(i)<<55, int64(1000-i*20), uint16(i))
	}
	f.Fuzz(func(t *testing.T, title, words string, a, b int64, kind uint16) {
		c, l := odds(title, words, a, b, kind)
		svg, err := AppendSVG([]byte("before"), c, l)
		if err != nil {
			if string(svg) != "before" {
				t.Fatalf("%v, and %q is left", err, svg)
			}
			return
		}
		svg = svg[len("before"):]
		checkSVG(t, svg)
		if len(svg) > 256<<10 { // some forty texts, each of at most text.Max bytes, and up to six for each of those
			t.Fatalf("%d bytes", len(svg))
		}
		if again, _ := SVG(c, l); !bytes.Equal(svg, again) {
			t.Fatalf("twice, and not the same:\n%s\n%s", svg, again)
		}
	})
}

// odds makes a card and a look of any words and numbers.
func odds(title, words string, a, b int64, kind uint16) (Card, Look) {
	f := Frame{Title: title, Note: words, Desc: strings.Repeat(words, 3), Empty: words}
	if kind&1024 != 0 {
		f.Lang = words
	}
	n, m := int(a), int(b)
	tone := Tone(m & 7)
	count := int(kind>>3) % 40
	l := Look{Theme(n & 3), Accent(m & 7), Scheme(kind >> 8 & 3)}
	switch kind & 7 {
	case 0:
		c := &Rings{Frame: f, More: words, Line: words}
		for i := range count {
			c.Rings = append(c.Rings, Ring{words, words, title, n + i, m - i, tone})
		}
		return c, l
	case 1:
		c := &Heatmap{Frame: f, First: n & 7, Less: words, More: title, Summary: words, Counts: make([]int, 346+count), Months: []Tick{{int64(m), words}, {int64(count), words}}}
		for i := range c.Counts {
			c.Counts[i], c.Weekdays[i%7] = n>>(i%50)*m, words
		}
		return c, l
	case 2:
		c := &Burnup{Frame: f, Days: count, Today: m & 31, Target: b, Low: a, High: b, Forecast: a&1 == 0, Tone: tone, State: words, Outlook: words,
			Pauses: [][2]int{{n & 31, m & 31}}, X: []Tick{{int64(n & 31), words}, {int64(m & 63), title}}, Y: []Tick{{b, words}, {a, title}}, Legend: BurnupWords{words, words, title, words}}
		for i := range c.Days {
			c.Required, c.Upper = append(c.Required, a>>i), append(c.Upper, max(a>>i, b>>i))
			if i <= c.Today {
				c.Done = append(c.Done, b>>i)
			}
		}
		return c, l
	case 3:
		c := &Skills{Frame: f, Legend: SkillWords{words, words, title, words}, Summary: words}
		for i := range count {
			c.Areas = append(c.Areas, SkillArea{words, n + i, m - i, n & 7, m & 7, title, m&1 == 0})
		}
		return c, l
	case 4:
		c := &Shelf{Frame: f, More: words}
		for i := range count {
			c.Items = append(c.Items, ShelfItem{words, title, words, n - i, tone})
		}
		return c, l
	case 5:
		c := &Year{Frame: f, Months: make([]int, count)}
		for i := range count {
			c.Months[i], c.Names = n>>i, append(c.Names, words)
		}
		for range m & 7 {
			c.Numbers = append(c.Numbers, Number{words, title})
		}
		return c, l
	case 6:
		c := &Recent{Frame: f}
		for range count {
			c.Items = append(c.Items, RecentItem{words, title, words})
		}
		return c, l
	}
	return nil, l
}

// allowed lists the elements of a card and their attributes.
var allowed = map[string]string{
	"svg": "xmlns width height viewBox role id aria-labelledby lang", "title": "id", "desc": "id", "style": "",
	"g":       "direction font-family font-size fill stroke-width transform class",
	"rect":    "x y width height rx fill stroke class",
	"circle":  "cx cy r fill stroke stroke-width stroke-linecap stroke-dasharray transform class",
	"path":    "d fill fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray transform class",
	"pattern": "id width height patternUnits patternTransform",
	"text":    "x y font-size font-weight direction text-anchor fill class",
}

var values = map[string]*regexp.Regexp{
	"fill":            regexp.MustCompile(`^(#[0-9a-f]{6}|none|url\(#b[0-9a-f]{8}-p\))$`),
	"stroke":          regexp.MustCompile(`^#[0-9a-f]{6}$`),
	"class":           regexp.MustCompile(`^c[fs][0-9]+( cs[0-9]+)?$`),
	"id":              regexp.MustCompile(`^b[0-9a-f]{8}(-[tdp])?$`),
	"d":               regexp.MustCompile(`^[MmLlHhVvaz0-9. -]+$`),
	"transform":       regexp.MustCompile(`^(translate\([0-9. ]+\)(scale\(2\))?|rotate\(-?[0-9.]+\))$`),
	"lang":            regexp.MustCompile(`^[A-Za-z0-9-]+$`),
	"aria-labelledby": regexp.MustCompile(`^b[0-9a-f]{8}-t( b[0-9a-f]{8}-d)?$`),
	"x":               number, "y": number, "width": number, "height": number, "cx": number, "cy": number, "r": number, "rx": number,
}

var (
	number = regexp.MustCompile(`^(0|[1-9][0-9]*)?(\.[0-9]{1,2})?$`)
	style  = regexp.MustCompile(`^(@media\((prefers-color-scheme:dark|forced-colors:active)\)\{((#b[0-9a-f]{8} \.c[fs][0-9]+,?)+\{(fill|stroke)(:#[0-9a-f]{6}|:Canvas|:CanvasText|-opacity:\.25)\})*\})*$`)
)

// checkSVG checks that a card is well-formed, only a picture, and within its
// frame.
func checkSVG(t *testing.T, svg []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	inside := ""
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
			inside = token.Name.Local
			names, ok := allowed[inside]
			if !ok {
				t.Fatalf("an element %s: %s", inside, svg)
			}
			for _, a := range token.Attr {
				name := a.Name.Local
				if !strings.Contains(" "+names+" ", " "+name+" ") {
					t.Fatalf("an attribute %s of %s: %s", name, inside, svg)
				}
				if v := values[name]; v != nil && !v.MatchString(a.Value) {
					t.Fatalf("%s %q of %s: %s", name, a.Value, inside, svg)
				}
			}
		case xml.CharData:
			if inside == "style" && !style.Match(token) {
				t.Fatalf("a style %s", token)
			}
		case xml.EndElement:
			inside = ""
		default:
			t.Fatalf("a %T: %s", token, svg)
		}
	}
}
