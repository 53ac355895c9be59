package words

import (
	"strings"
	"testing"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

func TestCounts(t *testing.T) {
	for _, c := range [][2]string{
		{Count(1, "day"), "1 day"}, {Count(0, "entry"), "0 entries"}, {Count(2, "piece"), "2 pieces"},
		{Ordinal(3), "third"}, {Ordinal(13), "13th"}, {Ordinal(21), "21st"}, {Ordinal(112), "112th"}, {Ordinal(102), "102nd"},
		{Amount(tracker.One, "credits"), "1 credit"}, {Amount(3*tracker.One/2, "credits"), "1.5 credits"},
		{Amount(tracker.One, "hours"), "1 h"}, {Amount(tracker.One, "areas"), "1 area"}, {Amount(0, "pages"), "0 pages"}, {Amount(2*tracker.One, "entries"), "2"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
}

func TestDates(t *testing.T) {
	d, today := civil.Of(2026, 4, 2), civil.Of(2027, 1, 1)
	for _, c := range [][2]string{
		{Day(d), "2 Apr"}, {DayYear(d), "2 Apr 2026"}, {LongDay(d), "2 April 2026"}, {DayMonth(d), "2 April"},
		{DayFrom(d, d), "2 Apr"}, {DayFrom(d, today), "2 Apr 2026"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
}

// standings reads a log and returns where its goals stand on 21 November 2026.
func standings(t *testing.T, log string) []tracker.Standing {
	t.Helper()
	l, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(log)}}, nil)
	if tracker.Errors(findings) > 0 {
		t.Fatal(findings)
	}
	return l.Standings(civil.Of(2026, 11, 21))
}

func TestPeriods(t *testing.T) {
	goal := func(per string) string {
		return "[[goal]]\nid = \"" + per + "\"\nkinds = [\"book\"]\ntarget = 1\nper = \"" + per + "\"\n"
	}
	var all string
	for _, per := range strings.Fields("week month quarter half year") {
		all += goal(per)
	}
	names := func(log string) (names []string) {
		for _, s := range standings(t, log) {
			names = append(names, Period(&s))
		}
		return names
	}
	if got := strings.Join(names(all), "; "); got != "week 47; November; Q4; H2; 2026" {
		t.Error(got)
	}
	if got := strings.Join(names("[settings]\nyear-starts = \"05-15\"\n"+all), "; "); got != "week 47; November; 15 Nov to 14 Feb; 15 Nov to 14 May; 2026/27" {
		t.Error(got)
	}
	span := "[[goal]]\nid = \"a\"\nkinds = [\"book\"]\ntarget = 1\nfrom = 2026-09-01\nuntil = 2027-02-28\n"
	if got := names(span)[0]; got != "1 Sep 2026 to 28 Feb 2027" {
		t.Error(got)
	}
}

// Text of a person's never breaks out of the Markdown or the line it stands in.
func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"a|b": `a\|b`, "*b*": `\*b\*`, "<img>": "&lt;img\\>", "@name #1": "@\u200bname #\u200b1", "a\n\n# b": `a \# b`, "### Day": `\#\#\# Day`, "C#": `C\#`, "##1": "\\##\u200b1",
		"[x](http://y)": "\\[x\\]\\(http&#58;//y\\)", "\u202eevil\x1b[31m": "evil\\[31m", "M\xfcller": "M\ufffdller",
		"GH-12": "GH-\u200b12", "9781942788331": "978194\u200b278833\u200b1", "defaced": "defaced", "1234567": "123456\u200b7",
	} {
		if got := Escape(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// A cadence says how many are missing, and not that one would do.
func TestCadenceMissing(t *testing.T) {
	const log = "[settings]\nstart = 2026-09-01\n[[goal]]\nid = \"books\"\nkinds = [\"book\"]\ntarget = 3\nevery = \"30d\"\n"
	book := func(day string) string { return "[[book]]\ntitle = \"B" + day + "\"\nfinished = " + day + "\n" }
	for _, c := range []struct{ log, title, back, next string }{
		{log, "Books: 3 to catch up", "**3 put you back on the line.**", "3 books, due since 1 Oct"},
		{log + book("2026-09-20"), "Books: 3 to catch up", "**3 put you back on the line.**", "3 books, due since 1 Oct"},
		{log + book("2026-11-10"), "Books: 2 to catch up", "**2 put you back on the line.**", "2 books, due since 1 Oct"},
		{log + book("2026-10-10") + book("2026-11-10") + book("2026-11-12"), "Books: one to catch up", "**One puts you back on the line.**", "one book, due since 9 Nov"},
		{log + book("2026-11-10") + book("2026-11-10") + book("2026-11-12"), "Books: 2 by 10 Dec", "**2 by 10 December keep it.**", "2 books by 10 Dec"},
		{log + book("2026-11-20") + book("2026-11-20") + book("2026-11-20"), "Books: 3 by 20 Dec", "**3 by 20 December keep it.**", "3 books by 20 Dec"},
	} {
		s := standings(t, c.log)[0]
		n := NudgeFor(&s, civil.Of(2026, 11, 21), Links{}, Aside{})
		if n.Title != c.title || !strings.Contains(n.Body, c.back) {
			t.Errorf("%s\n%s\nwant %s %s", n.Title, n.Body, c.title, c.back)
		}
		if got := NextStep(&s, civil.Of(2026, 11, 21)); got != c.next {
			t.Errorf("next: %s, want %s", got, c.next)
		}
	}
}

// What was due is one thing or one of an amount, or several.
func TestWasDue(t *testing.T) {
	const head = "[settings]\nstart = 2026-01-01\n[[goal]]\nid = \"a\"\nper = \"year\"\n"
	for goal, want := range map[string]string{
		"unit = \"areas\"\ntarget = 3\n":  "You have **0 of 3 areas** for A this year. The first was due on 2 May.",
		"unit = \"hours\"\ntarget = 12\n": "You have **0 of 12 h** for A this year. 1 h was due on 31 January.",
		"unit = \"hours\"\ntarget = 24\n": "You have **0 of 24 h** for A this year. 2 h were due on 31 January.",
	} {
		s := standings(t, head+goal)[0]
		if got := soFarSentence(&s, civil.Of(2026, 11, 21)); got != want {
			t.Errorf("%s: %s", goal, got)
		}
	}
}
