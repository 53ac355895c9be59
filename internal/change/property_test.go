package change

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/honelog/hone/internal/brute"
	"github.com/honelog/hone/tracker"
)

const seeds = 150

// filesOf is a random log as files.
func filesOf(seed uint64) (files []tracker.File) {
	model, _ := brute.Random(seed)
	texts := brute.WriteFiles(model)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		files = append(files, tracker.File{Name: name, Data: []byte(texts[name])})
	}
	return files
}

func parsed(files []tracker.File) (*tracker.Log, []tracker.Finding) {
	l, found := tracker.Parse(files, nil)
	return l, tracker.Sort(append(found, l.Check(tracker.World{Today: today})...))
}

// shuffled deals the tables of a log out anew over files of other names.
func shuffled(l *tracker.Log, rng *rand.Rand) []tracker.File {
	passages := l.Passages()
	rng.Shuffle(len(passages), func(i, j int) { passages[i], passages[j] = passages[j], passages[i] })
	files := make([]tracker.File, 1+rng.IntN(4))
	for i := range files {
		files[i].Name = fmt.Sprintf("learning/%d.toml", i)
	}
	for _, p := range passages {
		if p.Table == "" {
			continue
		}
		f := &files[rng.IntN(len(files))]
		f.Data = append(f.Data, p.Text...)
	}
	return files
}

// A log differs from itself in nothing, nor from itself with its tables in other
// places; all that is found was there before.
func TestOrderIsNoChange(t *testing.T) {
	for seed := range uint64(seeds) {
		rng := rand.New(rand.NewPCG(seed, 1))
		before, was := parsed(filesOf(seed))
		after, is := parsed(shuffled(before, rng))
		for _, x := range []struct {
			log   *tracker.Log
			found []tracker.Finding
		}{{before, was}, {after, is}} {
			c := Diff(before, x.log, today)
			if !c.None() {
				t.Fatalf("seed %d:\n%s", seed, told(c))
			}
			of, _ := c.Part(was, x.found)
			of = slices.DeleteFunc(of, func(f tracker.Finding) bool { return f.Code == "steep-pause" }) // names the first of its goals
			if len(of) > 0 {
				t.Fatalf("seed %d: %v", seed, of)
			}
		}
	}
}

// What differs between two logs is the same whatever their order, adds up, and
// makes the one of the other; the way back is the way there.
func TestChangesAddUp(t *testing.T) {
	for seed := range uint64(seeds) {
		rng := rand.New(rand.NewPCG(seed, 2))
		files := filesOf(seed)
		before, _ := parsed(files)
		after := meddled(before, rng)
		c := Diff(before, after, today)
		again := Diff(before, first(parsed(shuffled(after, rng))), today)
		if told(c) != told(again) {
			t.Fatalf("seed %d: another order\n%s\n%s", seed, told(c), told(again))
		}
		if got := len(before.Entries) + len(c.Added) - len(c.Removed); got != len(after.Entries) {
			t.Fatalf("seed %d: %d entries, and there are %d", seed, got, len(after.Entries))
		}
		back := Diff(after, before, today)
		if len(back.Added) != len(c.Removed) || len(back.Removed) != len(c.Added) || len(back.Edited) != len(c.Edited) || len(back.Tables) != len(c.Tables) {
			t.Fatalf("seed %d: there\n%sback\n%s", seed, told(c), told(back))
		}
		apply(t, c, before, after)
	}
}

func first(l *tracker.Log, _ []tracker.Finding) *tracker.Log { return l }

// apply makes the entries of the one log from those of the other.
func apply(t *testing.T, c *Change, before, after *tracker.Log) {
	t.Helper()
	count := map[string]int{}
	for i := range before.Entries {
		count[pairsOf(&before.Entries[i]).sorted().print()]++
	}
	for _, e := range c.Removed {
		count[pairsOf(e).sorted().print()]--
	}
	for _, e := range c.Added {
		count[pairsOf(e).sorted().print()]++
	}
	for _, e := range c.Edited {
		p := pairsOf(e.Before).sorted()
		count[p.print()]--
		for _, k := range e.Keys {
			p = slices.DeleteFunc(p, func(x pair) bool { return x.key == k.Name })
			p.add(k.Name, k.After)
		}
		count[p.sorted().print()]++
	}
	for i := range after.Entries {
		count[pairsOf(&after.Entries[i]).sorted().print()]--
	}
	for print, n := range count {
		if n != 0 {
			t.Errorf("%d of %s", n, print)
		}
	}
}

// meddled is a log with some tables taken out, some twice, some of another log.
func meddled(l *tracker.Log, rng *rand.Rand) *tracker.Log {
	var text []byte
	for _, p := range l.Passages() {
		switch rng.IntN(12) {
		case 0:
		case 1:
			text = append(append(text, p.Text...), p.Text...)
		case 2:
			text = append(append(text, p.Text...), "\ntakeaway = \"new\"\n"...)
		default:
			text = append(text, p.Text...)
		}
	}
	for i := range rng.IntN(5) {
		text = fmt.Appendf(text, "\n[[book]]\ntitle = \"Book %d\"\nfinished = 2026-0%d-01\n", rng.IntN(3), 1+i)
	}
	after, _ := parsed([]tracker.File{{Name: "learning.toml", Data: text}})
	return after
}

// What is put in and taken out is found, and nothing else.
func TestWhatWasDoneIsFound(t *testing.T) {
	for seed := range uint64(seeds) {
		rng := rand.New(rand.NewPCG(seed, 3))
		before, _ := parsed(filesOf(seed))
		var text []byte
		added, removed := rng.IntN(4), 0
		for _, p := range before.Passages() {
			if p.Table == "book" && removed < 3 {
				removed++
				continue
			}
			text = append(text, p.Text...)
		}
		for i := range added {
			text = fmt.Appendf(text, "\n[[talk]]\ntitle = \"Something unheard of, part %d\"\ndate = 2031-0%d-01\n", i, 1+i)
		}
		c := Diff(before, first(parsed([]tracker.File{{Name: "learning.toml", Data: text}})), today)
		if len(c.Added) != added || len(c.Removed) != removed || len(c.Edited) > 0 {
			t.Fatalf("seed %d: %d in and %d out\n%s", seed, added, removed, told(c))
		}
	}
}
