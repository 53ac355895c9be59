package repo

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/format/index"
)

// staging is the index of a checkout, held as Git holds it: with a lock file
// beside it that becomes the index.
type staging struct {
	index *index.Index
	file  string // of the index
	lock  *os.File
}

// lockIndex reads the index and keeps others from writing it.
func (r *Repository) lockIndex() (*staging, error) {
	s := &staging{file: filepath.Join(r.at.git, "index")}
	lock, err := os.OpenFile(s.file+".lock", os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("another Git is at work here: if none is, remove %s", s.file+".lock")
	}
	if err != nil {
		return nil, fmt.Errorf("cannot commit: %w", err)
	}
	s.lock = lock
	if s.index, err = r.store.Index(); err != nil {
		s.release()
		return nil, fmt.Errorf("the index is in a form that hone cannot write: commit with git: %w", err)
	}
	return s, nil
}

// has reports whether a file is in the index.
func (s *staging) has(name string) bool {
	_, err := s.index.Entry(name)
	return err == nil
}

// stage puts a file of the checkout into the index.
func (s *staging) stage(root, name string, hash plumbing.Hash) error {
	info, err := os.Lstat(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		return fmt.Errorf("cannot stage %s: %w", name, err)
	}
	e, err := s.index.Entry(name)
	if err != nil {
		e = &index.Entry{Name: name}
		s.index.Entries = append(s.index.Entries, e)
		slices.SortStableFunc(s.index.Entries, func(a, b *index.Entry) int {
			switch {
			case a.Name < b.Name:
				return -1
			case a.Name > b.Name:
				return 1
			}
			return int(a.Stage) - int(b.Stage)
		})
	}
	*e = index.Entry{
		Name: name, Hash: hash, Mode: modeOf(e.Mode),
		ModifiedAt: info.ModTime(), CreatedAt: info.ModTime(), Size: uint32(info.Size()),
	}
	return nil
}

// write fills the lock file. Extensions that speak of the old entries, as the
// cache of trees, are left out: Git makes them again.
func (s *staging) write() error {
	s.index.Cache, s.index.ResolveUndo, s.index.EndOfIndexEntry = nil, nil, nil
	to := bufio.NewWriter(s.lock)
	err := index.NewEncoder(to).Encode(s.index)
	if err == nil {
		err = to.Flush()
	}
	if err == nil {
		err = s.lock.Sync()
	}
	if err != nil {
		return fmt.Errorf("cannot write the index: %w", err)
	}
	return nil
}

// keep makes the lock file the index.
func (s *staging) keep() error {
	err := s.lock.Close()
	if err == nil {
		err = os.Rename(s.lock.Name(), s.file)
	}
	if err != nil {
		return fmt.Errorf("the commit is made, and the index could not be written: run `git reset`: %w", err)
	}
	s.lock = nil
	return nil
}

// release gives the index free as it was, unless it was kept.
func (s *staging) release() {
	if s.lock != nil {
		s.lock.Close()
		os.Remove(s.lock.Name())
	}
}
