package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/tracker"
)

type pauseFlags struct {
	keepTarget, dryRun bool
	reason             string
}

func (a *app) pauseCommand() *cobra.Command {
	var f pauseFlags
	c := &cobra.Command{
		Use: "pause FROM..UNTIL [GOAL...]", GroupID: groupDaily,
		Short:   "Take a break, also for days gone by",
		Long:    "Stop the clock of all goals, or of those named, from one day to another, both included.\nTargets shrink with the days, unless --keep-target is given.",
		Example: "  hone pause 2026-07-06..2026-07-26\n  hone pause today..2026-12-31 books courses",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("hone pause takes two days, like: hone pause 2026-07-06..2026-07-26")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.pause(args[0], args[1:], f) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var ids []string
			if b, err := a.read(false); err == nil && len(args) > 0 {
				for _, g := range b.log.Goals {
					ids = append(ids, g.ID)
				}
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
	}
	c.Flags().BoolVar(&f.keepTarget, "keep-target", false, "keep the target: the other days make up for it")
	c.Flags().StringVar(&f.reason, "reason", "", "why; it is never published")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "show the pause and write nothing")
	return c
}

func (a *app) pause(days string, goals []string, f pauseFlags) error {
	from, until, ok := strings.Cut(days, "..")
	if !ok {
		return usage("%q is no stretch of days: write FROM..UNTIL, like 2026-07-06..2026-07-26", days)
	}
	b, err := a.read(false)
	if err != nil {
		return err
	}
	day := dayReader(b.today)
	first, err := day(from)
	if err != nil {
		return usage("%v", err)
	}
	last, err := day(until)
	if err != nil {
		return usage("%v", err)
	}
	if first.Month || last.Month {
		return usage("a pause begins and ends on a day: write it like 2026-07-06..2026-07-26")
	}
	block := tracker.Block{Table: "pause", On: first.Last(), Dated: true, Keys: []tracker.KeyValue{
		{Key: "from", Value: first.String()}, {Key: "until", Value: last.String()},
	}}
	if len(goals) > 0 {
		block.Keys = append(block.Keys, tracker.KeyValue{Key: "goals", Value: tracker.QuoteList(goals)})
	}
	if f.keepTarget {
		block.Keys = append(block.Keys, tracker.KeyValue{Key: "keep-target", Value: "true"})
	}
	if f.reason != "" {
		block.Keys = append(block.Keys, tracker.KeyValue{Key: "reason", Value: tracker.Quote(f.reason)})
	}
	return a.insert(b, block, b.log.HomeOfGoals(b.names()), f.dryRun)
}
