package intake

import (
	"errors"
	"strings"
	"testing"
)

func TestDays(t *testing.T) {
	read := dayReader(today, 0)
	for in, want := range map[string]string{
		"today": "2026-12-05", "Today": "2026-12-05", " yesterday ": "2026-12-04", "Yesterday.": "2026-12-04", "tomorrow": "2026-12-06",
		"2026-04-03": "2026-04-03", "2026-04": "2026-04", "2024-02-29": "2024-02-29",
	} {
		if d, err := read(in); err != nil || d.String() != want {
			t.Errorf("%q is %s, %v; want %s", in, d, err, want)
		}
	}
	for in, want := range map[string]string{
		"03/04/2026": "write 2026-04-03 or 2026-03-04", "3.4.26": "write 2026-04-03 or 2026-03-04", "3-4-2026": "write 2026-04-03 or 2026-03-04",
		"03/03/2026": "write 2026-03-03", "25/12/2026": "write 2026-12-25", "12/25/2026": "write 2026-12-25", "2026/4/3": "write 2026-04-03",
		"3 April 2026": "write 2026-04-03", "Apr 3": "write 2026-04-03", "3rd Sept": "write 2026-09-03", "2026 April 3": "write 2026-04-03", "31 Dec": "write 2025-12-31",
		"29 Feb": "", "2026-13-01": "", "2026-02-30": "", "31/02/2026": "", "tuesday": "", "": "", "1": "", "a/b/c": "", "99999/1/1": "", "2026-4": "", "12026-01-01": "", "May": "", "1 2 3 4": "", "0/0/0": "",
	} {
		_, err := read(in)
		var not notDay
		if !errors.As(err, &not) || not.doubt != (want != "") || want != "" && not.help != want || want == "" && !strings.HasPrefix(not.help, "write it like 2026-12-05") {
			t.Errorf("%q: %+v, want %q", in, err, want)
		}
	}
}

// The day says when an entry counts, and what its file is called.
func TestDaysOfEntries(t *testing.T) {
	for _, c := range []struct{ kind, day, more, keys, file string }{
		{"Book I finished", "", "", "finished = 2026-12-05", "learning/2026/2026-12-05-a.toml"},
		{"Book I finished", "2025-11", "", `finished = "2025-11"`, "learning/2025/2025-11-30-a.toml"},
		{"Book I finished", "2026-12", "", `finished = "2026-12"`, "learning/2026/2026-12-05-a.toml"}, // the month lasts
		{"Book I finished", "2026-11-01..yesterday", "", "started = 2026-11-01\nfinished = 2026-12-04", "learning/2026/2026-12-04-a.toml"},
		{"Book I finished", "", "started = 2026-01", "started = \"2026-01\"\nfinished = 2026-12-05", "learning/2026/2026-12-05-a.toml"},
		{"Book I finished", "", "finished = yesterday", "finished = 2026-12-04", "learning/2026/2026-12-04-a.toml"},
		{"Book I finished", "", "dropped = today", "source = \"#12\"\ndropped = 2026-12-05", "learning/2026/2026-12-05-a.toml"},
		{"Conference I attended", "2026-05-01 - 2026-05-03", "", "start = 2026-05-01\nend = 2026-05-03", "learning/2026/2026-05-01-a.toml"},
		{"Book I finished", "2026-11-01 to yesterday", "", "started = 2026-11-01\nfinished = 2026-12-04", "learning/2026/2026-12-04-a.toml"},
		{"Conference I attended", "2026-05-01", "", "start = 2026-05-01", "learning/2026/2026-05-01-a.toml"},
		{"Conference I attended", "2026-05-01..2026-05-03", "", "start = 2026-05-01\nend = 2026-05-03", "learning/2026/2026-05-01-a.toml"},
		{"Conference I attended", "2026-05-01", "end = 2026-05-03\nonline = true\nsessions = 4", "start = 2026-05-01\nend = 2026-05-03\nonline = true\nsessions = 4", "learning/2026/2026-05-01-a.toml"},
		{"Talk I gave", "tomorrow", "", "date = 2026-12-06", "learning/2026/2026-12-06-a.toml"},
		{"Responsibility I took on", "2026-07-01", "finished = 2026-12-01\nrole = lead", "started = 2026-07-01\nfinished = 2026-12-01\nrole = \"lead\"", "learning/2026/2026-07-01-a.toml"},
	} {
		e, faults := take(learned, map[string]string{"kind": c.kind, "what": "A", "day": c.day, "more": c.more})
		if len(faults) > 0 || e.File != c.file {
			t.Errorf("%+v: %s, %s", c, e.File, told(faults))
			continue
		}
		want := "[[" + e.Block.Table + "]]\nid = " + e.Block.Keys[0].Value + "\ntitle = \"A\"\n" + c.keys + "\n"
		if !strings.Contains(c.keys, "source") {
			want += "source = \"#12\"\n"
		}
		if string(e.Data) != want {
			t.Errorf("%+v:\n%s\nwant\n%s", c, e.Data, want)
		}
	}
}

// A first and a last day, as people part them.
func TestSpan(t *testing.T) {
	isDay := func(s string) bool { return len(s) == 10 && s[4] == '-' }
	for in, want := range map[string][3]string{
		"2026-04-03..2026-04-05": {"2026-04-03", "2026-04-05", "two"}, "2026-04-03 ... 2026-04-05": {"2026-04-03", "2026-04-05", "two"}, "2026-04-03…2026-04-05": {"2026-04-03", "2026-04-05", "two"},
		"2026-04-03 - 2026-04-05": {"2026-04-03", "2026-04-05", "two"}, "2026-04-03–2026-04-05": {"2026-04-03", "2026-04-05", "two"}, "2026-04-03 to 2026-04-05": {"2026-04-03", "2026-04-05", "two"},
		"2026-04-03..": {"2026-04-03", "", "two"}, "..2026-04-05": {"", "2026-04-05", "two"},
		"2026-04-03": {}, "": {}, "one to 2026-04-05": {}, "2026-04-03 to two": {}, "25 - 4 - 2026": {},
	} {
		first, last, two := span(in, isDay)
		if first != want[0] || last != want[1] || two != (want[2] != "") {
			t.Errorf("%q: %q, %q, %v", in, first, last, two)
		}
	}
}

// A day without its year is one that was, the nearest, or one to come.
func TestDaysWithoutAYear(t *testing.T) {
	for _, c := range []struct {
		text  string
		ahead int
		want  string
	}{
		{"20 Dec", 0, "2025-12-20"}, {"20 Dec", nearest, "2026-12-20"}, {"2 Jan", nearest, "2027-01-02"}, {"25 Nov", nearest, "2026-11-25"}, {"25 Nov", comingOnly, "2027-11-25"},
	} {
		_, err := dayReader(today, c.ahead)(c.text)
		var not notDay
		if !errors.As(err, &not) || not.help != "write "+c.want {
			t.Errorf("%q, %d ahead: %+v, want %s", c.text, c.ahead, err, c.want)
		}
	}
}
