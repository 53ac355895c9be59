package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/tracker"
)

func (a *app) startCommand() *cobra.Command {
	var f entryFlags
	c := &cobra.Command{
		Use: "start KIND TITLE", GroupID: groupDaily,
		Short:   "Begin a book, a course, a project or a responsibility",
		Long:    "Add an entry that is begun today, unless --on DAY says otherwise, and not done yet.\n`hone finish` ends it.",
		Example: "  hone start book \"The Manager's Path\" --author \"Camille Fournier\"\n  hone start course \"Distributed systems\" --on mon",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 2 && !a.asks || len(args) > 2 {
				return usage("hone start takes a kind and a title, like: hone start book \"The Manager's Path\"")
			}
			return nil
		},
		RunE:              func(c *cobra.Command, args []string) error { return a.start(args, f, f.given(c)) },
		ValidArgsFunction: completeKinds(lastingKinds()),
	}
	f.add(a, c, "it began")
	c.Flags().Lookup("finished").Hidden = true
	for _, key := range everyKey() { // of kinds that are not begun
		if !slices.ContainsFunc(lastingKinds(), func(k string) bool { return tracker.KindOf(k).Key(key.Name) != nil }) {
			c.Flags().Lookup(key.Name).Hidden = true
		}
	}
	return c
}

// lastingKinds are the kinds that are begun on one day and finished on another.
func lastingKinds() (names []string) {
	for _, k := range tracker.Kinds() {
		if k.Begins != "" && k.Key("finished") != nil {
			names = append(names, k.Name)
		}
	}
	return names
}

// start inserts an entry that is begun.
func (a *app) start(args []string, f entryFlags, given map[string][]string) error {
	w, err := a.wishFor("start", args, given, lastingKinds())
	if err != nil {
		return err
	}
	w.begun = true
	if _, done := given["finished"]; done {
		return usage("what is started is not finished; hone add %s takes --started and --finished", w.kind.Name)
	}
	b, err := a.read(false)
	if err != nil {
		return err
	}
	if err := w.putOn(f.on, w.kind.Begins, b); err != nil {
		return err
	}
	if err := a.fillIn(b, &w); err != nil {
		return err
	}
	if under := b.begunAs(w.kind, w.title()); len(under) > 0 {
		file, line := b.log.Line(under[0])
		return usage("%q is begun already: %s:%d; hone finish ends it", w.title(), file, line)
	}
	return a.enter(b, w, f, "Start")
}
