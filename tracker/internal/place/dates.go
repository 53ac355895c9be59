package place

import (
	"time"

	"github.com/honelog/hone/tracker/civil"
)

// isMonth reports whether a token is a year and a month: 2026-05.
func isMonth(token string) bool {
	return len(token) == 7 && token[4] == '-' && allDigits(token[:4]) && allDigits(token[5:])
}

// isOddDate reports whether a token is three groups of digits with one kind of
// mark between them (2026-2-3, 03/04/2026, 15.11.2026) and not a date of the
// calendar in TOML's form.
func isOddDate(token string) bool {
	var groups [3]string
	mark, g := byte(0), 0
	for i := 0; i < len(token); i++ {
		switch c := token[i]; {
		case c >= '0' && c <= '9':
			groups[g] += string(c)
		case (c == '-' || c == '/' || c == '.') && (mark == 0 || mark == c) && g < 2:
			mark = c
			g++
		default:
			return false
		}
	}
	if g != 2 || len(groups[0]) == 0 || len(groups[1]) == 0 || len(groups[2]) == 0 {
		return false
	}
	if mark == '-' && len(groups[0]) == 4 && len(groups[1]) == 2 && len(groups[2]) == 2 {
		return !civil.Valid(number(groups[0]), time.Month(number(groups[1])), number(groups[2]))
	}
	return true
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
