package nudge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// A digest is one issue for everything that asks for a step. It tells of each
// matter from the day on which that would open an issue of its own, up to the
// day on which that would close. What a person closed it with stays quiet, each
// matter until it was well again; another may open a new one.

// matter is a goal or a credential, as a digest sees it.
type matter struct {
	key        Key
	goal       *Goal
	credential *tracker.Credential
	due        bool // would open an issue
	open       bool // would keep one open
}

// matters lists what the log has, the credentials first.
func (p *planner) matters() (all []matter) {
	for n := range p.Credentials {
		c := &p.Credentials[n]
		soon := endsSoon(c)
		all = append(all, matter{key: Key{p.Name, OfCredential, c.ID}, credential: c, due: soon && *c.DaysLeft >= -expiryDays, open: soon})
	}
	for n := range p.Goals {
		g := &p.Goals[n]
		rests := g.Status == tracker.Paused && p.pauseIsLong(g)
		all = append(all, matter{key: Key{p.Name, OfGoal, g.ID}, goal: g, due: g.NudgeDue(p.After), open: !settled(&g.Standing, p.After) && !rests})
	}
	return all
}

func (m *matter) well(since civil.Date) bool {
	if m.goal != nil {
		return m.goal.wasBack(since)
	}
	return isRenewed(m.credential, since)
}

// digest plans what becomes of the one issue for everything.
func (p *planner) digest() {
	if !p.Digest || p.Off || p.Faulty {
		return
	}
	k, f := p.issues(OfAll, OfAll)
	if f.claimed() {
		return
	}
	var i, again *seen
	if len(f.open) > 0 {
		i = p.oldest(f)
	}
	due, shown := false, []matter(nil)
	for _, m := range p.matters() {
		quiet, once := p.dismissal(m.key, m.well)
		if quiet {
			continue
		}
		if m.due {
			due = true
			if again == nil {
				again = once
			}
		}
		if m.due || m.open && i != nil && i.tellsOf(m.key.ID) {
			shown = append(shown, m)
		}
	}
	switch {
	case i != nil && i.held() && !due:
		// A person wants it open.
	case i != nil && len(shown) == 0:
		reason, why, text := p.digestEnd(i)
		p.close(i, reason, why, text, "nothing is late any more")
	case i != nil:
		p.renewDigest(i, shown)
	case !due:
	case again != nil:
		s, text := p.digestNudge(again.state, shown)
		p.again(again, text, s, digestAgain(p.list(shown, p.Today, maxSaid)))
	default:
		s, text := p.digestNudge(state{Key: k}, shown)
		p.open(f, digestTitle(p.Name), text, s)
	}
}

// renewDigest brings the text up to date, if it says anything new.
func (p *planner) renewDigest(i *seen, shown []matter) {
	asOf, ok := i.state.AsOf.date()
	s, text := p.rested(i.state, nil), i.text()
	if i.takenOut() || ok && !i.held() && hashOf(p.digestText(i.state, shown, asOf)) == i.state.Hash {
		p.rest(i, nil)
	} else {
		s, text = p.digestNudge(s, shown)
		p.update(i, text, s, "its text changes")
	}
	var fed *civil.Date
	for _, m := range shown {
		if m.goal != nil && m.goal.Fed != nil && (fed == nil || *m.goal.Fed > *fed) {
			fed = m.goal.Fed
		}
	}
	if slices.ContainsFunc(shown, func(m matter) bool { return m.due }) {
		p.remind(i, text, s, fed, func(next *civil.Date) string { return digestReminder(p.list(shown, p.Today, maxSaid), next, p.Today) })
	}
}

// digestNudge is what an issue that is open says today, and its state then.
func (p *planner) digestNudge(s state, shown []matter) (now state, text string) {
	s = s.opened(p.Today)
	text = p.digestText(s, shown, p.Today)
	s.AsOf, s.Hash, s.Reason, s.In = dayOf(p.Today), hashOf(text), reasonLate, idsOf(shown)
	return s, text
}

// digestText is the text of a digest, as of a day.
func (p *planner) digestText(s state, shown []matter, asOf civil.Date) string {
	return strings.TrimSpace(words.Digest(p.list(shown, asOf, maxMatters), asOf, p.links(asOf), p.aside(s, "")))
}

// links are where the issue for everything leads to.
func (w *Want) links(asOf civil.Date) words.Links {
	if w.Links == nil {
		return words.Links{}
	}
	return w.Links(asOf)
}

// digestEnd is how a digest ends that has nothing to tell of any more: with a
// word about each matter that it told of.
func (p *planner) digestEnd(i *seen) (reason, why, text string) {
	reason, why = Completed, whyBack
	opened, _ := i.state.Opened.date()
	var said words.Matters
	resting := true
	for _, m := range p.matters() {
		if !i.tellsOf(m.key.ID) || i.state.In == "" {
			continue
		}
		line := ""
		switch g := m.goal; {
		case g == nil:
			line = renewedText(m.credential)
		case g.Status == tracker.Paused:
			line = pauseText(*g.PausedUntil)
		case g.Status == tracker.Missed:
			line, _ = resultText(g, g.Period.From, g.Period.Until)
			reason, why = NotPlanned, whyResult
		case g.Last != nil && g.Last.Result == tracker.ResultMissed && g.Last.Until >= opened && !isShort(&g.Standing):
			line, _ = resultText(g, g.Last.From, g.Last.Until)
			reason, why = NotPlanned, whyResult
		default:
			line = backText(g, i.state.Opened)
		}
		resting = resting && m.goal != nil && m.goal.Status == tracker.Paused
		if m.goal != nil {
			line = fmt.Sprintf("**%s**: %s", words.Escape(cut(m.goal.Title, maxTitle)), line)
		}
		if len(said.Lines) == maxMatters {
			said.More++
			continue
		}
		said.Lines = append(said.Lines, line)
	}
	switch {
	case len(said.Lines) == 0:
		return NotPlanned, whyRemoved, removedText
	case resting:
		reason, why = NotPlanned, whyPause
	}
	return reason, why, "Nothing is late any more.\n\n" + strings.TrimSpace(said.Bullets(""))
}
