// Package xml writes the few things that a picture's text is made of: escaped
// text, numbers and ids. There is no other way for a text into a picture.
package xml

import "strconv"

// AppendEscaped appends clean text so that it is text, and nothing else, in an
// element as well as between quotes. It is the only way for text into a picture.
func AppendEscaped(dst, text []byte) []byte {
	from := 0
	for i, c := range text {
		var entity string
		switch c {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '"':
			entity = "&#34;"
		case '\'':
			entity = "&#39;"
		default:
			continue
		}
		dst = append(dst, text[from:i]...)
		dst = append(dst, entity...)
		from = i + 1
	}
	return append(dst, text[from:]...)
}

// AppendInt appends a whole number. Those of a picture are short: up to four
// digits it is quick.
func AppendInt(dst []byte, n int) []byte {
	a, b, c, d := byte('0'+n/1000), byte('0'+n/100%10), byte('0'+n/10%10), byte('0'+n%10)
	switch {
	case n < 0 || n > 9999:
		return strconv.AppendInt(dst, int64(n), 10)
	case n > 999:
		return append(dst, a, b, c, d)
	case n > 99:
		return append(dst, b, c, d)
	case n > 9:
		return append(dst, c, d)
	}
	return append(dst, d)
}

// AppendID appends an element id for a hash: a letter and eight digits.
func AppendID(dst []byte, hash uint32) []byte {
	const digits = "0123456789abcdef"
	dst = append(dst, 'b')
	for shift := 28; shift >= 0; shift -= 4 {
		dst = append(dst, digits[hash>>shift&0xF])
	}
	return dst
}
