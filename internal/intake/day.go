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

// dayReader reads a day as people type it on a phone: 2026-04-03, 2026-04,
// today, yesterday or tomorrow. What could be two days is neither.
func dayReader(today civil.Date) func(string) (tracker.Day, error) {
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
		switch like := tracker.DaysLike(s, today); len(like) {
		case 0:
			return d, notDay{quoted(s) + " is no day", "write it like " + today.String() + ", or today or yesterday", false}
		case 1:
			return d, notDay{quoted(s) + " is not how a day is written here", "write " + like[0], true}
		default:
			return d, notDay{quoted(s) + " can be two days", "write " + strings.Join(like, " or "), true}
		}
	}
}
