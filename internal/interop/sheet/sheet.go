// Package sheet reads tables that spreadsheets and web sites save as text: any
// of their encodings and separators, cells over several lines, and the ways in
// which they write days and numbers. Nothing is guessed that two readers would
// take for two things.
package sheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// The bounds of what is read.
const (
	MaxBytes   = 16 << 20
	MaxRows    = 100_000
	MaxColumns = 500
	maxCell    = 64 << 10 // bytes; a spreadsheet's cell holds 32,767 characters
)

// Sheet is a table of texts.
type Sheet struct {
	Encoding  string // UTF-8, UTF-16 or Windows-1252
	Separator string // , ; | or a tab
	Header    []string
	HeaderRow int // its row, from 1
	Rows      []Row
}

// Row is a row below the header that is not empty. It has as many cells as the
// header, or more.
type Row struct {
	Number int // as the spreadsheet counts, from 1
	Cells  []string
}

// Fault is what is wrong with a file's form. Row and Column count from 1; 0 is
// none.
type Fault struct {
	Row, Column int
	Says, Help  string
}

func (f *Fault) Error() string { return f.Says }

// Read reads a file whose first row that is not empty names the columns. All
// rows that cannot be read are told at once.
func Read(data []byte) (Sheet, []Fault) {
	if f := foreign(data); f != nil {
		return Sheet{}, []Fault{*f}
	}
	var s Sheet
	text, encoding := Decode(data)
	s.Encoding = encoding
	if strings.IndexByte(text, 0) >= 0 {
		return s, []Fault{{Says: "it is no text", Help: "save the table as CSV"}}
	}
	text, skipped := s.separator(text)
	records, fault := split(text, s.Separator[0], MaxRows+1)
	if fault != nil {
		fault.Row += skipped
		return s, []Fault{*fault}
	}
	if len(records) == 0 {
		return s, []Fault{{Says: "there is nothing in it", Help: "save the table with a first row that names the columns"}}
	}
	if len(records) > MaxRows {
		return s, []Fault{{Says: "it has more than 100,000 rows", Help: "save it in parts"}}
	}
	s.Header, s.HeaderRow = records[0].Cells, records[0].Number+skipped
	if len(s.Header) > MaxColumns {
		s.Header = nil
		return s, []Fault{{Says: "it has more than 500 columns", Help: "save those that matter"}}
	}
	var faults []Fault
	for _, r := range records[1:] {
		r.Number += skipped
		for len(r.Cells) < len(s.Header) {
			r.Cells = append(r.Cells, "")
		}
		if at := slices.IndexFunc(r.Cells[len(s.Header):], func(c string) bool { return c != "" }); at >= 0 {
			faults = append(faults, Fault{
				Row: r.Number, Column: len(s.Header) + at + 1,
				Says: fmt.Sprintf("there are more cells than the %d of the header", len(s.Header)),
				Help: fmt.Sprintf("put the text that has a %q of its own in quotes", s.Separator),
			})
		}
		s.Rows = append(s.Rows, r)
	}
	return s, faults
}

// separator finds what parts the cells, and returns the text to read: without
// the line `sep=;` that some programs put first, and how many lines that was.
func (s *Sheet) separator(text string) (rest string, skipped int) {
	if sep, ok := strings.CutPrefix(text, "sep="); ok && len(sep) > 1 && strings.IndexByte(",;|\t", sep[0]) >= 0 {
		if line := strings.TrimLeft(sep[1:], "\r"); strings.HasPrefix(line, "\n") {
			s.Separator = sep[:1]
			return line[1:], 1
		}
	}
	for _, least := range []int{2, 3} { // first by the columns' names; then below a title that stands above them
		best := -1
		for _, sep := range []byte(",;\t|") {
			records, _ := split(text, sep, 20)
			if least > 2 {
				records = slices.DeleteFunc(records, func(r Row) bool { return len(r.Cells) < least })
			}
			if len(records) == 0 || len(records[0].Cells) < least {
				continue
			}
			even := 0 // rows as wide as the first
			for _, r := range records {
				if len(r.Cells) == len(records[0].Cells) {
					even++
				}
			}
			if score := even*1000/len(records)*1000 + len(records[0].Cells); score > best {
				best, s.Separator = score, string(sep)
			}
		}
		if best >= 0 {
			return text, 0
		}
	}
	s.Separator = ","
	return text, 0
}

// split parts a text into rows that are not empty, at most so many. A cell that
// begins with a quote, or with the ="  of a text that looks like a number, runs
// to the closing quote.
func split(text string, sep byte, most int) (records []Row, fault *Fault) {
	row, at := 1, 0
	for at < len(text) && len(records) < most {
		cells := []string(nil)
		from := at
		for {
			var cell string
			start := at
			cell, at = cellOf(text, at, sep)
			if at < 0 {
				return records, &Fault{Row: row, Column: len(cells) + 1, Says: "a text begins with a quote that is never closed", Help: `close it with another ", or write "" for a quote inside a text`}
			}
			if at-start > maxCell {
				return records, &Fault{Row: row, Column: len(cells) + 1, Says: "this cell is longer than 64 kB", Help: "look for a quote that is not closed"}
			}
			cells = append(cells, Clean(cell))
			if at < len(text) && text[at] == sep && len(cells) <= 2*MaxColumns {
				at++
				continue
			}
			break
		}
		blank := !slices.ContainsFunc(cells, func(c string) bool { return c != "" })
		if !blank {
			records = append(records, Row{row, cells})
		}
		switch {
		case at < len(text) && text[at] == '\r':
			at++
			if at < len(text) && text[at] == '\n' {
				at++
			}
		case at < len(text) && text[at] == '\n':
			at++
		case at == from: // the bound of columns
			return records, nil
		}
		row++
	}
	return records, nil
}

// cellOf reads the cell at an offset, and returns it with the offset behind it:
// that of a separator, a line's end or the text's. The offset is -1 where a
// quote is not closed.
func cellOf(text string, at int, sep byte) (cell string, next int) {
	end := func(i int) int {
		for i < len(text) && text[i] != sep && text[i] != '\n' && text[i] != '\r' {
			i++
		}
		return i
	}
	open := at
	if strings.HasPrefix(text[at:], `="`) {
		open++
	}
	if open >= len(text) || text[open] != '"' {
		next = end(at)
		return text[at:next], next
	}
	var b strings.Builder
	for i := open + 1; ; {
		n := strings.IndexByte(text[i:], '"')
		if n < 0 {
			return "", -1
		}
		b.WriteString(text[i : i+n])
		i += n + 1
		if i < len(text) && text[i] == '"' {
			b.WriteByte('"')
			i++
			continue
		}
		next = end(i)
		b.WriteString(text[i:next])
		return b.String(), next
	}
}

// Clean takes from a cell the white space around it, and the =" of a number
// that was to stay a text.
func Clean(cell string) string {
	cell = strings.TrimSpace(strings.ReplaceAll(cell, "\u00a0", " "))
	if inner, ok := strings.CutPrefix(cell, `="`); ok {
		if inner, ok = strings.CutSuffix(inner, `"`); ok {
			return strings.TrimSpace(inner)
		}
	}
	return cell
}

// Letters names a column, from 1, as spreadsheets do: A, Z, AA.
func Letters(column int) string {
	var out []byte
	for ; column > 0; column = (column - 1) / 26 {
		out = append(out, byte('A'+(column-1)%26))
	}
	slices.Reverse(out)
	return string(out)
}

// Column returns the column of a name: that of the header, by any case, or its
// letters. It is 0 when there is none.
func (s *Sheet) Column(name string) int {
	for i, h := range s.Header {
		if h == name {
			return i + 1
		}
	}
	for i, h := range s.Header {
		if strings.EqualFold(h, strings.TrimSpace(name)) {
			return i + 1
		}
	}
	for i := range s.Header {
		if utf8.RuneCountInString(name) < 4 && Letters(i+1) == strings.ToUpper(name) {
			return i + 1
		}
	}
	return 0
}
