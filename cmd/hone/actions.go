package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/honelog/hone/internal/action"
	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/intake"
	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/internal/run"
	"github.com/honelog/hone/tracker/civil"
)

// runAction does the main job as the step of a workflow.
func (a *app) runAction(ctx context.Context, step *action.Step, in run.Inputs) error {
	event, err := step.Event()
	if err != nil {
		return exitError{exitNoWork, err.Error()}
	}
	if in.Token == "" {
		in.Token = a.getenv("GITHUB_TOKEN")
	}
	if len(in.Assignees) == 0 && event.Repository.OwnerType == "User" {
		in.Assignees = []string{event.Repository.Owner}
	}
	job := run.Job{
		Inputs: in, Step: step, Event: event, Version: versionOf(), Temp: a.getenv("RUNNER_TEMP"),
		Where: run.Where{Server: event.Server, Repository: event.Repository.Owner + "/" + event.Repository.Name, Branch: branchOf(event)},
		Clock: a.clock(),
		Read:  func() (run.Reading, error) { return a.reading(event.Repository.Visibility == "public", in) },
	}
	job.Would = func() ([]string, error) { return a.would(in) }
	if event.PullRequest != nil {
		job.Pull = func(ctx context.Context) (run.Pull, error) { return a.pull(ctx, event, job.Where, in) }
	}
	if in.Token != "" {
		client := func(zone *time.Location) (*forge.Client, error) {
			return forge.New(forge.Options{
				API: event.API, GraphQL: event.GraphQL, Repository: job.Where.Repository, Token: forge.Token(in.Token),
				Labels: in.Labels, Assignees: in.Assignees, Zone: zone,
			})
		}
		job.Where.Forge = func() (*forge.Client, error) { return client(nil) }
		job.Desk = func() (run.Desk, error) { return client(nil) }
		job.Board = func(zone string) (nudge.Board, error) {
			loc, err := time.LoadLocation(zone)
			if err != nil {
				loc = time.UTC
			}
			return client(loc)
		}
	}
	done, err := job.Do(ctx)
	if err := errors.Join(err, step.Close()); err != nil {
		return exitError{exitNoWork, err.Error()}
	}
	if done.Red {
		return exitError{exitFailOn, ""}
	}
	return nil
}

// would lists the files of the work tree that a run would change.
func (a *app) would(in run.Inputs) ([]string, error) {
	b, err := a.read(false)
	if err != nil {
		return nil, err
	}
	base, err := b.base(a)
	if err != nil {
		return nil, err
	}
	m, err := b.material(base, in)
	if err != nil {
		return nil, err
	}
	plan, err := run.Make(m, in)
	if err != nil {
		return nil, err
	}
	changes, err := disk.Plan(base, plan.Files(in), in.Output, run.IsOurs)
	names := make([]string, len(changes))
	for i, c := range changes {
		names[i] = c.Name
	}
	return names, err
}

// branchOf is the branch that an event ran on; the default one where it names
// none.
func branchOf(e *action.Event) string {
	if branch, ok := strings.CutPrefix(e.Ref, "refs/heads/"); ok {
		return branch
	}
	return e.Repository.DefaultBranch
}

// reading reads the log of the work tree for a job.
func (a *app) reading(public bool, in run.Inputs) (run.Reading, error) {
	where, err := disk.Find(a.dir, a.logs)
	if err != nil {
		return run.Reading{}, err
	}
	files, err := where.Read()
	if err != nil {
		return run.Reading{}, err
	}
	b, err := a.parse(where, files, public)
	if err != nil {
		return run.Reading{}, err
	}
	base, err := b.base(a)
	if err != nil {
		return run.Reading{}, err
	}
	m, err := b.material(base, in)
	if err != nil {
		return run.Reading{}, fmt.Errorf("the work tree could not be read: %w", err)
	}
	return run.Reading{Log: b.log, Findings: b.findings, Names: m.Names, Prefix: b.prefix(), Today: b.today, Forms: a.forms(in.Name)}, nil
}

// forms says which of the issue forms of a log of that name the work tree has.
func (a *app) forms(name string) run.Forms {
	has := func(f intake.Form) bool {
		_, err := disk.ReadFile(a.dir, ".github/ISSUE_TEMPLATE/"+f.File)
		return err == nil
	}
	forms := intake.Forms(name)
	return run.Forms{Learned: has(forms[0]), Break: has(forms[1])}
}

// clock is the clock of publishing; --today was read before, so that it fails
// no more.
func (a *app) clock() run.Clock {
	return run.Clock{Now: a.now(), Zone: knownZone, Day: func(zone string) civil.Date {
		d, _ := a.day(zone)
		return d
	}}
}
