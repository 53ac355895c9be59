package compat

import "strings"

const (
	star = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+" +
		"PHBhdGggZmlsbD0iI2ZmZiIgZD0iTTEyIDJsMyA3aDdsLTUuNSA0LjVMMTguNSAyMSAxMiAxNi41IDUuNSAyMWwyLTcuNUwyIDloN3oiLz48L3N2Zz4="
	left, right = "https://example.com/?a=1&b=2", "https://example.com/'right'"
)

// cases are the badges that stand in testdata as pictures.
var cases = []struct {
	name  string
	badge Badge
}{
	{"flat", Badge{Label: "build", Message: "passing"}},
	{"flat-square", Badge{Label: "build", Message: "passing", Style: "flat-square", Color: "critical"}},
	{"plastic", Badge{Label: "build", Message: "passing", Style: "plastic", Color: "blue", LabelColor: "ABC"}},
	{"for-the-badge", Badge{Label: "build", Message: "passing", Style: "for-the-badge", Color: "orange"}},
	{"social", Badge{Label: "followers", Message: "1.2k", Style: "social"}},
	{"logo", Badge{Label: "books", Message: "12", Logo: star}},
	{"logo-for-the-badge", Badge{Label: "books", Message: "12", Logo: star, Style: "for-the-badge"}},
	{"logo-social", Badge{Label: "books", Message: "12", Logo: star, Style: "social"}},
	{"logo-only", Badge{Logo: star, Color: "blue"}},
	{"logo-only-for-the-badge", Badge{Logo: star, Style: "for-the-badge"}},
	{"logo-label-color", Badge{Message: "12", Logo: star, LabelColor: "red", Style: "for-the-badge"}},
	{"message-only", Badge{Message: "passing", Color: "brightgreen"}},
	{"label-only", Badge{Label: "build"}},
	{"nothing", Badge{}},
	{"label-color-only", Badge{Message: "12", LabelColor: "rebeccapurple"}},
	{"links", Badge{Label: "a", Message: "b", Links: [2]string{left, right}, IDSuffix: "-1"}},
	{"link-left", Badge{Label: "a", Message: "b", Links: [2]string{left}, Style: "plastic"}},
	{"link-right", Badge{Label: "a", Message: "b", Links: [2]string{"", right}, Style: "flat-square"}},
	{"links-for-the-badge", Badge{Label: "a", Message: "b", Links: [2]string{left, right}, Style: "for-the-badge"}},
	{"links-social", Badge{Label: "a", Message: "b", Links: [2]string{left, right}, Style: "social", IDSuffix: "_x"}},
	{"link-right-social", Badge{Label: "a", Message: "b", Links: [2]string{"", right}, Style: "social"}},
	{"light", Badge{Label: "light", Message: "fills", Color: "#DFB", LabelColor: "hsl(60deg, 100%, 90%)"}},
	{"edge-of-light", Badge{Label: "white text", Message: "dark text", LabelColor: "#0cf9f1", Color: "#06fee7", Style: "flat-square"}},
	{"logo-message", Badge{Message: "12", Logo: star, LabelColor: "#eee", Color: "cornsilk"}},
	{"logo-no-label", Badge{Message: "12", Logo: star}},
	{"logo-no-label-social", Badge{Message: "12", Logo: star, Style: "social"}},
	{"css", Badge{Label: "css", Message: "colours", Color: "rgb(1 2 3 / 50%)", LabelColor: " tomato"}},
	{"upper", Badge{Label: "Straße ﬁ", Message: "ŉ ǰ όσος ı i", Style: "for-the-badge"}},
	{"upper-social", Badge{Label: "ßa", Message: "ß", Style: "social"}},
	{"escapes", Badge{Label: `<script>alert("x")</script>`, Message: `R&D's "]]>" & <!--`}},
	{"controls", Badge{Label: "a\x00b\x1b[31m", Message: "\v tab\tnew\r\nline\x7f \f\ufeff"}},
	{"invalid-utf8", Badge{Label: "\xff\xfeok", Message: "\xed\xa0\x80 lone \uffff", Style: "for-the-badge"}},
	{"scripts", Badge{Label: "读书 عربي עברית", Message: "देव e\u0301 📚 👨‍👩‍👧‍👦 ✓"}},
	{"long", Badge{Label: "long", Message: strings.Repeat("Lorem ipsum dolor sit amet, ", 10)}},
}
