package interop

import (
	"strconv"
	"strings"

	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/tracker"
)

// readStoryGraph reads the export of The StoryGraph. Each time a book was read
// is an entry of its own.
func readStoryGraph(data []byte, o Options) (r Reading) {
	t := readTable(data, o, "storygraph", "no StoryGraph export", &r, "Title", "Read Status", "Dates Read|Last Date Read")
	if t == nil {
		return r
	}
	known := map[string]bool{}
	for i := range t.Rows {
		row := &t.Rows[i]
		title := t.text(row, "Title")
		own := tags(t.text(row, "Tags"))
		for _, tag := range own {
			known[tag] = true
		}
		switch status := t.text(row, "Read Status"); {
		case status != "read":
			r.pass(t.row(row), title, "with the status "+strconv.Quote(status))
			continue
		case !named(own, o.Only):
			r.pass(t.row(row), title, "with none of the tags asked for")
			continue
		case title == "":
			r.leave(t.row(row), title, "without a title")
			continue
		}
		reads, ok := t.reads(&r, row)
		if !ok {
			continue
		}
		if len(reads) == 0 {
			r.leave(t.row(row), title, "read, but without a date")
			continue
		}
		if n, _ := strconv.Atoi(t.text(row, "Read Count")); n > len(reads) {
			r.leave(t.row(row), title, "read more often than there are dates; the dated ones are taken")
		}
		for _, read := range reads {
			r.Entries = append(r.Entries, t.storyGraphBook(&r, row, read, own, o))
		}
	}
	r.unknownNames(o.Only, known, "tag")
	return r
}

// storyGraphBook makes an entry of one time that a book was read.
func (t *table) storyGraphBook(r *Reading, row *sheet.Row, read span, own []string, o Options) Entry {
	title, at := t.cell(row, "Title")
	e := Entry{Kind: book(), Place: t.row(row)}
	if uid := t.text(row, "ISBN/UID"); uid != "" && !scientific.MatchString(uid) { // what a spreadsheet made of it is of many
		e.Source = "storygraph:" + uid
	} else {
		e.Source = identity("storygraph", title, t.text(row, "Authors"))
	}
	e.set("title", at, title)
	t.copy(&e, row, "author", "Authors")
	t.copyISBN(&e, row, "ISBN/UID")
	if read.from.Set {
		e.set("started", read.at, read.from.String())
	}
	e.set("finished", read.at, read.until.String())
	t.rating(r, &e, row, "Star Rating")
	if len(own) > 0 {
		_, at := t.cell(row, "Tags")
		e.set("tags", at, own...)
	}
	if o.Notes {
		review, at := t.cell(row, "Review")
		e.set("takeaway", at, plainHTML(review))
	}
	return e
}

// span is a time from one day to another; from may be unset.
type span struct {
	from, until tracker.Day
	at          Place
}

// reads returns when a book was read: 2024/02/12-2024/02/20, several with
// commas between them, or a day on which it was finished. A range without an
// end, and a year alone, are none.
func (t *table) reads(r *Reading, row *sheet.Row) (reads []span, ok bool) {
	list, at := t.cell(row, "Dates Read")
	if list == "" {
		list, at = t.cell(row, "Last Date Read")
	}
	ok = true
	for _, one := range strings.Split(list, ",") {
		if one = strings.TrimSpace(one); one == "" {
			continue
		}
		from, until, ranged := strings.Cut(strings.ReplaceAll(one, " ", ""), "-")
		if !ranged || strings.Count(one, "-") != 1 {
			from, until = "", one
		}
		s := span{at: at}
		var err error
		if until == "" || isYear(until) {
			continue
		}
		if s.until, err = r.dates().Day(until); err != nil {
			r.dayFault(at, err)
			ok = false
			continue
		}
		if from != "" && !isYear(from) {
			if s.from, err = r.dates().Day(from); err != nil {
				r.dayFault(at, err)
				ok = false
				continue
			}
		}
		reads = append(reads, s)
	}
	return reads, ok
}
