// Package repo reads a person's Git repository and publishes files to a remote
// one. It is the only package that knows go-git, and it knows no log.
//
// Reading ([Open], [Tip], [Repository.Evidence]) never writes: no file of a
// checkout, no ref, no index. [Repository.Commit] commits named files of a
// checkout, and nothing else of it. Publishing ([Publish]) never touches a checkout:
// it builds its commit in memory, from the remote's own newest state, so that
// it works, and costs, the same whatever a checkout looks like.
package repo

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/plumbing/storer"
	"github.com/go-git/go-git/v5/storage/filesystem"
	"github.com/go-git/go-git/v5/storage/filesystem/dotgit"
)

// Repository is a checkout, open. It is not safe for concurrent use.
type Repository struct {
	root  string
	at    place
	store *filesystem.Storage
	tips  *objects
	index map[string]bool // what Evidence has read of the index; nil until then
}

// Open finds the repository that dir stands in, upward from dir, and opens it.
// It reads no history. Without any, the error is an [ErrNoRepository].
func Open(dir string) (*Repository, error) {
	at, err := locate(dir)
	if err != nil {
		return nil, err
	}
	if err := at.readable(); err != nil {
		return nil, err
	}
	files := osfs.New(at.git)
	if at.common != at.git {
		files = dotgit.NewRepositoryFilesystem(files, osfs.New(at.common))
	}
	// Alternates name absolute folders, so they are looked up from the volume's
	// root. Open packs make a walk of the history twice as fast.
	volume := filepath.VolumeName(at.common) + string(filepath.Separator)
	store := filesystem.NewStorageWithOptions(files, cache.NewObjectLRUDefault(), filesystem.Options{
		KeepDescriptors:      true,
		LargeObjectThreshold: maxFile, // what is larger is not read into memory
		AlternatesFS:         osfs.New(volume),
	})
	r := &Repository{root: at.root, at: at, store: store}
	r.tips = newObjects(store, "not in this clone: fetch it with `git fetch --refetch`, or clone without `--filter`")
	return r, nil
}

// Root is the folder that holds the checkout's files, absolute and without
// symlinks.
func (r *Repository) Root() string { return r.root }

// Close gives back the open files. The Repository is not to be used afterwards.
func (r *Repository) Close() error { return r.store.Close() }

// Head is what is checked out.
type Head struct {
	Branch string // short name; empty where HEAD is detached
	Commit string // full hash; empty before the first commit
}

// Head says what is checked out.
func (r *Repository) Head() (Head, error) {
	ref, err := r.store.Reference(plumbing.HEAD)
	if err != nil {
		return Head{}, fmt.Errorf("cannot read HEAD of %s: %w", r.root, err)
	}
	if ref.Type() == plumbing.HashReference {
		return Head{Commit: ref.Hash().String()}, nil
	}
	head := Head{Branch: ref.Target().Short()}
	switch at, err := storer.ResolveReference(r.store, ref.Target()); {
	case err == nil:
		head.Commit = at.Hash().String()
	case !errors.Is(err, plumbing.ErrReferenceNotFound):
		return Head{}, fmt.Errorf("cannot read branch %s of %s: %w", head.Branch, r.root, err)
	}
	return head, nil
}

// DefaultBranch is the short name of origin's default branch as the clone noted
// it, or empty: the checkouts of GitHub Actions, for one, do not know it.
func (r *Repository) DefaultBranch() string {
	const origin = "refs/remotes/origin/"
	ref, err := r.store.Reference(origin + "HEAD")
	if err != nil || ref.Type() != plumbing.SymbolicReference {
		return ""
	}
	name, _ := strings.CutPrefix(ref.Target().String(), origin)
	return name
}
