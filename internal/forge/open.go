package forge

import (
	"context"
	"strings"
	"time"

	"github.com/google/go-github/v60/github"

	"github.com/honelog/hone/internal/nudge"
)

// looks are the waits before looking for an issue whose making was not
// answered: a list can lag behind.
var looks = []time.Duration{3 * time.Second, 5 * time.Second}

// Open makes an issue. When the answer is lost it looks for the issue before it
// tries once more.
func (c *Client) Open(ctx context.Context, s nudge.Step) (nudge.Issue, error) {
	if err := c.prepare(ctx); err != nil {
		return nudge.Issue{}, err
	}
	if err := c.makeMark(ctx); err != nil {
		return nudge.Issue{}, err
	}
	made, err := c.create(ctx, s)
	if err != nil {
		return nudge.Issue{}, err
	}
	issue, err := c.issue(ctx, made)
	if err != nil {
		return issue, err
	}
	if !issue.Labelled {
		err = c.addLabel(ctx, issue.Number)
	}
	return issue, err
}

// create sends the issue, and finds out what became of it.
func (c *Client) create(ctx context.Context, s nudge.Step) (*github.Issue, error) {
	assignees := c.assignees
	moved := false
	for lost := 0; ; {
		made, err := c.post(ctx, s, assignees)
		switch k := kind(err); {
		case err == nil:
			return made, nil
		case k == Invalid && len(assignees) > 0 && err.(*Error).names("assignee"):
			c.note("the issue is assigned to nobody: GitHub does not take %s", strings.Join(assignees, ", "))
			assignees = nil
			continue
		case k == Moved && !moved && err.(*Error).Status > 0: // refused: nothing was made
			moved = true
			if err := c.locate(ctx); err != nil {
				return nil, err
			}
			continue
		case k != Lost:
			return nil, err
		}
		found, failed := c.lookFor(ctx, s)
		if found != nil || failed != nil {
			return found, failed
		}
		if lost++; lost == 2 {
			return nil, err
		}
	}
}

// post sends the issue once.
func (c *Client) post(ctx context.Context, s nudge.Step, assignees []string) (made *github.Issue, err error) {
	const doing = "open an issue"
	request := &github.IssueRequest{Title: &s.Title, Body: &s.Body, Labels: &c.labels}
	if len(assignees) > 0 {
		request.Assignees = &assignees
	}
	err = c.write(ctx, doing, func(gh *github.Client) (r *github.Response, err error) {
		made, r, err = gh.Issues.Create(ctx, c.owner, c.name, request)
		return r, err
	})
	switch {
	case err != nil:
		return nil, err
	case made.GetNumber() == 0: // an answer that is cut short can look like one
		return nil, &Error{Kind: Lost, Doing: doing, Message: "the answer is empty"}
	case !c.isHere(made, made.GetNumber()):
		return nil, &Error{Kind: Moved, Doing: doing, Message: "the answer is about another repository"}
	}
	return made, nil
}

// lookFor looks for an open issue with the body of a step, marker and all.
func (c *Client) lookFor(ctx context.Context, s nudge.Step) (*github.Issue, error) {
	for _, d := range looks {
		if err := c.sleep(ctx, d); err != nil {
			return nil, err
		}
		list, err := c.list(ctx, true)
		if err != nil {
			return nil, err
		}
		for _, i := range list {
			if c.isOurs(i.GetUser()) && i.GetState() == "open" && same(i.GetBody(), s.Body) {
				return i, nil
			}
		}
	}
	return nil, nil
}

// same compares bodies as GitHub may have stored them.
func same(a, b string) bool {
	normal := func(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")) }
	return normal(a) == normal(b)
}
