package tracker

import (
	"fmt"
	"slices"

	"github.com/honelog/hone/tracker/civil"
)

// Counted is an entry that counts towards a goal, and by how much.
type Counted struct {
	Entry  *Entry
	On     civil.Date
	About  bool // known to the month
	Amount Amount
}

// Counted returns what counts towards a goal up to a day, in all periods, by
// date.
func (l *Log) Counted(g *Goal, today civil.Date) []Counted {
	if g.faulty {
		return nil
	}
	return l.counted(l.ledger(g, today).between(-never, today))
}

func (l *Log) counted(bookings []booking) []Counted {
	out := make([]Counted, len(bookings))
	for i, b := range bookings {
		e := &l.Entries[b.entry]
		out[i] = Counted{e, b.on, e.When.Month, b.amount}
	}
	return out
}

// Uncounted is an entry that does not count in a standing, and why.
type Uncounted struct {
	Entry *Entry
	Why   string
}

// Explanation is how a standing came about: what counts in its period, what
// is planned, what was passed over, and the days of its clock.
type Explanation struct {
	Standing   Standing
	Counts     []Counted
	Planned    []Counted
	Passed     []Uncounted // of the goal's kinds, within its period
	Days       int         // of the period
	PausedDays int         // of them, paused or outside the goal
	OutDays    int         // of those, before its start or after its end
	HeldDays   int         // of them, paused with keep-target
	ActiveDays int         // days of the clock in all
	DaysBefore int         // of them, before today
	Steps      int         // N
	StepsLeft  int         // N′
	Asked      []Asked     // the targets in force in the period, by date
	Since      civil.Date  // of a cadence, the day its clock runs from
	SinceEntry bool        // that day is one of an entry
	Forecast   string      // how the forecast came about, or why there is none
}

// Asked is a target and the days of a period on which it was in force.
type Asked struct {
	Stretch
	Target Amount
}

// Explain returns how the standing of a goal came about. ok is false when the
// goal has none.
func (l *Log) Explain(g *Goal, today civil.Date) (x Explanation, ok bool) {
	s, ok := l.Standing(g, today)
	if !ok {
		return x, false
	}
	x.Standing = s
	if g.faulty {
		return x, true
	}
	e := l.eraOn(g, today)
	b := l.ledger(g, today)
	from, until := l.explainWindow(&x, e, b, today)
	counts := b.between(from, min(today, until))
	x.Counts = l.counted(counts)
	x.Planned = l.counted(b.between(today+1, until))
	if s.Period != nil {
		for _, c := range l.counted(b.between(s.Period.From, min(from-1, today))) {
			x.Passed = append(x.Passed, Uncounted{c.Entry, "it lies before the goal's first day, " + from.String()})
		}
	}
	x.Passed = append(x.Passed, l.passed(g, b, from, until, today)...)
	return x, true
}

// explainWindow fills in the arithmetic of the clock and returns the days in
// which entries count.
func (l *Log) explainWindow(x *Explanation, e *era, b *ledger, today civil.Date) (from, until civil.Date) {
	d := x.Standing.Definition
	if d.Form == Every {
		from, until = e.windowFrom(today, d.Days), today+civil.Date(d.Days)
		x.Days, x.Since = d.Days, e.start
		k := int(d.Target / One)
		lower := -never
		if e.hasStart {
			lower = e.start
		}
		if s := b.between(lower, today); len(s) >= k {
			x.Since, x.SinceEntry = s[len(s)-k].on, true
		}
		return from, until
	}
	p := *x.Standing.Period
	ln := newLine(e, p, today)
	x.Days, x.ActiveDays, x.Steps, x.StepsLeft = int(p.Until-p.From)+1, ln.activeDays, ln.steps, ln.left
	x.DaysBefore = int(ln.active[ln.at(today)])
	x.HeldDays = x.Days - ln.days
	x.PausedDays = x.Days - x.HeldDays - x.ActiveDays
	for t := p.From; t <= p.Until; t++ {
		d, before := e.definitionOn(t), e.definitionOn(max(t-1, p.From))
		if t == p.From || d != before && d.Target != before.Target {
			x.Asked = append(x.Asked, Asked{Stretch{t, t}, d.Target})
		}
		x.Asked[len(x.Asked)-1].Until = t
		if _, paused := within(e.pauses, t); !paused && !(e.isActive(t) && t <= e.end) {
			x.OutDays++
		}
	}
	x.Forecast = l.forecastWords(e, b, x.Standing, today)
	return max(p.From, e.startOr(p.From)), p.Until
}

func (l *Log) forecastWords(e *era, b *ledger, s Standing, today civil.Date) string {
	from := e.windowFrom(today, 90)
	n, w := len(b.between(from, today)), e.active(from-1, today)
	entries := fmt.Sprintf("%d entries", n)
	if n == 1 {
		entries = "1 entry"
	}
	switch {
	case s.Forecast != nil:
		return fmt.Sprintf("%s in the last %d active days", entries, w)
	case s.Next == nil:
		return ""
	}
	return fmt.Sprintf("too early to say: %s in the last %d active days", entries, w)
}

// passed lists the entries of a goal's kinds in a stretch that do not count,
// with the reason.
func (l *Log) passed(g *Goal, b *ledger, from, until, today civil.Date) (out []Uncounted) {
	booked := map[int32]bool{}
	for _, x := range b.bookings {
		booked[x.entry] = true
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		if booked[int32(i)] {
			continue
		}
		on := e.When.On(today)
		d := g.definitionOn(on)
		if len(d.Kinds) > 0 && !slices.Contains(d.Kinds, e.Kind.Name) && !slices.Contains(d.Kinds, e.Activity) {
			continue
		}
		why := ""
		switch filter := d.why(l, e); {
		case filter == "skill" && len(d.Kinds) == 0 || filter == "tag" && len(d.Kinds) == 0 || filter == "credential":
			continue // not meant to
		case e.faulty:
			why = "it has a fault: hone check"
		case e.Dropped.Set && (e.Dropped.Last() < from || e.Dropped.Last() > until):
			continue
		case e.Dropped.Set:
			why = "given up on " + e.Dropped.String()
		case !e.When.Set:
			why = "in progress: it has no day in " + quote(e.Kind.Counts) + " yet"
		case on < from || on > until:
			continue
		case filter != "":
			why = "its " + filter + " is not one of the goal's"
		case d.Unit == "areas":
			why = "it names no skills"
		default:
			why = "it has no " + d.Unit
		}
		out = append(out, Uncounted{e, why})
	}
	return out
}
