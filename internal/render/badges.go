package render

import (
	"fmt"

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
	badges.Badge
}

// Badges returns a badge for every goal and credential of a status, and one for
// the whole, which comes first. Pass a public status: all is shown.
func Badges(s Status, nudgeAfter int) []Badge {
	made := []Badge{whole(s)}
	for i := range s.Goals {
		g := &s.Goals[i]
		made = append(made, newBadge(g.ID, g.Title, words.Badge(g), goalColor(g, nudgeAfter)))
	}
	for i := range s.Credentials {
		c := &s.Credentials[i]
		made = append(made, newBadge(c.ID, c.Title, words.CredentialBadge(c), credentialColor(c)))
	}
	return made
}

func newBadge(id, label, message string, color badges.Color) Badge {
	label, message = words.Short(label, 80), words.Short(message, 120)
	return Badge{
		Name:  "badge-" + id,
		Alt:   label + ": " + message,
		Badge: badges.Badge{Label: label, Message: message, Color: color},
	}
}

// whole is the badge for everything: green on the line, yellow when something
// is late, orange when most is.
func whole(s Status) Badge {
	color := badges.LightGrey
	on, standing, paused := words.Whole(s.Goals)
	done := 0
	for i := range s.Goals {
		if s.Goals[i].Status == tracker.Done {
			done++
		}
	}
	switch {
	case standing == 0 && paused != nil:
		color = badges.Blue
	case standing == 0:
	case done == standing:
		color = badges.BrightGreen
	case on == standing:
		color = badges.Green
	case 2*on >= standing:
		color = badges.Yellow
	default:
		color = badges.Orange
	}
	return newBadge("all", "learning", words.WholeBadge(s.Goals), color)
}

// goalColor is the colour of a goal's message.
func goalColor(s *tracker.Standing, nudgeAfter int) badges.Color {
	switch s.Status {
	case tracker.Done:
		return badges.BrightGreen
	case tracker.Ahead, tracker.OnTrack:
		return badges.Green
	case tracker.DueSoon:
		return badges.Yellow
	case tracker.Behind:
		if s.LateDays < nudgeAfter {
			return badges.Yellow
		}
		return badges.Orange
	case tracker.Paused:
		return badges.Blue
	case tracker.Invalid:
		return badges.Red
	}
	return badges.LightGrey
}

func credentialColor(c *tracker.Credential) badges.Color {
	switch c.Status {
	case tracker.CredentialDueSoon:
		return badges.Yellow
	case tracker.CredentialExpired:
		return badges.Red
	}
	return badges.Green
}

// Pictures draws badges into files, by their names.
func Pictures(made []Badge) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, b := range made {
		svg, err := badges.SVG(b.Badge)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", b.Name, err)
		}
		json, err := badges.Endpoint(b.Badge)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", b.Name, err)
		}
		files[b.Name+".svg"] = append(svg, '\n')
		files[b.Name+".json"] = append(json, '\n')
	}
	return files, nil
}
