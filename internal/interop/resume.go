package interop

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/tracker"
)

// readResume reads the certificates of a JSON Resume. The other parts of it are
// a person's work rather than their learning, or have no day: they are left.
func readResume(data []byte, _ Options) (r Reading) {
	v, ok := decode(data, &r)
	if !ok {
		return r
	}
	whole := asObject(v)
	certificates, is := whole["certificates"].([]any)
	if !is && whole["basics"] == nil && whole["work"] == nil && whole["education"] == nil {
		r.fault(Place{}, "it is no JSON Resume: it has neither certificates nor basics, work or education", "save the resume.json of jsonresume.org")
		return r
	}
	if !is {
		r.Notes = append(r.Notes, `it has no list "certificates"`)
	}
	for i, v := range r.things(certificates) {
		at := Place{Unit: "certificate", N: i + 1}
		c := asObject(v)
		title := c.text("name")
		e := Entry{Kind: tracker.KindOf("certification"), Place: at, Source: identity("json-resume", title, c.text("issuer"))}
		e.set("title", at.under("name"), title)
		e.set("issuer", at.under("issuer"), c.text("issuer"))
		e.set("url", at.under("url"), link(c.text("url")))
		switch date := c.text("date"); {
		case title == "":
			r.leave(at, title, "without a name")
		case date == "":
			r.leave(at, title, "without a date")
		case isYear(date):
			r.leave(at, title, "dated with a year alone")
		case r.day(&e, "earned", date, at.under("date")):
			r.Entries = append(r.Entries, e)
		}
	}
	var others []string
	for _, part := range []string{"volunteer", "publications", "awards", "projects", "education"} {
		if n := len(list(whole[part])); n > 0 {
			others = append(others, fmt.Sprintf("%s (%d)", part, n))
		}
	}
	if len(others) > 0 {
		r.Notes = append(r.Notes, "only certificates are taken; left: "+strings.Join(others, ", "))
	}
	return r
}
