package place

import (
	"bytes"
	"regexp"
)

// outline is what a key with its value looks like up to an offset, to someone
// who looks for what went wrong.
type outline struct {
	equals int   // offset of the first "=", or -1
	open   []int // offsets of the brackets and braces that are open
	quote  int   // offset of the quotes of the string that holds the offset, or -1
	long   Span  // the last string of many lines that was closed
	odd    []Span
	end    int // where the key with its value ends, if the offset is behind it
}

// scan outlines the key with its value that begins at start. It goes up to
// stop, or to the end of the line on which all brackets are closed.
func scan(text []byte, start, stop int) outline {
	o := outline{equals: -1, quote: -1}
	named := []bool{false} // by open brace: a key is read, no value
	bare := false          // the byte before belongs to a word
	i := start
	for i < stop {
		c := text[i]
		inKey := o.equals < 0 || named[len(named)-1]
		switch {
		case c == '#':
			for i < len(text) && text[i] != '\n' {
				i++
			}
			continue
		case c == '"' || c == '\'':
			end, closed := stringEnd(text, i, c)
			if end > stop || !closed && end == stop {
				o.quote = i
				return o
			}
			if closed && isLong(text, i) && end-i >= 6 {
				o.long = At(i, end)
			}
			i, bare = end, false
			continue
		case c == '\n' && len(o.open) == 0:
			o.end = i
			return o
		case c == '=':
			if o.equals < 0 {
				o.equals = i
			}
			named[len(named)-1] = false
		case c == ',':
			named[len(named)-1] = len(o.open) > 0 && text[o.open[len(o.open)-1]] == '{'
		case c == '[' || c == '{':
			o.open, named = append(o.open, i), append(named, c == '{')
		case (c == ']' || c == '}') && len(o.open) > 0:
			o.open, named = o.open[:len(o.open)-1], named[:len(named)-1]
		case c >= '0' && c <= '9' && !inKey && !bare:
			end := i
			for end < len(text) && isBare(text[end]) {
				end++
			}
			if end-i <= 40 {
				if _, odd := oddDate(string(text[i:end])); odd {
					o.odd = append(o.odd, At(i, end))
				}
			}
			i = end
			continue
		}
		bare = isBare(c)
		i++
	}
	o.end = i
	return o
}

var (
	headerLine = regexp.MustCompile(`^[ \t]*\[\[?[ \t]*[A-Za-z0-9_-]*[A-Za-z][A-Za-z0-9_-]*([ \t]*\.[ \t]*("[^"]*"|[A-Za-z0-9_-]+))*[ \t]*\]\]?[ \t]*(#.*)?\r?$`)
	keyLine    = regexp.MustCompile(`^[ \t]*[A-Za-z0-9_-]+([ \t]*\.[ \t]*("[^"]*"|[A-Za-z0-9_-]+))*[ \t]*=[ \t]*(["'\[{0-9+-]|true|false)`)
	meantName  = regexp.MustCompile(`^[ \t]*((?:[\[({<][ \t]*)*)["']?([A-Za-z][A-Za-z0-9_-]*)((?:\.[A-Za-z0-9_-]+)?)["']?[ \t]*((?:[\])}>][ \t]*)*)(.*?)\r?$`)
)

// longestLine is more than a header or the beginning of a key has.
const longestLine = 300

// begins reports whether a line looks like the beginning of something of its
// own: a header, or a key with a value.
func begins(line []byte) bool { return isHeader(line) || isKey(line) }

func isHeader(line []byte) bool {
	return len(line) <= longestLine && bytes.IndexByte(line, '[') >= 0 && headerLine.Match(line)
}

func isKey(line []byte) bool {
	line = line[:min(len(line), longestLine)]
	return bytes.IndexByte(line, '=') >= 0 && keyLine.Match(line)
}

// holdsHeader reports whether a line in a part of a text, but the first, looks
// like a header: a string that holds one was most likely never closed.
func holdsHeader(text []byte, s Span) bool {
	for i := int(lineAt(text, int(s.Start)).End) + 1; i < int(s.End); {
		line := lineAt(text, i)
		if isHeader(text[line.Start:line.End]) {
			return true
		}
		i = int(line.End) + 1
	}
	return false
}

// nextBeginning returns the offset of the first line at or after an offset at
// which something of its own seems to begin, or the end of the text.
func nextBeginning(text []byte, i int) int {
	for i < len(text) {
		line := lineAt(text, i)
		if begins(text[line.Start:line.End]) {
			return int(line.Start)
		}
		i = int(line.End) + 1
	}
	return len(text)
}

// meant returns the header that a line seems to be meant as: its name, what
// follows the name after a dot, and whether anything else stands on the line.
func meant(line []byte) (name, rest string, more, ok bool) {
	if len(line) > longestLine {
		return "", "", false, false
	}
	m := meantName.FindSubmatch(line)
	if m == nil || len(m[1])+len(m[4]) == 0 && len(m[5]) > 0 {
		return "", "", false, false
	}
	tail := bytes.TrimSpace(m[5])
	return string(m[2]), string(m[3]), len(tail) > 0 && tail[0] != '#', true
}
