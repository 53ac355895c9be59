// Package change compares two logs by what they mean: which entries, goals,
// pauses, credentials and settings came, went or are others now. Where a table
// stands, in which file and in what order or style, makes no difference.
package change

import (
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Change is what a log has that the one before had not.
type Change struct {
	Added   []*tracker.Entry // of the log after
	Removed []*tracker.Entry // of the log before
	Edited  []Edit
	Tables  []Table // all that is no entry
	Goals   []Move  // where every goal stood and stands, in the order of the log after

	Credentials []Renewal // those that are others now

	before, after *tracker.Log
	origin        map[*tracker.Entry]*tracker.Entry // of an entry after, the one that it was
	edited        map[*tracker.Entry]bool           // entries after that are others now
	prints        map[*tracker.Entry]string         // what the entries of both say
	passages      map[*tracker.Log][]tracker.Passage
}

// Edit is an entry that is another now, with the keys that differ.
type Edit struct {
	Before, After *tracker.Entry
	Keys          []Key
}

// Key is a key with its values as texts; an empty one was not there.
type Key struct{ Name, Before, After string }

// How says what became of a table.
type How string

// What can become of one.
const (
	Added   How = "added"
	Changed How = "changed"
	Removed How = "removed"
)

// Table is a table that is no entry: a goal, a pause, the settings.
type Table struct {
	Name    string // goal, pause, settings, preset, skill, rule, badges, cards
	ID      string // of a goal, a skill or a rule
	Title   string // of a goal
	How     How
	Keys    []Key // that differ
	Private bool  // it is kept from the public, or was
}

// Move is where a goal stood and where it stands, on the same day. One of them
// is nil where there is no such goal then, or it has ended.
type Move struct {
	ID            string
	Before, After *tracker.Standing
}

// Private reports whether the goal is kept from the public, or was.
func (m *Move) Private() bool {
	return m.Before != nil && m.Before.Goal.Latest().Private || m.After != nil && m.After.Goal.Latest().Private
}

// Renewal is what a credential was and what it is. One of them is nil where it
// was, or is, not held.
type Renewal struct{ Before, After *tracker.Credential }

// Diff compares two logs on a day. The order of files and tables changes nothing
// in what it finds.
func Diff(before, after *tracker.Log, today civil.Date) *Change {
	c := &Change{before: before, after: after, origin: map[*tracker.Entry]*tracker.Entry{}, edited: map[*tracker.Entry]bool{}, prints: map[*tracker.Entry]string{}}
	c.passages = map[*tracker.Log][]tracker.Passage{before: before.Passages(), after: after.Passages()}
	c.entries()
	c.Tables = c.tables()
	c.Goals = moves(before.Standings(today), after.Standings(today))
	c.Credentials = renewals(before.Credentials(today), after.Credentials(today))
	return c
}

// None reports whether both logs mean the same.
func (c *Change) None() bool {
	return len(c.Added)+len(c.Removed)+len(c.Edited)+len(c.Tables) == 0
}

// Public returns what of a change may be published: nothing that is kept from
// the public in either log. Findings are still to be parted by the whole of it.
func (c *Change) Public() *Change {
	p := *c
	p.Added, p.Removed, p.Edited, p.Tables, p.Goals, p.Credentials = nil, nil, nil, nil, nil, nil
	for _, e := range c.Added {
		if !e.Private {
			p.Added = append(p.Added, e)
		}
	}
	for _, e := range c.Removed {
		if !e.Private {
			p.Removed = append(p.Removed, e)
		}
	}
	hidden := c.hidden()
	for _, e := range c.Edited {
		if !e.Before.Private && !e.After.Private {
			e.Keys = withoutNames(e.Keys, hidden)
			p.Edited = append(p.Edited, e)
		}
	}
	for _, t := range c.Tables {
		if !t.Private {
			t = t.public()
			t.Keys = withoutNames(t.Keys, hidden)
			p.Tables = append(p.Tables, t)
		}
	}
	for _, m := range c.Goals {
		if !m.Private() {
			p.Goals = append(p.Goals, m)
		}
	}
	for _, r := range c.Credentials {
		if (r.Before == nil || !r.Before.Private) && (r.After == nil || !r.After.Private) {
			p.Credentials = append(p.Credentials, r)
		}
	}
	return &p
}

// hidden are the ids of the credentials that are kept from the public in either
// log.
func (c *Change) hidden() map[string]bool {
	ids := map[string]bool{}
	for _, l := range []*tracker.Log{c.before, c.after} {
		for i := range l.Entries {
			if e := &l.Entries[i]; e.Private && e.Kind.Name == "certification" {
				ids[e.ID] = true
			}
		}
	}
	return ids
}

// withoutNames leaves out the keys that name one of those credentials: what was
// earned for it, and what a goal counts.
func withoutNames(keys []Key, hidden map[string]bool) (rest []Key) {
	for _, k := range keys {
		table, id, _ := strings.Cut(k.Name, ".")
		id, _, _ = strings.Cut(id, ".")
		named := (table == "credits" || table == "submitted") && hidden[id]
		if !named && !hidden[k.Before] && !hidden[k.After] {
			rest = append(rest, k)
		}
	}
	return rest
}

// public leaves out the values that may name what is private: the goals of a
// pause and its reason, and what badges and cards show.
func (t Table) public() Table {
	switch t.Name {
	case "pause":
		keys := t.Keys
		t.Keys = nil
		for _, k := range keys {
			if k.Name != "goals" && k.Name != "reason" {
				t.Keys = append(t.Keys, k)
			}
		}
	case "badges", "cards", "preset", "rule":
		t.Keys = nil
	}
	return t
}

func moves(before, after []tracker.Standing) (all []Move) {
	was := map[string]*tracker.Standing{}
	for i := range before {
		was[before[i].ID] = &before[i]
	}
	for i := range after {
		s := &after[i]
		all = append(all, Move{s.ID, was[s.ID], s})
		delete(was, s.ID)
	}
	for i := range before {
		if s := &before[i]; was[s.ID] != nil {
			all = append(all, Move{s.ID, s, nil})
		}
	}
	return all
}

func renewals(before, after []tracker.Credential) (all []Renewal) {
	was := map[string]*tracker.Credential{}
	for i := range before {
		was[before[i].ID] = &before[i]
	}
	for i := range after {
		c := &after[i]
		if old := was[c.ID]; old == nil || !sameCredential(old, c) {
			all = append(all, Renewal{old, c})
		}
		delete(was, c.ID)
	}
	for i := range before {
		if c := &before[i]; was[c.ID] != nil {
			all = append(all, Renewal{c, nil})
		}
	}
	return all
}

func sameCredential(a, b *tracker.Credential) bool {
	return a.Title == b.Title && a.Issuer == b.Issuer && a.Earned == b.Earned && a.Private == b.Private &&
		(a.Expires == nil) == (b.Expires == nil) && (a.Expires == nil || *a.Expires == *b.Expires)
}
