package tracker

import (
	"fmt"

	"github.com/honelog/hone/tracker/internal/place"
)

// rawPreset is the preset that a log asks for.
type rawPreset struct {
	at      Place
	preset  Preset
	ids     []string
	pending []pendingName
	hasIDs  bool
	from    Day
	faulty  bool
}

// single reads a table of which a log has one.
func (r *reader) single(c *place.Node, raw any) {
	m, ok := raw.(map[string]any)
	if !ok {
		r.log.settingsFault = r.log.settingsFault || touchesGoals(c.Name)
		r.lose(c.Name)
		help := "write the header [" + c.Name + "] with single brackets, and its keys below it"
		r.report("wrong-type", c.Key, fmt.Sprintf("%s is %s", quote(c.Name), typeName(raw)), help)
		return
	}
	first := r.once(c.Name, c.Key)
	ok = r.table(single[c.Name], c, m, "["+c.Name+"]")
	if r.broken || r.doubt["start"] && c.Name == "settings" || c.Name == "preset" && (r.doubt["name"] || r.doubt["goals"]) {
		r.lose(c.Name)
	}
	if !first {
		return
	}
	switch c.Name {
	case "settings":
		r.log.hasSettings = true
		r.log.settingsFault = r.log.settingsFault || !ok
		r.settings()
	case "preset":
		r.readPreset(c, !ok)
	case "badges":
		r.badges()
	case "cards":
		r.cards()
	}
}

func (r *reader) settings() {
	s := &r.log.Settings
	if v := r.value("timezone"); v != nil && v.text != "" && (r.zone == nil || r.zone(v.text)) {
		s.Timezone, s.zoneAt = v.text, r.at(v.node.Value)
	}
	if v := r.value("start"); v != nil && v.day.Set {
		s.Start, s.HasStart = v.day.Last(), true
	}
	if v := r.value("year-starts"); v != nil {
		if start, ok := yearStart(v.text); ok {
			s.YearStarts = start
		}
	}
}

func (r *reader) readPreset(c *place.Node, faulty bool) {
	p := &rawPreset{at: r.at(c.Key), faulty: faulty}
	if v := r.value("name"); v != nil && v.text == "technical-leader" {
		values := r.values // the set is read by another reader
		p.preset = TechnicalLeader()
		r.values = values
	}
	p.ids = p.preset.On
	if v := r.value("goals"); v != nil && v.list != nil {
		p.ids, p.hasIDs = v.list, true
		for i, id := range v.list {
			p.pending = append(p.pending, pendingName{id, r.at(v.spans[i])})
		}
	}
	if v := r.value("from"); v != nil {
		p.from = v.day
	}
	r.preset = p
}

// named reads [skill.NAME] or [rule.NAME] tables.
func (r *reader) named(c *place.Node, raw any) {
	m, ok := raw.(map[string]any)
	if !ok {
		r.lose(c.Name)
		r.report("wrong-type", c.Key, fmt.Sprintf("%s is %s", quote(c.Name), typeName(raw)), "write "+headerOf(c.Name))
		return
	}
	for n := range r.doc.Tree.Children(c) {
		raw, known := m[n.Name]
		if !known {
			continue
		}
		table, ok := raw.(map[string]any)
		switch {
		case !ok:
			r.log.skillFault = true
			r.lose(c.Name)
			r.report("misplaced-key", n.Key, fmt.Sprintf("%s stands in [%s] itself", quote(n.Name), c.Name), "give it a name: "+headerOf(c.Name))
		case c.Name == "skill":
			r.skill(n, table)
		default:
			r.table(ruleTable, n, table, "a rule")
			r.log.rules[n.Name] = true
		}
	}
}

// skill reads a skill of the user's own, or what is wished of an area.
func (r *reader) skill(n *place.Node, m map[string]any) {
	ok := r.table(skillTable, n, m, "a skill")
	area := r.value("area")
	switch {
	case !isSlug(n.Name):
		ok = false
		r.lose("skill")
		r.report("bad-value", n.Key, quote(n.Name)+" is no name for a skill", "write lower-case words with dashes, like [skill."+slugOf(n.Name)+"]")
	case isArea(n.Name):
		if area != nil {
			ok = false
			r.report("bad-value", area.node.Key, fmt.Sprintf("%s is an area itself", quote(n.Name)), "take the line out; an area takes wish and aim")
		}
		r.wish(builtIn[n.Name])
	case isBuiltIn(n.Name):
		ok = false
		r.report("duplicate-id", n.Key, fmt.Sprintf("the skill %s is built in", quote(n.Name)), fmt.Sprintf("take the table out: it belongs to %s already", builtIn[n.Name]))
	default:
		ok = r.ownSkill(n, area, ok) && ok
	}
	r.log.skillFault = r.log.skillFault || !ok
}

func (r *reader) wish(a Area) {
	if v := r.value("wish"); v != nil {
		r.log.wishes[a] = v.amount
	}
	if v := r.value("aim"); v != nil {
		r.log.aims[a] = v.whole
	}
}

func (r *reader) ownSkill(n *place.Node, area *value, ok bool) bool {
	if first, twice := r.ids["skill:"+n.Name]; twice {
		r.duplicateID(r.at(n.Key), first, n.Name)
		return false
	}
	r.ids["skill:"+n.Name] = r.at(n.Key)
	if len(r.log.Skills) >= maxSkills {
		if len(r.log.Skills) == maxSkills {
			r.limit(n.Key, "the log has more than 1,000 skills of its own")
		}
		r.log.Skills = append(r.log.Skills[:maxSkills], Skill{Name: n.Name})
		return false
	}
	if v := r.value("wish"); v != nil {
		r.report("misplaced-key", v.node.Key, "wish is for an area", "put it below a header like [skill.business]")
		return false
	}
	if v := r.value("aim"); v != nil {
		r.report("misplaced-key", v.node.Key, "aim is for an area", "put it below a header like [skill.business]")
		return false
	}
	s := Skill{Name: r.intern(n.Name)}
	switch {
	case area == nil:
		if ok {
			r.report("missing-key", n.Key, `a skill needs "area"`, `add the area it belongs to, like area = "technical"`)
		}
		ok = false
	case area.text != "":
		s.Area = builtIn[area.text]
	}
	if v := r.value("title"); v != nil {
		s.Title = v.text
	}
	// A skill with a fault in its table is known all the same: its entries are
	// not to blame.
	r.log.Skills = append(r.log.Skills, s)
	return ok
}

func isBuiltIn(name string) bool { _, ok := builtIn[name]; return ok }

// pause reads a pause.
func (r *reader) pause(n *place.Node, m map[string]any) {
	ok := r.table(pauseTable, n, m, "a pause")
	p := Pause{at: r.at(n.Key)}
	from, until := r.value("from"), r.value("until")
	if from != nil && until != nil && from.day.Set && until.day.Set {
		p.From, p.Until = from.day.Last(), until.day.Last()
		if p.Until < p.From {
			ok = false
			r.report("end-before-start", until.node.Value, fmt.Sprintf("%s is before the day it begins, %s", p.Until, p.From), "swap the two days, or mend the wrong one")
		}
	} else {
		ok = false
	}
	if v := r.value("goals"); v != nil {
		p.Goals = v.list
		for i, id := range v.list {
			r.refs = append(r.refs, pauseRef{len(r.log.Pauses), pendingName{id, r.at(v.spans[i])}})
		}
	}
	if v := r.value("keep-target"); v != nil {
		p.KeepTarget, p.keepAt = v.flag, r.at(v.node.Key)
	}
	if v := r.value("reason"); v != nil {
		p.Reason = v.text
	}
	if v := r.value("source"); v != nil {
		p.Source = v.text
	}
	p.faulty = !ok
	r.log.Pauses = append(r.log.Pauses, p)
}
