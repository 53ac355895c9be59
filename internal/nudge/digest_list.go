package nudge

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker/civil"
)

// A digest tells of so much that a person still reads it, and GitHub takes it:
// of what waits longest, and of how much more there is.

const (
	maxMatters = 50     // goals and credentials that a text tells of
	maxSaid    = 12     // that a comment tells of
	maxLines   = 30_000 // characters of all their lines
	maxIn      = 8_000  // bytes of the ids in a marker
)

// list tells of each matter in a line, in the order of the log; of more than
// most, of those that are due first.
func (p *planner) list(shown []matter, asOf civil.Date, most int) (list words.Matters) {
	lines := make([]string, len(shown))
	room := maxLines
	for n, i := range firstDue(shown) {
		line := p.line(&shown[i], asOf)
		if room -= utf8.RuneCountInString(line); n == most || room < 0 {
			break
		}
		lines[i] = line
	}
	for _, line := range lines {
		if line == "" {
			list.More++
		} else {
			list.Lines = append(list.Lines, line)
		}
	}
	return list
}

// line tells of a matter.
func (p *planner) line(m *matter, asOf civil.Date) string {
	if m.goal == nil {
		stands, next := credentialWords(m.credential)
		return stands + " " + next
	}
	s := plainStanding(&m.goal.Standing, 0)
	return words.NudgeLine(&s, asOf, m.goal.links(asOf))
}

// firstDue orders matters by the day from which they are late, or on which they
// are due: days, so that the order is the same tomorrow.
func firstDue(shown []matter) (order []int) {
	for i := range shown {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(shown[a].day(), shown[b].day()) })
	return order
}

// day is the day from which a matter is late, or on which it is due. One that
// asks for nothing today comes last.
func (m *matter) day() civil.Date {
	switch {
	case m.goal == nil:
		return *m.credential.Expires
	case m.goal.PausedUntil != nil:
	case m.goal.LateSince != nil:
		return *m.goal.LateSince
	case m.goal.Due != nil:
		return *m.goal.Due
	}
	return civil.Of(9999, 12, 31)
}

// idsOf joins the ids of matters, also of those that the text only counts, as
// many as a marker takes.
func idsOf(shown []matter) string {
	var b strings.Builder
	for _, m := range shown {
		if b.Len()+len(m.key.ID) > maxIn {
			break
		}
		b.WriteString(m.key.ID + " ")
	}
	return strings.TrimSuffix(b.String(), " ")
}
