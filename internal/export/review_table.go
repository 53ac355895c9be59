package export

import (
	"fmt"
	"slices"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// tally adds up entries and their hours.
type tally struct {
	entries, without int
	hours            tracker.Amount
}

func (t *tally) add(e *tracker.Entry) {
	t.entries++
	t.hours += e.Hours
	if !e.HasHours {
		t.without++
	}
}

// table is amounts by their names, without a column of hours where there are
// none.
type table struct {
	names []string
	of    []tally
}

func (t *table) add(name string, of tally) {
	t.names, t.of = append(t.names, name), append(t.of, of)
}

func (t *table) markdown(head string) string {
	timed := slices.ContainsFunc(t.of, func(of tally) bool { return of.hours > 0 })
	text := "| " + head + " | entries |\n|---|---:|\n"
	if timed {
		text = "| " + head + " | entries | hours |\n|---|---:|---:|\n"
	}
	for i, of := range t.of {
		text += fmt.Sprintf("| %s | %d |", t.names[i], of.entries)
		switch {
		case of.hours > 0:
			text += " " + words.Amount(of.hours, "hours") + " |"
		case timed:
			text += "  |"
		}
		text += "\n"
	}
	return text
}
