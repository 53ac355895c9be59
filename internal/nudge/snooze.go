package nudge

import "github.com/honelog/hone/tracker/civil"

// maxSnooze is for how many days an issue can be silenced at a time.
const maxSnooze = 366

// Snooze silences an open issue: up to a day, and on it, no reminder comes. The
// body says so. ok is false where there is nothing to silence: the issue is not
// a nudge, is closed, or cannot be trusted; or where the day is not one of the
// year to come.
func Snooze(issue Issue, until, today civil.Date) (s Step, ok bool) {
	i := &seen{issue, readBody(issue.Body)}
	if !i.Trusted || !i.Open || !i.known || until <= today || until > today+maxSnooze {
		return Step{}, false
	}
	now := i.state
	now.Snooze = dayOf(until)
	return Step{
		Do: Update, Key: now.Key, Number: i.Number, Body: i.write(i.text(), now), Why: "snoozed until " + until.String(), Was: issue,
	}, true
}

// rested returns the state of an issue on a day: a snooze that is over is gone,
// and a pause, or nil, is the one that its text names.
func (p *planner) rested(s state, paused *civil.Date) state {
	s.Pause = ""
	if paused != nil {
		s.Pause = dayOf(*paused)
	}
	if until, ok := s.Snooze.date(); ok && until < p.Today {
		s.Snooze = ""
	}
	return s
}

// rest brings up to date what an open issue says of its rest, and its label.
func (p *planner) rest(i *seen, paused *civil.Date) {
	s := p.rested(i.state, paused)
	if i.held() || !i.marked || !i.region || s == i.state {
		p.label(i)
		return
	}
	p.update(i, i.text(), s, "its rest changes")
}
