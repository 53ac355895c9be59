// Package nudge decides which issues a learning log should have: one for every
// goal that is late, and one for every credential that ends soon.
//
// It is pure. [Plan] compares what should be with the issues that are there and
// returns the difference as steps that can be printed; [Apply] takes them
// through a [Board]. Nothing is remembered anywhere but in the issues
// themselves, so a run that is lost, cut off or doubled is made good by the
// next one, and a run with nothing to do makes no writing call.
package nudge

import "github.com/honelog/hone/tracker/civil"

// Issue is an issue as a [Board] lists it.
type Issue struct {
	Number      int
	Title, Body string
	Open        bool
	Closed      civil.Date // the day of its last closing, in the log's time zone; of a closed issue only
	Reason      string     // of its last closing, as GitHub spells it; empty: none was given
	Labelled    bool       // has the label of the nudges
	Snoozed     bool       // has the label [SnoozedLabel]
	Locked      bool       // takes no comments
	Ours        bool       // its author is an identity that this log is looked after as
	Bot         bool       // its author is no person
	Trusted     bool       // Ours, or its author may write to the repository: its marker is believed
}

// Reasons of a change of state, as GitHub spells them.
const (
	Completed  = "completed"
	NotPlanned = "not_planned"
	Duplicate  = "duplicate"
	Reopened   = "reopened"
)

// SnoozedLabel is the label by which a person silences an issue.
const SnoozedLabel = "snoozed"

// MaxNew is how many issues a run opens or reopens at most.
const MaxNew = 3

const (
	reopenDays = 14     // an issue closed by us no longer ago is opened again, not doubled
	longPause  = 7      // days of a pause that closes an issue
	againDays  = 7      // days after which one that a person closed as done opens once more
	calmDays   = 3      // days without a reminder after an entry, or after anything that people are told of
	expiryDays = 90     // days before an expiry, and after it, in which an issue opens
	maxText    = 65_536 // characters of a body that GitHub takes
	maxBody    = 60_000 // characters of a body, up to which our text is in it
	maxTitle   = 120    // characters of a goal's title within a title
	maxMarker  = 16_384 // bytes of a marker
)
