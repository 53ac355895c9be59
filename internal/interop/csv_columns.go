package interop

import (
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/tracker"
)

// columns finds the columns of the mappings. kind is that which says the kind,
// or 0. A table that hone wrote has credits of some rows as a sum, and of others
// by category.
func (r *Reading) columns(s *sheet.Sheet, o Options, own bool) (columns []column, kind int) {
	for i, m := range o.Map {
		at := s.Column(m.Column)
		if at == 0 {
			help := "the columns are " + headerList(s)
			if near := tracker.Nearest(m.Column, s.Header); near != "" {
				help = fmt.Sprintf("did you mean %q?", near)
			}
			r.fault(Place{}, fmt.Sprintf("--map %s: there is no column %q", m.Key, m.Column), help)
			continue
		}
		twice := func(x Mapping) bool { // a sum and its parts are twice the same
			return x.Key == m.Key || !own && (strings.HasPrefix(x.Key, m.Key+".") || strings.HasPrefix(m.Key, x.Key+"."))
		}
		if j := slices.IndexFunc(o.Map[:i], twice); j >= 0 {
			says := fmt.Sprintf("--map %s is given twice", m.Key)
			if other := o.Map[j].Key; other != m.Key {
				says = fmt.Sprintf("--map %s and --map %s count the same twice", other, m.Key)
			}
			r.fault(Place{}, says, "keep one of them")
			continue
		}
		if m.Key == "kind" && o.Kind != "activity" {
			kind = at
			continue
		}
		if k := tracker.KindOf(o.Kind); k != nil {
			if key, _ := keyOf(k, m.Key); key == nil {
				help := "it takes " + keyList(k)
				if near := k.KeyLike(m.Key); near != "" {
					help = fmt.Sprintf("did you mean %q?", near)
				}
				r.fault(Place{}, fmt.Sprintf("--map %s: a %s has no %q", m.Key, k.Name, m.Key), help)
				continue
			}
		} else if !anyKindHas(m.Key) {
			r.fault(Place{}, fmt.Sprintf("--map %s: no kind has a %q", m.Key, m.Key), "write date, title, hours or another key of an entry")
			continue
		}
		columns = append(columns, column{m.Key, at})
	}
	return columns, kind
}

func anyKindHas(name string) bool {
	key, _ := keyOfAny(name)
	return key != nil
}

// keyOfAny is [keyOf] for the first kind that has such a key.
func keyOfAny(name string) (key *tracker.Key, part string) {
	for _, k := range tracker.Kinds() {
		if key, part = keyOf(k, name); key != nil {
			break
		}
	}
	return key, part
}

// keyOf returns the key that a mapping means for a kind, and behind the first
// point what part of it: credits, and cissp.a.
func keyOf(k *tracker.Kind, name string) (key *tracker.Key, part string) {
	if key = k.Key(name); key != nil && key.Type != tracker.CreditsType && key.Type != tracker.SubmitsType && key.Type != tracker.ScoresType {
		return key, ""
	}
	switch head, rest, parted := strings.Cut(name, "."); {
	case name == "activity":
		if k.Name == "activity" {
			return k.Key("kind"), ""
		}
	case name == "date" && k.Else != "":
		return k.Key(k.Else), ""
	case name == "date":
		return k.Key(k.Counts), ""
	case name == "by":
		for _, by := range []string{"author", "provider", "issuer", "at", "with"} {
			if key = k.Key(by); key != nil {
				return key, ""
			}
		}
	case parted && rest != "" && (head == "credits" || head == "submitted" || head == "scores"):
		return k.Key(head), rest
	}
	return nil, ""
}

// lacking tells the keys that every entry of a kind needs and no column is
// mapped to.
func (r *Reading) lacking(k *tracker.Kind, columns []column) {
	for i := range k.Keys {
		key := &k.Keys[i]
		date := k.Counts
		if k.Else != "" {
			date = k.Else
		}
		if !key.Required && key.Name != date {
			continue
		}
		if !slices.ContainsFunc(columns, func(c column) bool { mapped, _ := keyOf(k, c.key); return mapped != nil && mapped.Name == key.Name }) {
			r.fault(Place{}, fmt.Sprintf("no column is mapped to %q, which a %s needs", key.Name, k.Name), fmt.Sprintf("add --map %s=COLUMN", key.Name))
		}
	}
}

// titleColumn returns the column of a kind's title, or 0.
func titleColumn(k *tracker.Kind, columns []column) int {
	for _, c := range columns {
		if key, _ := keyOf(k, c.key); key != nil && key.Name == "title" {
			return c.at
		}
	}
	return 0
}

func keyList(k *tracker.Kind) string {
	var names []string
	for _, key := range k.Keys {
		names = append(names, key.Name)
	}
	return strings.Join(names, ", ")
}

func headerList(s *sheet.Sheet) string {
	var names []string
	for i, h := range s.Header {
		if h == "" {
			h = sheet.Letters(i + 1)
		}
		names = append(names, quoted(h))
	}
	if len(names) > 30 {
		names = append(names[:30], "and more")
	}
	return strings.Join(names, ", ")
}
