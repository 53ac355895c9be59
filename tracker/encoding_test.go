package tracker

import (
	"strings"
	"testing"
	"unicode/utf16"
)

// What is no UTF-8 text is told once, where it begins, and what can be read
// around it is read.
func TestEncodings(t *testing.T) {
	wide := func(s string) string {
		var b strings.Builder
		b.WriteString("\xff\xfe")
		for _, u := range utf16.Encode([]rune(s)) {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		}
		return b.String()
	}
	const rest = "\n[[book]]\ntitle = 'b'\nrating = 9\n"
	bad := func(line, column int) want { return want{"learning.toml", line, "encoding", column, ""} }
	rating := func(line int) want { return want{"learning.toml", line, "bad-value", 10, ""} }
	for name, c := range map[string]struct {
		text  string
		wants []want
	}{
		"Latin-1 in a text":     {"[[book]]\ntitle = \"M\xfcller\"\nauthor = 'J\xf6rg'" + rest, []want{bad(2, 11), rating(6)}},
		"Latin-1 in a remark":   {"# M\xfcller" + rest, []want{bad(1, 4), rating(4)}},
		"Latin-1 behind UTF-8":  {"# ü🙂 \xfc" + rest, []want{bad(1, 6), rating(4)}},
		"a byte cut off":        {"# \xe2\x82" + rest, []want{bad(1, 3), rating(4)}},
		"a control character":   {"# a\x07" + rest, []want{bad(1, 4), rating(4)}},
		"a control in a text":   {"[[book]]\ntitle = 'a\x1bb'" + rest, []want{bad(2, 11), rating(5)}},
		"a return in a line":    {"# a\rb" + rest, []want{bad(1, 4), rating(4)}},
		"only returns":          {"[[book]]\rtitle = 'a'\r", []want{bad(1, 9), {"learning.toml", 1, "syntax", 0, ""}}},
		"UTF-16":                {wide("[[book]]\ntitle = 'a'" + rest), []want{bad(1, 1)}},
		"NUL":                   {"[[book]]\ntitle = 'a\x00'" + rest, []want{bad(2, 11)}},
		"a mark in the middle":  {"[[book]]\ntitle = '\ufeff'\n" + rest, []want{rating(6)}},
		"a mark at the front":   {"\ufeff[[book]]\nrating = 9\ntitle = 'a'\n", []want{rating(2)}},
		"a mark of the reverse": {"[[book]]\ntitle = '\ufffe'\n" + rest, []want{rating(6)}},
	} {
		got := findingsOf([]File{{Name: "learning.toml", Data: []byte(c.text)}})
		for _, problem := range compare(got, c.wants) {
			t.Errorf("%s: %s", name, problem)
		}
		for _, f := range got {
			checkWords(t, f)
		}
	}
}
