package civil

import (
	"testing"
	"time"
)

// Every day of five centuries agrees with the standard library's calendar.
func TestAgreesWithTime(t *testing.T) {
	at := time.Date(1700, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := Of(1700, 1, 1); d < Of(2200, 1, 1); d++ {
		y, m, day := d.YMD()
		wy, wm, wd := at.Date()
		if y != wy || m != wm || day != wd || d.Weekday() != at.Weekday() || Of(wy, wm, wd) != d {
			t.Fatalf("day %d: got %v %v, want %v", d, d, d.Weekday(), at)
		}
		if got, err := Parse(d.String()); err != nil || got != d {
			t.Fatalf("Parse(%v) = %v, %v", d, got, err)
		}
		if first, last := Week.Around(d, January); first.Weekday() != time.Monday || last != first+6 || d < first || d > last {
			t.Fatalf("week of %v = %v to %v", d, first, last)
		}
		at = at.AddDate(0, 0, 1)
	}
}

// Periods tile the calendar: each begins the day after the one before ends,
// holds the day it was asked for, and begins on a mark of the year.
func TestPeriodsTile(t *testing.T) {
	starts := []YearStart{January, {time.April, 1}, {time.October, 1}, {time.April, 6}, {time.December, 28}, {time.March, 1}, {time.July, 15}}
	for _, start := range starts {
		for p := Week; p <= Year; p++ {
			first, last := p.Around(Of(2019, 1, 1), start)
			begin := 0
			for d := Of(2019, 1, 1); d < Of(2033, 1, 1); d++ {
				f, l := p.Around(d, start)
				if d < f || d > l {
					t.Fatalf("%v from %v: %v lies outside %v to %v", p, start, d, f, l)
				}
				if f != first {
					if f != last+1 || d != f {
						t.Fatalf("%v from %v: %v..%v is followed by %v..%v at %v", p, start, first, last, f, l, d)
					}
					first, last = f, l
				}
				if _, m, day := f.YMD(); p == Year && d == f {
					begin++
					if m != start.Month || day != start.Day {
						t.Fatalf("a year from %v begins on %v", start, f)
					}
				}
				if l != last {
					t.Fatalf("%v from %v at %v: two ends, %v and %v", p, start, d, l, last)
				}
			}
			if p == Year && begin < 13 {
				t.Fatalf("%v: %d years begun in 14", start, begin)
			}
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{"", "2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-01", "0000-01-01", "2026-01-01T00:00:00", "２026-01-01"} {
		if d, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", s, d)
		}
	}
}
