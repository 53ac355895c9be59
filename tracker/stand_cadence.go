package tracker

import (
	"math/big"

	"github.com/honelog/hone/tracker/civil"
)

// cadence fills in the standing of a goal of at least so often.
func (l *Log) cadence(s *Standing, e *era, b *ledger, t civil.Date) {
	d := s.Definition
	k := int(d.Target / One)
	target := d.Target
	s.Target = &target
	s.Notice = min(d.noticeDays(), d.Days/(4*k))
	s.Kept = kept(e, b, t)
	s.Done = Amount(len(b.between(e.windowFrom(t, d.Days), t))) * One
	s.Lacking = b.lacking
	pause, paused := within(e.pauses, t)
	if paused {
		s.PausedUntil = &pause.Until
	}
	if e.hasStart && t < e.start {
		s.Status = Upcoming
		return
	}
	due, ok := dueOn(e, b, t)
	if ok {
		late := s.due(e, due, t)
		s.DueAbout = l.dueAbout(e, b, t)
		s.Planned = len(b.between(t+1, due)) > 0
		missing, then := missing(e, b, due, t)
		s.Next, s.Then = &Step{missing, due}, then
		s.late(late)
	}
	s.Status = s.status(paused)
}

// dueOn returns the day by which the cadence in force on a day wants the next
// entry. ok is false when nothing is due.
func dueOn(e *era, b *ledger, t civil.Date) (due civil.Date, ok bool) {
	since := e.start
	if q := countsFrom(e, b, t); q != nil {
		since = q.on
	} else if !e.hasStart {
		return 0, false
	}
	return e.advance(since, e.definitionOn(t).Days)
}

// missing returns how many entries of today would move the due date of the
// cadence in force, and to no day that is over already; and to which day. That
// is nil when nothing would be due any more.
func missing(e *era, b *ledger, due, t civil.Date) (Amount, *civil.Date) {
	d := e.definitionOn(t)
	k := int(d.Target / One)
	have := b.between(e.startOr(-never), t)
	for n := max(1, k-len(have)); n < k; n++ {
		next, ok := e.advance(have[len(have)+n-k].on, d.Days)
		if !ok {
			return Amount(n) * One, nil
		}
		if next > due && next >= t {
			return Amount(n) * One, &next
		}
	}
	then, ok := e.advance(t, d.Days)
	if !ok {
		return d.Target, nil
	}
	return d.Target, &then
}

// countsFrom returns the entry that the cadence in force on a day counts from:
// of as many as it asks for, the earliest. It is nil when there are fewer.
func countsFrom(e *era, b *ledger, t civil.Date) *booking {
	k := int(e.definitionOn(t).Target / One)
	if s := b.between(e.startOr(-never), t); len(s) >= k {
		return &s[len(s)-k]
	}
	return nil
}

// dueAbout returns the due date that a cadence has when the month is over, if it
// counts from an entry known to this month only. Such an entry counts today, so
// until then the due date moves with every day, and nothing is late.
func (l *Log) dueAbout(e *era, b *ledger, t civil.Date) *civil.Date {
	q := countsFrom(e, b, t)
	if q == nil {
		return nil
	}
	when := l.Entries[q.entry].When
	if !when.Month || when.Last() <= t {
		return nil
	}
	due, ok := e.advance(when.Last(), e.definitionOn(t).Days)
	if !ok {
		return nil
	}
	return &due
}

// windowFrom returns the first of the last n active days up to t, not before
// the era.
func (e *era) windowFrom(t civil.Date, n int) civil.Date {
	at := t
	for i := len(e.off) - 1; i >= 0 && n > 0; i-- {
		x := e.off[i]
		if x.From > at {
			continue
		}
		if free := int(at - x.Until); free >= n {
			return at - civil.Date(n) + 1
		} else if free > 0 {
			n -= free
		}
		if at = x.From - 1; at < -never/2 {
			return e.startOr(x.Until + 1)
		}
	}
	return max(at-civil.Date(n)+1, e.startOr(at-civil.Date(n)+1))
}

// kept returns the share of the active days of the last 365 on which the
// cadence was kept, or nil when there are none.
func kept(e *era, b *ledger, t civil.Date) *big.Rat {
	good, days := 0, 0
	for d := max(t-364, e.startOr(t-364)); d <= t; d++ {
		if !e.isActive(d) {
			continue
		}
		days++
		if due, ok := dueOn(e, b, d); !ok || due >= d {
			good++
		}
	}
	if days == 0 {
		return nil
	}
	return big.NewRat(int64(good), int64(days))
}
