package tracker

import (
	"math"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker/civil"
)

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		word, want string
		candidates []string
	}{
		{"titel", "title", []string{"date", "title"}},
		{"leadreship", "leadership", AreaNames()},
		{"bok", "book", kindNames()},
		{"ab", "a", []string{"a", "b"}}, // of two alike, the first
		{"x", "", []string{"date", "title"}},
		{"", "", []string{"date"}},
		{"skläls", "skills", []string{"skills"}},
		{strings.Repeat("a", 65), "", []string{strings.Repeat("a", 65)}},
	} {
		if got := nearest(c.word, c.candidates); got != c.want {
			t.Errorf("nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "ab", 1}, {"abc", "xbc", 1},
		{"kitten", "sitting", 3}, {"ca", "abc", 3}, {"äö", "öä", 1}, {"🙂", "x", 1},
	} {
		if got := distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
		if there, back := distance([]rune(c.a), []rune(c.b)), distance([]rune(c.b), []rune(c.a)); there != back {
			t.Errorf("distance(%q, %q) is %d there and %d back", c.a, c.b, there, back)
		}
	}
}

func TestSlugs(t *testing.T) {
	for s, want := range map[string]bool{
		"a": true, "team-books": true, "2026-q1": true, "": false, "-a": false, "a-": false, "a--b": false, "A": false, "ä": false, "a b": false, "a.b": false,
	} {
		if isSlug(s) != want {
			t.Errorf("isSlug(%q) = %v", s, !want)
		}
	}
	if !isID(strings.Repeat("a", 40)) || isID(strings.Repeat("a", 41)) {
		t.Error("an id has at most 40 characters")
	}
	for s, want := range map[string]string{
		"The Manager's Path": "the-managers-path", "Über Größe": "ueber-groesse", "  a -- b  ": "a-b", "🙂": "entry", "": "entry", "Łódź": "lodz", "C++ & Go": "c-go",
		"a very long title that goes on and on and on": "a-very-long-title-that-goes-on-and-on",
	} {
		if got := slugOf(s); got != want || !isID(got) {
			t.Errorf("slugOf(%q) = %q, want %q", s, got, want)
		}
	}
	for _, s := range []string{strings.Repeat("x", 100), strings.Repeat("ä-", 60), "-" + strings.Repeat("-a", 50), "\x00\xff"} {
		if got := slugOf(s); !isID(got) {
			t.Errorf("slugOf(%q) = %q, which is no id", s, got)
		}
	}
}

func TestURLFault(t *testing.T) {
	for s, good := range map[string]bool{
		"https://example.org": true, "http://example.org/a?b=c#d": true, "https://example.org:8080/": true, "https://müller.de/ü": true, "https://[::1]/": true,
		"example.org": false, "https://": false, "https:///a": false, "https://.org": false, "https://:80": false, "ftp://example.org": false, "HTTPS//x": false,
		"https://user@example.org": false, "https://example.org/a b": false, "https://example.org/\n": false, "https://example.org/<": false, "https://example.org/\u202e": false,
		"javascript:alert(1)": false, "": false,
	} {
		if got := urlFault(s); (got == "") != good {
			t.Errorf("urlFault(%q) = %q", s, got)
		}
	}
}

func TestEvidenceFault(t *testing.T) {
	for s, good := range map[string]bool{
		"evidence/2026/talk.pdf": true, "a": true, "ü/ö.pdf": true, "https://example.org/a": true,
		"/etc/passwd": false, "../a": false, "a/../b": false, "a//b": false, "a/": false, ".git/config": false, "a/.git/b": false, "C:/a": false, `a\b`: false, "a\x00": false, "": false,
		"file:///etc/passwd": false,
	} {
		if got := evidenceFault(s); (got == "") != good {
			t.Errorf("evidenceFault(%q) = %q", s, got)
		}
	}
}

func TestSpanDays(t *testing.T) {
	for s, want := range map[string]int{"0d": 0, "1d": 1, "30d": 30, "4w": 28, "3660d": 3660, "522w": 3654} {
		if got, ok := spanDays(s); !ok || got != want {
			t.Errorf("spanDays(%q) = %d, %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "d", "3", "3m", "-3d", "+3d", "3.5d", "3661d", "523w", "99999d", "3D", "30 d", "٣d"} {
		if got, ok := spanDays(s); ok {
			t.Errorf("spanDays(%q) = %d", s, got)
		}
	}
}

func TestAmountOf(t *testing.T) {
	for _, c := range []struct {
		v    any
		want string
		ok   bool
	}{
		{int64(0), "0", true}, {int64(-3), "-3", true}, {int64(1_000_000), "1000000", true}, {int64(1_000_001), "", false}, {int64(math.MinInt64), "", false},
		{0.1, "0.1", true}, {2.5, "2.5", true}, {-0.25, "-0.25", true}, {1e6, "1000000", true}, {1e-6, "0", true}, {1e-7, "", false}, {0.1234567, "", false},
		{math.NaN(), "", false}, {math.Inf(1), "", false}, {1e300, "", false}, {math.Copysign(0, -1), "0", true}, {"3", "", false}, {nil, "", false},
	} {
		got, ok := amountOf(c.v)
		if ok != c.ok || ok && got.String() != c.want {
			t.Errorf("amountOf(%v) = %v, %v", c.v, got, ok)
		}
	}
	tenth, _ := amountOf(0.1)
	fifth, _ := amountOf(0.2)
	if sum, _ := amountOf(0.3); tenth+fifth != sum {
		t.Error("0.1 and 0.2 are not 0.3")
	}
}

func TestDay(t *testing.T) {
	for s, last := range map[string]string{"2026-02": "2026-02-28", "2024-02": "2024-02-29", "2026-12": "2026-12-31"} {
		d, ok := month(s)
		if !ok || d.Last().String() != last || d.String() != s {
			t.Errorf("month(%q) = %v, the last day %v, %v", s, d, d.Last(), ok)
		}
	}
	for _, s := range []string{"", "2026-13", "2026-00", "2026-2", "2026-022", "26-02", "0000-01", "2026/02", "２026-02"} {
		if d, ok := month(s); ok {
			t.Errorf("month(%q) = %v", s, d)
		}
	}
	may, _ := month("2026-05")
	for today, want := range map[civil.Date]civil.Date{
		civil.Of(2026, 4, 30): civil.Of(2026, 5, 31), // still to come
		civil.Of(2026, 5, 1):  civil.Of(2026, 5, 1),  // it lasts
		civil.Of(2026, 5, 31): civil.Of(2026, 5, 31),
		civil.Of(2026, 6, 9):  civil.Of(2026, 5, 31),
	} {
		if got := may.On(today); got != want {
			t.Errorf("May on %v counts on %v, want %v", today, got, want)
		}
	}
	first, second := OnDay(civil.Of(2026, 5, 3)), OnDay(civil.Of(2026, 5, 4))
	if !first.before(second) || second.before(first) || first.before(may) || may.before(first) || (Day{}).String() != "" {
		t.Error("days and months are out of order")
	}
}
