// Package disk finds a log on disk, reads it, and writes files beside it. All
// paths below a root go through [os.Root]: only regular files are read and
// written, and no link leads out.
package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/honelog/hone/tracker"
)

// ErrNoLog is the error where there is no log to read.
var ErrNoLog = errors.New("no log here")

// maxFile is how much of a file is read: a byte more than the core takes, so
// that it says what is wrong.
const maxFile = 8<<20 + 1

// Log is where a log lies: the root folder, and the names of its files below
// it, with slashes, in order.
type Log struct {
	Root  string
	Names []string
	Named bool // one by one: no other file is read
}

// Find finds the log of a folder. Without paths it is the nearest folder from
// dir upward, inside the repository, that has learning.toml or learning/*.toml.
// Paths name files, or folders to look in, below dir.
func Find(dir string, paths []string) (Log, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Log{}, err
	}
	if info, err := os.Stat(dir); err != nil {
		return Log{}, err
	} else if !info.IsDir() {
		return Log{}, fmt.Errorf("%s is no folder", dir)
	}
	if len(paths) > 0 {
		return findPaths(dir, paths)
	}
	repository := Repository(dir)
	for at := dir; ; at = filepath.Dir(at) {
		names, err := list(at)
		if err != nil {
			return Log{}, err
		}
		if len(names) > 0 {
			return Log{Root: at, Names: names}, nil
		}
		if at == repository || repository == "" || at == filepath.Dir(at) {
			return Log{Root: dir}, ErrNoLog
		}
	}
}

// Repository returns the folder from dir upward that has a .git, or "".
func Repository(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return ""
		}
	}
}

// leadsOut reports whether a path that lies below a folder by its name does not
// by where its links lead.
func leadsOut(top, full string) bool {
	named, err := filepath.Rel(top, full)
	if err != nil || !filepath.IsLocal(named) {
		return false
	}
	realTop, err := filepath.EvalSymlinks(top)
	if err != nil {
		return true
	}
	real, err := filepath.EvalSymlinks(full)
	if err != nil {
		return true
	}
	named, err = filepath.Rel(realTop, real)
	return err != nil || !filepath.IsLocal(named)
}

// findPaths takes a log from named files and folders.
func findPaths(dir string, paths []string) (Log, error) {
	l := Log{Root: dir, Named: true}
	top := Repository(dir)
	for _, p := range paths {
		full := p
		if !filepath.IsAbs(full) {
			full = filepath.Join(dir, p)
		}
		info, err := os.Stat(full)
		if err != nil {
			return Log{}, fmt.Errorf("--log %s: %w", p, err)
		}
		if top != "" && leadsOut(top, full) {
			return Log{}, fmt.Errorf("--log %s: a link leads from it out of the repository; name the place itself", p)
		}
		if info.IsDir() {
			names, err := list(full)
			if err != nil {
				return Log{}, err
			}
			if len(names) == 0 {
				return Log{}, fmt.Errorf("--log %s: there is no learning.toml and no learning/*.toml in it; name the folder above, or the files", p)
			}
			if len(paths) == 1 {
				return Log{Root: full, Names: names}, nil
			}
			for _, n := range names {
				if err := l.add(filepath.Join(full, filepath.FromSlash(n)), p); err != nil {
					return Log{}, err
				}
			}
			continue
		}
		if err := l.add(full, p); err != nil {
			return Log{}, err
		}
	}
	slices.Sort(l.Names)
	l.Names = slices.Compact(l.Names)
	return l, nil
}

func (l *Log) add(full, given string) error {
	rel, err := filepath.Rel(l.Root, full)
	if err != nil || !filepath.IsLocal(rel) {
		return fmt.Errorf("--log %s: it is not below %s; name the folder with -C", given, l.Root)
	}
	l.Names = append(l.Names, filepath.ToSlash(rel))
	return nil
}

// list returns the names of the log files of a root: learning.toml,
// learning/*.toml and learning/YYYY/*.toml, regular files only.
func list(dir string) (names []string, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if info, err := root.Lstat("learning.toml"); err == nil {
		if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("%s is a link or no file; hone reads real files only", filepath.Join(dir, "learning.toml"))
		}
		names = append(names, "learning.toml")
	}
	if info, err := root.Lstat("learning"); err != nil || !info.IsDir() {
		return names, nil
	}
	add := func(folder string) error {
		entries, err := fs.ReadDir(root.FS(), folder)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if e.Type().IsRegular() && isEntryFile(e.Name()) {
				names = append(names, path.Join(folder, e.Name()))
			}
		}
		return nil
	}
	if err := add("learning"); err != nil {
		return nil, err
	}
	years, err := fs.ReadDir(root.FS(), "learning")
	if err != nil {
		return nil, err
	}
	for _, y := range years {
		if y.IsDir() && isYear(y.Name()) {
			if err := add("learning/" + y.Name()); err != nil {
				return nil, err
			}
		}
	}
	slices.Sort(names)
	return names, nil
}

func isYear(name string) bool { return len(name) == 4 && strings.Trim(name, "0123456789") == "" }

// IsLogName reports whether a file of that path is read as a file of a log, by
// its name alone: learning.toml, learning/*.toml or learning/YYYY/*.toml in any
// folder.
func IsLogName(file string) bool {
	folder, name := filepath.Split(filepath.Clean(file))
	folder = filepath.Clean(folder)
	switch {
	case name == "learning.toml":
		return true
	case !isEntryFile(name):
		return false
	case isYear(filepath.Base(folder)):
		folder = filepath.Dir(folder)
	}
	return filepath.Base(folder) == "learning"
}

// isEntryFile reports whether a file in a log's folders is read.
func isEntryFile(name string) bool {
	return strings.HasSuffix(name, ".toml") && !strings.HasPrefix(name, ".")
}

// Read reads the files of the log.
func (l Log) Read() ([]tracker.File, error) {
	root, err := os.OpenRoot(l.Root)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	files := make([]tracker.File, 0, len(l.Names))
	for _, n := range l.Names {
		data, err := readRegular(root, n)
		if err != nil {
			return nil, err
		}
		files = append(files, tracker.File{Name: n, Data: data})
	}
	return files, nil
}

// readRegular reads a file that is no link, device or folder.
func readRegular(root *os.Root, name string) ([]byte, error) {
	name = filepath.FromSlash(name)
	info, err := root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file", name)
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxFile))
}

// IsFile reports whether a path below a folder is a regular file, with no link
// on the way out of it.
func IsFile(dir, name string) bool {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return false
	}
	defer root.Close()
	info, err := root.Lstat(filepath.FromSlash(name))
	return err == nil && info.Mode().IsRegular()
}
