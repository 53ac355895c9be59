package tracker

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/honelog/hone/tracker/civil"
)

// booking is an entry that counts towards a goal.
type booking struct {
	on     civil.Date
	amount Amount
	areas  uint8
	entry  int32 // index in the log
}

// ledger is every booking of a goal, by date.
type ledger struct {
	bookings []booking
	lacking  int // entries that match and have none of the unit
}

// ledger books the entries of the log for a goal. today matters for months
// that are not over.
func (l *Log) ledger(g *Goal, today civil.Date) *ledger {
	b := &ledger{}
	for i := range l.Entries {
		e := &l.Entries[i]
		if !e.Counts() {
			continue
		}
		on := e.When.On(today)
		d := g.definitionOn(on)
		if !d.Matches(l, e) {
			continue
		}
		if amount := d.amount(e); amount > 0 {
			b.bookings = append(b.bookings, booking{on, amount, e.areas, int32(i)})
		} else {
			b.lacking++
		}
	}
	slices.SortStableFunc(b.bookings, func(x, y booking) int { return cmp.Compare(x.on, y.on) })
	return b
}

// between returns the bookings from..until.
func (b *ledger) between(from, until civil.Date) []booking {
	i, _ := slices.BinarySearchFunc(b.bookings, from, func(x booking, d civil.Date) int { return cmp.Compare(x.on, d) })
	j, _ := slices.BinarySearchFunc(b.bookings, until+1, func(x booking, d civil.Date) int { return cmp.Compare(x.on, d) })
	return b.bookings[i:max(i, j)]
}

// sum adds up bookings in a unit: for areas, how many distinct ones.
func sum(bookings []booking, unit string) (total Amount) {
	var areas uint8
	for _, x := range bookings {
		total += x.amount
		areas |= x.areas
	}
	if unit == "areas" {
		return Amount(bits.OnesCount8(areas)) * One
	}
	return total
}

// lastUpTo returns the date of the last booking up to a day.
func (b *ledger) lastUpTo(t civil.Date) (civil.Date, bool) {
	if s := b.between(-never, t); len(s) > 0 {
		return s[len(s)-1].on, true
	}
	return 0, false
}
