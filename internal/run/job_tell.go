package run

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/honelog/hone/internal/action"
	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/tracker"
)

// teach tells a repository without a log how to begin. It is no failure.
func (j *Job) teach() (Done, error) {
	j.Step.Annotate(action.Annotation{Level: action.Notice, Title: "no-log", Message: "No log here yet. The job summary has the lines to begin with."})
	d := Done{Status: render.Status{Goals: []tracker.Standing{}}}
	return d, errors.Join(j.Step.Summary(render.Teaching(j.Where.URL(), segments(j.Where.Branch), j.Clock.Day("UTC"))), j.outputs(&d))
}

// tell writes the summary, the log's lines and the outputs.
func (j *Job) tell(d *Done, r *Reading) error {
	for _, p := range d.Problems {
		j.Step.Annotate(action.Annotation{Level: action.Error, Title: "hone", Message: p})
	}
	var text string
	if r != nil {
		text = render.Summary(render.Run{
			Status: d.Status, Log: r.Log, Findings: d.Findings, Problems: d.Problems, Notes: d.notes(),
			Changed: len(d.Published.Changed), Commit: d.Published.Commit, Issues: d.issues(), Version: j.Version,
		})
	} else {
		text = render.Problems(d.Problems)
	}
	for _, line := range d.issues() {
		j.Step.Say(line)
	}
	if r != nil {
		j.Step.Say(render.FindingsSummary(d.Findings, len(r.Log.Entries), r.Log.Files))
	}
	for _, name := range d.Published.Changed {
		j.Step.Say("pushed " + name)
	}
	for _, name := range d.Would {
		j.Step.Say("would push " + name)
	}
	return errors.Join(j.Step.Summary(text), j.outputs(d))
}

func (d *Done) notes() []string {
	if d.Published.Plan == nil {
		return d.Notes
	}
	return append(slices.Clone(d.Published.Plan.Notes), d.Notes...)
}

// issues says in a line each what became of the issues.
func (d *Done) issues() (lines []string) {
	lines = append(lines, d.Sent...)
	for _, s := range d.Nudged.Done {
		lines = append(lines, s.String())
	}
	for _, s := range d.Planned {
		lines = append(lines, "would "+s.String())
	}
	return lines
}

// outputs sets the outputs of the step.
func (j *Job) outputs(d *Done) error {
	behind := 0
	for _, s := range d.Status.Goals {
		if s.Status == tracker.Behind {
			behind++
		}
	}
	path, err := j.json(d)
	errs := []error{err}
	for _, o := range []struct{ name, value string }{
		{"status", Word(d.Status, d.Findings)},
		{"behind", fmt.Sprint(behind)},
		{"findings", fmt.Sprint(len(d.Findings))},
		{"json", path},
		{"commit", cmp.Or(d.Published.Commit, d.recorded)},
		{"changed", fmt.Sprint(len(d.Published.Changed))},
		{"issues-opened", fmt.Sprint(d.Nudged.Count(nudge.Open, nudge.Reopen))},
		{"issues-updated", fmt.Sprint(d.Nudged.Count(nudge.Update, nudge.Remind))},
		{"issues-closed", fmt.Sprint(d.Nudged.Count(nudge.Close))},
	} {
		errs = append(errs, j.Step.SetOutput(o.name, o.value))
	}
	return errors.Join(errs...)
}

// json writes the public status for the steps that follow, and returns where.
func (j *Job) json(d *Done) (string, error) {
	if j.Temp == "" || d.Status.Timezone == "" {
		return "", nil
	}
	path := filepath.Join(j.Temp, "hone-status.json")
	return path, os.WriteFile(path, d.Status.JSON(), 0o644)
}

// Word is the status of the whole in a word: the first of the list that a goal
// or credential has.
func Word(s render.Status, findings []tracker.Finding) string {
	if tracker.Errors(findings) > 0 {
		return string(tracker.Invalid)
	}
	has := render.Tally(s.Goals)
	for _, c := range s.Credentials {
		if c.Status == tracker.CredentialExpired {
			has[tracker.Missed]++
		}
	}
	for _, w := range []tracker.Status{tracker.Invalid, tracker.Behind, tracker.Missed, tracker.DueSoon, tracker.OnTrack, tracker.Ahead, tracker.Done, tracker.Paused, tracker.NotDue, tracker.Upcoming} {
		if has[w] > 0 {
			return string(w)
		}
	}
	return "none"
}
