package tracker

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/honelog/hone/internal/brute"
	"github.com/honelog/hone/tracker/civil"
)

var countingDay = regexp.MustCompile(`(?m)^(date|finished|end) = (\d{4}-\d\d)-\d\d$`)

// randomLog reads a log of the model, some of its days known to the month only.
func randomLog(t *testing.T, seed uint64) (*Log, civil.Date) {
	t.Helper()
	model, day := brute.Random(seed)
	rng := rand.New(rand.NewPCG(seed, 11))
	texts := brute.WriteFiles(model)
	var files []File
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		text := countingDay.ReplaceAllStringFunc(texts[name], func(line string) string {
			if rng.IntN(4) > 0 {
				return line
			}
			return countingDay.ReplaceAllString(line, `$1 = "$2"`)
		})
		files = append(files, File{Name: name, Data: []byte(text)})
	}
	l, found := Parse(files, nil)
	if Errors(found) > 0 {
		t.Fatalf("seed %d: %v", seed, found)
	}
	today, err := civil.Parse(day.String())
	if err != nil {
		t.Fatal(err)
	}
	return l, today
}

// agrees holds a course against the standing of each day, and returns how many
// days of it there were to compare.
func agrees(t *testing.T, l *Log, g *Goal, today civil.Date) (days int) {
	t.Helper()
	c, ok := l.Course(g, today)
	now, stands := l.Standing(g, today)
	if want := stands && now.Period != nil && now.Status != Invalid; ok != want {
		t.Fatalf("%s on %v: a course %v, want %v", g.ID, today, ok, want)
	}
	if !ok {
		return 0
	}
	n := int(c.Period.Until-c.Period.From) + 1
	if c.Period != *now.Period || c.Target != *now.Target || len(c.Required) != n || len(c.Upper) != n ||
		len(c.Done) != max(0, min(n, int(today-c.Period.From)+1)) {
		t.Fatalf("%s on %v: %v, target %v, %d done, %d required, %d upper", g.ID, today, c.Period, c.Target, len(c.Done), len(c.Required), len(c.Upper))
	}
	e := l.eraOn(g, today)
	for i := range n {
		day := c.Period.From + civil.Date(i)
		done, required, upper := Amount(0), Amount(0), Amount(0)
		s, stands := l.Standing(g, day)
		if !e.hasStart || day >= e.start {
			if !stands || day > e.end {
				continue
			}
			done, required, upper = s.Done, *s.Required, *s.Upper
		}
		if c.Required[i] != required || c.Upper[i] != upper || i < len(c.Done) && c.Done[i] != done {
			t.Errorf("%s on %v, seen from %v: %v to %v, want %v to %v; done %v, want %v on the day", g.ID, day, today, c.Required[i], c.Upper[i], required, upper, c.Done[:min(i+1, len(c.Done))], done)
		}
		_, paused := within(c.Paused, day)
		if paused != (s.PausedUntil != nil) {
			t.Errorf("%s on %v, seen from %v: paused %v", g.ID, day, today, paused)
		}
		days++
	}
	return days
}

// On each day of a course it says what the standing of that day says.
func TestCourseIsTheStandings(t *testing.T) {
	logs := 40
	if n, err := strconv.Atoi(os.Getenv("HONE_LOGS")); err == nil {
		logs = n
	}
	seen := map[string]int{}
	for seed := range uint64(logs) {
		l, today := randomLog(t, seed)
		rng := rand.New(rand.NewPCG(seed, 12))
		for _, g := range l.Goals {
			for _, day := range []civil.Date{today, today + civil.Date(rng.IntN(900)-600)} {
				d := g.definitionOn(day)
				n := agrees(t, l, g, day)
				seen[d.Form.String()] += n
				seen[d.Unit] += n
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	for _, word := range []string{"per", "span", "entries", "hours", "pages", "credits", "areas"} {
		if seen[word] < 100 {
			t.Errorf("%d days of %s", seen[word], word)
		}
	}
}

// The same for what random logs seldom have.
func TestCourseOfOddGoals(t *testing.T) {
	books := func(days ...string) (text string) {
		for i, day := range days {
			text += fmt.Sprintf("[[book]]\ntitle = \"%d\"\nfinished = %s\nskills = [\"people\"]\n", i, day)
		}
		return text
	}
	const head = "[[goal]]\nid = \"g\"\nkinds = [\"book\"]\n"
	for name, text := range map[string]string{
		"a span made longer after its end": head + "target = 4\nfrom = 2026-01-01\nuntil = 2026-03-15\n" +
			"[[goal]]\nid = \"g\"\nfrom = 2026-05-10\nuntil = 2026-08-20\ntarget = 9\n" + books("2026-01-02", `"2026-03"`, "2026-04-04", `"2026-05"`, "2026-06-01"),
		"a span made shorter": head + "unit = \"hours\"\ntarget = 40\nfrom = 2026-01-01\nuntil = 2026-12-31\n" +
			"[[goal]]\nid = \"g\"\nfrom = 2026-05-10\nuntil = 2026-06-20\n[[book]]\ntitle = \"a\"\nfinished = 2026-02-01\nhours = 7.5\n",
		"a goal that rests between two ends": head + "target = 12\nper = \"year\"\nfrom = 2026-01-01\nuntil = 2026-03-31\n" +
			"[[goal]]\nid = \"g\"\nfrom = 2026-06-01\nuntil = 2026-10-31\n" + books("2026-02-01", "2026-04-04", "2026-07-01"),
		"kinds that change within a month": head + "target = 12\nper = \"year\"\nfrom = 2026-01-01\n" +
			"[[goal]]\nid = \"g\"\nfrom = 2026-05-10\nkinds = [\"talk\"]\n[[goal]]\nid = \"g\"\nfrom = 2026-05-20\nkinds = [\"book\"]\n" +
			"[[goal]]\nid = \"g\"\nfrom = 2026-05-25\nkinds = [\"talk\"]\n" + books(`"2026-05"`, `"2026-05"`, "2026-05-12"),
		"areas by month": head + "unit = \"areas\"\ntarget = 8\nper = \"quarter\"\n" +
			books(`"2026-05"`, "2026-05-30", `"2026-06"`),
		"weeks in a month": head + "target = 2\nper = \"week\"\nfrom = 2026-04-30\n" + books(`"2026-05"`, "2026-05-06"),
	} {
		t.Run(name, func(t *testing.T) {
			l, found := Parse([]File{{Name: "learning.toml", Data: []byte(text)}}, nil)
			if Errors(found) > 0 {
				t.Fatal(found)
			}
			compared := 0
			for today := civil.Of(2025, 12, 20); today < civil.Of(2027, 1, 10); today += 9 {
				compared += agrees(t, l, l.Goals[0], today)
			}
			if compared == 0 {
				t.Error("nothing compared")
			}
		})
	}
}

func TestCourse(t *testing.T) {
	const goal = "[[goal]]\nid = \"books\"\nkinds = [\"book\"]\ntarget = 12\nper = \"year\"\nfrom = 2026-01-01\nuntil = 2027-06-30\n"
	course := func(text string, today civil.Date) (Course, bool) {
		l, _ := readLog(t, goal+text)
		return l.Course(l.Goals[0], today)
	}
	c, ok := course("[[book]]\ntitle = \"a\"\nfinished = 2026-01-18\n[[pause]]\nfrom = 2025-12-20\nuntil = 2026-01-05\n", civil.Of(2026, 2, 9))
	if !ok || c.Period != (Stretch{civil.Of(2026, 1, 1), civil.Of(2026, 12, 31)}) || c.Target != 12*One || len(c.Done) != 40 {
		t.Fatalf("%v, target %v, %d days done", c.Period, c.Target, len(c.Done))
	}
	if c.Done[16] != 0 || c.Done[17] != One || c.Done[39] != One {
		t.Errorf("done %v", c.Done)
	}
	// A step is 365/12 days long: 31 active days make the first, and the last of
	// them, after five days off, is 5 February.
	if due := civil.Of(2026, 2, 6) - c.Period.From; c.Required[due-1] != 0 || c.Required[due] != One || c.Required[364] != 11*One || c.Upper[364] != 12*One {
		t.Errorf("required %v, upper %v", c.Required, c.Upper)
	}
	if len(c.Paused) != 1 || c.Paused[0] != (Stretch{c.Period.From, civil.Of(2026, 1, 5)}) {
		t.Errorf("paused %v", c.Paused)
	}
	if c, ok = course("", civil.Of(2025, 6, 1)); !ok || c.Period.From != civil.Of(2026, 1, 1) || len(c.Done) != 0 || len(c.Required) != 365 {
		t.Errorf("before its start: %v, %v", ok, c.Period)
	}
	for name, text := range map[string]string{
		"a pause with a fault":  "[[pause]]\nfrom = 2026-02-01\n",
		"an entry with a fault": "[[book]]\ntitle = \"a\"\nfinished = 2026-02-30\n",
	} {
		if _, ok := course(text, civil.Of(2026, 2, 9)); ok {
			t.Errorf("%s: a course", name)
		}
	}
	if _, ok := course("", civil.Of(2027, 7, 1)); ok {
		t.Error("a course after the end")
	}
}
