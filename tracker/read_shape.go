package tracker

import (
	"fmt"
	"slices"

	"github.com/honelog/hone/tracker/civil"
)

// form finds out whether a definition is per period, a span or a cadence.
func (r *reader) form(raw *rawGoal, d *Definition, base *Definition) bool {
	per, hasPer := raw.values["per"]
	every, hasEvery := raw.values["every"]
	switch {
	case hasPer && hasEvery:
		v := every
		if per.node.Key.Start > every.node.Key.Start {
			v = per
		}
		r.file = raw.file
		r.report("bad-value", v.node.Key, "a goal is per period or every so often, not both", "take one of the two lines out")
		return false
	case hasPer:
		d.Period, _ = civil.ParsePeriod(per.text)
		d.Form, d.Days = Per, 0
		return d.Period != 0
	case hasEvery:
		d.Form, d.Days, d.Period = Every, every.whole, 0
		if _, given := raw.values["target"]; !given && (base == nil || base.Target == 0) {
			d.Target = One
		}
		return d.Days > 0
	case d.Form != 0:
		return true
	case d.HasFrom && d.HasUntil:
		d.Form = OneSpan
		return true
	}
	if !raw.doubts("per", "every", "from", "until") && !r.lost.preset {
		r.reportAt("missing-key", raw.at, `a goal needs "per"`, `add per = "year" (or week, month, quarter, half), every = "30d", or from and until`)
	}
	return false
}

// longestSpan is how many days a goal may last.
const longestSpan = 36_525

// shape checks that the keys of a definition go together.
func (r *reader) shape(raw *rawGoal, d *Definition) bool {
	at := func(names ...string) Place {
		for _, n := range names {
			if v, ok := raw.values[n]; ok {
				return r.at(v.node.Value)
			}
		}
		return raw.at
	}
	// A fault of a key that is in doubt is told already, or may be none.
	fault := func(code string, at Place, message, help string, keys ...string) bool {
		if !raw.doubts(keys...) {
			r.reportAt(code, at, message, help)
		}
		return false
	}
	switch {
	case d.Target == 0:
		if r.lost.preset { // it may have one
			return false
		}
		return fault("missing-key", raw.at, `a goal needs "target"`, "add target = 12: how much", "target")
	case (d.counts() || d.Form == Every) && !d.Target.IsWhole():
		return fault("bad-value", at("target", "unit", "every"), "the target of "+d.Unit+" is not whole", "write a whole number, or count hours", "target", "unit")
	case d.Unit == "areas" && d.Target > NumAreas*One && d.Form != Every:
		return fault("bad-value", at("target", "unit"), "there are eight areas", "write a target from 1 to 8", "target", "unit")
	case d.Unit == "credits" && d.Credential == "":
		return fault("missing-key", raw.at, `a goal in credits needs "credential"`, `add the id of a certification, like credential = "cissp"`, "credential", "unit")
	case d.Category != "" && d.Credential == "":
		return fault("missing-key", raw.at, `a goal with a category needs "credential"`, `add the id of a certification, like credential = "cissp"`, "credential", "category")
	case d.Checkpoints > 0 && (d.counts() || d.Form == Every) && at("checkpoints") != raw.at:
		return fault("bad-value", at("checkpoints"), "checkpoints are for amounts", "take the line out: every one of a count is a step already", "checkpoints", "unit")
	case d.HasFrom && d.HasUntil && d.Until < d.From:
		return fault("end-before-start", at("until", "from"), fmt.Sprintf("the goal ends on %s, before it begins on %s", d.Until, d.From), "swap the two days, or mend the wrong one", "from", "until")
	case d.Form == OneSpan && d.Until-d.From > longestSpan:
		return fault("bad-value", at("until", "from"), "the goal lasts longer than a hundred years", "mend the day that is wrong", "from", "until")
	}
	return r.rolesOf(raw, d)
}

// rolesOf finds roles that no kind knows, in a goal whose kinds list theirs: a
// misspelt role would count nothing, in silence.
func (r *reader) rolesOf(raw *rawGoal, d *Definition) bool {
	v, given := raw.values["roles"]
	if !given || len(d.Kinds) == 0 {
		return true
	}
	var known []string
	for _, name := range d.Kinds {
		k := kindByName[name]
		if k == nil || k.Key("role") == nil || k.Key("role").Type != ChoiceType {
			return true
		}
		known = append(known, k.Key("role").Choices...)
	}
	ok := true
	for i, role := range v.list {
		if !isRole(role) {
			ok = false
			r.reportAt("bad-value", r.at(v.spans[i]), "there is no role "+quote(role), r.nearestHelp(role, known, "the roles are "))
		}
	}
	return ok
}

// isRole reports whether a kind lists a role.
func isRole(name string) bool {
	return slices.ContainsFunc(kinds, func(k *Kind) bool {
		key := k.Key("role")
		return key != nil && slices.Contains(key.Choices, name)
	})
}
