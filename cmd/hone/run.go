package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/internal/run"
)

func (a *app) runCommand() *cobra.Command {
	var dryRun bool
	c := &cobra.Command{
		Use: "run", GroupID: groupMach, Args: cobra.NoArgs,
		Short:   "Do the main job: check, draw the badges, fill the README, tell the nudges",
		Long:    "Check the log, draw the badges and fill the README's blocks in the work tree, and show\nthe issues that are due. A log with errors stops it: nothing is written then.\nInputs come as JSON in HONE_INPUTS, as the GitHub Action gives them.",
		Example: "  hone run\n  hone run --dry-run",
		RunE:    func(*cobra.Command, []string) error { return a.runJob(dryRun) },
	}
	c.Flags().BoolVar(&dryRun, "dry-run", false, "show the plan and write nothing")
	return c
}

// runJob does the main job on the work tree.
func (a *app) runJob(dryRun bool) error {
	in, err := run.ParseInputs(a.getenv("HONE_INPUTS"))
	if err != nil {
		return usage("%v", err)
	}
	if len(a.logs) == 0 {
		a.logs = in.Log
	}
	b, err := a.read(false)
	if err != nil {
		return err
	}
	base := b.where.Root
	if len(a.logs) > 0 {
		base, err = filepath.Abs(a.dir)
		if err != nil {
			return ioError(err)
		}
	}
	fmt.Fprint(a.stdout, render.FindingsText(b.findings, b.line, a.paint()))
	fmt.Fprintln(a.stdout, render.FindingsSummary(b.findings, len(b.log.Entries), b.log.Files))
	plan, err := a.plan(b, in, base)
	if errors.Is(err, run.ErrInvalid) {
		a.say("Nothing was written: mend the errors first.")
		return exitError{exitFailOn, ""}
	}
	if err != nil {
		return ioError(err)
	}
	changes, err := disk.Plan(base, plan.Files, in.Output, run.IsOurs)
	if err != nil {
		return ioError(err)
	}
	if !dryRun {
		if err := disk.Apply(base, changes); err != nil {
			return ioError(err)
		}
	}
	a.report(plan, changes, in, dryRun)
	failed, err := failOn(in.FailOn, b.findings, plan.Status.Goals)
	if err != nil {
		return err
	}
	if failed {
		return exitError{exitFailOn, ""}
	}
	return nil
}

func (a *app) plan(b *logbook, in run.Inputs, base string) (*run.Plan, error) {
	var readme []byte
	if in.Readme != "" {
		text, err := disk.ReadFile(base, in.Readme)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		readme = text
	}
	return run.Make(b.log, b.findings, b.today, in, readme)
}

// report shows what was written, and the nudges that are due.
func (a *app) report(p *run.Plan, changes []disk.Change, in run.Inputs, dryRun bool) {
	out := a.stdout
	would := ""
	if dryRun {
		would = "would have "
	}
	for _, c := range changes {
		verb := "written"
		switch {
		case c.Data == nil:
			verb = "removed"
		case c.Name == in.Readme:
			verb = "filled"
		case c.Exists:
			verb = "renewed"
		}
		fmt.Fprintf(out, "%s%s  %s\n", would, verb, c.Name)
	}
	if len(changes) == 0 {
		fmt.Fprintf(out, "nothing to write: %d files in %s and %s are current\n", pictures(p, in), in.Output, orNo(in.Readme))
	}
	for _, n := range p.Notes {
		fmt.Fprintln(out, "note: "+n)
	}
	if len(p.Nudges) == 0 {
		fmt.Fprintln(out, "no nudge is due")
		return
	}
	for _, n := range p.Nudges {
		fmt.Fprintf(out, "\na nudge is due for %s; the issue would say:\n\n  # %s\n\n", n.ID, n.Title)
		for _, line := range strings.Split(strings.TrimRight(n.Body, "\n"), "\n") {
			fmt.Fprintln(out, strings.TrimRight("  "+line, " "))
		}
	}
}

func pictures(p *run.Plan, in run.Inputs) (n int) {
	for name := range p.Files {
		if path.Dir(name) == in.Output {
			n++
		}
	}
	return n
}

func orNo(readme string) string {
	if readme == "" {
		return "no README"
	}
	return readme
}
