package export

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Review is what a person did in a span, in Markdown, for a talk about the year:
// what they keep of it, how much by area and kind, the goals, the credentials,
// and all of it by kind. Without a span it is the calendar year of today.
func Review(l *tracker.Log, o Options) []byte {
	if o.Span == nil {
		y := o.Today.Year()
		o.Span = &tracker.Stretch{From: civil.Of(y, 1, 1), Until: civil.Of(y, 12, 31)}
	}
	r := review{log: l, o: o}
	for _, e := range o.Entries(l) {
		if o.done(e) {
			r.entries = append(r.entries, e)
		}
	}
	fmt.Fprintf(&r, "# What I learned %s\n\n%s\n", r.when(), r.sum())
	r.highlights()
	r.areas()
	r.goals()
	r.credentials()
	r.kinds()
	r.underWay()
	return []byte(r.String())
}

type review struct {
	strings.Builder
	log     *tracker.Log
	o       Options
	entries []*tracker.Entry // done in the span, by day
}

// when names the span: in 2026, from 1 Jan to 31 Mar 2026.
func (r *review) when() string {
	from, until := r.o.Span.From, r.o.Span.Until
	if y := from.Year(); from == civil.Of(y, 1, 1) && until == civil.Of(y, 12, 31) {
		return fmt.Sprintf("in %d", y)
	}
	return "from " + words.DayFrom(from, until) + " to " + words.DayYear(until)
}

// sum says in a line or two how much it was.
func (r *review) sum() string {
	var all tally
	for _, e := range r.entries {
		all.add(e)
	}
	says := words.Count(all.entries, "entry")
	if all.hours > 0 {
		says += ", " + words.Amount(all.hours, "hours")
	}
	if r.o.Today < r.o.Span.Until {
		says += ", up to " + words.LongDay(r.o.Today)
	}
	says += "."
	if all.hours > 0 && all.without > 0 {
		says += fmt.Sprintf(" Hours are those written down; %s without.", are(all.without))
	}
	return says
}

func are(n int) string {
	if n == 1 {
		return "1 entry is"
	}
	return fmt.Sprintf("%d entries are", n)
}

// highlights are the entries of which something is kept.
func (r *review) highlights() {
	head := "\n## Takeaways\n\n"
	for _, e := range r.entries {
		if takeaway := e.Field("takeaway"); takeaway != "" {
			kind := ""
			if e.Title != "" { // else the name says it
				kind = " (" + words.Escape(cmp.Or(e.Activity, e.Kind.Name)) + ")"
			}
			fmt.Fprintf(r, "%s- **%s**%s: %s\n", head, words.Escape(nameOf(e)), kind, words.Escape(takeaway))
			head = ""
		}
	}
}

func (r *review) areas() {
	var by [tracker.NumAreas]tally
	some := false
	for _, e := range r.entries {
		for a := range tracker.Area(tracker.NumAreas) {
			if e.Touches(a) {
				by[a].add(e)
				some = true
			}
		}
	}
	if !some {
		return
	}
	var t table
	for a := range tracker.Area(tracker.NumAreas) {
		if by[a].entries > 0 {
			t.add(a.Title(), by[a])
		}
	}
	r.WriteString("\n## By area\n\nAn entry that touches several areas counts in each.\n\n" + t.markdown("area"))
}

// goals tells of each goal how it went in the span.
func (r *review) goals() {
	went := "so far"
	if r.o.Span.Until < r.o.Today {
		went = "how it went"
	}
	head := "\n## Goals\n\n| goal | asks for | " + went + " |\n|---|---|---|\n"
	for _, g := range r.o.goals(r.log) {
		d, went := r.went(g)
		if went == "" {
			continue
		}
		asks := d.Asks()
		if d.Form == tracker.OneSpan {
			asks = words.Amount(d.Target, d.Unit) + " by " + words.DayYear(d.Until)
		}
		fmt.Fprintf(r, "%s| %s | %s | %s |\n", head, words.Escape(d.Title), words.Escape(asks), went)
		head = ""
	}
}

// went says how a goal went, as it was at the end of the span: how many of the
// periods that ended in the span were kept, and where the one stands that lasts
// still. It is "" for a goal that had no day in the span.
func (r *review) went(g *tracker.Goal) (d *tracker.Definition, says string) {
	day := min(r.o.Today, r.o.Span.Until)
	s, ok := r.log.Standing(g, day)
	if last := g.Latest(); !ok && last.HasUntil && r.o.within(last.Until) {
		day = last.Until
		s, ok = r.log.Standing(g, day)
	}
	if !ok || s.Status == tracker.Upcoming || s.Status == tracker.Invalid || s.Form != tracker.Every && s.Period == nil {
		return nil, ""
	}
	if s.Form == tracker.Every {
		if s.Kept == nil {
			return nil, ""
		}
		return s.Definition, "kept on " + words.Percent(words.Thousandths(s.Kept)) + " of the last 365 days"
	}
	var now []string
	if _, ok := r.log.Standing(g, s.Period.Until+1); ok && s.Form == tracker.Per && s.Period.Until < r.o.Today && r.o.within(s.Period.Until) {
		day = s.Period.Until + 1 // it is one of those that ended
	} else if s.Period.From <= r.o.Span.Until && s.Period.Until >= r.o.Span.From {
		now = []string{words.Clauses(words.SoFarIn(&s, nil, r.o.Today), words.Pace(&s))}
	}
	kept, asked := 0, 0
	var only tracker.Closed
	for closed := range r.log.History(g, day) {
		if !r.o.within(closed.Until) || asked == 1000 {
			break
		}
		if closed.Result == tracker.ResultDone || closed.Result == tracker.ResultMissed {
			if asked++; closed.Result == tracker.ResultDone {
				kept++
			}
			only = closed
		}
	}
	switch {
	case asked == 1 && len(now) == 0:
		now = []string{only.Done.String() + " of " + words.Amount(only.Target, s.Unit) + ", " + string(only.Result)}
	case asked > 0:
		noun := s.Definition.Period.String()
		if s.Definition.Period == civil.Half {
			noun = "half-year"
		}
		now = append([]string{fmt.Sprintf("kept in %d of %s", kept, words.Count(asked, noun))}, now...)
	}
	return s.Definition, strings.Join(now, "; ")
}

// credentials are those that were held at the end of the span, or in it.
func (r *review) credentials() {
	head := "\n## Credentials\n\n"
	then := r.o
	then.Today = min(then.Today, then.Span.Until)
	for _, c := range then.credentials(r.log) {
		if c.Expires != nil && *c.Expires < r.o.Span.From {
			continue
		}
		says := "held since " + words.EntryDay(c.Entry.When)
		if r.o.within(c.Earned) {
			says = "earned " + words.EntryDay(c.Entry.When)
		}
		if c.Expires != nil {
			says += ", " + words.CredentialBadge(&c)
		}
		fmt.Fprintf(r, "%s- **%s**: %s\n", head, words.Escape(c.Title), says)
		head = ""
	}
}

// kinds lists every entry, by kind.
func (r *review) kinds() {
	var list strings.Builder
	var t table
	for _, k := range tracker.Kinds() {
		var of tally
		for _, e := range r.entries {
			if e.Kind != k {
				continue
			}
			if of.add(e); of.entries == 1 {
				fmt.Fprintf(&list, "\n### %s\n\n", words.Capital(plural(k)))
			}
			list.WriteString("- " + r.item(e) + "\n")
		}
		if of.entries > 0 {
			t.add(plural(k), of)
		}
	}
	if len(t.of) > 0 {
		r.WriteString("\n## By kind\n\n" + t.markdown("kind") + list.String())
	}
}

// plural is what entries of a kind are, where no number stands before it.
func plural(k *tracker.Kind) string { return strings.TrimPrefix(k.Plural, "pieces of ") }

// underWay lists what was begun and is not done, unless the span is over.
func (r *review) underWay() {
	if !r.o.within(r.o.Today) {
		return
	}
	all := r.o
	all.Span = nil
	head := "\n## Under way\n\n"
	for _, e := range all.Entries(r.log) {
		if !e.When.Set && !e.Dropped.Set && e.Begun.Set && e.Begun.On(r.o.Today) <= r.o.Today {
			fmt.Fprintf(r, "%s- %s (%s), since %s\n", head, r.name(e), e.Kind.Name, words.EntryDay(e.Begun))
			head = ""
		}
	}
}

// listMark is what would begin a list in a list.
var listMark = regexp.MustCompile(`^(\d*)([-.])`)

// name is what an entry is called, at the beginning of an item of a list.
func (r *review) name(e *tracker.Entry) string {
	return listMark.ReplaceAllString(words.Escape(nameOf(e)), `$1\$2`)
}

// item is an entry in a line: what, of whom, when, and what came of it.
func (r *review) item(e *tracker.Entry) string {
	says := r.name(e)
	if e.Activity != "" {
		says += " (" + words.Escape(e.Activity) + ")"
	}
	if by := byWhom(e); by != "" {
		says += ", " + words.Escape(by)
	}
	if e.Role != "" && (e.Title != "" || e.Field("with") != "") { // else the name says it
		says += ", " + words.Escape(e.Role)
	}
	on := words.EntryDay(e.When)
	if r.o.Span.From.Year() == r.o.Span.Until.Year() {
		on = strings.TrimSuffix(on, fmt.Sprintf(" %d", r.o.Span.From.Year()))
	}
	says += ", " + on
	if outcome := e.Field("outcome"); outcome != "" {
		says += ": " + words.Escape(outcome)
	}
	return says
}
