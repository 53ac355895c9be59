package forge

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/google/go-github/v60/github"
)

// Proposal is a pull request that is to be there, between two branches of the
// repository. The head is ours alone: it is made again from the base whenever
// that or the files change, as one commit.
type Proposal struct {
	Base, Head string
	Messages   []string // by the first line of a commit's message, those that are ours
}

// Draft is what a pull request is to hold.
type Draft struct {
	Change
	Title string
	Body  func(Result) string // from what it changes in the base
	State string              // a word for what it is about: while it is the same, what a person closed stays closed
}

// Proposed is what became of a proposal.
type Proposed struct {
	Result       // Commit is the head's, or the base's where there is nothing to propose
	Number  int  // of the pull request; 0: there is none
	Held    bool // a person closed it, and it stays so
	Renewed bool // the head was made again
}

// Propose has one open pull request hold a change, and updates that in place.
// draft says what is to be changed, from the base's tip; it also sees the
// head's, which may have no commit. Where the base has everything, an open pull
// request of ours is closed. One that a person closed stays closed until its
// state is another. A head with somebody else's commits is left as it is: the
// error is of the kind [Taken].
func (c *Client) Propose(ctx context.Context, p Proposal, draft func(base, head *Tip) (Draft, error)) (Proposed, error) {
	var done Proposed
	renewed := false
	n, err := c.race(ctx, func(int) (err error) {
		done, err = c.propose(ctx, p, draft)
		renewed = renewed || done.Renewed
		return err
	})
	done.Tries, done.Renewed = n, renewed
	if err != nil {
		return Proposed{Result: Result{Tries: n}}, needing(err, "pull-requests: write")
	}
	return done, nil
}

func (c *Client) propose(ctx context.Context, p Proposal, draft func(base, head *Tip) (Draft, error)) (Proposed, error) {
	if c.login == "" {
		if err := c.introduce(ctx); err != nil {
			return Proposed{}, err
		}
	}
	base, err := c.Read(ctx, p.Base)
	if err != nil {
		return Proposed{}, err
	}
	head, err := c.tip(ctx, p.Head)
	if err != nil {
		return Proposed{}, err
	}
	want, err := draft(base, head)
	if err != nil {
		return Proposed{}, err
	}
	d, err := base.draw(want.Change)
	if err != nil {
		return Proposed{}, err
	}
	pulls, err := c.pulls(ctx, p)
	if err != nil {
		return Proposed{}, err
	}
	if d.empty() {
		return Proposed{Result: d.result(base.Commit)}, c.closePull(ctx, pulls.open)
	}
	if pulls.open == nil && pulls.holds(want.State) {
		return Proposed{Result: Result{Commit: base.Commit}, Number: pulls.last.GetNumber(), Held: true}, nil
	}
	done := Proposed{Result: d.result(head.Commit)}
	if done.Commit, err = c.putHead(ctx, p, head, d); err != nil {
		return done, err
	}
	done.Renewed = done.Commit != head.Commit
	done.Number, err = c.putPull(ctx, p, pulls.open, pullText{want.Title, want.Body(done.Result), want.State})
	return done, err
}

// putHead has the head hold a drawing, as one commit on top of the base.
func (c *Client) putHead(ctx context.Context, p Proposal, head *Tip, d *drawing) (string, error) {
	if head.Commit == "" {
		return c.force(ctx, p.Head, d, false)
	}
	if ours, err := d.made(head); ours || err != nil {
		return head.Commit, err
	}
	ours, err := c.isOurHead(ctx, p, head)
	if err == nil && !ours {
		err = &Error{Kind: Taken, Doing: "renew branch " + p.Head}
	}
	if err != nil {
		return "", err
	}
	return c.force(ctx, p.Head, d, true)
}

// force makes a drawing's commit and puts a branch there, whatever was on it.
func (c *Client) force(ctx context.Context, branch string, d *drawing, there bool) (string, error) {
	tree, err := c.makeTree(ctx, d)
	if err != nil {
		return "", err
	}
	commit, err := c.makeCommit(ctx, d, tree)
	if err != nil {
		return "", err
	}
	if !there {
		return commit, c.makeBranch(ctx, branch, commit)
	}
	return commit, c.moveBranch(ctx, branch, commit, true)
}

// isOurHead reports whether nothing on the head is lost when it is made again: its
// newest commit is one of ours, or the merge of the base into one, as GitHub's
// button makes it.
func (c *Client) isOurHead(ctx context.Context, p Proposal, head *Tip) (bool, error) {
	if len(head.parents) == 2 && strings.HasPrefix(head.message, "Merge branch '"+p.Base+"' into "+p.Head) {
		parent, err := c.tipAt(ctx, head.parents[0])
		if err != nil {
			return false, err
		}
		head = parent
	}
	first, _, _ := strings.Cut(head.message, "\n")
	return len(head.parents) == 1 && slices.Contains(p.Messages, strings.TrimSpace(first)), nil
}

// pullText is what a pull request is to say, and a word for what it is about.
type pullText struct{ title, body, state string }

// putPull has an open pull request say a text, and returns its number. One that
// is there keeps its title, and what a person wrote.
func (c *Client) putPull(ctx context.Context, p Proposal, open *github.PullRequest, text pullText) (int, error) {
	if open != nil {
		now := c.bodyOf(open)
		body := now.write(text.body, openPhase, text.state)
		if now.phase == "" || same(open.GetBody(), body) {
			return open.GetNumber(), nil // as it should be, or a person's own
		}
		return open.GetNumber(), c.editPull(ctx, open, map[string]string{"body": body})
	}
	const doing = "open a pull request"
	var made *github.PullRequest
	err := c.write(ctx, doing, func(gh *github.Client) (*github.Response, error) {
		made = &github.PullRequest{}
		body := map[string]string{"title": text.title, "body": newPullBody.write(text.body, openPhase, text.state), "head": p.Head, "base": p.Base}
		return c.send(ctx, gh, http.MethodPost, c.path("pulls"), body, made)
	})
	if err == nil && (made.GetNumber() == 0 || made.GetHead().GetRef() != p.Head) { // an answer that is cut short can look like one
		err = &Error{Kind: Lost, Doing: doing, Message: "the answer is about nothing"}
	}
	switch e, _ := needing(err, "pull-requests: write").(*Error); {
	case e == nil:
		return made.GetNumber(), err
	case e.Status == http.StatusForbidden && strings.Contains(e.Message, "not permitted to create"):
		e.Kind = NoPulls
		return 0, e
	case e.names("already exists"): // somebody was faster: it is found by the next look
		e.Kind = Raced
		return 0, e
	default:
		return 0, judged(err)
	}
}

// editPull changes a pull request. Done twice, it is done once.
func (c *Client) editPull(ctx context.Context, pull *github.PullRequest, fields map[string]string) (err error) {
	const doing = "write to the pull request"
	for range 3 {
		var now *github.PullRequest
		err = c.write(ctx, doing, func(gh *github.Client) (*github.Response, error) {
			now = &github.PullRequest{}
			return c.send(ctx, gh, http.MethodPatch, c.path("pulls", strconv.Itoa(pull.GetNumber())), fields, now)
		})
		if err == nil && now.GetNumber() != pull.GetNumber() {
			err = &Error{Kind: Lost, Doing: doing, Message: "the answer is about another"}
		}
		if err == nil || kind(err) != Lost {
			break
		}
	}
	return needing(err, "pull-requests: write")
}

// Withdraw closes the open pull request of a proposal, if there is one and it is
// ours: what it holds is in the base by another way.
func (c *Client) Withdraw(ctx context.Context, p Proposal) error {
	if err := c.introduced(ctx); err != nil {
		return err
	}
	pulls, err := c.pulls(ctx, p)
	if err != nil {
		return err
	}
	return c.closePull(ctx, pulls.open)
}

// closePull closes a pull request of ours that has nothing left to say.
func (c *Client) closePull(ctx context.Context, open *github.PullRequest) error {
	if open == nil {
		return nil
	}
	now := c.bodyOf(open)
	if now.phase == "" {
		return nil
	}
	body := now.write("Everything that was in here is in the branch now.", closedPhase, now.state)
	return c.editPull(ctx, open, map[string]string{"state": "closed", "body": body})
}
