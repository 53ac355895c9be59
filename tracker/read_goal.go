package tracker

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/honelog/hone/tracker/civil"
	"github.com/honelog/hone/tracker/internal/place"
)

// rawGoal is one [[goal]] as it stands in a file, before it inherits.
type rawGoal struct {
	id     string
	idAt   Place
	at     Place
	values map[string]value
	file   int32
	faulty bool
	doubt  map[string]bool // keys that are not what they seem, or may be meant
	broken bool            // keys may be missing that were there
}

// doubts reports whether what a goal has of a key, or has not, may be the fault
// of something that is told already.
func (g *rawGoal) doubts(keys ...string) bool {
	return g.broken || slices.ContainsFunc(keys, func(k string) bool { return g.doubt[k] })
}

func (g *rawGoal) from() (civil.Date, bool) {
	v, ok := g.values["from"]
	return v.day.Last(), ok && v.day.Set
}

// goal reads a [[goal]]; what it means is told when all of them are read.
func (r *reader) goal(n *place.Node, m map[string]any) {
	ok := r.table(goalTable, n, m, "a goal")
	g := rawGoal{at: r.at(n.Key), values: map[string]value{}, file: r.file, doubt: maps.Clone(r.doubt), broken: r.broken}
	for _, v := range r.values {
		g.values[v.key.Name] = v
	}
	id, given := g.values["id"]
	if !given || id.text == "" {
		r.log.settingsFault = true // it may be any goal
		r.lose("goal")
		return
	}
	g.id, g.idAt = id.text, r.at(id.node.Value)
	if !isID(g.id) || g.id == "all" {
		help := "write lower-case words with dashes, at most 40 characters"
		if g.id == "all" {
			help = "it stands for the whole log; choose another"
		}
		r.lose("goal")
		if !g.doubt["id"] { // else told already
			r.badValue(&id, quote(g.id)+" cannot be a goal's id", help)
		}
		ok = false
	}
	g.faulty = !ok
	r.goals = append(r.goals, g)
}

// resolveGoals makes the goals of the log: definitions of one id together, in
// the order of their days, each inheriting from the one before or the preset.
func (r *reader) resolveGoals() {
	byID := map[string][]rawGoal{}
	var order []string
	for _, g := range r.goals {
		if byID[g.id] == nil {
			order = append(order, g.id)
		}
		byID[g.id] = append(byID[g.id], g)
	}
	for _, id := range order {
		raws := byID[id]
		slices.SortStableFunc(raws, func(a, b rawGoal) int {
			da, hasA := a.from()
			db, hasB := b.from()
			if hasA != hasB {
				return cmp.Compare(b2i(hasA), b2i(hasB))
			}
			return cmp.Compare(da, db)
		})
		r.log.Goals = append(r.log.Goals, r.makeGoal(id, raws))
	}
	r.presetGoals(byID)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// presetGoals adds the goals of the preset that the log does not define.
func (r *reader) presetGoals(byID map[string][]rawGoal) {
	p := r.preset
	if p == nil {
		return
	}
	for _, ref := range p.pending {
		if p.preset.goal(ref.name) == nil {
			p.faulty, r.lost.goals = true, true
			if p.preset.Name == "" {
				continue
			}
			r.reportAt("unknown-goal", ref.at, fmt.Sprintf("the preset has no goal %s", quote(ref.name)), r.nearestHelp(ref.name, p.preset.IDs(), "its goals are "))
		}
	}
	for _, id := range p.ids {
		base := p.preset.goal(id)
		if base == nil || byID[id] != nil || slices.ContainsFunc(r.log.Goals, func(g *Goal) bool { return g.ID == id }) {
			continue
		}
		r.log.Goals = append(r.log.Goals, &Goal{ID: id, Definitions: []Definition{r.presetDefinition(base)}, at: p.at, preset: true, faulty: p.faulty})
	}
	if p.faulty {
		for _, g := range r.log.Goals {
			g.faulty = g.faulty || p.preset.goal(g.ID) != nil
		}
	}
}

func (r *reader) presetDefinition(base *Goal) Definition {
	d := base.Definitions[0]
	d.at, d.kinds, d.skills = r.preset.at, nil, nil
	if r.preset.from.Set {
		d.From, d.HasFrom = r.preset.from.Last(), true
	}
	return d
}

// makeGoal joins the definitions of one id.
func (r *reader) makeGoal(id string, raws []rawGoal) *Goal {
	g := &Goal{ID: id, at: raws[0].at}
	var base *Definition
	undated := slices.ContainsFunc(raws, func(g rawGoal) bool { return g.doubts("from") })
	if p := r.preset; p != nil {
		if b := p.preset.goal(id); b != nil {
			d := r.presetDefinition(b)
			base = &d
			on := slices.Contains(p.ids, id)
			if !on {
				base.From, base.HasFrom = 0, false
			}
			if from, has := raws[0].from(); on && has && r.after(from, &d) {
				g.Definitions = append(g.Definitions, d)
			}
		}
	}
	for i := range raws {
		raw := &raws[i]
		g.faulty = g.faulty || raw.faulty
		if i > 0 { // what it inherits may be in doubt
			raw.broken = raw.broken || raws[i-1].broken
			for k := range raws[i-1].doubt {
				if _, restated := raw.values[k]; !restated {
					raw.doubt[k] = true
				}
			}
		}
		from, has := raw.from()
		if n := len(g.Definitions); n > 0 {
			base = &g.Definitions[n-1]
			if i > 0 && (!has || base.HasFrom && from <= base.From) {
				g.faulty = true
				if !undated {
					r.duplicateGoal(raw, raws[i-1].idAt)
				}
				continue
			}
		}
		d, ok := r.define(raw, base, i == 0 && len(g.Definitions) == 0)
		g.faulty = g.faulty || !ok
		g.Definitions = append(g.Definitions, d)
	}
	return g
}

// after reports whether a day is later than the beginning of a preset's goal,
// so that a definition from that day changes the goal and does not replace it.
func (r *reader) after(from civil.Date, preset *Definition) bool {
	switch {
	case preset.HasFrom:
		return from > preset.From
	case r.log.Settings.HasStart:
		return from > r.log.Settings.Start
	}
	return true
}

// duplicateGoal reports a definition that comes with no day of its own. Of two
// alike, the later in the log is the one to mend.
func (r *reader) duplicateGoal(raw *rawGoal, other Place) {
	at := raw.idAt
	if other.file > at.file || other.file == at.file && other.span.Start > at.span.Start {
		at, other = other, at
	}
	src := r.log.sources[other.file-1]
	line, _ := src.Position(int(other.span.Start))
	r.reportAt("duplicate-id", at, fmt.Sprintf("the goal %s stands twice", quote(raw.id)),
		fmt.Sprintf("give one of them a later from to change the goal from that day, or another id; the other is at %s:%d", shown(src.Name), line))
}

// define applies what a definition states to what it inherits.
func (r *reader) define(raw *rawGoal, base *Definition, first bool) (d Definition, ok bool) {
	d = Definition{Unit: "entries", Notice: -1}
	if base != nil {
		d = *base
		d.kinds, d.skills = nil, nil
	}
	r.file, ok = raw.file, true
	d.at = raw.at
	for name, v := range raw.values {
		d.set(r, name, &v)
	}
	if d.Title == "" {
		d.Title = titleOf(raw.id)
	}
	formed, shaped := r.form(raw, &d, base), r.shape(raw, &d)
	return d, formed && shaped && ok
}

// titleOf makes a title of an id: "team-books" is "Team books".
func titleOf(id string) string {
	s := strings.ReplaceAll(id, "-", " ")
	return strings.ToUpper(s[:1]) + s[1:]
}

// set puts a value into its field.
func (d *Definition) set(r *reader, name string, v *value) {
	switch name {
	case "title":
		d.Title = v.text
	case "kinds":
		d.Kinds, d.kinds = v.list, r.pending(v)
	case "skills":
		d.Skills, d.skills = v.list, r.pending(v)
	case "tags":
		d.Tags = v.list
	case "roles":
		d.Roles = v.list
	case "credential":
		d.Credential, d.goalAt = v.text, r.at(v.node.Value)
	case "category":
		d.Category = v.text
	case "unit":
		if v.text != "" {
			d.Unit = v.text
		}
	case "target":
		d.Target = v.amount
	case "from":
		d.From, d.HasFrom = v.day.Last(), v.day.Set
	case "until":
		d.Until, d.HasUntil = v.day.Last(), v.day.Set
	case "notice":
		d.Notice = v.whole
	case "checkpoints":
		d.Checkpoints = v.whole
	case "public":
		d.Private = !v.flag
	}
}

func (r *reader) pending(v *value) (names []pendingName) {
	for i, s := range v.list {
		names = append(names, pendingName{s, r.at(v.spans[i])})
	}
	return names
}
