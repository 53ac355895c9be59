package brute

import (
	"slices"
)

// course is one goal through all its definitions, the earliest first, each with
// what it inherits filled in.
type course struct {
	log  Log
	id   string
	defs []Goal
}

func (l Log) course(id string) course {
	var tables []Goal
	for _, g := range l.Goals {
		if g.ID == id {
			tables = append(tables, g)
		}
	}
	slices.SortStableFunc(tables, func(a, b Goal) int {
		switch {
		case a.From == nil && b.From == nil:
			return 0
		case a.From == nil:
			return -1
		case b.From == nil:
			return 1
		}
		return int(*a.From - *b.From)
	})
	c := course{log: l, id: id}
	for i, g := range tables {
		if i > 0 {
			g = inherit(c.defs[i-1], g)
		}
		if g.Unit == "" {
			g.Unit = "entries"
		}
		if g.Target == 0 && g.Every > 0 {
			g.Target = 1000
		}
		c.defs = append(c.defs, g)
	}
	return c
}

// inherit returns b with what it does not restate taken from a. Stating one of
// per and every drops the other.
func inherit(a, b Goal) Goal {
	if b.Title == "" {
		b.Title = a.Title
	}
	if b.Kinds == nil {
		b.Kinds = a.Kinds
	}
	if b.Skills == nil {
		b.Skills = a.Skills
	}
	if b.Tags == nil {
		b.Tags = a.Tags
	}
	if b.Roles == nil {
		b.Roles = a.Roles
	}
	if b.Credential == "" {
		b.Credential = a.Credential
	}
	if b.Category == "" {
		b.Category = a.Category
	}
	if b.Unit == "" {
		b.Unit = a.Unit
	}
	if b.Target == 0 {
		b.Target = a.Target
	}
	if b.Per == "" && b.Every == 0 {
		b.Per, b.Every = a.Per, a.Every
	}
	if b.Until == nil {
		b.Until = a.Until
	}
	if b.Notice == nil {
		b.Notice = a.Notice
	}
	if b.Checkpoints == 0 {
		b.Checkpoints = a.Checkpoints
	}
	return b
}

// inForce is the index of the definition in force on d; before the first, it is
// the first.
func (c course) inForce(d Day) int {
	in := 0
	for i, g := range c.defs {
		if i > 0 && *g.From <= d {
			in = i
		}
	}
	return in
}

// An era is a stretch of definitions that agree in per, every, unit and form
// (rule 9).
type era struct {
	course
	first, last int  // indexes of definitions
	g           *Day // its start, nil = none
	cut         *Day // the first day of the next era, nil = none
}

// era returns the era of the definition with index i.
func (c course) era(i int) era {
	same := func(a, b Goal) bool {
		return a.Per == b.Per && a.Every == b.Every && a.Unit == b.Unit && a.Form() == b.Form()
	}
	x := era{course: c, first: i, last: i}
	for x.first > 0 && same(c.defs[x.first-1], c.defs[i]) {
		x.first--
	}
	for x.last < len(c.defs)-1 && same(c.defs[x.last+1], c.defs[i]) {
		x.last++
	}
	x.g = c.defs[x.first].From
	if x.first == 0 && x.g == nil {
		x.g = c.log.Start
	}
	if x.last < len(c.defs)-1 {
		x.cut = c.defs[x.last+1].From
	}
	return x
}

// in is the definition of this era that is in force on d.
func (x era) in(d Day) Goal {
	return x.defs[min(max(x.inForce(d), x.first), x.last)]
}

// pause reports whether a [[pause]] of the goal holds d, and whether every one
// that does keeps the target: a day in both sorts is a reduce day (rule 3).
func (c course) pause(d Day) (paused, keep bool) {
	keep = true
	for _, p := range c.log.Pauses {
		if d < p.From || d > p.Until {
			continue
		}
		if len(p.Goals) > 0 && !slices.Contains(p.Goals, c.id) {
			continue
		}
		paused = true
		keep = keep && p.KeepTarget
	}
	return paused, paused && keep
}

// pausedUntil is the last day of the unbroken run of pauses that holds t.
func (c course) pausedUntil(t Day) *Day {
	paused, _ := c.pause(t)
	if !paused {
		return nil
	}
	for paused {
		t++
		paused, _ = c.pause(t)
	}
	t--
	return &t
}

// outside: before g, or after the until of the definition in force that day
// (rule 1).
func (x era) outside(d Day) bool {
	if x.g != nil && d < *x.g {
		return true
	}
	until := x.in(d).Until
	return until != nil && d > *until
}

// active days of a cadence have no period to lie in.
func (x era) active(d Day) bool {
	paused, _ := x.pause(d)
	return !paused && !x.outside(d)
}

func (x era) activeIn(from, until Day) int {
	n := 0
	for d := from; d <= until; d++ {
		if x.active(d) {
			n++
		}
	}
	return n
}
