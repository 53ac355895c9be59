package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/run"
)

func (a *app) buildCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use: "build", GroupID: groupMach, Args: cobra.NoArgs,
		Short:   "Draw badges and cards into a folder, without Git",
		Long:    "Draw a badge for every public goal and credential, one for the whole, and the cards, into a\nfolder, with status.json. Files of hone's that are no longer made are removed; others stay.",
		Example: "  hone build\n  hone build -o public/badges",
		RunE:    func(*cobra.Command, []string) error { return a.build(dir) },
	}
	c.Flags().StringVarP(&dir, "output", "o", "", "the `folder` (default learning/badges beside the log)")
	return c
}

func (a *app) build(dir string) error {
	b, err := a.read(false)
	if err != nil {
		return err
	}
	in := run.Defaults()
	in.Readme, in.Nudge = "", "off"
	base, own := b.where.Root, in.Output
	if dir != "" { // a folder anywhere: it is the root itself
		if base, err = filepath.Abs(a.below(dir)); err != nil {
			return ioError(err)
		}
		if reserved(base) {
			return usage("-o %s: nothing of hone's goes into .git or .github/workflows; name another folder", dir)
		}
		if err := os.MkdirAll(base, 0o755); err != nil {
			return ioError(err)
		}
		own = "."
	}
	in.Output = own
	m, err := b.material(base, in)
	if err != nil {
		return ioError(err)
	}
	plan, err := run.Make(m, in)
	if errors.Is(err, run.ErrInvalid) {
		a.tell(b, "")
		return exitError{exitFailOn, "nothing was drawn: mend the errors first"}
	}
	if err != nil {
		return ioError(err)
	}
	changes, err := disk.Plan(base, plan.Pictures, own, run.IsOurs)
	if err == nil {
		err = disk.Apply(base, changes)
	}
	if err != nil {
		return ioError(err)
	}
	for _, c := range changes {
		verb := "wrote  "
		if c.Data == nil {
			verb = "removed"
		}
		fmt.Fprintf(a.stdout, "%s %s\n", verb, c.Name)
	}
	a.say("%d files, %d changed", len(plan.Pictures), len(changes))
	return nil
}

// reserved reports whether a folder is one that Git or GitHub run from.
func reserved(dir string) bool {
	parts := strings.Split(strings.ToLower(filepath.ToSlash(dir)), "/")
	for i, p := range parts {
		if p == ".git" || p == "workflows" && i > 0 && parts[i-1] == ".github" {
			return true
		}
	}
	return false
}
