package tracker

import (
	"github.com/honelog/hone/tracker/civil"
)

// Course is the way of a goal through one period, day by day: what a burn-up
// shows. The i-th value is of the day Period.From + i, and is what the standing
// of that day says.
type Course struct {
	Period   Stretch
	Target   Amount    // of the period, after pauses, as today sees it
	Done     []Amount  // at the end of each day up to today, or to the period's last
	Required []Amount  // the steps that are due, on each day of the period
	Upper    []Amount  // beyond it, ahead, on each day of the period
	Paused   []Stretch // the goal's pauses, cut to the period
}

// Course returns the way of a goal over the period of its standing today. Days
// to come are seen with the pauses and changes that the log knows now. On days
// before the goal, or its present form, began all is 0; on days after it ended,
// or takes another form, the line stands still. ok is false for a cadence, for a
// goal that a fault touches, and after the end of a goal that is no span.
//
// It looks once at each day of the period and at each entry of the log.
func (l *Log) Course(g *Goal, today civil.Date) (c Course, ok bool) {
	if l.invalid(g) {
		return Course{}, false
	}
	e := l.eraOn(g, today)
	now := e.definitionOn(today)
	if now.Form == Every || now.Form == Per && now.HasUntil && today > now.Until {
		return Course{}, false
	}
	p := l.around(e, max(today, e.startOr(today)))
	days := countDays(e, Stretch{p.From, l.longest(e, p)})
	tallies := l.tallies(e, p, min(today, p.Until))
	c = Course{Period: p, Target: days.line(p.Until, now).target(), Paused: cut(e.pauses, p)}
	for day := p.From; day <= p.Until; {
		// A change of a span may move its last day: each day has its own line.
		d, last := e.segment(day)
		ln := days.line(l.around(e, day).Until, d)
		for ; day <= min(last, p.Until); day++ {
			c.Required = append(c.Required, ln.required(day))
			c.Upper = append(c.Upper, ln.upper(day))
			if day <= today {
				c.Done = append(c.Done, tallies.on(day, ln.Until).in(d.Unit))
			}
		}
	}
	return c, true
}

// longest returns the last day that any of an era's lines through a period has.
func (l *Log) longest(e *era, p Stretch) civil.Date {
	until := p.Until
	for i := e.first; i <= e.last; i++ {
		if d := &e.goal.Definitions[i]; d.Form == OneSpan {
			until = max(until, d.Until)
		}
	}
	return until
}

// cut returns the parts of stretches that lie in another.
func cut(s []Stretch, in Stretch) (parts []Stretch) {
	for _, x := range s {
		if x = (Stretch{max(x.From, in.From), min(x.Until, in.Until)}); x.From <= x.Until {
			parts = append(parts, x)
		}
	}
	return parts
}

// tallies are what counts in a period at the end of each day.
type tallies struct {
	from    civil.Date
	settled []tally // of the entries whose day has come
	passing []tally // of the months that last on the day: they count on it
}

// tallies adds up a period of an era, from the first day on which anything
// counts to a later one.
func (l *Log) tallies(e *era, p Stretch, until civil.Date) *tallies {
	from := max(p.From, e.startOr(p.From))
	t := &tallies{from: from}
	if until < from {
		return t
	}
	n := int(until-from) + 1
	t.settled, t.passing = make([]tally, n), make([]tally, n+1)
	for i := range l.Entries {
		x := &l.Entries[i]
		if !x.Counts() {
			continue
		}
		on := x.When.Last()
		if on >= from && on <= until {
			if b, ok := l.book(e.goal, i, on); ok {
				t.settled[on-from].add(b, 1)
			}
		}
		if x.When.Month {
			l.pass(t, e, i, Stretch{max(from, x.When.first()), min(until, on-1)})
		}
	}
	for i := range n - 1 {
		t.settled[i+1].join(&t.settled[i])
		t.passing[i+1].join(&t.passing[i])
	}
	return t
}

// pass adds an entry of a month to the days on which the month lasts: on each it
// counts as one of that day.
func (l *Log) pass(t *tallies, e *era, i int, days Stretch) {
	for day := days.From; day <= days.Until; {
		_, last := e.segment(day)
		last = min(last, days.Until)
		if b, ok := l.book(e.goal, i, day); ok {
			t.passing[day-t.from].add(b, 1)
			t.passing[last+1-t.from].add(b, -1)
		}
		day = last + 1
	}
}

// on returns what counts at the end of a day towards a period that ends on
// another.
func (t *tallies) on(day, until civil.Date) *tally {
	var sum tally
	if day < t.from {
		return &sum
	}
	sum = t.settled[min(day, until)-t.from]
	if day <= until {
		sum.join(&t.passing[day-t.from])
	}
	return &sum
}
