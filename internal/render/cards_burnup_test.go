package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// The words along a burn-up's axes are round, few, and have room.
func TestBurnupTicks(t *testing.T) {
	say := func(ticks []cards.Tick) string {
		var b strings.Builder
		for _, x := range ticks {
			fmt.Fprintf(&b, "%d %s, ", x.At, x.Label)
		}
		return strings.TrimSuffix(b.String(), ", ")
	}
	for _, test := range []struct{ from, until, want string }{
		{"2026-11-16", "2026-11-22", "0 16 Nov, 1 17 Nov, 2 18 Nov, 3 19 Nov, 4 20 Nov, 5 21 Nov, 6 22 Nov"},
		{"2026-11-01", "2026-11-30", "0 1 Nov, 7 8 Nov, 14 15 Nov, 21 22 Nov"},
		{"2026-10-01", "2026-12-31", "0 Oct, 31 Nov, 61 Dec"},
		{"2026-01-01", "2026-12-31", "0 2026, 31 Feb, 59 Mar, 90 Apr, 120 May, 151 Jun, 181 Jul, 212 Aug, 243 Sep, 273 Oct, 304 Nov, 334 Dec"},
		{"2026-09-15", "2028-03-02", "47 Nov, 108 2027, 167 Mar, 228 May, 289 Jul, 351 Sep, 412 Nov, 473 2028"},
		{"2000-01-01", "2026-12-31", "0 2000, 1461 2004, 2922 2008, 4383 2012, 5844 2016, 7305 2020, 8766 2024"},
	} {
		from, _ := civil.Parse(test.from)
		until, _ := civil.Parse(test.until)
		if got := say(dayTicks(tracker.Stretch{From: from, Until: until})); got != test.want {
			t.Errorf("%s to %s: %s", test.from, test.until, got)
		}
	}
	for target, want := range map[int64]string{1: "0 1", 5: "0 1 2 3 4 5", 12: "0 5 10", 9: "0 2 4 6 8", 40: "0 10 20 30 40", 120: "0 50 100", 10_000: "0 2000 4000 6000 8000 10000"} {
		b := &cards.Burnup{Target: target * int64(tracker.One), Done: []int64{0}}
		var labels []string
		for _, y := range amountTicks(b) {
			labels = append(labels, y.Label)
		}
		if got := strings.Join(labels, " "); got != want {
			t.Errorf("of %d: %s", target, got)
		}
	}
}
