package forge

import (
	"context"
	"net/url"

	"github.com/google/go-github/v60/github"
)

// pullsOf are the pull requests from a head to a base.
type pullsOf struct {
	open *github.PullRequest // the open one; nil: there is none
	last *github.PullRequest // of ours, the one that was closed last without being merged, unless a later one was merged

	phase, state string // of the last one
}

// holds reports whether a person closed the last one while it was about a
// state. What we closed ourselves says so.
func (p pullsOf) holds(state string) bool {
	return p.last != nil && p.phase == openPhase && p.state == state
}

// pulls lists the pull requests of a proposal, also closed ones. Two branches
// have at most one that is open.
func (c *Client) pulls(ctx context.Context, p Proposal) (found pullsOf, err error) {
	list, err := pages[github.PullRequest](ctx, c, "list the pull requests", c.path("pulls"), url.Values{
		"state": {"all"}, "head": {c.owner + ":" + p.Head}, "base": {p.Base}, "sort": {"created"}, "direction": {"desc"}, "per_page": {"100"},
	})
	if err != nil {
		return found, needing(err, "pull-requests: write")
	}
	var newest *github.PullRequest
	for _, pull := range list {
		if pull.GetHead().GetRef() != p.Head || pull.GetBase().GetRef() != p.Base || pull.GetNumber() == 0 {
			continue // a server that does not know these filters
		}
		if from := pull.GetHead().GetRepo().GetFullName(); from != "" && from != pull.GetBase().GetRepo().GetFullName() {
			continue // a fork's branch of the same name
		}
		if pull.GetState() == "open" {
			if found.open == nil || pull.GetNumber() > found.open.GetNumber() {
				found.open = pull
			}
			continue
		}
		if c.bodyOf(pull).phase != "" && (newest == nil || pull.GetNumber() > newest.GetNumber()) {
			newest = pull
		}
	}
	if newest != nil && newest.MergedAt == nil {
		found.last = newest
		b := c.bodyOf(newest)
		found.phase, found.state = b.phase, b.state
	}
	return found, nil
}

// bodyOf takes the text of a pull request of ours apart; that of any other has no
// phase.
func (c *Client) bodyOf(pull *github.PullRequest) pullBody {
	if !c.isOurs(pull.GetUser()) {
		return pullBody{}
	}
	return readPullBody(pull.GetBody())
}
