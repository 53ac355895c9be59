// Package words is the catalogue: every amount, date, plural and sentence that
// hone says of a standing. Dates are English, amounts have no more decimals
// than they need.
package words

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Day is a date in short: 2 Apr.
func Day(d civil.Date) string {
	_, m, day := d.YMD()
	return fmt.Sprintf("%d %s", day, m.String()[:3])
}

// DayYear is a date with its year: 31 May 2028.
func DayYear(d civil.Date) string { return fmt.Sprintf("%s %d", Day(d), d.Year()) }

// DayFrom is a date as seen from another: with its year when that is not the
// same.
func DayFrom(d, today civil.Date) string {
	if d.Year() == today.Year() {
		return Day(d)
	}
	return DayYear(d)
}

// LongDay is a date in full: 21 November 2026.
func LongDay(d civil.Date) string {
	y, m, day := d.YMD()
	return fmt.Sprintf("%d %s %d", day, m, y)
}

// DayMonth is a day with its month in full: 2 April.
func DayMonth(d civil.Date) string {
	_, m, day := d.YMD()
	return fmt.Sprintf("%d %s", day, m)
}

// LongFrom is a day with its month in full, and its year when that is not
// today's.
func LongFrom(d, today civil.Date) string {
	if d.Year() == today.Year() {
		return DayMonth(d)
	}
	return LongDay(d)
}

// Count is a number with its noun: 1 day, 3 days.
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %s", n, Plural(noun))
}

// Plural is the plural of a noun.
func Plural(noun string) string {
	switch {
	case noun == "feedback":
		return "feedbacks"
	case strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "ay"):
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "x"):
		return noun + "es"
	}
	return noun + "s"
}

var ordinals = []string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"}

// Ordinal is a number in a row: third, 21st.
func Ordinal(n int) string {
	if n > 0 && n < len(ordinals) {
		return ordinals[n]
	}
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprintf("%d%s", n, suffix)
}

// Unit is the short mark of a goal's unit behind an amount, with its space, or
// "" for a count.
func Unit(unit string) string {
	switch unit {
	case "hours":
		return " h"
	case "pages":
		return " pages"
	case "credits":
		return " credits"
	case "areas":
		return " areas"
	}
	return ""
}

// Amount is an amount with its unit: 22 h, 3, 1 credit.
func Amount(a tracker.Amount, unit string) string {
	mark := Unit(unit)
	if a == tracker.One {
		mark = strings.TrimSuffix(mark, "s")
	}
	return a.String() + mark
}

// SoFar is what is done of what is asked for: 2 of 12, 26 of 60 h.
func SoFar(s *tracker.Standing) string {
	if s.Target == nil {
		return s.Done.String() + Unit(s.Unit)
	}
	return s.Done.String() + " of " + Amount(*s.Target, s.Unit)
}

// Period names the period that a standing is counted in: 2026, Q4, H2,
// November, week 47, or the span's days.
func Period(s *tracker.Standing) string {
	if s.Period == nil {
		return ""
	}
	from, until := s.Period.From, s.Period.Until
	y, m, day := from.YMD()
	calendar := day == 1
	if s.Form == tracker.OneSpan {
		return DayFrom(from, until) + " to " + DayYear(until)
	}
	switch s.Definition.Period {
	case civil.Week:
		return fmt.Sprintf("week %d", isoWeek(from))
	case civil.Month:
		return m.String()
	case civil.Quarter:
		if calendar && m%3 == 1 {
			return fmt.Sprintf("Q%d", (int(m)+2)/3)
		}
	case civil.Half:
		if calendar && m%6 == 1 {
			return fmt.Sprintf("H%d", (int(m)+5)/6)
		}
	case civil.Year:
		if calendar && m == 1 {
			return fmt.Sprint(y)
		}
		return fmt.Sprintf("%d/%02d", y, until.Year()%100)
	}
	return Day(from) + " to " + Day(until)
}

// isoWeek is the number of the ISO week that begins on a Monday.
func isoWeek(monday civil.Date) int {
	thursday := monday + 3
	return int(thursday-civil.Of(thursday.Year(), 1, 1))/7 + 1
}

// ThisPeriod names a standing's period as one who is in it does: this year.
func ThisPeriod(s *tracker.Standing) string {
	if s.Form == tracker.Per {
		switch p := s.Definition.Period; p {
		case civil.Half:
			return "this half-year"
		default:
			return "this " + p.String()
		}
	}
	if s.Period != nil {
		return "by " + DayYear(s.Period.Until)
	}
	return ""
}

// StepVerb chooses between a verb's forms for the step that comes next: the
// first for a thing or for one of an amount.
func StepVerb(s *tracker.Standing, one, many string) string {
	if s.Next == nil || counted(s) || s.Done+s.Next.Amount == tracker.One {
		return one
	}
	return many
}

// StepName names the step that comes next: "third" of a count, "25 h" of an
// amount.
func StepName(s *tracker.Standing) string {
	if s.Next == nil {
		return ""
	}
	level := s.Done + s.Next.Amount
	if counted(s) {
		return Ordinal(int(level / tracker.One))
	}
	return Amount(level, s.Unit)
}
