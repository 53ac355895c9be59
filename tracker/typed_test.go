package tracker

import (
	"testing"

	"github.com/honelog/hone/tracker/civil"
)

func TestSpells(t *testing.T) {
	for in, want := range map[string]int{"2w": 14, "10d": 10, "1 W": 7, "0d": 0, "d": 0, "w2": 0, "-1d": 0, "+1d": 0, "2m": 0, "99999d": 0, "": 0, "9999d": 9999, "1.5d": 0} {
		if n, ok := Spell(in); ok != (want > 0) || ok && n != want {
			t.Errorf("%q: %d, %v", in, n, ok)
		}
	}
}

func TestDaysLikeAreDays(t *testing.T) {
	for _, s := range DaysLike("1/2/3", civil.Of(2026, 12, 5)) {
		if _, err := civil.Parse(s); err != nil {
			t.Error(s)
		}
	}
}
