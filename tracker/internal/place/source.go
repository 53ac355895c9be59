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

	starts []int32      // offset of each line; made when first asked for
	marks  []checkpoint // of texts with long lines
}

// checkpoint is an offset and how many characters stand before it.
type checkpoint struct{ offset, count int }

// apart is how far apart checkpoints are: a line may be megabytes long, and
// each finding in it wants its column.
const apart = 4096

// NewSource takes a text as read from a file. A UTF-8 byte order mark is
// stripped: it is no character of the first line.
func NewSource(name string, text []byte) *Source {
	return &Source{Name: name, Text: bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))}
}

// Position returns the line and column of an offset, both from 1. A byte that
// is not valid UTF-8 counts as one column. It takes time that does not depend
// on the length of the line.
func (s *Source) Position(offset int) (line, column int) {
	if s.starts == nil {
		s.measure()
	}
	offset = min(max(offset, 0), len(s.Text))
	line = sort.Search(len(s.starts), func(i int) bool { return int(s.starts[i]) > offset })
	start := int(s.starts[line-1])
	if offset-start <= apart || s.marks == nil {
		return line, 1 + utf8.RuneCount(s.Text[start:offset])
	}
	return line, 1 + s.count(offset) - s.count(start)
}

// measure finds the lines, and the checkpoints where a line is long.
func (s *Source) measure() {
	s.starts = make([]int32, 1, 2+bytes.Count(s.Text, []byte("\n")))
	long := false
	for i := 0; ; {
		n := bytes.IndexByte(s.Text[i:], '\n')
		long = long || n > apart || n < 0 && len(s.Text)-i > apart
		if n < 0 {
			break
		}
		i += n + 1
		s.starts = append(s.starts, int32(i))
	}
	if !long {
		return
	}
	s.marks = []checkpoint{{}}
	last, count := 0, 0
	for i := 0; i < len(s.Text); count++ {
		if i-last >= apart {
			s.marks = append(s.marks, checkpoint{i, count})
			last = i
		}
		_, size := utf8.DecodeRune(s.Text[i:])
		i += size
	}
}

// count returns how many characters stand before an offset.
func (s *Source) count(offset int) int {
	i := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].offset > offset })
	m := s.marks[i-1]
	return m.count + utf8.RuneCount(s.Text[m.offset:offset])
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
