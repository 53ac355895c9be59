package repo

import (
	"errors"
	"fmt"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// objects is where commits, folders and files come from. It keeps the folders
// it has read, because they are looked at again and again.
type objects struct {
	store  storer.EncodedObjectStorer
	trees  map[plumbing.Hash][]object.TreeEntry
	absent string // what a file is that should be there and is not, in words
}

func newObjects(store storer.EncodedObjectStorer, absent string) *objects {
	return &objects{store: store, trees: map[plumbing.Hash][]object.TreeEntry{}, absent: absent}
}

func (o *objects) tip(commit *object.Commit) Tip {
	return Tip{
		Commit:  commit.Hash.String(),
		Time:    commit.Committer.When.UTC(),
		objects: o,
		root:    commit.TreeHash,
	}
}

// tree returns what is in a folder. The zero hash is a folder that is not there.
func (o *objects) tree(hash plumbing.Hash) ([]object.TreeEntry, error) {
	if hash.IsZero() {
		return nil, nil
	}
	if entries, ok := o.trees[hash]; ok {
		return entries, nil
	}
	tree, err := object.GetTree(o.store, hash)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return nil, fmt.Errorf("folder %.7s is %s", hash, o.absent)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read folder %.7s: %w", hash, err)
	}
	o.trees[hash] = tree.Entries
	return tree.Entries, nil
}

// isFile reports whether a mode is that of a regular file, executable or not.
func isFile(mode filemode.FileMode) bool {
	return mode == filemode.Regular || mode == filemode.Executable || mode == filemode.Deprecated
}

// nameOf says in words what an entry is.
func nameOf(mode filemode.FileMode) string {
	switch mode {
	case filemode.Dir:
		return "a folder"
	case filemode.Symlink:
		return "a symlink"
	case filemode.Submodule:
		return "a submodule"
	}
	return "a file"
}
