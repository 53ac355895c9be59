package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

func (a *app) explainCommand() *cobra.Command {
	var output string
	c := &cobra.Command{
		Use: "explain NAME", GroupID: groupCloser, Args: exactly(1, "a goal, a credential, skills, or a finding's code"),
		Short:   "Explain a goal, a credential, the skills, or a finding's code",
		Long:    "Explain a goal (what counts, what does not and why, the arithmetic to the due date),\na credential, the spread of skills, or the code of a finding.",
		Example: "  hone explain books\n  hone explain skills\n  hone explain unknown-key",
		RunE:    func(_ *cobra.Command, args []string) error { return a.explain(args[0], output) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return a.explainable(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "write to this `file` instead")
	return c
}

func (a *app) explain(name, output string) error {
	given := name
	name = strings.ToLower(name)
	write := func(text string) error { return a.show(output, a.paint().Marks(text)) }
	if c, ok := tracker.CodeOf(name); ok {
		return write(render.ExplainCode(c))
	}
	b, err := a.read(false)
	if err != nil {
		return err
	}
	s := render.StatusOf(b.log, b.today)
	if name == "skills" {
		return write(render.CoverageText(s))
	}
	if g := b.goal(name); g != nil {
		x, ok := b.log.Explain(g, b.today)
		if !ok {
			return write(name + " has ended: it has no standing any more.\n")
		}
		return write(render.ExplainGoal(b.log, x, s))
	}
	for _, c := range s.Credentials {
		if c.ID == name {
			return write(render.ExplainCredential(b.log, c, s))
		}
	}
	if text := b.counted(given); text != "" {
		return write(text)
	}
	known := a.explainable()
	if near := tracker.Nearest(name, known); near != "" {
		return usage("nothing is called %q; did you mean %q?", given, near)
	}
	known = slices.DeleteFunc(known, func(n string) bool { _, isCode := tracker.CodeOf(n); return isCode })
	return usage("nothing is called %q; there are %s, and the codes of findings", given, strings.Join(known, ", "))
}

// counted says of the entries of a title or id for which goals each counts now,
// and why not for another of its kind; "" where there is none.
func (b *logbook) counted(name string) (text string) {
	for i := range b.log.Entries {
		e := &b.log.Entries[i]
		if !called(e, name) && e.ID != name {
			continue
		}
		var goals, not []string
		for _, g := range b.log.Goals {
			x, _ := b.log.Explain(g, b.today)
			if slices.ContainsFunc(x.Counts, func(c tracker.Counted) bool { return c.Entry == e }) {
				goals = append(goals, g.ID)
			}
			for _, u := range x.Passed {
				if u.Entry == e {
					not = append(not, fmt.Sprintf("; not for %s: %s", g.ID, u.Why))
				}
			}
		}
		file, line := b.log.Line(e)
		text += fmt.Sprintf("%s (%s), %s:%d: it counts now for ", words.Plain(e.Name()), e.Kind.Name, file, line)
		if len(goals) == 0 {
			text += "no goal"
		} else {
			text += words.List(goals, "and")
		}
		text += strings.Join(not, "") + "\n"
	}
	return text
}

// explainable lists what can be explained: goals, credentials, skills, codes.
func (a *app) explainable() []string {
	var names []string
	if b, err := a.read(false); err == nil {
		for _, g := range b.log.Goals {
			names = append(names, g.ID)
		}
		for _, c := range b.log.Credentials(b.today) {
			names = append(names, c.ID)
		}
	}
	names = append(names, "skills")
	for _, c := range tracker.Codes() {
		names = append(names, c.Name)
	}
	return names
}
