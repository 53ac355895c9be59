package tracker

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/honelog/hone/tracker/civil"
)

// This file reads days that are not written as a log has them.

// DaysLike returns the days that a text in another form may mean, of 03/04/2026
// first the one with the day in front. A day without its year is the latest one.
func DaysLike(s string, today civil.Date) (like []string) {
	words := strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune("/.-, ", c) })
	if len(words) < 2 || len(words) > 3 || len(s) > 40 {
		return nil
	}
	add := func(year, month, day int) {
		if month >= 1 && month <= 12 && year >= 1000 && year <= 9999 && civil.Valid(year, time.Month(month), day) {
			if d := civil.Of(year, time.Month(month), day).String(); !slices.Contains(like, d) {
				like = append(like, d)
			}
		}
	}
	if month := slices.IndexFunc(words, isMonthName); month >= 0 {
		n := numbers(slices.Delete(slices.Clone(words), month, month+1))
		m := monthNamed(words[month])
		switch {
		case len(n) == 1 && n[0] <= 31:
			if year := today.Year(); civil.Valid(year, time.Month(m), n[0]) && civil.Of(year, time.Month(m), n[0]) <= today {
				add(year, m, n[0])
			} else {
				add(year-1, m, n[0])
			}
		case len(n) == 2 && n[0] > 31:
			add(n[0], m, n[1])
		case len(n) == 2:
			add(century(n[1]), m, n[0])
		}
		return like
	}
	switch n := numbers(words); {
	case len(n) != 3:
	case n[0] > 31:
		add(n[0], n[1], n[2])
	default:
		add(century(n[2]), n[1], n[0])
		add(century(n[2]), n[0], n[1])
	}
	return like
}

// numbers reads words as whole numbers, and none of them when one is not. The
// ending of 3rd goes.
func numbers(words []string) (n []int) {
	for _, w := range words {
		w = strings.ToLower(w)
		for _, ending := range []string{"st", "nd", "rd", "th"} {
			w = strings.TrimSuffix(w, ending)
		}
		i, err := strconv.ParseUint(w, 10, 16)
		if err != nil {
			return nil
		}
		n = append(n, int(i))
	}
	return n
}

func century(year int) int {
	if year < 100 {
		return 2000 + year
	}
	return year
}

func isMonthName(word string) bool { return monthNamed(word) > 0 }

// monthNamed returns the month of an English name, or of its first three letters
// or more, or 0.
func monthNamed(word string) int {
	word = strings.ToLower(word)
	for m := time.January; m <= time.December && len(word) >= 3; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), word) {
			return int(m)
		}
	}
	return 0
}

// Spell reads a length of time: 10d or 2w, with a space between them or not.
func Spell(s string) (days int, ok bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), ""))
	if len(s) < 2 || len(s) > 5 {
		return 0, false
	}
	n, err := strconv.ParseUint(s[:len(s)-1], 10, 16)
	switch unit := s[len(s)-1]; {
	case err != nil || n == 0:
		return 0, false
	case unit == 'w':
		return 7 * int(n), true
	default:
		return int(n), unit == 'd'
	}
}
