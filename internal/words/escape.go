package words

import (
	"regexp"
	"strings"
)

// reference is what GitHub takes for an issue (GH-12) or a commit: 7 to 40
// hexadecimal digits.
var reference = regexp.MustCompile(`(?i)\bGH-\d|\b[0-9a-f]{7,40}\b`)

// Escape writes a text so that Markdown shows it as it is: no mark-up, no
// mention, no reference, no link, no line break.
func Escape(s string) string {
	var b strings.Builder
	runes := []rune(unlinked(Plain(s)))
	for i, c := range runes {
		next := ' '
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		switch c {
		case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '!', '|', '~', '>', '+':
			b.WriteByte('\\')
			b.WriteRune(c)
		case '<':
			b.WriteString("&lt;")
		case '&':
			b.WriteString("&amp;")
		case '@': // a zero-width space keeps GitHub from linking
			b.WriteString("@\u200b")
		case '#': // a number behind it too; else it is to be copied as it is
			if next >= '0' && next <= '9' {
				b.WriteString("#\u200b")
			} else {
				b.WriteString("\\#")
			}
		case ':': // of an address or an emoji's name
			if next == ' ' {
				b.WriteRune(c)
			} else {
				b.WriteString("&#58;")
			}
		case '.': // of www.
			if i >= 3 && strings.EqualFold(string(runes[i-3:i]), "www") {
				b.WriteString("&#46;")
			} else {
				b.WriteRune(c)
			}
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// Plain folds white space to single spaces and takes out what does not print or
// turns the direction of text, so that a text fits on one line.
func Plain(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	s = strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029:
			return ' '
		case c < 0x20 || c >= 0x7f && c < 0xa0 || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f || c == 0x061c || c == 0xfeff:
			return -1
		}
		return c
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// Short is a plain text of at most n characters; what is cut off shows as "…".
func Short(s string, n int) string {
	s = Plain(s)
	if r := []rune(s); len(r) > n {
		return strings.TrimRight(string(r[:n-1]), " ") + "…"
	}
	return s
}

// unlinked breaks what GitHub would link, references to issues and commits, by
// zero-width spaces. A word of letters alone is none.
func unlinked(s string) string {
	return reference.ReplaceAllStringFunc(s, func(m string) string {
		if !strings.ContainsAny(m, "0123456789") {
			return m
		}
		cut := 6 // so many digits are no commit
		if m[2] == '-' {
			cut = 3
		}
		var b strings.Builder
		for ; len(m) > cut; m = m[cut:] {
			b.WriteString(m[:cut] + "\u200b")
		}
		return b.String() + m
	})
}
