package words

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/internal/change"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Position is where a goal stands in a few words and without a number of days:
// 5 of 6, next by 31 Dec. Of a goal that is not there it is "".
func Position(s *tracker.Standing) string {
	if s == nil {
		return ""
	}
	return strings.Replace(Badge(s), " · ", ", ", 1)
}

// NowAt is what a change has made of a goal, with its name: Books done. That it
// is late still is the owner's, and not the change's.
func NowAt(s *tracker.Standing) string {
	amount, state := badgeParts(s)
	if s.Status == tracker.Behind && amount != "" {
		state = amount
	} else if s.Status == tracker.Behind {
		state = "due " + state
	}
	return Plain(s.Title) + " " + state
}

// CredentialPosition is where a credential stands: to 31 May 2028. Of one that
// is not held it is "".
func CredentialPosition(c *tracker.Credential) string {
	if c == nil {
		return ""
	}
	return CredentialBadge(c)
}

// Deed says when an entry was done, or how it is: finished 15 Nov, 19 Nov, in
// progress.
func Deed(e *tracker.Entry, today civil.Date) string {
	switch {
	case e.Dropped.Set:
		return "given up"
	case !e.When.Set:
		return "in progress"
	}
	on := DayFrom(e.When.Last(), today)
	if e.When.Month {
		on = "about " + monthFrom(e.When.Last(), today)
	}
	switch e.Kind.Counts {
	case "finished", "earned", "started":
		return e.Kind.Counts + " " + on
	}
	return on
}

func monthFrom(d, today civil.Date) string {
	text := DayFrom(d, today)
	_, month, _ := strings.Cut(text, " ")
	return month
}

// Sort names what an entry is: book, or an activity by its own name.
func Sort(e *tracker.Entry) string {
	if e.Activity != "" {
		return Plain(e.Activity)
	}
	return e.Kind.Name
}

// Called is what an entry is called beside what it is; "" where it has no name
// of its own.
func Called(e *tracker.Entry) string {
	switch with := e.Field("with"); {
	case e.Title != "":
		return Short(e.Title, 80)
	case with != "":
		return "with " + Short(with, 80)
	}
	return ""
}

// Tally is how many entries came, changed and went, and what else did: 2 entries
// added, 1 changed, goal books changed. It is "" where nothing did.
func Tally(added, changed, removed int, tables []change.Table) string {
	var parts []string
	for _, x := range []struct {
		n    int
		what string
	}{{added, "added"}, {changed, "changed"}, {removed, "removed"}} {
		switch {
		case x.n == 0:
		case len(parts) == 0:
			parts = append(parts, Count(x.n, "entry")+" "+x.what)
		default:
			parts = append(parts, fmt.Sprintf("%d %s", x.n, x.what))
		}
	}
	return strings.Join(append(parts, tallyOf(tables)...), ", ")
}

// tallyOf names the tables that are others, one by one or, of a kind that has
// many, by their number.
func tallyOf(tables []change.Table) (parts []string) {
	type sort struct {
		name string
		how  change.How
	}
	count := map[sort]int{}
	for _, t := range tables {
		count[sort{t.Name, t.How}]++
	}
	told := map[sort]bool{}
	for _, t := range tables {
		s := sort{t.Name, t.How}
		switch n := count[s]; {
		case told[s]:
		case n > 2 || t.Name == "pause":
			parts = append(parts, Count(n, t.Name)+" "+string(t.How))
			told[s] = true
		default:
			parts = append(parts, TableName(t)+" "+string(t.How))
		}
	}
	return parts
}

// TableName names a table that is no entry: goal books, settings.
func TableName(t change.Table) string {
	if t.ID == "" {
		return t.Name
	}
	return t.Name + " " + Plain(t.ID)
}

// Elsewhere says how many findings a log has that are not of a change, and what
// shows them; "" where there are none.
func Elsewhere(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 finding elsewhere in the log, not of this change: hone check shows it"
	}
	return fmt.Sprintf("%d findings elsewhere in the log, not of this change: hone check shows them", n)
}
