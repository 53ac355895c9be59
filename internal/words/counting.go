package words

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// maxCounted is how many entries a nudge names.
const maxCounted = 12

// Counting says in a nudge how a standing came about: the entries that may be
// named, by date, and the arithmetic of the line. It changes when the log does,
// and not with every day.
func Counting(x *tracker.Explanation, today civil.Date) string {
	s := &x.Standing
	var named []string
	hidden := false
	for _, c := range x.Counts {
		switch {
		case c.Amount == 0:
		case c.Entry.Private:
			hidden = true
		default:
			named = append(named, countedEntry(&c, s, today))
		}
	}
	if s.Form == tracker.Every {
		// Those before the last ones fall out of its window with the days.
		named = named[max(0, len(named)-int(*s.Target/tracker.One)):]
	}
	var b strings.Builder
	switch more := len(named) - maxCounted; {
	case len(named) == 0 && s.Form == tracker.Every:
		// Whether one is in the window changes with the days.
	case len(named) == 0 && !hidden:
		b.WriteString("Nothing has counted yet " + ThisPeriod(s) + ". ")
	case len(named) == 0:
	case more > 0:
		fmt.Fprintf(&b, "%d before, then %s. ", more, strings.Join(named[more:], ", "))
	default:
		b.WriteString(strings.Join(named, ", ") + ". ")
	}
	if hidden && s.Form != tracker.Every {
		b.WriteString("Entries with `public = false` count and are not named. ")
	}
	b.WriteString(lineOf(x, today))
	return strings.TrimSpace(b.String())
}

// countedEntry names an entry with its day and, where that matters, its amount.
func countedEntry(c *tracker.Counted, s *tracker.Standing, today civil.Date) string {
	name := Escape(Short(c.Entry.Title, 80))
	if name == "" {
		name = c.Entry.Kind.One
	}
	on := DayFrom(c.On, today)
	if c.About { // its day moves while its month lasts
		_, m, _ := c.Entry.When.Last().YMD()
		on = "about " + m.String()
	}
	if s.Unit != "entries" && s.Form != tracker.Every {
		on += ", " + Amount(c.Amount, s.Unit)
	}
	return name + " (" + on + ")"
}

// lineOf says how the line runs, where that takes a sentence.
func lineOf(x *tracker.Explanation, today civil.Date) string {
	s := &x.Standing
	switch {
	case s.Form == tracker.Every && x.SinceEntry:
		return fmt.Sprintf("%s in %s, from %s on.", upper(Times(s)), Count(s.Definition.Days, "day"), LongFrom(x.Since, today))
	case s.Form == tracker.Every:
		return fmt.Sprintf("%s in %s, from the first day, %s.", upper(Times(s)), Count(s.Definition.Days, "day"), LongFrom(x.Since, today))
	case s.Target == nil || s.GoalTarget == nil || *s.Target != *s.GoalTarget || len(x.Asked) > 1 || x.ActiveDays == 0 || x.Steps == 0:
		return "" // breaks and changes take more than a sentence: hone explain has it
	case counted(s) && *s.Target > tracker.One:
		return fmt.Sprintf("%s in %s is one every %s.", s.Target, Count(x.ActiveDays, "day"), Count(max(1, int(tracker.Amount(x.ActiveDays)*tracker.One / *s.Target)), "day"))
	case x.Steps > 1:
		return fmt.Sprintf("%s in %s, in %d even steps.", Amount(*s.Target, s.Unit), Count(x.ActiveDays, "day"), x.Steps)
	}
	return ""
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
