package repo

import (
	"container/heap"
	"errors"
	"fmt"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// Base returns the hash of the commit that HEAD is to be compared with.
//
// With a revision it is the newest commit that HEAD and the revision share.
// Without one, HEAD has to be the detached merge that GitHub checks out for a
// pull request; then it is the merge's first parent, the branch it goes into.
//
// Where history is cut off before the answer, the error is a [*Shallow].
func (r *Repository) Base(rev string) (string, error) {
	head, err := r.resolve("HEAD")
	if err != nil {
		return "", err
	}
	if rev == "" {
		return r.mergedInto(head)
	}
	other, err := r.resolve(rev)
	if err != nil {
		return "", err
	}
	base, err := r.shared(head, other)
	if err != nil {
		return "", err
	}
	if base.IsZero() {
		return "", fmt.Errorf("HEAD and %s share no history: name another base", rev)
	}
	return base.String(), nil
}

func (r *Repository) mergedInto(head *object.Commit) (string, error) {
	at, err := r.Head()
	if err != nil {
		return "", err
	}
	if at.Branch != "" || len(head.ParentHashes) != 2 {
		return "", errors.New("HEAD is not the merge of a pull request: name the base to compare with")
	}
	into, err := r.parent(head, 1)
	if cut := (*Shallow)(nil); errors.As(err, &cut) {
		cut.Depth = 2
	}
	if err != nil {
		return "", err
	}
	return into.Hash.String(), nil
}

// reach says from where a walk back through history came to a commit.
type reach uint8

const (
	fromA reach = 1 << iota
	fromB
	beyond // behind a commit that both have
)

// shared walks back from a and b, newest commit first, until all that is left
// lies behind a commit that both have, and returns the newest such commit; the
// zero hash where there is none. It reads no more history than that takes.
func (r *Repository) shared(a, b *object.Commit) (plumbing.Hash, error) {
	seen := map[plumbing.Hash]reach{}
	var next queue
	open := 0 // how many in the queue are not beyond
	visit := func(c *object.Commit, from reach) {
		was, known := seen[c.Hash]
		seen[c.Hash] = was | from
		if known && was|from == was {
			return
		}
		if (was|from)&beyond == 0 {
			open++
		}
		heap.Push(&next, visited{c, was | from})
	}
	visit(a, fromA)
	visit(b, fromB)

	var common []*object.Commit
	var cut *Shallow
	// Of several finds one may lie behind another, which shows once everything
	// as new as they are has been walked.
	unsure := func() bool {
		return len(common) > 1 && len(next) > 0 &&
			!next[0].commit.Committer.When.Before(common[len(common)-1].Committer.When)
	}
	for open > 0 || unsure() {
		at := heap.Pop(&next).(visited)
		if at.from&beyond == 0 {
			open--
		}
		from := seen[at.commit.Hash]
		if from&(fromA|fromB) == fromA|fromB && from&beyond == 0 {
			common = append(common, at.commit)
			from |= beyond
		}
		for _, hash := range at.commit.ParentHashes {
			parent, err := r.commit(hash)
			if errors.As(err, &cut) {
				continue
			}
			if err != nil {
				return plumbing.ZeroHash, err
			}
			visit(parent, from)
		}
	}
	for _, c := range common { // newest first
		if seen[c.Hash]&beyond == 0 {
			return c.Hash, nil
		}
	}
	if cut != nil {
		return plumbing.ZeroHash, &Shallow{Commit: cut.Commit}
	}
	return plumbing.ZeroHash, nil
}

// visited is a commit in the queue, with what was known of it then.
type visited struct {
	commit *object.Commit
	from   reach
}

// queue hands out the newest commit first.
type queue []visited

func (q queue) Len() int      { return len(q) }
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q queue) Less(i, j int) bool {
	return q[i].commit.Committer.When.After(q[j].commit.Committer.When)
}
func (q *queue) Push(v any) { *q = append(*q, v.(visited)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
