package render

import (
	"fmt"
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

// RecentBlock is the README block `recent`: the latest public entries that have
// a title, with their days, as of the status' day.
func RecentBlock(l *tracker.Log, s Status) string {
	var b strings.Builder
	for _, e := range latest(l, s.Today) {
		name := "*" + words.Escape(e.Title) + "*"
		if url := e.Field("url"); url != "" {
			name = "[" + words.Escape(e.Title) + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "").Replace(url) + ">)"
		}
		fmt.Fprintf(&b, "- %s, %s, %s\n", name, kindWord(e), words.EntryDay(e.When))
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

// kindName is the name of an entry's kind, which is shorter.
func kindName(e *tracker.Entry) string {
	if e.Activity != "" {
		return kindWord(e)
	}
	return e.Kind.Name
}
