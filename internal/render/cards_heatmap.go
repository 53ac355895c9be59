package render

import (
	"time"

	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker/civil"
)

// heatmap shows the entries of each day of the year that the day is in.
func (d *deck) heatmap() drawn {
	y := &d.year
	first := weekStart(d.log)
	card := &cards.Heatmap{
		First:    int(y.first.Weekday()-first+7) % 7,
		Counts:   y.counts,
		Weekdays: words.Weekdays(first),
		Less:     words.Less, More: words.More,
		Summary: words.HeatmapSummary(y.entries, y.days),
	}
	for m, name := range words.Months() {
		card.Months = append(card.Months, cards.Tick{At: int64(civil.Of(y.first.Year(), time.Month(m+1), 1) - y.first), Label: name})
	}
	if y.entries > 0 {
		card.Desc = words.HeatmapDesc(y.entries, y.days, y.months)
	}
	return drawn{card, &card.Frame, y.ever}
}
