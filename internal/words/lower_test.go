package words

import (
	"fmt"
	"testing"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// What a nudge proposes where a goal is too much is a change that the log takes,
// and the goal goes on with it.
func TestLower(t *testing.T) {
	today := civil.Of(2026, 11, 21)
	for goal, want := range map[string]string{
		"target = 12\nper = \"year\"":                  "target = 8",
		"target = 2\nper = \"half\"":                   "target = 1",
		"every = \"30d\"":                              `every = "60d"`,
		"target = 1\nper = \"week\"":                   `per = "month"`,
		"target = 1\nper = \"quarter\"":                `per = "half"`,
		"target = 1\nper = \"year\"":                   `every = "730d"`,
		"target = 1\nper = \"year\"\nunit = \"hours\"": `every = "730d"`,
		"target = 3\nuntil = 2026-12-31":               "target = 2",
		"target = 1\nuntil = 2026-12-31":               "until = 2027-12-31",
	} {
		log := "[[goal]]\nid = \"g\"\nkinds = [\"course\"]\nfrom = 2026-01-01\n" + goal + "\n"
		l, _ := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(log)}}, nil)
		is := lower(&l.Standings(today)[0])
		if is != want {
			t.Errorf("%s: %s, want %s", goal, is, want)
		}
		log += fmt.Sprintf("[[goal]]\nid = \"g\"\nfrom = %s\n%s\n", today, is)
		l, faults := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(log)}}, nil)
		if after := l.Standings(today + 30); tracker.Errors(faults) > 0 || len(after) != 1 || after[0].Status == tracker.Missed {
			t.Errorf("%s: after %s: %v, %v", goal, is, after, faults)
		}
	}
}
