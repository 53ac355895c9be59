package run

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/honelog/hone/internal/action"
	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/intake"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// errFaults is the error of a post with faults: it is not taken.
var errFaults = errors.New("there are faults to mend")

// reader reads a post into an entry for a log as it stands.
type reader func(intake.Book) (intake.Entry, []intake.Fault)

// entry takes an issue that was made with a form.
func (b *inbox) entry(ctx context.Context, i forge.Issue, f intake.Form) {
	b.locked = i.Locked
	p := intake.Post{Issue: i.Number, Body: i.Body, On: b.dayOf(i.Written)}
	b.record(ctx, p, i.Author, func(k intake.Book) (intake.Entry, []intake.Fault) { return k.Take(f, p) })
}

// dayOf is the day of a time in the log's time zone; 0 where it is not known.
func (b *inbox) dayOf(t time.Time) civil.Date {
	if t.IsZero() {
		return 0
	}
	if zone, err := time.LoadLocation(b.zone); err == nil {
		t = t.In(zone)
	}
	y, m, d := t.Date()
	return civil.Of(y, m, d)
}

// taken is a post as the log's tip last had it.
type taken struct {
	entry  intake.Entry
	faults []intake.Fault
	hidden bool // it is there already, and nothing may name its file
}

// add reads a post for the log's files as they stand. One that is recorded there
// is taken once: it has our answer, or the log has what it says. What came from
// another repository's issue of that number is another entry.
func (b *inbox) add(ctx context.Context, p intake.Post, read reader, to *taken) Addition {
	return func(log []tracker.File) (Added, error) {
		*to = taken{}
		k := b.book(log)
		to.entry, to.faults = read(k)
		file, alike, there := k.Recorded(p, to.entry)
		if there && !alike && p.Comment == 0 && len(to.faults) == 0 {
			old, ok, good := b.answered(ctx, p)
			there = !good || ok && !intake.IsRejection(old)
		}
		switch {
		case there:
			to.faults, to.hidden = nil, k.Hides(p)
			return Added{There: file}, nil
		case len(to.faults) > 0:
			return Added{}, errFaults
		}
		return Added{Files: map[string][]byte{to.entry.File: to.entry.Data}, Private: to.entry.Private}, nil
	}
}

// book is a log, today.
func (b *inbox) book(log []tracker.File) intake.Book {
	l, _ := tracker.Parse(log, b.Clock.Zone)
	world := tracker.World{Today: b.Clock.Day(l.Settings.Timezone), Public: b.Event.Repository.Visibility == "public"}
	return intake.Book{Files: log, Zone: b.Clock.Zone, World: world}
}

// record puts what a post asks for into the log, answers, and closes the issue.
// Each step finds out what an earlier run has done of it; whatever fails, those
// before it stand, and the next run goes on from there.
func (b *inbox) record(ctx context.Context, p intake.Post, by forge.Author, read reader) {
	var t taken
	add := b.add(ctx, p, read, &t)
	if b.Inputs.DryRun {
		b.would(ctx, p, add, &t)
		return
	}
	r, err := Record(ctx, b.Where, b.Inputs, b.Clock, keyOf(p), Person{by.Login, by.ID}, add)
	switch {
	case errors.Is(err, errFaults):
		b.reject(ctx, p, t.faults)
	case err != nil:
		text := fmt.Sprintf("%s is not in the log: %v", nameOf(p), err)
		if mend := Mend(err); mend != "" {
			text += "\n\nThese two lines of the workflow let it through:\n\n" + mend
		}
		b.d.problem("%s", text)
	case r.Held:
		b.say("%s stays out of the log: a person closed pull request #%d.", nameOf(p), r.Pull)
	case r.There:
		b.there(ctx, p, r, &t)
	default:
		b.added(ctx, p, r, t.entry)
	}
}

// added answers to a post that is in the log now, or waits in a pull request.
// Then its issue stays open: the run after the merge closes it.
func (b *inbox) added(ctx context.Context, p intake.Post, r Recorded, e intake.Entry) {
	if len(r.Files) == 1 {
		e.File = r.Files[0]
	}
	if r.Stale != nil {
		b.d.Notes = append(b.d.Notes, fmt.Sprintf("%s is in the log, and the pull request in which it waited may be open still: %v", nameOf(p), r.Stale))
	}
	if r.Late != nil {
		b.d.Notes = append(b.d.Notes, fmt.Sprintf("the badges wait for the next run: %v", r.Late))
	}
	b.d.spent++
	text := intake.Added(p, e, intake.Landing{Commit: r.Commit, Pull: r.Pull, URL: r.URL})
	if r.Pull > 0 {
		b.did("%s waits in pull request #%d", nameOf(p), r.Pull)
		if old, ok, good := b.answered(ctx, p); good && !(b.swept && ok && !intake.IsRejection(old)) {
			b.answer(ctx, p, text)
		}
		return
	}
	b.landed, b.d.recorded = true, r.Commit
	b.did("%s is in the log, commit %.7s", nameOf(p), r.Commit)
	if b.answer(ctx, p, text) {
		b.close(ctx, p)
	}
}

// there makes good what an earlier run left undone for a post that is in the log.
func (b *inbox) there(ctx context.Context, p intake.Post, r Recorded, t *taken) {
	b.landed = true
	old, ok, good := b.answered(ctx, p)
	if !good {
		return
	}
	file := ""
	if !t.hidden && len(r.Files) > 0 {
		file = r.Files[0]
	}
	if ok && !intake.IsRejection(old) || b.answer(ctx, p, intake.AlreadyThere(p, file)) {
		b.say("%s is in the log already.", nameOf(p))
		b.close(ctx, p)
	}
}

// reject answers to a post with faults, unless what it says has changed: then
// another run answers to that.
func (b *inbox) reject(ctx context.Context, p intake.Post, faults []intake.Fault) {
	old, ok, good := b.answered(ctx, p)
	if !good || b.swept && ok && intake.IsRejection(old) {
		return
	}
	if p.Comment == 0 {
		now, err := b.client.Look(ctx, p.Issue)
		switch {
		case err != nil:
			b.failed(p, "answered", err)
			return
		case !now.Open || now.Body != p.Body:
			b.say("%s has changed in the meantime.", nameOf(p))
			return
		}
	}
	b.Step.Annotate(action.Annotation{
		Level: action.Notice, Title: "not taken yet", Message: fmt.Sprintf("%s has %s to mend; the answer to it says which.", nameOf(p), words.Count(len(faults), "thing")),
	})
	b.did("%s is not taken yet: %s to mend", nameOf(p), words.Count(len(faults), "thing"))
	b.answer(ctx, p, intake.Rejected(p, faults))
}

// would says what a run that is no dry one would do with a post.
func (b *inbox) would(ctx context.Context, p intake.Post, add Addition, t *taken) {
	log, err := filesAtTip(ctx, b.Where, b.Inputs, b.Clock)
	var added Added
	if err == nil {
		added, err = add(log)
	}
	switch {
	case errors.Is(err, errFaults):
		b.did("would answer to %s: %s to mend", nameOf(p), words.Count(len(t.faults), "thing"))
	case err != nil:
		b.d.problem("%s could not be looked at: %v", nameOf(p), err)
	case added.There != "":
		b.did("would see that %s is in the log already", nameOf(p))
	default:
		b.did("would take %s into the log", nameOf(p))
	}
}

// filesAtTip reads the log at the tip of its branch, its files named from the
// log's root.
func filesAtTip(ctx context.Context, w Where, in Inputs, clock Clock) (files []tracker.File, err error) {
	via, err := w.publisher(in, clock)
	if err != nil {
		return nil, err
	}
	r := &recording{work: work{Where: w, in: in, clock: clock, via: via}}
	root, err := r.root()
	if err != nil {
		return nil, err
	}
	tip, err := via.Read(ctx, w.Branch)
	if err != nil {
		return nil, err
	}
	log, err := r.log(tip)
	for _, f := range log {
		files = append(files, tracker.File{Name: strings.TrimPrefix(f.path, slash(root)), Data: f.data})
	}
	return files, err
}

// keyOf is what the pull request of a post is known by.
func keyOf(p intake.Post) string {
	if p.Comment != 0 {
		return fmt.Sprintf("%d-%d", p.Issue, p.Comment)
	}
	return fmt.Sprint(p.Issue)
}

// nameOf names a post: #12, or the comment 345 on #12. It says nothing of what
// stands in it.
func nameOf(p intake.Post) string {
	if p.Comment != 0 {
		return fmt.Sprintf("the comment %d on #%d", p.Comment, p.Issue)
	}
	return fmt.Sprintf("#%d", p.Issue)
}
