package civil

import "time"

// Period is a recurring stretch of the calendar that a goal is counted by.
type Period int

// The periods, shortest first. Quarter, Half and Year begin where the year
// begins; Week is the ISO week, from Monday.
const (
	Week Period = iota + 1
	Month
	Quarter
	Half
	Year
)

var periodNames = [...]string{Week: "week", Month: "month", Quarter: "quarter", Half: "half", Year: "year"}

// ParsePeriod returns the period of that name.
func ParsePeriod(name string) (Period, bool) {
	for i, n := range periodNames {
		if n == name && n != "" {
			return Period(i), true
		}
	}
	return 0, false
}

// String returns the name: week, month, quarter, half or year.
func (p Period) String() string {
	if p < Week || p > Year {
		return ""
	}
	return periodNames[p]
}

// YearStart is the month and day on which years, halves and quarters begin.
// Day is 1 to 28, so that every month has it.
type YearStart struct {
	Month time.Month
	Day   int
}

// January is the calendar's own beginning of the year.
var January = YearStart{time.January, 1}

// Around returns the first and the last day of the period that holds d.
func (p Period) Around(d Date, start YearStart) (first, last Date) {
	if p == Week {
		first = d - Date(floorMod(int(d.Weekday())-int(time.Monday), 7))
		return first, first + 6
	}
	if p == Month {
		y, m, _ := d.YMD()
		return Of(y, m, 1), Of(y, m, DaysIn(y, m))
	}
	months := 12
	switch p {
	case Quarter:
		months = 3
	case Half:
		months = 6
	}
	// The latest mark (a month with the year's first day) at or before d, then
	// back to the mark at which the period begins.
	y, m, day := d.YMD()
	mark := int(m)
	if day < start.Day {
		mark--
	}
	begin := mark - floorMod(mark-int(start.Month), 12)%months
	return Of(y, time.Month(begin), start.Day), Of(y, time.Month(begin+months), start.Day) - 1
}
