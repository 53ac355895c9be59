package interop

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// table is a sheet whose columns a site has named.
type table struct {
	sheet.Sheet
	at map[string]int // columns from 1, by their name in small letters
}

func tableOf(s sheet.Sheet) *table {
	t := &table{s, map[string]int{}}
	for i, h := range s.Header {
		if name := strings.ToLower(h); t.at[name] == 0 {
			t.at[name] = i + 1
		}
	}
	return t
}

// readTable reads a site's export that must have some columns, or of those with
// a | between them one. what is how the file of the format is called: "no
// Goodreads export". A nil table has faults in r.
func readTable(data []byte, o Options, format, what string, r *Reading, must ...string) *table {
	r.written = &o.Dates
	s, faults := sheet.Read(data)
	for _, f := range faults {
		r.Faults = append(r.Faults, cellFault(&s, f))
	}
	if len(s.Header) == 0 {
		return nil
	}
	t := tableOf(s)
	var missing []string
	for _, name := range must {
		columns := strings.Split(name, "|")
		if !slices.ContainsFunc(columns, func(c string) bool { return t.at[strings.ToLower(c)] > 0 }) {
			missing = append(missing, fmt.Sprintf("%q", columns[0]))
		}
	}
	if len(missing) > 0 {
		help := "save the export as the site gives it, with all its columns"
		if other := exportOf(t); other != "" && other != format {
			help = "it looks like hone import " + other
		}
		r.Faults = []Fault{{Says: fmt.Sprintf("it is %s: it has no column %s", what, words.List(missing, "or")), Help: help}}
		return nil
	}
	r.Rows = len(s.Rows)
	return t
}

// exportOf tells whose export a table is, by columns that only one has.
func exportOf(t *table) string {
	switch {
	case t.at["exclusive shelf"] > 0:
		return "goodreads"
	case t.at["read status"] > 0:
		return "storygraph"
	case t.at["authority"] > 0 || t.at["content title"] > 0:
		return "linkedin"
	}
	return ""
}

// row returns the place of a row.
func (t *table) row(r *sheet.Row) Place { return Place{Unit: "row", N: r.Number} }

// cell returns the text and the place of a cell, by the column's name. Both are
// empty where there is no such column.
func (t *table) cell(r *sheet.Row, name string) (string, Place) {
	c := t.at[strings.ToLower(name)]
	if c == 0 {
		return "", Place{}
	}
	return r.Cells[c-1], cellPlace(&t.Sheet, r.Number, c)
}

// text returns the text of a cell.
func (t *table) text(r *sheet.Row, name string) string {
	s, _ := t.cell(r, name)
	return s
}

func cellPlace(s *sheet.Sheet, row, column int) Place {
	p := Place{Unit: "row", N: row, Column: column}
	if column > 0 && column <= len(s.Header) {
		p.Name = s.Header[column-1]
	}
	return p
}

func cellFault(s *sheet.Sheet, f sheet.Fault) Fault {
	if f.Row == 0 {
		return Fault{Says: f.Says, Help: f.Help}
	}
	return Fault{cellPlace(s, f.Row, f.Column), f.Says, f.Help}
}

// dates is how the days of a file are written.
func (r *Reading) dates() sheet.Dates {
	if r.written == nil {
		return sheet.Dates{}
	}
	return *r.written
}

// day gives a key the day that a text says.
func (r *Reading) day(e *Entry, key, s string, at Place) bool {
	day, err := r.dates().Day(s)
	if err != nil {
		r.dayFault(at, err)
		return false
	}
	e.set(key, at, day.String())
	return true
}

// dayFault tells of a text that is no day, at its place.
func (r *Reading) dayFault(at Place, err error) {
	help := "mend it in the file: write it like 2026-01-31"
	if f, ok := err.(*sheet.Fault); ok && r.written != nil {
		help = f.Help
	}
	r.fault(at, err.Error(), help)
}

// identity makes a source of what tells a row from others, where a site gives
// it no number of its own.
func identity(format string, parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), strings.ToLower(p))
	}
	return format + ":" + hex.EncodeToString(h.Sum(nil))[:16]
}

// named reports whether one of the names is asked for; without any asked for,
// all are.
func named(names, only []string) bool {
	for _, want := range only {
		for _, n := range names {
			if strings.EqualFold(strings.TrimSpace(n), strings.TrimSpace(want)) {
				return true
			}
		}
	}
	return len(only) == 0
}

// unknownNames tells of names asked for that a file has not.
func (r *Reading) unknownNames(only []string, known map[string]bool, what string) {
	var names []string
	written := map[string]string{} // as the file has it, by its small letters
	for _, n := range sorted(keys(known)) {
		names = append(names, strings.ToLower(n))
		written[strings.ToLower(n)] = n
	}
	for _, want := range only {
		want = strings.TrimSpace(want)
		if written[strings.ToLower(want)] != "" {
			continue
		}
		help := "look into the file for how it is written"
		if near := tracker.Nearest(strings.ToLower(want), names); near != "" {
			help = fmt.Sprintf("did you mean %q?", written[near])
		}
		r.fault(Place{}, fmt.Sprintf("there is no %s %q in it", what, want), help)
	}
}

func sorted(names []string) []string {
	slices.Sort(names)
	return names
}

func book() *tracker.Kind { return tracker.KindOf("book") }
