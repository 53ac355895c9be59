package nudge

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/honelog/hone/tracker/civil"
)

// A reminder is a comment, since nobody is told of a change of a body. Its clock
// is in the marker: an edit by anybody else moves nothing.

// call is a reminder that is due.
type call struct {
	due  civil.Date
	step Step
}

// remindDays are the days of the reminders of an issue.
func (p *planner) remindDays(s state) (days []civil.Date) {
	opened, ok := s.Opened.date()
	if !ok {
		return nil
	}
	for _, n := range p.Reminders {
		days = append(days, opened+civil.Date(n))
	}
	return days
}

// remind notes that a reminder is due, if one is: on a day of the list, or
// after it, once. Of several days that went by, one is told of. An issue that
// is silenced, locked or resting has none, and none has one just after an
// entry.
func (p *planner) remind(i *seen, text string, s state, fed *civil.Date, say func(next *civil.Date) string) {
	if !i.marked || i.Locked || i.Snoozed || s.Snooze != "" || s.Pause != "" || i.held() || fed != nil && p.Today < *fed+calmDays {
		return
	}
	last, ok := s.Spoke.date()
	if !ok {
		last, _ = s.Opened.date()
	}
	var due, next *civil.Date
	for _, d := range p.remindDays(s) {
		switch {
		case d <= p.Today && d > last:
			due = &d
		case d > p.Today && next == nil:
			next = &d
		}
	}
	if due == nil || s.Told >= len(p.Reminders) {
		return
	}
	s.Told++
	s.Spoke, s.Run = dayOf(p.Today), p.Run
	p.calls = append(p.calls, call{*due, Step{
		Do: Remind, Key: s.Key, Number: i.Number, Body: i.write(text, s), Label: !i.Labelled, Why: fmt.Sprintf("reminder %d of %d", s.Told, len(p.Reminders)),
		Comment: signed(say(next), s, fmt.Sprint(s.Told)), Was: i.Issue,
	}})
}

// signed ends a comment with the mark by which it is known.
func signed(comment string, s state, n string) string {
	return comment + "\n\n<!-- hone:ping " + string(s.Opened) + "/" + n + " -->"
}

// speak plans one reminder, that which waits longest. It carries what else was
// to change in its issue.
func (p *planner) speak() {
	if len(p.calls) == 0 {
		return
	}
	first := slices.MinFunc(p.calls, func(a, b call) int {
		return cmp.Or(cmp.Compare(a.due, b.due), cmp.Compare(a.step.Number, b.step.Number))
	})
	p.quiet = slices.DeleteFunc(p.quiet, func(s Step) bool { return s.Number == first.step.Number })
	p.put(&p.loud, first.step)
}
