package badges

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"":                           "",
		"  a \t\r\n b\u00a0\u2003c ": "a b c",
		"a\u0085b\u2028c\u3000d":     "a b c d",
		"a\x00\x1b[1mb\x7f\u009b":    "a[1mb",
		"a \x00 b":                   "a b",
		"\xff\xfe\xfdx\xff":          "\ufffdx\ufffd",
		"\xed\xa0\x80":               "\ufffd",
		"a\ufffe\uffff\ufdd0b":       "a\ufffdb",
		"a\u202eb\u2066c\u2069\u200e\u200f\u061c":   "abc",
		"so\u00adft\u200b\ufeff\u2060":              "soft",
		"\u200da \u200db\u200d":                     "a b\u200d",
		"می\u200cخواهم":                             "می\u200cخواهم",
		"❤\ufe0f\ufe0f":                             "❤\ufe0f",
		"a\U000e0041\U000e0042":                     "a",
		"🏴\U000e0067\U000e0062\U000e007f\U000e0062": "🏴\U000e0067\U000e0062\U000e007f",
		"<&>\"'": "<&>\"'",
	} {
		var buf room
		if got := string(clean(buf[:0], in)); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestCleanIsDoneOnce(t *testing.T) {
	for _, in := range append(texts(), oddities...) {
		var a, b room
		once := string(clean(a[:0], in))
		if len(once) > maxText+len(ellipsis) || !utf8.ValidString(once) {
			t.Errorf("%.40q: %d bytes, %q", in, len(once), once)
		}
		if len(once) <= maxText {
			if twice := string(clean(b[:0], once)); twice != once {
				t.Errorf("%.40q: %q becomes %q", in, once, twice)
			}
		}
	}
}

func TestCleanCutsWholeClusters(t *testing.T) {
	const family = "👨‍👩‍👧‍👦"
	var buf room
	got := string(clean(buf[:0], strings.Repeat(family+" ", 100)))
	rest := strings.ReplaceAll(got, family, "")
	if strings.Trim(rest, " ") != ellipsis || strings.HasSuffix(got, " "+ellipsis) {
		t.Errorf("got %q", got)
	}
}

// texts are the texts of all cases.
func texts() []string {
	var all []string
	for _, c := range cases {
		all = append(all, c.badge.Label, c.badge.Message)
	}
	return all
}
