package repo

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/config"
)

// ErrNoRepository is what Open says of a folder that no repository holds.
var ErrNoRepository = errors.New("no Git repository")

// place is where a checkout keeps its things.
type place struct {
	root   string // the files
	git    string // HEAD and the index
	common string // objects, refs and config: git itself, but for a linked worktree
}

// locate looks for a checkout in dir and the folders above it.
func locate(dir string) (place, error) {
	start, err := filepath.Abs(dir)
	if err == nil {
		start, err = filepath.EvalSymlinks(start)
	}
	if err != nil {
		return place{}, fmt.Errorf("cannot look for a repository: %w", err)
	}
	for root := start; ; root = filepath.Dir(root) {
		info, err := os.Stat(filepath.Join(root, ".git"))
		switch {
		case err == nil:
			return placeOf(root, info.IsDir())
		case !errors.Is(err, os.ErrNotExist):
			return place{}, fmt.Errorf("cannot look for a repository: %w", err)
		case isGitFolder(root):
			return place{}, fmt.Errorf("%s holds a repository without its files: go to a checkout, or make one with `git clone`", root)
		case root == filepath.Dir(root):
			return place{}, fmt.Errorf("%w in %s or above it: run `git init`, or go to a clone", ErrNoRepository, start)
		}
	}
}

// placeOf reads where the .git of root leads: it is the folder itself, or a
// file that names one, as in linked worktrees and submodules.
func placeOf(root string, isFolder bool) (place, error) {
	dot := filepath.Join(root, ".git")
	at := place{root: root, git: dot}
	if !isFolder {
		text, err := os.ReadFile(dot)
		if err != nil {
			return place{}, fmt.Errorf("cannot open the repository: %w", err)
		}
		path, ok := strings.CutPrefix(strings.TrimSpace(string(text)), "gitdir:")
		if !ok {
			return place{}, fmt.Errorf("%s does not name a Git folder: remove it, or clone again", dot)
		}
		at.git = from(root, path)
	}
	at.common = at.git
	if text, err := os.ReadFile(filepath.Join(at.git, "commondir")); err == nil {
		at.common = from(at.git, string(text))
	}
	if _, err := os.Lstat(filepath.Join(at.git, "HEAD")); err != nil || !isFolder && !isDir(at.common) {
		return place{}, fmt.Errorf("%s leads to no repository: run `git worktree repair` or `git submodule update --init`, or clone again", dot)
	}
	return at, nil
}

// from resolves a path that a file in folder names.
func from(folder, path string) string {
	path = filepath.FromSlash(strings.TrimSpace(path))
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(folder, path)
}

func isGitFolder(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, "HEAD"))
	return err == nil && isDir(filepath.Join(dir, "objects")) && isDir(filepath.Join(dir, "refs"))
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// readable says whether hone can read what is in the repository. Git lists in
// the config whatever a program must know of to do so; go-git refuses even
// extensions that change nothing for a reader, so it is not asked.
func (at place) readable() error {
	text, err := os.ReadFile(filepath.Join(at.common, "config"))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot open the repository: %w", err)
	}
	conf := config.New()
	if err := config.NewDecoder(bytes.NewReader(text)).Decode(conf); err != nil {
		return nil // go-git is stricter here than Git, and only extensions matter to a reader
	}
	for _, option := range conf.Section("extensions").Options {
		switch name, value := strings.ToLower(option.Key), strings.ToLower(option.Value); {
		case name == "noop", name == "noop-v1", name == "worktreeconfig", name == "relativeworktrees",
			name == "partialclone", name == "preciousobjects":
		case name == "objectformat" && value == "sha1", name == "refstorage" && value == "files":
		case name == "objectformat":
			return fmt.Errorf("%s keeps its objects as %s, which hone cannot read: use a repository with SHA-1 objects", at.root, value)
		case name == "refstorage":
			return fmt.Errorf("%s keeps its refs as %s, which hone cannot read: run `git refs migrate --ref-format=files`", at.root, value)
		default:
			return fmt.Errorf("%s uses the Git extension %q, which hone does not know: update hone, or clone again without it", at.root, option.Key)
		}
	}
	return nil
}
