package render

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// explainLine tells the arithmetic of an even line.
func explainLine(b *strings.Builder, x tracker.Explanation, s Status) {
	g := &x.Standing
	fmt.Fprintf(b, "\nThe line:\n  %s from %s to %s", words.Count(x.Days, "day"), g.Period.From, g.Period.Until)
	for _, off := range []struct {
		days int
		why  string
	}{{x.OutDays, "outside the goal"}, {x.PausedDays - x.OutDays, "paused"}, {x.HeldDays, "paused with the target kept"}} {
		if off.days > 0 {
			fmt.Fprintf(b, ", %d %s", off.days, off.why)
		}
	}
	fmt.Fprintf(b, ": the clock runs on %d, %d of them before today\n  %s\n", x.ActiveDays, x.DaysBefore, askedFor(x))
	e, _ := g.Expected.Float64()
	fmt.Fprintf(b, "  the even line stands at %.2f today: %s due, up to %s on the line, %s done\n", e,
		words.Amount(*g.Required, g.Unit), words.Amount(*g.Upper, g.Unit), words.Amount(g.Done, g.Unit))
	explainDue(b, g, s)
	if x.Forecast != "" {
		if f := g.Forecast; f != nil {
			fmt.Fprintf(b, "  at the recent pace it ends between %s and %s (%s)\n", f.Low, words.Amount(f.High, g.Unit), x.Forecast)
		} else {
			fmt.Fprintf(b, "  how it will end: %s\n", x.Forecast)
		}
	}
	if g.RateDays != nil && *g.RateDays > 0 {
		fmt.Fprintf(b, "  what is left asks for one %s every %s\n", unitNoun(g), words.Count(*g.RateDays, "day"))
	}
}

// askedFor says what the period asks for, and what its days off leave of it.
func askedFor(x tracker.Explanation) string {
	g := &x.Standing
	isCount := g.Unit == "entries" || g.Unit == "areas"
	left := words.Amount(*g.Target, g.Unit)
	if len(x.Asked) > 1 {
		var parts []string
		for i, a := range x.Asked {
			when := " until " + words.Day(a.Until)
			if i > 0 {
				when = " from " + words.Day(a.From)
			}
			parts = append(parts, words.Amount(a.Target, g.Unit)+when)
		}
		text := strings.Join(parts, ", ") + ": over the days of the clock that makes " + left
		if !isCount {
			text += ", in " + words.Count(x.StepsLeft, "step")
		}
		return text
	}
	text := words.Amount(*g.GoalTarget, g.Unit) + " asked for"
	if !isCount {
		text += ", in " + words.Count(x.Steps, "step") + " of about " + words.Amount(*g.GoalTarget/tracker.Amount(x.Steps), g.Unit)
	}
	if x.StepsLeft != x.Steps {
		text += "; the days off leave " + left
		if !isCount {
			text += ", in " + words.Count(x.StepsLeft, "step")
		}
	}
	return text
}

func unitNoun(g *tracker.Standing) string {
	return map[string]string{"entries": "entry", "hours": "hour", "pages": "page", "credits": "credit", "areas": "area"}[g.Unit]
}

// explainDue tells the next step, its due date, and what that makes of today.
func explainDue(b *strings.Builder, g *tracker.Standing, s Status) {
	if g.OwedDays > 0 {
		fmt.Fprintf(b, "  the period that ended on %s is open still: %s owed\n", *g.LateSince, words.Count(g.OwedDays, "day"))
	}
	if g.Due == nil {
		return
	}
	verb := "is"
	if *g.SafeDays < 0 {
		verb = "was"
	}
	what := fmt.Sprintf("the next step, %s more, %s due on %s", words.Amount(g.Next.Amount, g.Unit), verb, *g.Due)
	switch safe := *g.SafeDays; {
	case safe >= 0:
		fmt.Fprintf(b, "  %s: %s to go; due soon from %s before\n", what, words.Count(safe, "day"), words.Count(g.Notice, "day"))
	default:
		fmt.Fprintf(b, "  %s: %s late\n", what, words.Count(-safe, "active day"))
	}
	if g.Planned {
		b.WriteString("  an entry to come lies in time for it\n")
	}
}

// explainCadence tells the arithmetic of a cadence.
func explainCadence(b *strings.Builder, x tracker.Explanation, s Status) {
	g := &x.Standing
	b.WriteString("\nThe clock:\n")
	from := "the goal's first day"
	if x.SinceEntry {
		from = "the entry that counts for it"
		if *g.Target > tracker.One {
			from = fmt.Sprintf("the %s latest entry", words.Ordinal(int(*g.Target/tracker.One)))
		}
	}
	if g.Due == nil {
		if g.Status == tracker.OnTrack {
			b.WriteString("  without a start, nothing is due before there are enough entries\n")
		}
	} else {
		fmt.Fprintf(b, "  %s + %s of the clock = %s", x.Since, words.Count(g.Definition.Days, "day"), *g.Due)
		if paused := int(*g.Due-x.Since) - g.Definition.Days; paused > 0 {
			fmt.Fprintf(b, ", with %s paused in between", words.Count(paused, "day"))
		}
		fmt.Fprintf(b, " (%s is %s)\n", x.Since, from)
		explainDue(b, g, s)
	}
	if g.Kept != nil {
		kept, _ := g.Kept.Float64()
		fmt.Fprintf(b, "  kept on %.0f %% of the last 365 days\n", kept*100)
	}
}

func explainLast(b *strings.Builder, g *tracker.Standing, s Status) {
	if c := g.Last; c != nil {
		fmt.Fprintf(b, "\nThe period before, %s to %s: %s of %s, %s\n", c.From, c.Until, c.Done, words.Amount(c.Target, g.Unit), c.Result)
	}
}
