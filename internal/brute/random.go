package brute

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

// Random returns a valid log and a day to look at it from; the same seed gives
// the same. Days crowd around leap days, ISO weeks 53 and turns of the year.
func Random(seed uint64) (Log, Day) {
	d := dice{Rand: newRand(seed)}
	centres := []Day{
		Date(2020, time.February, 29), Date(2024, time.February, 29), Date(2028, time.February, 29),
		Date(2020, time.December, 31), Date(2026, time.December, 31), Date(2027, time.January, 3),
	}
	d.today = Date(2021, time.January, 1) + Day(d.IntN(2600))
	if d.chance(60) {
		d.today = pick(d, centres) + Day(d.IntN(41)-20)
	}
	l := Log{Timezone: pick(d, []string{"", "UTC", "Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"})}
	if d.chance(60) {
		l.Start = d.past(700)
		if d.chance(10) {
			l.Start = d.future(90)
		}
	}
	if d.chance(50) {
		l.YearStarts = [2]int{1 + d.IntN(12), 1 + d.IntN(28)}
	}
	l.Skills = []Skill{{"kubernetes", "technical"}, {"negotiation", "people"}}
	for i := range 1 + d.IntN(4) {
		l.Goals = append(l.Goals, d.goal(l, fmt.Sprintf("goal-%d", i+1))...)
	}
	for range d.IntN(5) {
		l.Pauses = append(l.Pauses, d.pause(l))
	}
	for _, credential := range credentials {
		l.Entries = append(l.Entries, Entry{
			Kind: "certification", ID: credential, Title: "Held " + credential,
			Date: ptr(d.today - 1500 - Day(d.IntN(100))), Expires: ptr(d.today + Day(d.IntN(400))),
		})
	}
	for i := range d.IntN(pick(d, []int{1, 20, 80, 200})) {
		l.Entries = append(l.Entries, d.entry(i))
	}
	d.Shuffle(len(l.Entries), func(i, j int) { l.Entries[i], l.Entries[j] = l.Entries[j], l.Entries[i] })
	return l, d.today
}

var (
	kinds = []string{
		"book", "course", "workshop", "conference", "webinar", "article", "podcast", "talk", "community",
		"volunteering", "mentoring", "feedback", "leadership", "project", "certification", "assessment", "activity",
	}
	skills      = []string{"technical", "leadership", "people", "business", "kubernetes", "negotiation", "planning", "empathy", "market"}
	tags        = []string{"work", "home", "go"}
	roles       = []string{"attended", "helped", "organised", "mentor", "mentee", "received", "given"}
	credentials = []string{"cissp", "pmp"}
	pers        = []string{"week", "month", "quarter", "half", "year"}
	units       = []string{"", "entries", "entries", "entries", "hours", "hours", "pages", "credits", "areas"}
)

type dice struct {
	*rand.Rand
	today Day
}

func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0x686f6e65)) }

func (d dice) chance(percent int) bool { return d.IntN(100) < percent }

func pick[T any](d dice, list []T) T { return list[d.IntN(len(list))] }

func (d dice) some(list []string, most int) []string {
	var chosen []string
	for range 1 + d.IntN(most) {
		if s := pick(d, list); !slices.Contains(chosen, s) {
			chosen = append(chosen, s)
		}
	}
	return chosen
}

func (d dice) past(days int) *Day   { return ptr(d.today - Day(d.IntN(days))) }
func (d dice) future(days int) *Day { return ptr(d.today + 1 + Day(d.IntN(days))) }

// around today, more often before it.
func (d dice) around(before, after int) Day {
	if d.chance(15) {
		return d.today + Day(d.IntN(5)-2)
	}
	return d.today - Day(before) + Day(d.IntN(before+after))
}

// goal returns the tables of one goal: the first and its changes.
func (d dice) goal(l Log, id string) []Goal {
	first := Goal{ID: id, Title: "Goal " + id}
	d.filters(&first)
	switch n := d.IntN(100); {
	case n < 60:
		first.Per = pick(d, pers)
	case n < 80:
		first.Every = pick(d, []int{7, 10, 14, 30, 45, 90, 1 + d.IntN(200)})
	default: // a span
		first.From = ptr(d.around(600, 60))
		first.Until = ptr(*first.From + Day(d.IntN(pick(d, []int{20, 120, 500, 1200}))))
	}
	d.unit(&first)
	d.target(&first)
	if first.Form() != "span" {
		if d.chance(45) {
			first.From = ptr(d.around(700, 60))
		}
		if d.chance(20) {
			first.Until = ptr(max(d.around(100, 300), lower(l, first)))
		}
	}
	d.extras(&first, first.Unit)
	tables := []Goal{first}
	whole := first
	for d.chance(35) && len(tables) < 4 {
		g, ok := d.change(l, whole)
		if !ok {
			break
		}
		tables = append(tables, g)
		whole = inherit(whole, g)
	}
	return tables
}

// lower is a day that the goal's first change must lie behind.
func lower(l Log, g Goal) Day {
	if g.From != nil {
		return *g.From
	}
	if l.Start != nil {
		return *l.Start
	}
	return 0
}

// change returns a later table of a goal: another target, other filters, or
// another period, cadence, unit or form.
func (d dice) change(l Log, now Goal) (Goal, bool) {
	g := Goal{ID: now.ID, From: ptr(max(d.around(pick(d, []int{30, 120, 500}), 90), lower(l, now)+1))}
	if now.Per != "" && d.chance(25) {
		if s, _ := period(now.Per, l.YearStarts, *g.From); s > lower(l, now) {
			g.From = &s
		}
	}
	if now.Until != nil && *now.Until < *g.From {
		return g, false
	}
	if now.Until != nil && d.chance(25) {
		g.Until = ptr(*g.From + Day(d.IntN(400)))
	}
	if d.chance(10) {
		g.Title = "Goal " + now.ID + " anew"
	}
	next := func() Goal { return inherit(now, g) }
	switch d.IntN(8) {
	case 0:
		d.filters(&g)
	case 1:
		g.Per = pick(d, pers) // also makes a goal per period of a span or a cadence
		d.restate(&g, next())
	case 2:
		g.Every = 5 + d.IntN(60)
		d.restate(&g, next())
	case 3:
		d.unit(&g)
		d.restate(&g, next())
	case 4:
		d.extras(&g, now.Unit)
	default:
		d.restate(&g, next())
	}
	return g, true
}

// restate gives a table the target that fits what it will be, and entries to a
// cadence.
func (d dice) restate(g *Goal, next Goal) {
	if next.Every > 0 && next.Unit != "" && next.Unit != "entries" {
		g.Unit = "entries"
		next.Unit = "entries"
	}
	d.target(&next)
	g.Target = next.Target
}

func (d dice) filters(g *Goal) {
	if d.chance(45) {
		g.Kinds = d.some(kinds, 6)
	}
	if d.chance(15) {
		g.Skills = d.some(skills, 3)
	}
	if d.chance(15) {
		g.Tags = d.some(tags, 2)
	}
	if d.chance(8) {
		g.Roles = d.some(roles, 4)
	}
}

func (d dice) unit(g *Goal) {
	if g.Every > 0 {
		return
	}
	g.Unit = pick(d, units)
	if g.Unit == "credits" {
		g.Kinds = nil
		g.Credential = pick(d, credentials)
		if d.chance(30) {
			g.Category = "a"
		}
	}
}

func (d dice) target(g *Goal) {
	most := map[string]int{"week": 4, "month": 6, "quarter": 9, "half": 12, "year": 30, "": 40}[g.Per]
	if d.chance(50) {
		most = (most + 3) / 4
	}
	switch {
	case g.Every > 0:
		g.Target = Milli(1000 * pick(d, []int{1, 1, 1, 2, 3, 5}))
	case g.Unit == "areas":
		g.Target = Milli(1000 * (1 + d.IntN(8)))
	case g.Unit == "hours" || g.Unit == "credits":
		g.Target = Milli(1000 + 250*d.IntN(12*most))
	case g.Unit == "pages":
		g.Target = Milli(1000 * (1 + d.IntN(100*most)))
	default:
		g.Target = Milli(1000 * (1 + d.IntN(pick(d, []int{1, 2, most, most, 5 * most}))))
	}
}

// extras adds a notice and, for amounts, checkpoints.
func (d dice) extras(g *Goal, unit string) {
	if d.chance(35) {
		g.Notice = ptr(1 + d.IntN(90))
	}
	if d.chance(35) && (unit == "hours" || unit == "pages" || unit == "credits") {
		g.Checkpoints = 1 + d.IntN(20)
	}
}

func (d dice) pause(l Log) Pause {
	p := Pause{From: d.around(500, 150), KeepTarget: d.chance(30)}
	p.Until = p.From + Day(d.IntN(pick(d, []int{1, 4, 15, 60, 200})))
	if d.chance(35) {
		p.Goals = []string{pick(d, l.Goals).ID}
	}
	return p
}
