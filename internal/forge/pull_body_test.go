package forge

import (
	"strings"
	"testing"
)

// FuzzPullBody holds that writing a text keeps all of a person's, that what was
// written is read again, and written again the same.
func FuzzPullBody(f *testing.F) {
	whole := newPullBody.write("text", openPhase, "a1")
	for _, seed := range []string{
		"", "mine", whole, "a\n" + whole, strings.ReplaceAll(whole, "\n", "\r\n"), whole + "\n" + whole, whole + "\nmine",
		strings.Replace(whole, "text", "mine", 1), strings.Replace(whole, "-->\n\n", "-->\n    code\n\n", 1), pullStart + "\n" + pullEnd,
	} {
		f.Add(seed, "news")
	}
	f.Fuzz(func(t *testing.T, text, news string) {
		b := readPullBody(text)
		out := b.write(news, openPhase, "b2")
		again := readPullBody(out)
		if again.phase != openPhase || again.state != "b2" || !same(again.write(news, openPhase, "b2"), strings.ReplaceAll(out, "\r\n", "\n")) {
			t.Fatalf("%q is written another way: %q", out, again.write(news, openPhase, "b2"))
		}
		if !strings.HasPrefix(out, strings.TrimRight(b.before, "\n")) ||
			!strings.Contains(out, strings.TrimRight(b.after, "\n")) {
			t.Fatalf("a person's text is not as it was: %q was %q", out, text)
		}
	})
}
