package place

import (
	"bytes"
	"sort"
)

// inserts are what the copy of a text that the decoder reads has more than the
// text: brackets that widen a header, headers that are meant. All other mends
// keep the length of the text.
type inserts []insert

type insert struct {
	at   int
	what string
}

func (m *inserts) add(at int, what string) { *m = append(*m, insert{at, what}) }

// widen makes a header in single brackets one in double brackets.
func (m *inserts) widen(s Span) {
	m.add(int(s.Start), "[")
	m.add(int(s.End), "]")
}

// apply returns the text with the inserts, which are in order.
func (m inserts) apply(text []byte) []byte {
	if len(m) == 0 {
		return text
	}
	more := 0
	for _, x := range m {
		more += len(x.what)
	}
	out := make([]byte, 0, len(text)+more)
	from := 0
	for _, x := range m {
		out = append(out, text[from:x.at]...)
		out = append(out, x.what...)
		from = x.at
	}
	return append(out, text[from:]...)
}

// original turns an offset into the text with the inserts into one into the
// text. What stands in an insert is where the insert is.
func (m inserts) original(offset int) int {
	starts := make([]int, len(m)) // in the longer text
	more := 0
	for i, x := range m {
		starts[i] = x.at + more
		more += len(x.what)
	}
	i := sort.Search(len(m), func(i int) bool { return starts[i] > offset }) - 1
	if i < 0 {
		return offset
	}
	return m[i].at + max(0, offset-starts[i]-len(m[i].what))
}

// erase overwrites all but line ends with spaces.
func erase(b []byte) {
	for i, c := range b {
		if c != '\n' && !(c == '\r' && i+1 < len(b) && b[i+1] == '\n') {
			b[i] = ' '
		}
	}
}

// overwrite puts a small whole number where a value stands.
func overwrite(b []byte) {
	for i := range b {
		if b[i] = '1'; i >= 9 {
			b[i] = ' '
		}
	}
}

// lineAt returns the span of the line that holds an offset, without its end.
func lineAt(text []byte, offset int) Span {
	offset = min(max(offset, 0), len(text))
	start := bytes.LastIndexByte(text[:offset], '\n') + 1
	end := len(text)
	if i := bytes.IndexByte(text[offset:], '\n'); i >= 0 {
		end = offset + i
	}
	return At(start, end)
}
