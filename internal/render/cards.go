package render

import (
	"strings"

	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// Card is one card: the name of its files without scheme and ending, the text
// for those who do not see it, and what it shows.
//
// What is private is never named on a card. Amounts of goals count it, as their
// badges do: rings and burn-ups. What is told entry by entry or day by day leaves
// it out: heatmap, year, recent. Of skills, the shares count it and nothing else.
type Card struct {
	Name string // card-rings
	Alt  string
	cards.Card
}

// byDefault are the cards of a log that does not choose: each that has something
// to show.
var byDefault = []string{"rings", "heatmap", "skills", "shelf", "year", "recent"}

// Cards returns the cards that a log asks for, each once. Pass what [AsOf]
// returns.
func Cards(l *tracker.Log, s Status, nudgeAfter int) []Card {
	names, asked := byDefault, l.Cards.Show != nil
	if asked {
		names = l.Cards.Show
	}
	if len(names) == 0 {
		return nil
	}
	d := deck{log: l, Status: s, nudgeAfter: nudgeAfter, year: yearOf(l, s.Today)}
	var made []Card
	taken := map[string]bool{}
	add := func(name string, asked bool) {
		if taken[name] {
			return
		}
		if c, ok := d.card(name, asked); ok {
			taken[name] = true
			made = append(made, c)
		}
	}
	for _, name := range names {
		if name != "burnup" {
			add(name, asked)
			continue
		}
		for i := range s.Goals {
			add("burnup-"+s.Goals[i].ID, false)
		}
	}
	return made
}

// CardNames returns the names of the cards that a log could ask for, and of
// those that are never drawn, since their goals are private.
func CardNames(l *tracker.Log) (public, private []string) {
	for _, name := range byDefault {
		public = append(public, "card-"+name)
	}
	for _, g := range l.Goals {
		if name := "card-burnup-" + g.ID; g.Latest().Private {
			private = append(private, name)
		} else {
			public = append(public, name)
		}
	}
	return public, private
}

// deck is what cards are made from.
type deck struct {
	log *tracker.Log
	Status
	nudgeAfter int
	year       year
}

// drawn is a card without its heading, and whether it has anything to show. The
// frame is the card's own.
type drawn struct {
	cards.Card
	frame *cards.Frame
	full  bool
}

var drawers = map[string]func(*deck) drawn{
	"rings": (*deck).rings, "heatmap": (*deck).heatmap, "skills": (*deck).skills,
	"shelf": (*deck).shelf, "year": (*deck).numbers, "recent": (*deck).recent,
}

// card makes a card by its name. One with nothing to show is made only when it
// is asked for; one of a goal that the public does not see never.
func (d *deck) card(name string, asked bool) (c Card, ok bool) {
	var made drawn
	w := words.OfCard(name, d.Today.Year())
	if draw := drawers[name]; draw != nil {
		made = draw(d)
	} else if goal, burnup := strings.CutPrefix(name, "burnup-"); burnup {
		made, w = d.burnup(goal)
	}
	if made.Card == nil || !made.full && !asked {
		return Card{}, false
	}
	f := made.frame
	f.Title, f.Empty, f.Note, f.Lang = w.Title, w.Empty, words.CardAsOf(d.Today), words.Lang
	f.Title = words.Shown(d.log.Cards.Labels[name], f.Title, nameLength)
	if !made.full || f.Desc == "" {
		f.Desc = w.Empty
	}
	return Card{Name: "card-" + name, Alt: words.CardAlt(f.Title, f.Note, f.Desc), Card: made.Card}, true
}

// nameLength is how many characters of a name a card gets; what it draws of them
// is for its room to say.
const nameLength = 80

// tone is what a goal's part of a card means: the colours of its badge.
func tone(s *tracker.Standing, nudgeAfter int) cards.Tone {
	switch s.Status {
	case tracker.Done:
		return cards.Done
	case tracker.Ahead, tracker.OnTrack:
		return cards.Good
	case tracker.DueSoon:
		return cards.Soon
	case tracker.Behind:
		if s.LateDays < nudgeAfter {
			return cards.Soon
		}
		return cards.Late
	case tracker.Paused:
		return cards.Rest
	case tracker.Invalid:
		return cards.Broken
	}
	return cards.Quiet
}
