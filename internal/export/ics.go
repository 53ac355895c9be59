package export

import (
	"cmp"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// ICS is what has its day as a calendar (RFC 5545): the next due date of each
// goal, or the day since which it is late, the last day of each credential, and
// the entries that are planned for a day. All are events of whole days. An event keeps its UID while its goal,
// credential or entry stays what it is, so that a calendar that reads the file
// again moves it. DTSTAMP is the beginning of today in UTC.
func ICS(l *tracker.Log, o Options) []byte {
	var c calendar
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//honelog//hone//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.text("NAME", calendarName(o))
	c.text("X-WR-CALNAME", calendarName(o))
	for _, e := range o.events(l) {
		c.event(e, o.Today)
	}
	c.line("END", "VCALENDAR")
	return []byte(c.String())
}

// events are the events that go out, by their days.
func (o Options) events(l *tracker.Log) []event {
	events := append(o.deadlines(l), o.planned(l)...)
	events = slices.DeleteFunc(events, func(e event) bool { return !o.within(e.first) })
	slices.SortStableFunc(events, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.first, b.first), strings.Compare(a.uid, b.uid))
	})
	return events
}

func calendarName(o Options) string {
	if o.Name == "" {
		return "Learning"
	}
	return "Learning of " + words.Plain(o.Name)
}

// event is something of one or several whole days, both ends included.
type event struct {
	uid         string
	first, last civil.Date
	summary     string
	description string
	location    string
	url         string
	category    string
	deadline    bool // it takes none of the day's time
}

// deadlines are the due dates of goals and the last days of credentials.
func (o Options) deadlines(l *tracker.Log) (events []event) {
	for _, g := range o.goals(l) {
		s, ok := l.Standing(g, o.Today)
		if !ok || s.Due == nil || s.Next == nil {
			continue
		}
		on := *s.Due
		if s.LateSince != nil {
			on = *s.LateSince
		}
		events = append(events, event{
			uid: digest("goal\n"+g.ID) + "@hone", first: on, last: on, deadline: true, category: "goal",
			summary: words.Capital(words.NextStep(&s, o.Today)), description: words.Plain(s.Title) + ": " + words.SoFar(&s),
		})
	}
	for _, c := range o.credentials(l) {
		if c.Expires == nil {
			continue
		}
		says := " expires"
		if c.Status == tracker.CredentialExpired {
			says = " expired"
		}
		events = append(events, event{
			uid: digest("credential\n"+c.ID) + "@hone", first: *c.Expires, last: *c.Expires, deadline: true, category: "credential",
			summary: words.Plain(c.Title) + says, description: words.Plain(c.Issuer),
		})
	}
	return events
}

// planned are the entries for a day to come, and those that last until one. A
// month is no day.
func (o Options) planned(l *tracker.Log) (events []event) {
	var known keys
	for _, e := range o.Entries(l) {
		if !e.When.Set || e.When.Month || e.Dropped.Set || e.When.Last() <= o.Today {
			continue
		}
		x := event{
			uid: known.of(e) + "@hone", first: e.When.Last(), last: e.When.Last(), summary: nameOf(e),
			description: e.Field("takeaway"), location: words.Plain(cmp.Or(e.Field("place"), e.Field("at"))), url: uri(e.Field("url")), category: cmp.Or(e.Activity, e.Kind.Name),
		}
		if e.Kind.Else != "" && e.Begun.Set && !e.Begun.Month {
			x.first = e.Begun.Last()
		}
		events = append(events, x)
	}
	return events
}

// calendar writes content lines.
type calendar struct{ strings.Builder }

func (c *calendar) event(e event, today civil.Date) {
	c.line("BEGIN", "VEVENT")
	c.line("UID", e.uid)
	c.line("DTSTAMP", basic(today)+"T000000Z")
	c.line("DTSTART;VALUE=DATE", basic(e.first))
	if end := e.last + 1; end.Year() <= 9999 { // exclusive; without it the event is of one day
		c.line("DTEND;VALUE=DATE", basic(end))
	}
	c.text("SUMMARY", e.summary)
	c.text("DESCRIPTION", e.description)
	c.text("LOCATION", e.location)
	if e.url != "" {
		c.line("URL", e.url)
	}
	c.text("CATEGORIES", e.category)
	if e.deadline {
		c.line("TRANSP", "TRANSPARENT")
	}
	c.line("END", "VEVENT")
}

// basic is a date without dashes.
func basic(d civil.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

var icsEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// text writes a property that is a text, unless it is empty.
func (c *calendar) text(name, s string) {
	if s = strings.TrimSpace(lines(s)); s != "" {
		c.line(name, icsEscapes.Replace(s))
	}
}

// line writes a content line, folded so that no line has more than 75 bytes or
// breaks within a character.
func (c *calendar) line(name, value string) {
	rest, most := name+":"+value, 75
	for {
		head := cut(rest, most)
		c.WriteString(head + "\r\n")
		if rest = rest[len(head):]; rest == "" {
			return
		}
		c.WriteByte(' ')
		most = 74 // the space counts
	}
}
