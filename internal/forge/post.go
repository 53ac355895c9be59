package forge

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/google/go-github/v60/github"

	"github.com/honelog/hone/internal/nudge"
)

// Issue is an issue as it is there now.
type Issue struct {
	nudge.Issue
	Author  Author
	Labels  []string
	Pull    bool      // it is a pull request
	Written time.Time // when it was sent in; zero: not known
	Talked  bool      // there are comments on it
}

// Author is who wrote an issue or a comment.
type Author struct {
	Login string
	ID    int64
	Bot   bool // no person
}

// Comment is a comment on an issue.
type Comment struct {
	ID      int64
	Author  Author
	Ours    bool // we wrote it
	Body    string
	Written time.Time // zero: not known
}

// Look reads an issue. One that is not there any more, or in another repository
// now, is a [nudge.ErrChanged].
func (c *Client) Look(ctx context.Context, number int) (Issue, error) {
	if err := c.prepare(ctx); err != nil {
		return Issue{}, err
	}
	i, err := c.fresh(ctx, nudge.Step{Number: number})
	if err != nil {
		return Issue{}, err
	}
	return c.posted(ctx, i)
}

// Posted lists the open issues with a label, the oldest first. Pull requests are
// none.
func (c *Client) Posted(ctx context.Context, label string) (issues []Issue, err error) {
	if err := c.prepare(ctx); err != nil {
		return nil, err
	}
	return c.listed(ctx, url.Values{"state": {"open"}, "labels": {label}})
}

// Stirred lists the issues with a label on which something happened since a
// time, open or not, the oldest first. Pull requests are none.
func (c *Client) Stirred(ctx context.Context, label string, since time.Time) (issues []Issue, err error) {
	if err := c.prepare(ctx); err != nil {
		return nil, err
	}
	return c.listed(ctx, url.Values{"state": {"all"}, "labels": {label}, "since": {since.UTC().Format(time.RFC3339)}})
}

func (c *Client) listed(ctx context.Context, query url.Values) (issues []Issue, err error) {
	query.Set("per_page", "100")
	list, err := pages[github.Issue](ctx, c, "list the issues", c.path("issues"), query)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(a, b *github.Issue) int { return a.GetNumber() - b.GetNumber() })
	list = slices.CompactFunc(list, func(a, b *github.Issue) bool { return a.GetNumber() == b.GetNumber() })
	for _, i := range list {
		if i.GetNumber() < 1 || i.IsPullRequest() {
			continue
		}
		issue, err := c.posted(ctx, i)
		if err != nil {
			return nil, err
		}
		issues = append(issues, issue)
	}
	return issues, nil
}

func (c *Client) posted(ctx context.Context, i *github.Issue) (Issue, error) {
	n, err := c.issue(ctx, i)
	issue := Issue{Issue: n, Author: authorOf(i.GetUser()), Pull: i.IsPullRequest(), Written: i.GetCreatedAt().Time, Talked: i.GetComments() > 0}
	for _, l := range i.Labels {
		issue.Labels = append(issue.Labels, l.GetName())
	}
	return issue, err
}

func authorOf(u *github.User) Author {
	return Author{Login: u.GetLogin(), ID: u.GetID(), Bot: u.GetType() == "Bot"}
}

// Comments reads all comments on an issue, the oldest first. Those on an issue
// that is not there any more are a [nudge.ErrChanged].
func (c *Client) Comments(ctx context.Context, number int) (comments []Comment, err error) {
	if err := c.prepare(ctx); err != nil {
		return nil, err
	}
	list, err := pages[github.IssueComment](ctx, c, "look at the comments", c.path("issues", strconv.Itoa(number), "comments"), url.Values{"per_page": {"100"}})
	if k := kind(err); err != nil && (k == Missing || k == Moved) {
		return nil, fmt.Errorf("%w: it is not there any more", nudge.ErrChanged)
	}
	if err != nil {
		return nil, err
	}
	for _, m := range list {
		if m.GetID() > 0 {
			comments = append(comments, Comment{ID: m.GetID(), Author: authorOf(m.GetUser()), Ours: c.isOurs(m.GetUser()), Body: m.GetBody(), Written: m.GetCreatedAt().Time})
		}
	}
	slices.SortFunc(comments, func(a, b Comment) int { return int(min(max(a.ID-b.ID, -1), 1)) })
	return slices.CompactFunc(comments, func(a, b Comment) bool { return a.ID == b.ID }), nil
}

// MayWrite reports whether a login may write to the repository. Who cannot be
// asked about, may not; neither may those beyond the first hundred of a run.
func (c *Client) MayWrite(ctx context.Context, login string) (bool, error) {
	if err := c.prepare(ctx); err != nil {
		return false, err
	}
	return c.mayWrite(ctx, login)
}

// Complete closes an issue as completed. One that is closed stays as it is.
func (c *Client) Complete(ctx context.Context, number int) error {
	const doing = "close the issue"
	if err := c.prepare(ctx); err != nil {
		return err
	}
	for n := 0; ; n++ {
		now, err := c.fresh(ctx, nudge.Step{Number: number})
		switch {
		case err != nil:
			return err
		case now.GetState() == "closed":
			return nil
		}
		request := map[string]string{"state": "closed", "state_reason": nudge.Completed}
		err = c.write(ctx, doing, func(gh *github.Client) (*github.Response, error) {
			now = &github.Issue{}
			return c.send(ctx, gh, http.MethodPatch, c.path("issues", strconv.Itoa(number)), request, now)
		})
		switch k := kind(err); {
		case err == nil && now.GetState() == "closed" && c.isHere(now, number):
			return nil
		case err == nil && now.GetNumber() != 0:
			return &Error{Kind: Denied, Doing: doing, Message: "GitHub answered, and did not do it"}
		case err != nil && k != Lost || n == tries-1:
			if err == nil { // an answer that is cut short can look like one
				err = &Error{Kind: Lost, Doing: doing, Message: "the answer is empty"}
			}
			return err
		}
	}
}
