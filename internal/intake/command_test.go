package intake

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

func TestVerb(t *testing.T) {
	for in, want := range map[string]string{
		"/snooze 2w": "snooze", "/pause": "pause", "/Pause 2w\nthanks": "pause", "/pause\t2w": "", "/pause\r\n2w": "pause", "/snooze  ": "snooze",
		"": "", "/": "", "/paused": "", "pause": "", " /pause 2w": "", "hello\n/pause 2w": "", "> /pause 2w": "", "/ pause": "", "//pause": "", "`/pause`": "", "/help": "", "/pause\x00": "", "\ufeff/pause": "",
	} {
		if got := Verb(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
		if _, faults, ok := book().Command(Post{Issue: 3, Comment: 4, Body: in}, ""); ok != (want != "") || !ok && len(faults) > 0 {
			t.Errorf("%q: %v, %v", in, ok, faults)
		}
	}
}

func TestSnooze(t *testing.T) {
	for in, want := range map[string]civil.Date{
		"/snooze 2w": today + 14, "/snooze 1d": today + 1, "/snooze for 2 w": today + 14, "/snooze until 2027-01-15": civil.Of(2027, 1, 15), "/Snooze Tomorrow": today + 1,
		"/snooze 2 weeks.": today + 14, "/snooze 366d": today + 366, "/snooze 2027-01": civil.Of(2027, 1, 31), "/snooze today": today, "/snooze 2w\r\nI am away": today + 14,
	} {
		c, faults, ok := book().Command(Post{Issue: 3, Comment: 4, Body: in}, "books")
		if !ok || len(faults) > 0 || c.Verb != VerbSnooze || c.Until != want || c.Pause.File != "" {
			t.Errorf("%q: %v, %s", in, c, told(faults))
		}
	}
}

func TestPause(t *testing.T) {
	for in, want := range map[string]string{
		"/pause 2026-12-20":                        "from = 2026-12-05\nuntil = 2026-12-20\ngoals = [\"books\"]",
		"/pause until 2026-12-20":                  "from = 2026-12-05\nuntil = 2026-12-20\ngoals = [\"books\"]",
		"/pause 2w":                                "from = 2026-12-05\nuntil = 2026-12-18\ngoals = [\"books\"]",
		"/pause 2026-12-20..2w all":                "from = 2026-12-20\nuntil = 2027-01-02",
		"/pause 2026-11-20..yesterday":             "from = 2026-11-20\nuntil = 2026-12-04\ngoals = [\"books\"]",
		"/pause 2026-12-20 .. 2027-01-02 feedback": "from = 2026-12-20\nuntil = 2027-01-02\ngoals = [\"feedback\"]",
		"/pause 2w Books, feedback,books":          "from = 2026-12-05\nuntil = 2026-12-18\ngoals = [\"books\", \"feedback\"]",
		"/pause 2 weeks":                           "from = 2026-12-05\nuntil = 2026-12-18\ngoals = [\"books\"]",
		"/pause for a week, feedback":              "from = 2026-12-05\nuntil = 2026-12-11\ngoals = [\"feedback\"]",
		"/pause 2w.":                               "from = 2026-12-05\nuntil = 2026-12-18\ngoals = [\"books\"]",
		"/pause from 2026-12-20 to 2027-01-02 all": "from = 2026-12-20\nuntil = 2027-01-02",
		"/pause 2026-12-20 - 2027-01-02 feedback":  "from = 2026-12-20\nuntil = 2027-01-02\ngoals = [\"feedback\"]",
		"/PAUSE 2w\n\nSee you":                     "from = 2026-12-05\nuntil = 2026-12-18\ngoals = [\"books\"]",
	} {
		c, faults, ok := book().Command(Post{Issue: 3, Comment: 4, Body: in}, "books")
		want = "[[pause]]\n" + want + "\nsource = \"#3#issuecomment-4\"\n"
		if !ok || len(faults) > 0 || c.Verb != VerbPause || string(c.Pause.Data) != want {
			t.Errorf("%q: %s\n%s\nwant\n%s", in, told(faults), c.Pause.Data, want)
		}
	}
	c, _, _ := book().Command(Post{Issue: 3, Comment: 4, Body: "/pause 2026-12-20..2027-01-02"}, "")
	if c.Pause.File != "learning/2026/2026-12-20-break.toml" || len(c.Pause.After.Pauses) != 1 || len(c.Pause.After.Pauses[0].Goals) != 0 || *c.Pause.Break != (tracker.Stretch{From: civil.Of(2026, 12, 20), Until: civil.Of(2027, 1, 2)}) {
		t.Errorf("%+v", c.Pause)
	}
}

// What is told of a command with a slip stands in testdata/commands.txt.
func TestCommandFaults(t *testing.T) {
	var b strings.Builder
	for _, in := range []string{
		"/snooze", "/snooze please", "/snooze 03/04/2027", "/snooze 2026-12-04", "/snooze 53w", "/snooze 2029-01-01", "/snooze 2w more",
		"/pause", "/pause please", "/pause until", "/pause 03/04/2027", "/pause until 20 Dec feedback", "/pause 20 Dec 2026", "/pause next week", "/snooze 2 Jan", "/snooze 2 Dec", "/pause 2w because I am away", "/pause books 2w", "/pause 2027-01", "/pause ..2027-01-02", "/pause 2026-12-20..", "/pause 2027-01-02..2026-12-20",
		"/pause 2w bokos", "/pause 2026-12-20 2027-01-02", "/pause @everyone #1 <b>", "/pause 2w " + strings.Repeat("x", 600), "/pause \xff",
	} {
		c, faults, ok := book().Command(Post{Issue: 3, Comment: 4, Body: in}, "books")
		if !ok || len(faults) == 0 || c.Pause.Data != nil || c.Until != 0 {
			t.Errorf("%q: %v", in, c)
		}
		fmt.Fprintf(&b, "== %.60q\n%s\n", in, told(faults))
	}
	golden(t, "commands.txt", []byte(b.String()))
}

func TestRecorded(t *testing.T) {
	entry := func(source string) tracker.File {
		return tracker.File{Name: "learning/2026/a.toml", Data: []byte("[[book]]\ntitle = \"A\"\nsource = \"" + source + "\"\n")}
	}
	pause := func(source string) tracker.File {
		return tracker.File{Name: "learning/2026/b.toml", Data: []byte("[[pause]]\nfrom = 2026-01-01\nuntil = 2026-01-02\n" + source + "\n")}
	}
	for _, c := range []struct {
		file tracker.File
		post Post
		want string
	}{
		{entry("#12"), Post{Issue: 12}, "learning/2026/a.toml"},
		{entry("#12"), Post{Issue: 1}, ""}, {entry("#12"), Post{Issue: 2}, ""}, {entry("#12"), Post{Issue: 123}, ""}, {entry("#12"), Post{Issue: 12, Comment: 3}, ""},
		{entry("o/r#12"), Post{Issue: 12}, ""}, {entry(" #12"), Post{Issue: 12}, ""}, {entry("12"), Post{Issue: 12}, ""}, {entry("#12#issuecomment-3"), Post{Issue: 12}, ""},
		{pause(`source = "#12"`), Post{Issue: 12}, "learning/2026/b.toml"},
		{pause(`source="#12#issuecomment-3" # mine`), Post{Issue: 12, Comment: 3}, "learning/2026/b.toml"},
		{pause(`  source = '#12'` + "\r"), Post{Issue: 12}, "learning/2026/b.toml"},
		{pause(`# source = "#12"`), Post{Issue: 12}, ""}, {pause(`reason = 'source = "#12"'`), Post{Issue: 12}, ""}, {pause(`source = "#123"`), Post{Issue: 12}, ""},
		{pause("\n[[goal]]\nid = \"x\"\nsource = \"#12\""), Post{Issue: 12}, ""},
	} {
		file, _, ok := book(c.file).Recorded(c.post, Entry{})
		if file != c.want || ok != (c.want != "") {
			t.Errorf("%q, %+v: %q, %v", c.file.Data, c.post, file, ok)
		}
	}
	for _, f := range []Form{learned, rest} { // what is taken is there from then on
		p := Post{Issue: 12, Body: sent(f, map[string]string{"kind": "Book I finished", "what": "A", "until": "2w"})}
		e, faults := book().Take(f, p)
		if file, alike, ok := book(tracker.File{Name: e.File, Data: e.Data}).Recorded(p, e); !ok || !alike || file != e.File {
			t.Error(told(faults), file, alike, ok)
		}
	}
}

// A second entry of the same day and name gets a file and an id of its own.
func TestFreeNames(t *testing.T) {
	first, _ := take(learned, plain())
	b := book(tracker.File{Name: strings.ToUpper(first.File[:14]) + first.File[14:], Data: first.Data}, tracker.File{Name: "learning/2026/2026-05-03-accelerate-2.toml", Data: nil})
	e, faults := b.Take(learned, Post{Issue: 13, Body: sent(learned, plain())})
	if e.File != "learning/2026/2026-05-03-accelerate-2-2.toml" || e.Block.Keys[0].Value != `"2026-05-03-accelerate-2"` || len(e.Warnings) != 1 {
		t.Error(e.File, e.Block.Keys, e.Warnings, told(faults))
	}
}

// A pause of a goal that is kept from the public is kept from it, too.
func TestHides(t *testing.T) {
	for _, goal := range []string{"books", "secret"} {
		p := Post{Issue: 3, Comment: 4, Body: "/pause 2w " + goal}
		c, faults, _ := book().Command(p, "")
		if len(faults) > 0 {
			t.Fatal(told(faults))
		}
		if got := book(tracker.File{Name: c.Pause.File, Data: c.Pause.Data}).Hides(p); got != (goal == "secret") || got != c.Pause.Private {
			t.Errorf("%s: hidden %v, private %v", goal, got, c.Pause.Private)
		}
	}
}
