package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/tracker"
)

func (a *app) addCommand() *cobra.Command {
	given := map[string]*[]string{}
	var on string
	var dryRun bool
	c := &cobra.Command{
		Use: "add KIND [TITLE]", GroupID: groupDaily,
		Short:   "Add an entry, done today unless --on says otherwise",
		Long:    "Add an entry to the log, done today unless --on DAY says otherwise, and show what it\ndid to the goals. Every other byte of the log stays as it was.\n\nThe kinds: " + wrap(kindNames(), 12) + ".",
		Example: "  hone add book \"The Manager's Path\" --author \"Camille Fournier\" --skills leadership\n  hone add feedback --with \"team retrospective\" --on yesterday\n  hone add webinar \"Zero trust\" --hours 1 --credits cissp.a=1\n  hone add assessment --scores technical=4,business=2",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usage("hone add takes a kind and a title, like: hone add book \"The Manager's Path\"")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			set := map[string][]string{}
			for name, values := range given {
				if c.Flags().Changed(name) {
					set[name] = *values
				}
			}
			return a.add(args, set, on, dryRun)
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return kindNames(), cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
	}
	f := c.Flags()
	f.StringVar(&on, "on", "", "the day it was done")
	f.BoolVar(&dryRun, "dry-run", false, "show the entry and write nothing")
	for _, key := range everyKey() {
		given[key.Name] = new([]string)
		f.Var(&repeated{given[key.Name], valueOf(&key)}, key.Name, flagSays(&key))
	}
	f.SortFlags = false
	c.SetHelpFunc(func(c *cobra.Command, _ []string) {
		if k := tracker.KindOf(c.Flags().Arg(0)); k != nil {
			helpOnly(c, k)
		}
		c.Root().HelpFunc()(c, nil)
	})
	return c
}

// add inserts an entry.
func (a *app) add(args []string, given map[string][]string, on string, dryRun bool) error {
	k := tracker.KindOf(args[0])
	if k == nil {
		near := tracker.KindLike(args[0])
		if near != "" {
			return usage("there is no kind %q; did you mean %q?", args[0], near)
		}
		return usage("there is no kind %q; the kinds are %s", args[0], strings.Join(kindNames(), ", "))
	}
	if len(args) == 2 {
		if k.Key("title") == nil {
			return usage("%s has no title; say more with flags: %s", article(k.One), flagsOf(k))
		}
		if _, twice := given["title"]; twice {
			return usage("the title is given twice")
		}
		given["title"] = []string{args[1]}
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if k.Key(name) == nil {
			return noSuchKey(k, name)
		}
	}
	b, err := a.read(false)
	if err != nil {
		return err
	}
	if on != "" {
		date := k.Counts
		if k.Else != "" {
			date = k.Else
		}
		if _, twice := given[date]; twice {
			return usage("--on and --%s both say the day", date)
		}
		if _, err := dayReader(b.today)(on); err != nil {
			return usage("--on: %v", err)
		}
		given[date] = []string{on}
	}
	block, err := a.block(b, k, given)
	if err != nil {
		return err
	}
	return a.insert(b, block, b.log.HomeOf(k.Name, block.On, b.names()), dryRun)
}

// block makes the table of a new entry: an id first, then its keys in the order
// of the format.
func (a *app) block(b *logbook, k *tracker.Kind, given map[string][]string) (tracker.Block, error) {
	block := tracker.Block{Table: k.Name, On: b.today, Dated: true}
	date := k.Counts
	if _, ok := given[date]; !ok && k.Else != "" {
		date = k.Else
	}
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
