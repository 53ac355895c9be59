package words

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Nudge is what an issue says to its owner: the title, and the body in
// Markdown.
type Nudge struct{ Title, Body string }

// Links are the addresses that a nudge leads to. An empty one is told in words.
type Links struct {
	Log   string // a new entry
	Break string // a pause
	Edit  string // the file with the goals
}

// NudgeFor says what is done, the one next step with its amount and date, and
// the ways out.
func NudgeFor(s *tracker.Standing, today civil.Date, links Links) Nudge {
	one := needed(s)
	n := Nudge{Title: fmt.Sprintf("%s: %s to catch up", Plain(s.Title), one)}
	if s.LateDays == 0 {
		n.Title = fmt.Sprintf("%s: %s by %s", Plain(s.Title), one, Day(*s.Due))
	}
	var b strings.Builder
	b.WriteString(soFarSentence(s, today) + "\n\n")
	b.WriteString(backSentence(s, today) + "\n\n")
	b.WriteString(waysOut(s, today, links))
	b.WriteString("\n<sub>Closes by itself once you are back. Close as *not planned* and it stays quiet until you have been back on the line once.</sub>\n")
	n.Body = b.String()
	return n
}

// needed is what puts a goal back on its line: one, 3, 12 h.
func needed(s *tracker.Standing) string {
	a := Need(s)
	if s.Unit == "entries" || s.Unit == "areas" {
		if a == tracker.One {
			return "one"
		}
		return a.String()
	}
	return Amount(a, s.Unit)
}

// Need is the amount that puts a goal back on its line, or that makes the next
// step.
func Need(s *tracker.Standing) tracker.Amount {
	if s.Next == nil {
		return 0
	}
	if s.BehindBy != nil && *s.BehindBy > s.Next.Amount {
		return *s.BehindBy
	}
	return s.Next.Amount
}

// soFarSentence says what is done, and what was or is due.
func soFarSentence(s *tracker.Standing, today civil.Date) string {
	if s.Form == tracker.Every {
		if s.LateDays > 0 {
			return fmt.Sprintf("**%s** was due on %s: %s in %s.", Escape(s.Title), DayMonth(*s.Due), Times(s), Count(s.Definition.Days, "day"))
		}
		return fmt.Sprintf("**%s** is due by %s.", Escape(s.Title), DayMonth(*s.Due))
	}
	done := fmt.Sprintf("You have **%s** %s %s.", SoFar(s), noun(s, 2), ThisPeriod(s))
	switch {
	case s.LateDays == 0:
		return done + fmt.Sprintf(" The last step is due on %s.", DayMonth(*s.Due))
	case s.LateSince != nil && *s.LateSince != *s.Due:
		return done + fmt.Sprintf(" The period that ended on %s is open still.", DayMonth(*s.LateSince))
	case s.Unit == "entries":
		return done + fmt.Sprintf(" The %s was due on %s.", StepName(s), DayMonth(*s.Due))
	}
	return done + fmt.Sprintf(" %s were due on %s.", StepName(s), DayMonth(*s.Due))
}

// Times says how often a cadence asks: one, 3.
func Times(s *tracker.Standing) string {
	if *s.Target == tracker.One {
		return "one"
	}
	return s.Target.String()
}

// backSentence says the one next step.
func backSentence(s *tracker.Standing, today civil.Date) string {
	what := needed(s)
	if s.Unit == "entries" && s.Form != tracker.Every {
		n := int(Need(s) / tracker.One)
		what += " " + noun(s, n)
	}
	what = strings.ToUpper(what[:1]) + what[1:]
	verb := "puts"
	if Need(s) != tracker.One {
		verb = "put"
	}
	then := ""
	if s.Then != nil {
		then = fmt.Sprintf(" The next is then due on %s", DayMonth(*s.Then))
		if s.RateDays != nil && *s.RateDays > 1 && s.Unit == "entries" {
			then += fmt.Sprintf("; about one every %s makes %s", Count(*s.RateDays, "day"), s.Target)
		}
		then += "."
	}
	if s.LateDays == 0 {
		return fmt.Sprintf("**%s by %s keeps it.**%s", what, DayMonth(*s.Due), then)
	}
	return fmt.Sprintf("**%s %s you back on the line.**%s", what, verb, then)
}

// noun is what a goal counts: the kind's name when there is one kind.
func noun(s *tracker.Standing, n int) string {
	if s.Unit == "entries" && len(s.Definition.Kinds) == 1 {
		if k := tracker.KindOf(s.Definition.Kinds[0]); k != nil && n == 1 {
			return k.One
		} else if k != nil {
			return k.Plural
		}
	}
	if s.Unit == "entries" && n == 1 {
		return "entry"
	}
	return "for " + Escape(s.Title)
}

func waysOut(s *tracker.Standing, today civil.Date, links Links) string {
	logIt, pause, change := "Log it", "Take a break", "Change the goal"
	if links.Log != "" {
		logIt = "[Log it](" + links.Log + ")"
	}
	if links.Break != "" {
		pause = "[Take a break](" + links.Break + ")"
	}
	if links.Edit != "" {
		change = "[Change the goal](" + links.Edit + ")"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "- **Already done?** %s with its real date.\n", logIt)
	fmt.Fprintf(&b, "- **Busy stretch?** %s, also for days gone by: `hone pause %s..UNTIL %s`.\n", pause, today, s.ID)
	lower := "every = \"" + fmt.Sprint(2*s.Definition.Days) + "d\""
	if s.Form != tracker.Every {
		lower = "target = " + lowerTarget(*s.GoalTarget).String()
	}
	fmt.Fprintf(&b, "- **Too much?** %s from today on; what was stays as it was: `[[goal]]` · `id = \"%s\"` · `from = %s` · `%s`\n", change, s.ID, today, lower)
	return b.String()
}

// lowerTarget proposes two thirds of a target, a whole number, at least 1.
func lowerTarget(a tracker.Amount) tracker.Amount {
	return max(tracker.One, a*2/3/tracker.One*tracker.One)
}

// Escape writes a text so that Markdown shows it as it is: no mark-up, no
// mention, no reference, no link, no line break.
func Escape(s string) string {
	var b strings.Builder
	runes := []rune(Plain(s))
	for i, c := range runes {
		next := ' '
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		switch c {
		case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '!', '|', '~', '>', '+':
			b.WriteByte('\\')
			b.WriteRune(c)
		case '<':
			b.WriteString("&lt;")
		case '&':
			b.WriteString("&amp;")
		case '@', '#': // a zero-width space keeps GitHub from linking
			b.WriteRune(c)
			b.WriteRune('\u200b')
		case ':': // of an address or an emoji's name
			if next == ' ' {
				b.WriteRune(c)
			} else {
				b.WriteString("&#58;")
			}
		case '.': // of www.
			if i >= 3 && strings.EqualFold(string(runes[i-3:i]), "www") {
				b.WriteString("&#46;")
			} else {
				b.WriteRune(c)
			}
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// Plain folds white space to single spaces and takes out what does not print or
// turns the direction of text, so that a text fits on one line.
func Plain(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	s = strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029:
			return ' '
		case c < 0x20 || c >= 0x7f && c < 0xa0 || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f || c == 0x061c || c == 0xfeff:
			return -1
		}
		return c
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// Short is a plain text of at most n characters; what is cut off shows as "…".
func Short(s string, n int) string {
	s = Plain(s)
	if r := []rune(s); len(r) > n {
		return strings.TrimRight(string(r[:n-1]), " ") + "…"
	}
	return s
}
