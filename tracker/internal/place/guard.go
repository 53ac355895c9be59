package place

import (
	"fmt"
	"unicode/utf8"
)

// The limits of a log, checked in one linear pass before any parser: parsers
// overflow their stack on deep nesting and take minutes on long dotted keys.
const (
	MaxFile    = 8 << 20  // bytes a file
	MaxLog     = 64 << 20 // bytes a log
	MaxTables  = 200_000  // entries a log
	MaxNesting = 64       // open brackets and braces
	MaxParts   = 32       // parts of a dotted key
	MaxText    = 64 << 10 // bytes of one text value
	MaxValues  = 100_000  // values in one list
	maxCommas  = 1_000_000
)

// Excess is a limit that a text passes, and where.
type Excess struct {
	At   Span
	What string // "more than 64 open brackets"
}

// Survey is what the pass over a text finds.
type Survey struct {
	Excess *Excess // the first limit passed; the text must not reach a parser
	Tables int     // table headers
	Odd    []Odd   // values that are dates to a person and not to TOML
	Quoted []Span  // multi-line strings, in order
}

// Odd is an unquoted value that looks like a date but is none.
type Odd struct {
	At    Span
	Month bool // a year and a month: 2026-05
}

// Look goes over a text once. It follows strings, comments and brackets as
// TOML 1.0 does; on text that is not TOML it is right up to the first fault,
// where parsers stop, too.
func Look(text []byte) Survey {
	l := look{text: text}
	l.run()
	return l.Survey
}

// look is the state of the pass.
type look struct {
	Survey
	text    []byte
	depth   int  // open brackets and braces
	parts   int  // parts of the key being read
	values  int  // commas in the value being read
	commas  int  // commas in all
	inValue bool // after a '='
}

func (l *look) run() {
	if len(l.text) > MaxFile {
		l.exceed(0, 0, "the file is larger than 8 MB")
		return
	}
	for i := 0; i < len(l.text) && l.Excess == nil; {
		i = l.step(i)
	}
}

// step reads what begins at i and returns where the next begins.
func (l *look) step(i int) int {
	switch c := l.text[i]; c {
	case '#':
		for i < len(l.text) && l.text[i] != '\n' {
			i++
		}
		return i
	case '"', '\'':
		return l.quoted(i, c)
	case '\n':
		l.parts = 0
		if l.depth == 0 {
			l.inValue, l.values = false, 0
		}
	case '=':
		l.inValue, l.parts = true, 0
	case '.':
		if l.parts++; l.parts >= MaxParts {
			l.exceed(i, i+1, fmt.Sprintf("a key has more than %d parts", MaxParts))
		}
	case ',':
		l.parts = 0
		l.values++
		if l.commas++; l.values >= MaxValues || l.commas >= maxCommas {
			l.exceed(i, i+1, fmt.Sprintf("a list has more than %d values", MaxValues))
		}
	case '[', '{':
		if c == '[' && l.depth == 0 && !l.inValue {
			l.Tables++
		}
		l.parts = 0
		if l.depth++; l.depth > MaxNesting {
			l.exceed(i, i+1, fmt.Sprintf("more than %d brackets are open at once", MaxNesting))
		}
	case ']', '}':
		l.depth = max(l.depth-1, 0)
	default:
		if l.inValue && c >= '0' && c <= '9' {
			return l.number(i)
		}
	}
	return i + 1
}

// quoted skips the string that begins at i with the quote q.
func (l *look) quoted(i int, q byte) int {
	start := i
	long := i+2 < len(l.text) && l.text[i+1] == q && l.text[i+2] == q
	if !long && i+1 < len(l.text) && l.text[i+1] == q {
		return i + 2 // empty
	}
	if long {
		i += 2
	}
	for i++; i < len(l.text); i++ {
		switch c := l.text[i]; {
		case c == '\\' && q == '"':
			i++
		case c == '\n' && !long:
			return i // unclosed: the parser will say so
		case c == q && !long:
			return l.closed(start, i+1)
		case c == q && i+2 < len(l.text) && l.text[i+1] == q && l.text[i+2] == q:
			for i += 3; i < len(l.text) && l.text[i] == q; i++ { // up to two more belong to the text
			}
			l.Quoted = append(l.Quoted, At(start, i))
			return l.closed(start, i)
		}
	}
	return len(l.text)
}

func (l *look) closed(start, end int) int {
	if end-start > MaxText {
		l.exceed(start, start+1, "a text is longer than 64 KiB")
	}
	return end
}

// number skips a bare value that begins with a digit, and keeps it if it looks
// like a date that TOML has no form for.
func (l *look) number(i int) int {
	start := i
	for i < len(l.text) && isBare(l.text[i]) {
		i++
	}
	if token := string(l.text[start:min(i, start+32)]); i-start <= 10 {
		switch {
		case isMonth(token):
			l.Odd = append(l.Odd, Odd{At(start, i), true})
		case isOddDate(token):
			l.Odd = append(l.Odd, Odd{At(start, i), false})
		}
	}
	return i
}

func (l *look) exceed(start, end int, what string) {
	if l.Excess == nil {
		l.Excess = &Excess{At(start, end), what}
	}
}

// isBare reports whether c can stand in a number or date; "/" is no part of
// TOML's, but of the dates that people write.
func isBare(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' ||
		c == '-' || c == '+' || c == '.' || c == '_' || c == ':' || c == '/'
}

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
			bad = fmt.Sprintf("the byte 0x%02X is not UTF-8", c)
		case r < 0x20 || r == 0x7f:
			bad = fmt.Sprintf("a control character (U+%04X) stands in the text", r)
		}
		if bad != "" {
			if count == 0 {
				first, what = At(i, i+size), bad
			}
			count++
		}
		i += size
	}
	return first, what, count
}
