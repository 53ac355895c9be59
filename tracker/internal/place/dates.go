package place

import (
	"time"

	"github.com/honelog/hone/tracker/civil"
)

// oddDate tells what a value that no parser takes is to a person: a month, a
// day, or neither.
func oddDate(token string) (kind FaultKind, ok bool) {
	switch {
	case len(token) > 40:
	case isMonth(token):
		return OddMonth, true
	case isOddDay(token):
		return OddDate, true
	}
	return 0, false
}

// isMonth reports whether a token is a year and a month of it: 2026-05, 2026-5.
func isMonth(token string) bool {
	if len(token) != 7 && len(token) != 6 || token[4] != '-' || !allDigits(token[:4]) || !allDigits(token[5:]) {
		return false
	}
	m := number(token[5:])
	return m >= 1 && m <= 12
}

// isOddDay reports whether a token is two or three groups of digits with one
// kind of mark between them (2026-2-3, 03/04/2026, 15.11.2026, 05/2026) and not
// a date of the calendar in TOML's form.
func isOddDay(token string) bool {
	groups, mark := []int{0}, byte(0) // lengths
	for i := 0; i < len(token); i++ {
		switch c := token[i]; {
		case c >= '0' && c <= '9':
			groups[len(groups)-1]++
		case (c == '-' || c == '/' || c == '.') && (mark == 0 || mark == c) && len(groups) < 3:
			mark = c
			groups = append(groups, 0)
		default:
			return false
		}
	}
	year := false
	for _, n := range groups {
		if n < 1 || n > 4 {
			return false
		}
		year = year || n == 4
	}
	switch {
	case len(groups) == 2: // 05/2026; 5/8 may be anything
		return year && (mark == '/' || mark == '-')
	case len(groups) < 2:
		return false
	}
	return !isDay(token)
}

// isDay reports whether a token is a day of the calendar as TOML writes it.
func isDay(token string) bool {
	return len(token) == 10 && token[4] == '-' && token[7] == '-' && allDigits(token[:4]) && allDigits(token[5:7]) && allDigits(token[8:]) &&
		civil.Valid(number(token[:4]), time.Month(number(token[5:7])), number(token[8:]))
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func number(s string) (n int) {
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
