package words

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Stands is a goal's standing in two or three words: on track, 3 days late.
func Stands(s *tracker.Standing) string {
	switch s.Status {
	case tracker.Behind:
		return Count(s.LateDays, "day") + " late"
	case tracker.DueSoon:
		return "due soon"
	case tracker.OnTrack:
		return "on track"
	case tracker.Ahead:
		return Amount(*s.AheadBy, s.Unit) + " ahead"
	case tracker.NotDue:
		return "resting"
	case tracker.Upcoming:
		return "not begun"
	case tracker.Missed:
		return "closed"
	case tracker.Invalid:
		return "needs a fix"
	}
	return string(s.Status)
}

// Pace is [Stands] for others to read: by how much a goal is behind its even
// line, and no days. It is "" for one that is late for a period before alone.
func Pace(s *tracker.Standing) string {
	switch {
	case s.Status == tracker.Behind && s.BehindBy != nil && *s.BehindBy > 0:
		return Amount(*s.BehindBy, s.Unit) + " behind an even pace"
	case s.Status == tracker.Behind:
		return ""
	case s.Status == tracker.DueSoon:
		return "on track"
	}
	return Stands(s)
}

// When says what comes next for a goal: by 31 Dec, was due 18 Nov, again from
// 1 Jan.
func When(s *tracker.Standing, today civil.Date) string {
	switch s.Status {
	case tracker.Behind:
		if s.Due != nil && *s.LateSince == *s.Due {
			return "was due " + DayFrom(*s.Due, today)
		}
		return "since " + DayFrom(*s.LateSince, today)
	case tracker.Done:
		if s.Form == tracker.Per {
			return "again from " + Day(s.Period.Until+1) // the next period's first day: no doubt about the year
		}
		return ""
	case tracker.Paused:
		return "to " + DayFrom(*s.PausedUntil, today)
	case tracker.NotDue:
		if s.Period != nil {
			return "to " + DayFrom(s.Period.Until, today)
		}
		return ""
	case tracker.Upcoming:
		return "from " + DayFrom(s.Starts, today)
	case tracker.Missed:
		return "ended " + DayFrom(s.Period.Until, today)
	case tracker.Invalid:
		return "hone check"
	}
	if s.Due == nil {
		return ""
	}
	return "by " + DayFrom(*s.Due, today)
}

// SoFarIn is what is done, in its period: 5 of 6 in 2026; of a cadence, when
// it was last done.
func SoFarIn(s *tracker.Standing, last *civil.Date, today civil.Date) string {
	switch {
	case s.Status == tracker.Invalid:
		return ""
	case s.Form == tracker.Every && last == nil:
		return "not yet"
	case s.Form == tracker.Every:
		return "last " + DayFrom(*last, today)
	case s.Form == tracker.OneSpan:
		return SoFar(s)
	case s.Status == tracker.NotDue:
		return "nothing asked in " + Period(s)
	}
	return fmt.Sprintf("%s in %s", SoFar(s), Period(s))
}

// SoFarScreen is [SoFarIn] for a narrow screen: with short units, or without
// the period, as asked.
func SoFarScreen(s *tracker.Standing, last *civil.Date, today civil.Date, short, period bool) string {
	text := SoFarIn(s, last, today)
	if s.Form == tracker.Per && !period && text != "" && s.Status != tracker.NotDue {
		text = SoFar(s)
	}
	if short && s.Form != tracker.Every {
		text = shortUnits.Replace(text)
	}
	return text
}

var shortUnits = strings.NewReplacer(" credits", " cr", " pages", " p")

// Renew is what to do for a credential that expires, as a sentence without its
// end.
func Renew(c *tracker.Credential, today civil.Date) string {
	if c.Status == tracker.CredentialExpired {
		return "renew " + Plain(c.Title) + ", expired on " + DayFrom(*c.Expires, today)
	}
	return "renew " + Plain(c.Title) + " by " + DayFrom(*c.Expires, today)
}

// NextStep is the one thing to do for a goal, as a sentence without its end.
func NextStep(s *tracker.Standing, today civil.Date) string {
	what := needed(s)
	name := Plain(s.Title)
	if (s.Unit == "entries" || s.Form == tracker.Every) && len(s.Definition.Kinds) > 0 {
		n := int(Need(s) / tracker.One)
		if k := tracker.KindOf(s.Definition.Kinds[0]); k != nil && len(s.Definition.Kinds) == 1 {
			what = oneOf(k, n)
		} else {
			what += " for " + name
		}
	} else {
		what += " for " + name
	}
	switch {
	case s.LateDays > 0:
		return what + ", due since " + DayFrom(*s.LateSince, today)
	case s.Due != nil:
		return what + " by " + DayFrom(*s.Due, today)
	}
	return what
}

// oneOf is a number of entries of a kind in words: one book, 3 talks.
func oneOf(k *tracker.Kind, n int) string {
	if n == 1 {
		return "one " + k.One
	}
	return fmt.Sprintf("%d %s", n, k.Plural)
}

// CredentialStands is where a credential stands, in a word or two.
func CredentialStands(c *tracker.Credential) string {
	switch c.Status {
	case tracker.CredentialDueSoon:
		return "due soon"
	case tracker.CredentialExpired:
		return "expired"
	}
	return "current"
}

// CredentialWhen says what comes next for a credential.
func CredentialWhen(c *tracker.Credential) string {
	switch {
	case c.Expires == nil:
		return "does not expire"
	case c.Status == tracker.CredentialExpired:
		return "since " + DayYear(*c.Expires)
	case c.Status == tracker.CredentialDueSoon:
		return Count(*c.DaysLeft, "day") + ", renew now"
	}
	return "to " + DayYear(*c.Expires)
}

// MendFirst is the next step in a log that has so many errors.
func MendFirst(errors int) string {
	if errors == 1 {
		return "mend the error first"
	}
	return fmt.Sprintf("mend the %d errors first", errors)
}
