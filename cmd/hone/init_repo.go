package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/intake"
)

// workflow is the workflow of a log at the repository's root. It needs no
// token but the one that GitHub gives each run.
//
//go:embed learning.yml
var workflow string

const workflowName = ".github/workflows/learning.yml"

// repository is the Git repository that init finds: maybe none.
type repository struct {
	root   string // "" for none
	runs   bool   // a workflow uses hone
	listen bool   // that workflow reads issues
	taken  bool   // the name of our workflow is there
}

// works reports whether no workflow is to be written.
func (r *repository) works() bool { return r.runs || r.taken }

// findRepository looks for the repository of a folder, and for hone in its
// workflows.
func findRepository(dir string) (repository, error) {
	r := repository{root: disk.Repository(dir)}
	if r.root == "" {
		return r, nil
	}
	folder := filepath.Join(r.root, ".github", "workflows")
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err != nil {
		return r, err
	}
	for _, e := range entries {
		r.taken = r.taken || e.Name() == filepath.Base(workflowName)
		if !e.Type().IsRegular() {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return r, err
		}
		if strings.Contains(string(text), "honelog/hone@") {
			r.runs = true
			r.listen = r.listen || strings.Contains(string(text), "\n  issues:")
		}
	}
	return r, nil
}

// initRepository writes the workflow, the forms and the README's marks where
// they are missing.
func (a *app) initRepository(l found, r repository, f initFlags) (changed bool, err error) {
	if r.root == "" {
		a.say("note    this is no Git repository: after `git init`, `hone init` again writes the workflow")
		return false, nil
	}
	if r.taken && !r.runs && !f.noWorkflow {
		a.say("note    %s is there and does not use hone: rename it, and `hone init` again writes hone's", workflowName)
	}
	steps := []func() (bool, error){func() (bool, error) { return a.initReadme(r.root) }}
	if !f.noForms && !f.noWorkflow && (r.listen || !r.works()) {
		steps = append([]func() (bool, error){func() (bool, error) { return a.initForms(r.root) }}, steps...)
	}
	if !f.noWorkflow && !r.works() {
		steps = append([]func() (bool, error){func() (bool, error) { return true, a.initWorkflow(l, r, f) }}, steps...)
	}
	for _, step := range steps {
		did, err := step()
		changed = changed || did
		if err != nil {
			return changed, err
		}
	}
	return changed, nil
}

func (a *app) initWorkflow(l found, r repository, f initFlags) error {
	below, err := filepath.Rel(r.root, l.where.Root)
	if err != nil {
		return err
	}
	text, err := workflowFor(filepath.ToSlash(below), f)
	if err != nil {
		return err
	}
	if err := disk.Apply(r.root, []disk.Change{{Name: workflowName, Data: []byte(text)}}); err != nil {
		return err
	}
	a.say("wrote   %s", workflowName)
	a.say("note    the badges come as commits of their own: `git pull --rebase` before you push")
	return nil
}

// workflowFor is the workflow of a log in a folder of its repository: with the
// events of issues where there are forms, and the inputs that are not the usual.
func workflowFor(folder string, f initFlags) (string, error) {
	text := workflow
	if !f.noForms {
		for _, change := range [][2]string{
			{"  pull_request:\n", "  pull_request:\n  issues: { types: [opened, edited, reopened] }\n  issue_comment: { types: [created] }\n"},
			{"learning-${{ github.ref }}", "learning-${{ github.event.comment.id || github.event.issue.number || github.ref }}"},
		} {
			if strings.Count(text, change[0]) != 1 {
				return "", fmt.Errorf("the workflow has not one line with %q", change[0])
			}
			text = strings.Replace(text, change[0], change[1], 1)
		}
	}
	var with []string
	if folder != "." {
		with = append(with, fmt.Sprintf("log: %q", folder))
	}
	if f.nudge != "per-goal" {
		with = append(with, fmt.Sprintf("nudge: %q", f.nudge))
	}
	if len(with) > 0 {
		text += "        with: { " + strings.Join(with, ", ") + " }\n"
	}
	return text, nil
}

// initForms writes the issue forms that are not there.
func (a *app) initForms(repository string) (bool, error) {
	var wrote []string
	for _, f := range intake.Forms("") {
		name := ".github/ISSUE_TEMPLATE/" + f.File
		if _, err := os.Lstat(filepath.Join(repository, filepath.FromSlash(name))); err == nil {
			continue
		}
		if err := disk.Apply(repository, []disk.Change{{Name: name, Data: f.YAML()}}); err != nil {
			return len(wrote) > 0, err
		}
		wrote = append(wrote, name)
		a.say("wrote   %s", name)
	}
	return len(wrote) > 0, nil
}

// initReadme puts the marks of the badges and of the cards at the end of the
// README.
func (a *app) initReadme(repository string) (bool, error) {
	text, err := disk.ReadFile(repository, "README.md")
	if errors.Is(err, fs.ErrNotExist) {
		a.say("note    there is no README.md: put <!-- hone:start badges --> and <!-- hone:end badges --> on lines of their own in one")
		return false, nil
	}
	if err != nil || strings.Contains(string(text), "<!-- hone:start ") {
		return false, err
	}
	newline := "\n"
	if strings.Contains(string(text), "\r\n") {
		newline = "\r\n"
	}
	marked := append([]byte{}, text...)
	if len(text) > 0 && text[len(text)-1] != '\n' {
		marked = append(marked, newline...)
	}
	for _, block := range []string{"badges", "cards"} {
		marked = append(marked, newline+"<!-- hone:start "+block+" -->"+newline+"<!-- hone:end "+block+" -->"+newline...)
	}
	if err := disk.Replace(repository, "README.md", text, marked); err != nil {
		return false, err
	}
	a.say("edited  README.md: marks at its end; move them where the badges and the cards should stand")
	return true, nil
}
