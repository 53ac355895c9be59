package interop

import (
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// name gives new entries their ids, apart from those that the log has. An id that
// an entry had stays its own where it is free; certificates of one id are
// renewals of each other.
func name(fresh []*draft, log *tracker.Log) {
	taken := map[string]bool{"all": true}
	held := &tracker.Log{Goals: log.Goals}
	for i := range log.Entries {
		e := &log.Entries[i]
		taken[e.ID] = true
		if e.Kind.Name == "certification" {
			held.Entries = append(held.Entries, *e)
		}
	}
	for _, g := range log.Goals {
		taken[g.ID] = true
	}
	certificates := map[string]string{} // ids by title; "" where the log has to say
	for i := range held.Entries {
		certificates[held.Entries[i].Title] = ""
	}
	hold := func(d *draft, id string) {
		held.Entries = append(held.Entries, tracker.Entry{Kind: d.read.Kind, ID: id, Title: d.read.Title})
	}
	kept := keep(fresh, taken)
	for _, d := range fresh {
		if id := kept[d]; id != "" && d.read.Kind.Name == "certification" {
			certificates[d.read.Title] = id
			hold(d, id)
		}
	}
	tails := map[string]int{}
	for _, d := range fresh {
		id, title := kept[d], d.read.Name()
		switch {
		case id != "":
		case d.read.Kind.Name == "certification":
			known, ours := certificates[title]
			if id = known; !ours {
				id = new(tracker.Log).NewCredentialID(title)
			}
			if id == "" || !ours && taken[id] {
				id = held.NewCredentialID(title)
			}
			if certificates[title] = id; known == "" {
				hold(d, id)
			}
		default:
			base := newID(d.read, title)
			id = base
			for n := max(tails[base], 2); taken[id]; n++ {
				id = fmt.Sprintf("%s-%d", base, n)
				tails[base] = n + 1
			}
		}
		taken[id] = true
		d.lines = slices.Insert(d.lines, 0, tracker.KeyValue{Key: "id", Value: tracker.Quote(id)})
		at := d.entry.Place
		if id == d.entry.ID {
			at = d.entry.idAt
		}
		d.places = slices.Insert(d.places, 0, at)
	}
}

// keep returns the ids that new entries had and that are free, and takes them.
func keep(fresh []*draft, taken map[string]bool) map[*draft]string {
	kept, renewals := map[*draft]string{}, map[string]bool{}
	for _, d := range fresh {
		id, certificate := d.entry.ID, d.read.Kind.Name == "certification"
		if id == "" || taken[id] && !(certificate && renewals[id]) {
			continue
		}
		kept[d], taken[id] = id, true
		renewals[id] = certificate
	}
	return kept
}

// newID makes an id from the day that an entry has, and its name.
func newID(e *tracker.Entry, name string) string {
	if day := dayOf(e); day.Set {
		return new(tracker.Log).NewID(day.Last(), name)
	}
	return strings.TrimPrefix(new(tracker.Log).NewID(0, name), civil.Date(0).String()+"-")
}

// dayOf is the day that an entry counts on, or that it was given up on or began;
// unset where there is none.
func dayOf(e *tracker.Entry) tracker.Day {
	for _, day := range []tracker.Day{e.When, e.Dropped, e.Begun} {
		if day.Set {
			return day
		}
	}
	return tracker.Day{}
}
