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
		switch x, ok := l.book(g, i, e.When.On(today)); {
		case !ok:
		case x.amount > 0:
			b.bookings = append(b.bookings, x)
		default:
			b.lacking++
		}
	}
	slices.SortStableFunc(b.bookings, func(x, y booking) int { return cmp.Compare(x.on, y.on) })
	return b
}

// book returns what the i-th entry of the log brings a goal on a day: nothing
// where it has none of the goal's unit. ok is false where it does not match.
func (l *Log) book(g *Goal, i int, on civil.Date) (b booking, ok bool) {
	e, d := &l.Entries[i], g.definitionOn(on)
	if !d.Matches(l, e) {
		return booking{}, false
	}
	return booking{on, d.amount(e), e.areas, int32(i)}, true
}

// between returns the bookings from..until.
func (b *ledger) between(from, until civil.Date) []booking {
	i, _ := slices.BinarySearchFunc(b.bookings, from, func(x booking, d civil.Date) int { return cmp.Compare(x.on, d) })
	j, _ := slices.BinarySearchFunc(b.bookings, until+1, func(x booking, d civil.Date) int { return cmp.Compare(x.on, d) })
	return b.bookings[i:max(i, j)]
}

// sum adds up bookings in a unit: for areas, how many distinct ones.
func sum(bookings []booking, unit string) Amount {
	var t tally
	for _, x := range bookings {
		t.add(x, 1)
	}
	return t.in(unit)
}

// tally is a sum of bookings that others can be taken from again.
type tally struct {
	total Amount
	areas [NumAreas]int32 // bookings that touch each
}

// add adds a booking n times.
func (t *tally) add(b booking, n int32) {
	t.total += b.amount * Amount(n)
	for rest := b.areas; rest != 0; rest &= rest - 1 {
		t.areas[bits.TrailingZeros8(rest)] += n
	}
}

// join adds what another tally holds.
func (t *tally) join(o *tally) {
	t.total += o.total
	for a := range t.areas {
		t.areas[a] += o.areas[a]
	}
}

// in returns the sum in a unit.
func (t *tally) in(unit string) Amount {
	if unit != "areas" {
		return t.total
	}
	var n Amount
	for _, bookings := range t.areas {
		if bookings > 0 {
			n += One
		}
	}
	return n
}

// lastUpTo returns the date of the last booking up to a day.
func (b *ledger) lastUpTo(t civil.Date) (civil.Date, bool) {
	if s := b.between(-never, t); len(s) > 0 {
		return s[len(s)-1].on, true
	}
	return 0, false
}
