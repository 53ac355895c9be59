package tracker

import (
	"math/big"
	"math/bits"

	"github.com/honelog/hone/tracker/civil"
)

// line is the even line of a goal through one period: how many steps are due
// after each day (DESIGN §3, 2 and 3; with changes, 9).
type line struct {
	Stretch
	definition *Definition // gives N and T
	steps      int         // N
	left       int         // N′: steps left after pauses
	days       int         // D − H: the days that the target is spread over
	activeDays int         // A
	sums       []int64     // target times active days before each day, Σ TᵢXᵢ; one more than days
	active     []int32     // active days before each day; one more than days
}

// newLine draws the line of an era through the period from..until, as seen on
// a day: with the target of the definition in force then.
func newLine(e *era, p Stretch, t civil.Date) *line {
	return countDays(e, p).line(p.Until, e.definitionOn(t))
}

// count counts the days of an era from one on. It is the same for every line
// through them, whichever definition the line is of.
type count struct {
	from   civil.Date
	sums   []int64 // target times active days before each day; one more than days
	active []int32 // active days before each day; one more than days
	held   []int32 // days before each day that are off and keep the target; one more than days
}

func countDays(e *era, p Stretch) count {
	n := int(p.Until-p.From) + 1
	c := count{p.From, make([]int64, n+1), make([]int32, n+1), make([]int32, n+1)}
	d, last := e.segment(p.From)
	for i := range n {
		day := p.From + civil.Date(i)
		if day > last {
			d, last = e.segment(day)
		}
		c.sums[i+1], c.active[i+1], c.held[i+1] = c.sums[i], c.active[i], c.held[i]
		_, off := within(e.off, day)
		if !off && day <= e.end {
			c.sums[i+1] += int64(d.Target)
			c.active[i+1]++
		} else if _, reduced := within(e.reduce, day); !reduced && day <= e.end {
			c.held[i+1]++
		}
	}
	return c
}

// line draws the line of a definition over the days up to one of them.
func (c count) line(until civil.Date, d *Definition) *line {
	n := int(until-c.from) + 1
	ln := &line{Stretch: Stretch{c.from, until}, definition: d, steps: stepsOf(d, n), sums: c.sums[:n+1], active: c.active[:n+1]}
	ln.days = n - int(c.held[n])
	ln.activeDays = int(ln.active[n])
	if ln.days > 0 {
		steps, rest, den := ln.share(ln.sums[n])
		if rest > den-rest { // to the nearest, ties down
			steps++
		}
		ln.left = steps
	}
	return ln
}

// stepsOf returns N: of a count its target, of an amount its checkpoints.
func stepsOf(d *Definition, days int) int {
	switch {
	case d.counts():
		return int(d.Target / One)
	case d.Checkpoints > 0:
		return d.Checkpoints
	case d.Form == Per:
		return [...]int{civil.Week: 1, civil.Month: 4, civil.Quarter: 3, civil.Half: 6, civil.Year: 12}[d.Period]
	case days >= 365:
		return 12
	case days >= 181:
		return 6
	case days >= 90:
		return 3
	case days >= 28:
		return 4
	}
	return 1
}

// share returns F for a sum of target days, as a whole number of steps and a
// rest over a denominator: F = N · ΣTX / (T · days).
func (ln *line) share(sum int64) (steps int, rest, den uint64) {
	n, t := uint64(ln.steps), uint64(ln.definition.Target)
	g := gcd(n, t)
	n, t = n/g, t/g
	den = t * uint64(ln.days)
	hi, lo := bits.Mul64(n, uint64(sum))
	q, r := bits.Div64(hi, lo, den)
	return int(q), r, den
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// at returns the index of a day, cut to the period: 0 is the first day, and
// the number of days is the day after the last.
func (ln *line) at(t civil.Date) int {
	return int(min(max(t, ln.From), ln.Until+1) - ln.From)
}

// floor returns ⌊F⌋ at the beginning of a day.
func (ln *line) floor(t civil.Date) int {
	if ln.days == 0 {
		return 0
	}
	steps, _, _ := ln.share(ln.sums[ln.at(t)])
	return steps
}

// ceil returns ⌈F⌉ at the beginning of a day.
func (ln *line) ceil(t civil.Date) int {
	if ln.days == 0 {
		return 0
	}
	steps, rest, _ := ln.share(ln.sums[ln.at(t)])
	if rest > 0 {
		steps++
	}
	return steps
}

// target returns what the period asks for after pauses, L(N′).
func (ln *line) target() Amount { return ln.level(ln.left) }

// required returns R on a day.
func (ln *line) required(t civil.Date) Amount { return ln.level(min(ln.left, ln.floor(t))) }

// upper returns C on a day.
func (ln *line) upper(t civil.Date) Amount { return ln.level(min(ln.left, ln.ceil(t+1))) }

// expected returns E at the beginning of a day.
func (ln *line) expected(t civil.Date) *big.Rat {
	if ln.days == 0 {
		return new(big.Rat)
	}
	e := new(big.Rat).SetFrac64(ln.sums[ln.at(t)], int64(ln.days))
	return e.Mul(e, big.NewRat(1, int64(One)))
}

// level returns L(k): how much makes k steps. Amounts come in quarters of an
// hour or credit, and in whole pages.
func (ln *line) level(k int) Amount {
	d := ln.definition
	switch {
	case d.counts():
		return Amount(k) * One
	case k == ln.steps:
		return d.Target
	}
	grain := One / 4
	if d.Unit == "pages" {
		grain = One
	}
	// ⌊k · T / (N · grain)⌋ · grain
	hi, lo := bits.Mul64(uint64(k), uint64(d.Target))
	q, _ := bits.Div64(hi, lo, uint64(ln.steps)*uint64(grain))
	return Amount(q) * grain
}

// next returns the step that an amount has not reached: the least k with
// L(k) above it.
func (ln *line) next(done Amount) int {
	low, high := 0, 1
	for ln.level(high) <= done {
		low, high = high, 2*high
	}
	for high-low > 1 {
		if mid := (low + high) / 2; ln.level(mid) > done {
			high = mid
		} else {
			low = mid
		}
	}
	return high
}

// due returns the last day before ⌊F⌋ reaches a step, at most the period's
// last.
func (ln *line) due(step int) civil.Date {
	low, high := 0, len(ln.sums)-1
	if ln.floor(ln.Until+1) < step {
		return ln.Until
	}
	for high-low > 1 { // the first index at which the step is reached is in (low, high]
		if mid := (low + high) / 2; ln.floor(ln.From+civil.Date(mid)) >= step {
			high = mid
		} else {
			low = mid
		}
	}
	return ln.From + civil.Date(high) - 1
}
