package interop

import (
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/tracker"
)

// Mapping says which column of a spreadsheet a key is in. The key is one of the
// kind's, credits.CRED or credits.CRED.CATEGORY, kind, or one of the names that
// every kind has: date for the day it counts on, by for who gave or wrote it.
type Mapping struct{ Key, Column string }

// ParseMapping reads KEY=COLUMN.
func ParseMapping(s string) (Mapping, error) {
	key, column, ok := strings.Cut(s, "=")
	key, column = strings.TrimSpace(key), strings.TrimSpace(column)
	if !ok || key == "" || column == "" {
		return Mapping{}, fmt.Errorf("%q: write a key and the column it is in, like title=Activity", s)
	}
	return Mapping{key, column}, nil
}

// column is a mapping whose column was found.
type column struct {
	key string
	at  int
}

// readCSV reads a spreadsheet of which it was said what each column is.
func readCSV(data []byte, o Options) (r Reading) {
	s, faults := sheet.Read(data)
	for _, f := range faults {
		r.Faults = append(r.Faults, cellFault(&s, f))
	}
	if len(s.Header) == 0 {
		return r
	}
	if r.Rows = len(s.Rows); r.Rows == 0 {
		r.Faults = append(r.Faults, noRows)
		return r
	}
	own := isOwn(&s)
	if own && o.Kind == "" && len(o.Map) == 0 {
		o.Map = ownMappings(&s)
	}
	columns, kindAt := r.columns(&s, o, own)
	activities := slices.ContainsFunc(columns, func(c column) bool { return c.key == "activity" })
	fixed := tracker.KindOf(o.Kind)
	switch {
	case o.Kind != "" && fixed == nil:
		r.fault(Place{}, fmt.Sprintf("there is no kind %q", o.Kind), "write one of "+kindWordsList())
	case o.Kind == "" && kindAt == 0:
		r.fault(Place{}, "nothing says what kind of thing the rows are", "say it with --kind webinar, or name the column that does with --map kind=COLUMN")
	case o.Kind != "" && kindAt > 0:
		r.fault(Place{}, "both --kind and a column say the kind", "leave one of them out")
	}
	if fixed != nil {
		r.lacking(fixed, columns)
	}
	if len(r.Faults) > len(faults) {
		return r
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		at := Place{Unit: "row", N: row.Number}
		switch {
		case !own && slices.Equal(row.Cells[:len(s.Header)], s.Header):
			r.pass(at, "", "with the names of the columns again")
			continue
		case !own && isSum(row):
			r.leave(at, "", "with a sum of the others")
			continue
		}
		k := fixed
		if k == nil {
			word := row.Cells[kindAt-1]
			if k = kindOfWord(word); k == nil && activities && strings.EqualFold(word, "activity") {
				k = tracker.KindOf("activity")
			}
			if k == nil {
				if !rowEmpty(row, columns) {
					r.unknownKind(word, cellPlace(&s, row.Number, kindAt))
					r.anyKind(&s, row, columns, o.Dates)
				}
				continue
			}
		}
		r.csvRow(&s, row, k, columns, o, own)
	}
	return r
}

var noRows = Fault{Says: "there is nothing below the row that names the columns", Help: "save the table with its rows"}

func rowEmpty(row *sheet.Row, columns []column) bool {
	return !slices.ContainsFunc(columns, func(c column) bool { return row.Cells[c.at-1] != "" })
}

// isSum reports whether a row adds up the others: it says so first, and holds
// numbers alone behind that.
func isSum(row *sheet.Row) bool {
	says := ""
	for _, c := range row.Cells {
		switch _, err := sheet.Number(c); {
		case c == "":
		case says == "":
			says = plainHeader(c)
		case err != nil:
			return false
		}
	}
	return slices.Contains(sums, says)
}

// csvRow makes an entry of a row. One without a day is left out and told, unless
// hone wrote it so.
func (r *Reading) csvRow(s *sheet.Sheet, row *sheet.Row, k *tracker.Kind, columns []column, o Options, own bool) {
	e := Entry{Kind: k, Place: Place{Unit: "row", N: row.Number}}
	if rowEmpty(row, columns) {
		return
	}
	told := len(r.Faults)
	for _, c := range columns {
		text := row.Cells[c.at-1]
		if text == "" {
			continue
		}
		at := cellPlace(s, row.Number, c.at)
		key, part := keyOf(k, c.key)
		if key == nil && c.key == "by" { // as a conference has none
			r.note(fmt.Sprintf("column %s is not taken for a %s: it has no key for it", quoted(at.Name), k.Name))
			continue
		}
		if key == nil {
			r.fault(at, fmt.Sprintf("a %s has no %q", k.Name, c.key), "empty the cell, or leave the column out")
			continue
		}
		value := cellValue
		if own {
			value = ownValue
		}
		given, fault := value(key, part, text, o.Dates)
		if fault != nil {
			r.fault(at, fault.Says, fault.Help)
			continue
		}
		switch {
		case key.Name == "id":
			e.ID, e.idAt = given[0], at
		case key.Name == "source" && own:
			e.Source = given[0]
		case key.Name == "source":
			e.Source = "csv:" + text
		case own && len(given) > 0:
			e.Values = append(e.Values, Value{key.Name, given, at})
		case key.Name == "takeaway":
			e.setLines(key.Name, at, text)
		default:
			e.set(key.Name, at, given...)
		}
	}
	if at := titleColumn(k, columns); at > 0 && e.Title() == "" && (e.given(k.Counts) != "" || e.given(k.Else) != "") {
		r.fault(cellPlace(s, row.Number, at), "the title is empty", "write what it was, or empty the row")
	}
	if len(r.Faults) > told {
		e.Source = "csv:faulty"
		r.doubtful = append(r.doubtful, e)
		return
	}
	date := e.given(k.Counts)
	if date == "" && k.Else != "" {
		date = e.given(k.Else)
	}
	name := e.Title()
	if k.Key("title") == nil {
		name = strings.TrimSpace(e.given("role") + " " + e.given("with"))
	}
	if date == "" && !(own && mayLackDate(k)) {
		r.leave(e.Place, name, "without a date")
		return
	}
	if own {
		e.Source = ownSource(&e, name, date)
	}
	if e.Source == "" {
		e.Source = identity("csv", k.Name, name, date)
	}
	r.Entries = append(r.Entries, e)
}

// anyKind tells what is wrong in the cells of a row of no known kind.
func (r *Reading) anyKind(s *sheet.Sheet, row *sheet.Row, columns []column, dates sheet.Dates) {
	for _, c := range columns {
		key, part := keyOfAny(c.key)
		if text := row.Cells[c.at-1]; text != "" {
			if _, fault := cellValue(key, part, text, dates); fault != nil {
				r.fault(cellPlace(s, row.Number, c.at), fault.Says, fault.Help)
			}
		}
	}
}

func (r *Reading) unknownKind(word string, at Place) {
	switch near := tracker.KindLike(word); {
	case near == "activity" && strings.EqualFold(word, near):
		r.fault(at, "an activity has a kind of its own, and no column says it", "name the column that does: --map activity=COLUMN")
	case word == "":
		r.fault(at, "the kind is empty", "write one of "+kindWordsList())
	case near != "":
		r.fault(at, fmt.Sprintf("%q is no kind", short(word)), fmt.Sprintf("did you mean %q?", near))
	default:
		r.fault(at, fmt.Sprintf("%q is no kind", short(word)), "write one of "+kindWordsList())
	}
}

func kindWordsList() string {
	var names []string
	for _, k := range tracker.Kinds() {
		names = append(names, k.Name)
	}
	return strings.Join(names, ", ")
}
