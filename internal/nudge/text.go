package nudge

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// The texts of an issue name amounts and dates, never a number of days: they
// change when something did, and not with every day.

// titled puts the log's name before a title, where there are several logs.
func titled(name, title string) string {
	if name = cut(words.Plain(name), maxTitle/2); name != "" {
		return name + " · " + title
	}
	return title
}

// cut shortens a text to so many characters.
func cut(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return strings.TrimSpace(string(r[:n-1])) + "…"
}

// goalText is the title and the text of a goal's issue, as of a day and with
// the rate of that day.
func (p *planner) goalText(of state, g *Goal, asOf civil.Date, rate int) (title, text string) {
	count := ""
	if g.Count != nil {
		count = g.Count(asOf)
	}
	s := plainStanding(&g.Standing, rate)
	n := words.NudgeFor(&s, asOf, g.links(asOf), p.aside(of, count))
	return titled(p.Name, n.Title), strings.TrimSpace(n.Body)
}

// plainStanding is a standing without what moves on with every day.
func plainStanding(of *tracker.Standing, rate int) tracker.Standing {
	s := *of
	s.Title = cut(words.Plain(s.Title), maxTitle)
	s.RateDays = nil
	if rate > 0 {
		s.RateDays = &rate
	}
	if s.Form == tracker.Every {
		s.Then = nil
	}
	return s
}

// aside is what an issue says below its text.
func (p *planner) aside(s state, count string) words.Aside {
	opened, _ := s.Opened.date()
	return words.Aside{Count: count, Opened: opened, Reminders: p.remindDays(s)}
}

// backText is the closing text of a goal that is on its line again.
func backText(g *Goal, since day) string {
	if g.Status == tracker.Done {
		return strings.TrimSpace(fmt.Sprintf("Done: **%s** %s.", words.SoFar(&g.Standing), words.ThisPeriod(&g.Standing)))
	}
	with := ""
	if opened, ok := since.date(); ok && g.Latest != nil && g.Latest.On >= opened {
		with = fmt.Sprintf(" with *%s* on %s", words.Escape(cut(g.Latest.Entry.Title, maxTitle)), words.DayMonth(g.Latest.On))
	}
	next := ""
	if g.Due != nil {
		next = " " + nextText(&g.Standing, "Next one", "Next step") + fmt.Sprintf(" by %s.", words.DayMonth(*g.Due))
	}
	if with == "" && g.Planned && g.LateDays == 0 {
		return "Planned in time." + next
	}
	return "Back on the line" + with + "." + next
}

// nextText chooses between the words for a thing and for an amount.
func nextText(s *tracker.Standing, one, amount string) string {
	if s.Unit == "entries" || s.Unit == "areas" {
		return one
	}
	return amount
}

// resultText is the closing text of a period that is over, seen from the
// standing of the one after it, and whether it was reached.
func resultText(g *Goal, from, until civil.Date) (text string, reached bool) {
	s := g.Standing
	period := tracker.Stretch{From: from, Until: until}
	closed := s // the standing at the period's end, as far as its words go
	closed.Period = &period
	name := words.Period(&closed)
	switch {
	case s.Form == tracker.OneSpan:
		return fmt.Sprintf("%s closed at %s.", name, words.SoFar(&s)), s.Status == tracker.Done
	case s.Last == nil || s.Last.From != from:
		text = fmt.Sprintf("The period that ended on %s is closed.", words.LongDay(until))
	case s.Last.Result == tracker.ResultChanged:
		return "The goal has changed, and goes on as it now stands.", false
	case s.Last.Result == tracker.ResultNotDue:
		text, reached = fmt.Sprintf("%s closed with nothing left to do.", name), true
	default:
		closed.Done, closed.Target = s.Last.Done, &s.Last.Target
		text = fmt.Sprintf("%s closed at %s.", name, words.SoFar(&closed))
		reached = s.Last.Result == tracker.ResultDone
	}
	if s.Due != nil && s.Next != nil {
		what := words.StepName(&s)
		text += fmt.Sprintf(" The %s of %s %s due on %s.", what, words.Period(&s), words.StepVerb(&s, "is", "are"), words.DayMonth(*s.Due))
	}
	return text, reached
}

// pauseText is the closing text of a goal that rests.
func pauseText(until civil.Date) string {
	return fmt.Sprintf("Taking a break until %s. Should anything be left to catch up after it, an issue says so.", words.LongDay(until))
}

const (
	removedText = "This is not followed any more, so there is nothing left to say here. What you did stays in the log."
	offText     = "Nudges are switched off, so this one closes."

	digestModeText = "From now on one issue tells of everything that asks for a step, so this one closes."
	goalModeText   = "From now on each goal has an issue of its own, so this one closes."
)

// previousText stands below our part, where it stays, and names the last issue
// for the same.
func previousText(number int) string { return fmt.Sprintf("The one before: #%d.", number) }

// duplicateText is the closing text of an issue that there are two of.
func duplicateText(kept int) string { return fmt.Sprintf("Followed in #%d.", kept) }

// credentialTitle says by when to renew, or since when it is late.
func credentialTitle(name string, c *tracker.Credential) string {
	title := cut(words.Plain(c.Title), maxTitle)
	if c.Status == tracker.CredentialExpired {
		return titled(name, fmt.Sprintf("%s: expired on %s", title, words.DayYear(*c.Expires)))
	}
	return titled(name, fmt.Sprintf("%s: renew by %s", title, words.DayYear(*c.Expires)))
}

// credentialWords say where a credential stands, and the one next step. They
// change at 60, 30 and 7 days before the expiry, and after it.
func credentialWords(c *tracker.Credential) (stands, next string) {
	title, until := words.Escape(cut(c.Title, maxTitle)), words.LongDay(*c.Expires)
	switch left := *c.DaysLeft; {
	case left < 0:
		stands = fmt.Sprintf("**%s** was valid until %s.", title, until)
		next = "**A renewal brings it back.** Its issuer says whether there are days of grace."
	case left <= 7:
		stands = fmt.Sprintf("**%s** is valid until %s: its last week.", title, until)
		next = "**Renew it now**, if you want to keep it."
	case left <= 30:
		stands = fmt.Sprintf("**%s** is valid until %s: its last month.", title, until)
		next = fmt.Sprintf("**Renew it by %s.**", words.DayMonth(*c.Expires))
	case left <= 60:
		stands = fmt.Sprintf("**%s** is valid until %s.", title, until)
		next = "**Book the renewal now**, while there is time to prepare."
	default:
		stands = fmt.Sprintf("**%s** is valid until %s.", title, until)
		next = "**Plan the renewal**: what its issuer asks for, and the day you will do it."
	}
	return stands, next
}

// credentialText is the text of a credential's issue.
func (p *planner) credentialText(s state, c *tracker.Credential) string {
	stands, next := credentialWords(c)
	return stands + "\n\n" + next + "\n\n" +
		"- **Already renewed?** Log it as a `[[certification]]` " + sameID(c) + " and its new `expires`.\n" +
		words.NotNow(p.links(p.Today).Replies) +
		"- **Letting it go?** Close this as *not planned*.\n\n" +
		words.SmallPrint("once it is renewed", "until then", p.aside(s, ""))
}

// credentialReminder is a comment on a credential's issue.
func credentialReminder(c *tracker.Credential, next *civil.Date, today civil.Date) string {
	stands, step := credentialWords(c)
	return stands + " " + step + "\n\n" + words.AfterReminder(next, today)
}

// credentialAgain is the comment with which a credential's issue opens once
// more.
func credentialAgain(c *tracker.Credential) string {
	stands, _ := credentialWords(c)
	return "This was closed as done, and the log has no renewal yet. " + stands + "\n\n" +
		"- **Renewed?** Log it as a `[[certification]]` " + sameID(c) + " and its new `expires`, and this closes by itself.\n" +
		"- **Letting it go?** Close this as *not planned*, and it stays quiet until it is renewed."
}

// digestTitle is the title of a digest.
func digestTitle(name string) string { return titled(name, "Learning: what is due") }

// digestReminder is a comment on a digest.
func digestReminder(list words.Matters, next *civil.Date, today civil.Date) string {
	return "Still open:\n\n" + list.Bullets("see above") + "\n" + words.AfterReminder(next, today)
}

// digestAgain is the comment with which a digest opens once more.
func digestAgain(list words.Matters) string {
	return "This was closed as done, and the log does not show it yet:\n\n" + list.Bullets("see above") + "\n" +
		"Log what is done with its real date, and this closes by itself. Or close it as *not planned*, and all this stays quiet until it was well once."
}

// sameID says how a renewal names what it renews.
func sameID(c *tracker.Credential) string {
	if c.Entry != nil && c.Entry.ID == c.ID {
		return "with `id = \"" + c.ID + "\"`"
	}
	return "with the same title"
}

// renewedText is the closing text of a credential's issue.
func renewedText(c *tracker.Credential) string {
	title := words.Escape(cut(c.Title, maxTitle))
	if c.Expires == nil {
		return fmt.Sprintf("**%s** does not expire any more.", title)
	}
	return fmt.Sprintf("Renewed: **%s** is valid until %s.", title, words.LongDay(*c.Expires))
}
