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
		s.Planned = len(b.between(t+1, due)) > 0
		s.Next = &Step{One, due}
		if then, ok := e.advance(t, d.Days); ok {
			s.Then = &then
		}
		s.late(late)
	}
	s.Status = s.status(paused)
}

// dueOn returns the day by which the cadence in force on a day wants the next
// entry. ok is false when nothing is due.
func dueOn(e *era, b *ledger, t civil.Date) (due civil.Date, ok bool) {
	d := e.definitionOn(t)
	k := int(d.Target / One)
	from := -never
	if e.hasStart {
		from = e.start
	}
	since := e.start
	if s := b.between(from, t); len(s) >= k {
		since = s[len(s)-k].on
	} else if !e.hasStart {
		return 0, false
	}
	return e.advance(since, d.Days)
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
