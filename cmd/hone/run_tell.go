package main

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/internal/run"
	"github.com/honelog/hone/internal/words"
)

// tellPlan shows the notes of a plan and the issues that are due.
func (a *app) tellPlan(p *run.Plan, in run.Inputs, due []nudge.Step) {
	for _, n := range p.Notes {
		fmt.Fprintln(a.stdout, "note: "+n)
	}
	if in.Nudge == "off" {
		fmt.Fprintln(a.stdout, "nudges are off")
		return
	}
	if len(due) == 0 {
		fmt.Fprintln(a.stdout, "no nudge is due")
	}
	if more := waiting(p, in) - goalsIn(due); more > 0 && !isDigest(due) {
		fmt.Fprintf(a.stdout, "%s for the next run: three issues open at a time\n", words.Count(more, "more nudge"))
	}
	for _, s := range due {
		fmt.Fprintf(a.stdout, "\na nudge is due for %s; the issue would say:\n\n  # %s\n\n", s.Key.ID, s.Title)
		for _, line := range strings.Split(strings.TrimRight(s.Body, "\n"), "\n") {
			if !strings.HasPrefix(line, "<!-- hone:") {
				fmt.Fprintln(a.stdout, strings.TrimRight("  "+line, " "))
			}
		}
	}
}

// waiting counts the public goals for which a nudge is due.
func waiting(p *run.Plan, in run.Inputs) (n int) {
	for _, g := range p.Status.Public().Goals {
		if g.NudgeDue(in.NudgeAfter) {
			n++
		}
	}
	return n
}

func goalsIn(steps []nudge.Step) (n int) {
	for _, s := range steps {
		if s.Key.Of == nudge.OfGoal {
			n++
		}
	}
	return n
}

// isDigest reports whether steps are the one issue that tells of everything.
func isDigest(steps []nudge.Step) bool { return len(steps) == 1 && steps[0].Key.Of == nudge.OfAll }
