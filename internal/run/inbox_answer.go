package run

import (
	"context"
	"errors"
	"fmt"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/intake"
	"github.com/honelog/hone/internal/nudge"
)

// answered returns our answer to a post that stands there. good is false where
// it cannot be told; that was said.
func (b *inbox) answered(ctx context.Context, p intake.Post) (text string, ok, good bool) {
	all, err := b.client.Comments(ctx, p.Issue)
	if err != nil {
		b.failed(p, "answered", err)
		return "", false, false
	}
	for _, m := range all {
		if m.Ours && p.Answers(m.Body) {
			return m.Body, true, true
		}
	}
	return "", false, true
}

// answer writes the one answer to a post. One that tells of faults takes the
// place of no other: a run at the same time may have taken what was mended. It
// fails where a later run has to try again, and not where nobody can answer: a
// sweep, which comes by every day, does not try.
func (b *inbox) answer(ctx context.Context, p intake.Post, text string) (done bool) {
	if b.locked && b.swept {
		return true
	}
	keep := func(old string) bool { return intake.IsRejection(text) && !intake.IsRejection(old) }
	became, err := b.client.Answer(ctx, forge.Answer{Number: p.Issue, Is: p.Answers, Text: text, Keep: keep})
	if became != forge.Kept {
		b.d.spent++
	}
	var e *forge.Error
	if errors.As(err, &e) && e.Kind == forge.Locked {
		b.d.Notes = append(b.d.Notes, fmt.Sprintf("#%d is locked, so it got no answer", p.Issue))
		return true
	}
	if err != nil {
		b.failed(p, "answered", err)
	}
	return err == nil
}

// close closes the issue that an entry was sent in with; one under a command
// stays as it is.
func (b *inbox) close(ctx context.Context, p intake.Post) {
	if p.Comment != 0 {
		return
	}
	b.d.spent++
	if err := b.client.Complete(ctx, p.Issue); err != nil {
		b.failed(p, "closed", err)
	}
}

// failed tells that a call on an issue did not go well.
func (b *inbox) failed(p intake.Post, what string, err error) {
	switch {
	case errors.Is(err, nudge.ErrChanged):
		b.say("#%d is not here any more.", p.Issue)
	case harmless(err):
		b.d.Notes = append(b.d.Notes, fmt.Sprintf("#%d could not be %s: %v", p.Issue, what, err))
	default:
		b.d.problem("#%d could not be %s: %v", p.Issue, what, err)
	}
}
