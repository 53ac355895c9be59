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
)

// workflow is the workflow of a log at the repository's root. It needs no
// token but the one that GitHub gives each run.
//
//go:embed learning.yml
var workflow string

const workflowName = ".github/workflows/learning.yml"

// initRepository writes the workflow and the README's marks where they are
// missing, and returns what a person should do next.
func (a *app) initRepository(root string, f initFlags) (changed bool, err error) {
	repository := disk.Repository(root)
	if repository == "" {
		a.say("note    this is no Git repository: after `git init`, `hone init` again writes the workflow")
		return false, nil
	}
	if !f.noWorkflow {
		wrote, err := a.initWorkflow(repository, root)
		if err != nil {
			return false, err
		}
		changed = wrote
	}
	marked, err := a.initReadme(repository)
	return changed || marked, err
}

func (a *app) initWorkflow(repository, root string) (bool, error) {
	there, err := hasWorkflow(repository)
	if err != nil || there {
		return false, err
	}
	text := workflow
	if rel, err := filepath.Rel(repository, root); err == nil && rel != "." {
		text += fmt.Sprintf("        with: { log: %q }\n", filepath.ToSlash(rel))
	}
	if err := disk.Apply(repository, []disk.Change{{Name: workflowName, Data: []byte(text)}}); err != nil {
		return false, err
	}
	a.say("wrote   %s", workflowName)
	return true, nil
}

// hasWorkflow reports whether a workflow uses hone, or one of ours' name is
// there.
func hasWorkflow(repository string) (bool, error) {
	dir := filepath.Join(repository, ".github", "workflows")
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	for _, e := range entries {
		if e.Name() == filepath.Base(workflowName) {
			return true, nil
		}
		if !e.Type().IsRegular() {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return false, err
		}
		if strings.Contains(string(text), "honelog/hone@") {
			return true, nil
		}
	}
	return false, nil
}

// initReadme puts the marks of the badges at the end of the README.
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
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(text, newline...)
	}
	marks := newline + "<!-- hone:start badges -->" + newline + "<!-- hone:end badges -->" + newline
	if err := disk.Apply(repository, []disk.Change{{Name: "README.md", Data: append(text, marks...), Exists: true}}); err != nil {
		return false, err
	}
	a.say("edited  README.md: two lines at its end; move them where the badges should stand")
	return true, nil
}
