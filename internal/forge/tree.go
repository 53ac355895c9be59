package forge

import (
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/google/go-github/v60/github"

	"github.com/honelog/hone/internal/gitpath"
)

// What is read at once. Both are twice what a log may hold, so that a log that
// is too large is found so by its own rules first.
const (
	maxFile  = 16 << 20  // bytes of one file
	maxFiles = 128 << 20 // bytes of all files of one ReadFiles
)

// Tip is the newest commit of a branch and its files, read as they are asked
// for. Only regular files are there to be read: symlinks and submodules are not
// followed. Paths have slashes and are relative to the repository. A Tip lives
// as long as the call that it was made in.
type Tip struct {
	Commit string    // full hash; empty where there is no commit yet
	Time   time.Time // when it was committed, in UTC

	ctx     context.Context
	client  *Client
	root    string // hash of its folder
	parents []string
	message string
	folders map[string][]node // what was listed, by path; "." is the root
}

// node is a file or folder of a folder.
type node struct {
	name, mode, hash string
	size             int // bytes of a file
}

const (
	folderMode = "040000"
	fileMode   = "100644"
	execMode   = "100755"
)

func (n node) isFile() bool { return n.mode == fileMode || n.mode == execMode }

// kind says in words what a node is.
func (n node) kind() string {
	switch n.mode {
	case folderMode:
		return "a folder"
	case "120000":
		return "a symlink"
	case "160000":
		return "a submodule"
	}
	return "a file"
}

// tip reads where a branch stands; a branch that is not there is a Tip without
// a commit.
func (c *Client) tip(ctx context.Context, branch string) (*Tip, error) {
	var ref *github.Reference
	err := c.read(ctx, "look at branch "+branch, func(gh *github.Client) (*github.Response, error) {
		ref = &github.Reference{}
		return c.send(ctx, gh, http.MethodGet, c.path(append([]string{"git", "ref", "heads"}, strings.Split(branch, "/")...)...), nil, ref)
	})
	switch e, _ := err.(*Error); {
	case e != nil && (e.Kind == Missing || e.Status == http.StatusConflict): // the other is an empty repository
		return &Tip{ctx: ctx, client: c}, nil
	case err != nil:
		return nil, err
	case !isHash(ref.GetObject().GetSHA()):
		return nil, &Error{Kind: Outage, Doing: "look at branch " + branch, Message: "the answer names no commit"}
	}
	return c.tipAt(ctx, ref.GetObject().GetSHA())
}

// tipAt reads a commit.
func (c *Client) tipAt(ctx context.Context, hash string) (*Tip, error) {
	const doing = "look at a commit"
	var commit *github.Commit
	err := c.read(ctx, doing, func(gh *github.Client) (*github.Response, error) {
		commit = &github.Commit{}
		return c.send(ctx, gh, http.MethodGet, c.path("git", "commits", hash), nil, commit)
	})
	if err != nil {
		return nil, needing(err, "contents: read")
	}
	t := &Tip{
		Commit: hash, Time: commit.GetCommitter().GetDate().UTC(), message: commit.GetMessage(),
		ctx: ctx, client: c, root: commit.GetTree().GetSHA(), folders: map[string][]node{},
	}
	if commit.GetSHA() != hash || !isHash(t.root) {
		return nil, &Error{Kind: Outage, Doing: doing, Message: "the answer is about another commit"}
	}
	for _, p := range commit.Parents {
		t.parents = append(t.parents, p.GetSHA())
	}
	return t, nil
}

func isHash(s string) bool { return len(s) == 40 && strings.Trim(s, "0123456789abcdef") == "" }

// folder lists what is in a folder at a clean path; nothing where there is none.
func (t *Tip) folder(at string) ([]node, error) {
	if t.Commit == "" {
		return nil, nil
	}
	if nodes, known := t.folders[at]; known {
		return nodes, nil
	}
	if at == "." {
		if whole, err := t.listAll(); whole || err != nil {
			return t.folders["."], err
		}
		return t.list(at, t.root)
	}
	n, err := t.node(at)
	if err != nil || n.mode != folderMode {
		return nil, err
	}
	return t.list(at, n.hash)
}

// listAll lists everything at once; whole is false where that is too much.
func (t *Tip) listAll() (whole bool, err error) {
	tree, err := t.tree(t.root, true)
	if err != nil || tree.GetTruncated() {
		return false, err
	}
	t.folders["."] = nil
	for _, e := range tree.Entries {
		if e.GetMode() == folderMode {
			t.folders[e.GetPath()] = nil
		}
		t.put(path.Dir(e.GetPath()), e)
	}
	return true, nil
}

// list lists one folder.
func (t *Tip) list(at, hash string) ([]node, error) {
	tree, err := t.tree(hash, false)
	if err != nil {
		return nil, err
	}
	if tree.GetTruncated() {
		return nil, fmt.Errorf("folder %s at %.7s has more files than GitHub lists: spread them over several", at, t.Commit)
	}
	t.folders[at] = nil
	for _, e := range tree.Entries {
		t.put(at, e)
	}
	return t.folders[at], nil
}

func (t *Tip) put(folder string, e *github.TreeEntry) {
	t.folders[folder] = append(t.folders[folder], node{path.Base(e.GetPath()), e.GetMode(), e.GetSHA(), e.GetSize()})
}

func (t *Tip) tree(hash string, all bool) (*github.Tree, error) {
	const doing = "list the files"
	address := t.client.path("git", "trees", hash)
	if all {
		address += "?recursive=1"
	}
	var tree *github.Tree
	err := t.client.read(t.ctx, doing, func(gh *github.Client) (*github.Response, error) {
		tree = &github.Tree{}
		return t.client.send(t.ctx, gh, http.MethodGet, address, nil, tree)
	})
	if err == nil && tree.GetSHA() != hash {
		err = &Error{Kind: Outage, Doing: doing, Message: "the answer is about another folder"}
	}
	return tree, err
}

// node finds what is at a clean path; the zero node where there is nothing.
func (t *Tip) node(at string) (node, error) {
	if at == "." {
		return node{mode: folderMode, hash: t.root}, nil
	}
	in, err := t.folder(path.Dir(at))
	if err != nil {
		return node{}, err
	}
	if i := slices.IndexFunc(in, func(n node) bool { return n.name == path.Base(at) }); i >= 0 {
		return in[i], nil
	}
	return node{}, nil
}

// List returns the paths of all files that are, or lie below, one of the given
// files and folders, sorted; of all files where none is given. What is not
// there has no files.
func (t *Tip) List(under ...string) ([]string, error) {
	found, err := t.find(under)
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(found))
	for name := range found {
		names = append(names, name)
	}
	slices.Sort(names)
	return names, nil
}

// find returns the files that List names.
func (t *Tip) find(under []string) (map[string]node, error) {
	if len(under) == 0 {
		under = []string{"."}
	}
	found := map[string]node{}
	var walk func(at string, n node) error
	walk = func(at string, n node) error {
		if n.isFile() {
			found[at] = n
		}
		if n.mode != folderMode {
			return nil
		}
		inside, err := t.folder(at)
		for _, n := range inside {
			if err == nil {
				err = walk(path.Join(at, n.name), n)
			}
		}
		return err
	}
	for _, name := range under {
		clean, err := gitpath.Within(name)
		if err != nil {
			return nil, err
		}
		n, err := t.node(clean)
		if err == nil {
			err = walk(clean, n)
		}
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// ReadFile returns one file. Where there is nothing at that path, the error is
// an [fs.ErrNotExist].
func (t *Tip) ReadFile(file string) ([]byte, error) {
	clean, err := gitpath.Within(file)
	if err != nil {
		return nil, err
	}
	n, err := t.node(clean)
	switch {
	case err != nil:
		return nil, err
	case n.hash == "":
		return nil, fmt.Errorf("%s at %.7s: %w", clean, t.Commit, fs.ErrNotExist)
	case !n.isFile():
		return nil, fmt.Errorf("%s at %.7s is %s, and only regular files are read", clean, t.Commit, n.kind())
	}
	files, err := t.read(map[string]node{clean: n})
	return files[clean], err
}

// ReadFiles returns all files that List names, by path.
func (t *Tip) ReadFiles(under ...string) (map[string][]byte, error) {
	found, err := t.find(under)
	if err != nil {
		return nil, err
	}
	return t.read(found)
}
