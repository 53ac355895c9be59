package tracker

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/honelog/hone/tracker/civil"
)

// The windows of coverage, in days.
const (
	coverageWindow = 365 // effort is counted over
	quietAfter     = 180 // an area without an entry is quiet, a score is old
)

// Coverage is how the learning of a year spreads over the areas.
type Coverage struct {
	Areas   []AreaStanding // all eight, in their order
	Balance *big.Rat       // 1: the shares are as wished; nil without any effort
	Effort  *big.Rat       // hours, in all
}

// AreaStanding is where an area stands.
type AreaStanding struct {
	Area   Area
	Effort *big.Rat    // hours: those stated, or usual for the kind, split over an entry's areas
	Share  *big.Rat    // of all effort; nil without any
	Wish   *big.Rat    // share wished
	Last   *civil.Date // of the last entry ever that touched it
	Quiet  bool        // nothing for 180 days
	Weak   bool        // quiet, or less than half the share wished
	Aim    int         // score aimed at; 0 for none
	Views  []View      // by self, manager and peers, those that there are
}

// View is how someone scored an area over the last year.
type View struct {
	By     string // self, manager or peers
	Score  int    // the latest, 1 to 5
	On     civil.Date
	Growth *int // against the first within the window; nil for a single score
	Stale  bool // older than 180 days
}

// Gap returns by how much the latest self-score is below what is aimed at, or 0.
func (a *AreaStanding) Gap() int {
	for _, v := range a.Views {
		if v.By == "self" && a.Aim > v.Score {
			return a.Aim - v.Score
		}
	}
	return 0
}

// Coverage returns how the 365 days up to today spread over the areas.
func (l *Log) Coverage(today civil.Date) Coverage { return l.coverageOf(today, false) }

// PublicCoverage is [Log.Coverage] as it may be published: private entries
// count in the shares, and neither their days nor their scores are told.
func (l *Log) PublicCoverage(today civil.Date) Coverage { return l.coverageOf(today, true) }

func (l *Log) coverageOf(today civil.Date, public bool) Coverage {
	var effort [NumAreas]Amount // times 840, which the number of areas divides
	var last [NumAreas]civil.Date
	var touched [NumAreas]bool
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.areas == 0 || !e.Counts() {
			continue
		}
		on := e.When.On(today)
		if on > today {
			continue
		}
		var mine []Area
		for a := range Area(NumAreas) {
			if e.Touches(a) {
				mine = append(mine, a)
			}
		}
		share := e.effort() * 840 / Amount(len(mine))
		for _, a := range mine {
			if on > today-coverageWindow {
				effort[a] += share
			}
			if (!public || !e.Private) && (!touched[a] || on > last[a]) {
				last[a], touched[a] = on, true
			}
		}
	}
	return l.coverage(effort, last, touched, today, public)
}

func (l *Log) coverage(effort [NumAreas]Amount, last [NumAreas]civil.Date, touched [NumAreas]bool, today civil.Date, public bool) Coverage {
	var total, wishes Amount
	for a := range effort {
		total += effort[a]
		wishes += l.wishes[a]
	}
	c := Coverage{Effort: big.NewRat(int64(total), 840*int64(One))}
	off := new(big.Rat) // Σ |share − wish|
	for a := range Area(NumAreas) {
		s := AreaStanding{Area: a, Effort: big.NewRat(int64(effort[a]), 840*int64(One)), Wish: new(big.Rat), Aim: l.aims[a]}
		if wishes > 0 {
			s.Wish = big.NewRat(int64(l.wishes[a]), int64(wishes))
		}
		if touched[a] {
			on := last[a]
			s.Last = &on
		}
		s.Quiet = !touched[a] || today-last[a] >= quietAfter
		s.Weak = s.Quiet
		if total > 0 {
			s.Share = big.NewRat(int64(effort[a]), int64(total))
			half := new(big.Rat).Mul(s.Wish, big.NewRat(1, 2))
			s.Weak = s.Weak || s.Share.Cmp(half) < 0
			d := new(big.Rat).Sub(s.Share, s.Wish)
			off.Add(off, d.Abs(d))
		}
		s.Views = l.views(a, today, public)
		c.Areas = append(c.Areas, s)
	}
	if total > 0 {
		c.Balance = new(big.Rat).Sub(big.NewRat(1, 1), off.Mul(off, big.NewRat(1, 2)))
	}
	return c
}

// effort returns the hours an entry states, or those usual for its kind; of a
// conference, for each day.
func (e *Entry) effort() Amount {
	if e.HasHours {
		return e.Hours
	}
	if e.Kind.Name == "conference" && e.Begun.Set && !e.Begun.Month && !e.When.Month {
		return e.Kind.Effort * Amount(min(int(e.When.date-e.Begun.date)+1, 14))
	}
	return e.Kind.Effort
}

// views returns the latest score of an area by each that gave one, never
// averaged, with how it grew over the last year.
func (l *Log) views(a Area, today civil.Date, public bool) (views []View) {
	type scored struct {
		on    civil.Date
		score int
	}
	by := map[string][]scored{}
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.Kind.Name != "assessment" || !e.Counts() || e.When.On(today) > today || public && e.Private {
			continue
		}
		for _, s := range e.Scores {
			if s.Area == a {
				by[e.By] = append(by[e.By], scored{e.When.On(today), s.Score})
			}
		}
	}
	for _, who := range []string{"self", "manager", "peers"} {
		scores := by[who]
		if len(scores) == 0 {
			continue
		}
		slices.SortStableFunc(scores, func(x, y scored) int { return cmp.Compare(x.on, y.on) })
		latest := scores[len(scores)-1]
		v := View{By: who, Score: latest.score, On: latest.on, Stale: today-latest.on >= quietAfter}
		for _, s := range scores[:len(scores)-1] {
			if s.on > today-coverageWindow {
				growth := latest.score - s.score
				v.Growth = &growth
				break
			}
		}
		views = append(views, v)
	}
	return views
}

// Advice returns the weak areas, the largest gap between aim and self-score
// first, then the quiet ones.
func (c Coverage) Advice() []AreaStanding {
	var weak []AreaStanding
	for _, a := range c.Areas {
		if a.Weak || a.Gap() > 0 {
			weak = append(weak, a)
		}
	}
	quiet := func(a AreaStanding) int { return b2i(!a.Quiet) }
	slices.SortStableFunc(weak, func(x, y AreaStanding) int {
		return cmp.Or(cmp.Compare(y.Gap(), x.Gap()), cmp.Compare(quiet(x), quiet(y)))
	})
	return weak
}
