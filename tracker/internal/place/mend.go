package place

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// mends are changes to the copy of a text that the decoder reads. Blanks and
// numbers keep its length; widening a header adds two bytes.
type mends struct {
	blanks  []Span
	numbers []Span
	widened []Span
}

func (m *mends) blank(s Span)  { m.blanks = append(m.blanks, s) }
func (m *mends) number(s Span) { m.numbers = append(m.numbers, s) }
func (m *mends) widen(s Span)  { m.widened = append(m.widened, s) }

// apply returns the text with the changes made; without any, the text itself.
func (m *mends) apply(text []byte) []byte {
	if len(m.blanks)+len(m.numbers)+len(m.widened) == 0 {
		return text
	}
	text = bytes.Clone(text)
	for _, s := range m.blanks {
		erase(text[s.Start:s.End])
	}
	for _, s := range m.numbers { // a whole number as long as what stood there
		for i := s.Start; i < s.End; i++ {
			text[i] = '1'
		}
	}
	if len(m.widened) == 0 {
		return text
	}
	var out []byte
	from := 0
	for _, s := range m.widened {
		out = append(out, text[from:s.Start]...)
		out = append(out, '[')
		out = append(out, text[s.Start:s.End]...)
		out = append(out, ']')
		from = int(s.End)
	}
	return append(out, text[from:]...)
}

// original turns an offset into the changed text into one into the text.
func (m *mends) original(offset int) int {
	i := sort.Search(len(m.widened), func(i int) bool {
		return int(m.widened[i].End)+2*(i+1) > offset
	})
	if i < len(m.widened) && int(m.widened[i].Start)+2*i < offset {
		return offset - 2*i - 1
	}
	return offset - 2*i
}

// blanked returns a copy of a text with a part of it blank.
func blanked(text []byte, s Span) []byte {
	text = bytes.Clone(text)
	erase(text[s.Start:s.End])
	return text
}

// erase overwrites all but line ends with spaces.
func erase(b []byte) {
	for i, c := range b {
		if c != '\n' && !(c == '\r' && i+1 < len(b) && b[i+1] == '\n') {
			b[i] = ' '
		}
	}
}

// readable returns a copy in which each byte that is no text is a "?".
func readable(text []byte) []byte {
	text = bytes.Clone(text)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size <= 1 || r == 0x7f || r < 0x20 && r != '\n' && r != '\t' && !(r == '\r' && i+1 < len(text) && text[i+1] == '\n') {
			text[i] = '?'
		}
		i += max(size, 1)
	}
	return text
}

// conflict is one unfinished merge: the mark that opens it, and the parts that
// are not ours.
type conflict struct {
	mark Span
	drop []Span
}

// conflicts finds the merges that Git left unfinished: a line that begins with
// seven <, one of seven = and one that begins with seven >, in that order, with
// a part between seven | and = where Git writes the common ancestor.
func conflicts(text []byte) (found []conflict) {
	if !bytes.Contains(text, []byte("<<<<<<<")) {
		return nil
	}
	const none, ours, base, theirs = 0, 1, 2, 3
	state, open, from := none, Span{}, 0
	var drop []Span
	for start := 0; start < len(text); {
		line := lineAt(text, start)
		body := text[line.Start:line.End]
		switch mark := conflictMark(body); {
		case mark == 0:
		case body[0] == '<':
			state, open = ours, At(start, start+7)
			drop = []Span{line}
		case body[0] == '|' && state == ours:
			state, from = base, start
		case body[0] == '=' && (state == ours || state == base):
			if state == ours {
				from = start
			}
			state = theirs
		case body[0] == '>' && state == theirs:
			found = append(found, conflict{open, append(drop, At(from, int(line.End)))})
			state = none
		}
		start = int(line.End) + 1
	}
	return found
}

// conflictMark returns the length of the mark with which a line of an
// unfinished merge begins, or 0.
func conflictMark(line []byte) int {
	line = bytes.TrimSuffix(line, []byte("\r"))
	for _, c := range []byte("<|>=") {
		if len(line) >= 7 && bytes.Count(line[:7], []byte{c}) == 7 && (len(line) == 7 || c != '=' && line[7] == ' ') {
			return 7
		}
	}
	return 0
}
