package render

import (
	"math/big"

	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// rings shows every goal.
func (d *deck) rings() drawn {
	card := &cards.Rings{More: words.CardMore}
	var said []string
	for i := range d.Goals {
		s := &d.Goals[i]
		label := words.Shown(s.Title, s.ID, nameLength)
		value, state := words.RingParts(s)
		if pace(s) >= 0 {
			card.Line = words.RingLine
		}
		card.Rings = append(card.Rings, cards.Ring{
			Label: label, Value: value, State: state,
			Share: share(s), Pace: pace(s), Tone: tone(s, d.nudgeAfter),
		})
		said = append(said, words.Labelled(label, words.RingDesc(s)))
	}
	card.Desc = words.Sentences(said)
	return drawn{card, &card.Frame, len(said) > 0}
}

// share is how much of a goal is done, in thousandths, 1000 at most; of a
// cadence, on how many of the days of a year it was kept.
func share(s *tracker.Standing) int {
	switch {
	case s.Form == tracker.Every && s.Kept != nil:
		return words.Thousandths(s.Kept)
	case s.Form == tracker.Every || s.Target == nil || *s.Target <= 0:
		return 0
	case s.Done >= *s.Target:
		return 1000
	}
	return int(s.Done * 1000 / *s.Target)
}

// pace is where the even line is on the way to a goal's target, in thousandths;
// -1 where there is none to keep to.
func pace(s *tracker.Standing) int {
	switch s.Status {
	case tracker.Behind, tracker.DueSoon, tracker.OnTrack, tracker.Ahead, tracker.Paused:
	default:
		return -1
	}
	if s.Expected == nil || s.Target == nil || *s.Target <= 0 {
		return -1
	}
	return min(words.Thousandths(new(big.Rat).Quo(s.Expected, s.Target.Rat())), 1000)
}
