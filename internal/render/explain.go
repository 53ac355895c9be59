package render

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// ExplainGoal tells how a goal's standing came about: what counts, what does
// not and why, and the arithmetic to the due date.
func ExplainGoal(l *tracker.Log, x tracker.Explanation, s Status) string {
	g := &x.Standing
	var b strings.Builder
	fmt.Fprintf(&b, "%s · %s", words.Plain(g.Title), words.Stands(g))
	if when := words.When(g, s.Today); when != "" {
		fmt.Fprintf(&b, " · %s", when)
	}
	fmt.Fprintf(&b, "\n%s\n", asks(g))
	if g.Status == tracker.Invalid {
		b.WriteString("\nA finding touches this goal, so that its numbers may be wrong: hone check\n")
		if g.Target == nil {
			return b.String()
		}
	}
	explainCounts(&b, l, x, s)
	if g.Form == tracker.Every {
		explainCadence(&b, x, s)
	} else {
		explainLine(&b, x, s)
	}
	explainLast(&b, g, s)
	explainSkills(&b, g, s)
	return b.String()
}

// asks says what a goal asks for.
func asks(g *tracker.Standing) string {
	d := g.Definition
	var what []string
	add := func(label string, words []string) {
		if len(words) > 0 {
			what = append(what, label+" "+strings.Join(words, " or "))
		}
	}
	add("of kind", d.Kinds)
	add("with role", d.Roles)
	add("with skill", d.Skills)
	add("with tag", d.Tags)
	if d.Credential != "" {
		add("towards", []string{strings.TrimSuffix(d.Credential+"."+d.Category, ".")})
	}
	target := words.Amount(d.Target, d.Unit)
	if d.Unit == "entries" {
		target = words.Count(int(d.Target/tracker.One), "entry")
	}
	how := ""
	switch d.Form {
	case tracker.Per:
		how = "per " + d.Period.String()
	case tracker.OneSpan:
		how = fmt.Sprintf("from %s to %s", words.DayYear(d.From), words.DayYear(d.Until))
	case tracker.Every:
		how = fmt.Sprintf("every %s", words.Count(d.Days, "day"))
	}
	text := fmt.Sprintf("Asks for %s %s", target, how)
	if len(what) > 0 {
		text += ", " + words.Plain(strings.Join(what, ", "))
	}
	if !g.Goal.Definitions[0].HasFrom && g.Starts == 0 {
		return text + "."
	}
	return text + fmt.Sprintf(", since %s.", words.DayYear(g.Starts))
}

func explainCounts(b *strings.Builder, l *tracker.Log, x tracker.Explanation, s Status) {
	g := &x.Standing
	title := "Counts in " + words.Period(g)
	if g.Form == tracker.Every {
		title = fmt.Sprintf("Counts in the last %s of its clock", words.Count(g.Definition.Days, "day"))
	}
	fmt.Fprintf(b, "\n%s: %s\n", title, words.Amount(g.Done, g.Unit))
	for _, c := range x.Counts {
		about := ""
		if c.About {
			about = " about"
		}
		file, line := l.Line(c.Entry)
		amount := words.Amount(c.Amount, g.Unit)
		if g.Form == tracker.Every {
			amount = "1"
		}
		fmt.Fprintf(b, "  %9s  %s%s  %s (%s)  %s:%d\n", amount, c.On, about, words.Plain(c.Entry.Name()), c.Entry.Kind.Name, file, line)
	}
	if len(x.Counts) == 0 {
		b.WriteString("  nothing yet\n")
	}
	if g.Unit == "areas" && len(x.Counts) > 0 {
		b.WriteString("  each area counts once\n")
	}
	if len(x.Planned) > 0 {
		b.WriteString("Planned, not counted yet:\n")
		for _, c := range x.Planned {
			fmt.Fprintf(b, "  %9s  %s  %s (%s)\n", words.Amount(c.Amount, g.Unit), c.On, words.Plain(c.Entry.Name()), c.Entry.Kind.Name)
		}
	}
	if len(x.Passed) > 0 {
		b.WriteString("Does not count:\n")
		for _, p := range x.Passed {
			file, line := l.Line(p.Entry)
			fmt.Fprintf(b, "  %s (%s): %s  %s:%d\n", words.Plain(p.Entry.Name()), p.Entry.Kind.Name, p.Why, file, line)
		}
	}
}

// explainLine tells the arithmetic of an even line.
func explainLine(b *strings.Builder, x tracker.Explanation, s Status) {
	g := &x.Standing
	d := g.Definition
	fmt.Fprintf(b, "\nThe line:\n")
	fmt.Fprintf(b, "  %s from %s to %s", words.Count(x.Days, "day"), g.Period.From, g.Period.Until)
	if x.PausedDays > 0 {
		fmt.Fprintf(b, ", %s paused or outside the goal", words.Count(x.PausedDays, "day"))
	}
	if x.HeldDays > 0 {
		fmt.Fprintf(b, ", %s paused with the target kept", words.Count(x.HeldDays, "day"))
	}
	fmt.Fprintf(b, ": the clock runs on %d, %d of them before today\n", x.ActiveDays, x.DaysBefore)
	steps := words.Count(x.Steps, "step")
	if g.Unit != "entries" && g.Unit != "areas" {
		steps += fmt.Sprintf(" of about %s", words.Amount(d.Target/tracker.Amount(x.Steps), d.Unit))
	}
	fmt.Fprintf(b, "  %s asked for is %s", words.Amount(d.Target, d.Unit), steps)
	if x.StepsLeft != x.Steps {
		fmt.Fprintf(b, "; %d of them fall on the days of the clock, which makes the target %s", x.StepsLeft, words.Amount(*g.Target, g.Unit))
	}
	b.WriteString("\n")
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
	what := fmt.Sprintf("the next step, %s more, is due on %s", words.Amount(g.Next.Amount, g.Unit), *g.Due)
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

// explainSkills shows the coverage of the areas to a goal that asks for them.
func explainSkills(b *strings.Builder, g *tracker.Standing, s Status) {
	if g.Unit == "areas" || len(g.Definition.Skills) > 0 {
		b.WriteString("\n" + CoverageText(s))
	}
}

// CoverageText shows how the last 365 days spread over the areas.
func CoverageText(s Status) string {
	var b strings.Builder
	b.WriteString("The areas over the last 365 days (hours stated, or usual for the kind):\n")
	for _, a := range s.Coverage.Areas {
		effort, _ := a.Effort.Float64()
		share, wish := 0.0, 0.0
		if a.Share != nil {
			share, _ = a.Share.Float64()
		}
		wish, _ = a.Wish.Float64()
		fmt.Fprintf(&b, "  %-16s %6.1f h  %3.0f %% of %3.0f %% wished", a.Area, effort, share*100, wish*100)
		if a.Last != nil {
			fmt.Fprintf(&b, "  last %s", *a.Last)
		}
		switch {
		case a.Quiet:
			b.WriteString("  quiet")
		case a.Weak:
			b.WriteString("  weak")
		}
		for _, v := range a.Views {
			fmt.Fprintf(&b, "  %s %d", v.By, v.Score)
			if v.Growth != nil {
				fmt.Fprintf(&b, " (%+d)", *v.Growth)
			}
		}
		if a.Aim > 0 {
			fmt.Fprintf(&b, "  aim %d", a.Aim)
		}
		b.WriteString("\n")
	}
	if s.Coverage.Balance != nil {
		balance, _ := s.Coverage.Balance.Float64()
		fmt.Fprintf(&b, "  balance %.2f (1 is as wished)\n", balance)
	}
	return b.String()
}

// ExplainCredential tells what a credential stands by.
func ExplainCredential(l *tracker.Log, c tracker.Credential, s Status) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s · %s · %s\n", words.Plain(c.Title), words.CredentialStands(&c), words.CredentialWhen(&c))
	file, line := l.Line(c.Entry)
	fmt.Fprintf(&b, "Earned or renewed on %s (%s:%d)", c.Earned, file, line)
	if c.Issuer != "" {
		fmt.Fprintf(&b, ", issued by %s", words.Plain(c.Issuer))
	}
	b.WriteString(".\n")
	switch {
	case c.Expires == nil:
		b.WriteString("It names no expiry, so that it stands.\n")
	case *c.DaysLeft < 0:
		fmt.Fprintf(&b, "It expired on %s, %s ago.\n", *c.Expires, words.Count(-*c.DaysLeft, "day"))
	default:
		fmt.Fprintf(&b, "It is valid to %s, %s from today; it is due soon from 90 days before.\n", *c.Expires, words.Count(*c.DaysLeft, "day"))
	}
	if c.Entry.Rule != "" {
		fmt.Fprintf(&b, "Its rule %q is not known to hone yet: it stands by its dates. Your body's rule is your body's.\n", words.Plain(c.Entry.Rule))
	}
	return b.String()
}

// ExplainCode tells about one kind of finding, with an example.
func ExplainCode(c tracker.Code) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n\n%s\n", c.Name, c.Severity, c.Text)
	if c.Wrong != "" {
		fmt.Fprintf(&b, "\nWrong:\n%s\nRight:\n%s", indent(c.Wrong), indent(c.Right))
	}
	return b.String()
}

func indent(s string) string {
	lines := strings.Split(strings.Trim(strings.ToValidUTF8(s, "\ufffd"), "\n"), "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = "    " + l
		}
	}
	return "\n" + strings.Join(lines, "\n") + "\n"
}
