package nudge

import (
	"strings"
	"testing"
)

// FuzzBody holds that writing a body keeps every line of a person's, in order,
// and that what was written is read again, and written again the same.
func FuzzBody(f *testing.F) {
	mine := state{Key: Key{Of: OfGoal, ID: "books"}, Phase: phaseOpen}
	whole := body{region: true}.write("text", mine)
	for _, seed := range []string{
		"", "mine", whole, "before\n" + whole + "\nafter", strings.ReplaceAll("a\n"+whole+"\nb\n", "\n", "\r\n"),
		regionStart, regionEnd, regionEnd + "\n" + regionStart, regionStart + "\n" + regionStart + "\n" + regionEnd + "\n" + regionEnd,
		whole + "\n" + whole, "```\n" + whole + "\n```",
		"nul\x00\u202ebidi\u2066\r\n\r\n" + whole, strings.Replace(whole, "text", "text\r\nof mine\r\n```", 1), strings.Repeat("@x #1 ", 11<<10) + "\n" + whole,
		strings.Replace(whole, "text", "<!-- hone:v1 e30= -->\n"+regionStart+"\n::error::x", 1),
		mine.marker() + "\r", "  " + mine.marker() + "  \nx",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		b := readBody(text)
		out := b.write("news", mine)
		again, news := readBody(out), linesOf("news")
		mine := mine
		mine.Lines = again.state.Lines
		if !again.marked || again.state != mine || !strings.HasSuffix(out, again.state.marker()) {
			t.Fatalf("%q is not ours any more", out)
		}
		if again.write("news", mine) != out {
			t.Fatalf("%q is written another way: %q", out, again.write("news", mine))
		}
		if !strings.HasPrefix(out, b.before) || !strings.Contains(out, b.after) || !strings.HasPrefix(again.after, b.foreign(news)) || again.foreign(news) != "" {
			t.Fatalf("a person's text is not as it was: %q was %q", out, text)
		}
		if got, want := persons(out), persons(text); got != want && b.foreign(news) == "" {
			t.Fatalf("%q was %q", got, want)
		}
	})
}

// persons are the lines that are not ours: outside of the region, without the
// last marker, and without what moved out of the region.
func persons(text string) string {
	var mine []string
	lines := strings.SplitAfter(text, "\n")
	last := -1
	for i, line := range lines {
		if _, _, ours := readMarker(line); ours {
			last = i
		}
	}
	start, end := -1, -1
	for i, line := range lines {
		if line = strings.TrimSpace(line); line == regionStart && start < 0 {
			start = i
		} else if line == regionEnd && start >= 0 && end < 0 {
			end = i
		}
	}
	for i, line := range lines {
		if i == last || end >= 0 && i >= start && i <= end {
			continue
		}
		mine = append(mine, line)
	}
	return strings.TrimSpace(strings.Join(mine, ""))
}

func TestALongBodyKeepsAPersonsText(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 65_000)
	out := readBody(long+"\n"+body{region: true}.write("text", state{Key: Key{Of: OfGoal, ID: "a"}, Phase: phaseOpen})).write("news", state{Key: Key{Of: OfGoal, ID: "a"}, Phase: phaseOpen})
	if len(out) > 65_536 || !strings.HasPrefix(out, long+"\n") || !readBody(out).marked {
		t.Errorf("%d characters", len(out))
	}
}

// What a person wrote into our part moves below it as it is, down to the empty
// lines of code, also where the marker is gone; of ours nothing moves.
func TestAPersonsTextInOurPart(t *testing.T) {
	t.Parallel()
	mine := state{Key: Key{Of: OfGoal, ID: "books"}, Phase: phaseOpen}
	const text = "**2 of 12.**\n\n- one way\n- another"
	const note = "My plan:\n\n```go\nfunc main() {\n\n\tread()\n}\n```"
	whole := body{region: true}.write(text, mine)
	edited := strings.Replace(whole, "- one way\n", "- one way\n\n"+note+"\n", 1)
	edited = strings.Replace(edited, "\n"+regionEnd, "\n\nPS: soon\n"+regionEnd, 1)
	for name, body := range map[string]string{
		"as it is": edited, "with CRLF": strings.ReplaceAll(edited, "\n", "\r\n"), "without the marker": edited[:strings.Index(edited, "<!-- hone:v1")],
	} {
		out := strings.ReplaceAll(readBody(body).write(text, mine), "\r\n", "\n")
		want := regionStart + "\n" + text + "\n" + regionEnd + "\n\n" + note + "\n\nPS: soon\n\n"
		if got := out[:strings.Index(out, "<!-- hone:v1")]; got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}
