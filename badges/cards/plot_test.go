package cards

import (
	"math"
	"strconv"
	"testing"
)

// Scaling never leaves the length, however large the amounts.
func TestScale(t *testing.T) {
	for _, most := range []int64{1, 7, 1 << 32, 1<<63 - 1} {
		before := 0
		for i := range int64(101) {
			got := scale(most/100*i+most%100*i/100, most, 16800)
			if got < before || got > 16800 {
				t.Errorf("%d hundredths of %d: %d after %d", i, most, got, before)
			}
			before = got
		}
		if before != 16800 {
			t.Errorf("all of %d is %d", most, before)
		}
	}
}

// What is left of a line is nowhere further than a pixel from what was, and a
// line over many even steps is straight.
func TestSimple(t *testing.T) {
	b := many(40)[2].card.(*Burnup)
	p := b.plot(0)
	p.days = len(b.Required)
	list := p.line(b.Required)
	for d, v := range b.Required {
		x, y := p.x(d), p.y(v)
		for i := 1; i < len(list); i++ {
			if l, r := list[i-1], list[i]; x >= l.x && x <= r.x && r.x > l.x {
				if off := l.y + (r.y-l.y)*(x-l.x)/(r.x-l.x) - y; off > 3*px/2 || off < -3*px/2 {
					t.Errorf("day %d: %d hundredths of a pixel off", d, off)
				}
			}
		}
	}
	even := make([]int64, 365)
	for d := range even {
		even[d] = int64(100 * d / 365)
	}
	p.days, p.most = 365, 100
	if list := p.line(even); len(list) > 3 {
		t.Errorf("a hundred even steps have %d points: %v", len(list), list)
	}
}

// Every day with an entry has a level, more entries never a lower one, and one of
// many the highest.
func TestLevels(t *testing.T) {
	for _, c := range []struct {
		counts []int
		want   string
	}{
		{[]int{1, 2, 3, 4, 5}, "12344"},
		{[]int{1, 1, 1, 0, -1}, "222"},
		{[]int{2, 4, 6, 8, 100}, "12344"},
		{[]int{1, math.MaxInt - 1, math.MaxInt, math.MaxInt}, "1444"},
		{[]int{math.MaxInt/4 + 1, math.MaxInt/2 + 1, math.MaxInt, math.MaxInt}, "2344"},
	} {
		level, got := levels(c.counts), ""
		for _, n := range c.counts {
			if n > 0 {
				got += strconv.Itoa(level(n))
			}
		}
		if got != c.want {
			t.Errorf("%v: got %s, want %s", c.counts, got, c.want)
		}
	}
}
