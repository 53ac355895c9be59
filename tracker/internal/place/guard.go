package place

import "fmt"

// The limits of a log, checked in one linear pass before any parser: parsers
// overflow their stack on deep nesting, take minutes on long dotted keys and
// gigabytes on many small tables.
const (
	MaxFile    = 8 << 20  // bytes a file
	MaxLog     = 64 << 20 // bytes a log
	MaxTables  = 200_000  // entries a log
	MaxNesting = 64       // open brackets and braces
	MaxParts   = 32       // parts of a dotted key
	MaxText    = 64 << 10 // bytes of one text value
	MaxValues  = 100_000  // values in one list
	MaxKeys    = 400_000  // keys a file
	maxInTable = 10_000   // keys in one table
	maxSplits  = 10_000   // entries found in another
	maxDots    = 200_000  // dots in keys, each a table
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
}

// Look goes over a text once. It follows strings, comments and brackets as
// TOML does; on text that is not TOML it is right up to the first fault, and
// no further from the truth than parsers are.
func Look(text []byte) Survey {
	l := look{text: text}
	if len(text) > MaxFile {
		l.exceed(0, 0, "the file is larger than 8 MB")
	}
	for i := 0; i < len(text) && l.Excess == nil; {
		i = l.step(i)
	}
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
	keys    int  // keys in all
	dots    int  // dots in keys in all
	inValue bool // after a '='
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
		end, _ := stringEnd(l.text, i, c) // how long it is the walker knows better
		return end
	case '\n':
		l.parts = 0
		if l.depth == 0 {
			l.inValue, l.values = false, 0
		}
	case '=':
		l.inValue, l.parts = true, 0
		if l.keys++; l.keys > MaxKeys {
			l.exceed(i, i+1, "the file has more than 400,000 keys")
		}
	case '.':
		l.dot(i)
	case ',':
		l.parts = 0
		l.values++
		if l.commas++; l.values >= MaxValues || l.commas >= maxCommas {
			l.exceed(i, i+1, "a list has more than 100,000 values")
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
			for i < len(l.text) && isBare(l.text[i]) { // the point of a number parts no key
				i++
			}
			return i
		}
	}
	return i + 1
}

func (l *look) dot(i int) {
	if l.parts++; l.parts >= MaxParts {
		l.exceed(i, i+1, fmt.Sprintf("a key has more than %d parts", MaxParts))
	}
	if l.dots++; l.dots > maxDots {
		l.exceed(i, i+1, "the file has more than 200,000 dotted keys")
	}
}

// stringEnd returns where the string that begins at i with the quote q ends,
// and whether it is closed there. One of a single line ends with the line.
func stringEnd(text []byte, i int, q byte) (end int, closed bool) {
	long := isLong(text, i)
	if !long && i+1 < len(text) && text[i+1] == q {
		return i + 2, true // empty
	}
	if long {
		i += 2
	}
	for i++; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && q == '"':
			if i++; i < len(text) && text[i] == '\n' && !long {
				return i, false
			}
		case c == '\n' && !long:
			return i, false
		case c == q && !long:
			return i + 1, true
		case c == q && i+2 < len(text) && text[i+1] == q && text[i+2] == q:
			i += 3
			for n := 0; n < 2 && i < len(text) && text[i] == q; n++ { // up to two more belong to the text
				i++
			}
			return i, true
		}
	}
	return len(text), false
}

// isLong reports whether three quotes stand at i.
func isLong(text []byte, i int) bool {
	return i+2 < len(text) && text[i+1] == text[i] && text[i+2] == text[i]
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
