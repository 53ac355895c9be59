package render

import (
	"maps"
	"os"
	"strconv"
	"testing"

	"github.com/honelog/hone/internal/brute"
	"github.com/honelog/hone/internal/oracle"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// The standings of random logs agree with a model written from the rules by
// brute force, day by day, without a look at the engine.
func TestStandingsAgreeWithBruteForce(t *testing.T) {
	logs := 500
	if oracle.Required() {
		logs = 1500
	}
	if n, err := strconv.Atoi(os.Getenv("HONE_LOGS")); err == nil {
		logs = n
	}
	bad := 0
	for seed := range uint64(logs) {
		model, today := brute.Random(seed)
		var files []tracker.File
		texts := brute.WriteFiles(model)
		for _, name := range sorted(maps.Keys(texts)) {
			files = append(files, tracker.File{Name: name, Data: []byte(texts[name])})
		}
		l, findings := tracker.Parse(files, nil)
		if tracker.Errors(findings) > 0 {
			t.Fatalf("seed %d: %v\n%s", seed, findings, brute.Write(model))
		}
		date, err := civil.Parse(today.String())
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range brute.Compare(brute.Standings(model, today), StatusOf(l, date).JSON()) {
			t.Errorf("seed %d, %v: %s", seed, today, d)
			bad++
		}
		if bad > 20 {
			t.Fatalf("and more\n%s", brute.Write(model))
		}
	}
}
