package repo

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"

	"github.com/honelog/hone/internal/gitpath"
)

// What is read at once. Both are twice what a log may hold, so that a log that
// is too large is found so by its own rules first.
const (
	maxFile  = 16 << 20  // bytes of one file
	maxFiles = 128 << 20 // bytes of all files of one ReadFiles
)

// Tip is one commit and its files. Only regular files are there to be read:
// symlinks and submodules are not followed. Paths have slashes and are relative
// to the repository. The zero Tip, without a commit, has no files.
//
// A Tip is not safe for concurrent use.
type Tip struct {
	Commit string    // full hash; empty where there is no commit yet
	Time   time.Time // when it was committed, in UTC

	objects *objects
	root    plumbing.Hash
}

// List returns the paths of all files that are, or lie below, one of the given
// files and folders, sorted; of all files where none is given. What is not
// there has no files.
func (t Tip) List(under ...string) ([]string, error) {
	var paths []string
	err := t.walk(under, func(path string, _ plumbing.Hash) error {
		paths = append(paths, path)
		return nil
	})
	slices.Sort(paths)
	return slices.Compact(paths), err
}

// ReadFiles returns all files that List names, by path.
func (t Tip) ReadFiles(under ...string) (map[string][]byte, error) {
	files := map[string][]byte{}
	size := 0
	err := t.walk(under, func(path string, hash plumbing.Hash) error {
		text, err := t.read(path, hash)
		if size += len(text); size > maxFiles {
			err = fmt.Errorf("the files at %.7s have more than %d MB: name fewer", t.Commit, maxFiles>>20)
		}
		files[path] = text
		return err
	})
	if err != nil {
		return nil, err
	}
	return files, nil
}

// ReadFile returns one file. Where there is nothing at that path, the error is
// an [fs.ErrNotExist].
func (t Tip) ReadFile(file string) ([]byte, error) {
	clean, err := gitpath.Within(file)
	if err != nil {
		return nil, err
	}
	entry, err := t.entry(clean)
	if err != nil {
		return nil, err
	}
	if !isFile(entry.Mode) {
		return nil, fmt.Errorf("%s at %.7s is %s, and only regular files are read", clean, t.Commit, nameOf(entry.Mode))
	}
	return t.read(clean, entry.Hash)
}

// walk visits the files in and below each of the given paths.
func (t Tip) walk(under []string, visit func(path string, hash plumbing.Hash) error) error {
	if len(under) == 0 {
		under = []string{"."}
	}
	for _, path := range under {
		path, err := gitpath.Within(path)
		if err != nil {
			return err
		}
		entry, err := t.entry(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		if err := t.walkEntry(path, entry, visit); err != nil {
			return err
		}
	}
	return nil
}

func (t Tip) walkEntry(at string, entry object.TreeEntry, visit func(path string, hash plumbing.Hash) error) error {
	if isFile(entry.Mode) {
		return visit(at, entry.Hash)
	}
	if entry.Mode != filemode.Dir {
		return nil
	}
	entries, err := t.objects.tree(entry.Hash)
	for _, e := range entries {
		if err == nil {
			err = t.walkEntry(path.Join(at, e.Name), e, visit)
		}
	}
	return err
}

// entry finds what is at a clean path; "." is the whole tree.
func (t Tip) entry(path string) (object.TreeEntry, error) {
	found := object.TreeEntry{Mode: filemode.Dir, Hash: t.root}
	if t.objects == nil || t.root.IsZero() {
		return found, fmt.Errorf("%s: %w", path, fs.ErrNotExist)
	}
	if path == "." {
		return found, nil
	}
	for name := range strings.SplitSeq(path, "/") {
		var entries []object.TreeEntry
		if found.Mode == filemode.Dir {
			var err error
			if entries, err = t.objects.tree(found.Hash); err != nil {
				return found, err
			}
		}
		i := slices.IndexFunc(entries, func(e object.TreeEntry) bool { return e.Name == name })
		if i < 0 {
			return found, fmt.Errorf("%s at %.7s: %w", path, t.Commit, fs.ErrNotExist)
		}
		found = entries[i]
	}
	return found, nil
}

func (t Tip) read(path string, hash plumbing.Hash) ([]byte, error) {
	blob, err := object.GetBlob(t.objects.store, hash)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return nil, fmt.Errorf("%s at %.7s is %s", path, t.Commit, t.objects.absent)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read %s at %.7s: %w", path, t.Commit, err)
	}
	if blob.Size > maxFile {
		return nil, fmt.Errorf("%s at %.7s has %d MB, and hone reads %d: split it", path, t.Commit, blob.Size>>20, maxFile>>20)
	}
	from, err := blob.Reader()
	if err != nil {
		return nil, fmt.Errorf("cannot read %s at %.7s: %w", path, t.Commit, err)
	}
	defer from.Close()
	text, err := io.ReadAll(from)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s at %.7s: %w", path, t.Commit, err)
	}
	return text, nil
}
