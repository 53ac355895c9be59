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
		k := fixed
		if k == nil {
			word := row.Cells[kindAt-1]
			if k = kindOfWord(word); k == nil && activities && strings.EqualFold(word, "activity") {
				k = tracker.KindOf("activity")
			}
			if k == nil {
				if !rowEmpty(row, columns) {
					r.unknownKind(word, cellPlace(&s, row.Number, kindAt))
				}
				continue
			}
		}
		r.csvRow(&s, row, k, columns, o, own)
	}
	return r
}

var noRows = Fault{Says: "there is nothing below the row that names the columns", Help: "save the table with its rows"}

// columns finds the columns of the mappings. kind is that which says the kind,
// or 0. A table that hone wrote has credits of some rows as a sum, and of others
// by category.
func (r *Reading) columns(s *sheet.Sheet, o Options, own bool) (columns []column, kind int) {
	for i, m := range o.Map {
		at := s.Column(m.Column)
		if at == 0 {
			help := "the columns are " + headerList(s)
			if near := tracker.Nearest(m.Column, s.Header); near != "" {
				help = fmt.Sprintf("did you mean %q?", near)
			}
			r.fault(Place{}, fmt.Sprintf("--map %s: there is no column %q", m.Key, m.Column), help)
			continue
		}
		twice := func(x Mapping) bool { // a sum and its parts are twice the same
			return x.Key == m.Key || !own && (strings.HasPrefix(x.Key, m.Key+".") || strings.HasPrefix(m.Key, x.Key+"."))
		}
		if j := slices.IndexFunc(o.Map[:i], twice); j >= 0 {
			says := fmt.Sprintf("--map %s is given twice", m.Key)
			if other := o.Map[j].Key; other != m.Key {
				says = fmt.Sprintf("--map %s and --map %s count the same twice", other, m.Key)
			}
			r.fault(Place{}, says, "keep one of them")
			continue
		}
		if m.Key == "kind" && o.Kind != "activity" {
			kind = at
			continue
		}
		if k := tracker.KindOf(o.Kind); k != nil {
			if key, _ := keyOf(k, m.Key); key == nil {
				help := "it takes " + keyList(k)
				if near := k.KeyLike(m.Key); near != "" {
					help = fmt.Sprintf("did you mean %q?", near)
				}
				r.fault(Place{}, fmt.Sprintf("--map %s: a %s has no %q", m.Key, k.Name, m.Key), help)
				continue
			}
		} else if !anyKindHas(m.Key) {
			r.fault(Place{}, fmt.Sprintf("--map %s: no kind has a %q", m.Key, m.Key), "write date, title, hours or another key of an entry")
			continue
		}
		columns = append(columns, column{m.Key, at})
	}
	return columns, kind
}

func anyKindHas(key string) bool {
	return slices.ContainsFunc(tracker.Kinds(), func(k *tracker.Kind) bool { found, _ := keyOf(k, key); return found != nil })
}

// keyOf returns the key that a mapping means for a kind, and behind the first
// point what part of it: credits, and cissp.a.
func keyOf(k *tracker.Kind, name string) (key *tracker.Key, part string) {
	if key = k.Key(name); key != nil && key.Type != tracker.CreditsType && key.Type != tracker.SubmitsType && key.Type != tracker.ScoresType {
		return key, ""
	}
	switch head, rest, parted := strings.Cut(name, "."); {
	case name == "activity":
		if k.Name == "activity" {
			return k.Key("kind"), ""
		}
	case name == "date" && k.Else != "":
		return k.Key(k.Else), ""
	case name == "date":
		return k.Key(k.Counts), ""
	case name == "by":
		for _, by := range []string{"author", "provider", "issuer", "at", "with"} {
			if key = k.Key(by); key != nil {
				return key, ""
			}
		}
	case parted && rest != "" && (head == "credits" || head == "submitted" || head == "scores"):
		return k.Key(head), rest
	}
	return nil, ""
}

// lacking tells the keys that every entry of a kind needs and no column is
// mapped to.
func (r *Reading) lacking(k *tracker.Kind, columns []column) {
	for i := range k.Keys {
		key := &k.Keys[i]
		date := k.Counts
		if k.Else != "" {
			date = k.Else
		}
		if !key.Required && key.Name != date {
			continue
		}
		if !slices.ContainsFunc(columns, func(c column) bool { mapped, _ := keyOf(k, c.key); return mapped != nil && mapped.Name == key.Name }) {
			r.fault(Place{}, fmt.Sprintf("no column is mapped to %q, which a %s needs", key.Name, k.Name), fmt.Sprintf("add --map %s=COLUMN", key.Name))
		}
	}
}

func rowEmpty(row *sheet.Row, columns []column) bool {
	return !slices.ContainsFunc(columns, func(c column) bool { return row.Cells[c.at-1] != "" })
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

// titleColumn returns the column of a kind's title, or 0.
func titleColumn(k *tracker.Kind, columns []column) int {
	for _, c := range columns {
		if key, _ := keyOf(k, c.key); key != nil && key.Name == "title" {
			return c.at
		}
	}
	return 0
}

func (r *Reading) unknownKind(word string, at Place) {
	switch near := tracker.KindLike(word); {
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

func keyList(k *tracker.Kind) string {
	var names []string
	for _, key := range k.Keys {
		names = append(names, key.Name)
	}
	return strings.Join(names, ", ")
}

func headerList(s *sheet.Sheet) string {
	var names []string
	for i, h := range s.Header {
		if h == "" {
			h = sheet.Letters(i + 1)
		}
		names = append(names, quoted(h))
	}
	if len(names) > 30 {
		names = append(names[:30], "and more")
	}
	return strings.Join(names, ", ")
}
