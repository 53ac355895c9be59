package intake

import "testing"

func TestSpells(t *testing.T) {
	for in, want := range map[string]int{"2w": 14, "10d": 10, "2 weeks": 14, "10 days": 10, "1 Day": 1, "a week": 7, "one week.": 7, "1 month": 0, "two weeks": 0, "0 days": 0, "2 weeksy": 0, "": 0} {
		if n, ok := spell(in); ok != (want > 0) || ok && n != want {
			t.Errorf("%q: %d, %v", in, n, ok)
		}
	}
}
