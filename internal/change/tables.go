package change

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// tables compares all that is no entry: goals first, then pauses, then the rest.
func (c *Change) tables() []Table {
	before, after := c.before, c.after
	was, is := c.passages[before], c.passages[after]
	all := goals(before, after)
	all = append(all, pauses(before, after)...)
	all = append(all, byID("settings", settings(before), settings(after))...)
	all = append(all, byID("preset", written(was, "preset"), written(is, "preset"))...)
	all = append(all, byID("skill", skills(before, was), skills(after, is))...)
	all = append(all, byID("rule", written(was, "rule"), written(is, "rule"))...)
	all = append(all, byID("badges", badges(before), badges(after))...)
	return append(all, byID("cards", cards(before), cards(after))...)
}

// goals compares the goals, each with all its definitions, by their ids.
func goals(before, after *tracker.Log) (all []Table) {
	was := map[string]*tracker.Goal{}
	for _, g := range before.Goals {
		was[g.ID] = g
	}
	for _, g := range after.Goals {
		if t, differs := goal(was[g.ID], g); differs {
			all = append(all, t)
		}
		delete(was, g.ID)
	}
	for _, g := range before.Goals {
		if was[g.ID] != nil {
			t, _ := goal(g, nil)
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, func(a, b Table) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// goal compares a goal; nil is one that is not there. Of its definitions the last
// is told by its keys, and those before by the day they begin.
func goal(before, after *tracker.Goal) (t Table, differs bool) {
	one := cmp.Or(after, before)
	t = Table{Name: "goal", ID: one.ID, Title: one.Latest().Title}
	var a, b pairs
	if before != nil {
		a, t.Private = definitions(before), before.Latest().Private
	}
	if after != nil {
		b, t.Private = definitions(after), t.Private || after.Latest().Private
	}
	t.How, t.Keys = how(before != nil, after != nil), differ(a, b)
	return t, len(t.Keys) > 0 || before == nil || after == nil
}

func definitions(g *tracker.Goal) (p pairs) {
	last := len(g.Definitions) - 1
	p = definition(&g.Definitions[last], "")
	for i := range last {
		prefix := "first "
		if d := &g.Definitions[i]; d.HasFrom {
			prefix = d.From.String() + " "
		}
		p = append(p, definition(&g.Definitions[i], prefix)...)
	}
	return p
}

func definition(d *tracker.Definition, prefix string) (p pairs) {
	p.add(prefix+"title", d.Title)
	p.set(prefix+"kinds", d.Kinds)
	p.set(prefix+"skills", d.Skills)
	p.set(prefix+"tags", d.Tags)
	p.set(prefix+"roles", d.Roles)
	p.add(prefix+"credential", d.Credential)
	p.add(prefix+"category", d.Category)
	p.add(prefix+"unit", d.Unit)
	p.add(prefix+"target", precise(d.Target))
	switch d.Form {
	case tracker.Per:
		p.add(prefix+"per", d.Period.String())
	case tracker.Every:
		p.add(prefix+"every", strconv.Itoa(d.Days)+"d")
	}
	p.flag(prefix+"from", d.HasFrom, d.From.String())
	p.flag(prefix+"until", d.HasUntil, d.Until.String())
	p.flag(prefix+"notice", d.Notice >= 0, strconv.Itoa(d.Notice)+"d")
	p.flag(prefix+"checkpoints", d.Checkpoints > 0, strconv.Itoa(d.Checkpoints))
	p.flag(prefix+"public", d.Private, "false")
	return p
}

func how(before, after bool) How {
	switch {
	case !before:
		return Added
	case !after:
		return Removed
	}
	return Changed
}

// pauses compares the pauses: those that say the same, then those that begin or
// end on the same day.
func pauses(before, after *tracker.Log) (all []Table) {
	a, b := pausesOf(before), pausesOf(after)
	meet := func(key func(pause) string) {
		open := map[string][]int{}
		for i := range a {
			if !a[i].met {
				open[key(a[i])] = append(open[key(a[i])], i)
			}
		}
		for i := range b {
			k := key(b[i])
			if b[i].met || len(open[k]) == 0 {
				continue
			}
			old := &a[open[k][0]]
			open[k] = open[k][1:]
			old.met, b[i].met = true, true
			if keys := differ(old.pairs, b[i].pairs); len(keys) > 0 {
				all = append(all, Table{Name: "pause", How: Changed, Keys: keys, Private: old.private || b[i].private})
			}
		}
	}
	meet(func(p pause) string { return p.pairs.print() })
	meet(func(p pause) string { return p.from })
	meet(func(p pause) string { return p.until })
	for _, p := range b {
		if !p.met {
			all = append(all, Table{Name: "pause", How: Added, Keys: differ(nil, p.pairs), Private: p.private})
		}
	}
	for _, p := range a {
		if !p.met {
			all = append(all, Table{Name: "pause", How: Removed, Keys: differ(p.pairs, nil), Private: p.private})
		}
	}
	return all
}

type pause struct {
	from, until string
	pairs       pairs
	private     bool // it is for private goals only
	met         bool
}

// pausesOf returns the pauses by what they say.
func pausesOf(l *tracker.Log) (all []pause) {
	public := map[string]bool{}
	for _, g := range l.Goals {
		public[g.ID] = !g.Latest().Private
	}
	for i := range l.Pauses {
		p := &l.Pauses[i]
		x := pause{from: p.From.String(), until: p.Until.String()}
		x.private = len(p.Goals) > 0 && !slices.ContainsFunc(p.Goals, func(id string) bool { return public[id] })
		x.pairs.add("from", x.from)
		x.pairs.add("until", x.until)
		x.pairs.set("goals", p.Goals)
		x.pairs.flag("keep-target", p.KeepTarget, "true")
		x.pairs.add("reason", p.Reason)
		all = append(all, x)
	}
	slices.SortFunc(all, func(a, b pause) int { return cmp.Compare(a.pairs.print(), b.pairs.print()) })
	return all
}

// byID compares tables by their ids; a table that says nothing is not there.
func byID(name string, before, after map[string]pairs) (all []Table) {
	for _, id := range slices.Sorted(ids(before, after)) {
		a, b := before[id], after[id]
		if keys := differ(a, b); len(keys) > 0 {
			all = append(all, Table{Name: name, ID: id, How: how(len(a) > 0, len(b) > 0), Keys: keys})
		}
	}
	return all
}

func ids(before, after map[string]pairs) func(func(string) bool) {
	return func(yield func(string) bool) {
		for id := range before {
			if !yield(id) {
				return
			}
		}
		for id := range after {
			if _, both := before[id]; !both && !yield(id) {
				return
			}
		}
	}
}

func settings(l *tracker.Log) map[string]pairs {
	var p pairs
	s := &l.Settings
	p.flag("timezone", s.Timezone != "UTC", s.Timezone)
	p.flag("start", s.HasStart, s.Start.String())
	year := s.YearStarts
	p.flag("year-starts", year != civil.January, fmt.Sprintf("%02d-%02d", year.Month, year.Day))
	return map[string]pairs{"": p}
}

// skills are a user's own, and what is wished of the areas.
func skills(l *tracker.Log, passages []tracker.Passage) map[string]pairs {
	all := map[string]pairs{}
	for name, p := range written(passages, "skill") {
		if slices.Contains(tracker.AreaNames(), name) {
			all[name] = p
		}
	}
	for _, s := range l.Skills {
		var p pairs
		p.add("area", s.Area.String())
		p.add("title", s.Title)
		all[s.Name] = p
	}
	return all
}

func badges(l *tracker.Log) map[string]pairs {
	b := l.Badges
	return map[string]pairs{"": drawn(b.Show, b.Labels, pair{"style", b.Style}, pair{"palette", b.Palette})}
}

func cards(l *tracker.Log) map[string]pairs {
	c := l.Cards
	return map[string]pairs{"": drawn(c.Show, c.Labels, pair{"theme", c.Theme}, pair{"palette", c.Palette}, pair{"week-starts", c.WeekStarts})}
}

// drawn is what badges and cards say alike. An order is part of what they show.
func drawn(show []string, labels map[string]string, rest ...pair) (p pairs) {
	p.flag("show", show != nil, "["+strings.Join(show, ", ")+"]")
	for _, x := range rest {
		p.add(x.key, x.value)
	}
	var named pairs
	for id, label := range labels {
		named.add("labels."+id, label)
	}
	return append(p, named.sorted()...)
}

// written are the tables of a name, or of names below it, by what stands in
// them: hone reads no more of them than that.
func written(passages []tracker.Passage, name string) map[string]pairs {
	all := map[string]pairs{}
	for _, t := range passages {
		first, id, _ := strings.Cut(t.Table, ".")
		if first != name {
			continue
		}
		p := all[id]
		for _, line := range plainLines(t.Text)[1:] {
			key, value, ok := strings.Cut(line, "=")
			if !ok { // the middle of a long value
				value = line
			}
			p.add(key, value)
		}
		all[id] = p.sorted()
	}
	return all
}

// plainLines returns the lines of a table without remarks, blank lines and the
// space around them and around the first equals sign.
func plainLines(text string) (lines []string) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if key, value, ok := strings.Cut(line, "="); ok {
			line = strings.TrimSpace(key) + "=" + strings.TrimSpace(value)
		}
		lines = append(lines, line)
	}
	return lines
}
