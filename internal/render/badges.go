package render

import (
	"github.com/honelog/hone/badges"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// NudgeAfter is after how many late days an issue is opened, unless the user
// says otherwise.
const NudgeAfter = 3

// Badge is one badge: the name of its files without an ending, the text for
// those who do not see it, and what it shows.
type Badge struct {
	Name string // badge-books
	Alt  string
	Fill string // the name of its colour, whatever the palette
	badges.Badge
}

// Badges returns the badges that a log asks for, in its order: without a word of
// its own one for the whole, then one for every goal and credential. Pass what
// [AsOf] returns: all of it is shown, what is not in it has no badge, and a late
// goal turns from yellow to orange on a day on which other things change.
func Badges(l *tracker.Log, s Status, nudgeAfter int) []Badge {
	label := func(id, title string) string { return words.Shown(l.Badges.Labels[id], title, labelLength) }
	all := []Badge{whole(s, label("all", words.WholeLabel))}
	for i := range s.Goals {
		g := &s.Goals[i]
		all = append(all, newBadge(g.ID, label(g.ID, g.Title), words.Badge(g), goalColor(g, nudgeAfter)))
	}
	for i := range s.Credentials {
		c := &s.Credentials[i]
		all = append(all, newBadge(c.ID, label(c.ID, c.Title), words.CredentialBadge(c), credentialColor(c)))
	}
	if l.Badges.Show == nil {
		return all
	}
	byName := map[string]Badge{}
	for _, b := range all {
		byName[b.Name] = b
	}
	var made []Badge
	for _, id := range l.Badges.Show {
		if b, public := byName["badge-"+id]; public {
			made = append(made, b)
			delete(byName, b.Name) // each once
		}
	}
	return made
}

// How many characters a badge's two sides keep.
const (
	labelLength   = 80
	messageLength = 120
)

func newBadge(id, label, message, fill string) Badge {
	label, message = words.Short(label, labelLength), words.Short(message, messageLength)
	return Badge{
		Name:  "badge-" + id,
		Alt:   label + ": " + message,
		Fill:  fill,
		Badge: badges.Badge{Label: label, Message: message},
	}
}

// whole is the badge for everything: green on the line, yellow when something
// is late, orange when most is.
func whole(s Status, label string) Badge {
	fill := "lightgrey"
	on, standing, paused := words.Whole(s.Goals)
	done := 0
	for i := range s.Goals {
		if s.Goals[i].Status == tracker.Done {
			done++
		}
	}
	switch {
	case standing == 0 && paused != nil:
		fill = "blue"
	case standing == 0:
	case done == standing:
		fill = "brightgreen"
	case on == standing:
		fill = "green"
	case 2*on >= standing:
		fill = "yellow"
	default:
		fill = "orange"
	}
	return newBadge("all", label, words.WholeBadge(s.Goals), fill)
}

// goalColor names the colour of a goal's message.
func goalColor(s *tracker.Standing, nudgeAfter int) string {
	switch s.Status {
	case tracker.Done:
		return "brightgreen"
	case tracker.Ahead, tracker.OnTrack:
		return "green"
	case tracker.DueSoon:
		return "yellow"
	case tracker.Behind:
		if s.LateDays < nudgeAfter {
			return "yellow"
		}
		return "orange"
	case tracker.Paused:
		return "blue"
	case tracker.Invalid:
		return "red"
	}
	return "lightgrey"
}

func credentialColor(c *tracker.Credential) string {
	switch c.Status {
	case tracker.CredentialDueSoon:
		return "yellow"
	case tracker.CredentialExpired:
		return "red"
	}
	return "green"
}
