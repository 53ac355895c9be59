package brute

import (
	"encoding/json"
	"time"
)

// Day is a civil date: days since 1 January 1970.
type Day int

// Date returns the day of a date.
func Date(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// ParseDay reads YYYY-MM-DD. It panics on anything else: only tests call it.
func ParseDay(s string) Day {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return Day(t.Unix() / 86400)
}

func (d Day) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// String is YYYY-MM-DD.
func (d Day) String() string { return d.time().Format("2006-01-02") }

// MarshalJSON writes YYYY-MM-DD.
func (d Day) MarshalJSON() ([]byte, error) { return json.Marshal(d.String()) }

// period returns the natural period that holds d (rule 1).
func period(per string, yearStarts [2]int, d Day) (s, e Day) {
	s = d
	for !begins(per, yearStarts, s) {
		s--
	}
	e = d
	for !begins(per, yearStarts, e+1) {
		e++
	}
	return s, e
}

// begins reports whether a period begins on d.
func begins(per string, yearStarts [2]int, d Day) bool {
	if yearStarts == [2]int{} {
		yearStarts = [2]int{1, 1}
	}
	t := d.time()
	months := (int(t.Month()) - yearStarts[0] + 12) % 12
	switch per {
	case "week":
		return t.Weekday() == time.Monday
	case "month":
		return t.Day() == 1
	case "quarter":
		return t.Day() == yearStarts[1] && months%3 == 0
	case "half":
		return t.Day() == yearStarts[1] && months%6 == 0
	case "year":
		return t.Day() == yearStarts[1] && months == 0
	}
	panic("brute: no such period: " + per)
}
