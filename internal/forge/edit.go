package forge

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/google/go-github/v60/github"

	"github.com/honelog/hone/internal/nudge"
)

// Edit writes body and state of an issue in one call, if it still is as the
// step saw it. What a person wrote in the meantime is left for the next run.
func (c *Client) Edit(ctx context.Context, s nudge.Step) error {
	if err := c.prepare(ctx); err != nil {
		return err
	}
	now, err := c.fresh(ctx, s)
	if err != nil {
		return err
	}
	if now.GetBody() != s.Was.Body || (now.GetState() == "open") != s.Was.Open {
		return nudge.ErrChanged
	}
	if s.Wake && hasLabel(now, nudge.SnoozedLabel) {
		if err := c.removeLabel(ctx, s.Number, nudge.SnoozedLabel); err != nil {
			return err
		}
	}
	if s.Do != nudge.Update || s.Body != s.Was.Body {
		if err := c.patch(ctx, s); err != nil {
			return err
		}
	}
	if s.Label && !hasLabel(now, c.labels[0]) {
		if err := c.makeMark(ctx); err != nil {
			return err
		}
		return c.addLabel(ctx, s.Number)
	}
	return nil
}

// fresh reads the issue of a step. One that is not there any more, or not
// here, has changed.
func (c *Client) fresh(ctx context.Context, s nudge.Step) (now *github.Issue, err error) {
	err = c.read(ctx, "look at the issue", func(gh *github.Client) (*github.Response, error) {
		now = &github.Issue{}
		return c.send(ctx, gh, http.MethodGet, c.path("issues", strconv.Itoa(s.Number)), nil, now)
	})
	switch {
	case err != nil && (kind(err) == Missing || kind(err) == Moved):
		return nil, fmt.Errorf("%w: it is not there any more", nudge.ErrChanged)
	case err != nil:
		return nil, err
	case !c.isHere(now, s.Number):
		return nil, fmt.Errorf("%w: it has moved to another repository", nudge.ErrChanged)
	}
	return now, nil
}

// isHere reports whether an answer is about the issue that was asked for: a
// redirect may have led to another.
func (c *Client) isHere(i *github.Issue, number int) bool {
	ours := c.base.String() + c.path()
	return i.GetNumber() == number && (i.GetRepositoryURL() == "" || strings.EqualFold(i.GetRepositoryURL(), ours))
}

// patch writes an issue. When the answer is lost it reads what is there before
// it tries again.
func (c *Client) patch(ctx context.Context, s nudge.Step) error {
	const doing = "write to the issue"
	request := map[string]string{"body": s.Body}
	if s.Reason != "" {
		request["state"], request["state_reason"] = "closed", s.Reason
		if s.Do == nudge.Reopen {
			request["state"] = "open"
		}
	}
	moved := false
	for n := 0; ; n++ {
		var now *github.Issue
		err := c.write(ctx, doing, func(gh *github.Client) (*github.Response, error) {
			now = &github.Issue{}
			return c.send(ctx, gh, http.MethodPatch, c.path("issues", strconv.Itoa(s.Number)), request, now)
		})
		switch k := kind(err); {
		case err == nil && c.isHere(now, s.Number) && now.GetState() == stateAfter(s):
			return nil
		case err == nil && now.GetNumber() != 0 && !c.isHere(now, s.Number):
			return &Error{Kind: Moved, Doing: doing, Message: "the answer is about another issue"}
		case err == nil && now.GetNumber() != 0:
			return &Error{Kind: Denied, Doing: doing, Message: "GitHub answered, and did not do it"}
		case k == Invalid && s.Reason == nudge.Duplicate && request["state_reason"] == nudge.Duplicate:
			request["state_reason"] = nudge.NotPlanned // older servers know no duplicates
			continue
		case k == Moved && !moved:
			moved = true
			if err := c.locate(ctx); err != nil {
				return err
			}
		case err != nil && k != Lost:
			return err
		}
		seen, failed := c.fresh(ctx, s)
		switch {
		case failed != nil:
			return failed
		case same(seen.GetBody(), s.Body) && seen.GetState() == stateAfter(s):
			return nil
		case !same(seen.GetBody(), s.Was.Body) || (seen.GetState() == "open") != s.Was.Open:
			return nudge.ErrChanged
		case n == 2:
			if err == nil { // an answer that is cut short can look like one
				err = &Error{Kind: Lost, Doing: doing, Message: "the answer is empty"}
			}
			return err
		}
	}
}

// stateAfter is the state of the issue after a step.
func stateAfter(s nudge.Step) string {
	if s.Do == nudge.Close || s.Do == nudge.Update && !s.Was.Open {
		return "closed"
	}
	return "open"
}
