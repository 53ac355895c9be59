package words

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// EntryToFill is an entry that a goal asks for, with what its owner has to
// fill in.
func EntryToFill(s *tracker.Standing, today civil.Date) string {
	kind := "book"
	if len(s.Definition.Kinds) > 0 && tracker.KindOf(s.Definition.Kinds[0]) != nil {
		kind = s.Definition.Kinds[0]
	}
	k := tracker.KindOf(kind)
	var b strings.Builder
	fmt.Fprintf(&b, "[[%s]]\n", kind)
	for _, key := range k.Keys {
		date := k.Counts
		if k.Else != "" {
			date = k.Else
		}
		switch {
		case key.Name == date:
			fmt.Fprintf(&b, "%s = %s\n", key.Name, today)
		case key.Name == "role" && len(s.Definition.Roles) > 0:
			fmt.Fprintf(&b, "role = %s\n", tracker.Quote(s.Definition.Roles[0]))
		case key.Name == "role" && key.Required:
			fmt.Fprintf(&b, "role = %s\n", tracker.Quote(key.Choices[0]))
		case key.Type == tracker.ScoresType && key.Required:
			b.WriteString("scores.technical = 3\n")
		case key.Name == "title" || key.Name == "with":
			fmt.Fprintf(&b, "%s = \"\"\n", key.Name)
		}
	}
	if s.Unit == "hours" {
		b.WriteString("hours = 1\n")
	}
	return b.String()
}
