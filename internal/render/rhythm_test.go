package render

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/internal/brute"
	"github.com/honelog/hone/internal/oracle"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// published is all that a log publishes into a repository on a day.
func published(t *testing.T, l *tracker.Log, today civil.Date) map[string][]byte {
	t.Helper()
	shown := AsOf(l, StatusOf(l, today).Public())
	drawn, made := Badges(l, shown, NudgeAfter), Cards(l, shown, NudgeAfter)
	files, err := Pictures(l, drawn, made)
	if err != nil {
		t.Fatal(err)
	}
	files["status.json"] = StatusFile(shown, 0)
	files["badges"] = []byte(BadgesBlock(drawn, "", ""))
	files["cards"] = []byte(CardsBlock(made, files, AsImage, "", ""))
	files["goals"] = []byte(GoalsBlock(shown))
	files["recent"] = []byte(RecentBlock(l, shown))
	return files
}

// standing says where the goals and credentials of a log stand: status, amount,
// dates. Dates that move with a month that lasts are those that it will leave.
func standing(l *tracker.Log, today civil.Date) string {
	var b strings.Builder
	s := StatusOf(l, today).Public()
	for i := range s.Goals {
		g := &s.Goals[i]
		fmt.Fprint(&b, g.ID, g.Status, words.SoFar(g))
		for _, d := range []*civil.Date{cmp.Or(g.DueAbout, g.Due), g.LateSince, g.PausedUntil} {
			if d != nil {
				fmt.Fprint(&b, *d)
			}
		}
		if g.Target != nil {
			fmt.Fprint(&b, *g.Target)
		}
		if g.Period != nil {
			fmt.Fprint(&b, *g.Period)
		}
	}
	for _, c := range s.Credentials {
		fmt.Fprint(&b, c.ID, c.Status)
	}
	return b.String()
}

// Whatever a log holds, what it publishes changes on Mondays, on days on which
// an entry begins to count, and on days on which a standing changes; on no other.
func TestRhythm(t *testing.T) {
	const days = 60
	for seed := range uint64(60) {
		if !oracle.Chosen(int(seed), 4) {
			continue
		}
		model, brutal := brute.Random(seed)
		middle, err := civil.Parse(brutal.String())
		if err != nil {
			t.Fatal(err)
		}
		l := parsed(t, model)
		l.Cards.Show = everyCard
		rhythm(t, fmt.Sprint("seed ", seed), l, middle-days/2, days)
	}
}

// rhythm publishes a log day by day.
func rhythm(t *testing.T, name string, l *tracker.Log, from civil.Date, days int) {
	t.Helper()
	begins := map[civil.Date]bool{}
	for i := range l.Entries {
		if e := &l.Entries[i]; e.Counts() {
			begins[e.When.Last()] = true
			if y, m, _ := e.When.Last().YMD(); e.When.Month {
				begins[civil.Of(y, m, 1)] = true
			}
		}
	}
	before, stood := published(t, l, from), standing(l, from)
	for today := from + 1; today < from+civil.Date(days); today++ {
		now, stands := published(t, l, today), standing(l, today)
		if today.Weekday() != time.Monday && !begins[today] && stands == stood && !maps.EqualFunc(before, now, bytes.Equal) {
			for _, file := range slices.Sorted(maps.Keys(now)) {
				if !bytes.Equal(before[file], now[file]) {
					t.Fatalf("%s, %v: %s changes, and nothing else:\n%s\n%s", name, today, file, before[file], now[file])
				}
			}
		}
		before, stood = now, stands
	}
}

// quiet is a log in which much goes on by itself: goals of every form become
// late, one that is far ahead comes back to its line, entries are known to the
// month only, others begin to count, credentials end.
const quiet = `
[settings]
start = 2026-01-01

[[goal]]
id = "daily"
kinds = ["article"]
target = 300
per = "year"
[[goal]]
id = "weekly"
kinds = ["podcast"]
target = 2
per = "week"
[[goal]]
id = "monthly"
kinds = ["book"]
target = 1
per = "month"
[[goal]]
id = "quarterly"
kinds = ["course"]
target = 1
per = "quarter"
[[goal]]
id = "hours"
unit = "hours"
target = 90
per = "half"
[[goal]]
id = "span"
kinds = ["talk"]
target = 8
from = 2026-02-03
until = 2027-01-20
[[goal]]
id = "often"
kinds = ["community"]
every = "30d"
[[goal]]
id = "rarely"
kinds = ["feedback"]
every = "90d"

[[pause]]
from = 2026-07-07
until = 2026-07-17

[[certification]]
title = "Of some day in March"
earned = "2026-03"
[[certification]]
title = "Held"
earned = "2024-06"
expires = 2026-10-15
[[book]]
title = "Read in May"
finished = "2026-05"
[[book]]
title = "Read on a day in May"
finished = 2026-05-14
[[talk]]
title = "Planned"
date = 2026-08-20
hours = 3
[[community]]
title = "Met in April"
date = "2026-04"
skills = ["people"]
`

// The same over 400 days, with a goal that is far ahead.
func TestRhythmOfAYear(t *testing.T) {
	var b strings.Builder
	for i := range 150 {
		fmt.Fprintf(&b, "[[article]]\ntitle = \"Article %d\"\ndate = 2026-01-%02d\n", i, 1+i/5)
	}
	l := read(t, quiet+b.String())
	l.Cards.Show = everyCard
	rhythm(t, "quiet", l, civil.Of(2026, 1, 1), 400)
}

// A late goal turns from yellow to orange with the day that pictures are of, and
// not on the day on which it is late for long enough.
func TestLateColour(t *testing.T) {
	const goal = "[cards]\nshow = [\"rings\"]\n[[goal]]\nid = \"books\"\nkinds = [\"book\"]\ntarget = 5\nper = \"quarter\"\nfrom = 2026-01-01\n" // due on 18 January, a Sunday
	const entry = "[[talk]]\ntitle = \"A\"\ndate = 2026-01-22\n"
	for _, test := range []struct {
		log, today string
		late       int
		fill       string
		tone       cards.Tone
	}{
		{goal, "2026-01-18", 0, "yellow", cards.Soon},
		{goal, "2026-01-19", 1, "yellow", cards.Soon},
		{goal, "2026-01-21", 3, "yellow", cards.Soon},
		{goal, "2026-01-25", 7, "yellow", cards.Soon},
		{goal, "2026-01-26", 8, "orange", cards.Late},
		{goal + entry, "2026-01-21", 3, "yellow", cards.Soon},
		{goal + entry, "2026-01-22", 4, "orange", cards.Late},
	} {
		l := read(t, test.log)
		today, _ := civil.Parse(test.today)
		s := StatusOf(l, today).Public()
		shown := AsOf(l, s)
		badge, ring := Badges(l, shown, NudgeAfter)[1], Cards(l, shown, NudgeAfter)[0].Card.(*cards.Rings).Rings[0]
		if s.Goals[0].LateDays != test.late || badge.Fill != test.fill || ring.Tone != test.tone {
			t.Errorf("%s: %d days late, a badge in %s, a ring of tone %d; want %d, %s, %d", test.today, s.Goals[0].LateDays, badge.Fill, ring.Tone, test.late, test.fill, test.tone)
		}
	}
}
