package export

import (
	"encoding/json"
	"fmt"

	"github.com/honelog/hone/tracker"
)

// JSON is the log as it was read, in a document of version 1: settings, skills,
// goals with their changes, pauses and entries. An entry holds the keys that it
// has, by the names of FORMAT.md; kind is the name of its table, and activity
// an activity's own kind. Dates are YYYY-MM-DD, or YYYY-MM where no more is
// known; amounts have all their decimals. Of the other parts every key is
// always there, null where it has no meaning. What only says how badges and
// cards are drawn stays out.
func JSON(l *tracker.Log, o Options) []byte {
	hidden := o.hidden(l)
	doc := parts{
		{"version", 1},
		{"today", o.Today.String()},
		{"settings", parts{
			{"timezone", l.Settings.Timezone}, {"start", dayOr(l.Settings.Start.String(), l.Settings.HasStart)},
			{"year_starts", fmt.Sprintf("%02d-%02d", max(1, int(l.Settings.YearStarts.Month)), max(1, l.Settings.YearStarts.Day))},
		}},
		{"skills", skillsJSON(l)},
		{"goals", o.goalsJSON(l, hidden)},
		{"pauses", o.pausesJSON(l, hidden)},
	}
	entries := []parts{}
	for _, e := range o.Entries(l) {
		file, line := l.Line(e)
		entries = append(entries, append(valuesOf(e, hidden), value{"at", parts{{"file", file}, {"line", line}}}))
	}
	b, err := json.MarshalIndent(append(doc, value{"entries", entries}), "", "  ")
	if err != nil {
		panic(err) // plain values only
	}
	return append(b, '\n')
}

func dayOr(day string, is bool) any {
	if !is {
		return nil
	}
	return day
}

func skillsJSON(l *tracker.Log) []parts {
	skills := []parts{}
	for _, s := range l.Skills {
		skills = append(skills, parts{{"name", s.Name}, {"title", some(s.Title)}, {"area", s.Area.String()}})
	}
	return skills
}

// goalsJSON are the goals, each with the definitions that it had, by the day
// from which they hold.
func (o Options) goalsJSON(l *tracker.Log, hidden map[string]bool) []parts {
	goals := []parts{}
	for _, g := range o.goals(l) {
		definitions := []parts{}
		for i := range g.Definitions {
			definitions = append(definitions, definitionJSON(&g.Definitions[i], hidden))
		}
		goals = append(goals, parts{{"id", g.ID}, {"public", !g.Latest().Private}, {"definitions", definitions}})
	}
	return goals
}

func definitionJSON(d *tracker.Definition, hidden map[string]bool) parts {
	list := func(items []string) []string { return append([]string{}, items...) }
	var per, credential any
	if d.Form == tracker.Per {
		per = d.Period.String()
	}
	if !hidden[d.Credential] {
		credential = some(d.Credential)
	}
	var notice any
	if d.Notice >= 0 {
		notice = d.Notice
	}
	return parts{
		{"from", dayOr(d.From.String(), d.HasFrom)}, {"until", dayOr(d.Until.String(), d.HasUntil)}, {"title", d.Title},
		{"form", d.Form.String()}, {"per", per}, {"every_days", some(d.Days)}, {"unit", d.Unit}, {"target", number(exact(d.Target))},
		{"kinds", list(d.Kinds)}, {"skills", list(d.Skills)}, {"tags", list(d.Tags)}, {"roles", list(d.Roles)},
		{"credential", credential}, {"category", some(d.Category)}, {"notice_days", notice}, {"checkpoints", some(d.Checkpoints)},
	}
}

// pausesJSON are the pauses. One for goals that are all private is left out:
// without their names it would be one for all.
func (o Options) pausesJSON(l *tracker.Log, hidden map[string]bool) []parts {
	pauses := []parts{}
	for i := range l.Pauses {
		p := &l.Pauses[i]
		goals := []string{}
		for _, id := range p.Goals {
			if !hidden[id] {
				goals = append(goals, id)
			}
		}
		if len(goals) == 0 && len(p.Goals) > 0 {
			continue
		}
		var reason any
		if o.Private {
			reason = some(p.Reason)
		}
		pauses = append(pauses, parts{
			{"from", p.From.String()}, {"until", p.Until.String()}, {"goals", goals}, {"keep_target", p.KeepTarget}, {"reason", reason},
		})
	}
	return pauses
}
