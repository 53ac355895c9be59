package nudge

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker/civil"
)

// crowd is a log of goals with long titles, of which the last are due first.
func crowd(n int) string {
	var b strings.Builder
	b.WriteString("[settings]\nstart = 2026-01-01\n")
	for i := range n {
		days := 200
		if i >= n-5 {
			days = 100
		}
		title := strings.Repeat("@ana: #1 *[x](y)* <b>&_", 6) + fmt.Sprint(" ", i)
		fmt.Fprintf(&b, "[[goal]]\nid = \"goal-with-a-name-%d\"\ntitle = %q\nkinds = [\"talk\"]\ntags = [\"t%d\"]\nevery = \"%dd\"\n", i, title, i, days)
	}
	return b.String()
}

// A digest of very many matters tells of those that are due first, and how many
// more there are. What a person closes it with is quiet, told of or only counted.
func TestADigestOfVeryMany(t *testing.T) {
	t.Parallel()
	const n = 230
	d := digests(t)
	d.reminders = []int{7}
	d.links = func(civil.Date) words.Links {
		far := "https://github.com/ana/log/new/main?value=" + strings.Repeat("%22", 200)
		return words.Links{Log: far, Break: far, Edit: far, Replies: true}
	}
	d.on("2026-09-01", crowd(n), opensAll)
	d.says(1, "230 things ask for a step.", " was due on 11 April", " more: the summary of the newest run and `hone status` have them all\n")
	body := d.at(1).Body
	if got := utf8.RuneCountInString(body); got > maxBody || strings.Count(body, "\n- **@") < 10 {
		t.Errorf("%d characters:\n%.2000s", got, body)
	}
	d.on("2026-09-08", crowd(n), `remind #1 for all: reminder 1 of 1`)
	if said := d.said[1]; len(said) != 1 || utf8.RuneCountInString(said[0]) > maxBody || !strings.Contains(said[0], "\n- and 218 more: see above\n") {
		t.Errorf("%.3000q", said)
	}
	d.shut(1, "2026-09-09", NotPlanned)
	d.on("2026-09-20", crowd(n))
}

// What a digest told of is told of once more when it closes, as far as a text
// goes.
func TestADigestOfVeryManyEnds(t *testing.T) {
	t.Parallel()
	const n = 120
	d := digests(t)
	d.on("2026-09-01", crowd(n), opensAll)
	done := crowd(n)
	for i := range n {
		done += fmt.Sprintf("[[talk]]\ntitle = \"T\"\ntags = [\"t%d\"]\ndate = 2026-09-02\n", i)
	}
	d.on("2026-09-02", done, `close #1 for all as completed: nothing is late any more`)
	d.says(1, "Nothing is late any more.\n\n- **@", "- and 70 more\n"+regionEnd)
}

// Of what does not fit, a list has what is due first, in the order of the log.
func TestTheListOfADigest(t *testing.T) {
	t.Parallel()
	w := look(t, crowd(8), "2026-09-01")
	p := &planner{Want: w}
	list := p.list(p.matters(), w.Today, 6)
	if len(list.Lines) != 6 || list.More != 2 || !strings.Contains(list.Lines[0], "20 July") || !strings.Contains(list.Lines[1], "11 April") {
		t.Errorf("%d more than %q", list.More, list.Lines)
	}
}
