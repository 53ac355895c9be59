package forge

import (
	"fmt"
	"maps"
	"path"
	"slices"

	"github.com/honelog/hone/internal/gitpath"
)

// drawing is a change as it differs from a tip.
type drawing struct {
	tip     *Tip
	write   []file   // sorted by path
	remove  []string // sorted
	message string
	commit  string // its hash, where it is known
}

// file is one to be written.
type file struct {
	path, mode, hash string
	text             []byte
}

func (d *drawing) empty() bool { return len(d.write)+len(d.remove) == 0 }

func (d *drawing) result(commit string) Result {
	r := Result{Commit: commit, Removed: d.remove}
	for _, f := range d.write {
		r.Written = append(r.Written, f.path)
	}
	return r
}

// draw finds out what a change does to a tip. It refuses paths that cannot be.
func (t *Tip) draw(change Change) (*drawing, error) {
	d := &drawing{tip: t, message: change.Message}
	write, remove := map[string][]byte{}, map[string]bool{}
	for name, text := range change.Write {
		clean, err := gitpath.Publishable(name)
		if err != nil {
			return nil, err
		}
		write[clean] = text
	}
	for _, name := range change.Remove {
		clean, err := gitpath.Publishable(name)
		if err != nil {
			return nil, err
		}
		if _, written := write[clean]; written {
			continue
		}
		n, err := t.at(clean, nil)
		switch {
		case err != nil:
			return nil, err
		case n.hash == "":
			continue
		case !n.isFile():
			return nil, inTheWay(clean, n)
		}
		remove[clean] = true
	}
	for _, name := range slices.Sorted(maps.Keys(write)) {
		text := write[name]
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if _, both := write[dir]; both {
				return nil, fmt.Errorf("cannot publish into %s: it is a file, not a folder: choose another path", dir)
			}
		}
		n, err := t.at(name, remove)
		switch hash := blobHash(text); {
		case err != nil:
			return nil, err
		case n.hash != "" && !n.isFile():
			return nil, inTheWay(name, n)
		case n.hash == "":
			d.write = append(d.write, file{name, fileMode, hash, text})
		case n.hash != hash:
			d.write = append(d.write, file{name, n.mode, hash, text})
		}
	}
	d.remove = slices.Sorted(maps.Keys(remove))
	return d, nil
}

func inTheWay(name string, n node) error {
	return fmt.Errorf("cannot publish %s: it is %s there: choose another path, or make it a regular file", name, n.kind())
}

// at finds what is at a path, through folders alone. A file that is removed
// makes way for a folder.
func (t *Tip) at(name string, removed map[string]bool) (node, error) {
	var above []string
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		above = append(above, dir)
	}
	for _, dir := range slices.Backward(above) {
		n, err := t.node(dir)
		switch {
		case err != nil:
			return n, err
		case n.hash == "" || removed[dir]:
			return node{}, nil
		case n.mode != folderMode:
			return n, fmt.Errorf("cannot publish into %s: it is %s, not a folder: choose another path", dir, n.kind())
		}
	}
	return t.node(name)
}
