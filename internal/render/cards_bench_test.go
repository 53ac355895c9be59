package render

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/honelog/hone/internal/bench/biglog"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Cards beside the status of the same log, on the Sunday of a week in which
// nothing changed: the day on which most days are replayed. Both grow with the
// entries, and not faster.
func BenchmarkCards(b *testing.B) {
	for _, entries := range []int{1000, 10_000, 100_000} {
		texts := biglog.Make(entries, 10)
		var files []tracker.File
		for _, name := range slices.Sorted(maps.Keys(texts)) {
			files = append(files, tracker.File{Name: name, Data: texts[name]})
		}
		l, findings := tracker.Parse(files, func(string) bool { return true })
		if tracker.Errors(findings) > 0 {
			b.Fatal(findings)
		}
		sunday := civil.Of(2027, 5, 30) // the log's last entry is of 2026
		public := StatusOf(l, sunday).Public()
		b.Run(fmt.Sprintf("status/%d", entries), func(b *testing.B) {
			for b.Loop() {
				StatusOf(l, sunday)
			}
		})
		b.Run(fmt.Sprintf("cards/%d", entries), func(b *testing.B) {
			for b.Loop() {
				made := Cards(l, AsOf(l, public), NudgeAfter)
				if _, err := Pictures(l, nil, made); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
