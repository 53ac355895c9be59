package tracker

import (
	"cmp"
	"slices"
	"strings"
)

// names are what may be named, in an order for messages.
type names struct {
	list  []string
	known map[string]bool
}

func (n *names) add(words ...string) {
	if n.known == nil {
		n.known = map[string]bool{}
	}
	for _, w := range words {
		if !n.known[w] {
			n.known[w] = true
			n.list = append(n.list, w)
		}
	}
}

// nameShown checks the names that badges and cards show or label. What is
// private may be among them: it is left out where it is drawn.
func (r *reader) nameShown() {
	if len(r.shown) == 0 {
		return
	}
	var badges, cards, goals names
	cards.add(cardsTable.Key("show").Choices...)
	for _, g := range r.log.Goals {
		goals.add(g.ID)
		cards.add(burnup + "-" + g.ID)
	}
	badges.add(goals.list...)
	badges.add("all")
	ids := r.log.credentialIDs()
	for i := range r.log.Entries {
		if e := &r.log.Entries[i]; e.Kind.Name == "certification" {
			badges.add(cmp.Or(e.ID, ids[e.Title]))
		}
	}
	for _, ref := range r.shown {
		if ref.table == "badges" {
			r.nameBadge(ref, &badges)
		} else {
			r.nameCard(ref, &cards, &goals)
		}
	}
}

func (r *reader) nameBadge(ref reference, badges *names) {
	if badges.known[ref.name] || r.lost.goals || r.lost.credentials || r.maybe[ref.name] {
		return
	}
	r.reportAt("unknown-goal", ref.at, "there is no goal or credential "+quote(ref.name), r.nearestHelp(ref.name, badges.list, "there are "))
}

func (r *reader) nameCard(ref reference, cards, goals *names) {
	id, isBurnup := strings.CutPrefix(ref.name, burnup+"-")
	switch {
	case cards.known[ref.name]:
		if isBurnup {
			r.nameBurnup(ref, id)
		}
	case !isBurnup:
		name := strings.TrimPrefix(strings.ToLower(ref.name), "card-") // as its files are called
		near := cardSlips[name]
		if near == "" {
			near = r.nearest(name, cards.list)
		}
		help := "the cards are " + list(cardsTable.Key("show").Choices, "and")
		if near != "" {
			help = "did you mean " + quote(near) + "?"
		}
		r.reportAt("bad-value", ref.at, "there is no card "+quote(ref.name), help)
	case !r.lost.goals && !r.maybe[id]:
		help := "the goals are " + someOf(goals.list)
		if near := r.nearest(id, goals.list); near != "" {
			help = "did you mean " + quote(burnup+"-"+near) + "?"
		}
		r.reportAt("unknown-goal", ref.at, "there is no goal "+quote(id), help)
	}
}

// nameBurnup reports a burn-up of a goal that adds nothing up.
func (r *reader) nameBurnup(ref reference, id string) {
	g := r.log.Goals[slices.IndexFunc(r.log.Goals, func(g *Goal) bool { return g.ID == id })]
	if !g.faulty && !g.addsUp() {
		r.reportAt("bad-value", ref.at, quote(id)+" has no burn-up", "name a goal that is per period, or between two days")
	}
}

// addsUp reports whether a goal is per period or a span, or was or will be.
func (g *Goal) addsUp() bool {
	return slices.ContainsFunc(g.Definitions, func(d Definition) bool { return d.Form != Every })
}
