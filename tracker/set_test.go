package tracker

import (
	"strings"
	"testing"
)

// A key comes in below the one it follows, in the table's own style.
func TestSetKey(t *testing.T) {
	finished := KeyValue{"finished", "2026-11-21"}
	for name, c := range map[string]struct {
		text string
		line int
		want string // the text with a line of it marked by +
	}{
		"below":       {"[[book]]\ntitle = \"A\"\nstarted = 2026-01-01\nskills = []\n", 1, "[[book]]\ntitle = \"A\"\nstarted = 2026-01-01\n+finished = 2026-11-21\nskills = []\n"},
		"last":        {"[[book]]\ntitle = \"A\" # mine\n\n[[book]]\ntitle = \"B\"\n", 1, "[[book]]\ntitle = \"A\" # mine\n+finished = 2026-11-21\n\n[[book]]\ntitle = \"B\"\n"},
		"second":      {"[[book]]\ntitle = \"A\"\n\n[[book]]\ntitle = \"B\"\n\n[[talk]]\n", 4, "[[book]]\ntitle = \"A\"\n\n[[book]]\ntitle = \"B\"\n+finished = 2026-11-21\n\n[[talk]]\n"},
		"no newline":  {"[[book]]\ntitle = \"A\"", 1, "[[book]]\ntitle = \"A\"\n+finished = 2026-11-21"},
		"crlf":        {"[[book]]\r\ntitle = \"A\"\r\nstarted = 2026-01-01\r\n", 1, "[[book]]\r\ntitle = \"A\"\r\nstarted = 2026-01-01\r\n+finished = 2026-11-21\r\n"},
		"aligned":     {"[[book]]\n  title     = \"A\"\n  started   = 2026-01-01\n  author    = \"Bo\"\n  published = 1\n", 1, "[[book]]\n  title     = \"A\"\n  started   = 2026-01-01\n+  finished  = 2026-11-21\n  author    = \"Bo\"\n  published = 1\n"},
		"tight":       {"[[book]]\ntitle=\"A\"\n", 1, "[[book]]\ntitle=\"A\"\n+finished=2026-11-21\n"},
		"sub-table":   {"[[book]]\ntitle = \"A\"\n[book.credits]\ncissp = 1\n", 1, "[[book]]\ntitle = \"A\"\n+finished = 2026-11-21\n[book.credits]\ncissp = 1\n"},
		"empty":       {"[[book]]\n", 1, "[[book]]\n+finished = 2026-11-21\n"},
		"long text":   {"[[book]]\ntakeaway = \"\"\"\nstarted = 1\n\"\"\"\ntitle = \"A\"\n", 1, "[[book]]\ntakeaway = \"\"\"\nstarted = 1\n\"\"\"\ntitle = \"A\"\n+finished = 2026-11-21\n"},
		"byte order":  {"\ufeff[[book]]\ntitle = \"A\"\n", 1, "\ufeff[[book]]\ntitle = \"A\"\n+finished = 2026-11-21\n"},
		"long array":  {"[[book]]\nskills = [\n  \"people\",\n]\n# below\n", 1, "[[book]]\nskills = [\n  \"people\",\n]\n+finished = 2026-11-21\n# below\n"},
		"two on path": {"[[book]]\ntitle = \"A\"\nstarted = 2026-01-01 # begun\n", 1, "[[book]]\ntitle = \"A\"\nstarted = 2026-01-01 # begun\n+finished = 2026-11-21\n"},
	} {
		in, err := SetKey([]byte(c.text), c.line, finished, "started")
		marked, want := "", strings.Replace(c.want, "+", "", 1)
		if err == nil {
			lines := strings.SplitAfter(string(in.Text), "\n")
			lines[in.Line-1] = "+" + lines[in.Line-1]
			marked = strings.Join(lines, "")
		}
		if err != nil || string(in.Text) != want || marked != c.want {
			t.Errorf("%s: %v\n%q\nwant\n%q", name, err, marked, c.want)
		}
	}
	for name, c := range map[string]struct {
		text string
		line int
		want string
	}{
		"there":    {"[[book]]\nfinished = 2026-01-01\n", 1, "finished"},
		"no table": {"[[book]]\ntitle = \"A\"\n", 2, "no header of its own"},
		"inline":   {"book = [{title = \"A\"}]\n", 1, "no header of its own"},
		"single":   {"[settings]\n", 1, "no header of its own"},
		"broken":   {"[[book]]\ntitle = \n", 1, "a fault to mend first"},
	} {
		in, err := SetKey([]byte(c.text), c.line, finished, "started")
		if err == nil || in.Text != nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %q, %v", name, in.Text, err)
		}
	}
	if _, err := SetKey([]byte("[[book]]\n"), 1, KeyValue{"finished", "x\ny = 1"}, ""); err == nil {
		t.Error("a value that is no TOML was taken")
	}
	if in, err := SetKey([]byte("[[book]]\ntitle = \"A\"\n"), 1, KeyValue{"finished", "1\n[[book]]"}, ""); err == nil {
		t.Errorf("a value that brings a table was taken: %q", in.Text)
	}
}

// Whatever the text, what comes out has all its bytes, and one line more.
func FuzzSetKey(f *testing.F) {
	f.Add([]byte("[[book]]\ntitle = \"A\"\nstarted = 2026-01-01\n"), 1)
	f.Add([]byte("\ufeff[[book]]\r\n\r\n[[book]]\r\n  a=1"), 3)
	f.Fuzz(func(t *testing.T, text []byte, line int) {
		in, err := SetKey(text, line, KeyValue{"finished", "2026-11-21"}, "started")
		if err != nil {
			return
		}
		lines := strings.SplitAfter(string(in.Text), "\n")
		if in.Line < 1 || in.Line > len(lines) || !strings.Contains(lines[in.Line-1], "finished") {
			t.Fatalf("line %d of %q", in.Line, in.Text)
		}
		if len(in.Text) <= len(text) {
			t.Fatalf("%q became %q", text, in.Text)
		}
	})
}
