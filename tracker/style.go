package tracker

import (
	"bytes"
	"math"
	"reflect"
	"regexp"
	"slices"
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

// dress writes a block for a spot of a text, in the style of its neighbour, with
// the empty lines that part it from what stands before and after it.
func dress(text []byte, blocks []block, at spot, b Block) (before, piece, after []byte) {
	s := styleOf(text, blocks, at.neighbour)
	gap := []byte(strings.Repeat(s.newline, s.blank))
	switch {
	case at.above:
		after = gap
	case at.at > 0:
		if text[at.at-1] != '\n' {
			before = []byte(s.newline)
		}
		if have := trailingBlanks(text[:at.at]); have < s.blank {
			before = append(before, gap[:(s.blank-have)*len(s.newline)]...)
		}
	}
	var out bytes.Buffer
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
	return before, out.Bytes(), after
}

var keyLine = regexp.MustCompile(`^([ \t]*)((?:[A-Za-z0-9_.-]+|"[^"\\]*"|'[^']*')+)([ \t]*)=([ \t]*)[^ \t\r\n]`)

func styleOf(text []byte, blocks []block, neighbour int) style {
	s := style{newline: "\n", blank: 1, equals: " = "}
	line := text
	if neighbour >= 0 {
		line = text[blocks[neighbour].header:]
	}
	if !bytes.Contains(line, []byte("\n")) {
		line = text
	}
	if i := bytes.IndexByte(line, '\n'); i > 0 && line[i-1] == '\r' {
		s.newline = "\r\n"
	}
	if neighbour < 0 {
		return s
	}
	x := blocks[neighbour]
	s.header = indentAt(text, x.header)
	s.blank = gapAround(text, blocks, neighbour)
	var columns, gaps []int
	var signs []string
	for _, line := range keyLines(string(text[x.header:x.done])) {
		m := keyLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if len(columns) == 0 {
			s.key = m[1]
		}
		signs = append(signs, m[3]+"="+m[4])
		columns = append(columns, utf8.RuneCountInString(m[1]+m[2]+m[3]))
		gaps = append(gaps, len(m[3]))
	}
	if len(signs) > 0 {
		s.equals, _ = usual(slices.SortedStableFunc(slices.Values(signs), func(a, b string) int { return len(a) - len(b) }))
	}
	if !allEqual(gaps) && aligned(columns, gaps) {
		s.aligned = true
		s.equals = strings.Repeat(" ", slices.Min(gaps)) + strings.TrimLeft(signs[0], " \t")
	}
	return s
}

// usual returns the most frequent of some values, the first of those that are
// as frequent, and how often it stands there.
func usual[T comparable](values []T) (most T, n int) {
	counts := map[T]int{}
	for _, v := range values {
		counts[v]++
		n = max(n, counts[v])
	}
	return values[slices.IndexFunc(values, func(v T) bool { return counts[v] == n })], n
}

// aligned reports whether most equals signs stand below each other: all but
// those of keys that are too long for it. gaps are the spaces in front of the
// signs.
func aligned(columns, gaps []int) bool {
	column, most := usual(columns)
	for i, c := range columns {
		if c < column || c > column && gaps[i] > slices.Min(gaps) {
			return false
		}
	}
	return most > 1 && 2*most > len(columns)
}

// keyLines returns the lines of a table that may begin with a key: those below
// its header, without the insides of texts over several lines, down to the
// first table in it.
func keyLines(table string) (lines []string) {
	open := ""
	for i, line := range strings.Split(table, "\n") {
		inside := open != ""
		for _, quotes := range []string{`"""`, "'''"} {
			if (open == "" || open == quotes) && strings.Count(line, quotes)%2 == 1 {
				if open == "" {
					open = quotes
				} else {
					open = ""
				}
			}
		}
		if i == 0 || inside {
			continue
		}
		if strings.HasPrefix(strings.TrimLeft(line, " \t"), "[") {
			break
		}
		lines = append(lines, line)
	}
	return lines
}

// gapAround counts the empty lines that part a block from its neighbours: the
// one before it if that is an entry, a goal or such too, else the one after it.
func gapAround(text []byte, blocks []block, at int) int {
	above := func(n int) int { return min(trailingBlanks(text[:blocks[n].start]), 3) }
	switch {
	case at > 0 && blocks[at-1].array == blocks[at].array:
		return above(at)
	case at+1 < len(blocks) && blocks[at+1].array == blocks[at].array:
		return above(at + 1)
	case at > 0:
		return above(at)
	}
	return 1
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
func trailingBlanks(text []byte) int {
	said := bytes.TrimRight(text, " \t\r\n")
	n := bytes.Count(text[len(said):], []byte("\n"))
	if len(said) == 0 {
		return n
	}
	return max(n-1, 0)
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
