// Package brute says where goals stand by walking over days one at a time.
//
// It is a second, slow reading of the rules for standings, kept apart from the
// one that ships: it shares no code with it, loops where that one computes, and
// exists so that tests can hold the two against each other on random logs. The
// rule numbers in the comments are those of the design's chapter on standings.
package brute

// Milli is an amount in thousandths.
type Milli int

// Log is a generated log, reduced to what standings depend on.
type Log struct {
	Timezone   string // "" = absent
	Start      *Day   // settings.start
	YearStarts [2]int // month, day; 0, 0 = absent
	Skills     []Skill
	Goals      []Goal
	Pauses     []Pause
	Entries    []Entry
}

// Skill is a user's own sub-skill.
type Skill struct {
	Name string
	Area string
}

// Goal is one [[goal]] table. A zero field was not stated, so that a later
// table with the same ID inherits it.
type Goal struct {
	ID          string
	Title       string
	Kinds       []string
	Skills      []string
	Tags        []string
	Roles       []string
	Credential  string
	Category    string
	Unit        string
	Target      Milli
	Per         string // week, month, quarter, half, year
	Every       int    // days
	From        *Day
	Until       *Day
	Notice      *int // days
	Checkpoints int
}

// Form is per, span or every.
func (g Goal) Form() string {
	switch {
	case g.Per != "":
		return "per"
	case g.Every > 0:
		return "every"
	}
	return "span"
}

// Pause is one [[pause]] table. No goals means every goal.
type Pause struct {
	From       Day
	Until      Day
	Goals      []string
	KeepTarget bool
}

// Entry is one thing learned or done.
type Entry struct {
	Kind    string
	ID      string
	Title   string
	Date    *Day // the counting date; nil = in progress
	Begun   *Day // started or start, where the kind has one besides the counting date
	Dropped *Day
	Role    string
	Hours   Milli
	Pages   int
	Credits []Credit
	Skills  []string
	Tags    []string
	Expires *Day // certifications
}

// Credit is credits.CRED = n, or credits.CRED.CATEGORY = n.
type Credit struct {
	Credential string
	Category   string
	Amount     Milli
}
