package tracker

import (
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/tracker/internal/place"
)

// aKind is how messages call an entry of a kind: "a book", "an article".
func aKind(name string) string {
	if strings.ContainsRune("aeiou", rune(name[0])) {
		return "an " + name
	}
	return "a " + name
}

// entry reads one entry.
func (r *reader) entry(k *Kind, n *place.Node, m map[string]any) {
	e := Entry{Kind: k, at: r.at(n.Key)}
	e.faulty = !r.table(&k.Table, n, m, k.article)
	r.fields = r.fields[:0]
	torn := r.broken
	for i := range r.values {
		if !r.entryValue(&e, &r.values[i]) {
			e.faulty = true
		}
	}
	e.Fields = slices.Clone(r.fields)
	r.defaults(&e)
	if !r.order(&e) {
		e.faulty = true
	}
	switch {
	case k.Name == "certification":
		if e.faulty && (!isID(e.ID) || !e.When.Set) {
			r.lose(k.Name)
		}
	case e.ID != "" && !r.doubt["id"] && !(torn && r.fusedID(&e)):
		r.entryID(&e)
	}
	if k.Name == "activity" && e.Activity == "" {
		r.lose(k.Name)
	}
	r.log.Entries = append(r.log.Entries, e)
}

// entryValue puts a value into its field.
func (r *reader) entryValue(e *Entry, v *value) bool {
	switch v.key.Name {
	case "id":
		e.ID, e.idAt = v.text, r.at(v.node.Value)
		if e.Kind.Name == "certification" && v.text != "" && !isID(v.text) {
			return r.badValue(v, quote(v.text)+" is longer than 40 characters", "a credential's id names its badge: make it shorter")
		}
	case "title":
		e.Title = v.text
	case "role":
		e.Role = v.text
		if v.key.Type == TextType {
			e.Role = r.intern(v.text)
		}
	case "kind":
		e.Activity = r.intern(v.text)
		if kindByName[v.text] != nil {
			return r.badValue(v, quote(v.text)+" is a kind of its own", "write [["+v.text+"]] as the header, or name the activity otherwise")
		}
	case "hours":
		e.Hours, e.HasHours = v.amount, true
	case "pages":
		e.Pages = v.whole
	case "rating":
		e.Rating = v.whole
	case "skills":
		e.Skills = v.list
		r.entrySkills(e, v)
	case "tags":
		e.Tags = v.list
	case "evidence":
		for i, p := range v.list {
			e.Evidence = append(e.Evidence, Proof{p, r.at(v.spans[i])})
		}
	case "public":
		e.Private = !v.flag && !r.doubt["public"]
		e.hideAt = r.at(v.node.Key)
	case "dropped":
		e.Dropped = v.day
	case "expires":
		e.Expires = v.day
	case "rule":
		e.Rule, e.ruleAt = r.intern(v.text), r.at(v.node.Value)
	case "credits":
		return r.credits(e, v)
	case "submitted":
		return r.submitted(e, v)
	case "scores":
		return r.scores(e, v)
	default:
		r.otherValue(e, v)
	}
	if v.key.Name == "by" && v.key.Type == ChoiceType {
		e.By = v.text
	}
	return true
}

// otherValue keeps the keys that no rule of hone's asks for, and the dates.
func (r *reader) otherValue(e *Entry, v *value) {
	name := v.key.Name
	if v.key.Type == DateType {
		if name == e.Kind.Counts {
			e.When, e.whenAt = v.day, r.at(v.node.Value)
		}
		if name == e.Kind.Begins {
			e.Begun = v.day
		}
		if name == e.Kind.Else && !r.has(e.Kind.Counts) {
			e.When, e.whenAt = v.day, r.at(v.node.Value)
		}
		if name != e.Kind.Counts && name != e.Kind.Begins {
			r.fields = append(r.fields, Field{name, v.day.String()})
		}
		return
	}
	text := v.text
	if v.key.Type == BoolType {
		text = fmt.Sprint(v.flag)
	}
	if text != "" && !(name == "by" && v.key.Type == ChoiceType) {
		r.fields = append(r.fields, Field{name, text})
	}
}

// defaults fills in what an entry need not say.
func (r *reader) defaults(e *Entry) {
	if e.Role == "" && e.Kind.Name == "feedback" {
		e.Role = "received"
	}
	if e.By == "" && e.Kind.Name == "assessment" {
		e.By = "self"
	}
}

// order reports an entry whose end lies before its beginning.
func (r *reader) order(e *Entry) bool {
	first, last, end := e.Begun, e.When, e.Kind.Counts
	switch {
	case e.Kind.Name == "certification":
		first, last, end = e.When, e.Expires, "expires"
	case e.Kind.Name == "leadership":
		v := r.value("finished")
		if v == nil {
			return true
		}
		last, end = v.day, "finished"
	}
	if !first.Set || !last.Set || !last.before(first) {
		return true
	}
	v := r.value(end)
	if v == nil {
		return true
	}
	r.report("end-before-start", v.node.Value, fmt.Sprintf("%s is before the day it began, %s", last, first), "swap the two days, or mend the wrong one")
	return false
}

// before reports whether all of a day lies before another.
func (d Day) before(o Day) bool { return d.date < o.first() }

// entrySkills sorts the skills of an entry into areas; those that are not
// built in wait for the rest of the log.
func (r *reader) entrySkills(e *Entry, v *value) {
	for i, s := range v.list {
		if a, ok := builtIn[s]; ok {
			e.areas |= 1 << a
		} else {
			r.skills = append(r.skills, pendingSkill{len(r.log.Entries), s, r.at(v.spans[i])})
		}
	}
}

// fusedID reports whether the entry whose id this one repeats is the one that
// it was fused with: that is told already.
func (r *reader) fusedID(e *Entry) bool {
	n := len(r.log.Entries)
	return n > 0 && r.log.Entries[n-1].ID == e.ID && r.log.Entries[n-1].at.file == e.at.file
}

// entryID reports an entry's id that another entry has.
func (r *reader) entryID(e *Entry) {
	key := "entry:" + e.ID
	if first, twice := r.ids[key]; twice {
		e.faulty = true
		r.duplicateID(e.idAt, first, e.ID)
		return
	}
	r.ids[key] = e.idAt
}

func (r *reader) duplicateID(at, first Place, id string) {
	src := r.log.sources[first.file-1]
	line, _ := src.Position(int(first.span.Start))
	r.reportAt("duplicate-id", at, fmt.Sprintf("the id %s is taken", quote(id)), fmt.Sprintf("choose another: it stands at %s:%d", shown(src.Name), line))
}
