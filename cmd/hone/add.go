package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/tracker"
)

// entryFlags are the flags of an entry: its keys, the day, and how it is written.
type entryFlags struct {
	keys           map[string]*[]string
	on             string
	dryRun, commit bool
}

// add puts the flags on a command.
func (f *entryFlags) add(a *app, c *cobra.Command, on string) {
	f.keys = map[string]*[]string{}
	flags := c.Flags()
	flags.Var((*filled)(&f.on), "on", "the `day` "+on)
	flags.BoolVar(&f.dryRun, "dry-run", false, "show the entry and write nothing")
	flags.BoolVar(&f.commit, "commit", false, "commit the file it went into, and nothing else")
	for _, key := range everyKey() {
		f.keys[key.Name] = new([]string)
		flags.Var(&repeated{f.keys[key.Name], valueOf(&key)}, key.Name, saysOfAll(c, &key))
		a.completeKey(c, key)
	}
	flags.SortFlags = false
	if k := a.kindTyped(); k != nil && a.completing() {
		helpOnly(c, k) // no other flags are completed
	}
	c.SetHelpFunc(func(c *cobra.Command, _ []string) {
		if k := tracker.KindOf(c.Flags().Arg(0)); k != nil {
			helpOnly(c, k)
		}
		c.Root().HelpFunc()(c, nil)
	})
}

// given returns the keys that were given.
func (f *entryFlags) given(c *cobra.Command) map[string][]string {
	set := map[string][]string{}
	for name, values := range f.keys {
		if c.Flags().Changed(name) {
			set[name] = *values
		}
	}
	return set
}

func (a *app) addCommand() *cobra.Command {
	var f entryFlags
	c := &cobra.Command{
		Use: "add KIND [TITLE]", GroupID: groupDaily,
		Short:   "Add an entry, done today unless --on says otherwise",
		Long:    "Add an entry to the log, done today unless --on DAY says otherwise, and show what it\ndid to the goals. Every other byte of the log stays as it was. At a terminal, what is\nmissing is asked for.\n\nA day is written 2026-01-31, 2026-01, today, yesterday, mon or 12 nov:\nthe latest one.\n\nThe kinds: " + wrap(kindNames(), 12) + ".",
		Example: "  hone add book \"The Manager's Path\" --author \"Camille Fournier\" --skills leadership\n  hone add feedback --with \"team retrospective\" --on yesterday\n  hone add webinar \"Zero trust\" --hours 1 --credits cissp.a=1\n  hone add assessment --scores technical=4,business=2",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 && !a.asks || len(args) > 2 {
				return usage("hone add takes a kind and a title, like: hone add book \"The Manager's Path\"")
			}
			return nil
		},
		RunE:              func(c *cobra.Command, args []string) error { return a.add(args, f, f.given(c)) },
		ValidArgsFunction: completeKinds(kindNames()),
	}
	f.add(a, c, "it was done")
	return c
}

// add inserts an entry that is done.
func (a *app) add(args []string, f entryFlags, given map[string][]string) error {
	w, err := a.wishFor("add", args, given, kindNames())
	if err != nil {
		return err
	}
	b, err := a.read(false)
	if err != nil {
		return err
	}
	if err := w.putOn(f.on, w.on(), b); err != nil {
		return err
	}
	if err := a.fillIn(b, &w); err != nil {
		return err
	}
	if picked, err := a.begunBefore(b, w); err != nil {
		return err
	} else if picked != nil {
		on := ""
		if v := w.given[w.kind.Counts]; len(v) > 0 {
			on = v[len(v)-1]
		}
		return a.finishEntry(b, *picked, on, f)
	}
	return a.enter(b, w, f, "Add")
}

// enter inserts an entry.
func (a *app) enter(b *logbook, w wish, f entryFlags, verb string) error {
	done := writing{
		what:    fmt.Sprintf("the %s was not added", w.kind.Name),
		message: subject(verb, w.kind.Name, w.title()),
		note:    b.again(w), dryRun: f.dryRun, commit: f.commit,
	}
	return a.do(b, done, func(b *logbook) (deed, error) {
		block, err := b.block(w)
		if err != nil {
			return deed{}, err
		}
		return a.insertion(b, block, b.log.HomeOf(w.kind.Name, block.On, b.names()))
	})
}
