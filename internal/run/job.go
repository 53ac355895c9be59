package run

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"

	"github.com/honelog/hone/internal/action"
	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Reading is a log as it lies in the work tree, checked.
type Reading struct {
	Log      *tracker.Log
	Findings []tracker.Finding
	Names    []string // of its files, from the repository's root
	Prefix   string   // of finding's files, up to the repository's root, with its slash
	Today    civil.Date
	Forms    Forms // that its repository has
}

// Job is one step of a workflow.
type Job struct {
	Inputs  Inputs
	Step    *action.Step
	Event   *action.Event
	Where   Where
	Clock   Clock
	Temp    string // folder for the outputs' JSON; empty: none is written
	Version string

	Read  func() (Reading, error)  // fails with [disk.ErrNoLog] where there is none
	Would func() ([]string, error) // files that a dry run would write; nil: not looked at
	Board Board                    // opens the repository's issues; nil: they are left alone

	Pull func(context.Context) (Pull, error) // compares with a pull request's base; fails with [disk.ErrNoLog] where neither has a log
	Desk func() (Desk, error)                // where the comment under a pull request is kept; nil: there is none
}

// Board opens the issues of a repository to the time zone of a log.
type Board func(zone string) (nudge.Board, error)

// Done is what a job has done.
type Done struct {
	Status    render.Status // the public part
	Findings  []tracker.Finding
	Published Published
	Sent      []string // what became of what was sent in, a line each
	Nudged    nudge.Report
	Planned   []nudge.Step // of a dry run
	Would     []string     // files of a dry run
	Notes     []string     // what a person should know
	Problems  []string     // parts that failed, in words
	Red       bool         // a part failed, or what fail-on names is there

	spent    int    // writing calls on issues and for entries, so far
	recorded string // the commit of the last entry that was sent in
}

// budget is how many writing calls a run makes on issues, comments and all.
const budget = 40

// Do checks the log, and, on the default branch, publishes and keeps the
// issues. A part that fails is told and does not stop the others. An error is
// one of the runner's files.
func (j *Job) Do(ctx context.Context) (Done, error) {
	j.Step.Mask(j.Inputs.Token)
	if j.isPull() {
		return j.pull(ctx)
	}
	if j.isSent() {
		return j.sent(ctx)
	}
	reading, err := j.Read()
	if errors.Is(err, disk.ErrNoLog) {
		return j.teach()
	}
	d := Done{}
	if err != nil {
		d.problem("the log could not be read: %v", err)
		return d, j.tell(&d, nil)
	}
	d.Findings = reading.Findings
	j.annotate(reading)
	d.Status = render.StatusOf(reading.Log, reading.Today).Public()
	if tracker.Errors(reading.Findings) == 0 && j.acts() {
		j.sweep(ctx, &d, reading)
		var good bool
		if reading, good = j.publish(ctx, &d, reading); good {
			j.nudge(ctx, &d, reading)
		}
	}
	d.Red = d.Red || j.failsOn(&d)
	return d, j.tell(&d, &reading)
}

// acts reports whether the run may write: on a schedule, by hand or after a
// push, on the default branch.
func (j *Job) acts() bool {
	switch j.Event.Name {
	case "schedule", "workflow_dispatch", "push":
		return j.Event.OnDefaultBranch()
	}
	return false
}

func (d *Done) problem(format string, args ...any) {
	d.Problems = append(d.Problems, fmt.Sprintf(format, args...))
	d.Red = true
}

// failsOn reports whether the log is as the input fail-on names. An invalid log
// is red unless the user never wants that.
func (j *Job) failsOn(d *Done) bool {
	errs := tracker.Errors(d.Findings) > 0
	switch j.Inputs.FailOn {
	case "error":
		return errs
	case "warning":
		return len(d.Findings) > 0
	case "behind":
		return errs || slices.ContainsFunc(d.Status.Goals, func(s tracker.Standing) bool {
			return s.Status == tracker.Behind || s.Status == tracker.Missed
		})
	}
	return false
}

// annotate shows the findings on their lines.
func (j *Job) annotate(r Reading) {
	remarks := make([]action.Annotation, len(r.Findings))
	for i, f := range r.Findings {
		level := action.Warning
		if f.Severity == tracker.Error {
			level = action.Error
		}
		remarks[i] = action.Annotation{
			Level: level, Title: f.Code, Message: render.Sentence(f.Public()), File: r.Prefix + f.File,
			Line: f.Line, Column: f.Column, EndLine: f.EndLine, EndColumn: f.EndColumn,
		}
	}
	j.Step.Annotate(remarks...)
}

// publish pushes pictures and README, and returns the log that they were made
// from; one that is out of reach leaves that of the work tree. good is false
// when the newest log has errors, so that nothing can be said of it.
func (j *Job) publish(ctx context.Context, d *Done, r Reading) (newest Reading, good bool) {
	if j.Inputs.Publish == "none" {
		return r, true
	}
	if j.Inputs.DryRun {
		j.preview(d)
		return r, true
	}
	p, err := Publish(ctx, j.Where, j.Inputs, j.Clock)
	d.Published = p
	switch {
	case errors.Is(err, ErrInvalid):
		d.problem("the newest log on %s has errors: nothing was published, and no issue changed", j.Where.Branch)
		return r, false
	case err != nil:
		text := fmt.Sprintf("the badges were not published: %v", err)
		if mend := Mend(err); mend != "" {
			text += "\n\nThese two lines of the workflow let it through:\n\n" + mend
		}
		d.problem("%s", text)
	}
	if p.Plan == nil || err != nil {
		return r, true
	}
	r.Log, r.Findings, r.Today = p.Material.Log, p.Material.Findings, p.Material.Today
	d.Status = p.Plan.Status.Public()
	return r, true
}

// preview lists the files that differ in the work tree.
func (j *Job) preview(d *Done) {
	if j.Would == nil {
		return
	}
	files, err := j.Would()
	if err != nil {
		d.problem("the files could not be planned: %v", err)
	}
	d.Would = files
}

// nudge opens, renews and closes the issues. With nudges off, those that are
// there close, where that can be.
func (j *Job) nudge(ctx context.Context, d *Done, r Reading) {
	if j.Board == nil {
		return
	}
	want := j.want(r)
	board, err := j.Board(r.Log.Settings.Timezone)
	if err != nil {
		d.problem("the issues could not be kept: %v", err)
		return
	}
	defer func() {
		if b, ok := board.(interface{ Notes() []string }); ok {
			d.Notes = append(d.Notes, b.Notes()...)
		}
	}()
	steps, err := nudge.Propose(ctx, board, want)
	if err != nil && want.Off {
		if !mayNot(err) {
			d.Notes = append(d.Notes, fmt.Sprintf("whether there are issues to close could not be seen: %v", err))
		}
		return
	}
	if harmless(err) {
		d.Notes = append(d.Notes, fmt.Sprintf("no issues were kept: %v", err))
		return
	}
	if err != nil {
		d.problem("the issues could not be kept: %v", err)
		return
	}
	if j.Inputs.DryRun {
		d.Planned = steps
		return
	}
	d.Nudged = nudge.Apply(ctx, board, steps, budget-d.spent)
	d.tellNudged()
}

// want is what the issues should follow.
func (j *Job) want(r Reading) nudge.Want {
	want := WantOf(r.Log, r.Findings, r.Today, j.Inputs)
	want.Run = rand.Text()
	want.Links = func(asOf civil.Date) words.Links { return j.linksForAll(r, asOf) }
	for i := range want.Goals {
		s := want.Goals[i].Standing
		want.Goals[i].Links = func(asOf civil.Date) words.Links { return j.links(&s, r, asOf) }
	}
	return want
}

// WantOf is what the issues of a log should follow on a day, by the inputs. No
// issue leads anywhere yet.
func WantOf(l *tracker.Log, findings []tracker.Finding, today civil.Date, in Inputs) nudge.Want {
	want := nudge.Look(l, findings, today, in.NudgeAfter)
	want.Name, want.Reminders = in.Name, in.Reminders
	want.Off, want.Digest = in.Nudge == "off", in.Nudge == "digest"
	return want
}

// tellNudged says what failed with the issues, and what waits.
func (d *Done) tellNudged() {
	var failed []error
	for _, err := range d.Nudged.Errs {
		if harmless(err) {
			d.Notes = append(d.Notes, fmt.Sprintf("issues stay as they are: %v", err))
		} else {
			failed = append(failed, err)
		}
	}
	if err := errors.Join(failed...); err != nil {
		d.problem("not every issue could be kept: %v", err)
	}
	if n := len(d.Nudged.Left); n > 0 {
		d.Notes = append(d.Notes, fmt.Sprintf("%s of the issues for the next run: %s", words.Count(n, "step"), d.Nudged.Left[0]))
	}
}

// harmless reports whether an error has nothing to mend: a repository without
// issues, or one that is archived.
func harmless(err error) bool {
	var h interface{ Harmless() bool }
	return errors.As(err, &h) && h.Harmless()
}
