package nudge

import (
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// goal plans what becomes of a goal's issue.
func (p *planner) goal(g *Goal) {
	k, f := p.issues(OfGoal, g.ID)
	if p.Off || f.claimed() || g.Status == tracker.Invalid {
		return
	}
	if len(f.open) > 0 && !p.follow(p.oldest(f), g) {
		return
	}
	if !g.NudgeDue(p.After) || p.quieted(f, g) {
		return
	}
	rate := rateOf(g)
	n := goalText(p.Name, g, p.Today, rate)
	p.open(f, n.Title, n.Body, p.goalState(state{Key: k, Opened: dayOf(p.Today)}, g, n, rate))
}

// follow plans what becomes of an open issue. It returns true when another may
// open on the same day: the next period's.
func (p *planner) follow(i *seen, g *Goal) (another bool) {
	switch {
	case i.held() && !g.NudgeDue(p.After):
		// A person wants it open.
	case !i.held() && p.turned(i, g):
		from, _ := i.state.From.date()
		until, _ := i.state.Until.date()
		text, reached := resultText(g, from, until)
		reason := NotPlanned
		if reached {
			reason = Completed
		}
		p.close(i, reason, whyResult, text, "its period is over")
		return true
	case g.Status == tracker.Missed:
		text, _ := resultText(g, g.Period.From, g.Period.Until)
		p.close(i, NotPlanned, whyResult, text, "its span is over")
	case settled(&g.Standing, p.After):
		p.close(i, Completed, whyBack, backText(g, i.state.Opened), "back on the line")
	case g.Status == tracker.Paused && p.pauseIsLong(g):
		p.close(i, NotPlanned, whyPause, pauseText(*g.PausedUntil), "a pause")
	case g.Due == nil || g.Status == tracker.Paused:
		p.label(i)
	default:
		p.renew(i, g)
	}
	return false
}

// renew brings the text of an open issue up to date, if it says anything new:
// it is told as of the day on which it last changed.
func (p *planner) renew(i *seen, g *Goal) {
	asOf, ok := i.state.AsOf.date()
	if ok && i.state.Phase == phaseOpen && hashOf(goalText(p.Name, g, asOf, i.state.Rate).Body) == i.state.Hash {
		p.label(i)
		return
	}
	if i.marked && !i.region && i.state.Phase == phaseOpen {
		p.label(i) // a person took our part out
		return
	}
	rate := rateOf(g)
	n := goalText(p.Name, g, p.Today, rate)
	p.update(i, n.Body, p.goalState(i.state, g, n, rate), "its text changes")
}

// goalState is the state of an issue that is open, with a text of today.
func (p *planner) goalState(s state, g *Goal, n words.Nudge, rate int) state {
	s.Phase, s.Why, s.Shut = phaseOpen, "", ""
	s.AsOf, s.Rate, s.Hash = dayOf(p.Today), rate, hashOf(n.Body)
	s.Reason = reasonLate
	if g.LateDays == 0 {
		s.Reason = reasonLast
	}
	s.From, s.Until = "", ""
	if g.Period != nil && !isShort(&g.Standing) {
		s.From, s.Until = dayOf(g.Period.From), dayOf(g.Period.Until)
	}
	return s
}

// turned reports whether the period that an issue was opened in is over: a
// longer one, or a span that the log has moved on.
func (p *planner) turned(i *seen, g *Goal) bool {
	until, ok := i.state.Until.date()
	return ok && g.Period != nil && !isShort(&g.Standing) && g.Period.From > until
}

// pauseIsLong reports whether today's pause closes an issue.
func (p *planner) pauseIsLong(g *Goal) bool {
	from, until := p.Today, *g.PausedUntil
	if g.Pause != nil {
		from, until = g.Pause.From, g.Pause.Until
	}
	return until-from+1 >= longPause
}

// quieted reports whether a person closed an issue for the goal, and the goal
// has not been back on its line since.
func (p *planner) quieted(f *issuesOf, g *Goal) bool {
	for _, i := range f.closed {
		if i.dismissed() && (g.Back == nil || !g.Back(i.Closed)) {
			return true
		}
	}
	return false
}

func rateOf(g *Goal) int {
	if g.RateDays == nil || g.Form == tracker.Every {
		return 0
	}
	return *g.RateDays
}
