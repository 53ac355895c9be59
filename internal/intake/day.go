package intake

import (
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// notDay says why a text is no day, and how to write the one that was meant.
// doubt is false for what is like no day at all.
type notDay struct {
	says, help string
	doubt      bool
}

func (n notDay) Error() string { return n.says }

// How far ahead, in days, a day may lie that is told without its year: of an
// entry not at all, of a pause as near as it can be, of a snooze within the year.
const (
	nearest    = 182
	comingOnly = 365
)

// dayReader reads a day as people type it on a phone: 2026-04-03, 2026-04,
// today, yesterday or tomorrow. What could be two days is neither. Of a day
// without a year it tells the latest one that lies at most ahead days from today.
func dayReader(today civil.Date, ahead int) func(string) (tracker.Day, error) {
	return func(s string) (tracker.Day, error) {
		s = strings.TrimSpace(s)
		switch strings.ToLower(strings.TrimSuffix(s, ".")) {
		case "today":
			return tracker.OnDay(today), nil
		case "yesterday":
			return tracker.OnDay(today - 1), nil
		case "tomorrow":
			return tracker.OnDay(today + 1), nil
		}
		d, err := tracker.ParseDay(s)
		if err == nil {
			return d, nil
		}
		switch like := tracker.DaysLike(s, today+civil.Date(ahead)); len(like) {
		case 0:
			return d, notDay{quoted(s) + " is no day", "write it like " + today.String() + ", or today or yesterday", false}
		case 1:
			return d, notDay{quoted(s) + " is not how a day is written here", "write " + like[0], true}
		default:
			return d, notDay{quoted(s) + " can be two days", "write " + strings.Join(like, " or "), true}
		}
	}
}

// span parts the first day from the last, as people write the two: with dots
// between them, or with a dash or a word where days stand on both sides. two is
// false for a text that is no such pair; a side may be empty.
func span(text string, isDay func(string) bool) (first, last string, two bool) {
	if first, last, two = strings.Cut(strings.ReplaceAll(text, "…", ".."), ".."); two {
		return strings.TrimSpace(first), strings.TrimSpace(strings.TrimLeft(last, ".")), true
	}
	for _, between := range []string{" - ", "–", "—", " to ", " until "} {
		first, last, ok := strings.Cut(text, between)
		if first, last = strings.TrimSpace(first), strings.TrimSpace(last); ok && isDay(first) && isDay(last) {
			return first, last, true
		}
	}
	return "", "", false
}
