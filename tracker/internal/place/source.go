// Package place reads the text of a log: it guards the parsers against hostile
// input, mends what it can name in a copy, and tells where every key and value
// stands.
//
// Offsets are bytes from the beginning of the text. Places are for people:
// lines and columns from 1, columns in Unicode code points.
package place

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// Span is a stretch of a text, End exclusive.
type Span struct{ Start, End int32 }

// Len returns the number of bytes.
func (s Span) Len() int { return int(s.End - s.Start) }

// At makes a span from two offsets.
func At(start, end int) Span { return Span{int32(start), int32(end)} }

// Source is one text with its lines.
type Source struct {
	Name string // as findings name it: relative, with slashes
	Text []byte // as read, without a byte order mark

	starts []int32 // offset of each line; made when first asked for
	last   struct{ line, offset, column int }
}

// NewSource takes a text as read from a file. A UTF-8 byte order mark is
// stripped: it is no character of the first line.
func NewSource(name string, text []byte) *Source {
	return &Source{Name: name, Text: bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))}
}

// Position returns the line and column of an offset, both from 1. A byte that
// is not valid UTF-8 counts as one column.
func (s *Source) Position(offset int) (line, column int) {
	if s.starts == nil {
		s.starts = []int32{0}
		for i, c := range s.Text {
			if c == '\n' {
				s.starts = append(s.starts, int32(i+1))
			}
		}
	}
	offset = min(max(offset, 0), len(s.Text))
	line = sort.Search(len(s.starts), func(i int) bool { return int(s.starts[i]) > offset })
	// Go on from the last answer where it can be: a line may be megabytes long.
	from, column := int(s.starts[line-1]), 1
	if s.last.line == line && s.last.offset <= offset {
		from, column = s.last.offset, s.last.column
	}
	column += utf8.RuneCount(s.Text[from:offset])
	s.last.line, s.last.offset, s.last.column = line, offset, column
	return line, column
}

// Line returns the text of a line, from 1, without its end.
func (s *Source) Line(line int) string {
	s.Position(0)
	if line < 1 || line > len(s.starts) {
		return ""
	}
	rest := s.Text[s.starts[line-1]:]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return string(bytes.TrimSuffix(rest, []byte("\r")))
}
