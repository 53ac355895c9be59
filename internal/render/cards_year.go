package render

import (
	"math/bits"

	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// year is what the public entries of a calendar year add up to, up to a day.
type year struct {
	first   civil.Date // 1 January
	counts  []int      // entries of each day; -1 for days to come
	months  [12]int    // entries of each
	entries int
	days    int // with an entry
	weeks   int // the longest run of ISO weeks with an entry in each, cut to the year
	hours   tracker.Amount
	kinds   map[*tracker.Kind]int
	areas   int  // distinct ones touched
	ever    bool // whether any public entry counts, in this year or before
}

// yearOf adds up the year of a day in one pass. An entry known to the month is
// where it counts: on the month's last day, or today.
func yearOf(l *tracker.Log, today civil.Date) year {
	n := today.Year()
	y := year{first: civil.Of(n, 1, 1), kinds: map[*tracker.Kind]int{}}
	y.counts = make([]int, civil.Of(n+1, 1, 1)-y.first)
	var areas uint
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.Private || !e.Counts() {
			continue
		}
		on := e.When.On(today)
		if on > today {
			continue
		}
		y.ever = true
		if on < y.first {
			continue
		}
		_, m, _ := on.YMD()
		y.counts[on-y.first]++
		y.months[m-1]++
		y.entries++
		y.hours += e.Hours
		y.kinds[e.Kind]++
		for a := range tracker.Area(tracker.NumAreas) {
			if e.Touches(a) {
				areas |= 1 << a
			}
		}
	}
	y.areas = bits.OnesCount(areas)
	y.countDays(today)
	return y
}

// countDays counts days and weeks, and marks the days to come.
func (y *year) countDays(today civil.Date) {
	monday := int(y.first.Weekday()+6) % 7 // of the first day, counted from Monday
	run, last := 0, -2
	for i, n := range y.counts {
		switch week := (i + monday) / 7; {
		case y.first+civil.Date(i) > today:
			y.counts[i] = -1
		case n > 0:
			y.days++
			if week > last+1 {
				run = 0
			}
			if week != last {
				run++
			}
			last = week
			y.weeks = max(y.weeks, run)
		}
	}
}

// yearNumbers is how many numbers the card shows at most.
const yearNumbers = 6

// numbers is the card of the year in numbers: those that matter most, and none
// that is nothing.
func (d *deck) numbers() drawn {
	y := &d.year
	card := &cards.Year{Months: y.months[:], Names: words.Months()}
	if y.entries == 0 {
		return drawn{card, &card.Frame, y.ever}
	}
	numbers := []words.YearNumber{words.YearEntries(y.entries), words.YearDays(y.days)}
	if y.hours > 0 {
		numbers = append(numbers, words.YearHours(y.hours))
	}
	book := tracker.KindOf("book")
	if n := y.kinds[book]; n > 0 {
		numbers = append(numbers, words.YearKind(n, book))
	}
	if y.areas > 0 {
		numbers = append(numbers, words.YearAreas(y.areas))
	}
	if y.weeks > 1 {
		numbers = append(numbers, words.YearWeeks(y.weeks))
	}
	if k := y.fullest(book); k != nil && len(numbers) < yearNumbers {
		numbers = append(numbers, words.YearKind(y.kinds[k], k))
	}
	for _, n := range numbers {
		card.Numbers = append(card.Numbers, cards.Number{Value: n.Value, Label: n.Label})
	}
	card.Desc = words.YearDesc(numbers, y.months)
	return drawn{card, &card.Frame, y.ever}
}

// fullest is the kind with the most entries but for one; of several, the first
// in the order of the documentation.
func (y *year) fullest(but *tracker.Kind) (most *tracker.Kind) {
	for _, k := range tracker.Kinds() {
		if k != but && y.kinds[k] > 0 && (most == nil || y.kinds[k] > y.kinds[most]) {
			most = k
		}
	}
	return most
}
