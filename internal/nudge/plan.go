package nudge

import (
	"cmp"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/honelog/hone/tracker/civil"
)

// Plan returns the steps from the issues that are there to those that should
// be: what closes first, then what is new, the credentials before the goals,
// then what changes in silence, then a reminder, at most one. On issues that are as they should be, it
// returns none.
func Plan(w Want, issues []Issue) []Step {
	p := &planner{Want: w, found: sortOut(&w, issues), known: map[Key]bool{}}
	for i := range w.Credentials {
		p.credential(&w.Credentials[i])
	}
	for i := range w.Goals {
		p.goal(&w.Goals[i])
	}
	p.digest()
	p.others()
	if len(p.fresh) > MaxNew {
		p.fresh = p.fresh[:MaxNew]
	}
	last, told := lastNotice(issues)
	if len(p.shut)+len(p.fresh) == 0 && (!told || last+calmDays <= w.Today) {
		p.speak()
	}
	return slices.Concat(p.shut, p.fresh, p.quiet, p.loud)
}

// planner collects steps.
type planner struct {
	Want
	found map[Key]*issuesOf
	known map[Key]bool // what has a goal or a credential

	shut, fresh, quiet, loud []Step

	calls []call // reminders that are due
}

// issues returns the issues for a key, and marks it as known.
func (p *planner) issues(of, id string) (Key, *issuesOf) {
	k := Key{p.Name, of, id}
	p.known[k] = true
	if f := p.found[k]; f != nil {
		return k, f
	}
	return k, &issuesOf{}
}

// others closes the issues of what is not in the log any more, those of
// another way of nudging, or everything when no nudges are wanted. A log with
// errors may still have what it seems to lack.
func (p *planner) others() {
	keys := slices.SortedFunc(maps.Keys(p.found), func(a, b Key) int {
		return cmp.Or(cmp.Compare(a.Of, b.Of), cmp.Compare(a.ID, b.ID))
	})
	for _, k := range keys {
		f := p.found[k]
		mode := (k.Of == OfAll) != p.Digest
		if len(f.open) == 0 || f.claimed() || p.known[k] && !mode && !p.Off || p.Faulty && !p.Off {
			continue
		}
		switch i := p.oldest(f); {
		case i.held():
		case p.Off:
			p.close(i, NotPlanned, whyOff, offText, "nudges are off")
		case mode && p.Digest:
			p.close(i, NotPlanned, whyMode, digestModeText, "one issue tells of everything now")
		case mode:
			p.close(i, NotPlanned, whyMode, goalModeText, "each goal has its own issue now")
		default:
			p.close(i, NotPlanned, whyRemoved, removedText, "it is not followed any more")
		}
	}
}

// dismissal says what the closings by a person ask for, as long as none of
// what an issue told of was well since: to keep quiet or, where one was closed
// as done a while ago, to ask once more.
func (p *planner) dismissal(k Key, well func(since civil.Date) bool) (quiet bool, again *seen) {
	for _, f := range []*issuesOf{p.found[k], p.found[Key{p.Name, OfAll, OfAll}]} {
		for _, i := range f.all() {
			switch {
			case !i.dismissed() || !i.tellsOf(k.ID) || well(i.Closed):
			case i.asDone() && !i.snoozed(p.Today) && i.Closed+againDays <= p.Today && (i.state.Of == OfAll) == p.Digest:
				again = i
			default:
				return true, nil
			}
		}
	}
	return false, again
}

// oldest returns the oldest of the open issues for a key and closes the others.
func (p *planner) oldest(f *issuesOf) *seen {
	for _, i := range f.open[1:] {
		p.close(i, Duplicate, whyDuplicate, duplicateText(f.open[0].Number), "there is an older one")
	}
	return f.open[0]
}

// close plans the closing of an issue, its last words in its region.
func (p *planner) close(i *seen, reason, why, text, says string) {
	s := i.state
	s.Phase, s.Why, s.As, s.Shut, s.Hash, s.Snooze, s.Pause = phaseClosed, why, reason, dayOf(p.Today), hashOf(text), "", ""
	p.put(&p.shut, Step{
		Do: Close, Key: s.Key, Number: i.Number, Body: i.write(text, s), Reason: reason, Wake: i.Snoozed, Why: says, Was: i.Issue,
	})
}

// update plans a change of an open issue, or of its label.
func (p *planner) update(i *seen, text string, s state, says string) {
	p.put(&p.quiet, Step{Do: Update, Key: s.Key, Number: i.Number, Body: i.write(text, s), Label: !i.Labelled, Why: says, Was: i.Issue})
}

// put adds a step, unless a person has filled the body to the brim: it stays as
// it is.
func (p *planner) put(to *[]Step, s Step) {
	if utf8.RuneCountInString(s.Body) <= maxText {
		*to = append(*to, s)
	}
}

// label plans to put the label back on an open issue that is otherwise as it
// should be.
func (p *planner) label(i *seen) {
	if !i.Labelled {
		p.put(&p.quiet, Step{Do: Update, Key: i.state.Key, Number: i.Number, Body: i.Body, Label: true, Why: "its label is missing", Was: i.Issue})
	}
}

// open plans a new issue, which names the last one for the same, or takes up that
// where it was closed a short while ago. One that a person silenced since stays
// silent.
func (p *planner) open(f *issuesOf, title, text string, s state) {
	if i := f.recent(p.Today); i != nil && i.state.Reason == s.Reason && i.state.Until == s.Until && i.state.Due == s.Due {
		p.put(&p.fresh, Step{
			Do: Reopen, Key: s.Key, Number: i.Number, Body: i.write(text, s), Reason: Reopened,
			Label: !i.Labelled, Why: "it is due again", Was: i.Issue,
		})
		return
	}
	b := body{region: true}
	if n := len(f.closed); n > 0 {
		b.after = "\n\n" + previousText(f.closed[n-1].Number)
	}
	p.fresh = append(p.fresh, Step{Do: Open, Key: s.Key, Title: title, Body: b.write(text, s), Why: "it is due"})
}

// again plans to open once more what a person closed as done, and to say why.
func (p *planner) again(i *seen, text string, s state, comment string) {
	s.Again, s.Spoke, s.Run = true, dayOf(p.Today), p.Run
	if i.Locked {
		comment = ""
	} else {
		comment = signed(comment, s, "again")
	}
	p.put(&p.fresh, Step{
		Do: Reopen, Key: s.Key, Number: i.Number, Body: i.write(text, s), Reason: Reopened, Label: !i.Labelled,
		Why: "closed as done, and not in the log", Comment: comment, Was: i.Issue,
	})
}
