package tracker

import (
	"fmt"
	"slices"
)

// resolve checks what can be checked only when the whole log is read.
func (r *reader) resolve() {
	r.resolveSkills()
	r.resolveGoals()
	r.nameGoalFilters()
	credentials := r.nameCredentials()
	r.nameCredits(credentials)
	r.namePauses()
	r.nameShown()
	r.warn()
}

func (r *reader) isSkill(name string) bool {
	_, own := r.ids["skill:"+name]
	return own || isBuiltIn(name)
}

func (r *reader) skillNames() []string {
	names := AreaNames()
	for _, a := range areas {
		names = append(names, a.skills...)
	}
	for _, s := range r.log.Skills {
		names = append(names, s.Name)
	}
	return names
}

func (r *reader) unknownSkill(p pendingName) {
	if r.lost.skills || r.maybe[p.name] {
		return
	}
	help := fmt.Sprintf("write one of the areas (%s) or their skills, or define it: [skill.%s] with its area", list(AreaNames(), "and"), slugOf(p.name))
	if near := r.nearest(p.name, r.skillNames()); near != "" {
		help = "did you mean " + quote(near) + "?"
	}
	r.reportAt("unknown-skill", p.at, "there is no skill "+quote(p.name), help)
}

func (r *reader) resolveSkills() {
	own := map[string]Area{}
	for _, s := range r.log.Skills {
		own[s.Name] = s.Area
	}
	for _, p := range r.skills {
		e := &r.log.Entries[p.entry]
		if a, ok := own[p.name]; ok {
			e.areas |= 1 << a
			continue
		}
		e.faulty = true
		r.unknownSkill(pendingName{p.name, p.at})
	}
}

// nameGoalFilters checks the kinds and skills that goals name.
func (r *reader) nameGoalFilters() {
	activities := map[string]bool{}
	for i := range r.log.Entries {
		if a := r.log.Entries[i].Activity; a != "" {
			activities[a] = true
		}
	}
	for _, g := range r.log.Goals {
		for i := range g.Definitions {
			d := &g.Definitions[i]
			for _, k := range d.kinds {
				if kindByName[k.name] == nil && !activities[k.name] {
					g.faulty = true
					if r.lost.kinds || r.maybe[k.name] {
						continue
					}
					near := tableSlips[k.name]
					if kindByName[near] == nil {
						near = r.nearest(k.name, kindNames())
					}
					help := "write a kind of hone's, or log an [[activity]] of that kind first"
					if near != "" {
						help = "did you mean " + quote(near) + "?"
					}
					r.reportAt("unknown-kind", k.at, "there is no kind "+quote(k.name), help)
				}
			}
			for _, s := range d.skills {
				if !r.isSkill(s.name) {
					g.faulty = true
					r.unknownSkill(s)
				}
			}
		}
	}
}

// nameCredentials collects the ids of credentials, which share one space with
// those of goals.
func (r *reader) nameCredentials() map[string]bool {
	goals := map[string]Place{}
	for _, g := range r.goals {
		if _, ok := goals[g.id]; !ok {
			goals[g.id] = g.idAt
		}
	}
	ofPreset := map[string]bool{}
	for _, g := range r.log.Goals {
		ofPreset[g.ID] = true
	}
	credentials := map[string]bool{}
	for i := range r.log.Entries {
		e := &r.log.Entries[i]
		if e.Kind.Name != "certification" || e.ID == "" {
			continue
		}
		credentials[e.ID] = true
		switch first, taken := goals[e.ID]; {
		case e.ID == "all":
			e.faulty = true
			r.reportAt("duplicate-id", e.idAt, `the id "all" is taken`, "it stands for the whole log; choose another")
		case taken:
			e.faulty = true
			at, other := e.idAt, first
			if other.file > at.file || other.file == at.file && other.span.Start > at.span.Start {
				at, other = other, at
			}
			r.duplicateID(at, other, e.ID)
		case ofPreset[e.ID]:
			e.faulty = true
			r.reportAt("duplicate-id", e.idAt, fmt.Sprintf("the id %s is taken", quote(e.ID)), "it names a goal of the preset; choose another")
		}
	}
	return credentials
}

// nameCredits checks the credentials that entries and goals name.
func (r *reader) nameCredits(known map[string]bool) {
	names := make([]string, 0, len(known))
	for n := range known {
		names = append(names, n)
	}
	slices.Sort(names)
	unknown := func(at Place, name string) {
		if r.lost.credentials || r.maybe[name] {
			return
		}
		r.reportAt("unknown-credential", at, "there is no credential "+quote(name),
			r.nearestHelp(name, names, "give a [[certification]] that id; the credentials are "))
	}
	for i := range r.log.Entries {
		e := &r.log.Entries[i]
		told := ""
		for _, c := range e.Credits {
			if !known[c.Credential] && told != c.Credential {
				e.faulty, told = true, c.Credential
				unknown(c.at, c.Credential)
			}
		}
		for _, s := range e.Submitted {
			if !known[s.Credential] {
				e.faulty = true
				unknown(s.at, s.Credential)
			}
		}
	}
	for _, g := range r.log.Goals {
		told := ""
		for i := range g.Definitions {
			if d := &g.Definitions[i]; d.Credential != "" && !known[d.Credential] && told != d.Credential {
				g.faulty, told = true, d.Credential
				unknown(d.goalAt, d.Credential)
			}
		}
	}
}

// namePauses checks the goals that pauses name.
func (r *reader) namePauses() {
	ids := make([]string, len(r.log.Goals))
	known := make(map[string]bool, len(ids))
	for i, g := range r.log.Goals {
		ids[i], known[g.ID] = g.ID, true
	}
	for _, ref := range r.refs {
		if known[ref.goal.name] {
			continue
		}
		r.log.Pauses[ref.pause].faulty = true
		r.log.Pauses[ref.pause].Goals = nil // it may be any
		if !r.lost.goals && !r.maybe[ref.goal.name] {
			r.reportAt("unknown-goal", ref.goal.at, "there is no goal "+quote(ref.goal.name), r.nearestHelp(ref.goal.name, ids, "the goals are "))
		}
	}
}
