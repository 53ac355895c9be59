package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/action"
	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/internal/run"
)

type runFlags struct{ dryRun, apply bool }

func (a *app) runCommand() *cobra.Command {
	var f runFlags
	c := &cobra.Command{
		Use: "run", GroupID: groupMach, Args: cobra.NoArgs,
		Short: "Do the main job: check, draw badges and cards, fill the README, tell the nudges",
		Long: "Check the log, draw badges and cards, fill the README's blocks in the work tree, and show\n" +
			"the issues that are due. A log with errors stops it: nothing is written then.\n" +
			"Inputs come as JSON in HONE_INPUTS, as the GitHub Action gives them.\n\n" +
			"With --apply the files are committed to GITHUB_REPOSITORY at GITHUB_SERVER_URL, on top of\n" +
			"the newest log there, with the token in GITHUB_TOKEN; the work tree stays as it is.",
		Example: "  hone run\n  hone run --dry-run",
		RunE:    func(c *cobra.Command, _ []string) error { return a.runJob(c.Context(), f) },
	}
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "show the plan and write nothing")
	c.Flags().BoolVar(&f.apply, "apply", false, "commit to the repository on its server instead of writing here")
	return c
}

// runJob does the main job, on the work tree or on the server.
func (a *app) runJob(ctx context.Context, f runFlags) error {
	step, err := action.New(a.getenv, a.raw)
	if err != nil {
		return usage("%v", err)
	}
	in, err := run.ReadInputs(step.Input)
	if err != nil {
		step.Annotate(action.Annotation{Level: action.Error, Title: "hone", Message: err.Error()})
		return usage("%v", errors.Join(err, step.Summary(render.Problems([]string{err.Error()})), step.Close()))
	}
	if len(a.logs) == 0 {
		a.logs = in.Log
	}
	in.Log = a.logs
	if ctx == nil {
		ctx = context.Background()
	}
	if step.InActions() && !f.apply {
		in.DryRun = in.DryRun || f.dryRun
		return a.runAction(ctx, step, in)
	}
	b, err := a.read(false)
	if err != nil {
		return err
	}
	base, err := b.base(a)
	if err != nil {
		return ioError(err)
	}
	fmt.Fprint(a.stdout, render.FindingsText(b.findings, b.line, a.paint()))
	fmt.Fprintln(a.stdout, render.FindingsSummary(b.findings, len(b.log.Entries), b.log.Files))
	m, err := b.material(base, in)
	if err != nil {
		return ioError(err)
	}
	plan, err := run.Make(m, in)
	if errors.Is(err, run.ErrInvalid) {
		a.say("Nothing was written: mend the errors first.")
		return exitError{exitFailOn, ""}
	}
	if err != nil {
		return ioError(err)
	}
	if f.apply && !f.dryRun && !in.DryRun && in.Publish != "none" {
		plan, err = a.publish(ctx, base, in)
	} else {
		err = a.writePlan(plan, base, in, f.dryRun || in.DryRun || f.apply)
	}
	if err != nil {
		return err
	}
	a.tellPlan(plan, in, run.Nudges(m, in))
	failed, err := failOn(in.FailOn, b.findings, plan.Status.Goals)
	if err == nil && failed {
		return exitError{exitFailOn, ""}
	}
	return err
}

// base is the folder that outputs are relative to: the log's root where it was
// found, the working folder where the log was named.
func (b *logbook) base(a *app) (string, error) {
	if len(a.logs) == 0 {
		return b.where.Root, nil
	}
	return filepath.Abs(a.dir)
}

// material is what a plan is made from in the work tree.
func (b *logbook) material(base string, in run.Inputs) (run.Material, error) {
	m := run.Material{Log: b.log, Findings: b.findings, Today: b.today}
	prefix, err := filepath.Rel(base, b.where.Root)
	if err != nil {
		return m, err
	}
	for _, n := range b.where.Names {
		m.Names = append(m.Names, path.Join(filepath.ToSlash(prefix), n))
	}
	if in.Readme != "" {
		if m.Readme, err = readIfThere(base, in.Readme); err != nil {
			return m, err
		}
	}
	m.Status, err = readIfThere(base, path.Join(in.Output, "status.json"))
	return m, err
}

func readIfThere(dir, name string) ([]byte, error) {
	data, err := disk.ReadFile(dir, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// writePlan makes the work tree as planned, or shows what that would change.
func (a *app) writePlan(p *run.Plan, base string, in run.Inputs, dryRun bool) error {
	files := p.Files(in)
	changes, err := disk.Plan(base, files, in.Output, run.IsOurs)
	if err != nil {
		return ioError(err)
	}
	if !dryRun {
		if err := disk.Apply(base, changes); err != nil {
			return ioError(err)
		}
	}
	would := ""
	if dryRun {
		would = "would be "
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
		fmt.Fprintf(a.stdout, "%s%s  %s\n", would, verb, c.Name)
	}
	if len(changes) == 0 {
		fmt.Fprintf(a.stdout, "nothing to write: all %d files are current\n", len(files))
	}
	return nil
}
