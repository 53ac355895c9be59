package tracker

import (
	"github.com/honelog/hone/tracker/civil"
)

// around returns the period of an era that a day belongs to; for a span, the
// span.
func (l *Log) around(e *era, t civil.Date) Stretch {
	d := e.definitionOn(t)
	if d.Form == OneSpan {
		return Stretch{e.start, max(d.Until, e.start)}
	}
	first, last := d.Period.Around(t, l.Settings.YearStarts)
	return Stretch{first, last}
}

// period fills in the standing of a goal per period or over a span.
func (l *Log) period(s *Standing, e *era, b *ledger, t civil.Date) {
	d := s.Definition
	upcoming := e.hasStart && t < e.start
	p := l.around(e, max(t, e.startOr(t)))
	ln := newLine(e, p, t)
	s.Period, s.Lacking = &p, b.lacking
	from := max(p.From, e.startOr(p.From))
	s.Done = sum(b.between(from, min(t, p.Until)), d.Unit)

	target, required, upper := ln.target(), ln.required(t), ln.upper(t)
	behind, ahead := max(0, required-s.Done), max(0, s.Done-upper)
	s.Target, s.Required, s.Upper, s.BehindBy, s.AheadBy = &target, &required, &upper, &behind, &ahead
	s.Expected = ln.expected(t)
	s.Notice = min(d.noticeDays(), len(ln.active[1:])/(4*ln.steps))
	l.last(s, e, b, t)

	pause, paused := within(e.pauses, t)
	if paused {
		s.PausedUntil = &pause.Until
	}
	switch {
	case upcoming:
		s.Status = Upcoming
		return
	case target == 0 || ln.activeDays == 0:
		s.Status = NotDue
		return
	case s.Done >= target:
		s.Status = Done
		return
	case t > p.Until:
		s.Status = Missed
		return
	}
	step := ln.next(s.Done)
	late := s.due(e, ln.due(step), t)
	s.Next = &Step{ln.level(step) - s.Done, *s.Due}
	if caught := max(required, s.Done+s.Next.Amount); caught < target {
		then := ln.due(ln.next(caught))
		s.Then = &then
	}
	s.Planned = len(b.between(t+1, *s.Due)) > 0
	s.LastStep = step == ln.steps && ln.left == ln.steps
	s.late(late)
	left := ln.activeDays - int(ln.active[ln.at(t)])
	if left > 0 {
		rate := int(int64(left) * int64(One) / int64(target-s.Done))
		s.RateDays = &rate
	}
	s.Forecast = l.forecast(e, b, s.Done, left, t)
	s.Status = s.status(paused)
	if s.Status == OnTrack && s.Done > upper {
		s.Status = Ahead
	}
}

// status tells paused, behind, due-soon and on-track apart.
func (s *Standing) status(paused bool) Status {
	switch safe := s.SafeDays; {
	case paused:
		return Paused
	case s.LateDays > 0:
		return Behind
	case safe != nil && *safe <= s.Notice && !s.Planned:
		return DueSoon
	}
	return OnTrack
}

// due fills in the due date and the safe days, and returns by how many active
// days it has passed.
func (s *Standing) due(e *era, due, t civil.Date) (late int) {
	safe := int(due - t)
	if safe < 0 {
		late = e.active(due, t)
		safe = -late
	}
	s.Due, s.SafeDays = &due, &safe
	return late
}

func (e *era) startOr(t civil.Date) civil.Date {
	if e.hasStart {
		return e.start
	}
	return t
}

// noticeDays returns the notice that a definition states, or the longest of
// its kinds.
func (d *Definition) noticeDays() int {
	if d.Notice >= 0 {
		return d.Notice
	}
	notice := 7
	for i, name := range d.Kinds {
		if k := kindByName[name]; k != nil && (i == 0 || k.Notice > notice) {
			notice = k.Notice
		}
	}
	return notice
}

// last fills in the period before, and what a week or month owes.
func (l *Log) last(s *Standing, e *era, b *ledger, t civil.Date) {
	s.Last = l.before(e, b, t)
	if s.Form == Per && s.Definition.Period <= civil.Month && e.hasStart {
		l.owe(s, e, b, t)
	}
}

// closed returns how the period ended that holds a day.
func (l *Log) closed(e *era, b *ledger, day civil.Date) *Closed {
	p := l.around(e, day)
	until := min(p.Until, e.end)
	ln := newLine(e, p, until)
	c := &Closed{
		Stretch: Stretch{p.From, until},
		Done:    sum(b.between(max(p.From, e.startOr(p.From)), until), ln.definition.Unit),
		Target:  ln.target(),
	}
	switch {
	case until < p.Until:
		c.Result = ResultChanged
	case c.Target == 0 || ln.activeDays == 0:
		c.Result = ResultNotDue
	case c.Done >= c.Target:
		c.Result = ResultDone
	default:
		c.Result = ResultMissed
	}
	return c
}

// changed returns the period that ended on the day before an era began, or nil
// after a cadence.
func (l *Log) changed(e *era, b *ledger) *Closed {
	day := e.goal.Definitions[e.first].From - 1
	before := l.eraOn(e.goal, day)
	if before.definitionOn(day).Form == Every || before.hasStart && day < before.start {
		return nil
	}
	return l.closed(before, b, day)
}

// owe finds the first period that was missed with nothing counted since its
// end, and counts the active days from there.
func (l *Log) owe(s *Standing, e *era, b *ledger, t civil.Date) {
	if t < e.start {
		return
	}
	since := e.start
	if q, ok := b.lastUpTo(t); ok {
		since = max(since, q)
	}
	var first *civil.Date
	for end := l.around(e, t).From - 1; end >= since; {
		c := l.closed(e, b, end)
		if c.Result == ResultMissed {
			until := c.Until
			first = &until
		}
		end = c.From - 1
	}
	if first != nil {
		s.OwedDays = e.active(*first, t)
		s.owedSince = first
	}
}
