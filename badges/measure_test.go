package badges

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The budget of a badge is 1.5 kB for 40 characters without logo and links, be
// they the longest: those of four bytes, and those that are escaped.
func TestSize(t *testing.T) {
	for style := range Styles() {
		for _, text := range []string{"x", "'", "Ж", "漢", "ß", "ع", "📚"} {
			b := Badge{Label: strings.Repeat(text, 20), Message: strings.Repeat(text, 20), Color: Green, Style: style}
			if svg := draw(t, b); len(svg) > 1500 {
				t.Errorf("%s, 40 times %s: %d bytes", style, text, len(svg))
			}
		}
	}
}

// Badges that differ in anything that shows have ids of their own, and each id
// is referred to.
func TestIDs(t *testing.T) {
	seen := map[string]string{}
	for _, style := range []Style{Flat, Plastic} {
		for _, b := range []Badge{{Label: "a", Message: "b"}, {Message: "ab"}, {Label: "ab", Message: "c"}, {Label: "a", Message: "bc"},
			{Label: "a", Message: "b", Color: Red}, {Label: "a", Message: "b", LabelColor: Red}, {Label: "a", Message: "b", Title: "c"},
			{Label: "a", Message: "b", Logo: tick}, {Label: "a", Message: "b", Logo: must(ParseLogo("M0 0h24v24z"))},
			{Label: "a", Message: "b", Logo: tick, LogoColor: Red}, {Message: "b", Logo: tick}, {Message: "b", Logo: tick, LabelColor: Grey},
			{Label: "a", Message: "b", Link: "c"}, {Label: "a", Message: "b", LabelLink: "c"}, {Label: "a", Message: "b", MessageLink: "c"},
			{Label: "a", Message: "b", LabelLink: "c", MessageLink: "c"}, {Label: "a", Message: "b", MaxWidth: 100}, {Label: "a", Message: "b", IDSuffix: "c"}} {
			b.Style = style
			svg := draw(t, b)
			_, rest, _ := strings.Cut(svg, `id="`)
			id, rest, _ := strings.Cut(rest, `"`)
			if !strings.HasSuffix(id, b.IDSuffix) || strings.Contains(rest, `id="`) || !strings.Contains(rest, "url(#"+id+")") {
				t.Errorf("%s", svg)
			}
			if other, ok := seen[id]; ok {
				t.Errorf("two badges share the id %s:\n%s\n%s", id, other, svg)
			}
			seen[id] = svg
		}
	}
}

// A badge is never wider than it may be, and no text takes the room of the other.
func TestMaxWidth(t *testing.T) {
	for path, b := range examples {
		whole := width(t, draw(t, b))
		for _, most := range []int{100, 123, 200, 450, 2000} {
			b.MaxWidth = most
			svg := draw(t, b)
			n := width(t, svg)
			if n > most || most >= 450 && n < min(whole, most-24) {
				t.Errorf("%s: %d wide, at most %d, without a bound %d", path, n, most, whole)
			}
			if most >= 123 && strings.Contains(svg, `>…</text>`) {
				t.Errorf("%s: at most %d, and nothing but an ellipsis in %s", path, most, svg)
			}
		}
	}
	long := strings.Repeat("long ", 30)
	for style := range Styles() {
		for _, b := range []Badge{{Label: "books", Message: long}, {Label: long, Message: "books"}} {
			b.MaxWidth, b.Style = 240, style
			if svg := draw(t, b); width(t, svg) < 220 || !strings.Contains(strings.ToLower(svg), ">books</text>") {
				t.Errorf("%s", svg)
			}
		}
	}
}

var texts = regexp.MustCompile(`<text x="(\d+)" y="\d+"( textLength="(\d+)")?`)

// Each text stands inside its half, in the middle of what the padding leaves.
func TestTextsStandInside(t *testing.T) {
	for path, b := range examples {
		if b.Label == "" || b.Logo.given() || b.MaxWidth > 0 {
			continue
		}
		svg := draw(t, b)
		found := texts.FindAllStringSubmatch(svg, -1)
		if len(found) != 2 {
			t.Fatalf("%s: %s", path, svg)
		}
		end := 0
		for _, m := range found {
			x, _ := strconv.Atoi(m[1])
			length, _ := strconv.Atoi(m[3])
			if x-length/2 < end+40 {
				t.Errorf("%s: a text begins at %d, after %d", path, x-length/2, end)
			}
			end = x + length/2 + 40
		}
		if end > 10*width(t, svg) {
			t.Errorf("%s: a text ends at %d, and the badge is %d wide", path, end, width(t, svg))
		}
	}
}

// Each text runs in the direction of its own letters, also in a page that is
// written from right to left: else "done!" reads "!done" there.
func TestDirection(t *testing.T) {
	for style := range Styles() {
		svg := draw(t, Badge{Label: "done!", Message: "ספרים!", Style: style})
		if _, label, _ := strings.Cut(svg, `<g `); !strings.Contains(label[:strings.Index(label, "<text")], ` direction="ltr"`) {
			t.Errorf("%s: the page decides: %s", style, svg)
		}
		if strings.Count(svg, ` direction="rtl"`) != 1 {
			t.Errorf("%s: the message runs as the label does: %s", style, svg)
		}
	}
}

func draw(t *testing.T, b Badge) string {
	t.Helper()
	svg, err := SVG(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(svg)
}

func width(t *testing.T, svg string) int {
	t.Helper()
	_, rest, _ := strings.Cut(svg, ` width="`)
	digits, _, _ := strings.Cut(rest, `"`)
	n, err := strconv.Atoi(digits)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
