package render

import (
	"time"

	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// burnup shows the way of a goal through its period. A goal that is not public
// has none; one without a line, or that has ended or not begun, an empty one.
func (d *deck) burnup(id string) (drawn, words.CardWords) {
	s := d.goal(id)
	if s == nil {
		return drawn{}, words.CardWords{}
	}
	card := &cards.Burnup{
		Tone: tone(s, d.nudgeAfter), State: words.Badge(s),
		Legend: cards.BurnupWords{Done: words.BurnupDone, Band: words.BurnupBand, Pause: words.BurnupPause, Forecast: words.BurnupForecast},
	}
	w := words.CardWords{Title: words.Shown(s.Title, s.ID, nameLength), Empty: words.NoBurnup(s)}
	c, ok := d.log.Course(s.Goal, d.Today)
	if !ok || len(c.Done) == 0 || c.Target <= 0 {
		return drawn{card, &card.Frame, false}, w
	}
	card.Days, card.Today, card.Target = len(c.Required), len(c.Done)-1, int64(c.Target)
	card.Done, card.Required, card.Upper = units(c.Done), units(c.Required), units(c.Upper)
	for _, p := range c.Paused {
		card.Pauses = append(card.Pauses, [2]int{int(p.From - c.Period.From), int(p.Until - c.Period.From)})
	}
	card.Outlook = words.Outlook(s)
	if f := s.Forecast; f != nil && card.Outlook != "" {
		card.Forecast, card.Low, card.High = true, int64(f.Low), int64(f.High)
	}
	card.X, card.Y = dayTicks(c.Period), amountTicks(card)
	card.Desc = words.BurnupDesc(s, card.Outlook)
	return drawn{card, &card.Frame, true}, w
}

// goal returns the standing of a goal that the public may see, or nil.
func (d *deck) goal(id string) *tracker.Standing {
	for i := range d.Goals {
		if d.Goals[i].ID == id {
			return &d.Goals[i]
		}
	}
	return nil
}

// units are amounts as a card takes them: millionths.
func units(amounts []tracker.Amount) []int64 {
	list := make([]int64, len(amounts))
	for i, a := range amounts {
		list[i] = int64(a)
	}
	return list
}

// mostDayTicks is how many words stand along the days of a period at most.
const mostDayTicks = 12

// dayTicks names days along a period: the beginnings of months, or of every
// second, third, … of them, with the year in January; in short periods every so
// many days. At the very end there is no room for a word.
func dayTicks(p tracker.Stretch) (ticks []cards.Tick) {
	days := int(p.Until-p.From) + 1
	p.Until -= civil.Date(days * 3 / 40)
	if days <= 62 {
		step := 1
		for _, step = range []int{1, 2, 7, 14} {
			if days <= 7*step {
				break
			}
		}
		for d := p.From; d <= p.Until; d += civil.Date(step) {
			ticks = append(ticks, cards.Tick{At: int64(d - p.From), Label: words.Day(d)})
		}
		return ticks
	}
	for _, step := range []int{1, 2, 3, 6} {
		if ticks = monthTicks(p, step); len(ticks) <= mostDayTicks {
			return ticks
		}
	}
	for step := 12; len(ticks) > mostDayTicks; step *= 2 {
		ticks = monthTicks(p, step)
	}
	return ticks
}

// monthTicks names the beginning of each step-th month of a period, counted
// from a January.
func monthTicks(p tracker.Stretch, step int) (ticks []cards.Tick) {
	y, m, day := p.From.YMD()
	month := 12*y + int(m) - 1
	if day > 1 {
		month++
	}
	for month = (month + step - 1) / step * step; ; month += step {
		d := civil.Of(month/12, time.Month(month%12+1), 1)
		if d > p.Until {
			return ticks
		}
		ticks = append(ticks, cards.Tick{At: int64(d - p.From), Label: words.MonthTick(d)})
	}
}

// amountTicks names round amounts from 0 up to all that a burn-up shows.
func amountTicks(b *cards.Burnup) (ticks []cards.Tick) {
	top := max(b.Target, b.High, b.Done[len(b.Done)-1])
	for _, u := range b.Upper {
		top = max(top, u)
	}
	const most = 5
	step := int64(tracker.One)
	for i := 0; top/step > most; i++ { // 1, 2, 5, 10, …
		step *= 2
		if i%3 == 1 {
			step = step / 4 * 5
		}
	}
	for at := int64(0); at <= top; at += step {
		ticks = append(ticks, cards.Tick{At: at, Label: tracker.Amount(at).String()})
	}
	return ticks
}
