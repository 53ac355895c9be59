package tracker

import (
	"cmp"
	"slices"

	"github.com/honelog/hone/tracker/civil"
)

// never is a day after all days of a log.
const never civil.Date = 1 << 30

// era is a stretch of a goal's definitions over which its form, period, unit
// and cadence are the same. With each era the goal begins anew.
type era struct {
	goal        *Goal
	first, last int        // definitions
	start       civil.Date // nothing is expected before it; see hasStart
	hasStart    bool
	end         civil.Date // the day before the next era; never for the last
	off         []Stretch  // days without a clock: pauses, before start, after until
	reduce      []Stretch  // those of them that shrink the target
	pauses      []Stretch  // the pauses among them
}

// goalStart returns the day from which a goal expects anything: its first from,
// else the log's start.
func (l *Log) goalStart(g *Goal) (civil.Date, bool) {
	if d := &g.Definitions[0]; d.HasFrom {
		return d.From, true
	}
	return l.Settings.Start, l.Settings.HasStart
}

// eraOn returns the era in force on a day.
func (l *Log) eraOn(g *Goal, t civil.Date) *era {
	defs := g.Definitions
	at := 0
	for i := 1; i < len(defs); i++ {
		if defs[i].From <= t {
			at = i
		}
	}
	e := &era{goal: g, first: at, last: at, end: never}
	for e.first > 0 && defs[e.first-1].sameForm(&defs[e.first]) {
		e.first--
	}
	for e.last+1 < len(defs) && defs[e.last+1].sameForm(&defs[e.last]) {
		e.last++
	}
	if e.last+1 < len(defs) {
		e.end = defs[e.last+1].From - 1
	}
	if e.first == 0 {
		e.start, e.hasStart = l.goalStart(g)
	} else {
		e.start, e.hasStart = defs[e.first].From, true
	}
	l.daysOff(e)
	return e
}

// definitionOn returns the era's definition in force on a day.
func (e *era) definitionOn(t civil.Date) *Definition {
	d, _ := e.segment(t)
	return d
}

// segment returns the era's definition in force on a day, and the last day on
// which it is.
func (e *era) segment(t civil.Date) (d *Definition, last civil.Date) {
	at, last := e.first, never
	for i := e.first + 1; i <= e.last; i++ {
		from := e.goal.Definitions[i].From
		if from > t {
			last = from - 1
			break
		}
		at = i
	}
	return &e.goal.Definitions[at], last
}

// daysOff collects the days on which the era's clock stands still.
func (l *Log) daysOff(e *era) {
	var hold []Stretch
	for i := range l.Pauses {
		p := &l.Pauses[i]
		if p.faulty || !p.For(e.goal.ID) {
			continue
		}
		if s := (Stretch{p.From, p.Until}); p.KeepTarget {
			hold = append(hold, s)
		} else {
			e.reduce = append(e.reduce, s)
		}
	}
	e.pauses = merge(append(slices.Clone(e.reduce), hold...))
	if e.hasStart {
		e.reduce = append(e.reduce, Stretch{-never, e.start - 1})
	}
	for i := e.first; i <= e.last; i++ {
		if d := &e.goal.Definitions[i]; d.HasUntil {
			until := never
			if i < e.last {
				until = e.goal.Definitions[i+1].From - 1
			}
			if d.Until < until {
				e.reduce = append(e.reduce, Stretch{d.Until + 1, until})
			}
		}
	}
	e.reduce = merge(e.reduce)
	e.off = merge(append(slices.Clone(e.reduce), hold...))
}

// merge sorts stretches and joins those that meet.
func merge(s []Stretch) []Stretch {
	slices.SortFunc(s, func(a, b Stretch) int { return cmp.Compare(a.From, b.From) })
	var out []Stretch
	for _, x := range s {
		if n := len(out); n > 0 && x.From <= out[n-1].Until+1 {
			out[n-1].Until = max(out[n-1].Until, x.Until)
		} else {
			out = append(out, x)
		}
	}
	return out
}

// within returns the stretch that holds a day.
func within(s []Stretch, t civil.Date) (Stretch, bool) {
	i, found := slices.BinarySearchFunc(s, t, func(x Stretch, t civil.Date) int {
		switch {
		case x.Until < t:
			return -1
		case x.From > t:
			return 1
		}
		return 0
	})
	if !found {
		return Stretch{}, false
	}
	return s[i], true
}

// daysIn counts the days from..until that lie in the stretches.
func daysIn(s []Stretch, from, until civil.Date) (n int) {
	for _, x := range s {
		if a, b := max(x.From, from), min(x.Until, until); a <= b {
			n += int(b-a) + 1
		}
	}
	return n
}

// active counts the active days after one day and up to another.
func (e *era) active(after, until civil.Date) int {
	if until <= after {
		return 0
	}
	return int(until-after) - daysIn(e.off, after+1, until)
}

// isActive reports whether the clock runs on a day.
func (e *era) isActive(t civil.Date) bool {
	_, off := within(e.off, t)
	return !off
}

// advance returns the n-th active day after a day; ok is false when there are
// not so many.
func (e *era) advance(after civil.Date, n int) (civil.Date, bool) {
	at := after
	for _, x := range e.off {
		if x.Until <= at {
			continue
		}
		if free := int(x.From-1) - int(at); free >= n {
			return at + civil.Date(n), true
		} else if free > 0 {
			n -= free
		}
		if at = x.Until; at >= never {
			return 0, false
		}
	}
	return at + civil.Date(n), true
}
