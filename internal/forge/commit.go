package forge

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// maxCommits is how often a commit is made again after a lost race.
const maxCommits = 5

// Change is what a commit is to do. Paths have slashes and are relative to the
// repository; never one of Git's own, a workflow, or one that leads through or
// to a symlink or submodule.
type Change struct {
	Write   map[string][]byte // files by path; one that has these bytes stays untouched
	Remove  []string          // files; what is not there, or is written, is no matter
	Message string            // of the commit
}

// Result is what a commit did.
type Result struct {
	Commit           string   // the branch's commit now; empty where the branch is still not there
	Written, Removed []string // files that differed, by path; both empty: nothing was committed
	Tries            int      // from 1
}

// Read reads the newest commit of a branch.
func (c *Client) Read(ctx context.Context, branch string) (*Tip, error) {
	tip, err := c.tip(ctx, branch)
	if err == nil && tip.Commit == "" {
		err = noBranch(branch)
	}
	return tip, err
}

func noBranch(branch string) error {
	return &Error{Kind: NoBranch, Doing: "look at branch " + branch, Needs: "contents: write"}
}

// Commit changes files of a branch in one commit on top of its tip, which
// GitHub signs. Either all of it lands, or none. With orphan, a branch that is
// not there is made, without history.
//
// change says what is to be changed, from the tip it is given. It is called
// again, with the new tip, when somebody else was faster: up to five tries.
// Where it asks for nothing that the tip has not got, there is no commit. When
// an answer is lost, Commit looks for its commit before it tries again, so that
// there are never two. An error of change ends the matter as it is.
func (c *Client) Commit(ctx context.Context, branch string, orphan bool, change func(*Tip) (Change, error)) (Result, error) {
	var lost []*drawing
	var result Result
	first, still := "", true // whether the branch stood at one commit all the time
	n, err := c.race(ctx, func(n int) error {
		tip, err := c.tip(ctx, branch)
		if err != nil {
			return needing(err, "contents: write")
		}
		if n == 1 {
			first = tip.Commit
		}
		still = still && tip.Commit == first
		for _, d := range lost {
			if at, err := c.landed(tip, d); at != "" || err != nil {
				result = d.result(at)
				return err
			}
		}
		if tip.Commit == "" && !orphan {
			return noBranch(branch)
		}
		want, err := change(tip)
		if err != nil {
			return err
		}
		d, err := tip.draw(want)
		if err != nil {
			return err
		}
		if d.empty() {
			result = d.result(tip.Commit)
			return nil
		}
		at, err := c.put(ctx, branch, d)
		if err != nil && kind(err) == Lost {
			lost = append(lost, d)
		}
		result = d.result(at)
		return err
	})
	result.Tries = n
	if err != nil {
		return Result{Tries: n}, unmoved(err, still)
	}
	return result, nil
}

// race tries again, with growing waits, as long as somebody else is faster, or
// nobody knows what became of a try. It returns how often it tried.
func (c *Client) race(ctx context.Context, try func(n int) error) (int, error) {
	moved := false
	for n := 1; ; n++ {
		err := try(n)
		var e *Error
		if !errors.As(err, &e) {
			return n, err
		}
		wait := 500 * time.Millisecond << (n - 1)
		switch {
		case e.Kind == Raced:
		case e.Kind == Lost:
			wait = max(wait, looks[0])
		case e.Kind == Moved && e.Status > 0 && !moved: // refused: nothing was written
			moved = true
			if _, err := c.find(ctx); err != nil {
				return n, err
			}
		default:
			return n, err
		}
		if n == maxCommits {
			return n, err
		}
		if err := c.sleep(ctx, wait); err != nil {
			return n, err
		}
	}
}

// put sends a drawing, and returns its commit. GitHub makes it in one call
// where it can; else its parts are made one by one.
func (c *Client) put(ctx context.Context, branch string, d *drawing) (string, error) {
	if c.graphQL != "" && d.tip.Commit != "" && !c.noMutation {
		at, err := c.mutate(ctx, branch, d)
		if err == nil || !slices.Contains([]Kind{Missing, Denied, Failed, Invalid, Moved}, kind(err)) {
			return at, err
		}
		c.noMutation = true
	}
	tree, err := c.makeTree(ctx, d)
	if err != nil {
		return "", err
	}
	if d.commit, err = c.makeCommit(ctx, d, tree); err != nil {
		return "", err
	}
	if d.tip.Commit == "" {
		return d.commit, c.makeBranch(ctx, branch, d.commit)
	}
	return d.commit, barred(c.moveBranch(ctx, branch, d.commit, false))
}

// maxBack is how many commits back a lost one is looked for.
const maxBack = 20

// landed looks for a drawing's commit behind a tip, and returns its hash; ""
// where it is not there.
func (c *Client) landed(tip *Tip, d *drawing) (string, error) {
	if tip.Commit == "" || tip.Commit == d.tip.Commit {
		return "", nil
	}
	next, seen := []*Tip{tip}, map[string]bool{}
	for n := 0; n < maxBack && len(next) > 0; n++ {
		at := next[0]
		next = next[1:]
		if ours, err := d.made(at); ours || err != nil {
			return at.Commit, err
		}
		for _, p := range at.parents {
			if p == d.tip.Commit || seen[p] {
				continue
			}
			seen[p] = true
			parent, err := c.tipAt(tip.ctx, p)
			if err != nil {
				return "", err
			}
			next = append(next, parent)
		}
	}
	return "", nil
}

// made reports whether a commit is a drawing's.
func (d *drawing) made(at *Tip) (bool, error) {
	if at.Commit == d.commit {
		return true, nil
	}
	onTop := len(at.parents) == 0 && d.tip.Commit == "" || slices.Equal(at.parents, []string{d.tip.Commit})
	if !onTop || strings.TrimSpace(at.message) != strings.TrimSpace(d.message) {
		return false, nil
	}
	for _, f := range d.write {
		if n, err := at.node(f.path); n.hash != f.hash || err != nil {
			return false, err
		}
	}
	for _, name := range d.remove {
		if n, err := at.node(name); n.isFile() || err != nil {
			return false, err
		}
	}
	return true, nil
}

// CoAuthor is the line of a commit message that credits a person; server is
// the address of the site, as in https://github.com.
func CoAuthor(login string, id int64, server string) (string, error) {
	u, err := origin(server)
	bare := strings.TrimSuffix(login, "[bot]")
	word := "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	if err != nil || bare == "" || len(login) > 39+len("[bot]") || strings.Trim(bare, word+"-_") != "" || !strings.ContainsAny(bare[:1], word) || id <= 0 {
		return "", fmt.Errorf("%q with number %d is nobody on GitHub", login, id)
	}
	return fmt.Sprintf("Co-authored-by: %s <%d+%s@users.noreply.%s>", login, id, login, u.Hostname()), nil
}
