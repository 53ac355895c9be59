package tracker

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/tracker/internal/place"
)

// value is a key with its value, read as the key's type asks.
type value struct {
	key  *Key
	node *place.Node

	text   string
	day    Day
	amount Amount
	whole  int
	flag   bool
	list   []string
	spans  []place.Span // of the list's elements
	raw    any          // of tables: as decoded
}

// table reads the keys of a table. ok is false when anything was reported.
// label is how messages call the table ("a book"), and what slips are listed by
// is the table's name. The values are good until the next call.
func (r *reader) table(t *Table, n *place.Node, m map[string]any, label string) (ok bool) {
	r.values, r.broken = r.values[:0], r.doc.Tree.Broken(n)
	clear(r.doubt)
	ok = !r.broken
	mean := func(key string) {
		if key != "" {
			r.doubt[key] = true
		}
		ok = false
	}
	for c := range r.doc.Tree.Children(n) {
		raw, decoded := m[c.Name]
		if !decoded {
			mean(c.Name) // set aside when the text was read; told there
			continue
		}
		key := t.Key(c.Name)
		if key == nil {
			mean(r.unknownKey(t, c, label))
			continue
		}
		v := value{key: key, node: c}
		if r.blamed(c, key) || !r.read(&v, raw) {
			mean(key.Name)
		}
		r.values = append(r.values, v)
	}
	for i := range t.Keys {
		k := &t.Keys[i]
		if !k.Required || r.has(k.Name) || r.doubt[k.Name] {
			continue
		}
		mean(k.Name)
		if !r.broken {
			r.report("missing-key", n.Key, fmt.Sprintf("%s needs %s", label, quote(k.Name)), fmt.Sprintf("add %s: %s", example(k), k.Says))
		}
	}
	return ok
}

func contains(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}

// has reports whether the table last read has a key.
func (r *reader) has(name string) bool { return r.value(name) != nil }

// value returns the value of a key of the table last read, or nil.
func (r *reader) value(name string) *value {
	for i := range r.values {
		if r.values[i].key.Name == name {
			return &r.values[i]
		}
	}
	return nil
}

// unknownKey reports a key that a table does not take, and returns the key that
// it probably stands for, or "".
func (r *reader) unknownKey(t *Table, c *place.Node, label string) string {
	name := strings.ToLower(c.Name)
	message := fmt.Sprintf("%s has no %s", label, quote(c.Name))
	slip := slips[t.Name][strings.ReplaceAll(name, "_", "-")]
	if slip == "" && t.byName["skills"] != nil && t != goalTable {
		slip = slips[""][strings.ReplaceAll(name, "_", "-")]
	}
	if key := t.Key(slip); key != nil {
		help := fmt.Sprintf("write %s: %s", quote(slip), key.Says)
		if slip == "public" {
			help = "write `public = false`"
		}
		r.report("unknown-key", c.Key, message, help)
		return slip
	}
	if home := homeOf(name); home != "" && home != t.Name {
		r.report("misplaced-key", c.Key, message, fmt.Sprintf("%s belongs to %s: move the line below that header", quote(name), home))
		return ""
	}
	keys := make([]string, len(t.Keys))
	for i := range t.Keys {
		keys[i] = t.Keys[i].Name
	}
	if near := r.nearest(name, keys); near != "" {
		r.report("unknown-key", c.Key, message, fmt.Sprintf("did you mean %s?", quote(near)))
		return near
	}
	r.report("unknown-key", c.Key, message, "it takes "+list(keys, "and"))
	return ""
}

// homeOf names the table that a key belongs to when no entry takes it: a
// setting, or a goal's, that landed below the wrong header.
func homeOf(name string) string {
	switch {
	case name == "version":
		return "the top of the file, above the first header"
	case settingsTable.Key(name) != nil && name != "start":
		return "[settings]"
	case name == "target" || name == "per" || name == "every" || name == "kinds" || name == "notice" || name == "checkpoints":
		return "[[goal]]"
	case name == "keep-target":
		return "[[pause]]"
	case name == "style":
		return "[badges]"
	case name == "theme" || name == "week-starts":
		return "[cards]"
	}
	return ""
}
