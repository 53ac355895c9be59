package run

import (
	"context"
	"errors"
	"strings"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/intake"
	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/tracker"
)

// lookAtComment reads afresh the comment of the event, and returns what takes
// it; nil where it is no command of somebody who may write here, or stands
// under an issue that is not of this log.
func (b *inbox) lookAtComment(ctx context.Context, i forge.Issue) (take func(Reading), err error) {
	all, err := b.client.Comments(ctx, i.Number)
	if err != nil {
		return nil, err
	}
	for _, m := range all {
		if m.ID != b.Event.Comment.ID {
			continue
		}
		if intake.Verb(m.Body) == "" || !strings.EqualFold(m.Author.Login, b.Event.Sender.Login) {
			b.say("The comment is no command.")
			return nil, nil
		}
		if _, _, ours := b.isOurs(i); !ours {
			b.say("#%d is no issue of this log.", i.Number)
			return nil, nil
		}
		if may, err := b.mayWrite(ctx, m.Author); !may || err != nil {
			return nil, err
		}
		return func(r Reading) { b.command(ctx, i, m, r) }, nil
	}
	b.say("The comment is not here any more.")
	return nil, nil
}

// isOurs reports whether an issue is of this log: made with a form, or a nudge,
// and then for what.
func (b *inbox) isOurs(i forge.Issue) (key nudge.Key, isNudge, ours bool) {
	key, isNudge = nudge.Of(i.Issue)
	isNudge = isNudge && key.Name == b.Inputs.Name
	_, isForm := intake.FormOf(b.Inputs.Name, i.Labels)
	return key, isNudge, isNudge || isForm
}

// command takes a command in a comment on an issue of this log.
func (b *inbox) command(ctx context.Context, i forge.Issue, m forge.Comment, r Reading) {
	b.locked = i.Locked
	p := intake.Post{Issue: i.Number, Comment: m.ID, Body: m.Body, On: b.dayOf(m.Written)}
	key, isNudge, _ := b.isOurs(i)
	if intake.Verb(m.Body) == intake.VerbSnooze {
		b.snooze(ctx, p, i, r)
		return
	}
	goal := key.ID
	if !isNudge || key.Of == nudge.OfAll {
		goal = "" // all
	}
	b.pause(ctx, p, m.Author, goal)
}

// pause takes a comment that asks for a break.
func (b *inbox) pause(ctx context.Context, p intake.Post, by forge.Author, goal string) {
	b.record(ctx, p, by, func(k intake.Book) (intake.Entry, []intake.Fault) {
		c, faults, _ := k.Command(p, goal)
		return c.Pause, faults
	})
}

// snooze takes a comment that silences the issue it stands under. One that was
// answered is done, so that a run that is run again adds no days.
func (b *inbox) snooze(ctx context.Context, p intake.Post, i forge.Issue, r Reading) {
	key, isNudge, _ := b.isOurs(i)
	if old, ok, good := b.answered(ctx, p); !good || ok && !intake.IsRejection(old) {
		return
	}
	c, faults, _ := intake.Book{World: tracker.World{Today: r.Today}}.Command(p, "")
	fault := func(says, help string) {
		if len(faults) == 0 {
			faults = []intake.Fault{{Field: "/" + intake.VerbSnooze, Says: says, Help: help}}
		}
	}
	switch {
	case b.swept && len(faults) == 0 && (!i.Open || c.Until <= r.Today):
		return // it is quiet, or the silence is over
	case !isNudge:
		fault("this issue reminds of nothing", "take a break instead, with /pause 2w")
	case !i.Open && key.Of == nudge.OfCredential:
		fault("this issue is closed, so it is quiet", "open it again to be reminded")
	case !i.Open:
		fault("this issue is closed, so it is quiet", "to stop the clock of its goal, write /pause 2w")
	case c.Until == r.Today:
		fault("this would end today", "write /snooze 2d or more")
	case c.Until < r.Today:
		fault("this ended on "+c.Until.String()+", before it was read", "write /snooze 2d or more")
	}
	switch {
	case b.Inputs.DryRun && len(faults) > 0:
		b.did("would answer to %s: it cannot be done", nameOf(p))
	case b.Inputs.DryRun:
		b.did("would let #%d be quiet until %s", i.Number, c.Until)
	case len(faults) > 0:
		b.reject(ctx, p, faults)
	default:
		if changed, ok := b.silence(ctx, i, c, r); ok {
			if changed {
				b.did("#%d is quiet until %s", i.Number, c.Until)
			}
			b.answer(ctx, p, intake.Snoozed(p, c.Until, r.Today, key.Of != nudge.OfCredential))
		}
	}
}

// silence writes into an issue until when it is quiet. One that changes
// meanwhile is looked at again.
func (b *inbox) silence(ctx context.Context, i forge.Issue, c intake.Command, r Reading) (changed, ok bool) {
	for n := 0; ; n++ {
		step, ok := nudge.Snooze(i.Issue, c.Until, r.Today)
		if !ok {
			b.say("#%d is closed, or changed.", i.Number)
			return false, false
		}
		if step.Body == i.Body {
			return false, true
		}
		b.d.spent++
		err := b.client.Edit(ctx, step)
		if errors.Is(err, nudge.ErrChanged) && n < 3 {
			i, err = b.client.Look(ctx, i.Number)
			if err == nil {
				continue
			}
		}
		if err != nil {
			b.failed(intake.Post{Issue: i.Number}, "snoozed", err)
		}
		return true, err == nil
	}
}
