package render

import (
	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/internal/words"
)

// skills shows how the last 365 days spread over the areas; none when no entry
// ever touched one.
func (d *deck) skills() drawn {
	card := &cards.Skills{Legend: cards.SkillWords{Share: words.SkillShare, Wish: words.SkillWish}}
	some := false
	var said, weak []string
	for i := range d.Coverage.Areas {
		a := &d.Coverage.Areas[i]
		row := cards.SkillArea{Label: a.Area.Title(), Wish: words.Thousandths(a.Wish), Aim: a.Aim, State: words.SkillState(a, d.Today), Weak: a.Weak}
		told := -1
		if a.Share != nil {
			row.Share = words.Thousandths(a.Share)
			told = row.Share
		}
		for _, v := range a.Views {
			if v.By == "self" {
				row.Score = v.Score
			}
		}
		if row.Score > 0 {
			card.Legend.Score = words.SkillScore
		}
		if row.Aim > 0 {
			card.Legend.Aim = words.SkillAim
		}
		if a.Weak {
			weak = append(weak, row.Label)
		}
		some = some || a.Share != nil || a.Last != nil || row.Score > 0
		card.Areas = append(card.Areas, row)
		said = append(said, words.SkillDesc(row.Label, told, row.Wish, row.Score, row.Aim, row.State))
	}
	if !some {
		card.Areas = nil
	}
	card.Summary = words.SkillsSummary(weak)
	card.Desc = words.Sentences(append([]string{card.Summary}, said...))
	return drawn{card, &card.Frame, some}
}
