package change

import (
	"fmt"
	"testing"

	"github.com/honelog/hone/internal/bench/biglog"
	"github.com/honelog/hone/tracker"
)

// Comparing two logs of 10,000 entries beside reading one.
func BenchmarkDiff(b *testing.B) {
	var files []tracker.File
	for name, data := range biglog.Make(10_000, 1) {
		files = append(files, tracker.File{Name: name, Data: data})
	}
	more := append(files[:len(files):len(files)], tracker.File{Name: "learning/more.toml", Data: fmt.Appendf(nil, "[[talk]]\ntitle = \"T\"\ndate = 2026-01-01\n")})
	before, _ := tracker.Parse(files, nil)
	after, found := tracker.Parse(more, nil)
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			tracker.Parse(files, nil)
		}
	})
	b.Run("diff", func(b *testing.B) {
		for b.Loop() {
			Diff(before, after, today)
		}
	})
	b.Run("part", func(b *testing.B) {
		c := Diff(before, after, today)
		for b.Loop() {
			c.Part(found, found)
		}
	})
}
