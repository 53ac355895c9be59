package tracker

import (
	"math/big"

	"github.com/honelog/hone/tracker/civil"
)

// Status says in a word where a goal stands.
type Status string

// The statuses, in the order in which they are tried.
const (
	Invalid  Status = "invalid"  // a fault touches it
	Upcoming Status = "upcoming" // it has not begun
	NotDue   Status = "not-due"  // nothing is left to do after its pauses
	Done     Status = "done"     // the period's target is reached
	Missed   Status = "missed"   // a span is over without its target
	Paused   Status = "paused"   // today is in a pause
	Behind   Status = "behind"   // a step is late
	DueSoon  Status = "due-soon" // a step is due within the notice
	Ahead    Status = "ahead"    // beyond the step that is next
	OnTrack  Status = "on-track" // on the line
)

// Statuses returns the ten words in the order in which they are tried.
func Statuses() []Status {
	return []Status{Invalid, Upcoming, NotDue, Done, Missed, Paused, Behind, DueSoon, Ahead, OnTrack}
}

// Stretch is a run of days, both ends included.
type Stretch struct{ From, Until civil.Date }

// Standing is where a goal stands on a day. A nil pointer has no meaning there.
type Standing struct {
	Goal       *Goal
	Definition *Definition // the one in force
	ID, Title  string
	Form       Form
	Unit       string
	Status     Status

	Starts     civil.Date // the day from which anything is expected; see Upcoming
	Done       Amount     // what counts in the period; of a cadence, entries in its last days
	Target     *Amount    // the period's target, after pauses
	GoalTarget *Amount    // the target as written
	Expected   *big.Rat   // the even line today
	Required   *Amount    // the steps that are due
	Upper      *Amount    // beyond it, ahead
	BehindBy   *Amount    // Required less Done, at least 0
	AheadBy    *Amount    // Done less Upper, at least 0
	Period     *Stretch   // nil for a cadence
	Last       *Closed    // the period before
	Kept       *big.Rat   // of a cadence, the share of the last 365 days on which it was kept
	Forecast   *Forecast  // nil: too early to say

	Due         *civil.Date // the last day for the next step
	DueAbout    *civil.Date // where Due moves with every day of a month: as the month will leave it
	SafeDays    *int        // days until Due; negative: active days late
	Next        *Step
	Then        *civil.Date // the due date after what is required now is done
	LateDays    int         // active days late or owed
	OwedDays    int         // active days since the first period that was missed and not made up for
	LateSince   *civil.Date
	PausedUntil *civil.Date // last day of the pause that today is in
	RateDays    *int        // days for each unit that is left
	Notice      int         // days before Due at which it is due soon
	Planned     bool        // an entry to come lies in time for the next step
	LastStep    bool        // the next step is the last, and none was lost to a pause
	Lacking     int         // entries that count 0 for want of hours or pages

	owedSince *civil.Date // end of the first period that is owed
}

// Step is the next step: how much by when.
type Step struct {
	Amount Amount
	By     civil.Date
}

// Result says how a closed period ended.
type Result string

// The results.
const (
	ResultDone    Result = "done"
	ResultMissed  Result = "missed"
	ResultNotDue  Result = "not-due"
	ResultChanged Result = "changed" // the goal took another form in it
)

// Closed is a period that is over.
type Closed struct {
	Stretch
	Done, Target Amount
	Result       Result
}

// Forecast is the range in which the period probably ends.
type Forecast struct{ Low, High Amount }

// Standings returns where every goal stands today, in the log's order. A goal
// that has ended has no standing, but for a span.
func (l *Log) Standings(today civil.Date) []Standing {
	standings := make([]Standing, 0, len(l.Goals))
	for _, g := range l.Goals {
		if s, ok := l.Standing(g, today); ok {
			standings = append(standings, s)
		}
	}
	return standings
}

// Standing returns where a goal stands today. ok is false after its end.
func (l *Log) Standing(g *Goal, today civil.Date) (s Standing, ok bool) {
	e := l.eraOn(g, today)
	d := e.definitionOn(today)
	if d.Form != OneSpan && d.HasUntil && today > d.Until {
		return Standing{}, false
	}
	s = Standing{Goal: g, Definition: d, ID: g.ID, Title: d.Title, Form: d.Form, Unit: d.Unit}
	invalid := l.invalid(g)
	if g.faulty {
		s.Status = Invalid
		return s, true
	}
	s.GoalTarget, s.Starts = &d.Target, e.start
	b := l.ledger(g, today)
	if d.Form == Every {
		l.cadence(&s, e, b, today)
	} else {
		l.period(&s, e, b, today)
	}
	if invalid {
		s.Status = Invalid
	}
	switch s.Status {
	case Done, Missed, NotDue, Upcoming, Invalid:
		s.Due, s.SafeDays, s.Next, s.Then = nil, nil, nil, nil
		s.late(0)
	}
	return s, true
}

// invalid reports whether a fault touches a goal, so that nothing can be said
// of it.
func (l *Log) invalid(g *Goal) bool {
	if l.unreadable || l.settingsFault || g.faulty {
		return true
	}
	for i := range l.Pauses {
		if p := &l.Pauses[i]; p.faulty && p.For(g.ID) {
			return true
		}
	}
	if l.skillFault {
		for i := range g.Definitions {
			if d := &g.Definitions[i]; len(d.Skills) > 0 || d.Unit == "areas" {
				return true
			}
		}
	}
	for i := range l.Entries {
		if e := &l.Entries[i]; e.faulty && g.mayMatch(e) {
			return true
		}
	}
	return false
}

// late fills in the late days from how many active days the next step is late
// and how many a period is owed.
func (s *Standing) late(step int) {
	s.LateDays, s.LateSince = max(step, s.OwedDays), nil
	switch {
	case s.LateDays == 0:
	case s.OwedDays < step:
		due := *s.Due
		s.LateSince = &due
	default:
		s.LateSince = s.owedSince
	}
}

// NudgeDue reports whether the standing asks for a nudge that is not there yet,
// after so many late days (DESIGN: the clock of a week or month runs on what it
// owes only; long periods speak up before their last step).
func (s *Standing) NudgeDue(after int) bool {
	switch s.Status {
	case Invalid, Upcoming, NotDue, Done, Missed, Paused:
		// A week or month that is done has nothing to owe: what counted in it
		// made up for the one before.
		return false
	}
	if s.Form == Per && s.Definition.Period <= civil.Month {
		return s.OwedDays >= after
	}
	if s.LateDays >= after {
		return true
	}
	long := s.Period != nil && s.Period.Until-s.Period.From+1 >= 90
	return long && s.LastStep && s.SafeDays != nil && *s.SafeDays <= s.Notice/2 && !s.Planned
}
