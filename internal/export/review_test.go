package export

import (
	"strings"
	"testing"
)

// A review is read by others: it says how much is done and by how much a goal is
// off its even line, never how many days late, and leaves names as they are.
func TestReviewForOthers(t *testing.T) {
	l := parse(t, `
[settings]
start = 2026-01-01
[[goal]]
id = "books"
kinds = ["book"]
target = 12
per = "year"
[[goal]]
id = "news"
kinds = ["article"]
unit = "hours"
target = 1
per = "week"
[[goal]]
id = "talks"
kinds = ["talk"]
target = 1
per = "year"
[[book]]
title = "One"
finished = 2026-02-01
[[mentoring]]
role = "mentor"
date = 2026-03-04
with = "E."
[[activity]]
kind = "study-group"
title = "Proofs"
date = 2026-03-05
`)
	review := string(Review(l, Options{Today: today}))
	for _, want := range []string{
		"| Books | 12 per year | 1 of 12 in 2026, 9 behind an even pace |",
		"| News | 1 hour per week | kept in 0 of 46 weeks; 0 of 1 h in week 47 |",
		"| Talks | 1 per year | 0 of 1 in 2026, on track |",
		"- Mentoring with E., mentor, 4 Mar",
	} {
		if !strings.Contains(review, want+"\n") {
			t.Errorf("not in it: %s", want)
		}
	}
	if strings.Contains(review, "late") || t.Failed() {
		t.Error(review)
	}
	if atom := string(Atom(l, Options{Today: today})); !strings.Contains(atom, "<title>Mentoring with E.</title>") || !strings.Contains(atom, "<content>Study group.</content>") {
		t.Error(atom)
	}
}
