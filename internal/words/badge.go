package words

import (
	"fmt"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Badge is the message of a goal's badge. It names amounts and dates, and no
// number of days: it changes when the standing does, not with every day.
func Badge(s *tracker.Standing) string {
	amount, state := badgeParts(s)
	if amount == "" {
		return state
	}
	return amount + " · " + state
}

// badgeParts are the two halves of a goal's badge: how much, which may be empty,
// and what holds.
func badgeParts(s *tracker.Standing) (amount, state string) {
	amount = SoFar(s)
	if s.Form == tracker.Every {
		amount = ""
	}
	switch s.Status {
	case tracker.Invalid:
		return "", "log needs a fix"
	case tracker.Upcoming:
		return "", "from " + Day(s.Starts)
	case tracker.NotDue:
		if s.Period != nil {
			return "", "resting to " + Day(s.Period.Until)
		}
		return "", "resting"
	case tracker.Done:
		return amount, "done"
	case tracker.Missed:
		return amount, "closed"
	case tracker.Paused:
		return "", "paused to " + Day(*s.PausedUntil)
	case tracker.Behind:
		return amount, late(s)
	case tracker.Ahead:
		return amount, Amount(*s.AheadBy, s.Unit) + " ahead"
	}
	if s.Due == nil {
		return amount, "open"
	}
	return amount, "next by " + dueDay(s)
}

// late says what is late, and since when.
func late(s *tracker.Standing) string {
	since := "since " + Day(*s.LateSince)
	switch {
	case s.Form == tracker.Every:
		return since
	case s.Due == nil || *s.LateSince != *s.Due: // a week or month that is owed
		return "one to catch up " + since
	}
	return StepName(s) + " " + since
}

// dueDay is the due date; with its year in spans of more than a year, so that
// it says the same on any day. One that moves while a month lasts is told as the
// month will leave it.
func dueDay(s *tracker.Standing) string {
	if s.DueAbout != nil {
		return "about " + Day(*s.DueAbout)
	}
	if s.Form == tracker.OneSpan && s.Period.Until-s.Period.From > 366 {
		return DayYear(*s.Due)
	}
	return Day(*s.Due)
}

// CredentialBadge is the message of a credential's badge.
func CredentialBadge(c *tracker.Credential) string {
	switch {
	case c.Expires == nil:
		return "since " + EntryDay(c.Entry.When)
	case c.Status == tracker.CredentialExpired:
		return "expired " + Day(*c.Expires)
	}
	return "to " + DayYear(*c.Expires)
}

// Whole counts the goals that stand today, and those of them that are on their
// line. Goals that rest, are paused or have not begun do not stand.
func Whole(goals []tracker.Standing) (onTrack, standing int, pausedTo *civil.Date) {
	for i := range goals {
		s := &goals[i]
		switch s.Status {
		case tracker.Paused:
			if pausedTo == nil || *s.PausedUntil > *pausedTo {
				pausedTo = s.PausedUntil
			}
		case tracker.Upcoming, tracker.NotDue:
		case tracker.Behind, tracker.Missed, tracker.Invalid:
			standing++
		default:
			standing++
			onTrack++
		}
	}
	return onTrack, standing, pausedTo
}

// WholeLabel is what the badge for everything is called.
const WholeLabel = "learning"

// WholeBadge is the message of the badge for everything.
func WholeBadge(goals []tracker.Standing) string {
	onTrack, standing, pausedTo := Whole(goals)
	switch {
	case standing > 0:
		return fmt.Sprintf("%d of %d on track", onTrack, standing)
	case pausedTo != nil:
		return "paused to " + Day(*pausedTo)
	case len(goals) > 0:
		return "resting"
	}
	return "no goals yet"
}
