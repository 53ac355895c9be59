package tracker

import (
	"slices"

	"github.com/honelog/hone/tracker/civil"
)

// Form is the form of a goal.
type Form int

// The forms.
const (
	Per     Form = iota + 1 // so much per recurring period
	OneSpan                 // so much between two days
	Every                   // at least so often
)

var formNames = [...]string{Per: "per", OneSpan: "span", Every: "every"}

// String returns per, span or every.
func (f Form) String() string { return formNames[f] }

// Goal is how much of what, per which period, or at least every so often. It
// has one definition, and a further one for each day from which it changed.
type Goal struct {
	ID          string
	Definitions []Definition // at least one, by From

	at     Place
	preset bool
	faulty bool
}

// Definition is what a goal asks for from a day on.
type Definition struct {
	From, Until       civil.Date
	HasFrom, HasUntil bool

	Title      string
	Kinds      []string // of a filter, any one must match; all filters must
	Skills     []string
	Tags       []string
	Roles      []string
	Credential string
	Category   string

	Unit        string // entries, hours, pages, credits or areas
	Target      Amount
	Form        Form
	Period      civil.Period // of form Per
	Days        int          // of form Every
	Notice      int          // days; -1 where the goal says nothing
	Checkpoints int          // 0 where the goal says nothing
	Private     bool

	at     Place // its header
	kinds  []pendingName
	skills []pendingName
	goalAt Place // where the credential is named
}

// pendingName is a name that can be checked only once the whole log is read.
type pendingName struct {
	name string
	at   Place
}

// counts reports whether the goal counts things rather than amounts.
func (d *Definition) counts() bool { return d.Unit == "entries" || d.Unit == "areas" }

// sameForm reports whether a goal goes on from one definition to the next; if
// not, the next begins anew.
func (d *Definition) sameForm(e *Definition) bool {
	return d.Form == e.Form && d.Unit == e.Unit && d.Period == e.Period && d.Days == e.Days
}

// Matches reports whether an entry passes the definition's filters.
func (d *Definition) Matches(l *Log, e *Entry) bool { return d.why(l, e) == "" }

// why says which filter an entry does not pass, or "".
func (d *Definition) why(l *Log, e *Entry) string {
	switch {
	case len(d.Kinds) > 0 && !slices.Contains(d.Kinds, e.Kind.Name) && !(e.Activity != "" && slices.Contains(d.Kinds, e.Activity)):
		return "kind"
	case len(d.Roles) > 0 && !slices.Contains(d.Roles, e.Role):
		return "role"
	case len(d.Tags) > 0 && !overlap(d.Tags, e.Tags):
		return "tag"
	case len(d.Skills) > 0 && !l.skilled(d.Skills, e):
		return "skill"
	case d.Credential != "" && d.creditsOf(e) == nil:
		return "credential"
	}
	return ""
}

// creditsOf returns the entry's credits that the definition asks for.
func (d *Definition) creditsOf(e *Entry) (found []Credit) {
	for _, c := range e.Credits {
		if c.Credential == d.Credential && (d.Category == "" || c.Category == d.Category) {
			found = append(found, c)
		}
	}
	return found
}

// amount returns how much of the definition's unit an entry that matches has.
// For areas it is how many areas the entry touches.
func (d *Definition) amount(e *Entry) Amount {
	switch d.Unit {
	case "hours":
		return e.Hours
	case "pages":
		return Amount(e.Pages) * One
	case "credits":
		var sum Amount
		for _, c := range d.creditsOf(e) {
			sum += c.Amount
		}
		return sum
	case "areas":
		var n Amount
		for a := range Area(NumAreas) {
			if e.Touches(a) {
				n += One
			}
		}
		return n
	}
	return One
}

// skilled reports whether an entry has one of the skills, an area standing for
// all its skills.
func (l *Log) skilled(skills []string, e *Entry) bool {
	for _, s := range skills {
		if isArea(s) && e.Touches(builtIn[s]) || slices.Contains(e.Skills, s) {
			return true
		}
	}
	return false
}

func overlap(a, b []string) bool {
	for _, s := range a {
		if slices.Contains(b, s) {
			return true
		}
	}
	return false
}

// definitionOn returns the definition in force on a day: the last that began,
// or the first before any did.
func (g *Goal) definitionOn(d civil.Date) *Definition {
	at := 0
	for i := range g.Definitions {
		if i > 0 && g.Definitions[i].From <= d {
			at = i
		}
	}
	return &g.Definitions[at]
}

// Latest returns the goal's last definition.
func (g *Goal) Latest() *Definition { return &g.Definitions[len(g.Definitions)-1] }

// mayMatch reports whether an entry that could not be read whole may count
// towards the goal: its kind is the goal's, or the goal's for any.
func (g *Goal) mayMatch(e *Entry) bool {
	for i := range g.Definitions {
		d := &g.Definitions[i]
		if len(d.Kinds) == 0 || slices.Contains(d.Kinds, e.Kind.Name) || e.Kind.Name == "activity" && overlapsNoKind(d.Kinds) {
			return true
		}
	}
	return false
}

// overlapsNoKind reports whether one of the names is no kind of hone's, and so
// a user's own.
func overlapsNoKind(names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return kindByName[n] == nil })
}
