package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// dayReader reads a day as people type it: a date, a month, today, yesterday,
// tomorrow, mon or last monday, 12 nov. A weekday, and a day without its year,
// is the latest one. What could be two days is neither.
func dayReader(today civil.Date) func(string) (tracker.Day, error) {
	return func(s string) (tracker.Day, error) {
		s = strings.TrimSpace(s)
		if d, ok := namedDay(s, today); ok {
			return tracker.OnDay(d), nil
		}
		if d, err := tracker.ParseDay(s); err == nil {
			return d, nil
		}
		like := tracker.DaysLike(s, today)
		if w, last, ok := weekday(s); ok {
			like = []string{(today - 7).String()}
			switch ago := civil.Date((today.Weekday() - w + 7) % 7); {
			case ago > 0:
				like = []string{(today - ago).String()}
			case !last:
				like = []string{today.String(), (today - 7).String()}
			}
		}
		switch len(like) {
		case 0:
			return tracker.Day{}, fmt.Errorf("%q is no day: write 2026-01-31, 2026-01, today, yesterday or mon", s)
		case 1:
			return tracker.ParseDay(like[0])
		}
		return tracker.Day{}, fmt.Errorf("%q can be two days: write %s", s, strings.Join(like, " or "))
	}
}

// halfYear is in days: the nearest day without a year lies within one.
const halfYear = 182

// restReader reads the day on which a pause begins or ends, in the past or to
// come: of a day without its year the nearest. What could be two days, as mon, is
// neither.
func restReader(today civil.Date) func(string) (civil.Date, error) {
	return func(s string) (civil.Date, error) {
		s = strings.TrimSpace(s)
		if d, ok := namedDay(s, today); ok {
			return d, nil
		}
		if d, err := tracker.ParseDay(s); err == nil {
			if d.Month {
				return 0, fmt.Errorf("a pause begins and ends on a day: write it like 2026-07-06..2026-07-26")
			}
			return d.Last(), nil
		}
		like := tracker.DaysLike(s, today+halfYear)
		if w, last, ok := weekday(s); ok {
			before := today - 1 - civil.Date((today.Weekday()-w+6)%7)
			switch like = []string{before.String(), (before + 7).String()}; {
			case last:
				like = like[:1]
			case before+7 == today:
				like[0], like[1] = today.String(), (today + 7).String()
			}
		}
		switch len(like) {
		case 0:
		case 1:
			return civil.Parse(like[0])
		default:
			return 0, fmt.Errorf("%q can be two days: write %s", s, strings.Join(like, " or "))
		}
		return 0, fmt.Errorf("%q is no day: write it like %s, or today", s, today)
	}
}

func namedDay(s string, today civil.Date) (civil.Date, bool) {
	switch strings.ToLower(s) {
	case "today":
		return today, true
	case "yesterday":
		return today - 1, true
	case "tomorrow":
		return today + 1, true
	}
	return 0, false
}

// weekday reads the English name of a day of the week, or its first three
// letters or more, and whether last stands before it.
func weekday(s string) (day time.Weekday, last, ok bool) {
	name, last := strings.CutPrefix(strings.ToLower(strings.TrimSuffix(s, ".")), "last ")
	name = strings.TrimSpace(name)
	for day = time.Sunday; day <= time.Saturday && len(name) >= 3; day++ {
		if strings.HasPrefix(strings.ToLower(day.String()), name) {
			return day, last, true
		}
	}
	return 0, false, false
}
