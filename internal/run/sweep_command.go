package run

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/intake"
	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// sweptDays is how old a command may be that a sweep takes: long enough for a
// schedule that was late, and for a run that nobody repeated; short enough that
// nobody is surprised by it.
const sweptDays = 14

// sweepCommands takes commands in comments on issues of this log that nobody
// answered. It looks at those on which something happened of late.
func (b *inbox) sweepCommands(ctx context.Context, r Reading) {
	seen := map[int]bool{}
	labels := []string{b.Inputs.Labels[0]}
	for _, f := range intake.Forms(b.Inputs.Name) {
		labels = append(labels, f.Label)
	}
	for _, label := range labels {
		issues, err := b.client.Stirred(ctx, label, b.Clock.Now.AddDate(0, 0, -sweptDays))
		switch {
		case harmless(err):
			return
		case err != nil:
			b.d.problem("the comments could not be looked at: %v", err)
			return
		}
		for _, i := range issues {
			if _, _, ours := b.isOurs(i); seen[i.Number] || !ours || !i.Talked {
				continue
			}
			seen[i.Number] = true
			if !b.sweepComments(ctx, i, r) {
				return
			}
		}
	}
}

// sweepComments takes the commands on an issue, the oldest first. It returns
// false where it makes no sense to go on.
func (b *inbox) sweepComments(ctx context.Context, i forge.Issue, r Reading) (on bool) {
	all, err := b.client.Comments(ctx, i.Number)
	if err != nil && !errors.Is(err, nudge.ErrChanged) {
		b.d.problem("the comments on #%d could not be looked at: %v", i.Number, err)
		return false
	}
	for n, m := range all {
		if !b.isOpen(m, i, all) {
			continue
		}
		may, err := b.mayWrite(ctx, m.Author)
		over := false
		if may && err == nil {
			over, err = b.isOvertaken(ctx, m, all[n+1:], r.Today)
		}
		switch {
		case err != nil:
			b.d.problem("the comments on #%d could not be looked at: %v", i.Number, err)
			return false
		case !may || over:
			continue
		case b.d.spent+perPost > budget-keptBack:
			b.d.Notes = append(b.d.Notes, fmt.Sprintf("more was sent in than a run takes: the comment %d on #%d and what follows wait for the next", m.ID, i.Number))
			return false
		}
		problems := len(b.d.Problems)
		if b.command(ctx, i, m, r); len(b.d.Problems) > problems {
			return false // it would be the same with the others
		}
	}
	return true
}

// isOpen reports whether a comment is a command, of late, that has no answer.
func (b *inbox) isOpen(m forge.Comment, i forge.Issue, all []forge.Comment) bool {
	p := intake.Post{Issue: i.Number, Comment: m.ID}
	return intake.Verb(m.Body) != "" && m.Written.After(b.Clock.Now.AddDate(0, 0, -sweptDays)) &&
		!slices.ContainsFunc(all, func(a forge.Comment) bool { return a.Ours && p.Answers(a.Body) })
}

// isOvertaken reports whether a later comment says for how long to be silent in
// the place of this one: what a person who may say so said last holds.
func (b *inbox) isOvertaken(ctx context.Context, m forge.Comment, later []forge.Comment, today civil.Date) (bool, error) {
	if intake.Verb(m.Body) != intake.VerbSnooze {
		return false, nil
	}
	for _, m := range later {
		p := intake.Post{Body: m.Body, On: b.dayOf(m.Written)}
		if c, faults, _ := (intake.Book{World: tracker.World{Today: today}}).Command(p, ""); c.Verb != intake.VerbSnooze || len(faults) > 0 {
			continue
		}
		if may, err := b.mayWrite(ctx, m.Author); may || err != nil {
			return may, err
		}
	}
	return false, nil
}
