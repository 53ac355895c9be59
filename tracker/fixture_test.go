package tracker

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/honelog/hone/tracker/civil"
)

// A fixture states its findings in remarks: "# want CODE" on the faulty line,
// with the column and a part of the message or help where they matter, or
// "# want+N CODE" N lines above where no remark can stand.
var wantRemark = regexp.MustCompile(`want([+-]\d+)? ([a-z]+(?:-[a-z]+)*)(?: (\d+))?(?: "([^"]*)")?`)

type want struct {
	file   string
	line   int
	code   string
	column int    // 0: any
	part   string // of the message or the help
}

func wantsOf(name string, data []byte) (wants []want) {
	for i, line := range strings.Split(string(data), "\n") {
		at := strings.Index(line, "# want")
		if at < 0 {
			continue
		}
		for _, m := range wantRemark.FindAllStringSubmatch(line[at:], -1) {
			w := want{file: name, line: i + 1, code: m[2], part: m[4]}
			if m[1] != "" {
				n, _ := strconv.Atoi(m[1])
				w.line += n
			}
			w.column, _ = strconv.Atoi(m[3])
			wants = append(wants, w)
		}
	}
	return wants
}

// fixtures returns the logs below a folder: each file, and each folder of files.
func fixtures(t *testing.T, dir string) map[string][]File {
	t.Helper()
	logs := map[string][]File{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names := []string{filepath.Join(dir, e.Name())}
		if e.IsDir() {
			names, _ = filepath.Glob(filepath.Join(dir, e.Name(), "*.toml"))
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			logs[e.Name()] = append(logs[e.Name()], File{Name: filepath.Base(name), Data: data})
		}
	}
	if len(logs) == 0 {
		t.Fatal("no fixtures in " + dir)
	}
	return logs
}

// findingsOf returns every finding of a log, with all its evidence in place.
func findingsOf(files []File) []Finding {
	l, found := Parse(files, func(z string) bool { return z == "Europe/Berlin" || z == "UTC" })
	world := World{Today: civil.Of(2026, 11, 20), Evidence: func(string) EvidenceState { return EvidenceTracked }}
	return Cut(Sort(append(found, l.Check(world)...)))
}

// dresses are ways to write the same log, which has the same findings in each.
var dresses = map[string]func([]byte) []byte{
	"as it is": func(b []byte) []byte { return b },
	"CRLF":     func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")) },
	"BOM":      func(b []byte) []byte { return append([]byte("\xef\xbb\xbf"), b...) },
	"no end":   func(b []byte) []byte { return bytes.TrimRight(b, "\n") },
}

func TestGoodLogs(t *testing.T) {
	for name, files := range fixtures(t, "testdata/ok") {
		for how, change := range dresses {
			t.Run(name+" "+how, func(t *testing.T) {
				for _, f := range findingsOf(dressed(files, change)) {
					t.Errorf("%v (%s)", f, f.Help)
				}
			})
		}
	}
}

func dressed(files []File, change func([]byte) []byte) []File {
	out := slices.Clone(files)
	for i := range out {
		out[i].Data = change(out[i].Data)
	}
	return out
}

func TestBadLogs(t *testing.T) {
	for name, files := range fixtures(t, "testdata/bad") {
		var wants []want
		for _, f := range files {
			wants = append(wants, wantsOf(f.Name, f.Data)...)
		}
		if len(wants) == 0 {
			t.Errorf("%s wants nothing", name)
		}
		for how, change := range dresses {
			t.Run(name+" "+how, func(t *testing.T) {
				got := findingsOf(dressed(files, change))
				for _, problem := range compare(got, wants) {
					t.Error(problem)
				}
				for _, f := range got {
					checkWords(t, f)
				}
			})
		}
	}
}

// compare says which findings are missing, and which are too many.
func compare(got []Finding, wants []want) (problems []string) {
	used := make([]bool, len(got))
	for _, w := range wants {
		i := 0
		for i < len(got) && (used[i] || !w.fits(got[i])) {
			i++
		}
		if i < len(got) {
			used[i] = true
			continue
		}
		problems = append(problems, fmt.Sprintf("missing: %+v", w))
	}
	for i, f := range got {
		if !used[i] {
			problems = append(problems, fmt.Sprintf("too many: %v (%s)", f, f.Help))
		}
	}
	return problems
}

func (w want) fits(f Finding) bool {
	return f.File == w.file && f.Line == w.line && f.Code == w.code &&
		(w.column == 0 || w.column == f.Column) && (strings.Contains(f.Message, w.part) || strings.Contains(f.Help, w.part))
}

// checkWords holds that what a finding says can be shown to anybody: it is
// there, of one line, not long, and printable, whatever the log holds.
func checkWords(t *testing.T, f Finding) {
	t.Helper()
	for _, s := range []string{f.Message, f.Help} {
		odd := strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || isBidi(r) })
		if s == "" || odd || !utf8.ValidString(s) || utf8.RuneCountInString(s) > 700 {
			t.Errorf("%s:%d %s: the words are %.200q of %d bytes", f.File, f.Line, f.Code, s, len(s))
		}
	}
	if f.Line < 1 || f.Column < 1 || f.EndLine < f.Line || f.EndLine == f.Line && f.EndColumn < f.Column {
		t.Errorf("%v ends at %d:%d", f, f.EndLine, f.EndColumn)
	}
}
