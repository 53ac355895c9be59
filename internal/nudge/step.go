package nudge

import (
	"fmt"
	"strings"
)

// Verb is what a step does.
type Verb string

// The verbs.
const (
	Open   Verb = "open"
	Update Verb = "update"
	Close  Verb = "close"
	Reopen Verb = "reopen"
	Remind Verb = "remind"
)

// Step is one change of one issue: a single call that writes body and state
// together, and what goes with it. Its labels come before or after; a comment
// comes last, when the body already says that it was made: cut off in between,
// it is lost, and never made twice.
type Step struct {
	Do     Verb
	Key    Key
	Number int    // 0 of one that is to be opened, until it is
	Title  string // of one that is to be opened; titles are never changed
	Body   string // the whole of it
	Reason string // of a change of state
	Label  bool   // the label is missing and to be put back
	Wake   bool   // the label [SnoozedLabel] is to be taken off
	Why    string // for a person who reads the plan

	// Comment is what people are told besides; empty: nothing. Its last line is
	// [Step.Mark].
	Comment string

	// Was is the issue as the plan saw it. A step is void once it is no more so.
	Was Issue
}

// Mark is the line by which a step's comment is known, so that it stands there
// once.
func (s *Step) Mark() string { return s.Comment[strings.LastIndexByte(s.Comment, '\n')+1:] }

// calls is how many calls of a step write.
func (s *Step) calls() (n int) {
	for _, one := range []bool{s.Do != Update || s.Body != s.Was.Body, s.Label, s.Wake, s.Comment != ""} {
		if one {
			n++
		}
	}
	return n
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
