package render

import (
	"bytes"
	"time"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// AsOf returns the status that cards show: the public status of the later of the
// last Monday and the last change. A day changes something when a public entry
// counts from it on, or when status.json says another thing than the day before,
// by the same log. So cards are of a log and a day alone, and between two
// changes they move once a week. public is today's.
//
// Days are replayed back from today to the last change, six at most.
func AsOf(l *tracker.Log, public Status) Status {
	s := public
	monday, _ := civil.Week.Around(s.Today, civil.January)
	begins := countFrom(l, monday, s.Today)
	for s.Today > monday && !begins[s.Today-monday] {
		before := publicOn(l, s.Today-1)
		if !bytes.Equal(StatusFile(before, 0), StatusFile(s, 0)) {
			break
		}
		s = before
	}
	if s.Today != public.Today {
		s.Coverage = l.PublicCoverage(s.Today)
		s.public = s.Coverage
	}
	return s
}

// publicOn is the public status of a day without its coverage.
func publicOn(l *tracker.Log, d civil.Date) Status {
	return Status{Today: d, Timezone: l.Settings.Timezone, Goals: l.Standings(d), Credentials: l.Credentials(d)}.Public()
}

// countFrom tells on which days of a week, from its Monday up to a day, a public
// entry begins to count. One known to the month counts from the month's first
// day on.
func countFrom(l *tracker.Log, monday, until civil.Date) (days [7]bool) {
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.Private || !e.Counts() {
			continue
		}
		d := e.When.Last()
		if e.When.Month {
			y, m, _ := d.YMD()
			d = civil.Of(y, m, 1)
		}
		if monday <= d && d <= until {
			days[d-monday] = true
		}
	}
	return days
}

// weekStart is the day on which the log's weeks begin in pictures; standings
// count by ISO weeks whatever it is.
func weekStart(l *tracker.Log) time.Weekday {
	if l.Cards.WeekStarts == "sunday" {
		return time.Sunday
	}
	return time.Monday
}
