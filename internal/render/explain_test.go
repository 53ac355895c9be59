package render

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/brute"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// exampleLog reads one of the repository's example logs.
func exampleLog(t *testing.T, name string) *tracker.Log {
	t.Helper()
	root := filepath.Join("../../examples", name)
	var files []tracker.File
	for _, pattern := range []string{"learning.toml", "learning/*.toml", "learning/*/*.toml"} {
		paths, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range paths {
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			rel, _ := filepath.Rel(root, p)
			files = append(files, tracker.File{Name: filepath.ToSlash(rel), Data: data})
		}
	}
	l, findings := tracker.Parse(files, nil)
	if len(files) == 0 || tracker.Errors(findings) > 0 {
		t.Fatalf("%s: %d files, %v", name, len(files), findings)
	}
	return l
}

// randomLog is a log of the independent model, read.
func randomLog(t *testing.T, seed uint64) (*tracker.Log, civil.Date) {
	t.Helper()
	model, today := brute.Random(seed)
	texts := brute.WriteFiles(model)
	var files []tracker.File
	for _, name := range sorted(maps.Keys(texts)) {
		files = append(files, tracker.File{Name: name, Data: []byte(texts[name])})
	}
	l, _ := tracker.Parse(files, nil)
	date, err := civil.Parse(today.String())
	if err != nil {
		t.Fatal(err)
	}
	return l, date
}

// What explain says of a goal adds up: the amounts to what is done, the days to
// those of the clock, and the arithmetic to the due date.
func TestExplainAddsUp(t *testing.T) {
	goals := 0
	all := func(l *tracker.Log, today civil.Date) {
		for _, g := range l.Goals {
			x, ok := l.Explain(g, today)
			if !ok {
				continue
			}
			goals++
			text := ExplainGoal(l, x, StatusOf(l, today))
			w := walk{l, g, &x, today}
			for _, fault := range append(amountsAddUp(&x, text), w.faults()...) {
				t.Errorf("%s on %s: %s\n%s", g.ID, today, fault, text)
			}
		}
		if t.Failed() {
			t.FailNow()
		}
	}
	for _, name := range []string{"technical-leader", "minimal"} {
		l := exampleLog(t, name)
		for day := civil.Of(2024, 12, 1); day < civil.Of(2027, 4, 1); day += 31 {
			all(l, day)
		}
	}
	for seed := range uint64(300) {
		all(randomLog(t, seed))
	}
	if goals < 1000 {
		t.Errorf("only %d goals", goals)
	}
}

var listed = regexp.MustCompile(`(?m)^Counts [^\n]*: ([0-9.,]+)[^\n]*\n((?:  [^\n]*\n)*)`)

// amountsAddUp compares what is listed under Counts with the sum above it.
func amountsAddUp(x *tracker.Explanation, text string) (faults []string) {
	m := listed.FindStringSubmatch(text)
	if m == nil {
		return []string{"nothing is listed"}
	}
	number := func(s string) float64 {
		f, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
		if err != nil {
			faults = append(faults, err.Error())
		}
		return f
	}
	sum := 0.0
	for _, line := range strings.Split(m[2], "\n") {
		if f := strings.Fields(line); len(f) > 0 && strings.Contains(line, ".toml:") {
			sum += number(f[0])
		}
	}
	if total := number(m[1]); sum-total > 1e-6 || total-sum > 1e-6 || total != x.Standing.Done.Float() {
		faults = append(faults, fmt.Sprintf("listed %v, told %v, done %v", sum, total, x.Standing.Done))
	}
	return faults
}

// walk counts an explanation's days one by one, from the goal and the pauses as
// they are written.
type walk struct {
	l     *tracker.Log
	g     *tracker.Goal
	x     *tracker.Explanation
	today civil.Date
}

// era returns the definitions that go on from one to the next around today, the
// day they begin, and the day before those that follow.
func (w walk) era() (defs []tracker.Definition, start civil.Date, hasStart bool, end civil.Date) {
	all, at := w.g.Definitions, 0
	for i := range all {
		if i > 0 && all[i].From <= w.today {
			at = i
		}
	}
	same := func(a, b *tracker.Definition) bool {
		return a.Form == b.Form && a.Unit == b.Unit && a.Period == b.Period && a.Days == b.Days
	}
	first, last := at, at
	for first > 0 && same(&all[first-1], &all[first]) {
		first--
	}
	for last+1 < len(all) && same(&all[last+1], &all[last]) {
		last++
	}
	end = 1 << 29
	if last+1 < len(all) && all[at].Form != tracker.Every { // a later change does not move a due date
		end = all[last+1].From - 1
	}
	start, hasStart = all[first].From, all[first].HasFrom || first > 0
	if !hasStart {
		start, hasStart = w.l.Settings.Start, w.l.Settings.HasStart
	}
	return all[first : last+1], start, hasStart, end
}

// day tells what a day is to the clock, and the target in force on it.
func (w walk) day(d civil.Date) (out, paused, held bool, target tracker.Amount) {
	defs, start, hasStart, end := w.era()
	def := defs[0]
	for _, x := range defs[1:] {
		if x.From <= d {
			def = x
		}
	}
	out = hasStart && d < start || d > end || def.HasUntil && d > def.Until
	for i := range w.l.Pauses {
		if p := &w.l.Pauses[i]; p.For(w.g.ID) && d >= p.From && d <= p.Until {
			paused = paused || !p.KeepTarget
			held = held || p.KeepTarget
		}
	}
	return out, paused, held && !paused && !out, def.Target
}

func (w walk) faults() (faults []string) {
	check := func(what string, got, want any) {
		if got != want {
			faults = append(faults, fmt.Sprintf("%s: %v, counted %v", what, got, want))
		}
	}
	x, s := w.x, &w.x.Standing
	if s.Form == tracker.Every {
		if s.Due != nil {
			due := x.Since
			for n := x.Days; n > 0 && due < x.Since+5000; {
				due++
				if out, paused, held, _ := w.day(due); !out && !paused && !held {
					n--
				}
			}
			check("due", *s.Due, due)
		}
		return faults
	}
	days, outs, pauses, helds, actives, before := 0, 0, 0, 0, 0, 0
	var sums []int64 // of target days, before each day
	var sum int64
	for d := s.Period.From; d <= s.Period.Until; d++ {
		out, paused, held, target := w.day(d)
		days++
		sums = append(sums, sum)
		switch {
		case held:
			helds++
		case paused:
			pauses++
		case out:
			outs++
		default:
			actives++
			sum += int64(target)
			if d < w.today {
				before++
			}
		}
	}
	sums = append(sums, sum)
	check("days", x.Days, days)
	check("days off", x.PausedDays, outs+pauses)
	check("held", x.HeldDays, helds)
	check("active", x.ActiveDays, actives)
	check("before", x.DaysBefore, before)
	check("the sum of days", x.Days-x.PausedDays-x.HeldDays, x.ActiveDays)
	check("the days asked for", int(x.Asked[len(x.Asked)-1].Until-x.Asked[0].From)+1, days)
	if x.OutDays > x.PausedDays || x.OutDays < 0 {
		check("outside", x.OutDays, outs)
	}
	if s.Due == nil || days == helds {
		return faults
	}
	// F after so many target days is N · sum / (T · (D − H)).
	n, t, spread := int64(x.Steps), int64(*s.GoalTarget), int64(days-helds)
	step := int64(1)
	for w.level(step) <= s.Done {
		step++
	}
	due := s.Period.Until
	for i, before := range sums {
		if n*before/(t*spread) >= step {
			due = s.Period.From + civil.Date(i) - 1
			break
		}
	}
	check("due", *s.Due, due)
	check("next", s.Next.Amount, w.level(step)-s.Done)
	return faults
}

// level is how much makes k steps.
func (w walk) level(k int64) tracker.Amount {
	s, n := &w.x.Standing, int64(w.x.Steps)
	grain := int64(tracker.One)
	switch {
	case s.Unit == "entries" || s.Unit == "areas":
		return tracker.Amount(k) * tracker.One
	case k == n:
		return *s.GoalTarget
	case s.Unit != "pages":
		grain /= 4
	}
	return tracker.Amount(k * int64(*s.GoalTarget) / n / grain * grain)
}

// A changed goal tells what it was, and from when it is what it is.
func TestExplainChangedGoal(t *testing.T) {
	l := exampleLog(t, "technical-leader")
	for _, g := range l.Goals {
		if g.ID != "books" {
			continue
		}
		x, _ := l.Explain(g, civil.Of(2026, 11, 21))
		text := ExplainGoal(l, x, StatusOf(l, civil.Of(2026, 11, 21)))
		if !strings.Contains(text, "  12 until 30 Jun, 8 from 1 Jul: over the days of the clock that makes 9\n") {
			t.Error(text)
		}
	}
}
