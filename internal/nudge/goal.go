package nudge

import (
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// goal plans what becomes of a goal's issue.
func (p *planner) goal(g *Goal) {
	k, f := p.issues(OfGoal, g.ID)
	if p.Off || p.Digest || f.claimed() || g.Status == tracker.Invalid {
		return
	}
	if len(f.open) > 0 && !p.follow(p.oldest(f), g) {
		return
	}
	if !g.NudgeDue(p.After) {
		return
	}
	quiet, again := p.dismissal(k, g.wasBack)
	if quiet {
		return
	}
	if again != nil {
		s, text, _ := p.goalNudge(again.state, g)
		p.again(again, text, s, words.Again(&g.Standing, p.Today, g.links(p.Today)))
		return
	}
	s, text, title := p.goalNudge(state{Key: k}, g)
	p.open(f, title, text, s)
}

// wasBack reports whether a goal was on its line on any day from one on.
func (g *Goal) wasBack(since civil.Date) bool { return g.Back != nil && g.Back(since) }

func (g *Goal) links(asOf civil.Date) words.Links {
	if g.Links == nil {
		return words.Links{}
	}
	return g.Links(asOf)
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
		p.rest(i, g.PausedUntil)
	default:
		p.renew(i, g)
	}
	return false
}

// renew brings the text of an open issue up to date, if it says anything new:
// it is told as of the day on which it last changed.
func (p *planner) renew(i *seen, g *Goal) {
	asOf, ok := i.state.AsOf.date()
	_, same := p.goalText(i.state, g, asOf, i.state.Rate)
	s, text := p.rested(i.state, nil), i.text()
	if i.takenOut() || ok && !i.held() && hashOf(same) == i.state.Hash {
		p.rest(i, nil)
	} else {
		s, text, _ = p.goalNudge(s, g)
		p.update(i, text, s, "its text changes")
	}
	if g.NudgeDue(p.After) {
		p.remind(i, text, s, g.Fed, func(next *civil.Date) string { return words.Reminder(&g.Standing, p.Today, next) })
	}
}

// goalNudge is what an issue that is open says today, and its state then.
func (p *planner) goalNudge(s state, g *Goal) (now state, text, title string) {
	s = s.opened(p.Today)
	rate := rateOf(g)
	title, text = p.goalText(s, g, p.Today, rate)
	s.AsOf, s.Rate, s.Hash = dayOf(p.Today), rate, hashOf(text)
	s.Reason = reasonLate
	if g.LateDays == 0 {
		s.Reason = reasonLast
	}
	s.From, s.Until = "", ""
	if g.Period != nil && !isShort(&g.Standing) {
		s.From, s.Until = dayOf(g.Period.From), dayOf(g.Period.Until)
	}
	return s, text, title
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

func rateOf(g *Goal) int {
	if g.RateDays == nil || g.Form == tracker.Every {
		return 0
	}
	return *g.RateDays
}
