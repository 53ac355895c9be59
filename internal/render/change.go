package render

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/internal/change"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Checked is a log with everything that was found in it.
type Checked struct {
	Log      *tracker.Log
	Findings []tracker.Finding // all, sorted
}

// Change is what the commits since a base do to a log.
type Change struct {
	*change.Change
	Before, After             *tracker.Log
	Today                     civil.Date
	Base                      string            // hash of the commit before
	Findings                  []tracker.Finding // of the change
	Elsewhere                 int               // findings that are not
	AddedN, ChangedN, RemoveN int               // entries, the private ones too
	Same                      bool              // every file of the log is as it was
	Hidden                    bool              // entries are kept from who reads this
	Published                 bool              // anybody may read this

	whole *change.Change // with what is private
}

// ChangeOf compares a log with the one that it was.
func ChangeOf(before, after Checked, today civil.Date, base string) Change {
	d := change.Diff(before.Log, after.Log, today)
	of, elsewhere := d.Part(before.Findings, after.Findings)
	return Change{
		Change: d, whole: d, Before: before.Log, After: after.Log, Today: today, Base: base, Findings: tracker.Cut(of), Elsewhere: len(elsewhere),
		AddedN: len(d.Added), ChangedN: len(d.Edited), RemoveN: len(d.Removed),
	}
}

// Gone is the finding of a change that takes the whole log away.
func Gone() tracker.Finding {
	return tracker.Finding{
		Code: "no-log", Severity: tracker.Error, Message: "this change takes the log away",
		Help: "keep its files, or name where they are now with --log, in a workflow with the input log",
	}
}

// Public returns the change as it may be published. What is private counts in
// the numbers and is not named.
func (c Change) Public() Change {
	p := c
	p.Change, p.Published = c.Change.Public(), true
	p.Findings = make([]tracker.Finding, len(c.Findings))
	for i, f := range c.Findings {
		p.Findings[i] = f.Public()
	}
	p.Hidden = len(p.Added) < len(c.Added) || len(p.Edited) < len(c.Edited) || len(p.Removed) < len(c.Removed)
	return p
}

// FailsOn reports whether the change is as fail-on names: findings of its own,
// or a goal that it puts behind.
func (c Change) FailsOn(what string) bool {
	errs := tracker.Errors(c.Findings) > 0
	switch what {
	case "error":
		return errs
	case "warning":
		return len(c.Findings) > 0
	case "behind":
		return errs || c.putsBehind()
	}
	return false
}

func (c Change) putsBehind() bool {
	late := func(s *tracker.Standing) bool {
		return s != nil && (s.Status == tracker.Behind || s.Status == tracker.Missed)
	}
	for _, m := range c.Goals {
		if late(m.After) && !late(m.Before) {
			return true
		}
	}
	return false
}

// moved returns the goals that stand otherwise than before.
func (c Change) moved() (moved []change.Move) {
	for _, m := range c.Goals {
		if words.Position(m.Before) != words.Position(m.After) {
			moved = append(moved, m)
		}
	}
	return moved
}

// tally says what came, changed and went, or that only the form did.
func (c Change) tally() string {
	if said := words.Tally(c.AddedN, c.ChangedN, c.RemoveN, c.Tables); said != "" {
		return said
	}
	switch {
	case c.Same:
		return "nothing changed"
	case !c.whole.None():
		return "a change that is not shown here"
	}
	return "the same entries and goals, written otherwise"
}

// ChangeAnnotations writes the findings of a change as workflow commands, with a
// notice of those elsewhere.
func ChangeAnnotations(c Change, prefix string) string {
	text := Annotations(c.Findings, prefix)
	if n := Elsewhere(c); n != "" {
		text += "::notice title=elsewhere::" + data(n) + "\n"
	}
	return text
}

// Elsewhere says how many findings are not of the change, as a sentence.
func Elsewhere(c Change) string {
	if n := words.Elsewhere(c.Elsewhere); n != "" {
		return n + "."
	}
	return ""
}

// PullPrint is the small print of a pull request's summary.
func PullPrint(c Change, version string) string {
	return fmt.Sprintf("\n<sub>hone %s · compared with `%.7s` · today is %s in %s</sub>\n", words.Escape(version), c.Base, c.Today, words.Escape(c.After.Settings.Timezone))
}

// Notes are what a person should know of a run.
func Notes(notes []string) string {
	var b strings.Builder
	for _, n := range notes {
		fmt.Fprintf(&b, "\n%s\n", words.Escape(n))
	}
	return b.String()
}

// ChangeSummary is what a check of a change says last: how many findings it has,
// against what, and how many are elsewhere.
func ChangeSummary(c Change) string {
	var parts []string
	errors := tracker.Errors(c.Findings)
	if errors > 0 {
		parts = append(parts, words.Count(errors, "error"))
	}
	if n := len(c.Findings) - errors; n > 0 {
		parts = append(parts, words.Count(n, "warning"))
	}
	text := "No findings of this change"
	if len(parts) > 0 {
		text = strings.Join(parts, " and ") + " of this change"
	}
	if c.Base != "" {
		text += ", since " + c.Base[:min(7, len(c.Base))]
	}
	text += "."
	if n := Elsewhere(c); n != "" {
		text += "\n" + n
	}
	return text
}
