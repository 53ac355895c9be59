package cards

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

func TestGolden(t *testing.T) {
	known := map[string]bool{}
	keep := func(name string, c Card, l Look) {
		t.Run(name, func(t *testing.T) {
			svg, err := SVG(c, l)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name+".svg", svg)
		})
		known[name+".svg"] = true
	}
	for _, c := range usual() {
		keep(c.name, c.card, Look{})
		keep(c.name+"-light", c.card, Look{Scheme: Light})
		keep(c.name+"-dark", c.card, Look{Scheme: Dark})
	}
	for _, c := range unusual() {
		keep(c.name, c.card, Look{})
	}
	files, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !f.IsDir() && !known[f.Name()] {
			t.Errorf("testdata/%s belongs to no case", f.Name())
		}
	}
}

// golden compares with a file of testdata, one element per line.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (go test ./badges/cards -update writes it)", err)
	}
	lines := func(b []byte) []string { return strings.SplitAfter(string(b), ">") }
	if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// The budgets: 12 kB for a card, 20 kB for the heatmap of a year, as full as they
// get.
func TestSize(t *testing.T) {
	list := append(usual(), many(5000)...)
	for _, target := range []int64{40, 49, 60, 100, 365} {
		list = append(list, testCase{fmt.Sprint("burnup to ", target), stairs(target)})
	}
	for _, c := range list {
		most := 12_000
		if _, heatmap := c.card.(*Heatmap); heatmap {
			most = 20_000
		}
		svg, err := SVG(c.card, Look{})
		if err != nil {
			t.Fatal(err)
		}
		if len(svg) > most {
			t.Errorf("%s: %d bytes", c.name, len(svg))
		}
	}
}

func TestAppendKeepsWhatWasThere(t *testing.T) {
	for _, c := range usual() {
		got, err := AppendSVG([]byte("before"), c.card, Look{})
		if err != nil {
			t.Fatal(err)
		}
		want, _ := SVG(c.card, Look{})
		if string(got) != "before"+string(want) {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
}

// Cards that differ have ids that do, and all rules and references of a card are
// its own.
func TestIDs(t *testing.T) {
	seen := map[string][]byte{}
	for _, c := range append(usual(), unusual()...) {
		for _, l := range []Look{{}, {Scheme: Dark}, {Accent: Blue}, {Theme: HighContrast}} {
			svg, err := SVG(c.card, l)
			if err != nil {
				t.Fatal(err)
			}
			_, rest, _ := bytes.Cut(svg, []byte(` id="`))
			id, _, _ := strings.Cut(string(rest), `"`)
			if other, ok := seen[id]; ok && !bytes.Equal(svg, other) {
				t.Errorf("%s shares the id %s with another card", c.name, id)
			}
			seen[id] = svg
			for _, scoped := range []string{` id="`, `#`} {
				for _, part := range strings.Split(string(svg), scoped)[1:] {
					if !strings.HasPrefix(part, id) && (scoped == ` id="` || len(part) > 6 && part[6] != '"' && part[6] != '}') {
						t.Errorf("%s: %s%.20s is not the card's own", c.name, scoped, part)
					}
				}
			}
		}
	}
}

// The light and the dark card have no rules for the other page.
func TestSchemes(t *testing.T) {
	for _, c := range usual() {
		for _, scheme := range []Scheme{Auto, Light, Dark} {
			svg, err := SVG(c.card, Look{Scheme: scheme})
			if err != nil {
				t.Fatal(err)
			}
			if got := bytes.Contains(svg, []byte("prefers-color-scheme")); got != (scheme == Auto) {
				t.Errorf("%s, scheme %d: asks for the page: %v", c.name, scheme, got)
			}
		}
	}
}

// Every colour is an attribute, so that a program without style sheets draws the
// same.
func TestStyleIsNotNeeded(t *testing.T) {
	for _, c := range usual() {
		auto, _ := SVG(c.card, Look{})
		light, _ := SVG(c.card, Look{Scheme: Light})
		bare := func(svg []byte) string {
			before, rest, _ := strings.Cut(string(svg), "<style>")
			_, after, _ := strings.Cut(rest, "</style>")
			_, id, _ := strings.Cut(before, ` id="`)
			return strings.ReplaceAll(before+after, id[:9], "")
		}
		if bare(auto) != bare(light) {
			t.Errorf("%s: the card that follows the page is not the light one without its style", c.name)
		}
	}
}

func TestErrors(t *testing.T) {
	f := Frame{Title: "t", Empty: "nothing"}
	year := make([]int, 365)
	burnup := func(change func(*Burnup)) *Burnup {
		b := usualBurnup()
		change(b)
		return b
	}
	for _, c := range []struct {
		card Card
		look Look
		want string
	}{
		{nil, Look{}, ErrNoCard.Error()},
		{(*Rings)(nil), Look{}, ErrNoCard.Error()},
		{&Rings{}, Look{}, ErrNoTitle.Error()},
		{&Rings{Frame: Frame{Title: "\u200b"}}, Look{}, ErrNoTitle.Error()},
		{&Rings{Frame: Frame{Title: "t"}}, Look{}, ErrNoEmpty.Error()},
		{&Rings{Frame: Frame{Title: "t", Lang: "e n"}}, Look{}, `"e n" is not a language tag`},
		{&Rings{Frame: f}, Look{Theme: 3}, "3 is not a theme"},
		{&Rings{Frame: f}, Look{Accent: -1}, "-1 is not an accent"},
		{&Rings{Frame: f}, Look{Scheme: 3}, "3 is not a scheme"},
		{&Rings{Frame: f, Rings: []Ring{{Label: "books", Share: -1}}}, Look{}, `"books": a share of -1`},
		{&Rings{Frame: f, Rings: []Ring{{Label: "books", Tone: 7}}}, Look{}, `"books": 7 is not a tone`},
		{&Heatmap{Frame: f, Counts: make([]int, 364)}, Look{}, "counts of 364 days"},
		{&Heatmap{Frame: f, Counts: year, First: 7}, Look{}, "day 7 of the week"},
		{&Heatmap{Frame: f, Counts: year, Months: []Tick{{365, "Jan"}}}, Look{}, `"Jan" begins on day 365`},
		{burnup(func(b *Burnup) { b.Days = -1 }), Look{}, "a period of -1 days"},
		{burnup(func(b *Burnup) { b.Today = 365 }), Look{}, "today is day 365"},
		{burnup(func(b *Burnup) { b.Done = b.Done[1:] }), Look{}, "amounts of 319 days; up to today there are 320"},
		{burnup(func(b *Burnup) { b.Upper = nil }), Look{}, "edges of 365 and 0 days"},
		{burnup(func(b *Burnup) { b.Target = -1 }), Look{}, "an amount of -1"},
		{burnup(func(b *Burnup) { b.Upper[9] = 0 }), Look{}, "on day 9 the band"},
		{burnup(func(b *Burnup) { b.Low = b.High + 1 }), Look{}, "the forecast goes from"},
		{burnup(func(b *Burnup) { b.Pauses[0][1] = 365 }), Look{}, "a pause from day 196 to 365"},
		{burnup(func(b *Burnup) { b.X[0].At = 366 }), Look{}, `"Jan" is on day 366`},
		{burnup(func(b *Burnup) { b.Y[0].At = -1 }), Look{}, `"0" is at -1`},
		{burnup(func(b *Burnup) { b.Tone = -1 }), Look{}, "-1 is not a tone"},
		{&Skills{Frame: f, Areas: []SkillArea{{Label: "x", Share: 1001}}}, Look{}, `"x": a share of 1001`},
		{&Skills{Frame: f, Areas: []SkillArea{{Label: "x", Wish: 1001}}}, Look{}, `"x": a wish of 1001`},
		{&Skills{Frame: f, Areas: []SkillArea{{Label: "x", Score: 6}}}, Look{}, `"x": a score of 6`},
		{&Skills{Frame: f, Areas: []SkillArea{{Label: "x", Aim: -1}}}, Look{}, `"x": an aim of -1`},
		{&Shelf{Frame: f, Items: []ShelfItem{{Label: "x", Left: 1001}}}, Look{}, `"x": 1001 thousandths are left`},
		{&Year{Frame: f, Numbers: make([]Number, 9)}, Look{}, "9 numbers"},
		{&Year{Frame: f, Months: make([]int, 11), Names: make([]string, 11), Numbers: make([]Number, 1)}, Look{}, "11 months with 11 names"},
		{&Year{Frame: f, Months: append(make([]int, 11), -1), Names: make([]string, 12)}, Look{}, "-1 entries"},
	} {
		svg, err := AppendSVG([]byte("before"), c.card, c.look)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
		if string(svg) != "before" {
			t.Errorf("%v, and %q is left", err, svg)
		}
	}
	if _, err := SVG(&Recent{}, Look{}); !errors.Is(err, ErrNoTitle) {
		t.Errorf("got %v", err)
	}
}
