package forge

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/google/go-github/v60/github"

	"github.com/honelog/hone/internal/nudge"
)

// settle is the wait between an edit and its comment. Of two runs at the same
// time, the later edit holds when it is over, and the other run sees that: as
// long as a call takes less than this, the comment is written once. Where one
// takes longer, the one that writes last takes the double away.
const settle = 5 * time.Second

// Comment writes a step's comment once. One that may have been lost is not
// repeated, and of one that stands there twice the first stays.
func (c *Client) Comment(ctx context.Context, s nudge.Step) error {
	if err := c.prepare(ctx); err != nil {
		return err
	}
	for n := 1; ; n++ {
		if err := c.sleep(ctx, max(settle, c.pace)); err != nil {
			return err
		}
		if may, err := c.mayComment(ctx, s); !may || err != nil {
			return err
		}
		err := c.comment(ctx, s)
		var e *Error
		switch {
		case err == nil:
			_, _ = c.remarks(ctx, s) // what cannot be looked at now, the next comment sees
			return nil
		case !errors.As(err, &e):
			return err
		case e.Kind == Locked:
			return c.leaveLocked(s)
		case e.Kind == Lost:
			return c.lookForComment(ctx, s, err)
		case e.Kind != Limited || n == tries || e.wait > c.patience:
			return err
		}
		c.patience -= e.wait
		if err := c.sleep(ctx, e.wait); err != nil {
			return err
		}
	}
}

// mayComment reports whether a step's comment is still to be written. The look
// at the issue is the last call before it.
func (c *Client) mayComment(ctx context.Context, s nudge.Step) (bool, error) {
	if there, err := c.hasComment(ctx, s); there || err != nil {
		return false, err
	}
	now, err := c.fresh(ctx, s)
	switch {
	case err != nil:
		return false, err
	case now.GetState() != stateAfter(s) || !same(now.GetBody(), s.Body):
		return false, nudge.ErrChanged
	case now.GetLocked():
		return false, c.leaveLocked(s)
	}
	return true, nil
}

// comment sends the comment, a single time.
func (c *Client) comment(ctx context.Context, s nudge.Step) error {
	const doing = "comment on the issue"
	made := &github.IssueComment{}
	body := map[string]string{"body": s.Comment}
	r, err := c.send(ctx, c.api(), http.MethodPost, c.path("issues", strconv.Itoa(s.Number), "comments"), body, made)
	c.wrote = time.Now()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return c.fault(doing, true, r, err)
	case made.GetID() == 0: // an answer that is cut short can look like one
		return &Error{Kind: Lost, Doing: doing, Message: "the answer is empty"}
	}
	return nil
}

// lookForComment looks for a comment whose writing was not answered, and fails
// as that did where there is none.
func (c *Client) lookForComment(ctx context.Context, s nudge.Step, lost error) error {
	for _, d := range looks {
		if err := c.sleep(ctx, d); err != nil {
			return err
		}
		if there, err := c.hasComment(ctx, s); there || err != nil {
			return err
		}
	}
	return lost
}

// hasComment reports whether a step's comment is there already, written by
// ourselves.
func (c *Client) hasComment(ctx context.Context, s nudge.Step) (bool, error) {
	there, err := c.remarks(ctx, s)
	return there[s.Mark()], err
}

// remarks returns the marks of our comments on the issue of a step, and takes
// away those that stand there more than once: the oldest stays.
func (c *Client) remarks(ctx context.Context, s nudge.Step) (there map[string]bool, err error) {
	all, err := c.Comments(ctx, s.Number)
	if err != nil {
		return nil, err
	}
	there = map[string]bool{}
	for _, m := range all {
		text := strings.TrimSpace(m.Body)
		mark := strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:])
		switch {
		case !m.Ours || !strings.HasPrefix(mark, "<!-- hone:ping "):
		case there[mark]:
			err := c.write(ctx, "take a double comment away", func(gh *github.Client) (*github.Response, error) {
				return c.send(ctx, gh, http.MethodDelete, c.commentPath(m.ID), nil, nil)
			})
			if k := kind(err); err != nil && k != Missing && k != Lost {
				return there, err
			}
		default:
			there[mark] = true
		}
	}
	return there, nil
}

// leaveLocked notes that an issue that is locked got no comment.
func (c *Client) leaveLocked(s nudge.Step) error {
	c.note("#%d is locked, so it got no comment", s.Number)
	return nil
}
