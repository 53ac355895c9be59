package export

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Atom is what was done as a feed (RFC 4287), the latest first. Ids stay while an
// entry keeps its id, or else its kind, title and day. An entry is of the day it
// counts on, the feed of its latest one. The feed's own id is its address where
// that is known, else made from its owner's name.
func Atom(l *tracker.Log, o Options) []byte {
	entries := slices.DeleteFunc(o.Entries(l), func(e *tracker.Entry) bool { return !o.done(e) })
	slices.Reverse(entries)
	updated := o.Today
	for i, e := range entries {
		if d := firstOf(e.When); i == 0 || d > updated {
			updated = d
		}
	}
	var f feed
	f.WriteString(xml.Header)
	f.WriteString(`<feed xmlns="http://www.w3.org/2005/Atom">` + "\n")
	f.element("  ", "title", calendarName(o))
	f.element("  ", "id", cmp.Or(uri(o.URL), uuid("feed\n"+o.Name)))
	f.element("  ", "updated", moment(updated))
	f.WriteString("  <author>\n")
	f.element("    ", "name", cmp.Or(words.Plain(o.Name), "a learner"))
	f.WriteString("  </author>\n")
	if o.URL != "" {
		f.empty("  ", "link", "rel", "self", "type", "application/atom+xml", "href", uri(o.URL))
	}
	f.WriteString(`  <generator uri="https://github.com/honelog/hone">hone</generator>` + "\n")
	var known keys
	ids := map[*tracker.Entry]string{}
	for _, e := range slices.Backward(entries) { // the first of two alike has the plain key
		ids[e] = known.of(e)
	}
	for _, e := range entries {
		f.entry(e, ids[e])
	}
	f.WriteString("</feed>\n")
	return f.Bytes()
}

type feed struct{ bytes.Buffer }

func (f *feed) entry(e *tracker.Entry, key string) {
	f.WriteString("  <entry>\n")
	f.element("    ", "title", nameOf(e))
	f.element("    ", "id", "urn:uuid:"+dashed(key))
	f.element("    ", "updated", moment(firstOf(e.When)))
	f.element("    ", "published", moment(firstOf(e.When)))
	if link := uri(e.Field("url")); link != "" {
		f.empty("    ", "link", "rel", "alternate", "href", link)
	}
	f.empty("    ", "category", "term", cmp.Or(e.Activity, e.Kind.Name))
	for _, s := range e.Skills {
		if s != cmp.Or(e.Activity, e.Kind.Name) {
			f.empty("    ", "category", "term", s)
		}
	}
	kind, _, _ := strings.Cut(e.Kind.Says, ";")
	one := e.Kind.One
	if e.Activity != "" {
		one = strings.ReplaceAll(e.Activity, "-", " ")
		kind = one
	}
	says := words.Sentence(kind)
	if by := byWhom(e); by != "" {
		says = words.Sentence(one + ", " + by)
	}
	if takeaway := strings.TrimSpace(lines(e.Field("takeaway"))); takeaway != "" {
		says += "\n\n" + takeaway
	}
	f.element("    ", "content", says)
	f.WriteString("  </entry>\n")
}

// nameOf is what an entry is called, with a capital where hone calls it so.
func nameOf(e *tracker.Entry) string {
	if e.Title != "" {
		return words.Plain(e.Title)
	}
	return words.Capital(words.Plain(e.Name()))
}

// byWhom says who wrote, gave or issued it, or where it was.
func byWhom(e *tracker.Entry) string {
	for _, key := range []string{"author", "provider", "issuer", "by", "at", "place"} {
		if s := words.Plain(e.Field(key)); s != "" {
			switch key {
			case "at":
				return "at " + s
			case "place": // a city or a hall
				return s
			}
			return "by " + s
		}
	}
	return ""
}

func (f *feed) element(indent, name, text string) {
	f.WriteString(indent + "<" + name + ">")
	f.escape(text)
	f.WriteString("</" + name + ">\n")
}

// empty writes an element of attributes: names and values by turns.
func (f *feed) empty(indent, name string, attributes ...string) {
	f.WriteString(indent + "<" + name)
	for i := 0; i < len(attributes); i += 2 {
		f.WriteString(" " + attributes[i] + `="`)
		f.escape(attributes[i+1])
		f.WriteString(`"`)
	}
	f.WriteString("/>\n")
}

func (f *feed) escape(s string) {
	if err := xml.EscapeText(f, []byte(s)); err != nil {
		panic(err) // memory
	}
}

// firstOf is a day, or the first day of a month: that stays while the month lasts.
func firstOf(d tracker.Day) civil.Date {
	if y, m, _ := d.Last().YMD(); d.Month {
		return civil.Of(y, m, 1)
	}
	return d.Last()
}

// moment is the beginning of a day in UTC.
func moment(d civil.Date) string { return d.String() + "T00:00:00Z" }

// uuid is a name as a UUID of version 8: one made by a rule of our own.
func uuid(name string) string { return "urn:uuid:" + dashed(digest(name)) }

func dashed(hex string) string {
	variant := "89ab"[hexValue(hex[16])&3]
	return hex[:8] + "-" + hex[8:12] + "-8" + hex[13:16] + "-" + string(variant) + hex[17:20] + "-" + hex[20:]
}

func hexValue(c byte) byte {
	if c >= 'a' {
		return c - 'a' + 10
	}
	return c - '0'
}
