package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// urgency orders statuses for the eye: what wants doing first.
var urgency = map[tracker.Status]int{
	tracker.Invalid: 0, tracker.Behind: 1, tracker.DueSoon: 2, tracker.OnTrack: 3,
	tracker.Ahead: 4, tracker.Done: 5, tracker.Missed: 6, tracker.Paused: 7, tracker.NotDue: 8, tracker.Upcoming: 9,
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

// credentialsByUrgency returns the credentials: the expired, then those that
// expire, the soonest first, then those that do not.
func credentialsByUrgency(credentials []tracker.Credential) []*tracker.Credential {
	order := make([]*tracker.Credential, len(credentials))
	for i := range credentials {
		order[i] = &credentials[i]
	}
	slices.SortStableFunc(order, func(a, b *tracker.Credential) int {
		return cmp.Compare(expiry(a), expiry(b))
	})
	return order
}

func expiry(c *tracker.Credential) civil.Date {
	if c.Expires == nil {
		return 1 << 30
	}
	return *c.Expires
}

// nextThing is the one next thing to do: in words without an end, as a command,
// what explains it, and what that shows.
type nextThing struct{ say, command, explain, shows string }

// next finds what to do next: what is late, then what has the earliest date. ok
// is false when nothing is due.
func (s Status) next() (next nextThing, ok bool) {
	var goal *tracker.Standing
	for _, g := range byUrgency(s.Goals) {
		if g.Next == nil || g.Status == tracker.Paused {
			continue
		}
		if goal == nil || goal.Status != tracker.Behind && g.Next.By < goal.Next.By {
			goal = g
		}
	}
	if c := s.renewal(goal); c != nil {
		title := words.Plain(c.Title)
		if len(title)+len(c.ID) > 40 {
			title = "…"
		}
		return nextThing{words.Renew(c, s.Today), "hone add certification " + shell(title) + " --id " + c.ID, c.ID, "shows what it stands by"}, true
	}
	if goal == nil {
		return nextThing{}, false
	}
	return nextThing{words.NextStep(goal, s.Today), addCommand(goal), goal.ID, "shows how this was counted"}, true
}

// renewal returns the credential to renew before a goal is looked after, or nil.
func (s Status) renewal(goal *tracker.Standing) *tracker.Credential {
	order := credentialsByUrgency(s.Credentials)
	if len(order) == 0 || order[0].Status == tracker.CredentialCurrent {
		return nil
	}
	if goal != nil && (goal.Status == tracker.Behind || goal.Next.By <= *order[0].Expires) {
		return nil
	}
	return order[0]
}

// shell puts a text in quotes as a shell reads them.
func shell(s string) string {
	var b []byte
	for _, c := range []byte(s) {
		if c == '"' || c == '\\' || c == '$' || c == '`' || c == '!' {
			b = append(b, '\\')
		}
		b = append(b, c)
	}
	return `"` + string(b) + `"`
}

// nothingDue says that there is nothing to do, and from when on there is.
func (s Status) nothingDue() string {
	var from *civil.Date
	wait := func(d civil.Date) {
		if d > s.Today && (from == nil || d < *from) {
			from = &d
		}
	}
	for i := range s.Goals {
		switch g := &s.Goals[i]; g.Status {
		case tracker.Paused:
			wait(*g.PausedUntil + 1)
		case tracker.Done, tracker.NotDue:
			if g.Form == tracker.Per {
				wait(g.Period.Until + 1)
			}
		case tracker.Upcoming:
			wait(g.Starts)
		}
	}
	switch {
	case len(s.Goals) == 0:
		return "Set a goal:  hone init"
	case from != nil:
		return "Nothing is due before " + words.DayFrom(*from, s.Today) + "."
	}
	return "Nothing is due."
}

// addCommand is the command that logs what a goal wants next, with what makes it
// count.
func addCommand(g *tracker.Standing) string {
	d := g.Definition
	kind := "KIND"
	if len(d.Kinds) > 0 {
		kind = d.Kinds[0]
	} else if d.Unit == "pages" {
		kind = "book"
	}
	command := "hone add " + kind
	switch k := tracker.KindOf(kind); {
	case k == nil && kind != "KIND":
		command = `hone add activity "Title" --kind ` + kind
	case k == nil:
		command += ` "Title"`
	default:
		command += keysFor(k, d)
	}
	if len(d.Skills) > 0 {
		command += " --skills " + shellWord(d.Skills[0])
	}
	if len(d.Tags) > 0 {
		command += " --tags " + shellWord(d.Tags[0])
	}
	switch d.Unit {
	case "hours":
		command += " --hours 1"
	case "pages":
		command += " --pages 300"
	case "areas":
		if len(d.Skills) == 0 {
			command += " --skills AREA"
		}
	}
	if d.Credential != "" {
		command += " --credits " + shellWord(strings.TrimSuffix(d.Credential+"."+d.Category, ".")+"=1")
	}
	return command
}

// keysFor gives what an entry of a kind cannot do without, and the role that a
// goal asks for.
func keysFor(k *tracker.Kind, d *tracker.Definition) (flags string) {
	switch {
	case k.Key("title") != nil:
		flags = ` "Title"`
	case k.Key("with") != nil:
		flags = ` --with "…"`
	case k.Name == "assessment":
		flags = " --scores technical=4"
	}
	if k.Name == "activity" {
		flags += " --kind NAME"
	}
	role := k.Key("role")
	switch {
	case role == nil:
	case len(d.Roles) > 0 && d.Roles[0] != role.Default:
		flags += " --role " + shellWord(d.Roles[0])
	case role.Required:
		flags += " --role " + role.Choices[0]
	}
	return flags
}

// shellWord puts a text in quotes if it is more than one plain word.
func shellWord(s string) string {
	for _, c := range s {
		if c != '-' && c != '.' && c != '=' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return shell(words.Plain(s))
		}
	}
	return s
}
