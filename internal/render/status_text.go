package render

import (
	"fmt"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// screenWidth is how many columns the status takes, for logs with names of an
// ordinary length.
const screenWidth = 80

// Text is the screen of `hone status`: goals and credentials, the urgent first,
// the quiet areas, and the one next thing to do.
func (s Status) Text(l *tracker.Log, paint Paint) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Learning · %s %s · %s\n", s.Today.Weekday(), words.LongDay(s.Today), s.Timezone)
	if len(s.Goals) > 0 {
		b.WriteString("\n" + s.goalTable(l, paint))
	}
	if len(s.Credentials) > 0 {
		b.WriteString("\n" + s.credentialTable(paint))
	}
	var notes string
	for _, note := range [][2]string{{"Quiet", quietAreas(s)}, {"Private", s.privateNames()}} {
		if note[1] != "" {
			notes += wrapped(fmt.Sprintf("  %-7s  ", note[0]), note[1], ", ")
		}
	}
	if notes != "" {
		b.WriteString("\n" + notes)
	}
	b.WriteString("\n" + s.nextLines())
	return paint.Marks(b.String())
}

// layout is how much a table of goals shows. Where a line would not fit the
// screen, the next smaller one is taken.
type layout struct {
	bar    int  // cells
	short  bool // short units
	period bool
	name   int // columns; 0 for as many as it takes
}

var layouts = []layout{{10, false, true, 0}, {6, false, true, 0}, {6, true, true, 0}, {0, true, true, 0}, {0, true, false, 0}, {0, true, false, 20}}

// goalTable sets the goals in the widest layout that fits.
func (s Status) goalTable(l *tracker.Log, paint Paint) (text string) {
	for _, lay := range layouts {
		var rows []row
		for _, g := range byUrgency(s.Goals) {
			rows = append(rows, goalRow(l, g, s.Today, lay, paint))
		}
		var width int
		if text, width = table(rows); width <= screenWidth {
			break
		}
	}
	return text
}

func goalRow(l *tracker.Log, g *tracker.Standing, today civil.Date, lay layout, paint Paint) row {
	r := row{name: cut(g.ID, lay.name), stands: words.Stands(g), when: words.When(g, today)}
	r.done = words.SoFarScreen(g, lastOf(l, g, today), today, lay.short, lay.period)
	if bar := bar(g, lay.bar); bar != "" {
		r.done = bar + "  " + r.done
	}
	if days, due := g.SafeDays, g.Due; days != nil && *days >= 0 && (g.Status == tracker.OnTrack || g.Status == tracker.DueSoon || g.Status == tracker.Ahead) {
		r.days = words.Count(*days, "day")
		if *days < 330 { // no doubt about the year
			_, month, day := due.YMD()
			r.when = fmt.Sprintf("by %2d %s", day, month.String()[:3])
		}
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

// bar shows in so many cells how much is done, with a mark at the even line.
func bar(g *tracker.Standing, width int) string {
	if width == 0 || g.Target == nil || g.Period == nil || *g.Target == 0 || g.Expected == nil {
		return ""
	}
	switch g.Status {
	case tracker.Invalid, tracker.NotDue, tracker.Upcoming:
		return ""
	}
	cells := func(a float64) int {
		return int(min(max(a/g.Target.Float()*float64(width), 0), float64(width)))
	}
	full := cells(g.Done.Float())
	runes := []rune(strings.Repeat("█", full) + strings.Repeat("░", width-full))
	if g.Status != tracker.Done && g.Status != tracker.Missed {
		e, _ := g.Expected.Float64()
		runes[min(cells(e), width-1)] = '|'
	}
	return string(runes)
}

// credentialTable sets the credentials in columns of their own. One with a long
// title goes by its id.
func (s Status) credentialTable(paint Paint) string {
	var rows []row
	for _, c := range credentialsByUrgency(s.Credentials) {
		name := words.Plain(c.Title)
		if uniseg.StringWidth(name) > 20 {
			name = cut(c.ID, 24)
		}
		r := row{name: name, stands: words.CredentialStands(c), when: words.CredentialWhen(c)}
		color := tracker.OnTrack
		switch c.Status {
		case tracker.CredentialDueSoon:
			color, r.done = tracker.DueSoon, "expires "+words.DayYear(*c.Expires)
		case tracker.CredentialExpired:
			color = tracker.Invalid
		}
		r.paint = func(w string) string { return paint.Status(color, w) }
		rows = append(rows, r)
	}
	text, _ := table(rows)
	return text
}

// privateNames lists what counts and is not published.
func (s Status) privateNames() string {
	var names []string
	for _, g := range s.Goals {
		if g.Definition.Private {
			names = append(names, g.ID)
		}
	}
	for _, c := range s.Credentials {
		if c.Private {
			names = append(names, c.ID)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return strings.Join(names, ", ") + ": counted here, published nowhere"
}

// quietAreas names the areas without an entry for long, once skills are used.
func quietAreas(s Status) string {
	if s.Coverage.Balance == nil {
		return ""
	}
	var quiet, never []string
	for _, a := range s.Coverage.Advice() {
		switch {
		case !a.Quiet:
		case a.Last == nil:
			never = append(never, a.Area.String()+" (nothing yet)")
		default:
			quiet = append(quiet, fmt.Sprintf("%s (last %s)", a.Area, words.DayFrom(*a.Last, s.Today)))
		}
	}
	if len(never) > 3 {
		never = []string{fmt.Sprintf("nothing yet in %d of %d areas", len(never), tracker.NumAreas)}
	}
	return strings.Join(append(quiet, never...), ", ")
}

// nextLines says the one next thing to do, or from when on there is one.
func (s Status) nextLines() string {
	if s.Errors > 0 {
		return "Next   " + capital(words.MendFirst(s.Errors)) + ":  hone check\n"
	}
	next, ok := s.next()
	if !ok {
		return "Next   " + s.nothingDue() + "\n"
	}
	explain := "       hone explain " + next.explain
	if tail := "  " + next.shows; uniseg.StringWidth(explain+tail) <= screenWidth {
		explain += tail
	}
	explain += "\n"
	say := cut(capital(next.say), screenWidth-8)
	if line := "Next   " + say + ":  " + next.command; uniseg.StringWidth(line) <= screenWidth {
		return line + "\n" + explain
	}
	return "Next   " + say + ":\n       " + next.command + "\n" + explain
}
