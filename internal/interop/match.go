package interop

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/honelog/hone/tracker"
)

// maxAlike bounds how many entries of a file may have one source: a book is read
// so often by nobody.
const maxAlike = 500

// match finds the drafts that the log has from an import before, by their
// sources, and returns the others. Where a source has several entries, as a book
// that was read twice has, those that are alike belong together, then those of a
// day, then the rest in order.
func (p *Plan) match(drafts []*draft, log *tracker.Log) (fresh []*draft) {
	there := map[string][]*draft{}
	var order []string
	for _, d := range drafts {
		source := d.read.Field("source")
		if there[source] == nil {
			order = append(order, source)
		}
		there[source] = append(there[source], d)
	}
	here := map[string][]*tracker.Entry{}
	for i := range log.Entries {
		if source := log.Entries[i].Field("source"); there[source] != nil {
			here[source] = append(here[source], &log.Entries[i])
		}
	}
	for _, source := range order {
		if n := len(there[source]); n > maxAlike {
			e := there[source][maxAlike].entry
			p.Faults = append(p.Faults, Fault{e.Place, fmt.Sprintf("%d entries are called so on one day, or have one number", n), "give each a number of its own, and name its column with --map source=COLUMN"})
			continue
		}
		fresh = append(fresh, p.pair(there[source], here[source], log)...)
	}
	return fresh
}

// pair matches the drafts of one source with the entries of the log, and returns
// those that are left.
func (p *Plan) pair(drafts []*draft, entries []*tracker.Entry, log *tracker.Log) []*draft {
	drafts = p.apart(drafts)
	known := len(entries)
	var latest tracker.Day
	for _, e := range entries {
		if e.When.Set && (!latest.Set || e.When.Last() > latest.Last()) {
			latest = e.When
		}
	}
	take := func(alike func(*draft, *tracker.Entry) bool) {
		drafts = slices.DeleteFunc(drafts, func(d *draft) bool {
			i := slices.IndexFunc(entries, func(e *tracker.Entry) bool { return alike(d, e) })
			if i < 0 {
				return false
			}
			p.met(d, entries[i], log)
			entries = slices.Delete(entries, i, i+1)
			return true
		})
	}
	take(func(d *draft, e *tracker.Entry) bool { return len(changes(d, e)) == 0 })
	take(func(d *draft, e *tracker.Entry) bool { return d.read.When == e.When })
	again := func(d *draft) bool { // a further time, of which only the last day is told
		return d.entry.Times > known && latest.Set && d.read.When.Last() > latest.Last()
	}
	take(func(d *draft, _ *tracker.Entry) bool { return !again(d) })
	return drafts
}

// byID finds the drafts that the log has under the id that they had, with their
// title or day, and returns the others.
func (p *Plan) byID(drafts []*draft, log *tracker.Log) []*draft {
	here := map[string]*tracker.Entry{}
	for i := range log.Entries {
		if e := &log.Entries[i]; e.ID != "" && e.Kind.Name != "certification" { // a renewal has the same
			here[e.ID] = e
		}
	}
	return slices.DeleteFunc(drafts, func(d *draft) bool {
		e := here[d.entry.ID]
		if d.entry.ID == "" || e == nil || e.Kind != d.read.Kind || e.Title != d.read.Title && e.When != d.read.When {
			return false
		}
		p.met(d, e, log)
		return true
	})
}

// apart returns the drafts that are not the same as one before them.
func (p *Plan) apart(drafts []*draft) (out []*draft) {
	seen := map[string]bool{}
	for _, d := range drafts {
		key := fmt.Sprint(d.entry.ID, d.lines)
		if seen[key] {
			p.Repeats = append(p.Repeats, d.entry)
			continue
		}
		seen[key] = true
		out = append(out, d)
	}
	return out
}

// met notes a draft that the log has.
func (p *Plan) met(d *draft, e *tracker.Entry, log *tracker.Log) {
	differ := changes(d, e)
	if len(differ) == 0 {
		p.Same++
		return
	}
	file, line := log.Line(e)
	p.Differs = append(p.Differs, Difference{d.entry, file, line, differ})
}

// changes returns the keys in which a draft differs from an entry of the log.
// What the log has beyond the draft, as further tags, is its owner's; so is the
// kind.
func changes(d *draft, e *tracker.Entry) (out []Change) {
	if d.read.Kind != e.Kind {
		return nil
	}
	for _, v := range d.entry.Values {
		there, here := valueOf(d.read, v.Key), valueOf(e, v.Key)
		if slices.ContainsFunc(there, func(s string) bool { return !slices.Contains(here, s) }) {
			out = append(out, Change{v.Key, strings.Join(there, ", "), strings.Join(here, ", ")})
		}
	}
	return out
}

// valueOf returns the value of a key, as texts.
func valueOf(e *tracker.Entry, key string) []string {
	one := func(s string) []string {
		if s == "" {
			return nil
		}
		return []string{s}
	}
	switch key {
	case "title":
		return one(e.Title)
	case "role":
		return one(e.Role)
	case "kind":
		return one(e.Activity)
	case "expires":
		return one(e.Expires.String())
	case "dropped":
		return one(e.Dropped.String())
	case "rule":
		return one(e.Rule)
	case "tags":
		return e.Tags
	case "skills":
		return e.Skills
	case "hours":
		if e.HasHours {
			return one(e.Hours.String())
		}
		return nil
	case "pages":
		return whole(e.Pages)
	case "rating":
		return whole(e.Rating)
	case "credits":
		var out []string
		for _, c := range e.Credits {
			out = append(out, strings.TrimSuffix(c.Credential+"."+c.Category, ".")+"="+c.Amount.String())
		}
		return out
	case "submitted":
		var out []string
		for _, s := range e.Submitted {
			out = append(out, s.Credential+"="+s.Day.String())
		}
		return out
	case "evidence":
		var out []string
		for _, p := range e.Evidence {
			out = append(out, p.Path)
		}
		return out
	}
	switch key {
	case e.Kind.Begins:
		return one(e.Begun.String())
	case e.Kind.Counts:
		return one(e.When.String())
	}
	if e.By != "" && key == "by" {
		return one(e.By)
	}
	return one(e.Field(key))
}

func whole(n int) []string {
	if n == 0 {
		return nil
	}
	return []string{tracker.Amount(n * int(tracker.One)).String()}
}

// likely finds the drafts that the log seems to have from elsewhere: written by
// hand, or from another site. They have the same kind, title and day, or month
// where no day is known, and what is not done the same beginning; of a book the title may lack its subtitle, unless both
// come from the same site, which tells volumes apart. It returns the others.
func (p *Plan) likely(drafts []*draft, log *tracker.Log) (fresh []*draft) {
	known := map[string][]*tracker.Entry{} // those of a name and month
	for _, d := range drafts {
		known[calledIn(d.read)] = nil
	}
	for i := range log.Entries {
		e := &log.Entries[i]
		if alike, wanted := known[calledIn(e)]; wanted {
			known[calledIn(e)] = append(alike, e)
		}
	}
	for _, d := range drafts {
		format, _, _ := strings.Cut(d.entry.Source, ":")
		alike := known[calledIn(d.read)]
		i := slices.IndexFunc(alike, func(e *tracker.Entry) bool {
			return (sameTime(d.read.When, e.When) || sameStart(d.read, e)) && (!strings.HasPrefix(e.Field("source"), format+":") || strings.EqualFold(e.Title, d.read.Title))
		})
		if i < 0 {
			fresh = append(fresh, d)
			continue
		}
		file, line := log.Line(alike[i])
		p.Likely = append(p.Likely, Likeness{d.entry, file, line})
	}
	return fresh
}

// sameTime reports whether two days are one, or a month and a day in it.
func sameTime(a, b tracker.Day) bool {
	if !a.Set || !b.Set {
		return false
	}
	if a.Month == b.Month {
		return a.Last() == b.Last()
	}
	return a.String()[:7] == b.String()[:7]
}

// sameStart reports whether two entries that are not done began on one day.
func sameStart(a, b *tracker.Entry) bool {
	return !a.When.Set && !b.When.Set && a.Begun == b.Begun
}

// calledIn is what an entry is, and the month it counts in.
func calledIn(e *tracker.Entry) string {
	if !e.When.Set {
		return called(e)
	}
	return called(e) + " " + e.When.String()[:7]
}

// called is what an entry is, by its kind and the letters of its name. Of a
// book's title what stands before the subtitle is enough.
func called(e *tracker.Entry) string {
	name := e.Name()
	if e.Kind.Name == "book" {
		if i := strings.IndexAny(name, ":("); i > 0 {
			name = name[:i]
		}
	}
	letters := strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, name)
	if letters == "" {
		letters = e.Name()
	}
	return e.Kind.Name + " " + letters
}
