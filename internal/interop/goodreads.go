package interop

import (
	"strconv"
	"strings"

	"github.com/honelog/hone/internal/interop/sheet"
)

// readGoodreads reads the library export of Goodreads. Books on the shelf
// "read" count; their other shelves become tags. The export has the last day on
// which a book was read, and often none.
func readGoodreads(data []byte, o Options) (r Reading) {
	t := readTable(data, o, "goodreads", "no Goodreads export", &r, "Book Id", "Title", "Date Read", "Exclusive Shelf")
	if t == nil {
		return r
	}
	shelves := map[string]bool{}
	again := 0
	for i := range t.Rows {
		row := &t.Rows[i]
		title, titleAt := t.cell(row, "Title")
		shelf := t.text(row, "Exclusive Shelf")
		own := tags(t.text(row, "Bookshelves"), "read", "to-read", "currently-reading", strings.ToLower(shelf))
		for _, s := range own {
			shelves[s] = true
		}
		switch {
		case shelf != "read":
			r.pass(t.row(row), title, "on the shelf "+strconv.Quote(shelf))
			continue
		case !named(own, o.Only):
			r.pass(t.row(row), title, "on none of the shelves asked for")
			continue
		case title == "":
			r.leave(t.row(row), title, "without a title")
			continue
		}
		e := Entry{Kind: book(), Place: t.row(row)}
		if id := t.text(row, "Book Id"); id != "" {
			e.Source = "goodreads:" + id
		} else {
			e.Source = identity("goodreads", title, t.text(row, "Author"))
		}
		e.set("title", titleAt, title)
		t.copy(&e, row, "author", "Author")
		t.copyISBN(&e, row, "ISBN13", "ISBN")
		if !t.finished(&r, &e, row, "Date Read", title) {
			continue
		}
		if t.text(row, "Number of Pages") != "0" { // not known
			t.copy(&e, row, "pages", "Number of Pages")
		}
		t.rating(&r, &e, row, "My Rating")
		if len(own) > 0 {
			_, at := t.cell(row, "Bookshelves")
			e.set("tags", at, own...)
		}
		if o.Notes {
			review, at := t.cell(row, "My Review")
			e.set("takeaway", at, strings.TrimSpace(plainHTML(review)+" "+plainHTML(t.text(row, "Private Notes"))))
		}
		if n, _ := strconv.Atoi(t.text(row, "Read Count")); n > 1 && n < 1000 {
			e.Times = n
			again++
		}
		r.Entries = append(r.Entries, e)
	}
	r.unknownNames(o.Only, shelves, "shelf")
	if again > 0 {
		r.Notes = append(r.Notes, amount(again, "book was", "books were")+" read more than once; Goodreads exports the last day alone")
	}
	return r
}

// copy gives a key the text of a column.
func (t *table) copy(e *Entry, row *sheet.Row, key, column string) {
	s, at := t.cell(row, column)
	e.set(key, at, s)
}

// copyISBN takes the first column that holds an ISBN.
func (t *table) copyISBN(e *Entry, row *sheet.Row, columns ...string) {
	for _, c := range columns {
		if s, at := t.cell(row, c); isbn(s) != "" {
			e.set("isbn", at, isbn(s))
			return
		}
	}
}

// finished sets the day on which a book was read. Without one the row is left
// out, and told.
func (t *table) finished(r *Reading, e *Entry, row *sheet.Row, column, title string) bool {
	s, at := t.cell(row, column)
	switch {
	case s == "":
		r.leave(t.row(row), title, "read, but without a date")
		return false
	case isYear(s):
		r.leave(t.row(row), title, "read, but dated with a year alone")
		return false
	}
	return r.day(e, "finished", s, at)
}

// rating sets whole stars. Parts of a star are rounded to the nearest, and
// told; no stars are no rating.
func (t *table) rating(r *Reading, e *Entry, row *sheet.Row, column string) {
	s, at := t.cell(row, column)
	quarters, ok := quarterStars(s)
	if !ok {
		r.fault(at, strconv.Quote(s)+" is no rating", "write stars from 0 to 5")
		return
	}
	if quarters%4 != 0 {
		r.note("ratings with parts of a star are rounded to whole stars")
	}
	if stars := (quarters + 2) / 4; stars > 0 {
		e.set("rating", at, strconv.Itoa(stars))
	}
}
