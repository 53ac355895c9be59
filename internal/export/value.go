package export

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/honelog/hone/tracker"
)

// value is a key of an entry with what it holds, in the type that JSON has for
// it: a text, a number, true or false, a list of texts, or parts.
type value struct {
	key string
	of  any
}

// parts is a value that is a table, like credits: its keys in their order.
type parts []value

// number is a decimal as it is written.
type number string

// MarshalJSON writes the number as it is.
func (n number) MarshalJSON() ([]byte, error) { return []byte(n), nil }

// MarshalJSON writes the parts as an object, in their order.
func (p parts) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, v := range p {
		if i > 0 {
			b = append(b, ',')
		}
		name, err := json.Marshal(v.key)
		if err != nil {
			return nil, err
		}
		of, err := json.Marshal(v.of)
		if err != nil {
			return nil, err
		}
		b = append(append(append(b, name...), ':'), of...)
	}
	return append(b, '}'), nil
}

// valuesOf returns what an entry says, by the keys of its kind and in their
// order. What its own kind is called, which an activity has, stands under
// "activity": "kind" is the name of the table. hidden are credentials that are
// not named.
func valuesOf(e *tracker.Entry, hidden map[string]bool) parts {
	p := parts{{"kind", e.Kind.Name}}
	for i := range e.Kind.Keys {
		k := &e.Kind.Keys[i]
		name := k.Name
		if name == "kind" {
			name = "activity"
		}
		if of := valueOf(e, k, hidden); of != nil {
			p = append(p, value{name, of})
		}
	}
	return p
}

// valueOf returns what a key of an entry holds, nil where it is not there. An
// end that is the start is not there.
func valueOf(e *tracker.Entry, k *tracker.Key, hidden map[string]bool) any {
	switch k.Name {
	case "id":
		return some(e.ID)
	case "title":
		return some(e.Title)
	case "role":
		return some(e.Role)
	case "kind":
		return some(e.Activity)
	case "rule":
		return some(e.Rule)
	case "hours":
		if !e.HasHours {
			return nil
		}
		return number(exact(e.Hours))
	case "pages":
		return some(e.Pages)
	case "rating":
		return some(e.Rating)
	case "skills":
		return several(e.Skills)
	case "tags":
		return several(e.Tags)
	case "evidence":
		paths := make([]string, len(e.Evidence))
		for i := range e.Evidence {
			paths[i] = e.Evidence[i].Path
		}
		return several(paths)
	case "public":
		if e.Private {
			return false
		}
		return nil
	case "dropped":
		return some(e.Dropped.String())
	case "expires":
		return some(e.Expires.String())
	case "credits":
		return creditsOf(e, hidden)
	case "submitted":
		var p parts
		for _, s := range e.Submitted {
			if !hidden[s.Credential] {
				p = append(p, value{s.Credential, s.Day.String()})
			}
		}
		return several(p)
	case "scores":
		var p parts
		for _, s := range e.Scores {
			p = append(p, value{s.Area.String(), s.Score})
		}
		return several(p)
	case "sessions":
		return sessionsOf(e.Field("sessions"))
	case "online":
		if s := e.Field("online"); s != "" {
			return s == "true"
		}
		return nil
	case e.Kind.Counts:
		if k.Name != e.Kind.Begins && e.Kind.Else != "" && e.When == e.Begun {
			return nil
		}
		return some(e.When.String())
	case e.Kind.Begins:
		return some(e.Begun.String())
	}
	if k.Name == "by" && e.By != "" {
		return e.By
	}
	return some(e.Field(k.Name))
}

// creditsOf are the credits of an entry: a number for each credential, or, where
// they are by category, a number for each of those.
func creditsOf(e *tracker.Entry, hidden map[string]bool) any {
	var p parts
	for _, c := range e.Credits {
		n := number(exact(c.Amount))
		at := slices.IndexFunc(p, func(v value) bool { return v.key == c.Credential })
		switch {
		case hidden[c.Credential]:
		case c.Category == "":
			p = append(p, value{c.Credential, n})
		case at >= 0:
			by, _ := p[at].of.(parts)
			p[at].of = append(by, value{c.Category, n})
		default:
			p = append(p, value{c.Credential, parts{{c.Category, n}}})
		}
	}
	return several(p)
}

// some is a value, or nil for the empty one, which says nothing.
func some[T comparable](v T) any {
	var none T
	if v == none {
		return nil
	}
	return v
}

// several are items, or nil for none.
func several[S ~[]E, E any](items S) any {
	if len(items) == 0 {
		return nil
	}
	return items
}

// sessionsOf are the sessions of a conference, or how many there were.
func sessionsOf(s string) any {
	if s == "" {
		return nil
	}
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	items := strings.Split(s, listBreak)
	if slices.Contains(items, "") { // no session is: the break is of one's own
		return []string{s}
	}
	return items
}

// listBreak stands between the items of a list in one text.
const listBreak = "; "

// exact is an amount with all its decimals.
func exact(a tracker.Amount) string {
	return strings.TrimSuffix(strings.TrimRight(a.Rat().FloatString(6), "0"), ".")
}
