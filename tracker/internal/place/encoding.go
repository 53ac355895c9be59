package place

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// Foreign returns the first place that is not UTF-8 text or holds a control
// character that TOML forbids, and how many such bytes there are.
func Foreign(text []byte) (first Span, what string, count int) {
	for i := 0; i < len(text); {
		c := text[i]
		if c >= 0x20 && c < 0x7f || c == '\n' || c == '\t' || c == '\r' && i+1 < len(text) && text[i+1] == '\n' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		bad := ""
		switch {
		case r == utf8.RuneError && size <= 1:
			bad = "the byte 0x%02X is not UTF-8"
		case r < 0x20 || r == 0x7f:
			bad = "a control character (U+%04X) stands in the text"
		}
		if bad != "" {
			if count == 0 {
				first, what = At(i, i+size), fmt.Sprintf(bad, c)
			}
			count++
		}
		i += size
	}
	return first, what, count
}

// isWide reports whether a text is in an encoding of two or four bytes a
// character, or no text at all: nothing else in it is worth telling.
func isWide(text []byte) bool {
	return bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) || bytes.IndexByte(text, 0) >= 0
}

// readable replaces each byte that is no text by one that is: so the rest of
// the line can be read. It reports nothing; see [Foreign].
func readable(text []byte) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		switch {
		case r == utf8.RuneError && size <= 1:
			text[i] = '_' // a letter, in a name and in a text
		case r == 0x7f || r < 0x20 && r != '\n' && r != '\t' && !(r == '\r' && i+1 < len(text) && text[i+1] == '\n'):
			text[i] = ' '
		}
		i += max(size, 1)
	}
}
