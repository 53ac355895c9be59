package tracker

import (
	"time"

	"github.com/honelog/hone/tracker/civil"
)

// Day is a date as a log states it: a day, or a month known no closer. The
// zero Day is none.
type Day struct {
	date  civil.Date // of a month, its last day
	Month bool
	Set   bool
}

// OnDay returns the day of a date.
func OnDay(d civil.Date) Day { return Day{date: d, Set: true} }

// On returns the date on which the day counts. A month counts on its last day,
// or, while it lasts, today.
func (d Day) On(today civil.Date) civil.Date {
	if d.Month && d.date > today && today >= d.first() {
		return today
	}
	return d.date
}

// first returns the day, or the first day of the month.
func (d Day) first() civil.Date {
	if !d.Month {
		return d.date
	}
	y, m, _ := d.date.YMD()
	return civil.Of(y, m, 1)
}

// Last returns the day, or the last day of the month.
func (d Day) Last() civil.Date { return d.date }

// String returns the day as a log writes it, without quotes.
func (d Day) String() string {
	if !d.Set {
		return ""
	}
	if s := d.date.String(); d.Month {
		return s[:7]
	} else {
		return s
	}
}

// month reads a month in the form YYYY-MM.
func month(s string) (Day, bool) {
	if len(s) != 7 {
		return Day{}, false
	}
	first, err := civil.Parse(s + "-01")
	return Day{date: first.MonthEnd(), Month: true, Set: true}, err == nil
}

// fromTime takes the date out of what the decoder makes of a TOML date. ok is
// false for date-times and times.
func fromTime(t time.Time) (d civil.Date, ok bool) {
	y, m, day := t.Date()
	return civil.Of(y, m, day), t.Location().String() == "date-local"
}
