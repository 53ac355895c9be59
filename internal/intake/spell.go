package intake

import (
	"regexp"
	"strings"

	"github.com/honelog/hone/tracker"
)

var spellInWords = regexp.MustCompile(`^([0-9]{1,4}|an?|one) ?(day|week)s?$`)

// spell reads for how many days something lasts: 10d, 2w, 2 weeks or a week.
func spell(text string) (days int, ok bool) {
	if m := spellInWords.FindStringSubmatch(strings.ToLower(strings.TrimSuffix(text, "."))); m != nil {
		n := "1"
		if m[1][0] <= '9' {
			n = m[1]
		}
		text = n + m[2][:1]
	}
	return tracker.Spell(text)
}
