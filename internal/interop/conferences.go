package interop

import (
	"strings"

	"github.com/honelog/hone/tracker"
)

// readConferences reads a list of conferences that anybody could go to, and
// takes those that are named.
func readConferences(data []byte, o Options) (r Reading) {
	v, ok := decode(data, &r)
	if !ok {
		return r
	}
	items, is := v.([]any)
	if !is {
		r.fault(Place{}, "it is no list of conferences", "save a file like conferences/2026/general.json")
		return r
	}
	known := map[string]bool{}
	for i, v := range r.things(items) {
		at := Place{Unit: "conference", N: i + 1}
		c := asObject(v)
		title := c.text("name")
		known[title] = true
		if len(o.Only) == 0 || !named([]string{title}, o.Only) {
			r.pass(at, title, "not asked for")
			continue
		}
		start, end := c.text("startDate"), c.text("endDate")
		e := Entry{Kind: tracker.KindOf("conference"), Place: at, Source: identity("conference-data", title, yearOf(start), c.text("city"))}
		e.set("title", at.under("name"), title)
		if start == "" || isYear(start) {
			r.leave(at, title, "without a date")
			continue
		}
		ok := r.day(&e, "start", start, at.under("startDate"))
		if end != "" && end != start {
			ok = r.day(&e, "end", end, at.under("endDate")) && ok
		}
		var place []string
		for _, s := range []string{c.text("city"), c.text("country")} {
			if s != "" && !strings.EqualFold(s, "online") {
				place = append(place, s)
			}
		}
		e.set("place", at.under("city"), strings.Join(place, ", "))
		if online, _ := c["online"].(bool); online && len(place) == 0 {
			e.set("online", at.under("online"), "true")
		}
		e.set("url", at.under("url"), link(c.text("url")))
		if ok {
			r.Entries = append(r.Entries, e)
		}
	}
	if len(o.Only) == 0 {
		r.fault(Place{}, "nobody goes to all of these: say which", "name each with --only, like --only "+quoted(firstName(items)))
		return r
	}
	r.unknownNames(o.Only, known, "conference")
	return r
}

// yearOf returns the year of a date, which tells one edition from the next.
func yearOf(date string) string { return date[:min(4, len(date))] }

func firstName(items []any) string {
	for _, v := range items {
		if s := asObject(v).text("name"); s != "" {
			return s
		}
	}
	return "NAME"
}
