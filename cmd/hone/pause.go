package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

type pauseFlags struct {
	keepTarget, dryRun, commit bool
	reason                     string
}

func (a *app) pauseCommand() *cobra.Command {
	var f pauseFlags
	c := &cobra.Command{
		Use: "pause FROM..UNTIL [GOAL...]", GroupID: groupDaily,
		Short:   "Take a break, also for days gone by",
		Long:    "Stop the clock of all goals, or of those named, from one day to another, both included.\nUNTIL may be how long it lasts instead: 10d or 2w. Targets shrink with the days, unless\n--keep-target is given.",
		Example: "  hone pause 2026-07-06..2026-07-26\n  hone pause today..2026-12-31 books courses\n  hone pause today..2w",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && !a.asks {
				return usage("hone pause takes two days, like: hone pause 2026-07-06..2026-07-26")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.pause(args, f) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) (ids []string, _ cobra.ShellCompDirective) {
			if b, err := a.read(false); err == nil && len(args) > 0 {
				ids = b.goals()
			}
			return ids, noFiles
		},
	}
	c.Flags().BoolVar(&f.keepTarget, "keep-target", false, "keep the target: the other days make up for it")
	c.Flags().StringVar(&f.reason, "reason", "", "why, in a `text`; it is never published")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "show the pause and write nothing")
	c.Flags().BoolVar(&f.commit, "commit", false, "commit the file it went into, and nothing else")
	return c
}

func (a *app) pause(args []string, f pauseFlags) error {
	b, err := a.read(false)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		days, err := a.askRest(b)
		if err != nil {
			return err
		}
		args = []string{days}
	}
	first, last, err := rest(args[0], b.today)
	if err != nil {
		return err
	}
	if q := a.asking(); q != nil {
		named := map[string][]string{"goals": args[1:]}
		if err := q.meant(named, "goals", "goal", b.goals(), ""); err != nil {
			return err
		}
		args = append(args[:1:1], named["goals"]...)
	}
	if b.pauses(first, last, args[1:], f.keepTarget) {
		a.say("nothing to add: this pause is in the log already")
		return nil
	}
	block := tracker.Block{Table: "pause", On: first, Dated: true, Keys: []tracker.KeyValue{
		{Key: "from", Value: first.String()}, {Key: "until", Value: last.String()},
	}}
	if goals := args[1:]; len(goals) > 0 {
		block.Keys = append(block.Keys, tracker.KeyValue{Key: "goals", Value: tracker.QuoteList(goals)})
	}
	if f.keepTarget {
		block.Keys = append(block.Keys, tracker.KeyValue{Key: "keep-target", Value: "true"})
	}
	if f.reason != "" {
		block.Keys = append(block.Keys, tracker.KeyValue{Key: "reason", Value: tracker.Quote(f.reason)})
	}
	w := writing{
		what: "the pause was not added", message: fmt.Sprintf("Pause from %s to %s", first, last),
		dryRun: f.dryRun, commit: f.commit,
	}
	return a.do(b, w, func(b *logbook) (deed, error) {
		return a.insertion(b, block, b.log.HomeOfGoals(b.names()))
	})
}

// pauses reports whether the log has that very pause.
func (b *logbook) pauses(first, last civil.Date, goals []string, keepTarget bool) bool {
	return slices.ContainsFunc(b.log.Pauses, func(p tracker.Pause) bool {
		return p.From == first && p.Until == last && p.KeepTarget == keepTarget &&
			slices.Equal(slices.Sorted(slices.Values(p.Goals)), slices.Sorted(slices.Values(goals)))
	})
}

// rest reads a stretch of days: FROM..UNTIL, where UNTIL may be a length.
func rest(days string, today civil.Date) (first, last civil.Date, err error) {
	from, until, ok := strings.Cut(days, "..")
	if !ok {
		return 0, 0, usage("%q is no stretch of days: write FROM..UNTIL, like 2026-07-06..2026-07-26", days)
	}
	day := restReader(today)
	if first, err = day(from); err != nil {
		return 0, 0, usage("%v", err)
	}
	if n, long := tracker.Spell(until); long {
		return first, first + civil.Date(n) - 1, nil
	}
	if last, err = day(until); err != nil {
		return 0, 0, usage("%v", err)
	}
	if last < first {
		return 0, 0, usage("%s is before %s: swap the two days", last, first)
	}
	return first, last, nil
}

// askRest asks for the days of a pause.
func (a *app) askRest(b *logbook) (string, error) {
	q := a.asking()
	from, err := q.text("First day", "today", func(s string) error {
		_, err := restReader(b.today)(s)
		return err
	})
	if err != nil {
		return "", err
	}
	until, err := q.text("Last day, or how long, like 2w", "", func(s string) error {
		_, _, err := rest(from+".."+s, b.today)
		return err
	})
	return from + ".." + until, err
}
