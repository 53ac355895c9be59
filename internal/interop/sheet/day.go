package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Order says which part of 03/04/2026 comes first.
type Order int

// The orders.
const (
	NoOrder Order = iota // not known: what can be read in both ways is refused
	DayFirst
	MonthFirst
)

// Dates says how days are written where the writing alone does not tell.
type Dates struct {
	Order  Order
	Serial bool // as a spreadsheet leaves them: five digits are a day number, Oct-23 is a month
}

// ParseDates reads dmy, mdy or excel, or several with commas between them.
func ParseDates(s string) (d Dates, err error) {
	for _, word := range strings.Split(s, ",") {
		order := d.Order
		switch strings.TrimSpace(word) {
		case "dmy":
			d.Order = DayFirst
		case "mdy":
			d.Order = MonthFirst
		case "excel":
			d.Serial = true
		default:
			return d, fmt.Errorf("%q is no way to write dates: write dmy (31/01/2026), mdy (01/31/2026) or excel (day numbers, and months like Oct-23)", strings.TrimSpace(word))
		}
		if order != NoOrder && d.Order != order {
			return d, fmt.Errorf("%q says both dmy and mdy: write one of them", s)
		}
	}
	return d, nil
}

// String returns what ParseDates reads; "" for no word at all.
func (d Dates) String() string {
	var words []string
	switch d.Order {
	case DayFirst:
		words = append(words, "dmy")
	case MonthFirst:
		words = append(words, "mdy")
	}
	if d.Serial {
		words = append(words, "excel")
	}
	return strings.Join(words, ",")
}

var (
	timeOfDay  = regexp.MustCompile(`(?i)^(.*?)(?:T|[ ,]+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$`)
	yearFirst  = regexp.MustCompile(`^(\d{4})[-/. ]+(\d{1,2})[-/. ]+(\d{1,2})\.?$`)
	yearMonth  = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})$`)
	monthYear  = regexp.MustCompile(`^(\d{1,2})[-/.](\d{4})$`)
	yearLast   = regexp.MustCompile(`^(\d{1,2})([-/.]) ?(\d{1,2})[-/.] ?(\d{4}|\d{2})$`)
	eight      = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	dayNumber  = regexp.MustCompile(`^(\d{5})(?:[.,]\d+)?$`)
	wordYear   = regexp.MustCompile(`^(\p{L}+)\.?[- ]{1,2}(\d{2})$`)
	dayWord    = regexp.MustCompile(`^\d{1,2}\.?[- ]{1,2}(\p{L}+)\.?$`)
	yearAlone  = regexp.MustCompile(`^\d{4}$`)
	wordsParts = regexp.MustCompile(`[\p{L}]+|\d+`)
)

// Day reads a day, or a month known no closer, as people and programs write it.
// The time of day is left out, and not moved to another time zone. A day that
// can be read in two ways is refused; the error says the way out, and is a
// [*Fault] without a place.
func (d Dates) Day(s string) (tracker.Day, error) {
	s = strings.TrimSpace(s)
	if m := timeOfDay.FindStringSubmatch(s); m != nil {
		s = strings.TrimSpace(m[1])
	}
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		return onDay(s, number(m[1]), number(m[2]), number(m[3]), likeThis)
	}
	if m := eight.FindStringSubmatch(s); m != nil {
		return onDay(s, number(m[1]), number(m[2]), number(m[3]), likeThis)
	}
	if m := yearMonth.FindStringSubmatch(s); m != nil {
		return inMonth(s, number(m[1]), number(m[2]))
	}
	if m := monthYear.FindStringSubmatch(s); m != nil {
		return inMonth(s, number(m[2]), number(m[1]))
	}
	if m := yearLast.FindStringSubmatch(s); m != nil {
		return d.ordered(s, number(m[1]), number(m[3]), m[4], m[2] == ".")
	}
	if m := dayNumber.FindStringSubmatch(s); m != nil {
		n := number(m[1])
		if !d.Serial {
			return tracker.Day{}, &Fault{Says: fmt.Sprintf("%q looks like a spreadsheet's day number", s), Help: "save the column as a date, or read such numbers with --dates excel"}
		}
		return tracker.OnDay(civil.Of(1899, time.December, 30) + civil.Date(n)), nil // as they count from 1 March 1900 on
	}
	if m := wordYear.FindStringSubmatch(s); m != nil && months[strings.ToLower(m[1])] > 0 {
		y, month := nearYear(number(m[2])), months[strings.ToLower(m[1])]
		if !d.Serial {
			return tracker.Day{}, &Fault{
				Says: fmt.Sprintf("%q may be a month or a day", s),
				Help: fmt.Sprintf("write it like %04d-%02d, or read such texts as months, as a spreadsheet writes them, with --dates excel", y, month),
			}
		}
		return inMonth(s, y, month)
	}
	if m := dayWord.FindStringSubmatch(s); m != nil && months[strings.ToLower(m[1])] > 0 {
		return tracker.Day{}, &Fault{Says: fmt.Sprintf("%q has no year", s), Help: "write it like 2026-01-31"}
	}
	if yearAlone.MatchString(s) {
		return tracker.Day{}, &Fault{Says: fmt.Sprintf("%q is a year alone", s), Help: "write the day, or at least the month, like 2026-01"}
	}
	if y, m, day, ok := inWords(s); ok && day == 0 {
		return inMonth(s, y, m)
	} else if ok {
		return onDay(s, y, m, day, likeThis)
	}
	return tracker.Day{}, &Fault{Says: fmt.Sprintf("%q is no day", short(s)), Help: "write it like 2026-01-31"}
}

// ordered reads a day whose year comes last. With dots between its parts the
// day comes first, unless the order is said.
func (d Dates) ordered(s string, a, b int, yearText string, dots bool) (tracker.Day, error) {
	y, _ := strconv.Atoi(yearText)
	order := d.Order
	if order == NoOrder && dots {
		order = DayFirst
	}
	if len(yearText) == 2 {
		if order == NoOrder {
			return tracker.Day{}, twoWays(s)
		}
		y = nearYear(y)
	}
	month, day, help := b, a, likeThis
	if order == MonthFirst || order == NoOrder && b > 12 {
		month, day = a, b
	} else if order == NoOrder && a <= 12 && a != b {
		return tracker.Day{}, twoWays(s)
	}
	if civil.Valid(y, time.Month(day), month) {
		help = "are the dates of this file the other way round? Say so with --dates dmy or --dates mdy"
	}
	return onDay(s, y, month, day, help)
}

// nearYear is the year that two digits mean: of 1970 to 2069.
func nearYear(y int) int {
	if y < 70 {
		return 2000 + y
	}
	return 1900 + y
}

func twoWays(s string) error {
	return &Fault{Says: fmt.Sprintf("%q can be read in two ways", s), Help: "say which: --dates dmy or --dates mdy"}
}

const likeThis = "mend it in the file, like 2026-01-31"

func onDay(s string, y, m, d int, help string) (tracker.Day, error) {
	if !civil.Valid(y, time.Month(m), d) {
		return tracker.Day{}, &Fault{Says: fmt.Sprintf("%q is not in the calendar", s), Help: help}
	}
	return tracker.OnDay(civil.Of(y, time.Month(m), d)), nil
}

func inMonth(s string, y, m int) (tracker.Day, error) {
	day, err := tracker.ParseDay(fmt.Sprintf("%04d-%02d", y, m))
	if err != nil {
		return tracker.Day{}, &Fault{Says: fmt.Sprintf("%q is not in the calendar", s), Help: likeThis}
	}
	return day, nil
}

// inWords reads a day with its month in letters: 21 Nov 2026, November 21st
// 2026, le 21 novembre 2026, Nov 2026. Without a day, d is 0.
func inWords(s string) (y, m, d int, ok bool) {
	if len(s) > 60 {
		return 0, 0, 0, false
	}
	var numbers []string
	for _, part := range wordsParts.FindAllString(strings.ToLower(s), -1) {
		month := months[part]
		switch {
		case part[0] >= '0' && part[0] <= '9':
			numbers = append(numbers, part)
		case month > 0 && m == 0:
			m = month
		case !fillers[part]:
			return 0, 0, 0, false
		}
	}
	if m == 0 || len(numbers) == 0 || len(numbers) > 2 {
		return 0, 0, 0, false
	}
	last := numbers[len(numbers)-1]
	if len(numbers) == 2 && len(numbers[0]) == 4 { // 2026 Nov 21
		numbers[0], last = last, numbers[0]
	}
	y, _ = strconv.Atoi(last)
	if len(numbers) == 2 {
		d, _ = strconv.Atoi(numbers[0])
	}
	if len(numbers) == 2 && len(last) == 2 { // 21-Nov-26
		y = nearYear(y)
	} else if len(last) != 4 {
		return 0, 0, 0, false
	}
	return y, m, d, len(numbers) == 1 || d > 0
}

// fillers are the words of a written day that say nothing.
var fillers = set("st nd rd th of the le de du er am den dem on")

// months are the names of months in English, German and French.
var months = func() map[string]int {
	names := map[string]int{}
	for i, words := range []string{
		"january jan januar jänner jän janvier janv",
		"february feb februar février fevrier févr fevr fév",
		"march mar märz maerz mrz mär mars",
		"april apr avril avr",
		"may mai",
		"june jun juni juin",
		"july jul juli juillet juil",
		"august aug août aout",
		"september sep sept septembre",
		"october oct oktober okt octobre",
		"november nov novembre",
		"december dec dezember dez décembre decembre déc",
	} {
		for word := range set(words) {
			names[word] = i + 1
		}
	}
	return names
}()

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// short cuts a text for a message.
func short(s string) string {
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return s
}
