// Package civil counts civil days: dates without time, zone or clock.
//
// A [Date] is a number of days, so order is <, distance is -, and the next
// day is +1. Every calendar question (which month, which ISO week) is answered
// from that number by integer arithmetic on the proleptic Gregorian calendar.
package civil

import (
	"fmt"
	"time"
)

// Date is a civil day: the number of days since 1970-01-01, negative before.
// Years 1 to 9999 can be written; arithmetic goes beyond without harm.
type Date int32

// Of returns the date of a year, month and day. A day or month out of its
// range rolls over, as in [time.Date].
func Of(year int, month time.Month, day int) Date {
	// Days from civil, after H. Hinnant, "chrono-Compatible Low-Level Date
	// Algorithms": March-based years put the leap day last.
	m := int(month) - 1
	year += floorDiv(m, 12)
	m = m - 12*floorDiv(m, 12) + 1
	y := year
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Date(era*146097 + doe - 719468)
}

// Parse reads a date in the form YYYY-MM-DD, years 0001 to 9999.
func Parse(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, fmt.Errorf("%q is no date: write YYYY-MM-DD, like 2026-01-31", s)
	}
	y, okY := digits(s[0:4])
	m, okM := digits(s[5:7])
	d, okD := digits(s[8:10])
	if !okY || !okM || !okD {
		return 0, fmt.Errorf("%q is no date: write YYYY-MM-DD, like 2026-01-31", s)
	}
	if !Valid(y, time.Month(m), d) {
		return 0, fmt.Errorf("%q is not in the calendar", s)
	}
	return Of(y, time.Month(m), d), nil
}

// Valid reports whether the calendar has that day, in years 1 to 9999.
func Valid(year int, month time.Month, day int) bool {
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
		day >= 1 && day <= DaysIn(year, month)
}

// DaysIn returns the number of days of a month.
func DaysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// YMD returns the year, month and day.
func (d Date) YMD() (year int, month time.Month, day int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	m := mp + 3
	if m > 12 {
		m -= 12
	}
	year = yoe + era*400
	if m <= 2 {
		year++
	}
	return year, time.Month(m), day
}

// Year returns the calendar year.
func (d Date) Year() int { y, _, _ := d.YMD(); return y }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday {
	return time.Weekday(floorMod(int(d)+4, 7)) // 1970-01-01 was a Thursday
}

// MonthEnd returns the last day of d's month.
func (d Date) MonthEnd() Date {
	y, m, _ := d.YMD()
	return Of(y, m, DaysIn(y, m))
}

// String returns YYYY-MM-DD.
func (d Date) String() string {
	y, m, day := d.YMD()
	return fmt.Sprintf("%04d-%02d-%02d", y, int(m), day)
}

func digits(s string) (n int, ok bool) {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - b*floorDiv(a, b) }
