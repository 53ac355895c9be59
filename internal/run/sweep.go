package run

import (
	"context"
	"fmt"

	"github.com/honelog/hone/internal/intake"
)

const (
	maxSwept = 50 // issues that a sweep looks at
	perPost  = 4  // writing calls that a post may take
	keptBack = 10 // writing calls that a sweep leaves to the nudges
	maxWrong = 3  // issues that may fail before a sweep gives up
)

// sweep takes what lies in open issues of the forms, and commands that nobody
// answered: events that were lost, runs that were cut off, entries whose pull
// request was merged, and those that waited for the log to be mended. On issues
// that are as they should be it writes nothing. It looks where the work tree has
// a form.
func (j *Job) sweep(ctx context.Context, d *Done, r Reading) {
	if !r.Forms.any() || j.cannotTake() != "" {
		return
	}
	client, err := j.Where.Forge()
	if err != nil {
		d.problem("the issues of the forms could not be looked at: %v", err)
		return
	}
	b := &inbox{Job: j, d: d, client: client, zone: r.Log.Settings.Timezone, swept: true}
	defer func() { d.Notes = append(d.Notes, client.Notes()...) }()
	if b.sweepForms(ctx) {
		b.sweepCommands(ctx, r)
	}
}

// sweepForms takes what lies in open issues of the forms. It returns false where
// it makes no sense to go on.
func (b *inbox) sweepForms(ctx context.Context) (on bool) {
	d, client := b.d, b.client
	looked, wrong := 0, 0
	for _, f := range intake.Forms(b.Inputs.Name) {
		issues, err := client.Posted(ctx, f.Label)
		switch {
		case harmless(err):
			return false
		case err != nil:
			d.problem("the issues of the forms could not be looked at: %v", err)
			return false
		}
		if len(issues) == 0 && !b.haveLabel(ctx, f) {
			return false
		}
		for _, i := range issues {
			f, ok, err := b.isEntry(ctx, i)
			switch {
			case err != nil:
				d.problem("#%d could not be looked at: %v", i.Number, err)
				return false
			case !ok:
				continue
			case looked == maxSwept || d.spent+perPost > budget-keptBack:
				d.Notes = append(d.Notes, fmt.Sprintf("more was sent in than a run takes: #%d and what follows wait for the next", i.Number))
				return false
			}
			looked++
			failed := len(d.Problems)
			if b.entry(ctx, i, f); len(d.Problems) > failed {
				wrong++
			}
			if wrong == maxWrong {
				return false // it would be the same with the others
			}
		}
	}
	return true
}

// haveLabel makes the label of a form where the repository lacks it: GitHub
// leaves it off the form's issues then, and nothing is taken from them.
func (b *inbox) haveLabel(ctx context.Context, f intake.Form) (on bool) {
	there, err := b.client.LabelExists(ctx, f.Label)
	switch {
	case err == nil && there:
		return true
	case err == nil && b.Inputs.DryRun:
		b.did("would make the label %s, by which the form %q is known", f.Label, f.Name)
		return true
	case err == nil:
		b.d.spent++
		err = b.client.MakeLabel(ctx, f.Label, f.Says)
	}
	if err != nil {
		b.d.problem("the label %s, by which the form %q is known, could not be made: %v", f.Label, f.Name, err)
		return false
	}
	b.did("the label %s is there now, by which the form %q is known", f.Label, f.Name)
	return true
}
