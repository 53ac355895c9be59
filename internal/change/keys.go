package change

import (
	"slices"
	"strconv"
	"strings"

	"github.com/honelog/hone/tracker"
)

// pair is a key with its value as a text.
type pair struct{ key, value string }

// pairs are the keys of a table that say something, in a fixed order. A list
// that is a set is sorted; a default that is written out says nothing.
type pairs []pair

func (p *pairs) add(key, value string) {
	if value != "" {
		*p = append(*p, pair{key, value})
	}
}

func (p *pairs) set(key string, values []string) {
	if len(values) > 0 {
		sorted := slices.Sorted(slices.Values(values))
		p.add(key, strings.Join(slices.Compact(sorted), ", "))
	}
}

func (p *pairs) flag(key string, on bool, value string) {
	if on {
		p.add(key, value)
	}
}

// print is the pairs as one text: equal texts are equal pairs.
func (p pairs) print() string {
	b := make([]byte, 0, 200)
	for _, x := range p {
		for _, s := range []string{x.key, x.value} { // with its length, so that no text is two
			b = append(strconv.AppendInt(b, int64(len(s)), 10), ':')
			b = append(b, s...)
		}
	}
	return string(b)
}

// differ returns the keys in which two tables differ, those of the table after
// in its order, then those that went.
func differ(before, after pairs) (keys []Key) {
	was := map[string]string{}
	for _, x := range before {
		was[x.key] = x.value
	}
	now := map[string]bool{}
	for _, x := range after {
		now[x.key] = true
		if was[x.key] != x.value {
			keys = append(keys, Key{x.key, was[x.key], x.value})
		}
	}
	for _, x := range before {
		if !now[x.key] {
			keys = append(keys, Key{x.key, x.value, ""})
		}
	}
	return keys
}

// pairsOf returns what an entry says.
func pairsOf(e *tracker.Entry) pairs {
	p := make(pairs, 0, 10)
	p.add("table", e.Kind.Name)
	p.add("id", e.ID)
	p.add("kind", e.Activity)
	p.add("title", e.Title)
	p.add("role", e.Role)
	if e.Kind.Name == "assessment" {
		p.add("by", e.By)
	}
	if e.Kind.Begins != e.Kind.Counts {
		p.add(e.Kind.Begins, e.Begun.String())
	}
	p.add(e.Kind.Counts, e.When.String())
	p.add("expires", e.Expires.String())
	p.add("dropped", e.Dropped.String())
	p.flag("hours", e.HasHours, precise(e.Hours))
	p.flag("pages", e.Pages != 0, strconv.Itoa(e.Pages))
	p.flag("rating", e.Rating != 0, strconv.Itoa(e.Rating))
	p.set("skills", e.Skills)
	p.set("tags", e.Tags)
	p.add("rule", e.Rule)
	var proofs []string
	for _, x := range e.Evidence {
		proofs = append(proofs, x.Path)
	}
	p.set("evidence", proofs)
	p.flag("public", e.Private, "false")
	rest := make(pairs, 0, len(e.Credits)+len(e.Submitted)+len(e.Scores)+len(e.Fields))
	for _, c := range e.Credits {
		rest.add(strings.TrimSuffix("credits."+c.Credential+"."+c.Category, "."), precise(c.Amount))
	}
	for _, s := range e.Submitted {
		rest.add("submitted."+s.Credential, s.Day.String())
	}
	for _, s := range e.Scores {
		rest.add("scores."+s.Area.String(), strconv.Itoa(s.Score))
	}
	for _, f := range e.Fields {
		rest.add(f.Key, f.Value)
	}
	return append(p, rest.sorted()...)
}

func (p pairs) sorted() pairs {
	slices.SortFunc(p, func(a, b pair) int {
		if c := strings.Compare(a.key, b.key); c != 0 {
			return c
		}
		return strings.Compare(a.value, b.value)
	})
	return p
}

// precise is an amount with all its decimals.
func precise(a tracker.Amount) string {
	whole, rest := a/tracker.One, a%tracker.One
	if rest == 0 {
		return strconv.FormatInt(int64(whole), 10)
	}
	sign := ""
	if a < 0 {
		sign, whole, rest = "-", -whole, -rest
	}
	digits := strconv.FormatInt(int64(tracker.One+rest), 10)[1:]
	return sign + strconv.FormatInt(int64(whole), 10) + "." + strings.TrimRight(digits, "0")
}
