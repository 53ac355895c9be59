package tracker

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker/civil"
)

// books makes a log of a goal of books, and n books read on a day.
func books(goal string, n int, on string) string {
	var b strings.Builder
	b.WriteString("[[goal]]\nid = \"books\"\nkinds = [\"book\"]\n" + goal + "\n")
	for i := range n {
		fmt.Fprintf(&b, "[[book]]\ntitle = \"Book %d\"\nfinished = %s\n", i, on)
	}
	return b.String()
}

// stands is a standing in a line: the status, what is required and upper, the
// due date and safe days.
func stands(t *testing.T, log, today string) string {
	t.Helper()
	l, findings := Parse([]File{{Name: "learning.toml", Data: []byte(log)}}, nil)
	if Errors(findings) > 0 {
		t.Fatalf("%v\n%s", findings, log)
	}
	d, err := civil.Parse(today)
	if err != nil {
		t.Fatal(err)
	}
	s, ok := l.Standing(l.Goals[0], d)
	if !ok {
		return "none"
	}
	text := string(s.Status)
	if s.Required != nil {
		text += fmt.Sprintf(" %v/%v", *s.Required, *s.Upper)
	}
	if s.Due != nil {
		text += fmt.Sprintf(" %v %+d", *s.Due, *s.SafeDays)
	}
	if s.LateDays > 0 {
		text += fmt.Sprintf(" late %d since %v", s.LateDays, *s.LateSince)
	}
	return text
}

// The vectors of the rules for standings: status, required/upper, due date and
// safe days.
func TestStandingVectors(t *testing.T) {
	const year = "target = 12\nper = \"year\"\nfrom = 2026-01-01"
	tests := []struct{ name, log, today, want string }{
		{"second day", books(year, 0, ""), "2026-01-02", "on-track 0/1 2026-01-31 +29"},
		{"a week before", books(year, 0, ""), "2026-01-24", "due-soon 0/1 2026-01-31 +7"},
		{"due today", books(year, 0, ""), "2026-01-31", "due-soon 0/2 2026-01-31 +0"},
		{"a day late", books(year, 0, ""), "2026-02-01", "behind 1/2 2026-01-31 -1 late 1 since 2026-01-31"},
		{"one done", books(year, 1, "2026-01-18"), "2026-02-01", "on-track 1/2 2026-03-02 +29"},
		{"two done", books(year, 2, "2026-01-18"), "2026-02-01", "on-track 1/2 2026-04-02 +60"},
		{"one ahead", books(year, 3, "2026-01-18"), "2026-02-01", "ahead 1/2 2026-05-02 +90"},
		{"four late", books(year, 2, "2026-03-03"), "2026-04-06", "behind 3/4 2026-04-02 -4 late 4 since 2026-04-02"},
		{"last day", books(year, 11, "2026-03-03"), "2026-12-31", "due-soon 11/12 2026-12-31 +0"},
		{"span missed", books("target = 12\nfrom = 2026-01-01\nuntil = 2026-12-31", 11, "2026-03-03"), "2027-01-01", "missed 12/12"},
		{"span done", books("target = 12\nfrom = 2026-01-01\nuntil = 2026-12-31", 12, "2026-03-03"), "2027-01-01", "done 12/12"},
		{"second of a year", books("target = 12\nper = \"year\"\nfrom = 2027-01-01", 1, "2027-01-05"), "2027-02-01", "on-track 1/2 2027-03-02 +29"},
		{"second of a leap year", books("target = 12\nper = \"year\"\nfrom = 2028-01-01", 1, "2028-01-05"), "2028-02-01", "on-track 1/2 2028-03-01 +29"},
		{"fiscal year", books("target = 4\nper = \"year\"\nfrom = 2027-04-01\n[settings]\nyear-starts = \"04-01\"", 1, "2027-04-05"), "2027-05-01", "on-track 0/1 2027-09-30 +152"},
		{"summer pause", books(year+"\n[[pause]]\nfrom = 2026-06-01\nuntil = 2026-08-31", 4, "2026-05-03"), "2026-05-31", "on-track 4/5 2026-09-02 +94"},
		{"two weeks in July", books(year+"\n[[pause]]\nfrom = 2026-07-06\nuntil = 2026-07-19", 6, "2026-06-03"), "2026-07-20", "on-track 6/7 2026-08-15 +26"},
		{"the target kept", books(year+"\n[[pause]]\nfrom = 2026-06-01\nuntil = 2026-08-31\nkeep-target = true", 4, "2026-05-03"), "2026-05-31", "behind 6/7 2026-04-24 -37 late 37 since 2026-04-24"},
		{"in a pause", books(year+"\n[[pause]]\nfrom = 2026-02-01\nuntil = 2026-02-14", 0, ""), "2026-02-03", "paused 1/2 2026-01-31 +0"},
		{"from September", books("target = 12\nper = \"year\"\nfrom = 2026-09-14", 0, ""), "2026-09-14", "on-track 0/1 2026-10-14 +30"},
		{"from 20 December", books("target = 12\nper = \"year\"\nfrom = 2026-12-20", 0, ""), "2026-12-24", "not-due 0/0"},
		{"changed on 1 July", books("target = 24\nper = \"year\"\nfrom = 2026-01-01\n[[goal]]\nid = \"books\"\nfrom = 2026-07-01\ntarget = 12", 17, "2026-03-03"), "2026-12-31", "due-soon 17/18 2026-12-31 +0"},
		{"cadence", "[[goal]]\nid = \"c\"\nkinds = [\"community\"]\nevery = \"30d\"\nfrom = 2026-01-01\n[[community]]\ntitle = \"C\"\ndate = 2026-08-20\n", "2026-09-01", "on-track 2026-09-19 +18"},
		{"before its start", books(year, 0, ""), "2025-12-31", "upcoming 0/0"},
		{"after its end", books(year+"\nuntil = 2026-06-30", 0, ""), "2026-07-01", "none"},
		{"credits over three years, late", credits(43), "2026-09-14", "behind 50/60 2026-08-31 -14 late 14 since 2026-08-31"},
		{"credits over three years", credits(58), "2026-09-14", "on-track 50/60 2026-11-30 +77"},
		{"hours in a week, Monday", hours(""), "2026-09-14", "on-track 0/3 2026-09-20 +6"},
		{"hours in a week, Saturday", hours("1"), "2026-09-19", "due-soon 0/3 2026-09-20 +1"},
		{"hours in a week, all", hours("3"), "2026-09-19", "done 0/3"},
		{"week 53", books("target = 1\nper = \"week\"\nfrom = 2026-12-28", 0, ""), "2027-01-02", "due-soon 0/1 2027-01-03 +1"},
	}
	for _, test := range tests {
		if got := stands(t, test.log, test.today); got != test.want {
			t.Errorf("%s, %s: %s\n%swant %s", test.name, test.today, got, strings.Repeat(" ", 10), test.want)
		}
	}
}

func credits(n int) string {
	return fmt.Sprintf("[[goal]]\nid = \"cpe\"\ncredential = \"cissp\"\nunit = \"credits\"\ntarget = 120\nfrom = 2025-06-01\nuntil = 2028-05-31\n"+
		"[[certification]]\nid = \"cissp\"\ntitle = \"CISSP\"\nearned = 2025-06-01\n[[webinar]]\ntitle = \"W\"\ndate = 2025-09-01\ncredits.cissp = %d\n", n)
}

func hours(n string) string {
	log := "[[goal]]\nid = \"h\"\nkinds = [\"webinar\"]\nunit = \"hours\"\ntarget = 3\nper = \"week\"\nfrom = 2026-09-14\n"
	if n != "" {
		log += "[[webinar]]\ntitle = \"W\"\ndate = 2026-09-18\nhours = " + n + "\n"
	}
	return log
}

// A week or month that was missed is owed until something counts, over active
// days; longer periods never owe.
func TestOwing(t *testing.T) {
	const week = "target = 1\nper = \"week\"\nfrom = 2026-09-07"
	tests := []struct{ name, log, today, want string }{
		{"first week", books(week, 0, ""), "2026-09-13", "due-soon 0/1 2026-09-13 +0"},
		{"second week", books(week, 0, ""), "2026-09-15", "behind 0/1 2026-09-20 +5 late 2 since 2026-09-13"},
		{"third week", books(week, 0, ""), "2026-09-22", "behind 0/1 2026-09-27 +5 late 9 since 2026-09-13"},
		{"made up for", books(week, 1, "2026-09-21"), "2026-09-22", "done 0/1"},
		{"a year", books("target = 1\nper = \"year\"\nfrom = 2025-01-01", 0, ""), "2026-02-01", "on-track 0/1 2026-12-31 +333"},
	}
	for _, test := range tests {
		if got := stands(t, test.log, test.today); got != test.want {
			t.Errorf("%s, %s: %s, want %s", test.name, test.today, got, test.want)
		}
	}
}

// Nudges open after late days, or, in long periods, before the last step.
func TestNudgeDue(t *testing.T) {
	tests := []struct {
		name, log, today string
		want             bool
	}{
		{"two days late", books("target = 12\nper = \"year\"\nfrom = 2026-01-01", 0, ""), "2026-02-02", false},
		{"three days late", books("target = 12\nper = \"year\"\nfrom = 2026-01-01", 0, ""), "2026-02-03", true},
		{"one a quarter, early", books("target = 1\nper = \"quarter\"\nfrom = 2026-01-01", 0, ""), "2026-03-27", false},
		{"one a quarter, in time", books("target = 1\nper = \"quarter\"\nfrom = 2026-01-01", 0, ""), "2026-03-28", true},
		{"one a quarter, planned", books("target = 1\nper = \"quarter\"\nfrom = 2026-01-01", 1, "2026-03-30"), "2026-03-28", false},
		{"one a month, its last day", books("target = 1\nper = \"month\"\nfrom = 2026-01-01", 0, ""), "2026-01-31", false},
		{"one a month, owed three days", books("target = 1\nper = \"month\"\nfrom = 2026-01-01", 0, ""), "2026-02-03", true},
		{"in a pause", books("target = 12\nper = \"year\"\nfrom = 2026-01-01\n[[pause]]\nfrom = 2026-02-05\nuntil = 2026-02-20", 0, ""), "2026-02-10", false},
		{"a newcomer", books("target = 12\nper = \"year\"\nfrom = 2026-11-22", 0, ""), "2026-11-22", false},
	}
	for _, test := range tests {
		l, findings := Parse([]File{{Name: "learning.toml", Data: []byte(test.log)}}, nil)
		if Errors(findings) > 0 {
			t.Fatal(findings)
		}
		d, _ := civil.Parse(test.today)
		s, _ := l.Standing(l.Goals[0], d)
		if got := s.NudgeDue(3); got != test.want {
			t.Errorf("%s, %s: %v (%s)", test.name, test.today, got, s.Status)
		}
	}
}

// 5 books in the last 90 days, 7 of 12 done, 109 days left: 10 to 15.
func TestForecast(t *testing.T) {
	log := books("target = 12\nper = \"year\"\nfrom = 2026-01-01", 2, "2026-02-01")
	for i, day := range []string{"2026-06-20", "2026-07-10", "2026-08-01", "2026-08-20", "2026-09-10"} {
		log += fmt.Sprintf("[[book]]\ntitle = \"Late %d\"\nfinished = %s\n", i, day)
	}
	l, _ := Parse([]File{{Name: "learning.toml", Data: []byte(log)}}, nil)
	s, _ := l.Standing(l.Goals[0], civil.Of(2026, 9, 14))
	if s.Forecast == nil || s.Forecast.Low != 10*One || s.Forecast.High != 15*One {
		t.Errorf("forecast %+v, want 10 to 15", s.Forecast)
	}
	if s, _ = l.Standing(l.Goals[0], civil.Of(2026, 1, 20)); s.Forecast != nil {
		t.Errorf("forecast %+v after 20 days", s.Forecast)
	}
}
