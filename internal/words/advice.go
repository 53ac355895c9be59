package words

import (
	"fmt"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Advice says in a sentence where a weak area stands, and what would count.
func Advice(a *tracker.AreaStanding, today civil.Date) string {
	since := "no entry yet"
	switch {
	case a.Last != nil && a.Quiet:
		since = "nothing since " + DayFrom(*a.Last, today)
	case a.Last != nil:
		since = "the last entry on " + DayFrom(*a.Last, today)
	}
	stands := ""
	for _, v := range a.Views {
		if v.By == "self" && a.Gap() > 0 {
			stands = fmt.Sprintf("you put yourself at %d and aim for %d, ", v.Score, a.Aim)
		}
	}
	return fmt.Sprintf("%s: %s%s. A short course or a mentoring conversation would count.", a.Area.Title(), stands, since)
}
