package forge

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/google/go-github/v60/github"

	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/tracker/civil"
)

var _ nudge.Board = (*Client)(nil)

// List returns the issues with the mark of the nudges, and the open ones of our
// own without it; wide, also those that are closed. Pull requests are none.
func (c *Client) List(ctx context.Context, wide bool) ([]nudge.Issue, error) {
	if err := c.prepare(ctx); err != nil {
		return nil, err
	}
	list, err := c.list(ctx, wide)
	if err != nil {
		return nil, err
	}
	issues := make([]nudge.Issue, 0, len(list))
	for _, i := range list {
		issue, err := c.issue(ctx, i)
		if err != nil {
			return nil, err
		}
		issues = append(issues, issue)
	}
	return issues, nil
}

func (c *Client) list(ctx context.Context, wide bool) ([]*github.Issue, error) {
	const doing = "list the issues"
	list, err := pages[github.Issue](ctx, c, doing, c.path("issues"), url.Values{"state": {"all"}, "per_page": {"100"}, "labels": {c.labels[0]}})
	if err != nil {
		return nil, err
	}
	state := "open"
	if wide {
		state = "all"
	}
	for _, login := range c.logins() {
		more, err := pages[github.Issue](ctx, c, doing, c.path("issues"), url.Values{"state": {state}, "per_page": {"100"}, "creator": {login}})
		if err != nil && kind(err) != Invalid { // not every identity can be looked for
			return nil, err
		}
		list = append(list, more...)
	}
	// A list that changes while it is read can name an issue twice.
	var once []*github.Issue
	seen := map[int]bool{}
	for _, i := range list {
		if n := i.GetNumber(); n > 0 && !seen[n] && !i.IsPullRequest() {
			seen[n] = true
			once = append(once, i)
		}
	}
	return once, nil
}

// issue turns an issue into one of package nudge.
func (c *Client) issue(ctx context.Context, i *github.Issue) (nudge.Issue, error) {
	issue := nudge.Issue{
		Number: i.GetNumber(), Title: i.GetTitle(), Body: i.GetBody(), Open: i.GetState() == "open",
		Reason: i.GetStateReason(), Labelled: hasLabel(i, c.labels[0]), Snoozed: hasLabel(i, nudge.SnoozedLabel), Locked: i.GetLocked(),
		Ours: c.isOurs(i.GetUser()), Bot: i.GetUser().GetType() == "Bot",
	}
	if i.ClosedAt != nil {
		issue.Closed = dayIn(i.ClosedAt.Time, c.zone)
	}
	issue.Trusted = issue.Ours
	if !issue.Ours && strings.Contains(issue.Body, "<!-- hone:v") {
		may, err := c.mayWrite(ctx, i.GetUser().GetLogin())
		if err != nil {
			return nudge.Issue{}, err
		}
		issue.Trusted = may
	}
	return issue, nil
}

// logins are those whose writing is ours: who this client writes as, and the
// repository's workflows, as which it wrote before it was given another token.
func (c *Client) logins() []string {
	if strings.EqualFold(c.login, actionsBot) {
		return []string{actionsBot}
	}
	return []string{c.login, actionsBot}
}

// isOurs reports whether what a user writes is ours.
func (c *Client) isOurs(u *github.User) bool {
	return slices.ContainsFunc(c.logins(), func(l string) bool { return strings.EqualFold(l, u.GetLogin()) })
}

// hasLabel reports whether an issue has a label; GitHub's are the same in
// capitals.
func hasLabel(i *github.Issue, label string) bool {
	for _, l := range i.Labels {
		if strings.EqualFold(l.GetName(), label) {
			return true
		}
	}
	return false
}

func dayIn(t time.Time, zone *time.Location) civil.Date {
	y, m, d := t.In(zone).Date()
	return civil.Of(y, m, d)
}
