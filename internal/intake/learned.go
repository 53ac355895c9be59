package intake

import (
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// learned reads the fields of the form for an entry.
func (d *draft) learned(values map[string]string) {
	if values["kind"] == "" {
		return // told already
	}
	chosen := optionOf(values["kind"])
	k := tracker.KindOf(chosen.kind)
	d.table, d.keys = k.Name, k.Keys
	if chosen.role != "" {
		d.set("role", fieldKind, chosen.role)
	}
	for _, f := range []struct{ id, key string }{{"what", d.nameKey(k)}, {"hours", "hours"}, {"link", "url"}, {"takeaway", "takeaway"}} {
		switch value := values[f.id]; {
		case value == "":
		case f.key == "":
			d.fault(d.form.field(f.id).Label, words.A(k.One)+" has no title", "empty the field; what you keep of it has a field of its own")
		default:
			d.set(f.key, d.form.field(f.id).Label, value)
		}
	}
	if skills := d.skills(values["skills"]); len(skills) > 0 {
		d.set("skills", d.form.field("skills").Label, skills...)
	}
	day := d.form.field("day").Label
	d.when(k, values["day"], day)
	d.more(k, values["more"])
	d.orToday(k, day)
	d.lacking(k, day)
	d.set("source", "", d.source)
	d.identify(k)
}

// nameKey returns the key that says what an entry is called, or "".
func (d *draft) nameKey(k *tracker.Kind) string {
	for _, name := range []string{"title", "with"} {
		if k.Key(name) != nil {
			return name
		}
	}
	return ""
}

// dateKey returns the key for the day of an entry: of what lasts for days, like
// a conference, the first.
func dateKey(k *tracker.Kind) string {
	if k.Else != "" {
		return k.Else
	}
	return k.Counts
}

// when reads the day of an entry, or its first and its last day.
func (d *draft) when(k *tracker.Kind, text, field string) {
	first, last, two := span(text, d.isDay)
	switch {
	case text == "":
	case !two:
		d.set(dateKey(k), field, text)
	case first == "" || last == "":
		d.fault(field, quoted(text)+" lacks a day", "write both, like "+(d.today-1).String()+".."+d.today.String()+", or one")
	case k.Begins == "" || k.Begins == k.Counts:
		d.fault(field, words.A(k.One)+" has one day", "write one, like "+d.today.String())
	default:
		d.set(k.Begins, field, first)
		d.set(k.Counts, field, last)
	}
}

// orToday gives an entry without a day today's, unless it was given up.
func (d *draft) orToday(k *tracker.Kind, field string) {
	key := dateKey(k)
	if d.has(key) || d.has(k.Counts) || d.faulty(field) || d.has("dropped") && !k.Key(key).Required {
		return
	}
	d.set(key, field, "today")
}

// faulty reports whether there is a fault in a field.
func (d *draft) faulty(field string) bool {
	return slices.ContainsFunc(d.faults, func(f Fault) bool { return f.Field == field })
}

// lacking reports keys that the kind cannot do without.
func (d *draft) lacking(k *tracker.Kind, day string) {
	for i := range k.Keys {
		key := &k.Keys[i]
		if !key.Required || d.has(key.Name) {
			continue
		}
		field, help := fieldMore, "write a line like "+example(key)
		switch key.Name {
		case d.nameKey(k):
			field, help = d.form.field("what").Label, "fill it in"
		case dateKey(k):
			field, help = day, "fill it in, like "+d.today.String()
		}
		if !d.faulty(field) || field == fieldMore {
			d.fault(field, words.A(k.One)+" needs "+key.Says, help)
		}
	}
}

// identify gives an entry its id, and its file a name.
func (d *draft) identify(k *tracker.Kind) {
	d.on, d.name = d.today, k.Name
	if values := d.given[dateKey(k)]; len(values) > 0 {
		if day, err := d.day(values[len(values)-1]); err == nil {
			d.on = day.On(d.today)
		}
	}
	for _, key := range []string{"title", "with", "role"} {
		if v := d.given[key]; len(v) > 0 {
			d.name = v[len(v)-1]
			if key != "title" {
				d.name = k.Name + " " + d.name
			}
			break
		}
	}
	switch {
	case d.has("id"):
	case k.Name == "certification":
		d.set("id", "", d.log.NewCredentialID(d.name))
	default:
		d.set("id", "", d.log.NewID(d.on, d.name))
	}
}

// skills reads the names of skills, as a phone writes them: Leadership is
// leadership, Technical proficiency is technical. What is none stays as it is,
// to be told with the nearest name.
func (d *draft) skills(text string) (skills []string) {
	known := map[string]string{}
	add := func(name, title string) {
		known[dashed(name)] = name
		known[dashed(title)] = name
	}
	for a := range tracker.Area(tracker.NumAreas) {
		for _, s := range a.Skills() {
			add(s, s)
		}
	}
	for _, s := range d.log.Skills {
		add(s.Name, s.Title)
	}
	for a := range tracker.Area(tracker.NumAreas) {
		add(a.String(), a.Title())
	}
	for _, s := range strings.FieldsFunc(text, isBetween) {
		s = strings.TrimSpace(s)
		if name := known[dashed(s)]; name != "" {
			s = name
		}
		if s != "" && !slices.Contains(skills, s) {
			skills = append(skills, s)
		}
	}
	return skills
}

// isBetween reports whether a mark stands between the items of a list.
func isBetween(c rune) bool { return c == ',' || c == ';' }

// dashed is a name in lower case, its words joined by dashes.
func dashed(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return c == ' ' || c == '_' || c == '-' }), "-")
}
