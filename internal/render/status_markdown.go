package render

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// Markdown is a status as a person likes to read it in a summary: what holds in
// a sentence, then a table, the urgent first.
func (s Status) Markdown(l *tracker.Log) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## Learning, %s\n\n%s\n", words.LongDay(s.Today), s.sentence())
	if len(s.Goals)+len(s.Credentials) > 0 {
		b.WriteString("\n| goal | so far | stands | next |\n|---|---|---|---|\n")
	}
	for _, g := range byUrgency(s.Goals) {
		title := words.Escape(g.Title)
		if g.Status == tracker.Behind {
			title = "**" + title + "**"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", title, words.SoFarIn(g, lastOf(l, g, s.Today), s.Today), words.Stands(g), words.When(g, s.Today))
	}
	for _, c := range credentialsByUrgency(s.Credentials) {
		valid := "held since " + words.DayYear(c.Earned)
		if c.Expires != nil {
			valid = "valid to " + words.DayYear(*c.Expires)
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", words.Escape(c.Title), valid, words.CredentialStands(c), words.CredentialWhen(c))
	}
	if quiet := quietAreas(s); quiet != "" {
		fmt.Fprintf(&b, "\nQuiet: %s\n", words.Escape(quiet))
	}
	return b.String()
}

// sentence says in a line how it stands, and the one next thing.
func (s Status) sentence() string {
	on, standing, paused := words.Whole(s.Goals)
	var first string
	switch {
	case standing > 0 && on == standing:
		first = fmt.Sprintf("**All %s on their line.**", goalsAre(standing))
		if standing == 1 {
			first = "**The goal is on its line.**"
		}
	case standing > 0:
		first = fmt.Sprintf("**%d of %s on their line.**", on, goalsAre(standing))
	case paused != nil:
		first = fmt.Sprintf("**Everything is paused to %s.**", words.DayMonth(*paused))
	case len(s.Goals) > 0:
		first = "**No goal is due now.**"
	case s.Errors > 0:
		first = "**No goals can be read yet.**"
	default:
		first = "**No goals yet.** `hone init` sets some."
	}
	if s.Errors > 0 {
		return first + " Next: " + words.MendFirst(s.Errors) + ": `hone check`."
	}
	if next, ok := s.next(); ok {
		return first + " Next: " + words.Escape(next.say) + "."
	}
	return first
}

func goalsAre(n int) string {
	if n == 1 {
		return "1 goal is"
	}
	return fmt.Sprintf("%d goals are", n)
}
