package intake

import (
	"errors"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// rest reads the fields of the form for a pause.
func (d *draft) rest(values map[string]string) {
	goals := strings.FieldsFunc(values["goals"], func(c rune) bool { return c == ',' || c == ' ' || c == ';' })
	first, last := values["from"], values["until"]
	if last == "" {
		return // told already
	}
	d.pause(first, last, goals, [2]string{d.form.field("from").Label, d.form.field("until").Label}, fieldGoals)
}

// pause makes a pause from one day, or today, to another, both included. The
// last may be how long it lasts instead.
func (d *draft) pause(first, last string, goals []string, days [2]string, goalField string) {
	d.table, d.name = "pause", "break"
	d.keys = tableKeys("pause")
	from, ok := d.exactDay(first, days[0])
	if d.on = from; !ok {
		d.on = d.today
	}
	until := d.on
	if n, isSpell := tracker.Spell(last); isSpell {
		until += civil.Date(n) - 1
	} else if day, ok := d.exactDay(last, days[1]); ok {
		until = day
	}
	d.rests = &tracker.Stretch{From: d.on, Until: until}
	d.set("from", days[0], d.on.String())
	d.set("until", days[1], until.String())
	if goals = d.goals(goals, goalField); len(goals) > 0 {
		d.set("goals", goalField, goals...)
	}
	d.set("source", "", d.source)
}

// exactDay reads a day, not a month; an empty text is today.
func (d *draft) exactDay(text, field string) (civil.Date, bool) {
	if text == "" {
		return d.today, true
	}
	day, err := d.day(text)
	var not notDay
	switch {
	case errors.As(err, &not) && !not.doubt && d.dayHelp != "":
		d.fault(field, not.says, d.dayHelp)
	case err != nil:
		d.fault(field, not.says, not.help)
	case day.Month:
		d.fault(field, quoted(text)+" is a month", "write a day, like "+day.Last().String())
	default:
		return day.Last(), true
	}
	return 0, false
}

// goals reads the ids of goals: Books is books, and all is every one. What is
// none is told with the nearest id of those that may be named.
func (d *draft) goals(names []string, field string) (ids []string) {
	var public []string
	for _, g := range d.log.Goals {
		if !g.Latest().Private {
			public = append(public, g.ID)
		}
	}
	for _, name := range names {
		if strings.EqualFold(name, "all") {
			return nil
		}
		i := slices.IndexFunc(d.log.Goals, func(g *tracker.Goal) bool { return strings.EqualFold(g.ID, name) })
		switch near := tracker.Nearest(strings.ToLower(name), public); {
		case i >= 0 && !slices.Contains(ids, d.log.Goals[i].ID):
			ids = append(ids, d.log.Goals[i].ID)
			d.private = d.private || d.log.Goals[i].Latest().Private
		case i >= 0:
		case near != "":
			d.fault(field, "there is no goal "+quoted(name), "did you mean \""+near+"\"?")
		case len(public) > 0:
			d.fault(field, "there is no goal "+quoted(name), "the goals are "+words.List(public, "and"))
		default:
			d.fault(field, "there is no goal "+quoted(name), "leave the goals out: then it is for all")
		}
	}
	return ids
}

// tableKeys returns the keys of a table that is no entry.
func tableKeys(name string) []tracker.Key {
	tables := tracker.Tables()
	return tables[slices.IndexFunc(tables, func(t *tracker.Table) bool { return t.Name == name })].Keys
}
