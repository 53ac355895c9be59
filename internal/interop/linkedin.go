package interop

import (
	"strings"

	"github.com/honelog/hone/tracker"
)

// readLinkedIn reads two files of LinkedIn's copy of a person's data:
// Certifications.csv, whose dates are months, and Learning.csv, of which the
// courses that were completed count.
func readLinkedIn(data []byte, o Options) (r Reading) {
	var probe Reading
	if t := readTable(data, o, "linkedin", "no Learning.csv", &probe, "Content Title", "Content Completed At (if completed)"); t != nil {
		t.learning(&probe)
		return probe
	}
	t := readTable(data, o, "linkedin", "neither Certifications.csv nor Learning.csv of LinkedIn", &r, "Name", "Authority", "Started On")
	if t == nil {
		return r
	}
	for i := range t.Rows {
		row := &t.Rows[i]
		title, at := t.cell(row, "Name")
		e := Entry{Kind: tracker.KindOf("certification"), Place: t.row(row)}
		e.Source = identity("linkedin", title, t.text(row, "Authority"))
		e.set("title", at, title)
		t.copy(&e, row, "issuer", "Authority")
		started, at := t.cell(row, "Started On")
		switch {
		case title == "":
			r.leave(t.row(row), title, "without a name")
			continue
		case started == "":
			r.leave(t.row(row), title, "without a date")
			continue
		case isYear(started):
			r.leave(t.row(row), title, "dated with a year alone")
			continue
		}
		ok := r.day(&e, "earned", started, at)
		if ends, at := t.cell(row, "Finished On"); ends != "" && !isYear(ends) {
			ok = r.day(&e, "expires", ends, at) && ok
		} else if ends != "" {
			r.Notes = append(r.Notes, t.row(row).String()+" ends in a year alone, "+ends+": its end is not taken")
		}
		t.copy(&e, row, "number", "License Number")
		url, at := t.cell(row, "Url")
		e.set("url", at, link(url))
		if ok {
			r.Entries = append(r.Entries, e)
		}
	}
	return r
}

// learning takes the courses of Learning.csv.
func (t *table) learning(r *Reading) {
	for i := range t.Rows {
		row := &t.Rows[i]
		title, at := t.cell(row, "Content Title")
		done, doneAt := t.cell(row, "Content Completed At (if completed)")
		if title == "" || done == "" || strings.EqualFold(done, "N/A") {
			r.pass(t.row(row), title, "not completed")
			continue
		}
		if kind := t.text(row, "Content Type"); kind != "" && !strings.EqualFold(kind, "course") && !strings.EqualFold(kind, "learning path") {
			r.pass(t.row(row), title, "parts of a course, as videos are")
			continue
		}
		if strings.HasPrefix(title, "CONTENT METADATA NO LONGER EXISTS") {
			r.leave(t.row(row), title, "of which LinkedIn has the title no more")
			continue
		}
		e := Entry{Kind: tracker.KindOf("course"), Place: t.row(row), Source: identity("linkedin", "learning", title)}
		e.set("title", at, title)
		e.set("provider", at, "LinkedIn Learning")
		if r.day(&e, "finished", done, doneAt) {
			r.Entries = append(r.Entries, e)
		}
	}
}
