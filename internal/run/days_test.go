package run

import (
	"bytes"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Over two months without an entry, files change only on days on which a
// status word, a due date or the step from late to a nudge changes; a change is
// one commit, and the day after without a change there is none.
func TestQuietDays(t *testing.T) {
	m, _ := example(t, "technical-leader", civil.Of(2026, 11, 20))
	in := Defaults()
	var files map[string][]byte
	var before string
	commits := 0
	for today := civil.Of(2026, 11, 21); today < civil.Of(2026, 11, 21)+60; today++ {
		m.Today = today
		p, err := Make(m, in)
		if err != nil {
			t.Fatal(err)
		}
		now := p.Files(in)
		stands := standsAs(p)
		changed := !maps.EqualFunc(files, now, bytes.Equal)
		if changed && files != nil {
			commits++
			if stands == before {
				t.Errorf("%v: files change and no standing does", today)
			}
		}
		files, before = now, stands
		m.Readme, m.Status = p.Readme, p.Pictures["learning/badges/status.json"]
	}
	if commits == 0 || commits > 30 {
		t.Errorf("%d commits in 60 days", commits)
	}
}

// standsAs says in words and dates what a person would call a change.
func standsAs(p *Plan) string {
	var b strings.Builder
	for _, s := range p.Status.Goals {
		fmt.Fprint(&b, s.ID, s.Status, s.LateDays >= 3)
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
		if file != name && !bytes.Equal(data, first.Pictures[file]) {
			t.Errorf("%s changes with a heartbeat", file)
		}
	}
}
