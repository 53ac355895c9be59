package words

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Digest is the body of one nudge for everything: a line for each goal and
// credential that asks for a step, and the ways out.
func Digest(list Matters, today civil.Date, links Links, aside Aside) string {
	var b strings.Builder
	if n := len(list.Lines) + list.More; n == 1 {
		b.WriteString("One thing asks for a step.\n\n")
	} else {
		fmt.Fprintf(&b, "%s things ask for a step. Any one of them is a good one to begin with.\n\n", upper(few(n)))
	}
	b.WriteString(list.Bullets("the summary of the newest run and `hone status` have them all"))
	b.WriteString("\n**Ways out**\n\n")
	b.WriteString("- **Already done?** Log it with its real date.\n")
	b.WriteString(busy(today, "", links))
	b.WriteString(NotNow(links.Replies))
	fmt.Fprintf(&b, "- **Too much?** %s from today on; what was stays as it was.\n\n", link("Change a goal", links.Edit))
	b.WriteString(SmallPrint("once nothing is late", "about all that it names until each was well once", aside))
	return b.String()
}

// Matters are the goals and credentials that a text tells of, a line each, and
// how many more there are.
type Matters struct {
	Lines []string
	More  int
}

// Bullets writes the lines as a list. where says where to find those that are
// not in it; empty: nowhere.
func (m Matters) Bullets(where string) string {
	var b strings.Builder
	for _, l := range m.Lines {
		b.WriteString("- " + l + "\n")
	}
	switch {
	case m.More > 0 && where != "":
		fmt.Fprintf(&b, "- and %d more: %s\n", m.More, where)
	case m.More > 0:
		fmt.Fprintf(&b, "- and %d more\n", m.More)
	}
	return b.String()
}

// NudgeLine tells of a goal in a line: what is done, and the one next step.
func NudgeLine(s *tracker.Standing, today civil.Date, links Links) string {
	title := "**" + Escape(s.Title) + "**"
	if s.PausedUntil != nil || s.Due == nil {
		if s.PausedUntil != nil {
			return fmt.Sprintf("%s: a break until %s.", title, LongFrom(*s.PausedUntil, today))
		}
		return fmt.Sprintf("%s: %s %s.", title, SoFar(s), ThisPeriod(s))
	}
	brief := *s
	brief.Then = nil
	line := soFarSentence(&brief, today) + " " + backSentence(&brief, today)
	if s.Form != tracker.Every {
		line = title + ": " + line
	}
	if links.Log != "" {
		line += " " + link("Log it", links.Log)
	}
	return line
}

var numbers = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// few is a number of things in a sentence: in words, up to twelve.
func few(n int) string {
	if n < len(numbers) {
		return numbers[n]
	}
	return fmt.Sprint(n)
}
