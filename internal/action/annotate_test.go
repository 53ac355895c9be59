package action

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestAnnotationsFitTheRoom(t *testing.T) {
	s := newStage(t, nil)
	var remarks []Annotation
	for i := range 30 {
		for _, level := range []Level{Warning, Error, Notice} {
			remarks = append(remarks, Annotation{Level: level, Message: fmt.Sprint(i), File: "a.toml", Line: i + 1})
		}
	}
	s.Annotate(remarks[:60]...)
	s.Annotate(remarks[60:]...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	found, _ := commands(s.log.String())
	count := map[string]int{}
	for _, c := range found {
		count[c.name]++
	}
	if count["error"] != 10 || count["warning"] != 9 || count["notice"] != 9 {
		t.Errorf("got %v", count)
	}
	if found[0].name != "error" || found[9].data != "9" {
		t.Errorf("the first are %v", found[:10])
	}
	if last := found[len(found)-1]; last.data != "20 more errors, 21 more warnings, 22 more notices: the job summary and the log have all of them." {
		t.Errorf("the last says %q", last.data)
	}
	s.log.Reset()
	s.Close()
	if s.log.Len() > 0 {
		t.Errorf("the second close says %q", s.log)
	}
}

func TestAnnotationsPlace(t *testing.T) {
	for _, c := range []struct {
		a    Annotation
		want string
	}{
		{Annotation{Level: Error, Title: "unknown-key", Message: "no such key", File: "log/a.toml", Line: 3, Column: 5, EndLine: 3, EndColumn: 9},
			"::error col=5,endColumn=9,endLine=3,file=log/a.toml,line=3,title=unknown-key::no such key"},
		{Annotation{Level: Warning, Message: "x", File: `log\a.toml`, Line: 3, Column: 5, EndLine: 4, EndColumn: 2}, "::warning endLine=4,file=log/a.toml,line=3::x"},
		{Annotation{Level: Notice, Message: "x", File: "a", Line: 3, EndLine: 1}, "::notice endLine=3,file=a,line=3::x"},
		{Annotation{Level: Notice, Message: "x", File: "a", Column: 3}, "::notice file=a::x"},
		{Annotation{Level: Notice, Title: "only a title", Line: 4}, "::notice title=only a title::only a title"},
		{Annotation{Level: Error, Title: "a:b,c\nd", Message: "100%\r\ntwo", File: "a,b:c"}, "::error file=a%2Cb%3Ac,title=a%3Ab%2Cc d::100%25%0Atwo"},
	} {
		s := newStage(t, nil)
		s.Annotate(c.a)
		if got := strings.TrimRight(s.log.String(), "\r\n"); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// Whatever the parts of an annotation say, the runner sees that one annotation
// with these parts.
func TestAnnotationsCannotCommand(t *testing.T) {
	for _, text := range corpus {
		checkAnnotated(t, text, text, text)
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, text := range corpus {
		f.Add(text, "title", "file")
		f.Add("message", text, text)
	}
	f.Fuzz(checkAnnotated)
}

func checkAnnotated(t *testing.T, message, title, file string) {
	t.Helper()
	s := newStage(t, nil)
	s.Annotate(Annotation{Level: Error, Title: title, Message: "m" + message, File: file, Line: 7})
	s.Group("g"+title, func() { s.Say(message) })
	s.Close()
	found, text := commands(s.log.String())
	if len(found) != 3 || found[0].name != "error" || found[1].name != "group" || found[2].name != "endgroup" {
		t.Fatalf("%q %q %q: the runner sees %v in %q", message, title, file, found, s.log)
	}
	if len(text) != len(lines(message)) {
		t.Errorf("%q: %d lines in the group", message, len(text))
	}
	c := found[0]
	for key := range c.props {
		if !strings.Contains(" title file line endLine ", " "+key+" ") {
			t.Errorf("%q %q: the property %q came from nowhere", title, file, key)
		}
	}
	if c.props["line"] != "7" && file != "" {
		t.Errorf("%q %q: the line is %q", title, file, c.props["line"])
	}
	if got, want := strings.TrimSpace(c.props["title"]), strings.TrimSpace(oneLine(title)); got != want && want != "0" {
		t.Errorf("the title is %q, want %q", got, want)
	}
	if n := len(utf16.Encode([]rune(c.data))); n > maxMessage {
		t.Errorf("a message of %d units", n)
	}
	if want := paragraphs("m" + message); len(want) < maxMessage && c.data != want {
		t.Errorf("the message is %q, want %q", c.data, want)
	}
}

func TestMaskHidesEachLine(t *testing.T) {
	s := newStage(t, nil)
	s.Mask("")
	s.Mask(" \n")
	s.Mask("ghs_one%\n  two \r\n")
	found, text := commands(s.log.String())
	if len(found) != 2 || found[0].name != "add-mask" || found[0].data != "ghs_one%" || found[1].data != "two" || len(text) > 0 {
		t.Errorf("got %v and %q", found, text)
	}
}

// A terminal gets text and no command, and above all no secret.
func TestOutsideActions(t *testing.T) {
	s := newStage(t, map[string]string{"GITHUB_ACTIONS": "", "GITHUB_OUTPUT": "", "GITHUB_STEP_SUMMARY": "", "GITHUB_ENV": ""})
	s.Mask("ghs_secret")
	s.Annotate(Annotation{Level: Error, Message: "x"})
	s.Group("Files", func() { s.Say("a file") })
	for _, err := range []error{s.SetOutput("a", "b"), s.SetEnv("HONE_A", "b"), s.Summary("c"), s.Close()} {
		if err != nil {
			t.Error(err)
		}
	}
	if got := s.log.String(); got != "Files\na file\n" {
		t.Errorf("got %q", got)
	}
}
