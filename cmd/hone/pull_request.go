package main

import (
	"context"

	"github.com/honelog/hone/internal/action"
	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/repo"
	"github.com/honelog/hone/internal/run"
)

// pull compares the log of a pull request's checkout with the one of the branch
// that it goes into. What it brings is read, as data, and never run.
func (a *app) pull(ctx context.Context, event *action.Event, where run.Where, in run.Inputs) (run.Pull, error) {
	public := event.Repository.Visibility == "public"
	b, gone, err := a.readOrGone(public)
	if err != nil {
		return run.Pull{}, err
	}
	r, err := repo.Open(b.where.Root)
	if err != nil {
		return run.Pull{}, err
	}
	defer r.Close()
	tip, loose, err := pullBase(r, event.PullRequest, func(commit string) (repo.Tip, error) {
		return repo.Fetch(ctx, repo.Remote{URL: where.URL(), Token: in.Token}, commit)
	})
	if err != nil {
		return run.Pull{}, err
	}
	c, err := a.changeSince(b, gone, r, tip, public)
	if err != nil {
		return run.Pull{}, err
	}
	if gone && len(c.Findings) == 0 {
		return run.Pull{}, disk.ErrNoLog
	}
	p := run.Pull{Reading: run.Reading{Log: b.log, Findings: b.findings, Prefix: b.prefix(), Today: b.today}, Change: c}
	if loose {
		p.Note = "this checkout has too little history to see where the pull request began, so it is compared with the newest commit of its base: " +
			"what came there since may look as if it were taken out here. Leave out the checkout's `ref`, or give it `fetch-depth: 0`"
	}
	return p, nil
}

// pullBase finds what a pull request is compared with. A checkout of the merge
// that GitHub makes has it as its first parent; one of anything else, as of the
// head itself, has it as far as its history goes. loose says that it does not go
// far enough, so that it is the base's newest commit.
func pullBase(r *repo.Repository, pr *action.PullRequest, fetch func(commit string) (repo.Tip, error)) (tip repo.Tip, loose bool, err error) {
	head, err := r.Head()
	if err != nil {
		return repo.Tip{}, false, err
	}
	if head.Commit != pr.HeadSHA || pr.BaseSHA == "" {
		if tip, err := baseTip(r, "", fetch); err == nil || pr.BaseSHA == "" {
			return tip, false, err
		}
	}
	if hash, err := r.Base(pr.BaseSHA); err == nil {
		tip, err = r.At(hash)
		return tip, false, err
	}
	if tip, err = r.At(pr.BaseSHA); err != nil {
		tip, err = fetch(pr.BaseSHA)
	}
	return tip, true, err
}
