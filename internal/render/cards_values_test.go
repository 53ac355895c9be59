package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/tracker/civil"
)

// valuesLog is seen on Wednesday, 11 March 2026, and an entry is of that day.
const valuesLog = `
[[goal]]
id = "books"
title = "Books"
kinds = ["book"]
target = 12
per = "year"
from = 2026-01-01
[[goal]]
id = "talks"
title = "Talks"
kinds = ["talk"]
target = 1
per = "quarter"
from = 2026-01-01
[[goal]]
id = "met"
title = "Met"
kinds = ["community"]
every = "7d"
from = 2026-02-01
[[book]]
title = "One"
finished = 2026-01-05
hours = 8.5
skills = ["people", "business"]
[[book]]
title = "Two"
finished = 2026-01-12
hours = 4
[[article]]
title = "First of a day"
date = 2026-01-26
[[article]]
title = "Second of a day"
date = 2026-01-26
[[talk]]
title = "Given"
date = 2026-02-02
skills = ["people"]
[[article]]
title = "Third"
date = "2026-02"
[[community]]
title = "Met"
date = 2026-03-02
[[activity]]
kind = "game-day"
title = "Restored"
date = 2026-03-11
[[book]]
title = "To come"
finished = 2026-04-01
[[certification]]
id = "for-ever"
title = "For ever"
earned = 2020-01-01
[[certification]]
id = "gone"
title = "Gone"
earned = 2020-01-01
expires = 2022-01-01
[[certification]]
id = "later"
title = "Later"
issuer = "Somebody"
earned = 2025-03-11
expires = 2029-03-11
[[certification]]
id = "soon"
title = "Soon"
earned = 2024-03-11
expires = 2026-03-31
`

// Each card holds what the log says, in its order.
func TestCardValues(t *testing.T) {
	l := read(t, valuesLog)
	l.Cards.Show = everyCard
	made, _ := cardsOf(t, l, civil.Of(2026, 3, 11))
	tones := []string{"quiet", "done", "good", "soon", "late", "rest", "broken"}
	var got strings.Builder
	for _, c := range made {
		fmt.Fprintf(&got, "%s\n", c.Name)
		switch c := c.Card.(type) {
		case *cards.Rings:
			for _, r := range c.Rings {
				fmt.Fprintf(&got, "  %s | %s | %s | %d %d %s\n", r.Label, r.Value, r.State, r.Share, r.Pace, tones[r.Tone])
			}
		case *cards.Heatmap:
			fmt.Fprintf(&got, "  first %d |", c.First)
			for day, n := range c.Counts {
				if n > 0 {
					fmt.Fprintf(&got, " %d:%d", day, n)
				}
			}
			fmt.Fprintf(&got, " | %d %d %d | %s\n", len(c.Counts), c.Counts[69], c.Counts[70], c.Summary)
		case *cards.Burnup:
			fmt.Fprintf(&got, "  %d of %d days | done %d of %d | %s | %s | %s\n", c.Today, c.Days, c.Done[c.Today]/1e6, c.Target/1e6, c.State, c.Outlook, tones[c.Tone])
		case *cards.Skills:
			for _, a := range c.Areas {
				fmt.Fprintf(&got, "  %s | %d of %d | %s\n", a.Label, a.Share, a.Wish, a.State)
			}
		case *cards.Shelf:
			for _, i := range c.Items {
				fmt.Fprintf(&got, "  %s | %s | %s | %d %s\n", i.Label, i.By, i.State, i.Left, tones[i.Tone])
			}
		case *cards.Year:
			fmt.Fprintf(&got, "  %v %v\n", c.Numbers, c.Months)
		case *cards.Recent:
			for _, i := range c.Items {
				fmt.Fprintf(&got, "  %s | %s | %s\n", i.Label, i.Kind, i.Day)
			}
		}
	}
	const want = `card-rings
  Books | 2 of 12 | next by 2 Apr | 166 189 good
  Talks | 1 of 1 | done | 1000 -1 done
  Met | 41% kept | since 9 Mar | 410 -1 soon
card-heatmap
  first 3 | 4:1 11:1 25:2 32:1 58:1 60:1 69:1 | 365 1 -1 | 8 entries on 7 days
card-burnup-books
  69 of 365 days | done 2 of 12 | 2 of 12 · next by 2 Apr | too early to say | good
card-burnup-talks
  69 of 90 days | done 1 of 1 | 1 of 1 · done |  | done
card-skills
  Technical proficiency | 0 of 125 | no entry yet
  Leadership | 0 of 125 | no entry yet
  Communication | 0 of 125 | no entry yet
  Strategic thinking | 0 of 125 | no entry yet
  Problem solving | 0 of 125 | no entry yet
  Business acumen | 293 of 125 | 
  Project management | 0 of 125 | no entry yet
  People | 706 of 125 | 
card-shelf
  Soon |  | to 31 Mar 2026 | 26 soon
  Later | Somebody | to 11 Mar 2029 | 750 good
  For ever |  | since 1 Jan 2020 | -1 good
  Gone |  | expired 1 Jan 2022 | 0 broken
card-year
  [{8 entries} {7 days of learning} {13 hours} {2 books} {2 of 8 areas} {3 weeks in a row}] [4 2 2 0 0 0 0 0 0 0 0 0]
card-recent
  Restored | game day | 11 Mar 2026
  Met | community | 2 Mar 2026
  Third | article | February 2026
  Given | talk | 2 Feb 2026
  First of a day | article | 26 Jan 2026
`
	if got.String() != want {
		t.Errorf("got\n%s", got.String())
	}
}
