package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// urgency orders statuses for the eye: what wants doing first.
var urgency = map[tracker.Status]int{
	tracker.Invalid: 0, tracker.Behind: 1, tracker.Missed: 2, tracker.DueSoon: 3, tracker.OnTrack: 4,
	tracker.Ahead: 5, tracker.Done: 6, tracker.Paused: 7, tracker.NotDue: 8, tracker.Upcoming: 9,
}

// byUrgency returns the goals, the most urgent first, those of one status by
// their due dates.
func byUrgency(goals []tracker.Standing) []*tracker.Standing {
	order := make([]*tracker.Standing, len(goals))
	for i := range goals {
		order[i] = &goals[i]
	}
	dueOf := func(s *tracker.Standing) civil.Date {
		if s.Due == nil {
			return 1 << 30
		}
		return *s.Due
	}
	slices.SortStableFunc(order, func(a, b *tracker.Standing) int {
		return cmp.Or(cmp.Compare(urgency[a.Status], urgency[b.Status]), cmp.Compare(dueOf(a), dueOf(b)))
	})
	return order
}

// row is a line of the status: the name and three columns.
type row struct {
	name, done, stands, next, days string
	paint                          func(string) string
}

// Text is the screen of `hone status`: the urgent first, then credentials, the
// quiet areas, and the one next thing to do.
func (s Status) Text(l *tracker.Log, paint Paint) string {
	var goals, credentials []row
	for _, g := range byUrgency(s.Goals) {
		goals = append(goals, goalRow(l, g, s.Today, paint))
	}
	for i := range s.Credentials {
		c := &s.Credentials[i]
		done := ""
		if c.Expires != nil && c.Status != tracker.CredentialCurrent {
			done = "expires " + words.DayYear(*c.Expires)
		}
		color := map[tracker.CredentialStatus]tracker.Status{tracker.CredentialCurrent: tracker.OnTrack, tracker.CredentialDueSoon: tracker.DueSoon, tracker.CredentialExpired: tracker.Invalid}[c.Status]
		credentials = append(credentials, row{words.Plain(c.Title), done, words.CredentialStands(c), words.CredentialWhen(c), "", func(w string) string { return paint.Status(color, w) }})
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Learning · %s %s · %s\n", s.Today.Weekday(), words.LongDay(s.Today), s.Timezone)
	all := append(slices.Clone(goals), credentials...)
	if len(goals) > 0 {
		b.WriteString("\n" + table(goals, all))
	}
	if len(credentials) > 0 {
		b.WriteString("\n" + table(credentials, all))
	}
	if quiet := quietLine(s); quiet != "" {
		b.WriteString("\n" + quiet)
	}
	if next := nextLines(s); next != "" {
		b.WriteString("\n" + next)
	}
	text := b.String()
	if paint.ASCII {
		text = asciiBars.Replace(text)
	}
	return text
}

var asciiBars = strings.NewReplacer("█", "#", "░", ".", "·", "-", "…", "...", "“", `"`, "”", `"`)

func goalRow(l *tracker.Log, g *tracker.Standing, today civil.Date, paint Paint) row {
	done := words.SoFarIn(g, lastOf(l, g, today), today)
	if bar := bar(g, today); bar != "" {
		done = bar + "  " + done
	}
	r := row{name: words.Plain(g.ID), done: done, stands: words.Stands(g), next: words.When(g, today)}
	if g.SafeDays != nil && *g.SafeDays >= 0 && (g.Status == tracker.OnTrack || g.Status == tracker.DueSoon || g.Status == tracker.Ahead) {
		r.days = words.Count(*g.SafeDays, "day")
	}
	if g.Definition.Private {
		r.days = strings.TrimSpace(r.days + "  private")
	}
	r.paint = func(w string) string { return paint.Status(g.Status, w) }
	return r
}

// lastOf returns the day of the last entry that counts for a cadence.
func lastOf(l *tracker.Log, g *tracker.Standing, today civil.Date) *civil.Date {
	if g.Form != tracker.Every {
		return nil
	}
	counted := l.Counted(g.Goal, today)
	if len(counted) == 0 {
		return nil
	}
	on := counted[len(counted)-1].On
	return &on
}

// barWidth is the number of cells of a bar.
const barWidth = 10

// bar shows how much is done, with a mark at the even line.
func bar(g *tracker.Standing, today civil.Date) string {
	if g.Target == nil || g.Period == nil || *g.Target == 0 || g.Expected == nil || g.Status == tracker.Invalid {
		return ""
	}
	cells := func(a float64) int {
		return int(min(max(a/g.Target.Float()*barWidth, 0), barWidth))
	}
	full := cells(g.Done.Float())
	runes := []rune(strings.Repeat("█", full) + strings.Repeat("░", barWidth-full))
	if g.Status != tracker.Done {
		e, _ := g.Expected.Float64()
		runes[min(cells(e), barWidth-1)] = '|'
	}
	return string(runes)
}

// table sets rows in columns as wide as those of all rows.
func table(rows, all []row) string {
	var w [4]int
	for _, r := range all {
		for i, c := range []string{r.name, r.done, r.stands, r.next} {
			w[i] = max(w[i], uniseg.StringWidth(c))
		}
	}
	var b strings.Builder
	for _, r := range rows {
		line := "  " + pad(r.name, w[0]) + "  " + pad(r.done, w[1]) + "  " + r.paint(r.stands) +
			strings.Repeat(" ", w[2]-uniseg.StringWidth(r.stands)) + "  " + pad(r.next, w[3]) + "  " + r.days
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-uniseg.StringWidth(s)))
}

// quietLine names the areas without an entry for long, once skills are used.
func quietLine(s Status) string {
	if s.Coverage.Balance == nil {
		return ""
	}
	var quiet []string
	for _, a := range s.Coverage.Advice() {
		switch {
		case !a.Quiet:
		case a.Last == nil:
			quiet = append(quiet, a.Area.String()+" (nothing yet)")
		default:
			quiet = append(quiet, fmt.Sprintf("%s (last %s)", a.Area, words.DayFrom(*a.Last, s.Today)))
		}
	}
	if len(quiet) == 0 {
		return ""
	}
	return "  Quiet  " + strings.Join(quiet, ", ") + "\n"
}

// nextLines says the one next thing to do.
func nextLines(s Status) string {
	for _, g := range byUrgency(s.Goals) {
		if g.Next == nil || g.Status == tracker.Paused {
			continue
		}
		return fmt.Sprintf("Next   %s:  %s\n       hone explain %s  shows how this was counted\n", words.NextStep(g, s.Today), addCommand(g), g.ID)
	}
	return ""
}

// addCommand is the command that logs what a goal wants next.
func addCommand(g *tracker.Standing) string {
	kind := "KIND"
	if len(g.Definition.Kinds) > 0 {
		kind = g.Definition.Kinds[0]
	}
	k := tracker.KindOf(kind)
	command := "hone add " + kind
	switch {
	case k == nil:
		return command + ` "Title"`
	case k.Key("title") != nil:
		command += ` "Title"`
	case k.Key("with") != nil:
		command += ` --with "…"`
	case kind == "assessment":
		command += " --scores technical=4"
	}
	if role := k.Key("role"); role != nil && role.Required {
		value := role.Choices[0]
		if len(g.Definition.Roles) > 0 {
			value = g.Definition.Roles[0]
		}
		command += " --role " + value
	}
	return command
}
