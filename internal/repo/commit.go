package repo

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/object"

	"github.com/honelog/hone/internal/gitpath"
)

// Local is a commit to make in a checkout, of files as they stand in it.
type Local struct {
	Files   []string // with slashes, relative to the checkout
	Message string   // a line
	When    time.Time
	Getenv  func(string) string // for GIT_AUTHOR_NAME and its like
}

// Commit commits just these files on top of what is checked out, as `git commit
// --only` does: whatever else is staged stays staged, and uncommitted. It
// returns the commit's hash; "" where the files are as in the last one.
//
// It runs no program. Where Git would run one, to sign or for a hook, or is in
// the middle of something, it commits nothing and says so.
func (r *Repository) Commit(c Local) (string, error) {
	conf, err := r.settings(c.Getenv)
	if err != nil {
		return "", err
	}
	if err := r.mayCommit(conf); err != nil {
		return "", err
	}
	author, committer, err := conf.who(c)
	if err != nil {
		return "", err
	}
	staged, err := r.lockIndex()
	if err != nil {
		return "", err
	}
	defer staged.release()
	head, err := r.Head()
	if err != nil {
		return "", err
	}
	tip := Tip{objects: r.tips}
	if head.Commit != "" {
		if tip, err = r.At("HEAD"); err != nil {
			return "", err
		}
	}
	change := Change{Write: map[string][]byte{}}
	for _, name := range c.Files {
		text, err := r.toCommit(conf, staged, tip, name)
		if err != nil {
			return "", err
		}
		change.Write[name] = text
	}
	files, err := change.byFolder()
	if err != nil {
		return "", err
	}
	made := &drawing{objects: r.tips}
	root, err := made.apply(tip.root, files, "")
	if err != nil {
		return "", err
	}
	if len(made.written) == 0 {
		return "", nil
	}
	commit := &object.Commit{Author: author, Committer: committer, Message: strings.TrimSpace(c.Message) + "\n", TreeHash: root}
	if head.Commit != "" {
		commit.ParentHashes = []plumbing.Hash{plumbing.NewHash(head.Commit)}
	}
	hash, err := made.keep(plumbing.ZeroHash, commit)
	if err != nil {
		return "", err
	}
	for _, name := range c.Files {
		if err := staged.stage(r.root, name, plumbing.ComputeHash(plumbing.BlobObject, change.Write[name])); err != nil {
			return "", err
		}
	}
	if err := staged.write(); err != nil {
		return "", err
	}
	if err := r.move(head, hash); err != nil {
		return "", err
	}
	return hash.String(), staged.keep()
}

// move sets the branch, or a detached HEAD, from one commit to the next.
func (r *Repository) move(head Head, to plumbing.Hash) error {
	name := plumbing.HEAD
	if head.Branch != "" {
		name = plumbing.NewBranchReferenceName(head.Branch)
	}
	var old *plumbing.Reference
	if head.Commit != "" {
		old = plumbing.NewHashReference(name, plumbing.NewHash(head.Commit))
	}
	if err := r.store.CheckAndSetReference(plumbing.NewHashReference(name, to), old); err != nil {
		return fmt.Errorf("cannot move %s: %w: commit again", name.Short(), err)
	}
	return nil
}

// toCommit reads a file as Git would keep it. One that Git leaves out is an
// error.
func (r *Repository) toCommit(conf settings, staged *staging, tip Tip, name string) ([]byte, error) {
	clean, err := gitpath.Publishable(name)
	if err != nil {
		return nil, err
	}
	if ok, err := r.isRegular(filepath.FromSlash(clean)); err != nil || !ok {
		return nil, fmt.Errorf("%s is no regular file of this checkout: it is not committed", clean)
	}
	if !staged.has(clean) {
		ignored, err := r.ignored(conf, clean)
		if err != nil {
			return nil, err
		}
		if ignored {
			return nil, fmt.Errorf("%s is ignored by Git: it is not committed", clean)
		}
	}
	text, err := os.ReadFile(filepath.Join(r.root, filepath.FromSlash(clean)))
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", clean, err)
	}
	if !bytes.Contains(text, []byte("\r\n")) || !r.normalises(conf) {
		return text, nil
	}
	if was, err := tip.ReadFile(clean); err == nil && bytes.Contains(was, []byte("\r")) {
		return text, nil // Git keeps them too, where they were kept before
	}
	return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), nil
}

// unfinished are the files of a Git folder that tell of what is under way.
var unfinished = map[string]string{
	"MERGE_HEAD": "merge", "CHERRY_PICK_HEAD": "cherry-pick", "REVERT_HEAD": "revert",
	"rebase-merge": "rebase", "rebase-apply": "rebase",
}

// mayCommit reports what stands against a commit by a program that is not Git.
func (r *Repository) mayCommit(conf settings) error {
	for _, name := range []string{"MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply"} {
		if _, err := os.Lstat(filepath.Join(r.at.git, name)); err == nil {
			return fmt.Errorf("a %s is under way: end it first", unfinished[name])
		}
	}
	if conf.flag("commit", "gpgsign") {
		return errors.New("commits are signed here, which hone does not do: commit with git")
	}
	hooks := filepath.Join(r.at.common, "hooks")
	if path := conf.get("core", "hookspath"); path != "" {
		hooks = from(r.root, conf.home(path))
	}
	for _, name := range []string{"pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"} {
		if info, err := os.Stat(filepath.Join(hooks, name)); err == nil && info.Mode().IsRegular() && (filepath.Separator == '\\' || info.Mode()&0o111 != 0) {
			return fmt.Errorf("there is a %s hook here, which hone does not run: commit with git", name)
		}
	}
	return nil
}

// modeOf is the mode of a file of the checkout that Git did not know.
func modeOf(known filemode.FileMode) filemode.FileMode {
	if slices.Contains([]filemode.FileMode{filemode.Executable, filemode.Regular}, known) {
		return known
	}
	return filemode.Regular
}
