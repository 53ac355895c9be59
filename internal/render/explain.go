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

// amountsOf returns what each entry adds; in areas, how many that none before it
// touched.
func amountsOf(x tracker.Explanation) []string {
	seen := map[tracker.Area]bool{}
	amounts := make([]string, len(x.Counts))
	for i, c := range x.Counts {
		switch {
		case x.Standing.Form == tracker.Every:
			amounts[i] = "1"
		case x.Standing.Unit == "areas":
			before := len(seen)
			for a := range tracker.Area(tracker.NumAreas) {
				if c.Entry.Touches(a) {
					seen[a] = true
				}
			}
			amounts[i] = fmt.Sprintf("%d new", len(seen)-before)
		default:
			amounts[i] = words.Amount(c.Amount, x.Standing.Unit)
		}
	}
	return amounts
}

// areasOf names the areas that an entry touches, to a goal that counts them.
func areasOf(g *tracker.Standing, e *tracker.Entry) string {
	var names []string
	for a := range tracker.Area(tracker.NumAreas) {
		if g.Unit == "areas" && e.Touches(a) {
			names = append(names, a.String())
		}
	}
	if len(names) == 0 {
		return ""
	}
	return ": " + strings.Join(names, ", ")
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
	if d.Unit == "entries" || d.Form == tracker.Every {
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
	switch {
	case g.Form == tracker.OneSpan || !g.Goal.Definitions[0].HasFrom && g.Starts == 0:
		return text + "."
	case g.Status == tracker.Upcoming:
		return text + fmt.Sprintf(", from %s on.", words.DayYear(g.Starts))
	}
	return text + fmt.Sprintf(", since %s.", words.DayYear(g.Starts))
}

func explainCounts(b *strings.Builder, l *tracker.Log, x tracker.Explanation, s Status) {
	g := &x.Standing
	title := "Counts in " + words.Period(g)
	switch g.Form {
	case tracker.Every:
		title = fmt.Sprintf("Counts in the last %s of its clock", words.Count(g.Definition.Days, "day"))
	case tracker.OneSpan:
		title = "Counts from " + words.Period(g)
	}
	fmt.Fprintf(b, "\n%s: %s\n", title, words.Amount(g.Done, g.Unit))
	amounts, width := amountsOf(x), 0
	for _, a := range amounts {
		width = max(width, len(a))
	}
	for i, c := range x.Counts {
		about := ""
		if c.About {
			about = " about"
		}
		file, line := place(l, c.Entry)
		fmt.Fprintf(b, "  %*s  %s%s  %s (%s)%s  %s:%d\n", width, amounts[i], c.On, about, words.Plain(c.Entry.Name()), c.Entry.Kind.Name, areasOf(g, c.Entry), file, line)
	}
	switch {
	case len(x.Counts) > 0:
	case g.Form == tracker.Every:
		b.WriteString("  nothing in these days\n")
	default:
		b.WriteString("  nothing yet\n")
	}
	if len(x.Planned) > 0 {
		b.WriteString("Planned, not counted yet:\n")
		for _, c := range x.Planned {
			fmt.Fprintf(b, "  %s  %s  %s (%s)\n", words.Amount(c.Amount, g.Unit), c.On, words.Plain(c.Entry.Name()), c.Entry.Kind.Name)
		}
	}
	if len(x.Passed) > 0 {
		b.WriteString("Does not count:\n")
		for _, p := range x.Passed {
			file, line := place(l, p.Entry)
			fmt.Fprintf(b, "  %s (%s): %s  %s:%d\n", words.Plain(p.Entry.Name()), p.Entry.Kind.Name, p.Why, file, line)
		}
	}
}

// explainSkills shows the coverage of the areas to a goal that asks for them.
func explainSkills(b *strings.Builder, g *tracker.Standing, s Status) {
	if g.Unit == "areas" {
		b.WriteString("\n" + CoverageText(s))
	}
}

// advised is how many weak areas get a sentence.
const advised = 2

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
	for i, a := range s.Coverage.Advice() {
		if i == advised {
			break
		}
		fmt.Fprintf(&b, "  %s\n", words.Advice(&a, s.Today))
	}
	return b.String()
}

// ExplainCredential tells what a credential stands by.
func ExplainCredential(l *tracker.Log, c tracker.Credential, s Status) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s · %s · %s\n", words.Plain(c.Title), words.CredentialStands(&c), words.CredentialWhen(&c))
	file, line := place(l, c.Entry)
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
	fmt.Fprintf(&b, "%s (%s)\n\n%s\n", c.Name, c.Severity, strings.TrimSuffix(wrapped("", c.Text, " "), "\n"))
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

// place is where an entry stands, with the file's name fit for a screen.
func place(l *tracker.Log, e *tracker.Entry) (file string, line int) {
	file, line = l.Line(e)
	return words.Plain(file), line
}
