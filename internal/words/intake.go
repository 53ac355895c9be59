package words

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// A is a noun with its article: a book, an article.
func A(noun string) string {
	if noun != "" && strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// List joins words as a sentence does: a, b or c.
func List(items []string, last string) string {
	if n := len(items); n > 1 {
		return strings.Join(items[:n-1], ", ") + " " + last + " " + items[n-1]
	}
	return strings.Join(items, "")
}

// Sentence is a text that begins with a capital and ends with a stop.
func Sentence(s string) string {
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(first)) + s[size:]
	if !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, ".") {
		s += "."
	}
	return s
}

// NotTaken is the head of an answer to what cannot be taken yet.
func NotTaken(faults int) string {
	if faults == 1 {
		return "**Not taken yet: one thing to mend.**"
	}
	return fmt.Sprintf("**Not taken yet: %s to mend.**", Count(faults, "thing"))
}

// Standing is where a goal stands, in a few words: 6 of 6, done, again from
// 1 Jan.
func Standing(s *tracker.Standing, today civil.Date) string {
	parts := []string{SoFar(s), Stands(s), When(s, today)}
	if s.Form == tracker.Every {
		parts = parts[1:]
	}
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, ", ")
}

// Break says from when to when a pause lasts.
func Break(from, until, today civil.Date) string {
	if from == until {
		return "A break on " + LongFrom(from, today) + "."
	}
	return "A break from " + LongFrom(from, today) + " to " + LongFrom(until, today) + "."
}

// Moved says in a line of Markdown each what a change did to the goals that may
// be published: before, and after. Goals that stand as they stood are left out.
func Moved(before, after []tracker.Standing, today civil.Date) (lines []string) {
	was := map[string]string{}
	for i := range before {
		was[before[i].ID] = Standing(&before[i], today)
	}
	for i := range after {
		s := &after[i]
		now := Standing(s, today)
		if then, known := was[s.ID]; s.Definition.Private || known && then == now {
			continue
		} else if known {
			lines = append(lines, fmt.Sprintf("%s: %s → **%s**", Escape(s.Title), Escape(then), Escape(now)))
		} else {
			lines = append(lines, fmt.Sprintf("%s: **%s**", Escape(s.Title), Escape(now)))
		}
	}
	return lines
}

// Planned says from when an entry counts that is still to come.
func Planned(day civil.Date) string { return "planned: it counts from " + DayYear(day) + " on" }

// NextDue is the one next thing to do for the goals that may be published, as a
// sentence without its end; "" when nothing is due.
func NextDue(goals []tracker.Standing, today civil.Date) string {
	var next *tracker.Standing
	for i := range goals {
		s := &goals[i]
		if s.Next == nil || s.Status == tracker.Paused || s.Definition.Private {
			continue
		}
		if next == nil || s.LateDays > next.LateDays || next.LateDays == 0 && s.Next.By < next.Next.By {
			next = s
		}
	}
	if next == nil {
		return ""
	}
	return NextStep(next, today)
}
