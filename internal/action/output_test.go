package action

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOutputsAreWhatWasSet(t *testing.T) {
	for _, text := range corpus {
		checkOutput(t, text)
	}
}

func FuzzOutput(f *testing.F) {
	for _, text := range corpus {
		f.Add(text)
	}
	f.Fuzz(checkOutput)
}

// checkOutput sets a text between two others: the runner reads these three.
func checkOutput(t *testing.T, text string) {
	t.Helper()
	s := newStage(t, nil)
	for _, err := range []error{s.SetOutput("first", "1"), s.SetOutput("issues-opened", text), s.SetOutput("last", "3"), s.SetEnv("HONE_TEXT", text)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	want := strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "")
	for _, windows := range []bool{false, true} {
		values, err := fileValues(s.file(t, "output"), windows)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		got := values["issues-opened"]
		if windows { // there a CR before our line end is part of it
			got, want = strings.TrimSuffix(got, "\r"), strings.TrimSuffix(want, "\r")
		}
		if len(values) != 3 || values["first"] != "1" || values["last"] != "3" || got != want {
			t.Errorf("%q: the runner reads %q", text, values)
		}
		values, err = fileValues(s.file(t, "env"), windows)
		if err != nil || len(values) != 1 {
			t.Errorf("%q: the runner reads the variables %q (%v)", text, values, err)
		}
	}
	if s.log.Len() > 0 {
		t.Errorf("%q: something was printed: %q", text, s.log)
	}
}

func TestNamesAreOurs(t *testing.T) {
	s := newStage(t, nil)
	for _, name := range []string{"", "a b", "a\nb", "a=b", "A", "a<<b", "-a", "a_b"} {
		if s.SetOutput(name, "x") == nil {
			t.Errorf("the output %q was taken", name)
		}
	}
	for _, name := range []string{"", "PATH", "NODE_OPTIONS", "HONE_", "HONE_a", "HONE_A=B", "HONE_A\nPATH", "GITHUB_TOKEN"} {
		if s.SetEnv(name, "x") == nil {
			t.Errorf("the variable %q was taken", name)
		}
	}
	if s.file(t, "output")+s.file(t, "env") != "" {
		t.Error("something was written")
	}
}

// A mark that the value holds is drawn again.
func TestMarkIsNotInTheValue(t *testing.T) {
	drawn := []string{"one", "two", "three"}
	got := delimiter("two\none\n", func() string { m := drawn[0]; drawn = drawn[1:]; return m })
	if got != "three" {
		t.Errorf("got %s", got)
	}
	if a, b := randomMark(), randomMark(); a == b || len(a) != len("hone_")+32 {
		t.Errorf("got %s and %s", a, b)
	}
}

func TestSummaryFits(t *testing.T) {
	s := newStage(t, nil)
	if err := s.Summary("## Learning\n\nFine."); err != nil {
		t.Fatal(err)
	}
	if err := s.Summary("More.\n"); err != nil {
		t.Fatal(err)
	}
	if got := s.file(t, "summary"); got != "## Learning\n\nFine.\nMore.\n" {
		t.Errorf("got %q", got)
	}
	long := "<details>\n\n```\n" + strings.Repeat("line of a log that is long: läuft\n", 100_000) + "```\n</details>\n"
	for range 3 {
		if err := s.Summary(long); err != nil {
			t.Fatal(err)
		}
	}
	got := s.file(t, "summary")
	if len(got) > maxSummary || len(got) < maxSummary-200 {
		t.Errorf("the summary has %d bytes", len(got))
	}
	if !strings.HasSuffix(got, "läuft\n\n```\n\n</details>\n"+summaryCut) || strings.Count(got, "left out") != 1 {
		t.Errorf("it ends with %q", got[len(got)-200:])
	}
}

func TestOutputTellsWhatWentWrong(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "none", "output")
	s := newStage(t, map[string]string{"GITHUB_OUTPUT": gone})
	if err := s.SetOutput("a", "b"); !os.IsNotExist(err) {
		t.Errorf("got %v", err)
	}
}
