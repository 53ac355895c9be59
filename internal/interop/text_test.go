package interop

import (
	"strings"
	"testing"

	"github.com/honelog/hone/tracker"
)

// What is taken for a link or an ISBN is one to the log too.
func TestLinksAndISBNs(t *testing.T) {
	accepted := 0
	for _, s := range []string{
		"https://go.dev", "http://go.dev/a?b=c#d", " https://go.dev ", "https://GO.dev:443/", "https://münchen.example/ä", "https://go.dev/a(b)", "https://user@go.dev", "https://", "https:///x", "https://.x",
		"https://:80", "https://a b", "https://a\nb", "https://a\"b", "https://a<b", "https://a|b", "https://a^b", "https://a`b", "https://a\\b", "https://a{b}", "https://a?x@y", "https://a\u202eb", "ftp://x", "javascript:alert(1)", "go.dev", "",
	} {
		e := Entry{}
		e.set("url", Place{}, link(s))
		if len(e.Values) == 0 {
			continue
		}
		accepted++
		_, findings := tracker.Parse([]tracker.File{{Name: "a.toml", Data: []byte("[[book]]\ntitle = \"A\"\nurl = " + tracker.Quote(e.given("url")) + "\n")}}, nil)
		if tracker.Errors(findings) > 0 {
			t.Errorf("%q: %v", s, findings)
		}
	}
	if accepted < 6 {
		t.Errorf("only %d links", accepted)
	}
	for s, want := range map[string]string{"9781491973899": "9781491973899", "978-1-4919-7389-9": "9781491973899", "020161622X": "020161622X", "020161622x": "020161622x", "02016162XX": "", "B07QYCHJ7V": "", "": "", "12345": "", "97814919738991": "", "XXXXXXXXXX": ""} {
		if got := isbn(s); got != want {
			t.Errorf("isbn %q is %q, want %q", s, got, want)
		}
		if want == "" {
			continue
		}
		_, findings := tracker.Parse([]tracker.File{{Name: "a.toml", Data: []byte("[[book]]\ntitle = \"A\"\nisbn = " + tracker.Quote(want) + "\n")}}, nil)
		if tracker.Errors(findings) > 0 {
			t.Errorf("%q: %v", s, findings)
		}
	}
}

func TestPlainHTML(t *testing.T) {
	for s, want := range map[string]string{
		"a<br/>b": "a b", "a<br>b<p>c</p>": "a b c ", "<b>x</b>": "x", "1 < 2 > 0": "1 < 2 > 0", "a<": "a<", "<": "<", "&lt;b&gt; &amp;lt;": "<b> &lt;", "<i": "<i", "": "", "<3": "<3",
		"<script>alert(1)</script>": "alert(1)",
	} {
		if got := plainHTML(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
	if got := plainHTML(strings.Repeat("<", 100_000)); len(got) != 100_000 {
		t.Errorf("%d of 100,000 marks", len(got))
	}
}

func TestStars(t *testing.T) {
	for s, want := range map[string]int{"": 0, "0": 0, "5": 20, "4.25": 17, "4.5": 18, "3.75": 15, "5.0": 20, "5.25": -1, "6": -1, "-1": -1, "x": -1, "4.3": -1, "04": -1} {
		got, ok := quarterStars(s)
		if ok != (want >= 0) || ok && got != want {
			t.Errorf("%q is %d quarters, %v; want %d", s, got, ok, want)
		}
	}
}

func TestPlace(t *testing.T) {
	for want, p := range map[string]Place{
		"":                           {},
		"row 14":                     {Unit: "row", N: 14},
		"row 14, column Date (AA14)": {Unit: "row", N: 14, Column: 27, Name: "Date"},
		"row 14, cell B14":           {Unit: "row", N: 14, Column: 2},
		"badge 3, issuedOn":          {Unit: "badge", N: 3, Name: "issuedOn"},
	} {
		if got := p.String(); got != want {
			t.Errorf("%+v is %q, want %q", p, got, want)
		}
	}
}
