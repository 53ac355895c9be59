package tracker

import (
	"time"

	"github.com/honelog/hone/tracker/internal/place"
)

// This file reads the keys of an entry that are tables: credits, the days on
// which they were handed in, and scores.

func (r *reader) credits(e *Entry, v *value) bool {
	m, _ := v.raw.(map[string]any)
	ok := true
	for c := range r.doc.Tree.Children(v.node) {
		raw, known := m[c.Name]
		if !known {
			continue
		}
		if byCategory, is := raw.(map[string]any); is {
			for k := range r.doc.Tree.Children(c) {
				if raw, known := byCategory[k.Name]; known {
					ok = r.credit(e, c.Name, k.Name, c, k, raw) && ok
				}
			}
			continue
		}
		ok = r.credit(e, c.Name, "", c, c, raw) && ok
	}
	return ok
}

func (r *reader) credit(e *Entry, credential, category string, at, n *place.Node, raw any) bool {
	if r.blamed(n, nil) {
		return false
	}
	switch raw.(type) {
	case int64, float64:
	default:
		r.report("wrong-type", n.Value, "credits are "+typeName(raw), "write a number, like credits."+slugOf(credential)+" = 3")
		return false
	}
	a, ok := amountOf(raw)
	if !ok || a < 0 {
		r.report("bad-value", n.Value, "credits are out of range", "write a number from 0 to 1,000,000, with at most six decimals")
		return false
	}
	e.Credits = append(e.Credits, Credit{r.intern(credential), r.intern(category), a, r.at(at.Key)})
	return true
}

func (r *reader) submitted(e *Entry, v *value) bool {
	m, _ := v.raw.(map[string]any)
	ok := true
	for c := range r.doc.Tree.Children(v.node) {
		raw, known := m[c.Name]
		if !known {
			continue
		}
		if r.blamed(c, nil) {
			ok = false
			continue
		}
		day := Day{}
		switch raw := raw.(type) {
		case time.Time:
			d, is := fromTime(raw)
			day = OnDay(d)
			day.Set = is
		case string:
			day, day.Set = month(raw)
		}
		if !day.Set {
			r.report("bad-date", c.Value, "credits were handed in on a day", "write it like submitted."+slugOf(c.Name)+" = 2026-03-28")
			ok = false
			continue
		}
		e.Submitted = append(e.Submitted, Submission{r.intern(c.Name), day, r.at(c.Key)})
	}
	return ok
}

func (r *reader) scores(e *Entry, v *value) bool {
	m, _ := v.raw.(map[string]any)
	ok := true
	for c := range r.doc.Tree.Children(v.node) {
		raw, known := m[c.Name]
		if !known {
			continue
		}
		a, isKnown := builtIn[c.Name]
		n, isWhole := raw.(int64)
		switch {
		case !isKnown || !isArea(c.Name):
			r.report("unknown-skill", c.Key, "there is no area "+quote(c.Name), r.nearestHelp(c.Name, AreaNames(), "the areas are "))
		case r.blamed(c, nil):
		case !isWhole:
			r.report("wrong-type", c.Value, "a score is "+typeName(raw), "write a whole number from 1 to 5, like scores."+c.Name+" = 3")
		case n < 1 || n > 5:
			r.report("bad-value", c.Value, "a score is out of range", "write a whole number from 1 (novice) to 5 (expert)")
		default:
			e.Scores = append(e.Scores, Score{a, int(n)})
			continue
		}
		ok = false
	}
	return ok
}
