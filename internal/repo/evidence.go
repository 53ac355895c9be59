package repo

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/index"
)

// Evidence is what a repository has of a file that an entry names.
type Evidence int

const (
	Missing   Evidence = iota // no regular file of this checkout
	Untracked                 // there, but Git does not keep it
	Tracked                   // Git keeps it
)

func (e Evidence) String() string {
	return [...]string{"missing", "untracked", "tracked"}[e]
}

// Evidence says what the checkout has of the file at path, which has slashes
// and is relative to the folder root. A path that leads out of the checkout,
// or through or to a symlink, is missing. A file that a sparse checkout leaves
// out is tracked.
func (r *Repository) Evidence(root, path string) (Evidence, error) {
	file, ok, err := r.relative(root, path)
	if err != nil || !ok {
		return Missing, err
	}
	tracked, err := r.tracked()
	if err != nil {
		return Missing, err
	}
	left, known := tracked[filepath.ToSlash(file)]
	there, err := r.isRegular(file)
	switch {
	case err != nil:
		return Missing, err
	case known && (there || left):
		return Tracked, nil
	case there:
		return Untracked, nil
	}
	return Missing, nil
}

// relative returns where path, from the folder root, stands in the checkout;
// not ok is outside of it, or in Git's own folder.
func (r *Repository) relative(root, path string) (string, bool, error) {
	folder, err := filepath.Abs(root)
	if err == nil {
		folder, err = filepath.EvalSymlinks(folder)
	}
	if err == nil {
		folder, err = filepath.Rel(r.root, folder)
	}
	if err != nil {
		return "", false, fmt.Errorf("cannot look for evidence: %w", err)
	}
	path = filepath.FromSlash(path)
	file := filepath.Join(folder, path)
	first, _, _ := strings.Cut(file, string(filepath.Separator))
	ok := path != "" && !filepath.IsAbs(path) && filepath.IsLocal(file) && !strings.EqualFold(first, ".git")
	return file, ok, nil
}

// isRegular reports whether each part of a path is a folder and the last one a
// regular file: nothing is followed.
func (r *Repository) isRegular(file string) (bool, error) {
	root, err := os.OpenRoot(r.root)
	if err != nil {
		return false, fmt.Errorf("cannot look for evidence: %w", err)
	}
	defer root.Close()
	for i, c := range file + string(filepath.Separator) {
		if c != filepath.Separator {
			continue
		}
		info, err := root.Lstat(file[:i])
		if err != nil || !info.IsDir() {
			return err == nil && i == len(file) && info.Mode().IsRegular(), nil
		}
	}
	return false, nil
}

// tracked returns the regular files that Git keeps, each with whether a sparse
// checkout leaves it out. They come from the index; where that is in a form that
// go-git cannot read (split, sparse, without a checksum), from HEAD, all of them
// as if left out: then a file that was deleted but not yet committed counts too.
func (r *Repository) tracked() (map[string]bool, error) {
	if r.index != nil {
		return r.index, nil
	}
	files := map[string]bool{}
	list, err := r.store.Index()
	switch {
	case err == nil:
		for _, e := range list.Entries {
			if isFile(e.Mode) {
				files[e.Name] = e.SkipWorktree
			}
		}
	case errors.Is(err, index.ErrUnknownExtension), errors.Is(err, index.ErrInvalidChecksum), errors.Is(err, index.ErrUnsupportedVersion):
		head, err := r.At("HEAD")
		if err != nil {
			return nil, fmt.Errorf("cannot tell which files are tracked: %w", err)
		}
		paths, err := head.List()
		if err != nil {
			return nil, fmt.Errorf("cannot tell which files are tracked: %w", err)
		}
		for _, path := range paths {
			files[path] = true
		}
	default:
		return nil, fmt.Errorf("cannot tell which files are tracked: %w: run `git status` to see what is wrong", err)
	}
	r.index = files
	return files, nil
}
