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
		return textOf(e.ID)
	case "title":
		return textOf(e.Title)
	case "role":
		return textOf(e.Role)
	case "kind":
		return textOf(e.Activity)
	case "rule":
		return textOf(e.Rule)
	case "hours":
		if !e.HasHours {
			return nil
		}
		return number(exact(e.Hours))
	case "pages":
		return wholeOf(e.Pages)
	case "rating":
		return wholeOf(e.Rating)
	case "skills":
		return listOf(e.Skills)
	case "tags":
		return listOf(e.Tags)
	case "evidence":
		paths := make([]string, len(e.Evidence))
		for i := range e.Evidence {
			paths[i] = e.Evidence[i].Path
		}
		return listOf(paths)
	case "public":
		if e.Private {
			return false
		}
		return nil
	case "dropped":
		return textOf(e.Dropped.String())
	case "expires":
		return textOf(e.Expires.String())
	case "credits":
		return creditsOf(e, hidden)
	case "submitted":
		var p parts
		for _, s := range e.Submitted {
			if !hidden[s.Credential] {
				p = append(p, value{s.Credential, s.Day.String()})
			}
		}
		return p.orNil()
	case "scores":
		var p parts
		for _, s := range e.Scores {
			p = append(p, value{s.Area.String(), s.Score})
		}
		return p.orNil()
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
		return textOf(e.When.String())
	case e.Kind.Begins:
		return textOf(e.Begun.String())
	}
	if k.Name == "by" && e.By != "" {
		return e.By
	}
	return textOf(e.Field(k.Name))
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
	return p.orNil()
}

func (p parts) orNil() any {
	if len(p) == 0 {
		return nil
	}
	return p
}

func textOf(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func wholeOf(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func listOf(items []string) any {
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
