package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// This file completes what the shell asks for. A log that cannot be read
// completes nothing, and says nothing.

type completion = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective)

const noFiles = cobra.ShellCompDirectiveNoFileComp

// completing reports whether a shell asks how a line goes on.
func (a *app) completing() bool {
	return len(a.args) > 0 && strings.HasPrefix(a.args[0], cobra.ShellCompRequestCmd)
}

// plainHelp takes the marks out of what flags say, around the name of a value: a
// shell shows it as it is.
func plainHelp(c *cobra.Command) {
	plain := func(f *pflag.Flag) { f.Usage = strings.ReplaceAll(f.Usage, "`", "") }
	c.Flags().VisitAll(plain)
	c.PersistentFlags().VisitAll(plain)
	for _, sub := range c.Commands() {
		plainHelp(sub)
	}
}

// complete offers words for a flag.
func complete(c *cobra.Command, flag string, words ...string) {
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // a flag that the command does not have
	}
}

// completeKinds completes a first argument that is a kind, with what it is.
func completeKinds(kinds []string) completion {
	return func(_ *cobra.Command, args []string, _ string) (names []string, _ cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, noFiles
		}
		for _, k := range kinds {
			names = append(names, k+"\t"+tracker.KindOf(k).Says)
		}
		return names, noFiles
	}
}

// completeBegun completes what is begun, and kinds before it.
func (a *app) completeBegun(_ *cobra.Command, args []string, _ string) (names []string, _ cobra.ShellCompDirective) {
	b, err := a.read(false)
	if err != nil || len(args) > 1 {
		return nil, noFiles
	}
	var kind *tracker.Kind
	if len(args) == 1 {
		if kind = tracker.KindOf(args[0]); kind == nil {
			return nil, noFiles
		}
	}
	for _, e := range b.begun(kind) {
		names = append(names, words.Plain(e.Title)+"\t"+e.Kind.Name)
	}
	return names, noFiles
}

// completeKey completes the values of a key's flag.
func (a *app) completeKey(c *cobra.Command, key tracker.Key) {
	values := func(args []string) []string {
		switch key.Type {
		case tracker.ChoiceType:
			if len(args) > 0 {
				if k := tracker.KindOf(args[0]); k != nil && k.Key(key.Name) != nil {
					return k.Key(key.Name).Choices
				}
			}
			return key.Choices
		case tracker.BoolType:
			return []string{"true", "false"}
		case tracker.DateType, tracker.ExactDayType:
			return []string{"today", "yesterday"}
		case tracker.RatingType:
			return []string{"1", "2", "3", "4", "5"}
		case tracker.ScoresType:
			return with("=", tracker.AreaNames())
		case tracker.EvidenceType:
			return nil
		}
		b, err := a.read(false)
		if err != nil {
			return nil
		}
		switch key.Type {
		case tracker.SkillsType:
			return b.skills()
		case tracker.CreditsType, tracker.SubmitsType:
			return with("=", b.credentials())
		case tracker.TextsType:
			return b.tags()
		}
		return nil
	}
	c.RegisterFlagCompletionFunc(key.Name, func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if key.Type == tracker.EvidenceType {
			return nil, cobra.ShellCompDirectiveDefault
		}
		names := values(args)
		switch key.Type {
		case tracker.SkillsType, tracker.TextsType, tracker.ScoresType, tracker.CreditsType, tracker.SubmitsType:
			done := typed[:strings.LastIndexByte(typed, ',')+1] // a list: complete its last item
			for i, n := range names {
				names[i] = done + n
			}
			return names, noFiles | cobra.ShellCompDirectiveNoSpace
		}
		return names, noFiles
	})
}

// with puts an ending behind each name.
func with(ending string, names []string) []string {
	for i, n := range names {
		names[i] = n + ending
	}
	return names
}

// tags returns the tags of the log's entries, sorted.
func (b *logbook) tags() (tags []string) {
	for i := range b.log.Entries {
		tags = append(tags, b.log.Entries[i].Tags...)
	}
	slices.Sort(tags)
	return slices.Compact(tags)
}
