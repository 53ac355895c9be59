package intake

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// rest reads the fields of the form for a pause.
func (d *draft) rest(values map[string]string) {
	first, last := values["from"], values["until"]
	if last == "" {
		return // told already
	}
	d.ahead = nearest
	d.pause(first, last, values["goals"], [2]string{d.form.field("from").Label, d.form.field("until").Label}, fieldGoals)
}

// pause makes a pause from one day, or today, to another, both included. The
// last may be how long it lasts instead.
func (d *draft) pause(first, last, goals string, days [2]string, goalField string) {
	d.table, d.name = "pause", "break"
	d.keys = tableKeys("pause")
	from, ok := d.exactDay(first, days[0], d.dayHelp)
	if d.on = from; !ok {
		d.on = d.today
	}
	until := d.on
	if n, isSpell := spell(last); isSpell {
		until += civil.Date(n) - 1
	} else if day, ok := d.exactDay(last, days[1], cmp.Or(d.dayHelp, "write it like "+d.today.String()+", or how long it lasts, like 10d or 2w")); ok {
		until = day
	}
	d.rests = &tracker.Stretch{From: d.on, Until: until}
	d.set("from", days[0], d.on.String())
	d.set("until", days[1], until.String())
	if ids := d.goals(goals, goalField); len(ids) > 0 {
		d.set("goals", goalField, ids...)
	}
	d.set("source", "", d.source)
}

// exactDay reads a day, not a month; an empty text is today. help is for what is
// like no day; "" for the usual.
func (d *draft) exactDay(text, field, help string) (civil.Date, bool) {
	if text == "" {
		return d.today, true
	}
	day, err := d.day(text)
	var not notDay
	switch {
	case errors.As(err, &not) && !not.doubt && help != "":
		d.fault(field, not.says, help)
	case err != nil:
		d.fault(field, not.says, not.help)
	case day.Month:
		d.fault(field, quoted(text)+" is a month", "write a day, like "+day.Last().String())
	default:
		return day.Last(), true
	}
	return 0, false
}

// goals reads names of goals: their ids or titles, with commas between them, or
// ids with spaces. None, or all, is every one. What is no goal is told with the
// nearest id of those that may be named.
func (d *draft) goals(text, field string) (ids []string) {
	known := map[string]*tracker.Goal{}
	var public []string
	for _, g := range d.log.Goals {
		known[dashed(g.Latest().Title)] = g
		if !g.Latest().Private {
			public = append(public, g.ID)
		}
	}
	for _, g := range d.log.Goals {
		known[strings.ToLower(g.ID)] = g
	}
	var strange []string
	for _, name := range goalNames(text, known) {
		g := known[dashed(name)]
		near := tracker.Nearest(strings.ToLower(name), public)
		switch {
		case g == nil && dashed(name) == "all":
			return nil
		case g == nil && near != "":
			d.fault(field, "there is no goal "+quoted(name), "did you mean \""+near+"\"?")
		case g == nil:
			strange = append(strange, name)
		case !slices.Contains(ids, g.ID):
			ids = append(ids, g.ID)
			d.private = d.private || g.Latest().Private
		}
	}
	help := "leave the goals out: then it is for all"
	if len(public) > 0 {
		help = "the goals are " + words.List(public, "and")
	}
	switch len(strange) {
	case 0:
	case 1:
		d.fault(field, "there is no goal "+quoted(strange[0]), help)
	default:
		d.fault(field, quoted(strings.Join(strange, " "))+" names no goals", help)
	}
	return ids
}

// goalNames parts names of goals. A name with spaces in it is one if a goal has
// it; else its words are names, and what only joins them is none.
func goalNames(text string, known map[string]*tracker.Goal) (names []string) {
	for _, part := range strings.FieldsFunc(text, isBetween) {
		if known[dashed(part)] != nil {
			names = append(names, part)
			continue
		}
		for _, word := range strings.Fields(part) {
			if joins := word == "&" || word == "+" || strings.EqualFold(word, "and"); !joins || known[dashed(word)] != nil {
				names = append(names, word)
			}
		}
	}
	return names
}

// tableKeys returns the keys of a table that is no entry.
func tableKeys(name string) []tracker.Key {
	tables := tracker.Tables()
	return tables[slices.IndexFunc(tables, func(t *tracker.Table) bool { return t.Name == name })].Keys
}
