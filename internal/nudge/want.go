package nudge

import (
	"slices"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Want is where everything stands today: what the issues should follow.
type Want struct {
	Today       civil.Date
	Name        string // of the log, where a repository has several
	After       int    // late days before an issue opens
	Goals       []Goal
	Credentials []tracker.Credential
	Faulty      bool // the log has errors: what it does not name may be there all the same
	Off         bool // no nudges are wanted: those there are close
	Digest      bool // one issue for everything, rather than one for each

	Reminders []int                             // days after an opening on which a comment reminds, ascending
	Run       string                            // a word that no other run has
	Links     func(asOf civil.Date) words.Links // where the issue of a digest leads to; nil: nowhere
}

// Goal is a goal's standing, with what its issue needs to know besides.
type Goal struct {
	tracker.Standing
	Links  func(asOf civil.Date) words.Links // where its issue leads to; nil: nowhere
	Pause  *tracker.Stretch                  // the pause that today is in; nil: none
	Latest *tracker.Counted                  // the latest entry that counts and may be named; nil: none
	Fed    *civil.Date                       // the day of the latest entry that counts, named or not; nil: none

	// Count says how the standing came about, as of a day; nil: nothing is said.
	Count func(asOf civil.Date) string

	// Back reports whether the goal was on its line on any day from one on. It
	// is asked only of a goal whose issue a person closed; nil: it was not.
	Back func(since civil.Date) bool
}

// Look gathers what [Plan] needs from a log. Goals and credentials that are
// kept from the public have no part in it.
func Look(l *tracker.Log, findings []tracker.Finding, today civil.Date, after int) Want {
	w := Want{Today: today, After: after, Faulty: tracker.Errors(findings) > 0}
	for _, s := range l.Standings(today) {
		if s.Definition.Private {
			continue
		}
		newest, fed := latest(l, s.Goal, today)
		w.Goals = append(w.Goals, Goal{
			Standing: s,
			Pause:    pauseAround(l, s.ID, today),
			Latest:   newest,
			Fed:      fed,
			Count: func(asOf civil.Date) string {
				x, _ := l.Explain(s.Goal, today)
				return words.Counting(&x, asOf)
			},
			Back: func(since civil.Date) bool {
				for d := today - 1; d >= since; d-- {
					if s, ok := l.Standing(s.Goal, d); ok && settled(&s, after) {
						return true
					}
				}
				return false
			},
		})
	}
	for _, c := range l.Credentials(today) {
		if !c.Private {
			w.Credentials = append(w.Credentials, c)
		}
	}
	return w
}

// pauseAround returns the pause that a day is in, of all that touch each other.
func pauseAround(l *tracker.Log, id string, today civil.Date) *tracker.Stretch {
	around := tracker.Stretch{From: today + 1, Until: today - 1}
	for grown := true; grown; {
		grown = false
		for i := range l.Pauses {
			p := &l.Pauses[i]
			inside := around.From <= p.From && p.Until <= around.Until
			touches := p.From <= around.Until+1 && around.From-1 <= p.Until
			if around.Until < today { // nothing yet: it must hold today
				touches = p.From <= today && today <= p.Until
			}
			if p.For(id) && touches && !inside {
				around.From, around.Until = min(around.From, p.From), max(around.Until, p.Until)
				grown = true
			}
		}
	}
	if around.Until < today {
		return nil
	}
	return &around
}

// latest returns the last entry that counts for a goal, unless it is private,
// and its day.
func latest(l *tracker.Log, g *tracker.Goal, today civil.Date) (c *tracker.Counted, on *civil.Date) {
	for _, c := range slices.Backward(l.Counted(g, today)) {
		switch {
		case c.Amount == 0:
			continue
		case c.Entry.Private || c.Entry.Title == "" || c.About:
			return nil, &c.On
		}
		return &c, &c.On
	}
	return nil, nil
}

// isShort reports whether a goal is one per week or month: its issue follows
// what is owed, and the turn of a period is nothing to it.
func isShort(s *tracker.Standing) bool {
	return s.Form == tracker.Per && s.Definition.Period <= civil.Month
}

// holds reports whether there is a reason for an issue, today being paused or
// not.
func holds(s *tracker.Standing, after int) bool {
	if s.Status != tracker.Paused {
		return s.NudgeDue(after)
	}
	awake := *s
	awake.Status = tracker.Behind
	return awake.NudgeDue(after)
}

// settled reports whether a goal is on its line: no reason for an issue holds,
// and nothing is late or owed.
func settled(s *tracker.Standing, after int) bool {
	if s.Status == tracker.Invalid || holds(s, after) || s.OwedDays > 0 {
		return false
	}
	return isShort(s) || s.SafeDays == nil || *s.SafeDays >= 0
}
