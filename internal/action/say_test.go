package action

import (
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSayCannotCommand(t *testing.T) {
	for _, text := range corpus {
		checkSaid(t, text)
	}
}

func FuzzSay(f *testing.F) {
	for _, text := range corpus {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkSaid(t, text) })
}

// checkSaid says a text in one piece, and through the writer in pieces cut
// anywhere: no command comes of it, and no word is lost.
func checkSaid(t *testing.T, text string) {
	t.Helper()
	s := newStage(t, nil)
	s.Say(text)
	whole := s.log.String()
	s.log.Reset()
	for i, piece := 0, 1; i < len(text); i, piece = i+piece, piece%3+1 {
		io.WriteString(s.Log(), text[i:min(len(text), i+piece)])
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, log := range []string{whole, s.log.String()} {
		if found, _ := commands(log); len(found) > 0 {
			t.Errorf("%q: the log %q has the commands %v", text, log, found)
		}
	}
	if !utf8.ValidString(whole) || strings.ContainsAny(whole, "\x00\x1b\r\x7f") {
		t.Errorf("%q: said %q", text, whole)
	}
	if got, want := letters(whole), letters(strings.ToValidUTF8(text, "\uFFFD")); got != want {
		t.Errorf("%q: said %q, which lost something", text, whole)
	}
}

// letters is a text without space, control characters and marks of direction.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if s := oneLine(string(r)); strings.TrimSpace(s) == "" {
			return -1
		}
		return r
	}, text)
}

func TestSayLeavesPlainTextAlone(t *testing.T) {
	for _, text := range []string{"learning.toml:3:1: error: no such key", "a::b", "x: y", "# a ## b [c]", "C::D::E is C++", "::", "tab\tend", "日本 👩‍💻"} {
		want := text + "\n"
		if text == "::" {
			want = ": :\n"
		}
		s := newStage(t, nil)
		s.Say(text)
		if got := s.log.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCommandsBeginALineOfTheirOwn(t *testing.T) {
	s := newStage(t, nil)
	io.WriteString(s.Log(), "half a line")
	s.Annotate(Annotation{Level: Error, Message: "x"})
	io.WriteString(s.Log(), "half")
	s.Group("title", func() { io.WriteString(s.Log(), "inside") })
	io.WriteString(s.Log(), "half")
	s.Mask("secret")
	s.Close()
	got := strings.Join(runnerLines(s.log.String()), "|")
	if want := "half a line|::error::x|half|::group::title|inside|::endgroup::|half|::add-mask::secret"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A writer that fails is no panic: Close tells.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestCloseTellsOfAFailedWrite(t *testing.T) {
	s, err := New(func(k string) string { return map[string]string{"GITHUB_ACTIONS": "true"}[k] }, full{})
	if err != nil {
		t.Fatal(err)
	}
	s.Annotate(Annotation{Level: Error, Message: "x"})
	s.Say("y")
	if err := s.Close(); err != io.ErrShortWrite {
		t.Errorf("got %v", err)
	}
}
