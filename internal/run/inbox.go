package run

import (
	"context"
	"errors"
	"fmt"

	"github.com/honelog/hone/internal/action"
	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/intake"
	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/tracker"
)

// inbox takes what is sent in from a phone: issues that were made with the
// forms, and commands in comments. What it does it can do again: an entry is in
// the log once, and a post has one answer.
type inbox struct {
	*Job
	d      *Done
	client *forge.Client
	zone   string // of the log, which says what day something was written on
	swept  bool   // nobody waits for an answer just now: one that stands is kept
	locked bool   // the issue at hand takes no comments
	landed bool   // something is in the log, so goals may stand otherwise
}

// isSent reports whether the run is of something that may have been sent in.
func (j *Job) isSent() bool { return j.Event.Name == "issues" || j.Event.Name == "issue_comment" }

// sent takes what was sent in, and lets the issues of the goals follow. What is
// none of our business, or of somebody who may not write to the repository, is
// left alone with a line in the job's log. A slip of a person's is told in the
// answer and as a notice, and is no failure of the run; nor is what fail-on
// names, which is for the runs that look at the log.
func (j *Job) sent(ctx context.Context) (Done, error) {
	d := Done{Status: render.Status{Goals: []tracker.Standing{}}}
	if why := j.foreign(); why != "" {
		j.Step.Say(why)
		return d, j.outputs(&d)
	}
	if why := j.cannotTake(); why != "" {
		j.Step.Annotate(action.Annotation{Level: action.Warning, Title: "hone", Message: why})
		return d, errors.Join(j.Step.Summary(why+"\n"), j.outputs(&d))
	}
	client, err := j.Where.Forge()
	if err != nil {
		d.problem("what was sent in could not be looked at: %v", err)
		return d, j.tell(&d, nil)
	}
	b := &inbox{Job: j, d: &d, client: client}
	take, err := b.look(ctx)
	switch {
	case errors.Is(err, nudge.ErrChanged), err == nil && take == nil:
		return d, j.outputs(&d)
	case err != nil:
		d.problem("what was sent in could not be looked at: %v", err)
		return d, j.tell(&d, nil)
	}
	r, err := j.Read()
	switch {
	case errors.Is(err, disk.ErrNoLog):
		return j.teach()
	case err != nil:
		d.problem("the log could not be read: %v", err)
		return d, j.tell(&d, nil)
	}
	b.zone = r.Log.Settings.Timezone
	take(r)
	d.Notes = append(d.Notes, client.Notes()...)
	if d.Status = render.StatusOf(r.Log, r.Today).Public(); b.landed {
		var good bool
		if r, good = j.publish(ctx, &d, r); good {
			j.nudge(ctx, &d, r)
		}
	}
	d.Findings = r.Findings
	return d, j.tell(&d, &r)
}

// foreign says why an event is none of our business; "" where it may be. It goes
// by the payload, and asks nobody.
func (j *Job) foreign() string {
	e := j.Event
	switch {
	case e.Issue == nil || e.Issue.Number < 1:
		return "The event names no issue."
	case e.Issue.IsPullRequest:
		return "This is a pull request: nothing is taken from it."
	case e.Sender.Type == "Bot":
		return "This was a bot's doing: nothing is taken from it."
	case e.Name == "issues":
		if _, ours := intake.FormOf(j.Inputs.Name, e.Issue.Labels); !ours {
			return noForm(j.Inputs.Name, e.Issue.Number)
		}
		switch e.Action {
		case "opened", "edited", "reopened":
			return ""
		}
		return fmt.Sprintf("Nothing is to be done for an issue that is %s.", e.Action)
	case e.Comment == nil || e.Action != "created" || intake.Verb(e.Comment.Body) == "":
		return "The comment is no command."
	}
	return ""
}

// noForm says that an issue has no label of a form of a log.
func noForm(name string, number int) string {
	forms := intake.Forms(name)
	return fmt.Sprintf("#%d was not made with a form of this log: it has neither the label %s nor %s.", number, forms[0].Label, forms[1].Label)
}

// cannotTake says why nothing can be taken, and what mends it; "" where it can.
// It is told in the run alone: another job of the same repository may take what
// this one does not.
func (j *Job) cannotTake() string {
	switch {
	case j.Inputs.Publish == "none":
		return "Nothing is taken from issues and comments, since publish is none: set publish to push."
	case j.Where.Forge == nil:
		return "Nothing is taken from issues and comments without a token: set the input token."
	}
	return ""
}

// look reads afresh what the event was about, since a run may be late or be run
// again, and returns what takes it; nil where it is nobody's who may write here,
// or no more what it was.
func (b *inbox) look(ctx context.Context) (take func(Reading), err error) {
	e := b.Event
	i, err := b.client.Look(ctx, e.Issue.Number)
	if err != nil {
		if errors.Is(err, nudge.ErrChanged) {
			b.say("#%d is not here any more.", e.Issue.Number)
		}
		return nil, err
	}
	if i.Pull {
		return nil, nil
	}
	if may, err := b.mayWrite(ctx, forge.Author{Login: e.Sender.Login}); !may || err != nil {
		return nil, err
	}
	if e.Name == "issues" {
		f, ok, err := b.isEntry(ctx, i)
		if !ok || err != nil {
			return nil, err
		}
		return func(r Reading) { b.entry(ctx, i, f) }, nil
	}
	return b.lookAtComment(ctx, i)
}

// isEntry reports whether an issue is to be taken, and with which form.
func (b *inbox) isEntry(ctx context.Context, i forge.Issue) (f intake.Form, ok bool, err error) {
	f, ok = intake.FormOf(b.Inputs.Name, i.Labels)
	switch {
	case !ok:
		b.Step.Say(noForm(b.Inputs.Name, i.Number))
	case !i.Open:
		b.say("#%d is closed: nothing is taken from it.", i.Number)
		ok = false
	default:
		ok, err = b.mayWrite(ctx, i.Author)
	}
	return f, ok, err
}

// mayWrite reports whether somebody is a person who may write to the
// repository.
func (b *inbox) mayWrite(ctx context.Context, a forge.Author) (bool, error) {
	may := false
	var err error
	if !a.Bot {
		may, err = b.client.MayWrite(ctx, a.Login)
	}
	if !may && err == nil && !b.swept {
		b.say("Its author may not write to this repository: nothing is taken from it.")
	}
	return may, err
}

func (b *inbox) say(format string, args ...any) { b.Step.Say(fmt.Sprintf(format, args...)) }

// did notes what was done with a post, for the summary.
func (b *inbox) did(format string, args ...any) {
	b.d.Sent = append(b.d.Sent, fmt.Sprintf(format, args...))
}
