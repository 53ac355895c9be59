package render

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// mustFit fails if a line of the screen is wider than it, or says a broken
// word.
func mustFit(t *testing.T, l *tracker.Log, today civil.Date) {
	t.Helper()
	s := StatusOf(l, today)
	for _, paint := range []Paint{{}, {ASCII: true}} {
		text := s.Text(l, paint)
		for _, line := range strings.Split(text, "\n") {
			isCommand := strings.HasPrefix(line, "       hone add ")
			if uniseg.StringWidth(line) > screenWidth && !isCommand || strings.TrimRight(line, " ") != line {
				t.Fatalf("%s: %d columns: %q\n%s", today, uniseg.StringWidth(line), line, text)
			}
		}
		if strings.Contains(text, "%!") || strings.Contains(text, "<nil>") || !strings.Contains(text, "\nNext   ") {
			t.Fatalf("%s:\n%s", today, text)
		}
		plain := Paint{Color: true, ASCII: paint.ASCII}
		if got := uncoloured(s.Text(l, plain)); got != text {
			t.Fatalf("colours change more than colours:\n%s\n%s", text, got)
		}
	}
}

func uncoloured(s string) string {
	for {
		before, after, found := strings.Cut(s, "\x1b[")
		if !found {
			return s
		}
		_, after, _ = strings.Cut(after, "m")
		s = before + after
	}
}

func TestScreenFits(t *testing.T) {
	for _, name := range []string{"technical-leader", "minimal"} {
		l := exampleLog(t, name)
		for day := civil.Of(2024, 6, 1); day < civil.Of(2028, 7, 1); day += 11 {
			mustFit(t, l, day)
		}
	}
	for seed := range uint64(300) {
		l, today := randomLog(t, seed)
		mustFit(t, l, today)
	}
}

// Names at their limits still fit; what is long is cut, never the line.
func TestScreenFitsLongNames(t *testing.T) {
	long := strings.Repeat("x", 40)
	l, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(`
[settings]
start = 2026-01-01
timezone = "America/Argentina/ComodRivadavia"

[[goal]]
id = "` + long + `"
title = "` + strings.Repeat("漢字", 60) + `"
credential = "held"
unit = "credits"
target = 9999.25
per = "year"

[[goal]]
id = "` + long[:39] + `y"
tags = ["x"]
unit = "pages"
target = 10000
from = 2026-01-01
until = 2026-12-31
public = false

[[certification]]
id = "held"
title = "` + strings.Repeat("漢字", 60) + `"
earned = 2025-01-01
expires = 2026-12-01
`)}}, nil)
	if tracker.Errors(findings) > 0 {
		t.Fatal(findings)
	}
	for day := civil.Of(2025, 12, 1); day < civil.Of(2027, 2, 1); day += 5 {
		mustFit(t, l, day)
	}
}

// The urgent stand first, and what comes next is what is late, then what is due
// first.
func TestScreenOrder(t *testing.T) {
	for seed := range uint64(300) {
		l, today := randomLog(t, seed)
		s := StatusOf(l, today)
		rank := -1
		for _, g := range byUrgency(s.Goals) {
			if urgency[g.Status] < rank {
				t.Fatalf("seed %d: %s after rank %d", seed, g.Status, rank)
			}
			rank = urgency[g.Status]
		}
		next, ok := s.next()
		for i := range s.Goals {
			g := &s.Goals[i]
			if g.Status == tracker.Behind && (!ok || !strings.Contains(next.say, "due since") && !strings.HasPrefix(next.say, "renew ")) {
				t.Fatalf("seed %d: %s is behind, next is %+v", seed, g.ID, next)
			}
		}
	}
}
