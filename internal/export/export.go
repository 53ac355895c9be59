// Package export turns a log into what other programs read: JSON, CSV, JSON
// Resume, iCalendar, Atom, and a review in Markdown. It makes bytes and writes
// none; the same log, day and options give the same bytes.
//
// Without [Options.Private] nothing private goes out: no private entry, goal or
// credential, no name of one in what is public, and no pause's reason.
package export

import (
	"cmp"
	"slices"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Options says what goes out.
type Options struct {
	Today   civil.Date
	Span    *tracker.Stretch // nil: the whole log; see [Options.Entries]
	Private bool             // what is private too
	Name    string           // of whom the log is; empty: nobody's
	URL     string           // where a feed will be found; empty: not known
}

// Entries returns the entries that go out, by their day and then in the log's
// order, those without a day last. An entry belongs to a span by the day it
// counts on, or was given up on, or, while it is in progress, began on.
func (o Options) Entries(l *tracker.Log) (chosen []*tracker.Entry) {
	for i := range l.Entries {
		e := &l.Entries[i]
		if (!e.Private || o.Private) && o.asked(e) {
			chosen = append(chosen, e)
		}
	}
	slices.SortStableFunc(chosen, func(a, b *tracker.Entry) int {
		x, y := dayOf(a), dayOf(b)
		if x.Set != y.Set {
			if x.Set {
				return -1
			}
			return 1
		}
		return cmp.Compare(x.On(o.Today), y.On(o.Today))
	})
	return chosen
}

// asked reports whether an entry is of the span that was asked for, if any was.
func (o Options) asked(e *tracker.Entry) bool {
	d := dayOf(e)
	return o.Span == nil || d.Set && o.within(d.On(o.Today))
}

// LeftOut counts the entries that are left out for being private.
func (o Options) LeftOut(l *tracker.Log) (n int) {
	for i := range l.Entries {
		if e := &l.Entries[i]; e.Private && !o.Private && o.asked(e) {
			n++
		}
	}
	return n
}

// within reports whether a day is in the span that was asked for, if any was.
func (o Options) within(d civil.Date) bool {
	return o.Span == nil || o.Span.From <= d && d <= o.Span.Until
}

func dayOf(e *tracker.Entry) tracker.Day {
	switch {
	case e.When.Set:
		return e.When
	case e.Dropped.Set:
		return e.Dropped
	}
	return e.Begun
}

// done reports whether an entry counts, and on a day that has come.
func (o Options) done(e *tracker.Entry) bool { return e.Counts() && e.When.On(o.Today) <= o.Today }

// hidden are the ids of the goals and credentials that must not be named.
func (o Options) hidden(l *tracker.Log) map[string]bool {
	ids := map[string]bool{}
	if o.Private {
		return ids
	}
	for _, g := range l.Goals {
		if g.Latest().Private {
			ids[g.ID] = true
		}
	}
	for i := range l.Entries {
		if e := &l.Entries[i]; e.Kind.Name == "certification" && e.Private && e.ID != "" {
			ids[e.ID] = true
		}
	}
	for _, c := range l.Credentials(o.Today) {
		if c.Private {
			ids[c.ID] = true
		}
	}
	return ids
}

// goals returns the goals that go out.
func (o Options) goals(l *tracker.Log) []*tracker.Goal {
	return slices.DeleteFunc(slices.Clone(l.Goals), func(g *tracker.Goal) bool { return g.Latest().Private && !o.Private })
}

// credentials returns where the credentials that go out stand.
func (o Options) credentials(l *tracker.Log) []tracker.Credential {
	return slices.DeleteFunc(l.Credentials(o.Today), func(c tracker.Credential) bool { return c.Private && !o.Private })
}
