package compat

import (
	"cmp"
	"os"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/badges/internal/odd"
)

// made says how many badges are made by chance; HONE_BADGES may ask for more.
func made(t *testing.T) int {
	t.Helper()
	n, err := strconv.Atoi(cmp.Or(os.Getenv("HONE_BADGES"), "3000"))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// The cases, the odd texts, every shape and thousands of badges made by chance
// are the same as badge-maker's, byte for byte.
func TestParity(t *testing.T) {
	var all []Badge
	for _, c := range cases {
		all = append(all, c.badge)
	}
	for _, style := range Styles() {
		for _, s := range odd.Texts {
			all = append(all, Badge{Label: s, Message: s, Style: style}, Badge{Message: s, Style: style, Logo: logos[0]})
		}
		all = append(all, everyShape(style)...)
	}
	c := newCorpus(1)
	for range made(t) {
		all = append(all, c.badge())
	}
	compare(t, all)
}

// everyShape returns all combinations of what is there and what is not.
func everyShape(style string) (shapes []Badge) {
	for bits := range 1 << 7 {
		on := func(bit int, s string) string {
			if bits>>bit&1 == 0 {
				return ""
			}
			return s
		}
		shapes = append(shapes, Badge{
			Label: on(0, "label"), Message: on(1, "message"), LabelColor: on(2, "#eee"), Color: on(3, "yellow"), Style: style,
			Logo: on(4, logos[0]), Links: [2]string{on(5, "https://example.com/l"), on(6, "https://example.com/r")}, IDSuffix: on(3, "-1"),
		})
	}
	return shapes
}

// Every colour makes the same text dark.
func TestParityOfColors(t *testing.T) {
	var all []Badge
	for i := range cssNames {
		all = append(all, Badge{Message: "x", Color: cssNames[i].name, Style: "flat-square"})
	}
	c := newCorpus(2)
	for range made(t) {
		all = append(all, Badge{Message: "x", Color: c.function(), Style: "flat-square"})
	}
	compare(t, all)
}

func compare(t *testing.T, all []Badge) {
	t.Helper()
	questions, want := make([]request, len(all)), []*string{}
	for i, b := range all {
		questions[i] = ask(b)
	}
	node(t, "draw.cjs", questions, &want)
	if len(want) != len(all) {
		t.Fatalf("%d answers to %d badges", len(want), len(all))
	}
	failed := 0
	for i, b := range all {
		got, err := SVG(b)
		if err != nil || want[i] == nil {
			t.Errorf("%+q\ngot %v, badge-maker %v", b, err, want[i])
			failed++
		} else if string(got) != *want[i] {
			t.Errorf("%+q (-badge-maker +got):\n%s", b, gocmp.Diff(elements(*want[i]), elements(got)))
			failed++
		}
		if failed == 5 {
			t.Fatal("and perhaps more")
		}
	}
	t.Logf("%d badges compared", len(all))
}

// What badge-maker refuses or does not know is an error; what it knows is none.
func TestParityOfErrors(t *testing.T) {
	var all []Badge
	for _, s := range []string{"", "1", "a b", "é", "a\n", "<", "-_", "x\"y"} {
		all = append(all, Badge{Message: "x", IDSuffix: s})
	}
	for _, s := range []string{"Flat", "flat ", "social2", "flat_square", "plastic"} {
		all = append(all, Badge{Message: "x", Style: s})
	}
	styles := len(all)
	c := newCorpus(3)
	const junk = "0 1%,/().-+#afgRdeul\t\n\u00a0é"
	for range made(t) {
		s := []rune(c.color())
		for range 1 + c.IntN(2) { // a slip or two
			i := c.IntN(len(s))
			switch c.IntN(3) {
			case 0:
				s = append(s[:i:i], s[i+1:]...)
			case 1:
				s[i] = pick(c, []rune(junk))
			case 2:
				s = append(s[:i:i], append([]rune{pick(c, []rune(junk))}, s[i:]...)...)
			}
			if len(s) == 0 {
				s = []rune{'x'}
			}
		}
		all = append(all, Badge{Message: "x", Color: string(s), Style: "flat-square"})
	}
	questions, want := make([]request, len(all)), []*string{}
	for i, b := range all {
		questions[i] = ask(b)
	}
	node(t, "draw.cjs", questions, &want)
	refused := 0
	for i, b := range all {
		known := want[i] != nil
		if i >= styles && strings.Contains(*want[i], `fill="#4b0"`) {
			known = b.Color == "#4b0" || b.Color == "4b0" || b.Color == "4B0" || b.Color == "#4B0" || b.Color == "success" || b.Color == "brightgreen"
		}
		if !known {
			refused++
		}
		if got, err := SVG(b); (err == nil) != known {
			t.Errorf("%+q: got %s, %v; badge-maker knows it: %v", b, got, err, known)
		} else if known && string(got) != *want[i] {
			t.Errorf("%+q: got %s, badge-maker %s", b, got, *want[i])
		}
	}
	t.Logf("%d of %d refused", refused, len(all))
}

// All widths, capitals and white space there are.
func TestParityOfCodePoints(t *testing.T) {
	var ranges []struct {
		Low, High rune
		Widths    [4]float64
		Upper     *string
		Space     bool
	}
	node(t, "tables.cjs", nil, &ranges)
	fonts := [...]*font{verdana11(), verdana10(), verdana10Bold(), helvetica11()}
	count, unknown := 0, 0
	for _, r := range ranges {
		for c := r.Low; c <= r.High; c++ {
			if c >= 0xD800 && c <= 0xDFFF {
				continue
			}
			count++
			for i, f := range fonts {
				if w := f.width([]byte(string(c))); w != r.Widths[i] && c >= ' ' {
					t.Errorf("%U in font %d: %v wide, want %v", c, i, w, r.Widths[i])
				}
			}
			if space(c) != r.Space {
				t.Errorf("%U: white space %v", c, space(c))
			}
			if r.Upper == nil {
				unknown++
				continue
			}
			want := *r.Upper
			if want == "" {
				want = string(c)
			}
			if got := string(appendUpper(nil, c)); got != want {
				t.Errorf("%U %c: in capitals %q, want %q", c, c, got, want)
			}
		}
	}
	t.Logf("%d code points compared; the capitals of %d are unknown to this node", count, unknown)
	if count != 0x110000-0x800 {
		t.Errorf("%d code points, want all", count)
	}
}
