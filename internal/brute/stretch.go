package brute

import "math/big"

// stretch is one period of an era, seen with the definition in force on one of
// its days.
type stretch struct {
	era
	def  Goal
	s, e Day
}

// stretch returns the period that holds d: for a span, the span.
func (x era) stretch(d Day) stretch {
	p := stretch{era: x, def: x.in(d)}
	if p.def.Form() == "span" {
		p.s, p.e = *x.defs[x.first].From, *p.def.Until
	} else {
		p.s, p.e = period(p.def.Per, x.log.YearStarts, d)
	}
	return p
}

const (
	active = iota
	reduced
	kept
)

// sort of day: days before g, after until and from a cut on count as reduce
// days (rules 1, 3 and 9).
func (p stretch) sort(d Day) int {
	if p.outside(d) || p.cut != nil && d >= *p.cut {
		return reduced
	}
	switch paused, keep := p.pause(d); {
	case keep:
		return kept
	case paused:
		return reduced
	}
	return active
}

// days counts the days of one sort in the period from one day to another.
func (p stretch) days(sort int, from, until Day) int {
	n := 0
	for d := max(from, p.s); d <= min(until, p.e); d++ {
		if p.sort(d) == sort {
			n++
		}
	}
	return n
}

func (p stretch) counts() bool { return p.def.Unit == "entries" || p.def.Unit == "areas" }

// n is the number of steps N (rule 2).
func (p stretch) n() int {
	if p.counts() {
		return floor(p.def.Target.rat())
	}
	if p.def.Checkpoints > 0 {
		return p.def.Checkpoints
	}
	switch p.def.Per {
	case "year":
		return 12
	case "half":
		return 6
	case "quarter":
		return 3
	case "month":
		return 4
	case "week":
		return 1
	}
	switch days := p.e - p.s + 1; {
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

// step is u = T/N.
func (p stretch) step() *big.Rat { return div(p.def.Target.rat(), whole(p.n())) }

// level is L(k) (rules 2 and 9).
func (p stretch) level(k int) *big.Rat {
	grain := rat(1, 4)
	if p.counts() || p.def.Unit == "pages" {
		grain = whole(1)
	}
	if k == p.n() && !p.changes() {
		return p.def.Target.rat()
	}
	return mul(whole(floor(div(mul(whole(k), p.step()), grain))), grain)
}

// changes reports whether a later definition of the era comes into force within
// the period.
func (p stretch) changes() bool {
	for d := p.s; d <= p.e; d++ {
		if p.sort(d) == active && p.in(d).From != p.def.From {
			return true
		}
	}
	return false
}

// f is F(X(d)): the sum of the targets in force on the active days before d,
// over u and D − H (rules 3 and 9). With one definition that is N·X / (D − H).
func (p stretch) f(d Day) *big.Rat {
	below := int(p.e-p.s+1) - p.days(kept, p.s, p.e)
	if below == 0 {
		return new(big.Rat)
	}
	var sum Milli
	for x := p.s; x < d && x <= p.e; x++ {
		if p.sort(x) == active {
			sum += p.in(x).Target
		}
	}
	return div(div(sum.rat(), p.step()), whole(below))
}

// left is N′.
func (p stretch) left() int { return nearest(p.f(p.e + 1)) }

// done is y on day t: what was counted in [max(s, g), min(t, e)].
func (p stretch) done(t Day) *big.Rat {
	from := p.s
	if p.g != nil {
		from = max(from, *p.g)
	}
	until := min(t, p.e)
	if p.cut != nil {
		until = min(until, *p.cut-1)
	}
	return p.sum(from, until)
}

// due is the last day before ⌊F⌋ reaches j, never later than e (rule 5).
func (p stretch) due(j int) Day {
	for d := p.s; d <= p.e; d++ {
		if floor(p.f(d)) >= j {
			return d - 1
		}
	}
	return p.e
}

// next is the least k with L(k) > y.
func (p stretch) next(y *big.Rat) int {
	k := 0
	for !less(y, p.level(k)) {
		k++
	}
	return k
}

func (p stretch) notDue() bool {
	return p.level(p.left()).Sign() == 0 || p.days(active, p.s, p.e) == 0
}

// result of a closed period (rule 7).
func (p stretch) result() string {
	switch {
	case p.notDue():
		return "not-due"
	case !less(p.done(p.e), p.level(p.left())):
		return "done"
	}
	return "missed"
}

// closed returns the periods of the era that ended before t, the first one
// first. Without a start there are none, and none ended before the start.
func (x era) closed(t Day) []stretch {
	if x.g == nil || x.defs[x.first].Form() != "per" {
		return nil
	}
	var list []stretch
	_, e := period(x.defs[x.first].Per, x.log.YearStarts, *x.g)
	for e < t {
		list = append(list, x.stretch(e))
		_, e = period(x.defs[x.first].Per, x.log.YearStarts, e+1)
	}
	return list
}

// lastClosed is what a recurring goal carries as last on day t (rules 7 and 9).
func (x era) lastClosed(t Day) *Last {
	if x.defs[x.first].Form() != "per" {
		return nil
	}
	if list := x.closed(t); len(list) > 0 {
		p := list[len(list)-1]
		return p.as(p.e, p.result())
	}
	if x.first == 0 || t < *x.g {
		return nil
	}
	former := x.course.era(x.first - 1)
	if former.defs[former.last].Form() == "every" {
		return nil
	}
	p := former.stretch(*x.g - 1)
	if p.e <= *x.g-1 {
		return p.as(p.e, p.result())
	}
	return p.as(*x.g-1, "changed")
}

func (p stretch) as(until Day, result string) *Last {
	return &Last{
		From: p.s, Until: until, Result: result,
		Done: float(p.done(p.e)), Target: float(p.level(p.left())),
	}
}

// owed returns the end of the first missed period since which nothing has
// counted, and the active days since; a goal per week or month owes them
// (rule 7).
func (x era) owed(t Day) (since *Day, days int) {
	if per := x.in(t).Per; per != "week" && per != "month" {
		return nil, 0
	}
	for _, p := range x.closed(t) {
		if p.result() == "missed" && !x.anyCounting(p.e+1, t) {
			return &p.e, x.activeIn(p.e+1, t)
		}
	}
	return nil, 0
}
