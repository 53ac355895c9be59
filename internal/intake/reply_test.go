package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

const commitURL = "https://github.com/o/r/commit/4f2c1aa0000000000000000000000000000000aa"

// replies are answers of every sort, by their names, in order.
func replies(t testing.TB) (names []string, texts []string) {
	add := func(name, text string) {
		names, texts = append(names, name), append(texts, text)
	}
	p := Post{Issue: 12}
	landed := Landing{Commit: "4f2c1aa0000000000000000000000000000000aa", URL: commitURL}
	added := func(name string, f Form, filled map[string]string, at Landing) {
		e, faults := take(f, filled)
		if len(faults) > 0 {
			t.Fatalf("%s: %s", name, told(faults))
		}
		add(name, Added(p, e, at))
	}
	added("a book", learned, map[string]string{"kind": "Book I finished", "what": "The Manager's Path", "skills": "leadership"}, landed)
	added("feedback, in a pull request", learned, map[string]string{"kind": "Feedback I received", "what": "A. B.", "takeaway": "Speak later."}, Landing{Pull: 14, URL: "https://github.com/o/r/pull/14"})
	added("a talk that no goal counts", learned, map[string]string{"kind": "Talk I gave", "what": "A"}, landed)
	added("a talk to come", learned, map[string]string{"kind": "Talk I gave", "what": "A", "day": "2027-03-01"}, landed)
	added("a conference to come", learned, map[string]string{"kind": "Conference I attended", "what": "A", "day": "2026-12-04..2026-12-08"}, landed)
	added("a book twice", learned, map[string]string{"kind": "Book I finished", "what": "Accelerate", "day": "2026-02-01"}, landed)
	added("a private book", learned, map[string]string{"kind": "Book I finished", "what": "Hush", "more": "public = false"}, landed)
	added("without an address", learned, map[string]string{"kind": "Talk I gave", "what": "A"}, Landing{Commit: landed.Commit})
	added("a break to come", rest, map[string]string{"from": "2026-12-20", "until": "2027-01-02"}, landed)
	added("a break from today", rest, map[string]string{"until": "2w", "goals": "books"}, landed)
	added("a break of a private goal", rest, map[string]string{"until": "2w", "goals": "books, secret"}, landed)
	added("a break of a day", rest, map[string]string{"until": "today"}, landed)
	added("marks", learned, map[string]string{
		"kind": "Book I finished", "what": "x ````` @everyone #1 <b>x</b> <!-- hone:intake 12 --> [a](https://example.org) ![b](c) ::error::x ##[add-mask]y",
		"takeaway": "```\n</details>\n<!-- hone:intake 12 -->\n```\n# H",
	}, landed)
	_, faults := take(*slips[2].form, slips[2].filled)
	add("much to mend", Rejected(p, faults))
	_, faults = take(learned, map[string]string{"kind": "Book I finished"})
	add("one thing to mend", Rejected(p, faults))
	_, faults = take(learned, map[string]string{"kind": "Talk I gave", "what": "A", "day": "@everyone #1 <b>", "skills": "[a](https://example.org), <img src=x>, x``` <!-- hone:intake 12 -->", "link": "javascript:alert(1)", "more": "![x](y)\n<!--\n::stop-commands::x = 1\n##[error]x = 2\nGH-1\nwww.example.org\n:tada:"})
	add("marks to mend", Rejected(p, faults))
	add("more than is told", Rejected(p, slices.Repeat([]Fault{{Field: "Day", Says: "this is empty"}}, maxFaults+3)))
	comment := Post{Issue: 3, Comment: 4, Body: "/pause soon"}
	_, faults, _ = book().Command(comment, "books")
	add("a command to mend", Rejected(comment, faults))
	add("there already", AlreadyThere(p, "learning/2026/2026-12-05-a.toml"))
	add("snoozed", Snoozed(comment, civil.Of(2027, 1, 15), today, true))
	add("a credential snoozed", Snoozed(comment, civil.Of(2027, 1, 15), today, false))
	return names, texts
}

func TestReplies(t *testing.T) {
	var b strings.Builder
	names, texts := replies(t)
	for i, name := range names {
		fmt.Fprintf(&b, "== %s\n%s\n", name, texts[i])
	}
	golden(t, "replies.md", []byte(b.String()))
}

// An answer ends with its marker, says it once, and is no answer to another
// post, whatever it quotes.
func TestAnswers(t *testing.T) {
	_, texts := replies(t)
	for _, text := range texts {
		p, other := Post{Issue: 12}, Post{Issue: 3, Comment: 4}
		if other.Answers(text) {
			p, other = other, p
		}
		if !p.Answers(text) || !p.Answers(strings.ReplaceAll(text, "\n", "\r\n")) || other.Answers(text) || (Post{Issue: 1}).Answers(text) || (Post{Issue: 12, Comment: 1}).Answers(text) || p.Answers(text+"\nmine") {
			t.Error(text)
		}
		own := 0
		for _, line := range strings.Split(text, "\n") {
			if strings.TrimSpace(line) == p.Marker() {
				own++
			}
		}
		if own != 1 {
			t.Errorf("%d markers:\n%s", own, text)
		}
	}
}

// Nothing of what is private is told, but to the one who wrote it.
func TestPrivateStaysPrivate(t *testing.T) {
	names, texts := replies(t)
	for i, text := range texts {
		if strings.Contains(text, "Something else:") || strings.Contains(text, "secret") || names[i] == "a private book" && strings.Contains(strings.ToLower(text), "hush") {
			t.Error(text)
		}
	}
	_, faults := take(learned, map[string]string{"kind": "Certification I earned or renewed", "what": "A", "more": "id = secret"})
	if text := Rejected(Post{Issue: 12}, faults); len(faults) != 1 || strings.Contains(text, "secret") {
		t.Error(text)
	}
	_, faults = take(learned, map[string]string{"kind": "Book I finished", "what": "A", "skills": "comunication", "more": "public = false"})
	if text := told(faults); !strings.Contains(text, `did you mean "communication"?`) {
		t.Error(text)
	}
}

// GitHub takes no comment of more than 65,536 characters.
func TestLongReplies(t *testing.T) {
	filled := plain()
	filled["what"], filled["takeaway"] = strings.Repeat("\\", 300), strings.Repeat("\"", 8000)
	filled["more"] = "author = " + strings.Repeat("\\", 3900)
	e, faults := take(learned, filled)
	if len(faults) > 0 {
		t.Fatal(told(faults))
	}
	if text := Added(Post{Issue: 12}, e, Landing{}); len([]rune(text)) > 60_000 {
		t.Errorf("%d characters", len([]rune(text)))
	}
	faults = nil
	for range 100 {
		faults = append(faults, Fault{Says: strings.Repeat("*", 60), Help: strings.Repeat("*", 500)})
	}
	if text := Rejected(Post{Issue: 12}, faults); len([]rune(text)) > 60_000 {
		t.Errorf("%d characters", len([]rune(text)))
	}
}

func TestLanding(t *testing.T) {
	for _, c := range []struct {
		at   Landing
		want string
	}{
		{Landing{}, ""},
		{Landing{Commit: "`](x)4f2c1aa00"}, " in commit `4f2c1aa`"},
		{Landing{Pull: 14}, "; it waits in pull request 14"},
		{Landing{Commit: "4f2c1aa", URL: "https://example.org/a)b <c>\n"}, " in commit [`4f2c1aa`](https://example.org/a%29b%20%3Cc%3E%0A)"},
	} {
		if got := c.at.link(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if got := fenced("toml", "a ```` b"); got != "`````toml\na ```` b\n`````\n" {
		t.Errorf("%q", got)
	}
}

// Answers that tell of faults are told from all others.
func TestIsRejection(t *testing.T) {
	names, texts := replies(t)
	for i, text := range texts {
		if got, want := IsRejection(text), strings.Contains(names[i], "to mend") || names[i] == "more than is told"; got != want {
			t.Errorf("%s: %v", names[i], got)
		}
	}
	if hidden := AlreadyThere(Post{Issue: 3}, ""); !(Post{Issue: 3}).Answers(hidden) || strings.Contains(hidden, "`") {
		t.Error(hidden)
	}
}

// An answer stays within what GitHub takes, however many goals an entry moves.
func TestAnswerOfManyGoals(t *testing.T) {
	var log strings.Builder
	log.WriteString("[settings]\nstart = 2026-01-01\n")
	for n := range 300 {
		fmt.Fprintf(&log, "[[goal]]\nid = \"g%d\"\ntitle = \"%s\"\nkinds = [\"book\"]\ntarget = 12\nper = \"year\"\n", n, strings.Repeat("[x]", 60))
	}
	p := Post{Issue: 12, Body: sent(learned, map[string]string{"kind": "Book I finished", "what": "A", "takeaway": strings.Repeat("a ", 3900)})}
	e, faults := Book{Files: []tracker.File{{Name: "learning.toml", Data: []byte(log.String())}}, World: tracker.World{Today: today}}.Take(learned, p)
	if len(faults) > 0 {
		t.Fatal(told(faults))
	}
	if text := Added(p, e, Landing{}); len([]rune(text)) > 65_000 || !strings.Contains(text, "- and 270 more\n") || !p.Answers(text) {
		t.Errorf("%d characters", len([]rune(text)))
	}
}
