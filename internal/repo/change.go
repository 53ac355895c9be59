package repo

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"sort"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"

	"github.com/honelog/hone/internal/gitpath"
)

// Change is what a commit is to do. Paths have slashes and are relative to the
// repository; never one of Git's own, a workflow, or one that leads through or
// to a symlink or submodule.
type Change struct {
	Write   map[string][]byte // files by path; one that has these bytes stays untouched, its executable bit in any case
	Remove  []string          // files; what is not there, or is written, is no matter
	Message string            // of the commit; ends up with one newline at its end
}

// folder is a Change by folder, so that only folders with a change are made anew.
type folder struct {
	files   map[string]edit
	folders map[string]*folder
}

// edit is what becomes of one file.
type edit struct {
	text   []byte
	remove bool
}

func newFolder() *folder {
	return &folder{files: map[string]edit{}, folders: map[string]*folder{}}
}

// byFolder sorts a change into folders, and refuses paths that cannot be.
func (c Change) byFolder() (*folder, error) {
	root := newFolder()
	put := func(file string, e edit) error {
		clean, err := gitpath.Publishable(file)
		if err != nil {
			return err
		}
		at := root
		parts := strings.Split(clean, "/")
		for _, name := range parts[:len(parts)-1] {
			if at.folders[name] == nil {
				at.folders[name] = newFolder()
			}
			at = at.folders[name]
		}
		at.files[parts[len(parts)-1]] = e
		return nil
	}
	for _, file := range c.Remove {
		if err := put(file, edit{remove: true}); err != nil {
			return nil, err
		}
	}
	for _, file := range slices.Sorted(maps.Keys(c.Write)) {
		if err := put(file, edit{text: c.Write[file]}); err != nil {
			return nil, err
		}
	}
	return root, nil
}

// drawing makes the objects of a commit: a tip's folders with a change applied.
type drawing struct {
	*objects
	made             []plumbing.Hash // new objects, which the remote does not have
	written, removed []string        // paths that differ
}

// apply returns the folder that change makes of the one with the given hash,
// zero where nothing is left in it. Folders without a difference are kept.
func (d *drawing) apply(old plumbing.Hash, change *folder, at string) (plumbing.Hash, error) {
	entries, err := d.tree(old)
	if err != nil {
		return old, err
	}
	had := map[string]object.TreeEntry{}
	var now []object.TreeEntry
	for _, e := range entries {
		if _, ok := change.files[e.Name]; ok {
			had[e.Name] = e
		} else if _, ok := change.folders[e.Name]; ok {
			had[e.Name] = e
		} else {
			now = append(now, e)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(change.files)) {
		e, err := d.applyFile(had[name], change.files[name], path.Join(at, name))
		if err != nil {
			return old, err
		}
		if !e.Hash.IsZero() {
			now = append(now, object.TreeEntry{Name: name, Mode: e.Mode, Hash: e.Hash})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(change.folders)) {
		where := path.Join(at, name)
		was := had[name]
		if file, both := change.files[name]; both && file.remove {
			was = object.TreeEntry{} // the file makes way for the folder
		} else if both || !was.Hash.IsZero() && was.Mode != filemode.Dir {
			return old, fmt.Errorf("cannot publish into %s: it is %s, not a folder: choose another path", where, nameOf(was.Mode))
		}
		hash, err := d.apply(was.Hash, change.folders[name], where)
		if err != nil {
			return old, err
		}
		if !hash.IsZero() {
			now = append(now, object.TreeEntry{Name: name, Mode: filemode.Dir, Hash: hash})
		}
	}
	if len(now) == 0 && at != "" {
		return plumbing.ZeroHash, nil
	}
	sort.Sort(object.TreeEntrySorter(now))
	return d.keep(old, &object.Tree{Entries: now})
}

// applyFile returns the entry that an edit makes of another: the zero entry is
// a file that is not there.
func (d *drawing) applyFile(was object.TreeEntry, e edit, at string) (object.TreeEntry, error) {
	there := !was.Hash.IsZero()
	if there && !isFile(was.Mode) {
		return was, fmt.Errorf("cannot publish %s: it is %s there: choose another path, or make it a regular file", at, nameOf(was.Mode))
	}
	if e.remove {
		if there {
			d.removed = append(d.removed, at)
		}
		return object.TreeEntry{}, nil
	}
	hash := plumbing.ComputeHash(plumbing.BlobObject, e.text)
	if there && hash == was.Hash {
		return was, nil
	}
	d.written = append(d.written, at)
	blob := d.store.NewEncodedObject()
	blob.SetType(plumbing.BlobObject)
	to, err := blob.Writer()
	if err == nil {
		_, err = to.Write(e.text)
	}
	if err == nil {
		err = d.save(blob)
	}
	if err != nil {
		return was, fmt.Errorf("cannot make %s: %w", at, err)
	}
	if !there {
		was.Mode = filemode.Regular
	}
	was.Hash = hash
	return was, nil
}

// encoder is a commit or a folder.
type encoder interface {
	Encode(plumbing.EncodedObject) error
}

// keep makes an object and returns its hash. It is new unless that is old's.
func (d *drawing) keep(old plumbing.Hash, of encoder) (plumbing.Hash, error) {
	made := d.store.NewEncodedObject()
	if err := of.Encode(made); err != nil {
		return old, fmt.Errorf("cannot make the commit: %w", err)
	}
	if made.Hash() == old {
		return old, nil
	}
	return made.Hash(), d.save(made)
}

func (d *drawing) save(made plumbing.EncodedObject) error {
	hash, err := d.store.SetEncodedObject(made)
	d.made = append(d.made, hash)
	return err
}
