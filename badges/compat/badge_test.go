package compat

import (
	"errors"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/honelog/hone/badges"
)

func TestAppendKeepsWhatWasThere(t *testing.T) {
	got, err := AppendSVG([]byte("before"), cases[0].badge)
	if err != nil {
		t.Fatal(err)
	}
	want, _ := SVG(cases[0].badge)
	if string(got) != "before"+string(want) {
		t.Errorf("got %q", got)
	}
	for _, b := range []Badge{{Style: "x"}, {Color: "x"}, {LabelColor: "x"}, {Links: [2]string{"x:y"}}, {Logo: "x"}, {IDSuffix: "."}} {
		if got, err := AppendSVG([]byte("before"), b); err == nil || string(got) != "before" {
			t.Errorf("%+v: got %q, %v", b, got, err)
		}
	}
}

func TestStyleErrors(t *testing.T) {
	for value, want := range map[string]string{
		"Flat": "flat", "flat_square": "flat-square", "plastik": "plastic", "ForTheBadge": "for-the-badge", "soical": "social", "xyz": "", "3d": "",
		strings.Repeat("flat", 1000): "",
	} {
		_, err := SVG(Badge{Style: value})
		if e := (*badges.StyleError)(nil); !errors.As(err, &e) || e.Value != value || e.Nearest != want {
			t.Errorf("%q: %v, want the nearest %q", value, err, want)
		}
	}
}

func TestColorErrors(t *testing.T) {
	for value, want := range map[string]string{
		"RED": "red", "Tomato": "tomato", "brigthgreen": "brightgreen", "critical ": "critical", "rebecapurple": "rebeccapurple", "#12": "", " fff": "fff", "ggg": "",
		"transparent": "", "RGB(1,2,3)": "rgb(1,2,3)", "rgb(1,2)": "", "hsl(120deg 50% 50%)": "", "\vred": "red", "rgb(\f1,2,3)": "", "var(--x)": "",
		"constructor": "", "__proto__": "", "url(#x)": "", `#fff" onload="x`: "", strings.Repeat("red", 1000): "",
	} {
		for _, b := range []Badge{{Color: value}, {LabelColor: value}, {Color: value, Style: "social"}} {
			_, err := SVG(b)
			if e := (*badges.ColorError)(nil); !errors.As(err, &e) || e.Value != value || e.Nearest != want {
				t.Errorf("%q: %v, want the nearest %q", value, err, want)
			}
		}
	}
}

func TestLinks(t *testing.T) {
	for link, want := range map[string]bool{
		"https://example.com": true, "HTTP://x": true, "mailto:a@b": true, "a/b:c": true, "?a:b": true, "#a:b": true, "": true, " ": true, "//x": true, " https:x": true,
		"javascript:alert(1)": false, "JavaScript:alert(1)": false, " javascript:x": false, "java\tscript:x": false, "\x01javascript:x": false, "java\nscript:x": false,
		"data:text/html,x": false, "vbscript:x": false, "file:///etc/passwd": false, "ftp://x": false, "x:y": false, ":": false, "http\u017f:x": false, "blob:x": false,
		"a\x7fb": false, "a\xffb": false, "\ufffe": false, "https://x/\u0000": false, "\u00a0javascript:x": false, "javascript&colon;x": true,
	} {
		for i := range 2 {
			b := Badge{Message: "x"}
			b.Links[i] = link
			_, err := SVG(b)
			if e := (*badges.LinkError)(nil); (err == nil) != want || !want && (!errors.As(err, &e) || e.Value != link) {
				t.Errorf("%q: %v", link, err)
			}
		}
	}
}

func TestLogos(t *testing.T) {
	const png = "data:image/png;base64,"
	for logo, want := range map[string]bool{
		png + "AAAA": true, png + "AAA=": true, png + "AA==": true, "data:image/svg+xml;base64,PHN2Zz4=": true, "data:image/webp;base64,+/+/": true,
		png: false, png + "A": false, png + "A===": false, png + "====": false, png + "AA=A": false, png + "AAAA ": false, png + "AA\nA": false, png + "AA-_": false,
		"data:image/png,AAAA": false, "DATA:image/png;base64,AAAA": false, "data:image/bmp;base64,AAAA": false, "data:image/svg;base64,AAAA": false,
		"data:image/png;charset=x;base64,AAAA": false, "data:text/html;base64,AAAA": false, "https://example.com/x.png": false, "x": false, png + `AAA"`: false,
	} {
		if _, err := SVG(Badge{Message: "x", Logo: logo}); (err == nil) != want || !want && !errors.Is(err, ErrLogo) {
			t.Errorf("%q: %v", logo, err)
		}
	}
}

// Badges drawn side by side are those drawn one by one.
func TestConcurrent(t *testing.T) {
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for _, c := range cases {
				got, err := SVG(c.badge)
				want, err2 := os.ReadFile("testdata/" + c.name + ".svg")
				if err != nil || err2 != nil || string(got) != string(want) {
					t.Errorf("%s: got %s, %v, %v", c.name, got, err, err2)
				}
			}
		})
	}
	all.Wait()
}

func TestNoAllocation(t *testing.T) {
	dst := make([]byte, 0, 16384)
	for _, c := range cases {
		limit := 0.0
		if len(c.badge.Label)+len(c.badge.Message) > 250 {
			limit = 2 // a text that is long takes room of its own
		}
		n := testing.AllocsPerRun(10, func() {
			if _, err := AppendSVG(dst, c.badge); err != nil {
				t.Fatal(err)
			}
		})
		if n > limit {
			t.Errorf("%s: %v allocations", c.name, n)
		}
	}
}
