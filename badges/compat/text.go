package compat

import (
	"strings"
	"unicode/utf8"
)

// A lettering is how a style writes a text.
type lettering int

const (
	asWritten   lettering = iota
	capitalised           // the first UTF-16 unit in capitals
	capitals
)

// appendText appends s trimmed, mended and lettered.
func appendText(dst []byte, s string, l lettering) []byte {
	for i, r := range trim(s) { // each byte of invalid UTF-8 is a U+FFFD
		if !legal(r) {
			r = utf8.RuneError
		}
		if l == capitals || l == capitalised && i == 0 && r <= 0xFFFF {
			dst = appendUpper(dst, r)
		} else {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// trim is String.prototype.trim.
func trim(s string) string { return strings.TrimFunc(s, space) }

// space reports whether JavaScript counts r as white space. For Go U+FEFF is
// none, and U+0085 is.
func space(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r == ' ' || '\t' <= r && r <= '\r'
	case r < 0x1680:
		return r == 0xA0
	case r < 0x3000:
		return r == 0x1680 || 0x2000 <= r && r <= 0x200A || r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F
	}
	return r == 0x3000 || r == 0xFEFF
}

// legal reports whether r is a character of XML 1.0 (its production 2).
func legal(r rune) bool {
	if r < ' ' {
		return r == '\t' || r == '\n' || r == '\r'
	}
	return r != 0xFFFE && r != 0xFFFF
}

// utf16Len counts the UTF-16 units of a text: the length of a JavaScript string.
func utf16Len(text []byte) int {
	n := 0
	for _, c := range text {
		switch {
		case c >= 0xF0: // begins a pair of surrogates
			n += 2
		case c < 0x80, c >= 0xC0:
			n++
		}
	}
	return n
}
