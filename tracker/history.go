package tracker

import (
	"iter"

	"github.com/honelog/hone/tracker/civil"
)

// History returns the periods of a goal that closed before the one that holds a
// day, the latest first: each as [Standing]'s Last tells it on the day after.
// There are none for a span or a cadence, nor before the goal's start.
func (l *Log) History(g *Goal, today civil.Date) iter.Seq[Closed] {
	return func(yield func(Closed) bool) {
		if l.invalid(g) {
			return
		}
		b := l.ledger(g, today)
		for day := today; ; {
			c := l.before(l.eraOn(g, day), b, day)
			if c == nil || !yield(*c) {
				return
			}
			day = c.From
		}
	}
}

// before returns the period that closed before the one of an era that holds a
// day, or nil.
func (l *Log) before(e *era, b *ledger, day civil.Date) *Closed {
	if e.definitionOn(day).Form != Per {
		return nil
	}
	if e.hasStart {
		if last := l.around(e, max(day, e.start)).From - 1; last >= e.start {
			return l.closed(e, b, last)
		}
	}
	if e.first > 0 {
		return l.changed(e, b)
	}
	return nil
}
