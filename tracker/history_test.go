package tracker

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/internal/brute"
	"github.com/honelog/hone/tracker/civil"
)

// A goal's history is what the standings of the days after its periods said.
func TestHistory(t *testing.T) {
	told := 0
	for seed := range uint64(300) {
		model, day := brute.Random(seed)
		today, err := civil.Parse(day.String())
		if err != nil {
			t.Fatal(err)
		}
		l, _ := Parse([]File{{Name: "learning.toml", Data: []byte(brute.Write(model))}}, nil)
		for _, g := range l.Goals {
			s, ok := l.Standing(g, today)
			if !ok {
				continue
			}
			var want []Closed
			for ok && s.Last != nil && len(want) < 100 {
				want = append(want, *s.Last)
				s, ok = l.Standing(g, s.Last.From)
			}
			var got []Closed
			for c := range l.History(g, today) {
				if got = append(got, c); len(got) == 100 {
					break
				}
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("seed %d, %s on %s: %s\n%s", seed, g.ID, today, d, brute.Write(model))
			}
			told += len(got)
		}
	}
	if told < 1000 {
		t.Errorf("only %d periods were compared", told)
	}
}

// A goal that a fault touches has no history, and one is looked at no further
// than asked.
func TestHistoryEnds(t *testing.T) {
	text := "[[goal]]\nid = \"weekly\"\ntarget = 1\nper = \"week\"\nfrom = 2026-01-05\n"
	l, _ := Parse([]File{{Name: "learning.toml", Data: []byte(text)}}, nil)
	all := slices.Collect(l.History(l.Goals[0], civil.Of(2026, 2, 2)))
	if len(all) != 4 || all[0].Until != civil.Of(2026, 2, 1) || all[3].From != civil.Of(2026, 1, 5) {
		t.Errorf("%v", all)
	}
	for range l.History(l.Goals[0], civil.Of(2026, 2, 2)) {
		break
	}
	l, _ = Parse([]File{{Name: "learning.toml", Data: []byte(text + "target = \"one\"\n")}}, nil)
	for c := range l.History(l.Goals[0], civil.Of(2026, 2, 2)) {
		t.Errorf("a faulty log: %v", c)
	}
}
