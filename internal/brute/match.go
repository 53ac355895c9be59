package brute

import (
	"math/big"
	"slices"
)

// areas of the built-in skills: the areas themselves and some sub-skills.
var areas = map[string]string{
	"technical": "technical", "leadership": "leadership", "communication": "communication",
	"strategy": "strategy", "problem-solving": "problem-solving", "business": "business",
	"projects": "projects", "people": "people",

	"team-management": "leadership", "decision-making": "leadership", "market": "business",
	"root-cause-analysis": "problem-solving", "planning": "projects", "empathy": "people",
}

func (l Log) area(skill string) string {
	for _, s := range l.Skills {
		if s.Name == skill {
			return s.Area
		}
	}
	return areas[skill]
}

// matches: and between the filters, or within one; a skill that names an area
// matches its sub-skills.
func (l Log) matches(g Goal, e Entry) bool {
	if e.Date == nil || e.Dropped != nil {
		return false
	}
	if len(g.Kinds) > 0 && !slices.Contains(g.Kinds, e.Kind) {
		return false
	}
	if len(g.Tags) > 0 && !overlap(g.Tags, e.Tags) {
		return false
	}
	role := e.Role
	if e.Kind == "feedback" && role == "" {
		role = "received"
	}
	if len(g.Roles) > 0 && !slices.Contains(g.Roles, role) {
		return false
	}
	if len(g.Skills) > 0 {
		reached := slices.Clone(e.Skills)
		for _, s := range e.Skills {
			reached = append(reached, l.area(s))
		}
		if !overlap(g.Skills, reached) {
			return false
		}
	}
	if g.Credential != "" && credits(g, e) == 0 {
		return false
	}
	return true
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// credits sums what the entry gives to the goal's credential, in its category
// only where the goal names one.
func credits(g Goal, e Entry) Milli {
	var sum Milli
	for _, c := range e.Credits {
		if c.Credential == g.Credential && (g.Category == "" || g.Category == c.Category) {
			sum += c.Amount
		}
	}
	return sum
}

// amount of one entry in a goal's unit; for areas, the number of areas.
func (l Log) amount(g Goal, e Entry) *big.Rat {
	switch g.Unit {
	case "hours":
		return e.Hours.rat()
	case "pages":
		return whole(e.Pages)
	case "credits":
		return credits(g, e).rat()
	case "areas":
		return whole(len(l.touched(e)))
	}
	return whole(1)
}

func (l Log) touched(e Entry) []string {
	var list []string
	for _, s := range e.Skills {
		if a := l.area(s); !slices.Contains(list, a) {
			list = append(list, a)
		}
	}
	return list
}

// counting: the entry matches the definition in force on its date and has an
// amount above nought (rules 5 and 9).
func (c course) counting(e Entry) bool {
	if e.Date == nil {
		return false
	}
	g := c.defs[c.inForce(*e.Date)]
	return c.log.matches(g, e) && c.log.amount(g, e).Sign() > 0
}

// anyCounting reports whether a counting entry is dated in [from, until].
func (c course) anyCounting(from, until Day) bool {
	return slices.ContainsFunc(c.log.Entries, func(e Entry) bool {
		return c.counting(e) && *e.Date >= from && *e.Date <= until
	})
}

// sum is the amount of the counting entries dated in [from, until].
func (c course) sum(from, until Day) *big.Rat {
	y := new(big.Rat)
	seen := map[string]bool{}
	for _, e := range c.log.Entries {
		if !c.counting(e) || *e.Date < from || *e.Date > until {
			continue
		}
		g := c.defs[c.inForce(*e.Date)]
		if g.Unit != "areas" {
			y = add(y, c.log.amount(g, e))
			continue
		}
		for _, a := range c.log.touched(e) {
			seen[a] = true
		}
	}
	return add(y, whole(len(seen)))
}
