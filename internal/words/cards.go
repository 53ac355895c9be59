package words

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// This file and cards_desc.go are all that cards say: their headings, states,
// legends and axes here, what they tell in sentences there.

// Lang is the BCP 47 tag of the language of this catalogue.
const Lang = "en"

// CardWords is the heading of a card, and what it says when it has nothing to
// show.
type CardWords struct{ Title, Empty string }

// OfCard returns the words of a card by its name, but for burn-ups, which have
// their goal's title.
func OfCard(name string, year int) CardWords {
	switch name {
	case "rings":
		return CardWords{"Goals", "No goals yet."}
	case "heatmap":
		return CardWords{fmt.Sprintf("%d, day by day", year), fmt.Sprintf("Nothing in %d yet.", year)}
	case "skills":
		return CardWords{"Skills", "No entry names a skill yet."}
	case "shelf":
		return CardWords{"Certifications", "No certifications yet."}
	case "year":
		return CardWords{fmt.Sprintf("%d in numbers", year), fmt.Sprintf("Nothing in %d yet.", year)}
	case "recent":
		return CardWords{"Lately", "Nothing yet."}
	}
	return CardWords{}
}

// NoBurnup says why a goal has no burn-up.
func NoBurnup(s *tracker.Standing) string {
	if s.Form == tracker.Every {
		return "This goal asks for something every so often: there is no line to climb."
	}
	return "There is nothing to draw yet."
}

// CardAsOf says of which day a card is.
func CardAsOf(d civil.Date) string { return "as of " + DayYear(d) }

// CardMore stands below a list that is cut: a format with one %d.
const CardMore = "and %d more"

// Months are the twelve months in short, from January.
func Months() []string {
	names := make([]string, 12)
	for m := range names {
		names[m] = time.Month(m + 1).String()[:3]
	}
	return names
}

// MonthTick names the month of a day on an axis; January says its year.
func MonthTick(d civil.Date) string {
	y, m, _ := d.YMD()
	if m == time.January {
		return fmt.Sprint(y)
	}
	return m.String()[:3]
}

// Weekdays are the days of the week in short, from the one on which weeks begin.
func Weekdays(first time.Weekday) (names [7]string) {
	for i := range names {
		names[i] = ((first + time.Weekday(i)) % 7).String()[:3]
	}
	return names
}

// Less and More are the ends of a heatmap's legend.
const (
	Less = "less"
	More = "more"
)

// RingParts are the amount of a goal's ring and its state: those of its badge,
// and the amount also where the badge has no room for it; of a cadence, how well
// it was kept. Units are short.
func RingParts(s *tracker.Standing) (value, state string) {
	value, state = ringParts(s)
	return shortUnits.Replace(value), state
}

func ringParts(s *tracker.Standing) (value, state string) {
	value, state = badgeParts(s)
	switch {
	case s.Form == tracker.Every && s.Kept != nil && s.Status != tracker.Upcoming:
		value = Percent(Thousandths(s.Kept)/10*10) + " kept" // never more than it was
	case s.Form != tracker.Every && s.Status == tracker.Paused:
		value = SoFar(s)
	}
	return value, state
}

// HeatmapSummary counts the entries of a year and the days they fall on.
func HeatmapSummary(entries, days int) string {
	return fmt.Sprintf("%s on %s", Count(entries, "entry"), Count(days, "day"))
}

// SkillState says of a weak area what is weak: that it is quiet, and since when,
// or that it has little of its time.
func SkillState(a *tracker.AreaStanding, asOf civil.Date) string {
	switch {
	case !a.Weak && !a.Quiet:
		return ""
	case !a.Quiet:
		return "less than half its wish"
	case a.Last == nil:
		return "no entry yet"
	}
	y, m, _ := a.Last.YMD()
	if y == asOf.Year() {
		return "quiet since " + m.String()
	}
	return fmt.Sprintf("quiet since %s %d", m.String()[:3], y)
}

// SkillsSummary names the weak areas, or the first of many.
func SkillsSummary(weak []string) string {
	const most = 3
	switch {
	case len(weak) == 0:
		return "Every area has its share."
	case len(weak) > most+1:
		return fmt.Sprintf("Room to grow: %s and %d more", strings.Join(weak[:most], ", "), len(weak)-most)
	}
	return "Room to grow: " + list(weak)
}

// ShelfState says how long a credential holds: what its badge says, and the year
// of what is over.
func ShelfState(c *tracker.Credential) string {
	if c.Status == tracker.CredentialExpired {
		return "expired " + DayYear(*c.Expires)
	}
	return CredentialBadge(c)
}

// The legend of the skills.
const (
	SkillShare = "share"
	SkillWish  = "wish"
	SkillScore = "self-score"
	SkillAim   = "aim"
)

// RingLine names the mark of the pace on a ring or bar.
const RingLine = "the even line"

// The legend of a burn-up.
const (
	BurnupDone     = "done"
	BurnupBand     = "even line"
	BurnupPause    = "pause"
	BurnupForecast = "forecast"
)

// Outlook says where a period probably ends, or why nothing is said. That
// nothing will be done is not said.
func Outlook(s *tracker.Standing) string {
	f := s.Forecast
	switch {
	case s.Unit == "areas", s.Status == tracker.Done, s.Status == tracker.Missed, s.Status == tracker.NotDue, s.Status == tracker.Upcoming:
		return ""
	case f == nil:
		return "too early to say"
	case f.High == 0:
		return ""
	case f.Low == f.High:
		return "probably " + Amount(f.High, s.Unit)
	}
	return "probably " + f.Low.String() + " to " + Amount(f.High, s.Unit)
}

// YearNumber is an amount and the noun it counts.
type YearNumber struct{ Value, Label string }

// number is a number with its noun apart from it: 1, day.
func number(n int, one, many string) YearNumber {
	if n == 1 {
		many = one
	}
	return YearNumber{fmt.Sprint(n), many}
}

// YearEntries to YearWeeks name the numbers of a year.
func YearEntries(n int) YearNumber { return number(n, "entry", "entries") }

// YearDays counts the days on which something was learned.
func YearDays(n int) YearNumber { return number(n, "day of learning", "days of learning") }

// YearHours is a number of hours, rounded to whole ones from ten on.
func YearHours(a tracker.Amount) YearNumber {
	if a < 10*tracker.One {
		n := 0
		if a == tracker.One {
			n = 1
		}
		return YearNumber{a.String(), number(n, "hour", "hours").Label}
	}
	return number(int((a+tracker.One/2)/tracker.One), "hour", "hours")
}

// YearKind counts the entries of a kind.
func YearKind(n int, k *tracker.Kind) YearNumber { return number(n, k.One, k.Plural) }

// YearAreas counts the areas that were touched.
func YearAreas(n int) YearNumber {
	return YearNumber{fmt.Sprintf("%d of %d", n, tracker.NumAreas), "areas"}
}

// YearWeeks is the longest run of weeks with something learned in each.
func YearWeeks(n int) YearNumber { return number(n, "week in a row", "weeks in a row") }

// EntryDay is an entry's day with its year; of one known to the month, the
// month.
func EntryDay(d tracker.Day) string {
	if !d.Month {
		return DayYear(d.Last())
	}
	y, m, _ := d.Last().YMD()
	return fmt.Sprintf("%s %d", m, y)
}

// Shown is a text of at most so many characters, or another where nothing of it
// would be seen.
func Shown(s, otherwise string, most int) string {
	visible := func(c rune) bool {
		return unicode.IsGraphic(c) && !unicode.IsSpace(c) && !unicode.IsMark(c) && !unicode.Is(fillers, c)
	}
	if short := Short(s, most); strings.ContainsFunc(short, visible) {
		return short
	}
	return otherwise
}

// fillers are the letters that have no shape.
var fillers = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x115f, Hi: 0x1160, Stride: 1}, {Lo: 0x3164, Hi: 0x3164, Stride: 1}, {Lo: 0xffa0, Hi: 0xffa0, Stride: 1}}}
