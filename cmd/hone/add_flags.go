package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// repeated is the value of a flag that may be given several times.
type repeated struct {
	list *[]string
	kind string
}

func (r *repeated) Set(s string) error { *r.list = append(*r.list, s); return nil }
func (r *repeated) Type() string       { return r.kind }
func (r *repeated) String() string     { return "" }

// filled is the value of a flag that is not given without one: of `--on "$DAY"`
// where DAY is not set, nothing is guessed.
type filled string

func (f *filled) Set(s string) error {
	if strings.TrimSpace(s) == "" {
		return errors.New("it is empty")
	}
	*f = filled(s)
	return nil
}
func (f *filled) Type() string   { return "string" }
func (f *filled) String() string { return string(*f) }

// everyKey returns the keys of all kinds, once each: first those of some kinds,
// then those that every kind takes.
func everyKey() []tracker.Key {
	var own, common []tracker.Key
	seen := map[string]bool{}
	for _, k := range tracker.Kinds() {
		for _, key := range k.Keys {
			if seen[key.Name] {
				continue
			}
			seen[key.Name] = true
			if slices.ContainsFunc(tracker.Kinds(), func(k *tracker.Kind) bool { return k.Key(key.Name) == nil }) {
				own = append(own, key)
			} else {
				common = append(common, key)
			}
		}
	}
	return append(own, common...)
}

// valueOf says in a word what a key's flag takes.
func valueOf(k *tracker.Key) string {
	switch k.Type {
	case tracker.DateType, tracker.ExactDayType:
		return "day"
	case tracker.HoursType, tracker.WholeType, tracker.RatingType:
		return "number"
	case tracker.BoolType:
		return "true|false"
	case tracker.URLType:
		return "link"
	case tracker.TextsType, tracker.SkillsType:
		return "list"
	case tracker.CreditsType, tracker.SubmitsType, tracker.ScoresType:
		return "name=value"
	}
	return "text"
}

// saysOfAll says what a key's flag is of all kinds that have it.
func saysOfAll(c *cobra.Command, key *tracker.Key) string {
	says := flagSays(key)
	for _, k := range tracker.Kinds() {
		if other := k.Key(key.Name); other != nil && flagSays(other) != says {
			return "by kind: hone " + c.Name() + " KIND --help"
		}
	}
	return says
}

// flagSays says what a key's flag is.
func flagSays(k *tracker.Key) string {
	switch k.Type {
	case tracker.CreditsType:
		return "credits towards a credential: CRED=3, or by category CRED.CATEGORY=3"
	case tracker.SubmitsType:
		return "the day its credits were handed in: CRED=2026-03-28"
	case tracker.ScoresType:
		return "areas and scores from 1 (novice) to 5 (expert): technical=4,business=2"
	}
	says := strings.ReplaceAll(k.Says, "`", "")
	if len(k.Choices) > 0 {
		says += ": " + strings.Join(k.Choices, ", ")
	}
	return says
}

// helpOnly leaves of a command's help what is said of one kind.
func helpOnly(c *cobra.Command, k *tracker.Kind) {
	c.Use, c.Example = c.Name()+" "+k.Name, ""
	if c.Name() == "add" {
		c.Long = fmt.Sprintf("Add %s to the log: %s. It counts on the day in %q, today unless --on says otherwise.", words.A(k.One), k.Says, k.Counts)
	}
	if k.Key("title") != nil {
		c.Use += " TITLE"
	}
	for _, other := range tracker.Kinds() {
		for _, key := range other.Keys {
			f := c.Flags().Lookup(key.Name)
			if mine := k.Key(key.Name); mine == nil {
				f.Hidden = true
			} else {
				f.Usage = flagSays(mine)
			}
		}
	}
}

func kindNames() []string {
	var names []string
	for _, k := range tracker.Kinds() {
		names = append(names, k.Name)
	}
	return names
}

// wrap joins items with commas, a line for so many.
func wrap(items []string, each int) string {
	var b strings.Builder
	for i, item := range items {
		switch {
		case i > 0 && i%each == 0:
			b.WriteString(",\n  ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(item)
	}
	return b.String()
}

func flagsOf(k *tracker.Kind) string {
	var names []string
	for _, key := range k.Keys {
		names = append(names, "--"+key.Name)
	}
	return strings.Join(names, " ")
}
