package render

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker/civil"
)

// What is private is in no card, in no alternative text and in no description,
// and leaves no trace where it counts towards nothing public.
func TestCardsKeepPrivate(t *testing.T) {
	const secret = "canary"
	public := bookLog + `
[[book]]
title = "Open"
finished = 2026-02-03
skills = ["technical"]
[[assessment]]
date = 2026-02-04
scores.technical = 3
`
	private := `
[[goal]]
id = "canary-goal"
title = "canary"
kinds = ["talk"]
target = 3
per = "year"
public = false
[[talk]]
title = "canary talk"
date = 2026-03-11
at = "canary"
tags = ["canary"]
takeaway = "canary"
public = false
[[assessment]]
id = "canary-assessment"
date = 2026-03-12
scores.technical = 5
scores.people = 1
public = false
[[certification]]
id = "canary-cert"
title = "canary"
issuer = "canary"
earned = 2026-03-10
expires = 2026-04-01
public = false
[[pause]]
from = 2026-03-10
until = 2026-03-14
goals = ["canary-goal"]
reason = "canary"
`
	show := append(slices.Clone(everyCard), "burnup-canary-goal")
	for today := civil.Of(2026, 3, 8); today < civil.Of(2026, 3, 24); today++ {
		open, both := read(t, public), read(t, public+private)
		open.Cards.Show, both.Cards.Show = show, show
		without, files := cardsOf(t, open, today)
		with, filesWith := cardsOf(t, both, today)
		if namesOf(with) != namesOf(without) || !maps.EqualFunc(files, filesWith, bytes.Equal) {
			t.Errorf("%v: cards tell that there is something private", today)
		}
		for i, c := range with {
			if strings.Contains(c.Alt, secret) || c.Alt != without[i].Alt {
				t.Errorf("%v: %s says %q", today, c.Name, c.Alt)
			}
		}
		for name, svg := range filesWith {
			if strings.Contains(name+string(svg), secret) {
				t.Errorf("%v: %s names what is private", today, name)
			}
		}
	}

	// A private entry that a public goal counts is in the goal's amounts, as on
	// its badge, and nowhere else.
	counted := read(t, public+"[[book]]\ntitle = \"canary\"\nfinished = 2026-03-05\nskills = [\"people\"]\npublic = false\n")
	open := read(t, public)
	counted.Cards.Show, open.Cards.Show = show, show
	with, files := cardsOf(t, counted, civil.Of(2026, 3, 12))
	without, filesWithout := cardsOf(t, open, civil.Of(2026, 3, 12))
	for i, c := range with {
		same := bytes.Equal(files[c.Name+".svg"], filesWithout[c.Name+".svg"]) && c.Alt == without[i].Alt
		if goals := slices.Contains([]string{"card-rings", "card-burnup-books", "card-skills"}, c.Name); same == goals {
			t.Errorf("%s: the same is %v", c.Name, same)
		}
		if strings.Contains(c.Alt+string(files[c.Name+".svg"]), secret) {
			t.Errorf("%s names what is private", c.Name)
		}
	}
}
