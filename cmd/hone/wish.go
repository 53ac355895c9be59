package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// wish is an entry that a person asks for.
type wish struct {
	kind  *tracker.Kind
	given map[string][]string // by key, as typed
	begun bool                // it is begun, and not done
}

// title returns the title that was given, or "".
func (w *wish) title() string {
	if v := w.given["title"]; len(v) > 0 {
		return v[len(v)-1]
	}
	return ""
}

// day returns the key whose day the entry is put on.
func (w *wish) day() string {
	_, done := w.given[w.kind.Counts]
	switch {
	case w.begun:
		return w.kind.Begins
	case !done && w.kind.Else != "":
		return w.kind.Else
	}
	return w.kind.Counts
}

// on returns the key that --on is for: of what has a first day, that.
func (w *wish) on() string {
	if w.kind.Else != "" {
		return w.kind.Else
	}
	return w.kind.Counts
}

// wishFor reads the arguments of a command that takes one of some kinds, and a
// title. A kind that is missing, or none, is asked for at a terminal.
func (a *app) wishFor(command string, args []string, given map[string][]string, kinds []string) (wish, error) {
	w := wish{given: given}
	name := ""
	if len(args) > 0 {
		name = args[0]
	}
	var err error
	if w.kind, err = a.kindOf(command, name, kinds); err != nil {
		return w, err
	}
	if len(args) == 2 && strings.TrimSpace(args[1]) != "" {
		if w.kind.Key("title") == nil {
			return w, usage("%s has no title; say more with flags: %s", words.A(w.kind.One), flagsOf(w.kind))
		}
		if _, twice := given["title"]; twice {
			return w, usage("the title is given twice")
		}
		given["title"] = []string{args[1]}
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if w.kind.Key(name) == nil {
			return w, noSuchKey(w.kind, name)
		}
	}
	return w, nil
}

// lacks returns the keys that the entry must have and that neither are given
// nor come by themselves, as its day does.
func (w *wish) lacks() (keys []*tracker.Key) {
	for i := range w.kind.Keys {
		key := &w.kind.Keys[i]
		if _, given := w.given[key.Name]; key.Required && !given && key.Name != w.day() {
			keys = append(keys, key)
		}
	}
	return keys
}

// complete reports what the entry lacks as the flags that give it.
func (w *wish) complete() error {
	var flags []string
	for _, key := range w.lacks() {
		if key.Name == "title" {
			flags = append(flags, "a title, in quotes after the kind")
		} else {
			flags = append(flags, fmt.Sprintf("--%s, %s", key.Name, flagSays(key)))
		}
	}
	if len(flags) == 0 {
		return nil
	}
	return usage("%s needs %s", words.A(w.kind.One), strings.Join(flags, "; and "))
}

// kindOf returns the kind of that name, if it is one of some.
func (a *app) kindOf(command, name string, kinds []string) (*tracker.Kind, error) {
	if slices.Contains(kinds, name) {
		return tracker.KindOf(name), nil
	}
	q := a.asking()
	if name == "" && q != nil {
		options := make([]string, len(kinds))
		for i, k := range kinds {
			options[i] = k + ": " + tracker.KindOf(k).Says
		}
		at, err := q.choice("What is it?", options, 0)
		if err != nil {
			return nil, err
		}
		return tracker.KindOf(kinds[at]), nil
	}
	if k := tracker.KindOf(name); k != nil {
		return nil, usage("hone %s takes a kind that lasts: %s; %s goes in with: hone add %s", command, words.List(kinds, "or"), words.A(k.One), name)
	}
	near := tracker.KindLike(name)
	if !slices.Contains(kinds, near) {
		near = tracker.Nearest(strings.ToLower(name), kinds)
	}
	if near != "" && q == nil {
		return nil, usage("there is no kind %q; did you mean %q?", name, near)
	}
	if near != "" {
		if is, err := q.yes(doubt("kind", name, near)); err != nil || is {
			return tracker.KindOf(near), err
		}
	}
	return nil, usage("there is no kind %q; the kinds are %s", name, strings.Join(kinds, ", "))
}

// putOn takes the day of --on for a key.
func (w *wish) putOn(on string, key string, b *logbook) error {
	if on == "" {
		return nil
	}
	if _, twice := w.given[key]; twice {
		return usage("--on and --%s both say the day", key)
	}
	if _, err := dayReader(b.today)(on); err != nil {
		return usage("--on: %v", err)
	}
	w.given[key] = []string{on}
	return nil
}

// block makes the table of a new entry: an id first, then its keys in the order
// of the format. The day is today unless another is given.
func (b *logbook) block(w wish) (tracker.Block, error) {
	k, given, date := w.kind, maps.Clone(w.given), w.day()
	block := tracker.Block{Table: k.Name, On: b.today, Dated: true}
	_, dropped := given["dropped"]
	if _, ok := given[date]; !ok && (!dropped || k.Key(date).Required) {
		given[date] = []string{"today"}
	}
	day := dayReader(b.today)
	if values := given[date]; len(values) > 0 {
		when, err := day(values[len(values)-1])
		if err != nil {
			return block, usage("--%s: %v", date, err)
		}
		block.On = when.On(b.today)
	}
	if _, ok := given["id"]; !ok {
		given["id"] = []string{b.newID(k, block, given)}
	}
	keys := slices.Clone(k.Keys)
	slices.SortStableFunc(keys, func(x, y tracker.Key) int {
		return first(x.Name == "id") - first(y.Name == "id")
	})
	for i := range keys {
		values, ok := given[keys[i].Name]
		if !ok {
			continue
		}
		lines, err := keys[i].Write(values, day)
		if err != nil {
			return block, usage("--%v", err)
		}
		block.Keys = append(block.Keys, lines...)
	}
	return block, nil
}

func first(yes bool) int {
	if yes {
		return 0
	}
	return 1
}

func (b *logbook) newID(k *tracker.Kind, block tracker.Block, given map[string][]string) string {
	name := k.Name
	for _, key := range []string{"title", "with", "role"} {
		if v := given[key]; len(v) > 0 {
			name = v[len(v)-1]
			if key != "title" {
				name = k.Name + " " + name
			}
			break
		}
	}
	if k.Name == "certification" {
		return b.log.NewCredentialID(name)
	}
	return b.log.NewID(block.On, name)
}

// again says that a book was read before, or a course taken, or is begun: the
// wish is one more entry.
func (b *logbook) again(w wish) string {
	if w.kind.Counts != "finished" {
		return ""
	}
	if under := b.begunAs(w.kind, w.title()); len(under) > 0 {
		return "this is one more: the one that was begun stays open; hone finish ends it"
	}
	note := ""
	for i := range b.log.Entries {
		if e := &b.log.Entries[i]; e.Kind == w.kind && e.Counts() && strings.EqualFold(e.Title, w.title()) {
			note = "done before, on " + e.When.String() + ": this is one more"
		}
	}
	return note
}
