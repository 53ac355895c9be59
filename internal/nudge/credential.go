package nudge

import (
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// credential plans what becomes of a credential's issue: it opens in the last
// 90 days before the expiry and closes on renewal. One that expired longer ago
// than that opens none.
func (p *planner) credential(c *tracker.Credential) {
	k, f := p.issues(OfCredential, c.ID)
	if p.Off || p.Digest || f.claimed() {
		return
	}
	soon := endsSoon(c)
	if len(f.open) > 0 {
		i := p.oldest(f)
		switch {
		case i.held() && !soon:
		case !soon:
			p.close(i, Completed, whyBack, renewedText(c), "renewed")
		default:
			p.renewCredential(i, c)
		}
		return
	}
	if !soon || *c.DaysLeft < -expiryDays {
		return
	}
	quiet, again := p.dismissal(k, func(closed civil.Date) bool { return isRenewed(c, closed) })
	if quiet {
		return
	}
	if again != nil {
		s, text := p.credentialNudge(again.state, c)
		p.again(again, text, s, credentialAgain(c))
		return
	}
	s, text := p.credentialNudge(state{Key: k}, c)
	p.open(f, credentialTitle(p.Name, c), text, s)
}

// endsSoon reports whether a credential asks for its renewal.
func endsSoon(c *tracker.Credential) bool { return c.Expires != nil && *c.DaysLeft <= expiryDays }

// isRenewed reports whether a credential was renewed since a day. It was if it
// was earned later, or if its last 90 days began later.
func isRenewed(c *tracker.Credential, since civil.Date) bool {
	return c.Earned > since || c.Expires == nil || *c.Expires-expiryDays > since
}

// renewCredential brings the text up to date when it is a new one.
func (p *planner) renewCredential(i *seen, c *tracker.Credential) {
	s, text := p.rested(i.state, nil), i.text()
	if i.takenOut() || !i.held() && hashOf(p.credentialText(i.state, c)) == i.state.Hash {
		p.rest(i, nil)
	} else {
		s, text = p.credentialNudge(s, c)
		p.update(i, text, s, "its text changes")
	}
	p.remind(i, text, s, nil, func(next *civil.Date) string { return credentialReminder(c, next, p.Today) })
}

// credentialNudge is what an issue that is open says today, and its state then.
func (p *planner) credentialNudge(s state, c *tracker.Credential) (now state, text string) {
	s = s.opened(p.Today)
	text = p.credentialText(s, c)
	s.AsOf, s.Hash, s.Reason, s.Due = dayOf(p.Today), hashOf(text), reasonExpiry, dayOf(*c.Expires)
	return s, text
}
