package main

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// dayReader reads a day as people write it: a date, a month, today, yesterday
// or tomorrow.
func dayReader(today civil.Date) func(string) (tracker.Day, error) {
	return func(s string) (tracker.Day, error) {
		switch strings.ToLower(strings.TrimSpace(s)) {
		case "today":
			return tracker.OnDay(today), nil
		case "yesterday":
			return tracker.OnDay(today - 1), nil
		case "tomorrow":
			return tracker.OnDay(today + 1), nil
		}
		d, err := tracker.ParseDay(strings.TrimSpace(s))
		if err != nil {
			return d, fmt.Errorf("%q is no day: write 2026-01-31, 2026-01, today or yesterday", s)
		}
		return d, nil
	}
}
