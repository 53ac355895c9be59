package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/gitpath"
)

// Change is what is to be done to one file below a root.
type Change struct {
	Name   string // with slashes
	Data   []byte // nil: the file is removed
	Exists bool   // it is there now, with other content
}

// ReadFile reads a regular file below a folder. The error is [fs.ErrNotExist]
// when there is none.
func ReadFile(dir, name string) ([]byte, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return readRegular(root, name)
}

// Plan compares files with what is on disk below a folder, and returns the
// changes that make them so, by name. Of the files in the folder own, those
// that isOurs knows and that are not among files are removed.
func Plan(dir string, files map[string][]byte, own string, isOurs func(name string) bool) ([]Change, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	var changes []Change
	for name, data := range files {
		if err := allowed(name); err != nil {
			return nil, err
		}
		old, err := readRegular(root, name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			changes = append(changes, Change{name, data, false})
		case err != nil:
			return nil, err
		case !bytes.Equal(old, data):
			changes = append(changes, Change{name, data, true})
		}
	}
	if isOurs != nil {
		entries, err := fs.ReadDir(root.FS(), path.Clean(own))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, e := range entries {
			name := path.Join(own, e.Name())
			if _, kept := files[name]; !kept && e.Type().IsRegular() && isOurs(e.Name()) {
				changes = append(changes, Change{name, nil, true})
			}
		}
	}
	slices.SortFunc(changes, func(a, b Change) int { return strings.Compare(a.Name, b.Name) })
	return changes, nil
}

// allowed refuses what may not be published either; see [gitpath.Publishable].
func allowed(name string) error {
	clean, err := gitpath.Publishable(name)
	if err == nil && clean != name {
		err = fmt.Errorf("%s is not the shortest way to write this path: write %s", name, clean)
	}
	return err
}

// Apply makes changes below a folder. Each file is written beside its place and
// moved there, so that it is old or new and never half.
func Apply(dir string, changes []Change) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for _, c := range changes {
		if err := apply(root, c); err != nil {
			return fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	return nil
}

func apply(root *os.Root, c Change) error {
	name := filepath.FromSlash(c.Name)
	if c.Data == nil {
		return root.Remove(name)
	}
	mode, err := writable(root, name)
	if err != nil {
		return err
	}
	return put(root, name, c.Data, mode, nil)
}
