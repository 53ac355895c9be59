package repo

import (
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// A Shallow error says that a commit is known by its hash only: the checkout's
// history was cut off before it.
type Shallow struct {
	Commit string // full hash; [Fetch] can get it from the remote
	Depth  int    // the `fetch-depth` that brings it; 0 is the whole history
}

func (e *Shallow) Error() string {
	return fmt.Sprintf("commit %.7s is not in this shallow checkout: give actions/checkout `fetch-depth: %d`, or run `git fetch --unshallow`", e.Commit, e.Depth)
}

// At returns the files of a revision: HEAD, a branch, a tag, origin's branch of
// that name, or a full or short hash; each with any ^ and ~ after it.
func (r *Repository) At(rev string) (Tip, error) {
	commit, err := r.resolve(rev)
	if err != nil {
		return Tip{}, err
	}
	return r.tips.tip(commit), nil
}

// resolve reads a revision as `git rev-parse` does, as far as At promises.
func (r *Repository) resolve(rev string) (*object.Commit, error) {
	name, steps := rev, ""
	if i := strings.IndexAny(rev, "^~"); i >= 0 {
		name, steps = rev[:i], rev[i:]
	}
	hash, ok := r.lookUp(name)
	switch {
	case !ok && r.isShallow():
		return nil, fmt.Errorf("no revision %q in this shallow checkout: run `git fetch --depth=1 origin %s`, or give actions/checkout `fetch-depth: 0`", rev, asFetched(name))
	case !ok:
		return nil, fmt.Errorf("no revision %q here: name a branch, a tag or a commit, or fetch it: `git fetch origin %s`", rev, asFetched(name))
	}
	commit, err := r.commit(hash)
	for err == nil && steps != "" {
		var n int
		kind := steps[0]
		if n, steps, ok = count(steps[1:]); !ok || kind != '^' && kind != '~' {
			return nil, fmt.Errorf("cannot read revision %q: name a branch, a tag or a commit, with ^ or ~N after it", rev)
		}
		if kind == '^' && n > 0 {
			commit, err = r.parent(commit, n)
		}
		for ; kind == '~' && n > 0 && err == nil; n-- {
			commit, err = r.parent(commit, 1)
		}
	}
	return commit, err
}

// asFetched says to git fetch how to bring a branch so that its name is known
// here. What is no plain name stays a word to replace.
func asFetched(name string) string {
	name = strings.TrimPrefix(name, "origin/")
	if name == "" || name[0] == '-' || strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-") != "" {
		name = "BRANCH"
	}
	return name + ":refs/remotes/origin/" + name
}

// count reads the number in front of s, 1 where there is none.
func count(s string) (n int, rest string, ok bool) {
	end := 0
	for end < len(s) && '0' <= s[end] && s[end] <= '9' {
		end++
	}
	if end == 0 {
		return 1, s, true
	}
	n, err := strconv.Atoi(s[:end])
	return n, s[end:], err == nil
}

// lookUp finds what a name or hash stands for: a full hash first, then refs in
// Git's order, then a short hash.
func (r *Repository) lookUp(name string) (plumbing.Hash, bool) {
	if plumbing.IsHash(name) {
		return plumbing.NewHash(name), true
	}
	if name == "@" {
		name = "HEAD"
	}
	for _, form := range []string{"%s", "refs/%s", "refs/tags/%s", "refs/heads/%s", "refs/remotes/%s", "refs/remotes/%s/HEAD", "refs/remotes/origin/%s"} {
		full := plumbing.ReferenceName(fmt.Sprintf(form, name))
		if full != plumbing.HEAD && full.Validate() != nil {
			continue
		}
		if ref, err := storer.ResolveReference(r.store, full); err == nil {
			return ref.Hash(), true
		}
	}
	return r.short(name)
}

// short finds the one object whose hash begins with prefix, of 4 digits or more.
func (r *Repository) short(prefix string) (plumbing.Hash, bool) {
	prefix = strings.ToLower(prefix)
	bytes, err := hex.DecodeString(prefix[:len(prefix)&^1])
	if err != nil || len(prefix) < 4 {
		return plumbing.ZeroHash, false
	}
	hashes, err := r.store.HashesWithPrefix(bytes)
	if err != nil {
		return plumbing.ZeroHash, false
	}
	var found []plumbing.Hash
	for _, h := range hashes {
		if strings.HasPrefix(h.String(), prefix) {
			if _, err := r.commit(h); err == nil {
				found = append(found, h)
			}
		}
	}
	if len(found) != 1 {
		return plumbing.ZeroHash, false
	}
	return found[0], true
}

// parent returns the nth parent of a commit, from 1.
func (r *Repository) parent(of *object.Commit, n int) (*object.Commit, error) {
	if n > len(of.ParentHashes) {
		return nil, fmt.Errorf("commit %.7s has no parent %d: name another revision", of.Hash, n)
	}
	return r.commit(of.ParentHashes[n-1])
}

// commit reads a commit, or the commit that an annotated tag stands for.
func (r *Repository) commit(hash plumbing.Hash) (*object.Commit, error) {
	commit, err := object.GetCommit(r.store, hash)
	if err == nil {
		return commit, nil
	}
	if tag, err := object.GetTag(r.store, hash); err == nil {
		return r.commit(tag.Target)
	}
	if !errors.Is(err, plumbing.ErrObjectNotFound) {
		return nil, fmt.Errorf("cannot read commit %.7s: %w", hash, err)
	}
	if r.isShallow() {
		return nil, &Shallow{Commit: hash.String()}
	}
	return nil, fmt.Errorf("no commit %.7s here: run `git fetch`, or name another revision", hash)
}

// isShallow reports whether the checkout's history is cut off somewhere.
func (r *Repository) isShallow() bool {
	edges, _ := r.store.Shallow()
	return len(edges) > 0
}
