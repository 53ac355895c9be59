package interop

import (
	"strconv"
	"strings"
)

// readReadAction reads the list of books that library-pals/read-action keeps:
// those that were finished.
func readReadAction(data []byte, o Options) (r Reading) {
	v, ok := decode(data, &r)
	if !ok {
		return r
	}
	items, is := v.([]any)
	if !is {
		r.fault(Place{}, "it is no list of books", "give the file that the action writes, like _data/read.json")
		return r
	}
	known := map[string]bool{}
	for i, v := range r.things(items) {
		at := Place{Unit: "book", N: i + 1}
		b := asObject(v)
		title := b.text("title")
		if title == "" {
			r.fault(at, "it has no title", "give the file that the action writes, like _data/read.json")
			continue
		}
		own := tags(strings.Join(b.types("tags"), ","))
		for _, tag := range own {
			known[tag] = true
		}
		finished := b.text("dateFinished")
		switch status := b.text("status"); {
		case finished == "" && status == "finished":
			r.leave(at, title, "read, but without a date")
			continue
		case finished == "":
			r.pass(at, title, "not finished")
			continue
		case !named(own, o.Only):
			r.pass(at, title, "with none of the tags asked for")
			continue
		}
		e := Entry{Kind: book(), Place: at}
		id, _ := b.first("identifier", "isbn", "link")
		if e.Source = "read-action:" + id; id == "" {
			e.Source = identity("read-action", title, strings.Join(b.types("authors"), ", "))
		}
		e.set("title", at.under("title"), title)
		e.set("author", at.under("authors"), strings.Join(b.types("authors"), ", "))
		e.set("isbn", at.under("isbn"), isbn(b.text("isbn")))
		ok := true
		if started := b.text("dateStarted"); started != "" {
			ok = r.day(&e, "started", started, at.under("dateStarted"))
		}
		ok = r.day(&e, "finished", finished, at.under("dateFinished")) && ok
		if n, err := strconv.Atoi(b.text("pageCount")); err == nil && n > 0 && n < 1_000_000 {
			e.set("pages", at.under("pageCount"), strconv.Itoa(n))
		}
		if stars := strings.Count(b.text("rating"), "⭐"); stars > 0 && stars <= 5 {
			e.set("rating", at.under("rating"), strconv.Itoa(stars))
		}
		e.set("tags", at.under("tags"), own...)
		e.set("url", at.under("link"), link(b.text("link")))
		if o.Notes {
			e.set("takeaway", at.under("notes"), b.text("notes"))
		}
		if ok {
			r.Entries = append(r.Entries, e)
		}
	}
	r.unknownNames(o.Only, known, "tag")
	return r
}
