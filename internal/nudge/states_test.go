package nudge

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker/civil"
)

// The books of these tests: late since 2 April, on the line from the 28th, and
// late again since 2 May.
var (
	reading = books + book("Accelerate", "2026-04-28")
	resting = books + "[[pause]]\nfrom = 2026-04-09\nuntil = 2026-04-12\n"
	unclear = books + "[[book]]\ntitel = \"X\"\n"
)

const (
	opens    = `open "Books: one to catch up"`
	updates  = `update #1 for books: its text changes`
	isBack   = `close #1 for books as completed: back on the line`
	reopens  = `reopen #1 for books: it is due again`
	asksOnce = `reopen #1 for books: closed as done, and not in the log`
)

// states bring an issue into each of the states that it can be in.
var states = map[string]func(*days){
	"none": func(*days) {},
	"open": func(d *days) { d.on("2026-04-05", books, opens) },
	"held": func(d *days) {
		d.on("2026-04-05", books, opens)
		d.on("2026-04-28", reading, isBack)
		d.at(1).Open = true
	},
	"snoozed": func(d *days) {
		d.on("2026-04-05", books, opens)
		d.at(1).Snoozed = true
	},
	"snoozed until": func(d *days) {
		d.on("2026-04-05", books, opens)
		s, ok := Snooze(*d.at(1), on(d.t, "2026-07-01"), on(d.t, "2026-04-05"))
		if !ok {
			d.t.Fatal("not snoozed")
		}
		d.at(1).Body = s.Body
	},
	"resolved": func(d *days) {
		d.on("2026-04-05", books, opens)
		d.on("2026-04-28", reading, isBack)
	},
	"not planned": func(d *days) {
		d.on("2026-04-05", books, opens)
		d.shut(1, "2026-04-06", NotPlanned)
	},
	"duplicate": func(d *days) {
		d.on("2026-04-05", books, opens)
		d.shut(1, "2026-04-06", Duplicate)
	},
	"done": func(d *days) {
		d.on("2026-04-05", books, opens)
		d.shut(1, "2026-04-06", Completed)
	},
	"done twice": func(d *days) {
		d.on("2026-04-05", books, opens)
		d.shut(1, "2026-04-06", Completed)
		d.on("2026-04-14", books, asksOnce)
		d.shut(1, "2026-04-15", Completed)
	},
	"two open": func(d *days) {
		d.on("2026-04-05", books, opens)
		d.issues = append(d.issues, *d.at(1))
		d.at(2).Number = 2
	},
	"locked": func(d *days) {
		d.on("2026-04-05", books, opens)
		d.at(1).Locked = true
	},
}

func TestEveryState(t *testing.T) {
	t.Parallel()
	const (
		young, old = "2026-05-03", "2026-05-05" // one day late, three days late
		settled    = "2026-04-28"
	)
	for _, cell := range []struct{ state, status, day, log, calls string }{
		{"none", "on-track", settled, reading, ""},
		{"none", "behind, young", young, reading, ""},
		{"none", "behind", old, reading, opens},
		{"none", "paused", "2026-04-10", resting, ""},
		{"none", "unknown", old, unclear, ""},

		{"open", "on-track", settled, reading, isBack},
		{"open", "behind, young", young, reading, updates},
		{"open", "behind, nothing new", "2026-04-06", books, ""},
		{"open", "behind", old, reading, `remind #1 for books: reminder 1 of 3`},
		{"open", "behind, a reminder", "2026-04-12", books, `remind #1 for books: reminder 1 of 3`},
		{"open", "paused", "2026-04-10", resting, `update #1 for books: its rest changes`},
		{"open", "unknown", old, unclear, ""},
		{"open", "removed", "2026-04-06", "[settings]\nstart = 2026-01-01\n", `close #1 for books as not planned: it is not followed any more`},

		{"held", "on-track", settled, reading, ""},
		{"held", "behind, young", young, reading, ""},
		{"held", "behind", old, reading, updates},
		{"held", "paused", "2026-04-30", reading + "[[pause]]\nfrom = 2026-04-29\nuntil = 2026-05-01\n", ""},
		{"held", "unknown", old, unclear, ""},
		{"held", "removed", old, "[settings]\nstart = 2026-01-01\n", ""},

		{"snoozed", "on-track", settled, reading, isBack},
		{"snoozed", "behind, young", young, reading, updates},
		{"snoozed", "behind", old, reading, updates}, // and no reminder
		{"snoozed", "behind, no reminder", "2026-04-12", books, ""},
		{"snoozed", "paused", "2026-04-10", resting, `update #1 for books: its rest changes`},
		{"snoozed", "unknown", old, unclear, ""},

		{"snoozed until", "on-track", settled, reading, isBack},
		{"snoozed until", "behind", old, reading, updates},
		{"snoozed until", "behind, no reminder", "2026-04-12", books, ""},
		{"snoozed until", "behind, still none", "2026-07-01", books, updates},
		{"snoozed until", "unknown", old, unclear, ""},

		{"resolved", "on-track", settled, reading, ""},
		{"resolved", "behind, young", young, reading, ""},
		{"resolved", "behind, soon after", old, reading, reopens},
		{"resolved", "behind, long after", "2026-05-12", reading, opens},
		{"resolved", "paused", "2026-04-30", reading + "[[pause]]\nfrom = 2026-04-29\nuntil = 2026-05-01\n", ""},
		{"resolved", "unknown", old, unclear, ""},

		{"not planned", "on-track", settled, reading, ""},
		{"not planned", "behind", "2026-04-27", books, ""},
		{"not planned", "behind, another time", old, reading, opens},
		{"not planned", "paused", "2026-04-10", resting, ""},
		{"not planned", "unknown", old, unclear, ""},
		{"duplicate", "behind", "2026-04-27", books, ""},
		{"duplicate", "behind, another time", old, reading, opens},

		{"done", "on-track", settled, reading, ""},
		{"done", "behind, a day later", "2026-04-07", books, ""},
		{"done", "behind, a week later", "2026-04-13", books, asksOnce},
		{"done", "behind, another time, long after", old, reading, opens},
		{"done", "paused", "2026-04-10", resting, ""},
		{"done", "unknown", old, unclear, ""},
		{"done twice", "behind", "2026-04-27", books, ""},
		{"done twice", "behind, another time", old, reading, opens},

		{"two open", "behind", "2026-04-06", books, `close #2 for books as a duplicate: there is an older one`},
		{"two open", "on-track", settled, reading, `close #2 for books as a duplicate: there is an older one` + "\n" + isBack},
		{"locked", "behind, no reminder", "2026-04-12", books, ""},
		{"locked", "behind", old, reading, updates},
		{"locked", "on-track", settled, reading, isBack},
	} {
		d := newDays(t)
		d.reminders = []int{7, 21, 45}
		states[cell.state](d)
		calls := []string{}
		if cell.calls != "" {
			calls = strings.Split(cell.calls, "\n")
		}
		said := len(d.said[1])
		d.on(cell.day, cell.log, calls...)
		if wants := strings.HasPrefix(cell.calls, "remind") || cell.calls == asksOnce; wants != (len(d.said[1]) == said+1) {
			t.Errorf("%s, %s: %d comments", cell.state, cell.status, len(d.said[1])-said)
		}
		if cell.calls == isBack && d.at(1).Snoozed {
			t.Errorf("%s, %s: it is snoozed still", cell.state, cell.status)
		}
		if t.Failed() {
			t.Fatalf("in the cell %s, %s", cell.state, cell.status)
		}
	}
}

func TestReminders(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.reminders = []int{7, 21, 45}
	d.on("2026-04-05", books, opens)
	d.says(1, "Reminders on 12 April, 26 April and 20 May at the earliest, then quiet.")
	writes := map[string]string{
		"2026-05-03": updates, "2026-04-12": "remind #1 for books: reminder 1 of 3", "2026-04-26": "remind #1 for books: reminder 2 of 3", "2026-05-20": "remind #1 for books: reminder 3 of 3",
	}
	for day := on(t, "2026-04-06"); day < on(t, "2026-06-01"); day++ {
		if call := writes[day.String()]; call != "" {
			d.on(day.String(), books, call)
		} else {
			d.on(day.String(), books)
		}
	}
	want := []string{
		"You have **2 of 12** books this year. The third was due on 2 April. **One book puts you back on the line.**\n\n" +
			"<sub>The next reminder comes on 26 April at the earliest. The ways out stand above.</sub>\n\n<!-- hone:ping 2026-04-05/1 -->",
		"<sub>The next reminder comes on 20 May at the earliest.", "<sub>This was the last reminder.",
	}
	for n, w := range want {
		if !strings.Contains(d.said[1][n], w) {
			t.Errorf("%d: %s", n, d.said[1][n])
		}
	}
}

func TestRemindersKeepStill(t *testing.T) {
	t.Parallel()
	start := func() *days {
		d := newDays(t)
		d.reminders = []int{7, 21, 45}
		d.on("2026-04-05", books, opens)
		return d
	}
	// Within three days of an entry, named or not, there is none; and one for all
	// the days that went by.
	d := start()
	fed := strings.Replace(books, "2026-03-03", "2026-04-11", 1)
	fed = strings.Replace(fed, "title = \"Team", "public = false\ntitle = \"Team", 1)
	d.on("2026-04-12", fed, updates)
	d.on("2026-04-13", fed)
	d.on("2026-04-14", fed, `remind #1 for books: reminder 1 of 3`)
	d.on("2026-06-10", fed, `remind #1 for books: reminder 2 of 3`)
	d.on("2026-08-10", fed, updates)

	// Nor within three days of another issue's opening, or another's reminder.
	two := books + "[[goal]]\nid = \"talks\"\ntitle = \"Talks\"\nkinds = [\"talk\"]\nevery = \"98d\"\n"
	d = start()
	d.on("2026-04-12", two, `open "Talks: one to catch up"`)
	d.on("2026-04-14", two)
	d.on("2026-04-15", two, `remind #1 for books: reminder 1 of 3`)
	d.on("2026-04-19", two, `remind #2 for talks: reminder 1 of 3`)
	d.on("2026-04-26", two, `remind #1 for books: reminder 2 of 3`)

	// A snooze ends; a short break ends.
	d = start()
	s, ok := Snooze(*d.at(1), on(t, "2026-04-20"), on(t, "2026-04-06"))
	if !ok {
		t.Fatal("not snoozed")
	}
	d.at(1).Body = s.Body
	d.says(1, regionStart+"\n*Snoozed until 20 April 2026: no reminders up to then.*\n\nYou have **2 of 12**")
	d.on("2026-04-20", books)
	d.on("2026-04-21", books, `remind #1 for books: reminder 1 of 3`)
	if strings.Contains(d.at(1).Body, "Snoozed until") {
		t.Error(d.at(1).Body)
	}
	rest := books + "[[pause]]\nfrom = 2026-04-12\nuntil = 2026-04-14\n"
	d = start()
	d.on("2026-04-13", rest, `update #1 for books: its rest changes`)
	d.on("2026-04-15", rest, `remind #1 for books: reminder 1 of 3`)

	// No list, no reminders; and the issue says so.
	d = newDays(t)
	d.on("2026-04-05", books, opens)
	d.says(1, "Closes by itself once you are back. No reminders. Close as *not planned*")
	d.on("2026-04-30", books)
}

func TestALostReminderIsNotMadeAgain(t *testing.T) {
	t.Parallel()
	for _, after := range []bool{false, true} {
		for cut := range 6 {
			d := newDays(t)
			d.reminders = []int{7}
			d.on("2026-04-05", books, opens)
			d.cut, d.after = cut, after
			_, _ = d.run(d.want(books, "2026-04-12"), 9)
			d.cut = -1
			for day := on(t, "2026-04-12"); day < on(t, "2026-06-01"); day += 3 {
				if _, err := d.run(d.want(books, day.String()), 9); err != nil {
					t.Fatal(err)
				}
			}
			if n := len(d.said[1]); n > 1 || n == 0 && (cut < 3 || cut == 3 && !after || cut == 5) {
				t.Errorf("cut at %d, after %v: %d comments", cut, after, n)
			}
		}
	}
}

func TestSnooze(t *testing.T) {
	t.Parallel()
	d := newDays(t)
	d.on("2026-04-05", books, opens)
	today := on(t, "2026-04-06")
	for name, change := range map[string]func(*Issue){
		"closed": func(i *Issue) { i.Open = false }, "not trusted": func(i *Issue) { i.Trusted = false }, "no nudge": func(i *Issue) { i.Body = "mine" },
	} {
		i := *d.at(1)
		change(&i)
		if s, ok := Snooze(i, today+14, today); ok {
			t.Errorf("%s: %v", name, s)
		}
	}
	for _, n := range []civil.Date{-1, 0, maxSnooze + 1} {
		if s, ok := Snooze(*d.at(1), today+n, today); ok {
			t.Errorf("%d days: %v", n, s)
		}
	}
	mine := "A word of mine.\r\n\r\n" + strings.Replace(d.at(1).Body, "\n"+regionEnd, "\r\n\r\nand one in it\r\n"+regionEnd, 1) + "\nbelow"
	i := *d.at(1)
	i.Body = mine
	s, ok := Snooze(i, today+14, today)
	again, _ := Snooze(Issue{Number: 1, Body: s.Body, Open: true, Trusted: true}, today+28, today)
	if !ok || s.Number != 1 || s.Do != Update || s.Was.Body != mine || fmt.Sprint(s) != "update #1 for books: snoozed until 2026-04-20" {
		t.Errorf("%+v", s)
	}
	for body, day := range map[string]string{s.Body: "20 April", again.Body: "4 May"} {
		if !strings.HasPrefix(body, "A word of mine.\r\n\r\n"+regionStart+"\n*Snoozed until "+day+" 2026: no reminders up to then.*\n\nYou have") || strings.Count(body, "Snoozed until") != 1 ||
			strings.Count(body, "and one in it") != 1 || strings.Index(body, "and one in it") < strings.Index(body, regionEnd) || !strings.Contains(body, "\nbelow") {
			t.Errorf("%s", body)
		}
	}
}
