package tracker

import (
	"fmt"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/honelog/hone/tracker/civil"
)

func TestQuote(t *testing.T) {
	for _, s := range []string{"", "plain", `"`, `\`, `C:\new`, "a\nb\r\nc\td", "\x00\x1f\x7f", "é 漢字 🎉", "\u202egnp.exe", "\"\"\"", "# [[book]]", "\u2028"} {
		var m map[string]string
		if _, err := toml.Decode("a = "+Quote(s), &m); err != nil || m["a"] != s {
			t.Errorf("%q became %s: %q, %v", s, Quote(s), m["a"], err)
		}
		if strings.ContainsAny(Quote(s), "\n\r\u202e") {
			t.Errorf("%q became %s", s, Quote(s))
		}
	}
	if got := Quote("M\xfcller"); got != "\"M\ufffdller\"" {
		t.Error(got)
	}
}

func TestKeyWrite(t *testing.T) {
	day := func(s string) (Day, error) {
		if s == "today" {
			return OnDay(civil.Of(2026, 11, 21)), nil
		}
		d, err := ParseDay(s)
		if err != nil {
			return d, fmt.Errorf("%q is no day", s)
		}
		return d, nil
	}
	for _, c := range []struct {
		kind, key string
		given     []string
		want      string // lines, joined by " | ", or what the error says
	}{
		{"book", "title", []string{"A", `B "b"`}, `title = "B \"b\""`},
		{"book", "finished", []string{"today"}, "finished = 2026-11-21"},
		{"book", "finished", []string{"2026-05"}, `finished = "2026-05"`},
		{"book", "finished", []string{"5/3/2026"}, `finished: "5/3/2026" is no day`},
		{"book", "hours", []string{"1,5"}, "hours = 1.5"},
		{"book", "hours", []string{"2"}, "hours = 2"},
		{"book", "hours", []string{"1h 30m"}, "hours = 1.5"},
		{"book", "hours", []string{"50 min"}, `hours: "50 min" is no round number of hours: write 0.83`},
		{"book", "hours", []string{"0.0000001"}, "hours = 0.0000001"},
		{"book", "hours", []string{"two"}, `hours: "two" is no number of hours, like 1.5`},
		{"book", "hours", []string{"inf"}, `hours: "inf" is no number of hours, like 1.5`},
		{"book", "hours", []string{"NaN"}, `hours: "NaN" is no number of hours, like 1.5`},
		{"book", "hours", []string{"1e300"}, `hours: "1e300" is no number of hours, like 1.5`},
		{"book", "hours", []string{"0x10p0"}, `hours: "0x10p0" is no number of hours, like 1.5`},
		{"book", "pages", []string{"412"}, "pages = 412"},
		{"book", "pages", []string{"412.5"}, `pages: "412.5" is no whole number, like 4`},
		{"book", "rating", []string{"5"}, "rating = 5"},
		{"book", "skills", []string{"leadership, people", "", "projects"}, `skills = ["leadership", "people", "projects"]`},
		{"book", "public", []string{"false"}, "public = false"},
		{"book", "public", []string{"no"}, "public: write true or false"},
		{"webinar", "credits", []string{"cissp.b=1", "cissp.a=0.5,pmp = 2"}, "credits.cissp.b = 1 | credits.cissp.a = 0.5 | credits.pmp = 2"},
		{"webinar", "credits", []string{"cissp=1", "cissp.a=0.5"}, `credits: "cissp.a" is given twice`},
		{"webinar", "credits", []string{"cissp=1,cissp=1"}, `credits: "cissp" is given twice`},
		{"webinar", "credits", []string{","}, "credits: nothing is given"},
		{"webinar", "credits", []string{"cissp.Group A=1"}, `credits.cissp."Group A" = 1`},
		{"webinar", "credits", []string{"cissp=many"}, `credits: "many" is no number, like 1.5`},
		{"webinar", "credits", []string{"cissp=1\nx=2"}, `credits: "1\u000Ax=2" is no number, like 1.5`},
		{"webinar", "credits", []string{"cissp=+1"}, "credits.cissp = 1"},
		{"webinar", "credits", []string{"cissp=.5"}, "credits.cissp = 0.5"},
		{"webinar", "credits", []string{"cissp=1_0"}, `credits: "1_0" is no number, like 1.5`},
		{"webinar", "credits", []string{"cissp=inf"}, `credits: "inf" is no number, like 1.5`},
		{"webinar", "credits", []string{"cissp"}, "credits: write a name and a value, like --credits cissp=3"},
		{"webinar", "credits", []string{"=3"}, "credits: write a name and a value, like --credits cissp=3"},
		{"webinar", "submitted", []string{"cissp=today"}, "submitted.cissp = 2026-11-21"},
		{"webinar", "submitted", []string{"cissp=soon"}, `submitted: "soon" is no day`},
		{"webinar", "submitted", []string{"cissp"}, "submitted: write a name and a value, like --submitted cissp=2026-03-28"},
		{"assessment", "scores", []string{"technical=4,problem-solving=2"}, "scores.technical = 4 | scores.problem-solving = 2"},
		{"assessment", "scores", []string{"technical=4.5"}, `scores: "4.5" is no whole number, like 4`},
		{"assessment", "scores", []string{"technical"}, "scores: write a name and a value, like --scores technical=4"},
		{"conference", "sessions", []string{"7"}, "sessions = 7"},
		{"conference", "sessions", []string{"Opening, again", "Closing"}, `sessions = ["Opening, again", "Closing"]`},
		{"workshop", "evidence", []string{"evidence/a.pdf"}, `evidence = ["evidence/a.pdf"]`},
		{"activity", "kind", []string{"hackathon"}, `kind = "hackathon"`},
		{"mentoring", "role", []string{"mentor"}, `role = "mentor"`},
	} {
		lines, err := KindOf(c.kind).Key(c.key).Write(c.given, day)
		var got []string
		for _, l := range lines {
			got = append(got, l.Key+" = "+l.Value)
		}
		text := strings.Join(got, " | ")
		if err != nil {
			text = err.Error()
		} else if _, err := toml.Decode(strings.Join(got, "\n"), &map[string]any{}); err != nil {
			t.Errorf("%s %q: %v", c.key, c.given, err)
		}
		if text != c.want {
			t.Errorf("%s %q:\n got %s\nwant %s", c.key, c.given, text, c.want)
		}
	}
}

func TestNewID(t *testing.T) {
	l, _ := Parse([]File{{Name: "learning.toml", Data: []byte(`
[[goal]]
id = "books"
kinds = ["book"]
target = 1
per = "year"

[[book]]
id = "2026-05-01-accelerate"
title = "Accelerate"

[[talk]]
id = "2026-05-01-accelerate-2"
title = "Accelerate"
date = 2026-05-01
`)}}, nil)
	on := civil.Of(2026, 5, 1)
	for _, c := range []struct{ name, want string }{
		{"Accelerate", "2026-05-01-accelerate-3"},
		{"Team Topologies", "2026-05-01-team-topologies"},
		{"C++ & Go: «ö» ß 漢字", ""},
		{"!!!", ""},
		{strings.Repeat("long words ", 40), ""},
	} {
		got := l.NewID(on, c.name)
		if c.want != "" && got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		block := Block{Table: "book", Keys: []KeyValue{{"id", Quote(got)}, {"title", `"A"`}}}
		in, err := Insert(nil, block)
		if err != nil {
			t.Fatal(err)
		}
		if _, found := Parse([]File{{Name: "learning.toml", Data: in.Text}}, nil); len(found) > 0 {
			t.Errorf("%s: %v", c.name, found)
		}
	}
	if got := l.NewCredentialID("Books"); got != "certification-books" {
		t.Error(got)
	}
}

func TestHomes(t *testing.T) {
	book := func(day string) string { return "[[book]]\ntitle = \"A\"\nfinished = " + day + "\n" }
	talk := func(day string) string { return "[[talk]]\ntitle = \"A\"\ndate = " + day + "\n" }
	const goal = "[[goal]]\nid = \"books\"\nkinds = [\"book\"]\ntarget = 1\nper = \"year\"\n"
	const rest = "[[pause]]\nfrom = 2026-01-01\nuntil = 2026-01-02\n"
	for _, c := range []struct {
		name             string
		files            map[string]string
		entry, pauseHome string
	}{
		{"nothing yet", map[string]string{}, "learning.toml", "learning.toml"},
		{"one file", map[string]string{"learning.toml": goal}, "learning.toml", "learning.toml"},
		{"a file a year", map[string]string{"learning.toml": goal, "learning/2025.toml": book("2025-01-01"), "learning/2026.toml": talk("2026-01-01")}, "learning/2026.toml", "learning.toml"},
		{"a new year", map[string]string{"learning.toml": goal, "learning/2025.toml": book("2025-01-01")}, "learning/2026.toml", "learning.toml"},
		{"a file a kind", map[string]string{"learning/books.toml": book("2025-01-01"), "learning/goals.toml": goal, "learning/talks.toml": talk("2026-01-01")}, "learning/books.toml", "learning/goals.toml"},
		{"a kind of entry that is new", map[string]string{"learning/goals.toml": goal, "learning/talks.toml": talk("2026-01-01")}, "learning/talks.toml", "learning/goals.toml"},
		{"entries that a bot added are no home", map[string]string{"learning.toml": goal, "learning/2026/2026-01-01-a.toml": book("2026-01-01")}, "learning.toml", "learning.toml"},
		{"an import is no home", map[string]string{"learning.toml": goal, "learning/import-goodreads.toml": book("2026-01-01")}, "learning.toml", "learning.toml"},
		{"only such entries", map[string]string{"learning/2026/2026-01-01-a.toml": book("2026-01-01")}, "learning.toml", "learning.toml"},
		{"a kind with a file of its own beside the years", map[string]string{"learning.toml": goal + book("2020-01-01"), "learning/2025.toml": talk("2025-01-01")}, "learning.toml", "learning.toml"},
		{"a rest that a bot added", map[string]string{"learning.toml": goal, "learning/2026/2026-01-01-rest.toml": rest}, "learning.toml", "learning.toml"},
		{"rests apart", map[string]string{"learning.toml": goal, "learning/rest.toml": rest, "learning/read.toml": book("2026-01-01")}, "learning/read.toml", "learning/rest.toml"},
		{"a preset's goals stand nowhere", map[string]string{"learning/a.toml": book("2026-01-01"), "learning/set.toml": "[preset]\nname = \"technical-leader\"\nfrom = 2026-01-01\n"}, "learning/a.toml", "learning/set.toml"},
	} {
		var files []File
		var names []string
		for name, text := range c.files {
			files = append(files, File{name, []byte(text)})
			names = append(names, name)
		}
		l, found := Parse(files, nil)
		if Errors(found) > 0 {
			t.Fatal(c.name, found)
		}
		if got := l.HomeOf("book", civil.Of(2026, 5, 1), names); got != c.entry {
			t.Errorf("%s: an entry goes into %s, want %s", c.name, got, c.entry)
		}
		if got := l.HomeOfGoals(names); got != c.pauseHome {
			t.Errorf("%s: a pause goes into %s, want %s", c.name, got, c.pauseHome)
		}
	}
}
