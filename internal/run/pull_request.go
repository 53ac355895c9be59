package run

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/honelog/hone/internal/action"
	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/render"
)

// Pull is what a pull request does to the log.
type Pull struct {
	Reading
	Change render.Change
	Note   string // what a person should know of the comparison; empty: nothing
}

// Desk keeps the one comment under a pull request.
type Desk interface {
	Stick(context.Context, forge.Sticky) (forge.Stuck, error)
	Notes() []string
}

// isPull reports whether the run is of a pull request whose change can be told.
func (j *Job) isPull() bool {
	return j.Event.Name == "pull_request" && j.Event.PullRequest != nil && j.Pull != nil
}

// pull tells what a pull request does to the log: at its lines and in the
// summary, which takes no token, and then under it, where the token may and the
// log is touched. It writes nothing else, and says nothing of goals but where
// they stood and stand.
func (j *Job) pull(ctx context.Context) (Done, error) {
	p, err := j.Pull(ctx)
	switch {
	case errors.Is(err, disk.ErrNoLog):
		return j.teach()
	case err != nil:
		return j.pullUnknown(err)
	}
	c := p.Change.Public()
	d := Done{Findings: c.Findings, Status: render.StatusOf(p.Log, p.Today).Public(), Red: p.Change.FailsOn(j.Inputs.FailOn)}
	if p.Note != "" {
		d.Notes = append(d.Notes, p.Note)
		j.Step.Annotate(action.Annotation{Level: action.Notice, Title: "hone", Message: p.Note})
	}
	if c.Same && len(c.Findings) == 0 {
		const text = "This pull request does not touch the learning log.\n"
		j.Step.Say(strings.TrimSpace(text))
		err := j.Step.Summary(text)
		j.takeBack(ctx, &d, text)
		return d, errors.Join(err, j.tellPull(&d), j.outputs(&d))
	}
	j.annotate(Reading{Findings: c.Findings, Prefix: p.Prefix})
	if n := render.Elsewhere(c); n != "" {
		j.Step.Annotate(action.Annotation{Level: action.Notice, Title: "elsewhere", Message: n})
	}
	j.Step.Say(render.ChangeText(c, p.Log.Text, render.Paint{}))
	text := render.Comment(c, p.Prefix)
	err = j.Step.Summary(text + render.PullPrint(c, j.Version))
	j.comment(ctx, &d, text)
	return d, errors.Join(err, j.tellPull(&d), j.outputs(&d))
}

// pullUnknown tells all findings where it cannot be said which are of the pull
// request. That is a failure.
func (j *Job) pullUnknown(err error) (Done, error) {
	d := Done{}
	d.problem("what this pull request changes could not be seen: %v", err)
	if r, err := j.Read(); err == nil {
		d.Findings = r.Findings
		j.annotate(r)
		d.Status = render.StatusOf(r.Log, r.Today).Public()
	}
	return d, errors.Join(j.tellPull(&d), j.outputs(&d))
}

// comment writes the comment. That a token may not is no failure: the summary
// has the same words.
func (j *Job) comment(ctx context.Context, d *Done, text string) {
	number := j.Event.PullRequest.Number
	switch {
	case j.Desk == nil || number < 1 || j.Event.Action == "closed":
		return
	case j.Inputs.DryRun:
		d.Notes = append(d.Notes, "would say this under the pull request")
		return
	}
	desk, err := j.Desk()
	if err != nil {
		d.problem("the pull request got no comment: %v", err)
		return
	}
	became, err := desk.Stick(ctx, forge.Sticky{Number: number, Name: j.Inputs.Name, Run: j.Event.RunID, Attempt: j.Event.RunAttempt, Text: text})
	d.Notes = append(d.Notes, desk.Notes()...)
	switch {
	case err == nil:
		j.Step.Say(fmt.Sprintf("the comment under #%d: %s", number, became))
	case mayNot(err):
		note := fmt.Sprintf("the pull request got no comment, and this summary says the same: %v", err)
		d.Notes = append(d.Notes, note)
		j.Step.Annotate(action.Annotation{Level: action.Notice, Title: "hone", Message: note})
	default:
		d.problem("the pull request got no comment: %v", err)
	}
}

// takeBack has a comment that an earlier commit of the pull request earned say
// that there is nothing left to it. Where there is none, none is written; where
// that cannot be seen, it is no failure of a change that does not touch the log.
func (j *Job) takeBack(ctx context.Context, d *Done, text string) {
	number := j.Event.PullRequest.Number
	if j.Desk == nil || number < 1 || j.Inputs.DryRun || j.Event.Action == "opened" || j.Event.Action == "closed" {
		return
	}
	desk, err := j.Desk()
	if err == nil {
		_, err = desk.Stick(ctx, forge.Sticky{Number: number, Name: j.Inputs.Name, Run: j.Event.RunID, Attempt: j.Event.RunAttempt, Text: text, Renew: true})
	}
	if err != nil && !mayNot(err) {
		d.Notes = append(d.Notes, fmt.Sprintf("a comment of an earlier run may still stand under the pull request: %v", err))
	}
}

// mayNot reports whether a comment is refused for good: to a token that may not
// write, as in pull requests from forks, or to everybody.
func mayNot(err error) bool {
	var e *forge.Error
	if !errors.As(err, &e) {
		return false
	}
	switch e.Kind {
	case forge.Denied, forge.Missing, forge.Locked, forge.Gone, forge.Disabled, forge.Archived, forge.Policy:
		return true
	}
	return false
}

// tellPull adds to the summary what a person should know of the run.
func (j *Job) tellPull(d *Done) error {
	for _, p := range d.Problems {
		j.Step.Annotate(action.Annotation{Level: action.Error, Title: "hone", Message: p})
	}
	return j.Step.Summary(render.Problems(d.Problems) + render.Notes(d.Notes))
}
