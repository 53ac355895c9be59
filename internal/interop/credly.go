package interop

import (
	"strings"

	"github.com/honelog/hone/tracker"
)

// readCredly reads the badges.json that Credly shows of a person's profile:
// certifications, and what was learned as courses. A badge that was revoked, or
// not accepted, is left out.
func readCredly(data []byte, _ Options) (r Reading) {
	v, ok := decode(data, &r)
	if !ok {
		return r
	}
	whole := asObject(v)
	badges, isList := v.([]any)
	if inner, ok := whole["data"].([]any); ok {
		badges, isList = inner, true
	}
	if !isList {
		r.fault(Place{}, "it is no list of Credly's badges: there is no \"data\"", "save https://www.credly.com/users/NAME/badges.json from the browser")
		return r
	}
	if pages := whole.object("metadata").text("total_pages"); pages != "" && pages != "1" && pages != "0" {
		r.Notes = append(r.Notes, "it is page "+whole.object("metadata").text("current_page")+" of "+pages+": save the others too (badges.json?page=2)")
	}
	for i, v := range r.things(badges) {
		r.credlyBadge(asObject(v), Place{Unit: "badge", N: i + 1})
	}
	return r
}

func (r *Reading) credlyBadge(b object, at Place) {
	template := b.object("badge_template")
	title := template.text("name")
	if title == "" {
		r.fault(at, "it has no badge_template with a name", "save the file again, as it came")
		return
	}
	switch state := strings.ToLower(b.text("state")); state {
	case "", "accepted", "issued":
	default:
		r.leave(at, title, state)
		return
	}
	kind, issuer, date := tracker.KindOf("certification"), "issuer", "earned"
	if strings.EqualFold(template.text("type_category"), "Learning") {
		kind, issuer, date = tracker.KindOf("course"), "provider", "finished"
	}
	e := Entry{Kind: kind, Place: at, Source: "credly:" + b.text("id")}
	if b.text("id") == "" {
		e.Source = identity("credly", title, b.text("issued_at"))
	}
	e.set("title", at.under("badge_template.name"), title)
	e.set(issuer, at.under("issuer"), credlyIssuer(b.object("issuer"), template.object("issuer")))
	if id := b.text("id"); id != "" {
		e.set("url", at.under("id"), link("https://www.credly.com/badges/"+id))
	}
	issued, key := b.first("issued_at_date", "issued_at")
	if issued == "" {
		r.leave(at, title, "without a date")
		return
	}
	ok := r.day(&e, date, issued, at.under(key))
	if ends, key := b.first("expires_at_date", "expires_at"); ends != "" && kind.Key("expires") != nil {
		ok = r.day(&e, "expires", ends, at.under(key)) && ok
	}
	if ok {
		r.Entries = append(r.Entries, e)
	}
}

// credlyIssuer returns the name of who issued a badge: the primary one, or the
// first.
func credlyIssuer(issuers ...object) string {
	for _, i := range issuers {
		name := ""
		for _, v := range list(i["entities"]) {
			e := asObject(v)
			n := e.object("entity").text("name")
			if primary, _ := e["primary"].(bool); n != "" && (name == "" || primary) {
				name = n
			}
		}
		if name != "" {
			return name
		}
		if name = i.text("name"); name != "" {
			return name
		}
		if name = strings.TrimPrefix(i.text("summary"), "issued by "); name != "" {
			return name
		}
	}
	return ""
}
