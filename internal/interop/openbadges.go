package interop

import (
	"strings"

	"github.com/honelog/hone/tracker"
)

// readOpenBadges reads Open Badges 2.0 assertions and 3.0 credentials: one, a
// list, or a presentation of several.
// Source: https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html,
// https://www.imsglobal.org/spec/ob/v3p0
func readOpenBadges(data []byte, o Options) (r Reading) {
	v, ok := decode(data, &r)
	if !ok {
		return r
	}
	credits := 0
	for i, v := range r.things(badgesIn(v, 0)) {
		at := Place{Unit: "badge", N: i + 1}
		b := asObject(v)
		switch {
		case b == nil:
			says, help := "it is no badge", "save the badge as JSON"
			if s := textOf(v); isJWT([]byte(s)) {
				says, help = "it is a signed token (JWT), and what it says is packed inside", "download the credential as JSON: hone reads no signatures, and trusts none"
			} else if link(s) != "" {
				says, help = "it is only the address of a badge", "download what is there, and import that: hone fetches nothing"
			}
			r.fault(at, says, help)
		case b["credentialSubject"] != nil:
			r.badge3(b, at, o, &credits)
		case b["badge"] != nil || b["issuedOn"] != nil:
			r.badge2(b, at)
		default:
			r.fault(at, "it is neither an Open Badges 2.0 assertion nor a 3.0 credential", "save the assertion that was issued to you, not the class of badge or the issuer")
		}
	}
	if credits > 0 {
		r.Notes = append(r.Notes, amount(credits, "badge says", "badges say")+" how many credits it earned: --credits CREDENTIAL takes them, as credits towards that")
	}
	return r
}

// badgesIn returns the badges of a file: in a list, or below the key that
// exports and presentations have.
func badgesIn(v any, depth int) []any {
	if items, ok := v.([]any); ok {
		return items
	}
	o := asObject(v)
	for _, key := range []string{"verifiableCredential", "assertions", "badges", "credentials"} {
		if inner, ok := o[key]; ok && depth < 3 {
			if wrapped := asObject(inner); wrapped != nil && wrapped["credentialSubject"] == nil {
				return badgesIn(inner, depth+1)
			}
			return list(inner)
		}
	}
	return []any{v}
}

// badge2 reads an assertion of version 2.0.
func (r *Reading) badge2(b object, at Place) {
	class := b.object("badge")
	title := class.text("name")
	id := b.text("id")
	switch {
	case title == "":
		r.fault(at.under("badge"), "the badge is named by its address alone", "download the badge with its class in it; hone fetches nothing")
		return
	case b["revoked"] == true:
		r.leave(at, title, "revoked")
		return
	}
	e := Entry{Kind: tracker.KindOf("certification"), Place: at}
	e.set("title", at.under("badge.name"), title)
	e.set("issuer", at.under("badge.issuer.name"), class.object("issuer").text("name"))
	e.set("url", at.under("id"), link(id))
	e.evidence(b["evidence"], at.under("evidence"))
	r.dated(&e, b, id, at, []string{"issuedOn"}, []string{"expires"})
}

// badge3 reads a credential of version 3.0. The credits that it earned are
// counted where no credential is named that they are for.
func (r *Reading) badge3(b object, at Place, o Options, credits *int) {
	subject := asObject(list(b["credentialSubject"])[0])
	achievement := asObject(nil)
	if a := list(subject["achievement"]); len(a) > 0 {
		achievement = asObject(a[0])
	}
	title := achievement.text("name")
	if title == "" {
		title = b.text("name")
	}
	if title == "" {
		r.fault(at.under("credentialSubject.achievement"), "the achievement has no name", "download the credential with its achievement in it; hone fetches nothing")
		return
	}
	kind, issuer := tracker.KindOf("certification"), "issuer"
	switch what := achievement.types("achievementType", "type"); {
	case is(what, "Course", "LearningProgram", "ext:LearningProgram"):
		kind, issuer = tracker.KindOf("course"), "provider"
	case is(what, "CommunityService"):
		kind, issuer = tracker.KindOf("volunteering"), ""
	}
	id := b.text("id")
	e := Entry{Kind: kind, Place: at}
	e.set("title", at.under("credentialSubject.achievement.name"), title)
	if issuer != "" {
		e.set(issuer, at.under("issuer.name"), b.object("issuer").text("name"))
	}
	e.set("url", at.under("id"), link(id))
	e.evidence(b["evidence"], at.under("evidence"))
	if n := subject.number("creditsEarned"); n != "" && n != "0" {
		if o.Credits == "" {
			*credits++
		} else {
			e.set("credits", at.under("credentialSubject.creditsEarned"), o.Credits+"="+n)
		}
	}
	r.dated(&e, b, id, at, []string{"validFrom", "issuanceDate", "awardedDate"}, []string{"validUntil", "expirationDate"})
}

// dated gives a badge its days and its source, and takes it.
func (r *Reading) dated(e *Entry, b object, id string, at Place, from, until []string) {
	e.Source = "open-badges:" + id
	issued, key := b.first(from...)
	if id == "" {
		e.Source = identity("open-badges", e.Title(), issued)
	}
	if issued == "" {
		r.leave(at, e.Title(), "without a date")
		return
	}
	date := e.Kind.Counts
	ok := r.day(e, date, issued, at.under(key))
	if ends, key := b.first(until...); ends != "" && e.Kind.Key("expires") != nil {
		ok = r.day(e, "expires", ends, at.under(key)) && ok
	}
	if ok {
		r.Entries = append(r.Entries, *e)
	}
}

// evidence takes the links of what proves a badge.
func (e *Entry) evidence(v any, at Place) {
	var links []string
	for _, item := range list(v) {
		s := textOf(item)
		if o := asObject(item); o != nil {
			s = o.text("id")
		}
		if s = link(s); s != "" && len(links) < 100 && !strings.Contains(strings.Join(links, "\n"), s) {
			links = append(links, s)
		}
	}
	e.set("evidence", at, links...)
}
