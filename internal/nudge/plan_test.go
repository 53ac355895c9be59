package nudge

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

func on(t testing.TB, day string) civil.Date {
	t.Helper()
	d, err := civil.Parse(day)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// look reads a log and looks at it on a day.
func look(t testing.TB, text, day string) Want {
	t.Helper()
	l, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(text)}}, nil)
	return Look(l, findings, on(t, day), 3)
}

const books = `
[settings]
start = 2026-01-01
[[goal]]
id = "books"
title = "Books"
kinds = ["book"]
target = 12
per = "year"
[[book]]
title = "The Manager's Path"
finished = 2026-01-18
[[book]]
title = "Team Topologies"
finished = 2026-03-03
`

func book(title, day string) string {
	return fmt.Sprintf("[[book]]\ntitle = %q\nfinished = %s\n", title, day)
}

// days runs a log's days on a board and returns what the writing calls said.
type days struct {
	t *testing.T
	*wall
	name      string
	digest    bool
	reminders []int
	links     func(civil.Date) words.Links // nil: nowhere
}

func newDays(t *testing.T) *days { return &days{t: t, wall: &wall{cut: -1}} }

func (d *days) want(text, day string) Want {
	w := look(d.t, text, day)
	w.Name, w.Digest, w.Reminders = d.name, d.digest, d.reminders
	if w.Links = d.links; d.links != nil {
		for i := range w.Goals {
			w.Goals[i].Links = d.links
		}
	}
	d.wall.today = w.Today
	return w
}

// on runs on a day and holds the calls against those wanted.
func (d *days) on(day, text string, calls ...string) {
	d.t.Helper()
	before := len(d.calls)
	if r, err := d.run(d.want(text, day), 100); err != nil || r.Err() != nil {
		d.t.Fatal(err, r.Err())
	}
	if got := d.calls[before:]; strings.Join(got, "\n") != strings.Join(calls, "\n") {
		d.t.Errorf("%s: %q, want %q", day, got, calls)
	}
	before = len(d.calls)
	if _, err := d.run(d.want(text, day), 100); err != nil || len(d.calls) != before {
		d.t.Errorf("%s: a second run made calls: %q", day, d.calls[before:])
	}
}

// shut closes an issue by a person's hand.
func (d *days) shut(number int, day, reason string) {
	d.t.Helper()
	i := d.at(number)
	i.Open, i.Closed, i.Reason = false, on(d.t, day), reason
}

func (d *days) says(number int, words ...string) {
	d.t.Helper()
	for _, w := range words {
		if !strings.Contains(d.at(number).Body, w) {
			d.t.Errorf("#%d does not say %q:\n%s", number, w, d.at(number).Body)
		}
	}
}

func TestAYearOfBooks(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.on("2026-04-02", books)
	d.on("2026-04-04", books)
	d.on("2026-04-05", books, `open "Books: one to catch up"`)
	d.says(1, regionStart+"\nYou have **2 of 12** books this year. The third was due on 2 April.", "about one every", "\n"+regionEnd+"\n\n<!-- hone:v1 ")
	if body := d.at(1).Body; strings.Contains(body, "days late") || !strings.HasSuffix(body, " -->") {
		t.Errorf("%s", body)
	}
	d.on("2026-04-06", books) // nothing new to say
	d.on("2026-04-20", books)
	more := books + book("Accelerate", "2026-04-28")
	d.on("2026-04-28", more, `close #1 for books as completed: back on the line`)
	d.says(1, regionStart+"\nBack on the line with *Accelerate* on 28 April. Next one by 2 May.\n"+regionEnd)
	d.on("2026-05-05", more, `reopen #1 for books: it is due again`)
	d.on("2026-06-03", more, `update #1 for books: its text changes`)
	more += book("A", "2026-06-04") + book("B", "2026-06-04") + book("C", "2026-06-05")
	d.on("2026-06-05", more, `close #1 for books as completed: back on the line`)
	d.on("2026-08-10", more, `open "Books: one to catch up"`)
	d.on("2026-09-30", more, `update #2 for books: its text changes`)
	d.on("2027-01-01", more, `close #2 for books as not planned: its period is over`)
	d.says(2, "2026 closed at 6 of 12. The first of 2027 is due on 31 January.")
	d.on("2027-02-03", more, `open "Books: one to catch up"`)
}

func TestTheLastStep(t *testing.T) {
	t.Parallel()
	const courses = "[settings]\nstart = 2026-01-01\n[[goal]]\nid = \"courses\"\ntitle = \"Courses\"\nkinds = [\"course\"]\ntarget = 1\nper = \"quarter\"\n"
	d := newDays(t)
	d.on("2026-12-20", courses)
	d.on("2026-12-24", courses, `open "Courses: one by 31 Dec"`)
	d.says(1, "The last step is due on 31 December.", "**One course by 31 December keeps it.**")
	d.on("2026-12-31", courses)
	d.on("2027-01-01", courses, `close #1 for courses as not planned: its period is over`)
	d.says(1, "Q4 closed at 0 of 1. The first of Q1 is due on 31 March.")
}

func TestAPersonClosesIt(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.on("2026-04-05", books, `open "Books: one to catch up"`)
	d.shut(1, "2026-04-07", NotPlanned)
	d.on("2026-04-08", books)
	d.on("2026-06-08", books) // later still, and still quiet
	d.at(1).Open = true       // opened again by a person
	d.on("2026-06-09", books, `update #1 for books: its text changes`)
	d.shut(1, "2026-06-10", Duplicate)
	d.on("2026-06-11", books)
	more := books
	for i := range 4 {
		more += book(fmt.Sprint("B", i), "2026-06-20")
	}
	d.on("2026-06-20", more) // back once
	d.on("2026-08-20", more, `open "Books: one to catch up"`)
}

func TestAPersonClosesItAsDone(t *testing.T) {
	t.Parallel()
	for _, reason := range []string{Completed, ""} {
		d := newDays(t)
		d.on("2026-04-05", books, `open "Books: one to catch up"`)
		d.shut(1, "2026-04-07", reason)
		d.on("2026-04-13", books)
		d.on("2026-04-14", books, `reopen #1 for books: closed as done, and not in the log`)
		if len(d.said[1]) != 1 || !strings.HasPrefix(d.said[1][0], "This was closed as done, and the log does not show it yet.") {
			t.Errorf("%v", d.said)
		}
		d.shut(1, "2026-04-20", reason) // closed again: quiet, as if not planned
		d.on("2026-06-20", books)
		more := books
		for i := range 4 {
			more += book(fmt.Sprint("B", i), "2026-06-20")
		}
		d.on("2026-08-20", more, `open "Books: one to catch up"`) // another time
		d.shut(2, "2026-08-22", reason)
		d.on("2026-08-29", more, `reopen #2 for books: closed as done, and not in the log`)
	}
	soon := newDays(t) // closed as done, back, and late again within two weeks
	soon.on("2026-04-05", books, `open "Books: one to catch up"`)
	soon.shut(1, "2026-04-28", Completed)
	more := books + book("Accelerate", "2026-04-28")
	soon.on("2026-04-29", more)
	soon.on("2026-05-05", more, `reopen #1 for books: it is due again`)
}

func TestAPersonOpensAClosedOne(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.on("2026-04-05", books, `open "Books: one to catch up"`)
	more := books + book("Accelerate", "2026-04-10")
	d.on("2026-04-10", more, `close #1 for books as completed: back on the line`)
	d.at(1).Open = true
	d.on("2026-04-12", more) // a person wants it open
	d.on("2026-05-05", more, `update #1 for books: its text changes`)
	d.on("2026-05-06", more+book("B", "2026-05-06"), `close #1 for books as completed: back on the line`)
}

// What we closed as done, and a person then opened and closed as not planned on
// the same day, is theirs; the next one is another, and names it.
func TestAPersonClosesAClosedOneOtherwise(t *testing.T) {
	t.Parallel()
	for reason, want := range map[string]string{NotPlanned: `open "Books: one to catch up"`, Completed: `reopen #1 for books: it is due again`} {
		d := newDays(t)
		d.on("2026-04-05", books, `open "Books: one to catch up"`)
		more := books + book("Accelerate", "2026-04-28")
		d.on("2026-04-28", more, `close #1 for books as completed: back on the line`)
		d.shut(1, "2026-04-28", reason)
		d.on("2026-05-05", more, want)
		if reason == NotPlanned {
			d.says(2, "\nThe one before: #1.\n")
			d.on("2026-05-06", more+book("B", "2026-05-06"), `close #2 for books as completed: back on the line`)
			d.says(2, "\nThe one before: #1.\n")
		}
	}
}

// An issue that was silenced while it was closed is silent when it opens again.
func TestSilencedWhileClosed(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.on("2026-04-05", books, `open "Books: one to catch up"`)
	more := books + book("Accelerate", "2026-04-28")
	d.at(1).Snoozed = true
	d.on("2026-04-28", more, `close #1 for books as completed: back on the line`)
	if d.at(1).Snoozed {
		t.Error("the label stays at the end")
	}
	d.at(1).Snoozed = true
	d.on("2026-05-05", more, `reopen #1 for books: it is due again`)
	if !d.at(1).Snoozed {
		t.Error("a person's label is taken off")
	}
}

func TestPauses(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.on("2026-04-05", books, `open "Books: one to catch up"`)
	short := books + "[[pause]]\nfrom = 2026-04-06\nuntil = 2026-04-10\n"
	d.on("2026-04-07", short, `update #1 for books: its rest changes`)
	d.says(1, "\n*A break until 10 April 2026: nothing is asked before it ends.*\n\nYou have **2 of 12** books this year.")
	d.on("2026-04-10", short)
	d.on("2026-04-11", short, `update #1 for books: its text changes`)
	if strings.Contains(d.at(1).Body, "A break until") {
		t.Errorf("%s", d.at(1).Body)
	}
	long := books + "[[pause]]\nfrom = 2026-04-06\nuntil = 2026-04-10\n[[pause]]\nfrom = 2026-04-11\nuntil = 2026-04-13\nreason = \"hospital\"\n"
	d.on("2026-04-12", long, `close #1 for books as not planned: a pause`)
	d.says(1, "Taking a break until 13 April 2026.")
	if strings.Contains(d.at(1).Body, "hospital") {
		t.Error("the reason of a pause is published")
	}
	d.on("2026-04-14", long, `reopen #1 for books: it is due again`)
	fresh := newDays(t)
	fresh.on("2026-04-12", long) // none opens in a pause
}

const weekly = "[settings]\nstart = 2026-01-05\n[[goal]]\nid = \"news\"\ntitle = \"News\"\nkinds = [\"article\"]\ntarget = 1\nper = \"week\"\n"

func TestTheTurnOfAWeekIsNothing(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.on("2026-01-13", weekly)
	d.on("2026-01-14", weekly, `open "News: one to catch up"`)
	for day := 15; day < 31; day++ {
		d.on(fmt.Sprintf("2026-01-%d", day), weekly)
	}
	d.on("2026-02-02", weekly+"[[article]]\ntitle = \"A\"\ndate = 2026-01-31\n", `close #1 for news as completed: back on the line`)
}

func TestSpans(t *testing.T) {
	t.Parallel()
	const span = "[[goal]]\nid = \"cloud\"\ntitle = \"Cloud\"\nkinds = [\"course\"]\ntarget = 3\nfrom = 2026-01-01\nuntil = 2026-06-30\n"
	d := newDays(t)
	d.on("2026-03-05", span, `open "Cloud: one to catch up"`)
	d.on("2026-07-01", span, `close #1 for cloud as not planned: its span is over`)
	d.says(1, "1 Jan to 30 Jun 2026 closed at 0 of 3.")
	d.on("2026-07-02", span)
}

func TestWhatIsNotThere(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.on("2026-04-05", books, `open "Books: one to catch up"`)
	d.on("2026-04-06", "[[goal")                                              // unreadable
	d.on("2026-04-06", books+"[[book]]\ntitle = \"X\"\nfinishd = 2026-01-01") // invalid
	d.on("2027-01-03", books+"[[book]]\ntitle = \"X\"\nfinishd = 2026-01-01") // nor at the turn of its period
	d.on("2026-04-07", "[settings]\nstart = 2026-01-01\n", `close #1 for books as not planned: it is not followed any more`)
	d.on("2026-04-08", books, `reopen #1 for books: it is due again`)
	private := strings.Replace(books, "target", "public = false\ntarget", 1)
	d.on("2026-04-09", private, `close #1 for books as not planned: it is not followed any more`)
	if strings.Contains(d.at(1).Body, "Books") {
		t.Errorf("what is private is in %s", d.at(1).Body)
	}
	fresh := newDays(t)
	fresh.on("2026-04-10", private)
}

func TestSwitchedOff(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.on("2026-04-05", books, `open "Books: one to catch up"`)
	w := d.want(books, "2026-04-06")
	w.Off = true
	steps := Plan(w, d.issues)
	if len(steps) != 1 || steps[0].String() != "close #1 for books as not planned: nudges are off" {
		t.Errorf("%v", steps)
	}
}

func TestCredentials(t *testing.T) {
	t.Parallel()
	const cka = "[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2024-01-19\nexpires = 2027-01-19\n"
	d := newDays(t)
	d.on("2026-10-20", cka)
	d.on("2026-10-21", cka, `open "CKA: renew by 19 Jan 2027"`)
	d.on("2026-10-22", cka)
	d.on("2026-11-20", cka, `update #1 for cka: its text changes`)
	d.on("2026-12-20", cka, `update #1 for cka: its text changes`)
	d.on("2027-01-12", cka, `update #1 for cka: its text changes`)
	d.on("2027-01-20", cka, `update #1 for cka: its text changes`)
	d.says(1, "**CKA** was valid until 19 January 2027.")
	d.on("2027-06-20", cka)
	renewed := cka + "[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2027-06-20\nexpires = 2029-06-20\n"
	d.on("2027-06-21", renewed, `close #1 for cka as completed: renewed`)
	d.says(1, "Renewed: **CKA** is valid until 20 June 2029.")

	quiet := newDays(t)
	quiet.on("2026-11-01", cka, `open "CKA: renew by 19 Jan 2027"`)
	quiet.shut(1, "2026-11-02", NotPlanned)
	quiet.on("2027-01-30", cka)
	quiet.on("2029-04-01", renewed, `open "CKA: renew by 20 Jun 2029"`)

	old := newDays(t)
	old.on("2028-01-01", cka) // nothing new about it
}

func TestAtMostThreeNewOnes(t *testing.T) {
	t.Parallel()
	text := "[settings]\nstart = 2026-01-01\n"
	for _, id := range []string{"a", "b", "c", "d"} {
		text += fmt.Sprintf("[[goal]]\nid = %q\ntitle = %q\nkinds = [\"talk\"]\nevery = \"30d\"\n", id, strings.ToUpper(id))
	}
	text += "[[certification]]\ntitle = \"CKA\"\nearned = 2024-01-19\nexpires = 2026-03-19\n"
	d := newDays(t)
	run := func(calls ...string) {
		t.Helper()
		before := len(d.calls)
		if r, err := d.run(d.want(text, "2026-03-01"), 100); err != nil || r.Err() != nil || r.Count(Open) != len(calls) {
			t.Fatal(err, r)
		}
		if got := d.calls[before:]; strings.Join(got, "\n") != strings.Join(calls, "\n") {
			t.Errorf("%q", got)
		}
	}
	run(`open "CKA: renew by 19 Mar 2026"`, `open "A: one to catch up"`, `open "B: one to catch up"`)
	run(`open "C: one to catch up"`, `open "D: one to catch up"`)
	run()
}

func TestTwoNames(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.on("2026-04-05", books, `open "Books: one to catch up"`)
	d.name = "team"
	d.on("2026-04-05", books, `open "team · Books: one to catch up"`)
	d.on("2026-04-06", "", `close #2 for books as not planned: it is not followed any more`)
	d.name = ""
	d.on("2026-04-06", books)
}

func TestLinks(t *testing.T) {
	t.Parallel()
	w := look(t, books, "2026-04-05")
	w.Goals[0].Links = func(asOf civil.Date) words.Links {
		return words.Links{Log: "https://github.com/o/r/issues/new?template=learned.yml&date=" + asOf.String()}
	}
	steps := Plan(w, nil)
	if len(steps) != 1 || !strings.Contains(steps[0].Body, "[Log it](https://github.com/o/r/issues/new?template=learned.yml&date=2026-04-05)") {
		t.Errorf("%v", steps)
	}
}

func TestAnotherReasonIsAnotherIssue(t *testing.T) {
	t.Parallel()
	two := strings.Replace(books[:strings.Index(books, "[[book]]")], "target = 12", "target = 2", 1)
	d := newDays(t)
	d.on("2026-12-18", two, `open "Books: one to catch up"`)
	two += book("A", "2026-12-20")
	d.on("2026-12-20", two, `close #1 for books as completed: back on the line`)
	d.on("2026-12-28", two, `open "Books: one by 31 Dec"`)
	d.on("2026-12-29", two+book("B", "2026-12-29"), `close #2 for books as completed: back on the line`)
	d.says(2, "Done: **2 of 2** this year.")
}

func TestACredentialThatWasLetGo(t *testing.T) {
	t.Parallel()
	const pass = "[[certification]]\nid = \"pass\"\ntitle = \"Pass\"\nearned = %s\nexpires = %s\n"
	first := fmt.Sprintf(pass, "2026-01-01", "2026-03-01")
	closed := func() *days {
		d := newDays(t)
		d.on("2026-01-02", first, `open "Pass: renew by 1 Mar 2026"`)
		d.shut(1, "2026-01-03", NotPlanned)
		d.on("2026-02-20", first)
		return d
	}
	closed().on("2026-02-21", first+fmt.Sprintf(pass, "2026-02-21", "2026-03-25"), `open "Pass: renew by 25 Mar 2026"`) // renewed, if not for long
	closed().on("2026-02-21", fmt.Sprintf(pass, "2026-01-01", "2026-03-11"))                                            // a slip mended
	closed().on("2027-01-10", fmt.Sprintf(pass, "2026-01-01", "2027-03-01"), `open "Pass: renew by 1 Mar 2027"`)        // another year
}
