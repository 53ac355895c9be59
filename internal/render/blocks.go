package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// GoalsBlock is the README block `goals`: a table of the public goals in
// amounts and dates.
func GoalsBlock(s Status) string {
	if len(s.Goals) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("| goal | stands |\n|---|---|\n")
	for i := range s.Goals {
		g := &s.Goals[i]
		fmt.Fprintf(&b, "| %s | %s |\n", words.Escape(g.Title), words.Badge(g))
	}
	return b.String()
}

// recentEntries is how many entries the block `recent` lists.
const recentEntries = 5

// RecentBlock is the README block `recent`: the latest public entries that have
// a title, with their days.
func RecentBlock(l *tracker.Log, s Status) string {
	var latest []*tracker.Entry
	for i := range l.Entries {
		e := &l.Entries[i]
		if !e.Private && e.Title != "" && e.Counts() && e.When.On(s.Today) <= s.Today {
			latest = append(latest, e)
		}
	}
	slices.SortStableFunc(latest, func(x, y *tracker.Entry) int { return int(y.When.On(s.Today)) - int(x.When.On(s.Today)) })
	var b strings.Builder
	for _, e := range latest[:min(len(latest), recentEntries)] {
		name := "*" + words.Escape(e.Title) + "*"
		if url := e.Field("url"); url != "" {
			name = "[" + words.Escape(e.Title) + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "").Replace(url) + ">)"
		}
		fmt.Fprintf(&b, "- %s, %s, %s\n", name, kindWord(e), entryDay(e))
	}
	return b.String()
}

// kindWord is what an entry is, as a noun.
func kindWord(e *tracker.Entry) string {
	if e.Activity != "" {
		return strings.ReplaceAll(e.Activity, "-", " ")
	}
	return e.Kind.One
}

// entryDay is an entry's day; of one known to the month, the month.
func entryDay(e *tracker.Entry) string {
	d := e.When.Last()
	if !e.When.Month {
		return words.DayYear(d)
	}
	y, m, _ := d.YMD()
	return fmt.Sprintf("%s %d", m, y)
}
