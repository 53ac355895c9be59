// Package intake takes what is sent in from a phone: an issue made with one of
// two forms, or a command in a comment. Out of it comes a file for the log, or
// every fault at once, each with the field it stands in and how to mend it.
//
// It is pure, and nothing that it reads is trusted: a body is taken apart by
// the form it was made with and by nothing else, text becomes TOML through
// [tracker.Quote] alone, and Markdown through [words.Escape] alone. What comes
// out has passed the same checks as the rest of the log.
package intake

import (
	"fmt"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Post is what somebody wrote: the body of an issue, or of a comment on it.
type Post struct {
	Issue   int
	Comment int64 // 0 for the issue itself
	Body    string
	On      civil.Date // the day it was written, which it calls today; 0: this one
}

// today is the day that a post calls so: when it is read may be later.
func (p Post) today(now civil.Date) civil.Date {
	if p.On == 0 || p.On > now {
		return now
	}
	return p.On
}

// Source is the mark that an entry or a pause made from the post carries: "#12"
// for an issue, "#12#issuecomment-345" for a comment. It is how a post that is
// in the log already is told from a new one.
func (p Post) Source() string {
	if p.Comment != 0 {
		return fmt.Sprintf("#%d#issuecomment-%d", p.Issue, p.Comment)
	}
	return fmt.Sprintf("#%d", p.Issue)
}

// Fault is one thing to mend before a post can be taken. Says tells what stands
// there and Help what to do, both in lower case and without a full stop, as a
// [tracker.Finding] does.
type Fault struct {
	Field string // as the form calls it; "" when it is the text as a whole
	Line  int    // of the body, from 1; 0 where the field says enough
	Says  string
	Help  string
	Waits bool // nothing is wrong with the text: it is the log that is to be mended
}

// Book is the log that a post goes into, as it stands.
type Book struct {
	Files []tracker.File         // all of the log, named from its root
	Zone  func(name string) bool // see [tracker.Parse]
	World tracker.World          // today, in the log's time zone
}

// Entry is a file to add to a log: one entry or one pause.
type Entry struct {
	File     string // below the log's root; no other file of the log has this name
	Data     []byte
	Block    tracker.Block
	Source   string
	Break    *tracker.Stretch  // of a pause, its days; nil for an entry
	Private  bool              // it is kept out of all that hone publishes
	Warnings []tracker.Finding // in the file; none of them keeps it out

	Before, After *tracker.Log // without it, and with it
	Today         civil.Date
}
