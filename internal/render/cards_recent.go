package render

import (
	"cmp"
	"slices"

	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// recentEntries is how many entries the README block and the card `recent` list.
const recentEntries = 5

// latest returns the latest public entries that have a title and count on a
// day, the newest first; those of one day in the order of the log.
func latest(l *tracker.Log, today civil.Date) []*tracker.Entry {
	var list []*tracker.Entry
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.Private || e.Title == "" || !e.Counts() || e.When.On(today) > today {
			continue
		}
		at, _ := slices.BinarySearchFunc(list, e, func(x, e *tracker.Entry) int {
			return cmp.Or(cmp.Compare(e.When.On(today), x.When.On(today)), -1)
		})
		if list = slices.Insert(list, at, e); len(list) > recentEntries {
			list = list[:recentEntries]
		}
	}
	return list
}

// recent lists the latest things learned.
func (d *deck) recent() drawn {
	card := &cards.Recent{}
	var said []string
	for _, e := range latest(d.log, d.Today) {
		item := cards.RecentItem{Label: words.Shown(e.Title, kindWord(e), nameLength), Kind: kindName(e), Day: words.EntryDay(e.When)}
		card.Items = append(card.Items, item)
		said = append(said, words.Clauses(item.Label, kindWord(e), item.Day))
	}
	card.Desc = words.Sentences(said)
	return drawn{card, &card.Frame, len(said) > 0}
}
