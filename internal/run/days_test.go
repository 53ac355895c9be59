package run

import (
	"bytes"
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// manyForms is a log with goals of every form, pauses, credentials, planned
// entries and one that is known to the month.
const manyForms = `
[settings]
timezone = "Europe/Berlin"
start = 2026-01-01

[[goal]]
id = "weekly"
kinds = ["article", "podcast"]
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
target = 2
per = "quarter"
[[goal]]
id = "yearly"
title = "Two hundred hours"
unit = "hours"
target = 200
per = "year"
[[goal]]
id = "span"
kinds = ["talk"]
target = 3
from = 2026-03-01
until = 2027-01-15
[[goal]]
id = "often"
kinds = ["community"]
every = "30d"
[[goal]]
id = "later"
kinds = ["project"]
target = 1
per = "half"
from = 2026-12-15

[[pause]]
from = 2026-12-21
until = 2027-01-03
[[pause]]
from = 2026-11-30
until = 2026-12-06
goals = ["weekly"]
keep-target = true

[[certification]]
id = "soon"
title = "Due soon within the test"
earned = 2024-03-01
expires = 2027-02-28
[[certification]]
id = "gone"
title = "Expires within the test"
earned = 2024-01-10
expires = 2026-12-10

[[book]]
title = "Read in November"
finished = "2026-11"
hours = 8
skills = ["technical"]
[[book]]
title = "Planned"
finished = 2026-12-17
hours = 6
[[course]]
title = "Done"
finished = 2026-10-05
hours = 20
skills = ["people"]
[[talk]]
title = "Given"
date = 2026-06-20
[[community]]
title = "Met"
date = 2026-11-02
[[community]]
title = "To come"
date = 2026-12-09
[[article]]
title = "Read"
date = 2026-11-19
[[podcast]]
title = "To be heard"
date = 2026-11-26
[[assessment]]
date = 2026-06-01
scores.technical = 4
scores.people = 2
`

// Over two months without a new entry, files change on Mondays, and on days on
// which an entry begins to count or a standing changes. A second run of a day
// makes the same.
func TestQuietDays(t *testing.T) {
	shown, _ := example(t, "technical-leader", civil.Of(2026, 11, 20))
	forms := Material{Readme: []byte(aReadme + "<!-- hone:start cards -->\n<!-- hone:end cards -->\n")}
	forms.Log, forms.Findings = tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(manyForms)}}, zone)
	for name, m := range map[string]Material{"the example": shown, "many forms": forms} {
		m.Log.Cards.Show = []string{"rings", "heatmap", "burnup", "skills", "shelf", "year", "recent"}
		begins := map[civil.Date]bool{civil.Of(2026, 11, 1): true, civil.Of(2026, 12, 1): true} // months
		for i := range m.Log.Entries {
			begins[m.Log.Entries[i].When.Last()] = true
		}
		in := Defaults()
		var files map[string][]byte
		var before string
		changes, onMondays := 0, 0
		for today := civil.Of(2026, 11, 20); today < civil.Of(2026, 11, 21)+60; today++ {
			m.Today = today
			now, p := made(t, &m, in)
			if again, _ := made(t, &m, in); !maps.EqualFunc(again, now, bytes.Equal) {
				t.Errorf("%s, %v: a second run makes another thing", name, today)
			}
			status := standsAs(p)
			monday, changed := today.Weekday() == time.Monday, status != before
			for file := range now {
				if files == nil || bytes.Equal(files[file], now[file]) {
					continue
				}
				changes++
				switch {
				case monday:
					onMondays++
				case !changed && !begins[today]:
					t.Errorf("%s, %v: %s changes, and nothing else", name, today, file)
				}
			}
			files, before = now, status
		}
		if changes == 0 || onMondays == 0 {
			t.Errorf("%s: %d changes, %d on Mondays", name, changes, onMondays)
		}
	}
}

// made makes a plan's files, and the next run starts from them.
func made(t *testing.T, m *Material, in Inputs) (map[string][]byte, *Plan) {
	t.Helper()
	p, err := Make(*m, in)
	if err != nil {
		t.Fatal(err)
	}
	m.Readme, m.Status = p.Readme, p.Pictures["learning/badges/status.json"]
	return p.Files(in), p
}

// standsAs says in words and dates what a person would call a change.
func standsAs(p *Plan) string {
	var b strings.Builder
	for _, s := range p.Status.Goals {
		fmt.Fprint(&b, s.ID, s.Status, words.SoFar(&s))
		for _, d := range []*civil.Date{s.Due, s.LateSince, s.PausedUntil} {
			if d != nil {
				fmt.Fprint(&b, *d)
			}
		}
		if s.Period != nil {
			fmt.Fprint(&b, s.Period.From)
		}
	}
	for _, c := range p.Status.Credentials {
		fmt.Fprint(&b, c.ID, c.Status)
	}
	return b.String()
}

// A heartbeat renews the date in status.json and nothing else.
func TestHeartbeat(t *testing.T) {
	log := "[[goal]]\nid = \"books\"\nkinds = [\"book\"]\ntarget = 1\nper = \"year\"\nfrom = 2026-01-01\n[[book]]\ntitle = \"A\"\nfinished = 2026-01-02\n"
	l, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(log)}}, nil)
	m := Material{Log: l, Findings: findings, Today: civil.Of(2026, 2, 1)}
	in := Defaults()
	first, err := Make(m, in)
	if err != nil {
		t.Fatal(err)
	}
	const name = "learning/badges/status.json"
	m.Status, m.Today = first.Pictures[name], civil.Of(2026, 4, 1)
	quiet, err := Make(m, in)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(quiet.Pictures[name], first.Pictures[name]) {
		t.Error("status.json changes on a quiet day")
	}
	m.Heartbeat = true
	beat, err := Make(m, in)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(beat.Pictures[name], []byte(`"as_of": "2026-04-01"`)) {
		t.Errorf("no heartbeat:\n%s", beat.Pictures[name])
	}
	for file, data := range beat.Pictures {
		if file != name && !bytes.Equal(data, quiet.Pictures[file]) {
			t.Errorf("%s changes with a heartbeat", file)
		}
	}
}
