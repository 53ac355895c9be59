package repo

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// Target is the branch to publish to, and as whom.
type Target struct {
	Remote
	Branch string // short name
	Orphan bool   // make the branch, without history, where there is none; else that is an error

	Name, Email string    // author and committer
	When        time.Time // of both, to the second; written in UTC

	// Jitter spreads the waits between tries, from 0 (none) to below 1 (twice
	// the usual). Nil is by chance.
	Jitter func() float64
}

// Result is what Publish did.
type Result struct {
	Commit           string   // the branch's commit now; empty where the branch is still not there
	Written, Removed []string // files that differed, by path; both empty: nothing was pushed
	Tries            int      // from 1
}

// Changed reports whether anything was pushed.
func (r Result) Changed() bool { return len(r.Written)+len(r.Removed) > 0 }

// Publish changes files of a remote branch in one commit on top of its tip.
// Either all of it lands, or none.
//
// change says what is to be changed, from the tip it is given. It is called
// again, with the new tip, when somebody else was faster or the line failed: up
// to eight tries in five minutes. Where it asks for nothing that the tip has not
// got, there is no commit. An error of change ends the matter as it is; what
// another try would meet again is a [*Refused].
func Publish(ctx context.Context, to Target, change func(tip Tip) (Change, error)) (Result, error) {
	if err := to.check(); err != nil {
		return Result{}, err
	}
	line, err := to.open()
	if err != nil {
		return Result{}, err
	}
	defer line.close()

	p := publisher{Target: to, line: line, change: change}
	var result Result
	n, err := repeat(ctx, to.Jitter, func(ctx context.Context) (err error) {
		result, err = p.try(ctx)
		return err
	})
	result.Tries = n
	if err != nil {
		return Result{Tries: n}, err
	}
	return result, nil
}

func (t Target) check() error {
	if plumbing.NewBranchReferenceName(t.Branch).Validate() != nil || t.Branch == "" || t.Branch == "HEAD" || plumbing.IsHash(t.Branch) {
		return fmt.Errorf("%q cannot be the name of a branch: choose another", t.Branch)
	}
	for _, s := range []string{t.Name, t.Email} {
		if strings.TrimSpace(s) == "" || strings.ContainsAny(s, "<>\n\r\x00") {
			return fmt.Errorf("%q cannot be the name or address of an author: choose another", s)
		}
	}
	return nil
}

// publisher is a Publish on its way.
type publisher struct {
	Target
	line   *line
	change func(Tip) (Change, error)
	sent   Result // the last commit that was sent; the remote may have taken it without saying so
}

func (p *publisher) try(ctx context.Context) (Result, error) {
	tip, err := p.line.fetch(ctx, p.Branch)
	if err != nil {
		return Result{}, err
	}
	if tip.Commit != "" && tip.Commit == p.sent.Commit {
		return p.sent, nil
	}
	if tip.Commit == "" && !p.Orphan {
		return Result{}, &Refused{Reason: NoBranch, Branch: p.Branch}
	}
	change, err := p.change(tip)
	if err != nil {
		return Result{}, err
	}
	made, commit, err := p.draw(tip, change)
	if err != nil {
		return Result{}, err
	}
	p.sent = Result{Commit: tip.Commit, Written: made.written, Removed: made.removed}
	if commit.IsZero() {
		return p.sent, nil
	}
	p.sent.Commit = commit.String()
	return p.sent, p.line.push(ctx, p.Branch, plumbing.NewHash(tip.Commit), commit, made)
}

// draw makes the commit; the zero hash where nothing differs.
func (p *publisher) draw(tip Tip, change Change) (*drawing, plumbing.Hash, error) {
	made := &drawing{objects: tip.objects}
	files, err := change.byFolder()
	if err != nil {
		return nil, plumbing.ZeroHash, err
	}
	root, err := made.apply(tip.root, files, "")
	slices.Sort(made.written)
	slices.Sort(made.removed)
	if err != nil || len(made.written)+len(made.removed) == 0 {
		return made, plumbing.ZeroHash, err
	}
	by := object.Signature{Name: p.Name, Email: p.Email, When: p.When.UTC()}
	commit := &object.Commit{
		Author: by, Committer: by,
		Message:  strings.TrimRight(change.Message, "\n") + "\n",
		TreeHash: root,
	}
	if tip.Commit != "" {
		commit.ParentHashes = []plumbing.Hash{plumbing.NewHash(tip.Commit)}
	}
	hash, err := made.keep(plumbing.ZeroHash, commit)
	return made, hash, err
}
