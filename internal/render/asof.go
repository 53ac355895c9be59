package render

import (
	"bytes"
	"slices"
	"time"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// AsOf returns the status that all pictures and README blocks show: the public
// status of the later of the last Monday and the last change. A day changes
// something when a public entry counts from it on, or when a standing says
// another thing than the day before, by the same log. So what is published is of
// a log and a day alone, and between two changes it moves once a week; its
// statuses, amounts done and dates are those of today nevertheless. public is
// today's.
//
// Days are replayed back from today to the last change, six at most.
func AsOf(l *tracker.Log, public Status) Status {
	s := public
	monday, _ := civil.Week.Around(s.Today, civil.January)
	begins := countFrom(l, monday, s.Today)
	for s.Today > monday && !begins[s.Today-monday] {
		before := publicOn(l, s.Today-1)
		if !bytes.Equal(standsAs(before), standsAs(s)) {
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

// standsAs is what status.json says but for how far ahead a goal is: that sinks
// from day to day while nothing happens, and is no change.
func standsAs(s Status) []byte {
	s.Goals = slices.Clone(s.Goals)
	for i := range s.Goals {
		if g := &s.Goals[i]; g.Status == tracker.Ahead {
			g.AheadBy = new(tracker.Amount)
		}
	}
	return StatusFile(s, 0)
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
