package tracker_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/honelog/hone/internal/bench/biglog"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

func big(entries, files int) (log []tracker.File, size int64) {
	made := biglog.Make(entries, files)
	for _, name := range slices.Sorted(maps.Keys(made)) {
		log = append(log, tracker.File{Name: name, Data: made[name]})
		size += int64(len(made[name]))
	}
	return log, size
}

// The bare decoder on the bytes of a log of 10,000 entries: what checking it
// is measured against.
func BenchmarkDecode(b *testing.B) {
	log, size := big(10_000, 1)
	b.SetBytes(size)
	for b.Loop() {
		var v map[string]any
		if _, err := toml.Decode(string(log[0].Data), &v); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	log, size := big(10_000, 1)
	b.SetBytes(size)
	for b.Loop() {
		l, found := tracker.Parse(log, nil)
		if found = append(found, l.Check(tracker.World{Today: civil.Of(2026, 11, 20)})...); tracker.Errors(found) > 0 {
			b.Fatal(found[0])
		}
	}
}

// Standings alone, without reading: 100,000 entries.
func BenchmarkStandings(b *testing.B) {
	log, _ := big(100_000, 10)
	l, _ := tracker.Parse(log, nil)
	for b.Loop() {
		l.Standings(civil.Of(2026, 11, 20))
		l.Coverage(civil.Of(2026, 11, 20))
	}
}

// All that a status needs of 100,000 entries in ten files.
func BenchmarkStatus(b *testing.B) {
	log, size := big(100_000, 10)
	b.SetBytes(size)
	for b.Loop() {
		l, _ := tracker.Parse(log, nil)
		l.Check(tracker.World{Today: civil.Of(2026, 11, 20)})
		l.Standings(civil.Of(2026, 11, 20))
		l.Coverage(civil.Of(2026, 11, 20))
	}
}

// The course of a year, beside the standing of the same goal, which is little
// more than one pass over the entries.
func BenchmarkCourse(b *testing.B) {
	for _, entries := range []int{5_000, 100_000} {
		log, _ := big(entries, 10)
		l, _ := tracker.Parse(log, nil)
		today := civil.Of(2026, 11, 20)
		for _, g := range l.Goals {
			if _, ok := l.Course(g, today); !ok {
				continue
			}
			b.Run(fmt.Sprintf("%d/%s/course", entries, g.ID), func(b *testing.B) {
				for b.Loop() {
					l.Course(g, today)
				}
			})
			b.Run(fmt.Sprintf("%d/%s/standing", entries, g.ID), func(b *testing.B) {
				for b.Loop() {
					l.Standing(g, today)
				}
			})
		}
	}
}
