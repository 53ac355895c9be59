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
	Log     string // a new entry
	Break   string // a pause
	Edit    string // the file with the goals
	Replies bool   // commands in comments are obeyed
}

// NudgeFor says what is done, the one next step with its amount and date, and
// the ways out.
func NudgeFor(s *tracker.Standing, today civil.Date, links Links, aside Aside) Nudge {
	one := needed(s)
	n := Nudge{Title: fmt.Sprintf("%s: %s to catch up", Plain(s.Title), one)}
	if s.LateDays == 0 {
		n.Title = fmt.Sprintf("%s: %s by %s", Plain(s.Title), one, Day(*s.Due))
	}
	var b strings.Builder
	b.WriteString(soFarSentence(s, today) + "\n\n")
	b.WriteString(backSentence(s, today) + "\n\n")
	b.WriteString(waysOut(s, today, links))
	b.WriteString("\n" + aside.details())
	b.WriteString(SmallPrint("once you are back", "until you have been back on the line once", aside) + "\n")
	n.Body = b.String()
	return n
}

// counted reports whether a goal asks for a number of things. A cadence does,
// whatever its unit: it counts entries that have some of it.
func counted(s *tracker.Standing) bool {
	return s.Unit == "entries" || s.Unit == "areas" || s.Form == tracker.Every
}

// owes reports whether a week or month that is over is what a goal is late
// with: whatever counts makes up for it.
func owes(s *tracker.Standing) bool { return s.OwedDays > 0 }

// needed is what puts a goal back on its line: one, 3, 12 h.
func needed(s *tracker.Standing) string {
	if owes(s) {
		return "one"
	}
	a := Need(s)
	if counted(s) {
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
	switch {
	case s.Next == nil:
		return 0
	case owes(s):
		return tracker.One
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
			return fmt.Sprintf("**%s** was due on %s: %s in %s.", Escape(s.Title), LongFrom(*s.Due, today), Times(s), Count(s.Definition.Days, "day"))
		}
		return fmt.Sprintf("**%s** is due by %s.", Escape(s.Title), LongFrom(*s.Due, today))
	}
	done := fmt.Sprintf("You have **%s** %s %s.", SoFar(s), noun(s, 2), ThisPeriod(s))
	switch {
	case s.LateDays == 0:
		return done + fmt.Sprintf(" The last step is due on %s.", LongFrom(*s.Due, today))
	case owes(s):
		return done + fmt.Sprintf(" The %s that ended on %s is open still.", s.Definition.Period, LongFrom(*s.LateSince, today))
	case counted(s):
		return done + fmt.Sprintf(" The %s was due on %s.", StepName(s), LongFrom(*s.Due, today))
	}
	even := ""
	if s.Unit == "credits" {
		even = " That is hone's even line; what your body asks for is its own rule."
	}
	return done + fmt.Sprintf(" %s %s due on %s.%s", StepName(s), StepVerb(s, "was", "were"), LongFrom(*s.Due, today), even)
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
	switch {
	case owes(s) && s.Unit != "entries":
		what += " entry that counts"
	case s.Unit == "entries" && s.Form != tracker.Every:
		what += " " + noun(s, int(Need(s)/tracker.One))
	}
	what = strings.ToUpper(what[:1]) + what[1:]
	verb, keep := "puts", "keeps"
	if Need(s) != tracker.One {
		verb, keep = "put", "keep"
	}
	then := ""
	if s.Then != nil {
		then = fmt.Sprintf(" The next is then due on %s", LongFrom(*s.Then, today))
		if s.RateDays != nil && *s.RateDays > 1 && s.Unit == "entries" {
			then += fmt.Sprintf("; about one every %s makes %s", Count(*s.RateDays, "day"), s.Target)
		}
		then += "."
	}
	if s.LateDays == 0 {
		return fmt.Sprintf("**%s by %s %s it.**%s", what, LongFrom(*s.Due, today), keep, then)
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
	var b strings.Builder
	fmt.Fprintf(&b, "- **Already done?** %s with its real date.\n", link("Log it", links.Log))
	b.WriteString(busy(today, " "+s.ID, links))
	b.WriteString(NotNow(links.Replies))
	fmt.Fprintf(&b, "- **Too much?** %s from today on; what was stays as it was: `[[goal]]` · `id = \"%s\"` · `from = %s` · `%s`\n", link("Change the goal", links.Edit), s.ID, today, lower(s))
	return b.String()
}

// busy says how to take a break, of two weeks or so, from goals, which a space
// leads in; none: from all.
func busy(today civil.Date, goals string, links Links) string {
	way := fmt.Sprintf(": `hone pause %s..UNTIL%s`", today, goals)
	if links.Replies {
		way = fmt.Sprintf(", or reply `/pause until %s`", today+14)
	}
	return fmt.Sprintf("- **Busy stretch?** %s, also for days gone by%s.\n", link("Take a break", links.Break), way)
}

// lower proposes less: two thirds of the target, or, where that is one already,
// more time: a longer period, or twice the days.
func lower(s *tracker.Standing) string {
	d := s.Definition
	switch {
	case d.Form == tracker.Every:
		return fmt.Sprintf("every = \"%dd\"", 2*d.Days)
	case d.Target > tracker.One:
		return "target = " + lowerTarget(d.Target).String()
	case d.Form == tracker.OneSpan:
		return fmt.Sprintf("until = %s", d.Until+(d.Until-s.Period.From+1))
	case d.Period < civil.Year:
		return fmt.Sprintf("per = \"%s\"", d.Period+1)
	}
	return "every = \"730d\""
}

// lowerTarget proposes two thirds of a target, a whole number, at least 1.
func lowerTarget(a tracker.Amount) tracker.Amount {
	return max(tracker.One, a*2/3/tracker.One*tracker.One)
}
