package nudge

import (
	"strings"
	"testing"
)

const three = `
[settings]
start = 2026-01-01
[[goal]]
id = "books"
title = "Books"
kinds = ["book"]
target = 12
per = "year"
[[goal]]
id = "talks"
title = "Talks"
kinds = ["talk"]
every = "60d"
[[goal]]
id = "courses"
title = "Courses"
kinds = ["course"]
target = 1
per = "quarter"
`

const (
	opensAll   = `open "Learning: what is due"`
	updatesAll = `update #1 for all: its text changes`
)

func digests(t *testing.T) *days {
	d := newDays(t)
	d.digest = true
	return d
}

func talk(title, day string) string {
	return "[[talk]]\ntitle = \"" + title + "\"\ndate = " + day + "\n"
}

// four are books that put the first four months right.
var four = book("A", "2026-03-10") + book("B", "2026-03-10") + book("C", "2026-03-10") + book("D", "2026-03-10")

func TestADigest(t *testing.T) {
	t.Parallel()
	d := digests(t)
	d.on("2026-02-02", three)
	d.on("2026-02-03", three, opensAll) // books
	d.says(1, "One thing asks for a step.\n\n- **Books**: You have **0 of 12** books this year. The first was due on 31 January. **One book puts you back on the line.**\n")
	d.on("2026-02-04", three)
	d.on("2026-03-05", three, updatesAll) // talks come to it
	d.says(1, "Two things ask for a step.", "- **Talks** was due on 2 March: one in 60 days.")
	d.on("2026-03-10", three+four, updatesAll) // books leave
	if strings.Contains(d.at(1).Body, "Books") {
		t.Error(d.at(1).Body)
	}
	d.on("2026-03-12", three+four+talk("Go", "2026-03-12"), `close #1 for all as completed: nothing is late any more`)
	d.says(1, "Nothing is late any more.\n\n- **Talks**: Back on the line with *Go* on 12 March. Next one by 11 May.")
	d.on("2026-03-28", three+four+talk("Go", "2026-03-12"), opensAll) // the course of the quarter, more than two weeks later
	d.says(2, "**Courses**: You have **0 of 1** courses this quarter. The last step is due on 31 March.")
	d.on("2026-04-01", three+four+talk("Go", "2026-03-12"), `close #2 for all as not planned: nothing is late any more`)
	d.says(2, "- **Courses**: Q1 closed at 0 of 1. The first of Q2 is due on 30 June.")
}

func TestADigestThatAPersonCloses(t *testing.T) {
	t.Parallel()
	d := digests(t)
	d.on("2026-02-03", three, opensAll)
	d.shut(1, "2026-02-04", NotPlanned)
	d.on("2026-03-04", three)           // books stay quiet
	d.on("2026-03-05", three, opensAll) // talks do not
	if strings.Contains(d.at(2).Body, "Books") || !strings.Contains(d.at(2).Body, "Talks") {
		t.Error(d.at(2).Body)
	}
	d.shut(2, "2026-03-06", Completed)
	d.on("2026-03-12", three)
	d.on("2026-03-13", three, `reopen #2 for all: closed as done, and not in the log`)
	if said := d.said[2]; len(said) != 1 || !strings.HasPrefix(said[0], "This was closed as done, and the log does not show it yet:\n\n- **Talks** was due") {
		t.Errorf("%q", said)
	}
	d.shut(2, "2026-03-14", Completed)
	d.on("2026-03-23", three)
	d.on("2026-03-28", three, opensAll) // the course
	if b := d.at(3).Body; strings.Contains(b, "Books") || strings.Contains(b, "Talks") {
		t.Error(b)
	}
}

func TestAnotherWayOfNudging(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.on("2026-03-05", three, `open "Books: 2 to catch up"`, `open "Talks: one to catch up"`)
	d.shut(2, "2026-03-06", NotPlanned)
	d.digest = true
	d.on("2026-03-07", three, `close #1 for books as not planned: one issue tells of everything now`, opensAll)
	d.says(1, "From now on one issue tells of everything")
	if strings.Contains(d.at(3).Body, "Talks") {
		t.Errorf("what a person closed is back:\n%s", d.at(3).Body)
	}
	d.digest = false
	d.on("2026-03-08", three, `close #3 for all as not planned: each goal has its own issue now`, `reopen #1 for books: it is due again`)
	d.says(3, "From now on each goal has an issue of its own")
	d.digest = true
	d.on("2026-03-09", three, `close #1 for books as not planned: one issue tells of everything now`, `reopen #3 for all: it is due again`)
	d.shut(3, "2026-03-10", NotPlanned)
	d.digest = false
	d.on("2026-03-11", three) // books were closed with it
	w := d.want(three, "2026-03-12")
	w.Off = true
	if steps := Plan(w, d.issues); len(steps) > 0 {
		t.Errorf("%v", steps)
	}
}

func TestADigestRests(t *testing.T) {
	t.Parallel()
	d := digests(t)
	d.reminders = []int{7}
	d.on("2026-02-03", three, opensAll)
	short := three + "[[pause]]\nfrom = 2026-02-08\nuntil = 2026-02-11\n"
	d.on("2026-02-09", short, updatesAll)
	d.says(1, "- **Books**: a break until 11 February.")
	d.on("2026-02-10", short) // the reminder waits
	d.on("2026-02-12", short, `remind #1 for all: reminder 1 of 1`)
	if said := d.said[1]; len(said) != 1 || !strings.HasPrefix(said[0], "Still open:\n\n- **Books**: ") || !strings.HasSuffix(said[0], "\n\n<!-- hone:ping 2026-02-03/1 -->") {
		t.Errorf("%q", said)
	}
	long := short + "[[pause]]\nfrom = 2026-02-20\nuntil = 2026-03-20\n"
	d.on("2026-02-20", long, `close #1 for all as not planned: nothing is late any more`)
	d.says(1, "- **Books**: Taking a break until 20 March 2026.")
}

func TestADigestWithoutItsMarker(t *testing.T) {
	t.Parallel()
	d := digests(t)
	d.on("2026-02-03", three, opensAll)
	body := d.at(1).Body
	d.at(1).Body = body[:strings.Index(body, "<!-- hone:v1")]
	d.on("2026-02-04", three, updatesAll)
	d.on("2026-02-05", three)
}

func TestADigestOfCredentials(t *testing.T) {
	t.Parallel()
	const cka = "[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2024-01-19\nexpires = 2027-01-19\n"
	d := digests(t)
	d.on("2026-10-21", cka, opensAll)
	d.says(1, "- **CKA** is valid until 19 January 2027. **Plan the renewal**")
	d.on("2026-11-20", cka, updatesAll)
	renewed := cka + "[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2026-11-21\nexpires = 2029-06-20\n"
	d.on("2026-11-21", renewed, `close #1 for all as completed: nothing is late any more`)
	d.says(1, "- Renewed: **CKA** is valid until 20 June 2029.")
}

func TestADigestKeepsQuietAboutWhatLostItsLabel(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.on("2026-02-03", three, `open "Books: one to catch up"`)
	d.shut(1, "2026-02-04", NotPlanned)
	d.at(1).Labelled = false
	d.digest = true
	d.on("2026-02-10", three)
	d.on("2026-03-05", three, opensAll)
	d.on("2026-03-06", three)
	if strings.Contains(d.at(2).Body, "Books") {
		t.Error(d.at(2).Body)
	}
}
