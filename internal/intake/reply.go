package intake

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker/civil"
)

// How many faults an answer tells, and how many goals that moved.
const (
	maxFaults = 20
	maxMoved  = 30
)

// Marker is the last line of an answer to a post, which nobody sees: there is
// one answer to a post, and it is edited, never doubled.
func (p Post) Marker() string {
	if p.Comment != 0 {
		return fmt.Sprintf("<!-- hone:intake %d.%d -->", p.Issue, p.Comment)
	}
	return fmt.Sprintf("<!-- hone:intake %d -->", p.Issue)
}

// Answers reports whether a comment is an answer to the post, provided that it
// is ours at all.
func (p Post) Answers(comment string) bool {
	text := strings.TrimSpace(comment)
	return text[strings.LastIndexByte(text, '\n')+1:] == p.Marker()
}

// answer ends an answer with its marker.
func (p Post) answer(text string) string { return strings.TrimSpace(text) + "\n\n" + p.Marker() + "\n" }

// Rejected is the answer to a post with faults: every one, and how to mend it.
func Rejected(p Post, faults []Fault) string {
	var b strings.Builder
	b.WriteString(words.NotTaken(len(faults)) + "\n\n")
	for _, f := range faults[:min(len(faults), maxFaults)] {
		b.WriteString("- ")
		if where := f.where(); where != "" {
			b.WriteString("**" + words.Escape(where) + "**: ")
		}
		b.WriteString(words.Escape(words.Sentence(f.Says)))
		if f.Help != "" {
			b.WriteString(" " + words.Escape(words.Sentence(f.Help)))
		}
		b.WriteString("\n")
	}
	if more := len(faults) - maxFaults; more > 0 {
		fmt.Fprintf(&b, "- and %d more\n", more)
	}
	waits := !slices.ContainsFunc(faults, func(f Fault) bool { return !f.Waits })
	switch {
	case waits && p.Comment == 0:
		b.WriteString("\nNothing is to be done here: this issue is looked at again as soon as the log is mended.\n")
	case waits:
		b.WriteString("\nThen write the command again in a new comment.\n")
	case p.Comment != 0:
		b.WriteString("\nWrite the command again in a new comment.\n")
	default:
		b.WriteString("\nEdit the issue above; it is looked at again at once.\n")
	}
	return p.answer(b.String())
}

// IsRejection reports whether an answer tells of faults: what it answers was not
// taken, as far as is known.
func IsRejection(answer string) bool {
	head, _, _ := strings.Cut(words.NotTaken(1), ":")
	return strings.HasPrefix(strings.TrimSpace(answer), head+":")
}

// where says where a fault stands.
func (f Fault) where() string {
	switch {
	case f.Line > 0 && f.Field != "":
		return fmt.Sprintf("%s, line %d", f.Field, f.Line)
	case f.Line > 0:
		return fmt.Sprintf("Line %d", f.Line)
	}
	return f.Field
}

// Landing is where an entry went: a commit, or a pull request that it waits in.
type Landing struct {
	Commit string // its hash
	Pull   int    // the number of the pull request; 0 for none
	URL    string // of the one or the other
}

// Added is the answer to a post that is in the log now: the file and its text,
// what it did to the goals, and what is next. Of what is kept private it tells
// nothing but that it is there.
func Added(p Post, e Entry, at Landing) string {
	var b strings.Builder
	before, after := e.Before.Standings(e.Today), e.After.Standings(e.Today)
	if e.Private {
		fmt.Fprintf(&b, "**Added**%s, and kept private: nothing that hone publishes names it. This issue still shows what you wrote; edit or delete it, if others can see it.\n", at.link())
		return p.answer(b.String())
	}
	if e.Break != nil {
		b.WriteString("**" + words.Break(e.Break.From, e.Break.Until, e.Today) + "** ")
	}
	fmt.Fprintf(&b, "**Added** to `%s`%s.\n\n%s\n", e.File, at.link(), fenced("toml", string(e.Data)))
	moved := words.Moved(before, after, e.Today)
	for _, line := range moved[:min(len(moved), maxMoved)] {
		b.WriteString("- " + line + "\n")
	}
	if more := len(moved) - maxMoved; more > 0 {
		fmt.Fprintf(&b, "- and %d more\n", more)
	}
	if len(moved) == 0 {
		b.WriteString("No goal stands otherwise than before.\n")
	}
	if day, ok := e.After.Planned(e.File, 1, math.MaxInt, e.Today); ok && len(e.Warnings) == 0 {
		b.WriteString("\n" + words.Sentence(words.Planned(day)) + "\n")
	}
	for _, w := range e.Warnings {
		b.WriteString("\n" + words.Escape(words.Sentence("good to know: "+w.Public().Message)) + " " + words.Escape(words.Sentence(w.Public().Help)) + "\n")
	}
	then, next := "next: ", words.NextDue(after, e.Today)
	if r := e.Break; r != nil && r.From <= e.Today && r.Until >= e.Today {
		then, next = "after it: ", words.NextDue(e.After.Standings(r.Until+1), e.Today)
	}
	if next != "" {
		b.WriteString("\n" + words.Escape(words.Sentence(then+next)) + "\n")
	}
	return p.answer(b.String())
}

// link says where an entry went, with a link where there is an address.
func (at Landing) link() string {
	before, text := " in commit ", fmt.Sprintf("`%.7s`", hex(at.Commit))
	if at.Pull > 0 {
		before, text = "; it waits in pull request ", fmt.Sprintf("%d", at.Pull)
	}
	switch {
	case at.Pull == 0 && at.Commit == "":
		return ""
	case at.URL == "":
		return before + text
	}
	return before + "[" + text + "](" + address.Replace(at.URL) + ")"
}

// address keeps an address within the brackets of a link.
var address = strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", "\n", "%0A", "\\", "%5C")

// hex keeps the digits of a hash.
func hex(s string) string {
	return strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' || c >= 'a' && c <= 'f' {
			return c
		}
		return -1
	}, s)
}

// fenced is a text as a block of code, its fence longer than any in the text.
func fenced(language, text string) string {
	longest, run := 2, 0
	for _, c := range text {
		if run++; c != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	fence := strings.Repeat("`", longest+1)
	return fence + language + "\n" + strings.TrimRight(text, "\n") + "\n" + fence + "\n"
}

// AlreadyThere is the answer to a post that the log has taken before. An empty
// file is one that nothing may name.
func AlreadyThere(p Post, file string) string {
	if file == "" {
		return p.answer("This is in the log already, and kept private. To change it, edit its file; for something new, open a new issue.")
	}
	return p.answer(fmt.Sprintf("This is in the log already, in `%s`. To change it, edit that file; for something new, open a new issue.", words.Plain(strings.ReplaceAll(file, "`", ""))))
}

// Snoozed is the answer to a command that silences an issue, for a goal or for a
// credential.
func Snoozed(p Post, until, today civil.Date, goal bool) string {
	rest := "What it tells of ends when it did."
	if goal {
		rest = "The goal stands as it did; `/pause` would stop its clock."
	}
	return p.answer("Quiet until " + words.LongFrom(until, today) + ". " + rest)
}
