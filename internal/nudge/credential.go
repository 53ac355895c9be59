package nudge

import "github.com/honelog/hone/tracker"

// credential plans what becomes of a credential's issue: it opens in the last
// 90 days before the expiry and closes on renewal. One that expired longer ago
// than that opens none.
func (p *planner) credential(c *tracker.Credential) {
	k, f := p.issues(OfCredential, c.ID)
	if p.Off || f.claimed() {
		return
	}
	soon := c.Expires != nil && *c.DaysLeft <= expiryDays
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
	if !soon || *c.DaysLeft < -expiryDays || letGo(f, c) {
		return
	}
	text := credentialText(c)
	p.open(f, credentialTitle(p.Name, c), text, p.credentialState(state{Key: k, Opened: dayOf(p.Today)}, c, text))
}

// renewCredential brings the text up to date when it is a new one.
func (p *planner) renewCredential(i *seen, c *tracker.Credential) {
	text := credentialText(c)
	if i.state.Phase == phaseOpen && (hashOf(text) == i.state.Hash || i.marked && !i.region) {
		p.label(i)
		return
	}
	p.update(i, text, p.credentialState(i.state, c, text), "its text changes")
}

func (p *planner) credentialState(s state, c *tracker.Credential, text string) state {
	s.Phase, s.Why, s.Shut = phaseOpen, "", ""
	s.AsOf, s.Hash, s.Reason, s.Due = dayOf(p.Today), hashOf(text), reasonExpiry, dayOf(*c.Expires)
	return s
}

// letGo reports whether a person closed an issue for the credential that was
// not renewed since. It was if it was earned later, or if its last 90 days
// began later.
func letGo(f *issuesOf, c *tracker.Credential) bool {
	for _, i := range f.closed {
		if i.dismissed() && c.Earned <= i.Closed && *c.Expires-expiryDays <= i.Closed {
			return true
		}
	}
	return false
}
