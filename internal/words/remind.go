package words

import (
	"fmt"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Aside is what a nudge says below its text.
type Aside struct {
	Count     string       // how the standing came about; empty: nothing is said
	Opened    civil.Date   // the day of the opening
	Reminders []civil.Date // days of the reminders, ascending
}

// details folds away how a standing came about.
func (a *Aside) details() string {
	if a.Count == "" {
		return ""
	}
	return "<details><summary>How this was counted</summary>\n\n" + a.Count + "\n</details>\n\n"
}

// SmallPrint says when a nudge closes by itself, when it reminds, and how to
// have no more of it: closes and quiet say when, as "once you are back" and
// "until then".
func SmallPrint(closes, quiet string, a Aside) string {
	return fmt.Sprintf("<sub>Closes by itself %s. %s Close as *not planned* and it stays quiet %s. No issues at all: `nudge: off` in the workflow.</sub>", closes, a.reminders(), quiet)
}

// reminders names the days of the reminders. One can come later: none is
// written just after an entry.
func (a *Aside) reminders() string {
	days := make([]string, len(a.Reminders))
	for i, d := range a.Reminders {
		days[i] = LongFrom(d, a.Opened)
	}
	switch len(days) {
	case 0:
		return "No reminders."
	case 1:
		return "One reminder, on " + days[0] + " at the earliest, then quiet."
	}
	return "Reminders on " + List(days, "and") + " at the earliest, then quiet."
}

// NotNow says how to silence a nudge. replies tells that comments are read.
func NotNow(replies bool) string {
	if replies {
		return "- **Not now?** Reply `/snooze 2w`, or add the label `snoozed`: no reminders then.\n"
	}
	return "- **Not now?** Add the label `snoozed`: no reminders then.\n"
}

// Reminder is a comment on a goal's nudge: what is open still, and when the
// next one comes; nil: never.
func Reminder(s *tracker.Standing, today civil.Date, next *civil.Date) string {
	brief := *s
	brief.Then = nil
	return soFarSentence(&brief, today) + " " + backSentence(&brief, today) + "\n\n" + AfterReminder(next, today)
}

// AfterReminder says when the next reminder comes; nil: never.
func AfterReminder(next *civil.Date, today civil.Date) string {
	if next == nil {
		return "<sub>This was the last reminder. The ways out stand above.</sub>"
	}
	return fmt.Sprintf("<sub>The next reminder comes on %s at the earliest. The ways out stand above.</sub>", LongFrom(*next, today))
}

// Again is the comment with which a nudge opens once more after a person
// closed it as done.
func Again(s *tracker.Standing, today civil.Date, links Links) string {
	return "This was closed as done, and the log does not show it yet. " + soFarSentence(s, today) + "\n\n" +
		"- **Done?** " + link("Log it", links.Log) + " with its real date, and this closes by itself.\n" +
		"- **Not now?** Close it as *not planned*, and it stays quiet until you have been back on the line once."
}

// link is a text that leads to an address, if there is one.
func link(text, address string) string {
	if address == "" {
		return text
	}
	return "[" + text + "](" + address + ")"
}
