package nudge

import "fmt"

// Verb is what a step does.
type Verb string

// The verbs.
const (
	Open   Verb = "open"
	Update Verb = "update"
	Close  Verb = "close"
	Reopen Verb = "reopen"
)

// Step is one change of one issue: a single call that writes body and state
// together.
type Step struct {
	Do     Verb
	Key    Key
	Number int    // 0 of one that is to be opened, until it is
	Title  string // of one that is to be opened; titles are never changed
	Body   string // the whole of it
	Reason string // of a change of state
	Label  bool   // the label is missing and to be put back
	Why    string // for a person who reads the plan

	// Was is the issue as the plan saw it. A step is void once it is no more so.
	Was Issue
}

// String says the step in a line.
func (s Step) String() string {
	switch s.Do {
	case Open:
		return fmt.Sprintf("open %q", s.Title)
	case Close:
		return fmt.Sprintf("close #%d for %s as %s: %s", s.Number, s.Key.ID, reasonWords[s.Reason], s.Why)
	}
	return fmt.Sprintf("%s #%d for %s: %s", s.Do, s.Number, s.Key.ID, s.Why)
}

var reasonWords = map[string]string{Completed: "completed", NotPlanned: "not planned", Duplicate: "a duplicate"}
