package tracker

import (
	"bytes"
	"math"
	"reflect"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"
)

// style is how a text writes its tables.
type style struct {
	newline string
	blank   int    // empty lines between tables
	header  string // indent of headers
	key     string // indent of keys
	equals  string // what stands between key and value
	aligned bool   // equals signs stand below each other
}

// dress writes a block for an offset of a text, in the style of a neighbour.
func dress(text []byte, blocks []block, at, neighbour int, b Block) []byte {
	s := styleOf(text, blocks, neighbour)
	var out bytes.Buffer
	atEnd := at == len(text)
	if atEnd && len(text) > 0 {
		if text[at-1] != '\n' {
			out.WriteString(s.newline)
		}
		for have := trailingBlanks(text); have < s.blank; have++ {
			out.WriteString(s.newline)
		}
	}
	out.WriteString(s.header + "[[" + b.Table + "]]" + s.newline)
	width := 0
	for _, kv := range b.Keys {
		width = max(width, utf8.RuneCountInString(kv.Key))
	}
	for _, kv := range b.Keys {
		out.WriteString(s.key + kv.Key)
		if s.aligned {
			out.WriteString(strings.Repeat(" ", width-utf8.RuneCountInString(kv.Key)))
		}
		out.WriteString(s.equals + kv.Value + s.newline)
	}
	if !atEnd {
		for range s.blank {
			out.WriteString(s.newline)
		}
	}
	return out.Bytes()
}

var keyLine = regexp.MustCompile(`^([ \t]*)([A-Za-z0-9_.-]+)([ \t]*)=([ \t]*)[^ \t\r\n]`)

func styleOf(text []byte, blocks []block, neighbour int) style {
	s := style{newline: "\n", blank: 1, equals: " = "}
	if i := bytes.IndexByte(text, '\n'); i > 0 && text[i-1] == '\r' {
		s.newline = "\r\n"
	}
	if neighbour < 0 {
		return s
	}
	x := blocks[neighbour]
	s.header = indentAt(text, x.header)
	if neighbour > 0 { // how far it stands from the one above
		s.blank = trailingBlanks(text[:x.start])
	} else if len(blocks) > 1 {
		s.blank = trailingBlanks(text[:blocks[1].start])
	}
	s.blank = min(s.blank, 3)
	var columns, gaps []int
	for i, line := range strings.Split(string(text[x.header:x.end]), "\n")[1:] {
		m := keyLine.FindStringSubmatch(line)
		if m == nil {
			if i == 0 {
				continue
			}
			break // a value over several lines
		}
		if len(columns) == 0 {
			s.key, s.equals = m[1], m[3]+"="+m[4]
		}
		columns = append(columns, utf8.RuneCountInString(m[1]+m[2]+m[3]))
		gaps = append(gaps, len(m[3]))
	}
	if len(columns) > 1 && allEqual(columns) && !allEqual(gaps) {
		s.aligned, s.equals = true, " "+strings.TrimLeft(s.equals, " \t")
	}
	return s
}

// indentAt returns the white space in front of an offset on its line.
func indentAt(text []byte, at int) string {
	line := text[bytes.LastIndexByte(text[:at], '\n')+1 : at]
	if len(bytes.Trim(line, " \t")) > 0 {
		return ""
	}
	return string(line)
}

// trailingBlanks counts the empty lines at the end of a text.
func trailingBlanks(text []byte) (n int) {
	lines := strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	for i := len(lines) - 2; i >= 0 && strings.TrimSpace(lines[i]) == ""; i-- {
		n++
	}
	return n
}

func allEqual(n []int) bool {
	for _, x := range n {
		if x != n[0] {
			return false
		}
	}
	return true
}

// same reports whether two decoded values are equal. Unlike ==, a NaN is equal
// to a NaN.
func same(a, b any) bool {
	switch a := a.(type) {
	case float64:
		b, ok := b.(float64)
		return ok && (a == b || math.IsNaN(a) && math.IsNaN(b))
	case time.Time:
		b, ok := b.(time.Time)
		return ok && a.Equal(b) && a.Location().String() == b.Location().String()
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for k := range a {
			if v, ok := b[k]; !ok || !same(a[k], v) {
				return false
			}
		}
		return true
	case []map[string]any:
		b, ok := b.([]map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !same(a[i], b[i]) {
				return false
			}
		}
		return true
	case []any:
		b, ok := b.([]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !same(a[i], b[i]) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(a, b)
}
