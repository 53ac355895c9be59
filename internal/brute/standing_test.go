package brute

import (
	"fmt"
	"testing"
)

func day(s string) *Day { return ptr(ParseDay(s)) }

// books returns n counting entries, all on one day.
func books(n int, on string) []Entry {
	var list []Entry
	for i := range n {
		list = append(list, Entry{Kind: "book", Title: fmt.Sprint("Book ", i+1), Date: day(on)})
	}
	return list
}

func only(t *testing.T, l Log, today string) Result {
	t.Helper()
	list := Standings(l, ParseDay(today))
	if len(list) != 1 {
		t.Fatalf("on %s: %d standings, want 1", today, len(list))
	}
	return list[0]
}

func twelve() Goal {
	return Goal{ID: "books", Title: "Books", Kinds: []string{"book"}, Target: 12000, Per: "year", From: day("2026-01-01")}
}

func TestTwelveBooks(t *testing.T) {
	for _, v := range []struct {
		today                     string
		y                         int
		expected, required, upper float64
		status                    string
		safe                      string
		due                       string
		behind, ahead             float64
	}{
		{"2026-01-02", 0, 0.033, 0, 1, "on-track", "29", "2026-01-31", 0, 0},
		{"2026-01-24", 0, 0.756, 0, 1, "due-soon", "7", "2026-01-31", 0, 0},
		{"2026-01-31", 0, 0.986, 0, 2, "due-soon", "0", "2026-01-31", 0, 0},
		{"2026-02-01", 0, 1.019, 1, 2, "behind", "-1", "2026-01-31", 1, 0},
		{"2026-02-01", 1, 1.019, 1, 2, "on-track", "29", "2026-03-02", 0, 0},
		{"2026-02-01", 2, 1.019, 1, 2, "on-track", "60", "2026-04-02", 0, 0},
		{"2026-02-01", 3, 1.019, 1, 2, "ahead", "90", "2026-05-02", 0, 1},
		{"2026-04-06", 2, 3.123, 3, 4, "behind", "-4", "2026-04-02", 1, 0},
		{"2026-12-31", 11, 11.967, 11, 12, "due-soon", "0", "2026-12-31", 0, 0},
		{"2026-12-31", 12, 11.967, 11, 12, "done", "null", "null", 0, 0},
	} {
		t.Run(fmt.Sprint(v.today, " ", v.y), func(t *testing.T) {
			r := only(t, Log{Goals: []Goal{twelve()}, Entries: books(v.y, "2026-01-01")}, v.today)
			due := "null"
			if r.Due != nil {
				due = r.Due.String()
			}
			got := fmt.Sprint(r.Done, *r.Expected, *r.Required, *r.Upper, r.Status, show(r.SafeDays), due, *r.BehindBy, *r.AheadBy)
			want := fmt.Sprint(float64(v.y), v.expected, v.required, v.upper, v.status, v.safe, v.due, v.behind, v.ahead)
			if got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestRate(t *testing.T) {
	r := only(t, Log{Goals: []Goal{twelve()}, Entries: books(2, "2026-01-01")}, "2026-04-06")
	if show(r.RateDays) != "27" || r.LateDays != 4 || r.LateSince.String() != "2026-04-02" {
		t.Errorf("rate %s, late %d since %s", show(r.RateDays), r.LateDays, r.LateSince)
	}
	if *r.Next != (Next{1, ParseDay("2026-04-02")}) {
		t.Errorf("next %+v", r.Next)
	}
}

func TestYearCloses(t *testing.T) {
	l := Log{Goals: []Goal{twelve()}, Entries: books(11, "2026-01-01")}
	r := only(t, l, "2027-01-01")
	want := Last{ParseDay("2026-01-01"), ParseDay("2026-12-31"), 11, 12, "missed"}
	if r.Status != "on-track" || *r.Last != want || r.LateDays != 0 {
		t.Errorf("per year: %s, last %+v, late %d", r.Status, r.Last, r.LateDays)
	}
	l.Goals[0].Per = ""
	l.Goals[0].Until = day("2026-12-31")
	r = only(t, l, "2027-01-01")
	if r.Status != "missed" || r.Due != nil || r.SafeDays != nil || r.Next != nil || r.RateDays != nil || r.Last != nil {
		t.Errorf("span: %+v", r)
	}
}

func TestDueDates(t *testing.T) {
	for _, v := range []struct {
		name       string
		target     Milli
		from       string
		yearStarts [2]int
		want       []string
	}{
		{"2026", 12000, "2026-01-01", [2]int{}, []string{
			"2026-01-31", "2026-03-02", "2026-04-02", "2026-05-02", "2026-06-02", "2026-07-02",
			"2026-08-01", "2026-09-01", "2026-10-01", "2026-11-01", "2026-12-01", "2026-12-31",
		}},
		{"2027", 12000, "2027-01-01", [2]int{}, []string{"2027-01-31", "2027-03-02"}},
		{"leap year", 12000, "2028-01-01", [2]int{}, []string{"2028-01-31", "2028-03-01"}},
		{"fiscal year", 4000, "2027-04-01", [2]int{4, 1}, []string{"2027-07-01", "2027-09-30", "2027-12-31", "2028-03-31"}},
	} {
		t.Run(v.name, func(t *testing.T) {
			for y, want := range v.want {
				g := twelve()
				g.Target, g.From = v.target, day(v.from)
				l := Log{YearStarts: v.yearStarts, Goals: []Goal{g}, Entries: books(y, v.from)}
				if r := only(t, l, v.from); r.Due.String() != want {
					t.Errorf("%d read: due %s, want %s", y, r.Due, want)
				}
			}
		})
	}
}

func TestStatuses(t *testing.T) {
	year := func(kind string, target Milli) Goal {
		return Goal{ID: "g", Title: "G", Kinds: []string{kind}, Target: target, Per: "year", From: day("2026-01-01")}
	}
	cpe := Goal{
		ID: "g", Title: "CPE", Unit: "credits", Credential: "cissp", Target: 120000,
		From: day("2025-06-01"), Until: day("2028-05-31"),
	}
	credit := func(n Milli) []Entry {
		return []Entry{{Kind: "webinar", Title: "W", Date: day("2026-01-10"), Credits: []Credit{{"cissp", "", n}}}}
	}
	week := Goal{ID: "g", Title: "Hours", Unit: "hours", Target: 3000, Per: "week", From: day("2026-09-14")}
	hours := func(n Milli) []Entry {
		return []Entry{{Kind: "article", Title: "A", Date: day("2026-09-14"), Hours: n}}
	}
	cadence := Goal{ID: "g", Title: "Community", Kinds: []string{"community"}, Every: 30}
	visit := []Entry{{Kind: "community", Title: "C", Date: day("2026-08-20")}}
	for _, v := range []struct {
		name    string
		goal    Goal
		entries []Entry
		today   string
		status  string
		safe    string
		due     string
	}{
		{"certificate, 1 Oct", year("certification", 1000), nil, "2026-10-01", "on-track", "91", "2026-12-31"},
		{"certificate, 2 Oct", year("certification", 1000), nil, "2026-10-02", "due-soon", "90", "2026-12-31"},
		{"first checkpoint of 120 CPE", cpe, nil, "2025-06-01", "on-track", "91", "2025-08-31"},
		{"43 CPE", cpe, credit(43000), "2026-09-14", "behind", "-14", "2026-08-31"},
		{"58 CPE", cpe, credit(58000), "2026-09-14", "on-track", "77", "2026-11-30"},
		{"3 h, Monday", week, nil, "2026-09-14", "on-track", "6", "2026-09-20"},
		{"3 h, Saturday", week, hours(1000), "2026-09-19", "due-soon", "1", "2026-09-20"},
		{"3 h done", week, hours(3000), "2026-09-19", "done", "null", "null"},
		{"cadence", cadence, visit, "2026-08-21", "on-track", "29", "2026-09-19"},
		{"cadence, seven days before", cadence, visit, "2026-09-12", "due-soon", "7", "2026-09-19"},
		{"cadence, a day late", cadence, visit, "2026-09-20", "behind", "-1", "2026-09-19"},
		{"cadence, nothing due", cadence, nil, "2026-09-20", "on-track", "null", "null"},
	} {
		t.Run(v.name, func(t *testing.T) {
			r := only(t, Log{Goals: []Goal{v.goal}, Entries: v.entries}, v.today)
			due := "null"
			if r.Due != nil {
				due = r.Due.String()
			}
			if r.Status != v.status || show(r.SafeDays) != v.safe || due != v.due {
				t.Errorf("%s, safe %s, due %s; want %s, %s, %s", r.Status, show(r.SafeDays), due, v.status, v.safe, v.due)
			}
		})
	}
	r := only(t, Log{Goals: []Goal{cpe}, Entries: credit(43000)}, "2026-09-14")
	if *r.Expected != 51.46 || *r.Required != 50 || *r.BehindBy != 7 {
		t.Errorf("43 CPE: expected %v, required %v, behind by %v", *r.Expected, *r.Required, *r.BehindBy)
	}
}

func TestPauses(t *testing.T) {
	leave := Pause{From: ParseDay("2026-06-01"), Until: ParseDay("2026-08-31")}
	hold := leave
	hold.KeepTarget = true
	july := Pause{From: ParseDay("2026-07-06"), Until: ParseDay("2026-07-19")}
	for _, v := range []struct {
		name   string
		pauses []Pause
		y      int
		today  string
		status string
		target float64
		due    string
		behind float64
	}{
		{"leave", []Pause{leave}, 4, "2026-05-31", "on-track", 9, "2026-09-02", 0},
		{"leave, keep-target", []Pause{hold}, 4, "2026-05-31", "behind", 12, "2026-04-24", 2},
		{"within leave", []Pause{leave}, 4, "2026-07-01", "paused", 9, "2026-09-02", 0},
		{"both sorts reduce", []Pause{hold, leave}, 4, "2026-05-31", "on-track", 9, "2026-09-02", 0},
		{"two weeks", []Pause{july}, 6, "2026-07-01", "on-track", 12, "2026-08-15", 0},
		{"no pause", nil, 6, "2026-07-01", "on-track", 12, "2026-08-01", 0},
	} {
		t.Run(v.name, func(t *testing.T) {
			r := only(t, Log{Goals: []Goal{twelve()}, Pauses: v.pauses, Entries: books(v.y, "2026-01-01")}, v.today)
			if r.Status != v.status || r.Target != v.target || r.Due.String() != v.due || *r.BehindBy != v.behind {
				t.Errorf("%s, target %v, due %s, behind by %v", r.Status, r.Target, r.Due, *r.BehindBy)
			}
		})
	}
}

func TestPausedUntil(t *testing.T) {
	l := Log{Goals: []Goal{twelve()}, Pauses: []Pause{
		{From: ParseDay("2026-07-06"), Until: ParseDay("2026-07-12")},
		{From: ParseDay("2026-07-13"), Until: ParseDay("2026-07-26"), KeepTarget: true},
		{From: ParseDay("2026-07-27"), Until: ParseDay("2026-08-02"), Goals: []string{"other"}},
	}}
	for today, want := range map[string]string{"2026-07-05": "null", "2026-07-06": `"2026-07-26"`, "2026-07-27": "null"} {
		if r := only(t, l, today); show(r.PausedUntil) != want {
			t.Errorf("%s: paused until %s, want %s", today, show(r.PausedUntil), want)
		}
	}
}

func TestLateStart(t *testing.T) {
	for _, v := range []struct {
		from   string
		target float64
		status string
	}{
		{"2026-09-14", 4, "on-track"},
		{"2026-12-20", 0, "not-due"},
	} {
		g := twelve()
		g.From = day(v.from)
		r := only(t, Log{Goals: []Goal{g}}, v.from)
		if r.Target != v.target || r.Status != v.status || r.GoalTarget != 12 {
			t.Errorf("from %s: %s, target %v of %v", v.from, r.Status, r.Target, r.GoalTarget)
		}
		if r = only(t, Log{Goals: []Goal{g}}, "2026-09-01"); r.Status != "upcoming" || r.Period.From.String() != "2026-01-01" {
			t.Errorf("from %s: %s, %+v", v.from, r.Status, r.Period)
		}
	}
}

func TestChangedTarget(t *testing.T) {
	g := twelve()
	g.Target = 24000
	l := Log{Goals: []Goal{g, {ID: "books", Target: 12000, From: day("2026-07-01")}}}
	r := only(t, l, "2026-12-31")
	if *r.Expected != 17.918 || r.Target != 18 || r.GoalTarget != 12 {
		t.Errorf("expected %v, target %v of %v", *r.Expected, r.Target, r.GoalTarget)
	}
	if r = only(t, l, "2026-06-30"); r.Target != 18 || r.GoalTarget != 24 {
		t.Errorf("before the change: target %v of %v", r.Target, r.GoalTarget)
	}
}

func TestChangedForm(t *testing.T) {
	hours := Goal{ID: "books", Unit: "hours", Target: 40000, From: day("2026-07-15")}
	month := Goal{ID: "books", Per: "month", Target: 1000, From: day("2026-07-15")}
	every := Goal{ID: "books", Every: 30, Target: 1000, From: day("2026-07-15")}
	cut := Last{ParseDay("2026-01-01"), ParseDay("2026-07-14"), 3, 6, "changed"}
	for _, v := range []struct {
		name   string
		change Goal
		today  string
		last   *Last
		target float64
	}{
		{"unit", hours, "2026-07-20", &cut, 20},
		{"month", month, "2026-07-20", &cut, 1},
		{"month, closed since", month, "2026-08-02", &Last{ParseDay("2026-07-01"), ParseDay("2026-07-31"), 0, 1, "missed"}, 1},
		{"cadence", every, "2026-07-20", nil, 1},
	} {
		t.Run(v.name, func(t *testing.T) {
			l := Log{Goals: []Goal{twelve(), v.change}, Entries: books(3, "2026-03-01")}
			r := only(t, l, v.today)
			if show(r.Last) != show(v.last) || r.Target != v.target || r.Done != 0 {
				t.Errorf("last %s, done %v, target %v", show(r.Last), r.Done, r.Target)
			}
		})
	}
}

func TestOwing(t *testing.T) {
	g := Goal{ID: "g", Title: "G", Target: 2000, Per: "week", From: day("2026-09-07")}
	pause := Pause{From: ParseDay("2026-09-21"), Until: ParseDay("2026-09-27")}
	for _, v := range []struct {
		name    string
		pauses  []Pause
		entries []Entry
		today   string
		status  string
		late    int
		since   string
	}{
		{"first week", nil, nil, "2026-09-13", "behind", 3, `"2026-09-10"`},
		{"one missed", nil, nil, "2026-09-14", "behind", 1, `"2026-09-13"`},
		{"two missed", nil, nil, "2026-09-22", "behind", 9, `"2026-09-13"`},
		{"one counted since", nil, books(1, "2026-09-15"), "2026-09-16", "on-track", 0, "null"},
		{"missed again", nil, books(1, "2026-09-15"), "2026-09-22", "behind", 2, `"2026-09-20"`},
		{"a week off between", []Pause{pause}, books(2, "2026-09-08"), "2026-09-29", "behind", 2, `"2026-09-20"`},
		{"in the week off", []Pause{pause}, nil, "2026-09-23", "not-due", 7, `"2026-09-13"`},
	} {
		t.Run(v.name, func(t *testing.T) {
			r := only(t, Log{Goals: []Goal{g}, Pauses: v.pauses, Entries: v.entries}, v.today)
			if r.Status != v.status || r.LateDays != v.late || show(r.LateSince) != v.since {
				t.Errorf("%s, %d late since %s", r.Status, r.LateDays, show(r.LateSince))
			}
		})
	}
}

func TestWeek53(t *testing.T) {
	g := Goal{ID: "g", Title: "G", Target: 1000, Per: "week", From: day("2026-01-05")}
	r := only(t, Log{Goals: []Goal{g}, Entries: books(1, "2027-01-03")}, "2027-01-04")
	want := Last{ParseDay("2026-12-28"), ParseDay("2027-01-03"), 1, 1, "done"}
	if *r.Last != want || r.Period.From.String() != "2027-01-04" {
		t.Errorf("last %+v, period %+v", r.Last, r.Period)
	}
}

func TestKept(t *testing.T) {
	g := Goal{ID: "g", Title: "G", Every: 30, From: day("2026-01-01")}
	l := Log{Goals: []Goal{g}, Entries: books(1, "2026-02-10")}
	// 1 Jan to 31 Jan kept, 1 to 9 Feb late, 10 Feb kept.
	if r := only(t, l, "2026-02-10"); *r.Kept != 0.78 || r.Done != 1 {
		t.Errorf("kept %v, done %v", *r.Kept, r.Done)
	}
	if r := only(t, l, "2025-12-31"); r.Status != "upcoming" || r.Kept != nil {
		t.Errorf("%s, kept %v", r.Status, r.Kept)
	}
}

func TestEnded(t *testing.T) {
	g := twelve()
	g.Until = day("2026-06-30")
	if list := Standings(Log{Goals: []Goal{g}}, ParseDay("2026-07-01")); len(list) != 0 {
		t.Errorf("a standing after the end: %+v", list)
	}
	if r := only(t, Log{Goals: []Goal{g}}, "2026-06-30"); r.Target != 6 {
		t.Errorf("half a year: target %v", r.Target)
	}
}
