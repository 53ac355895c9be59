package nudge

import (
	"cmp"
	"maps"
	"slices"
)

// Plan returns the steps from the issues that are there to those that should
// be: what closes first, then what is new, the credentials before the goals,
// then what changes in silence. On issues that are as they should be, it
// returns none.
func Plan(w Want, issues []Issue) []Step {
	p := &planner{Want: w, found: sortOut(&w, issues), known: map[Key]bool{}}
	for i := range w.Credentials {
		p.credential(&w.Credentials[i])
	}
	for i := range w.Goals {
		p.goal(&w.Goals[i])
	}
	p.others()
	if len(p.fresh) > MaxNew {
		p.fresh = p.fresh[:MaxNew]
	}
	return slices.Concat(p.shut, p.fresh, p.quiet)
}

// planner collects steps.
type planner struct {
	Want
	found map[Key]*issuesOf
	known map[Key]bool // what has a goal or a credential

	shut, fresh, quiet []Step
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

// others closes the issues of what is not in the log any more, or of
// everything when no nudges are wanted. A log with errors may still have it.
func (p *planner) others() {
	keys := slices.SortedFunc(maps.Keys(p.found), func(a, b Key) int {
		return cmp.Or(cmp.Compare(a.Of, b.Of), cmp.Compare(a.ID, b.ID))
	})
	for _, k := range keys {
		f := p.found[k]
		if len(f.open) == 0 || f.claimed() || p.known[k] && !p.Off || p.Faulty && !p.Off {
			continue
		}
		if i := p.oldest(f); i.held() {
			continue
		} else if p.Off {
			p.close(i, NotPlanned, whyOff, offText, "nudges are off")
		} else {
			p.close(i, NotPlanned, whyRemoved, removedText, "it is not followed any more")
		}
	}
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
	s.Phase, s.Why, s.Shut, s.Hash = phaseClosed, why, dayOf(p.Today), hashOf(text)
	p.shut = append(p.shut, Step{
		Do: Close, Key: s.Key, Number: i.Number, Body: i.write(text, s), Reason: reason, Why: says, Was: i.Issue,
	})
}

// update plans a change of an open issue, or of its label.
func (p *planner) update(i *seen, text string, s state, says string) {
	step := Step{Do: Update, Key: s.Key, Number: i.Number, Body: i.write(text, s), Label: !i.Labelled, Why: says, Was: i.Issue}
	p.quiet = append(p.quiet, step)
}

// label plans to put the label back on an open issue that is otherwise as it
// should be.
func (p *planner) label(i *seen) {
	if !i.Labelled {
		p.quiet = append(p.quiet, Step{Do: Update, Key: i.state.Key, Number: i.Number, Body: i.Body, Label: true, Why: "its label is missing", Was: i.Issue})
	}
}

// open plans a new issue, or takes up one that we closed a short while ago for
// the same.
func (p *planner) open(f *issuesOf, title, text string, s state) {
	if i := f.recent(p.Today); i != nil && i.state.Reason == s.Reason && i.state.Until == s.Until && i.state.Due == s.Due {
		s.Opened = cmp.Or(i.state.Opened, s.Opened)
		p.fresh = append(p.fresh, Step{
			Do: Reopen, Key: s.Key, Number: i.Number, Body: i.write(text, s), Reason: Reopened, Label: !i.Labelled, Why: "it is due again", Was: i.Issue,
		})
		return
	}
	b := body{region: true}
	p.fresh = append(p.fresh, Step{Do: Open, Key: s.Key, Title: title, Body: b.write(text, s), Why: "it is due"})
}
