package sheet

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/tracker/civil"
)

func TestDay(t *testing.T) {
	for _, c := range []struct{ text, unsaid, dmy, mdy string }{
		{"2026-11-21", "2026-11-21", "2026-11-21", "2026-11-21"},
		{"2026/11/21", "2026-11-21", "2026-11-21", "2026-11-21"},
		{"2026.1.2", "2026-01-02", "2026-01-02", "2026-01-02"},
		{"20261121", "2026-11-21", "2026-11-21", "2026-11-21"},
		{"2026-11-21T23:59:00Z", "2026-11-21", "2026-11-21", "2026-11-21"},
		{"2026-11-21T23:59:00.123+02:00", "2026-11-21", "2026-11-21", "2026-11-21"},
		{"2026-11-21 17:02 UTC", "2026-11-21", "2026-11-21", "2026-11-21"},
		{"11/21/2026, 5:02 PM", "2026-11-21", "", "2026-11-21"},
		{"21.11.2026", "2026-11-21", "2026-11-21", ""},
		{"3. 4. 2026", "2026-04-03", "2026-04-03", "2026-03-04"},
		{"03.04.26", "2026-04-03", "2026-04-03", "2026-03-04"},
		{"21/11/2026", "2026-11-21", "2026-11-21", ""},
		{"11/21/2026", "2026-11-21", "", "2026-11-21"},
		{"03/04/2026", "", "2026-04-03", "2026-03-04"},
		{"03-04-2026", "", "2026-04-03", "2026-03-04"},
		{"04/04/2026", "2026-04-04", "2026-04-04", "2026-04-04"},
		{"21/11/26", "", "2026-11-21", ""},
		{"11/21/98", "", "", "1998-11-21"},
		{"2026-11", "2026-11", "2026-11", "2026-11"},
		{"11/2026", "2026-11", "2026-11", "2026-11"},
		{"May 2023", "2023-05", "2023-05", "2023-05"},
		{"21 Nov 2026", "2026-11-21", "2026-11-21", "2026-11-21"},
		{"Nov 21, 2026", "2026-11-21", "2026-11-21", "2026-11-21"},
		{"November 21st, 2026", "2026-11-21", "2026-11-21", "2026-11-21"},
		{"21-Nov-26", "2026-11-21", "2026-11-21", "2026-11-21"},
		{"21. März 2026", "2026-03-21", "2026-03-21", "2026-03-21"},
		{"1er février 2026", "2026-02-01", "2026-02-01", "2026-02-01"},
		{"le 21 décembre 2026", "2026-12-21", "2026-12-21", "2026-12-21"},
		{"46347", "", "", ""},
		{"2026", "", "", ""},
		{"2026-02-29", "", "", ""},
		{"2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"},
		{"31/04/2026", "", "", ""},
		{"2026-13", "", "", ""},
		{"soon", "", "", ""},
		{"", "", "", ""},
		{"Nov", "", "", ""},
		{"0 Nov 2026", "", "", ""},
	} {
		for _, o := range []struct {
			order Order
			want  string
		}{{NoOrder, c.unsaid}, {DayFirst, c.dmy}, {MonthFirst, c.mdy}} {
			day, err := Dates{Order: o.order}.Day(c.text)
			if day.String() != o.want || (err == nil) != (o.want != "") {
				t.Errorf("%q in order %d: %s, %v; want %s", c.text, o.order, day, err, o.want)
			}
			if f, ok := err.(*Fault); err != nil && (!ok || f.Help == "") {
				t.Errorf("%q: no help: %v", c.text, err)
			}
		}
	}
}

// The other order of days is a way out only where it would be read.
func TestDayHelp(t *testing.T) {
	for text, want := range map[string]bool{"2026-13-02": false, "20261302": false, "13/13/2026": false, "31 Apr 2026": false, "04.13.2026": true} {
		_, err := Dates{}.Day(text)
		if f, ok := err.(*Fault); !ok || strings.Contains(f.Help, "--dates") != want {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// Day numbers are those of the spreadsheet, from March 1900 on.
func TestDayNumbers(t *testing.T) {
	for n, want := range map[int]string{10000: "1927-05-18", 36526: "2000-01-01", 44197: "2021-01-01", 46347: "2026-11-21"} {
		day, err := Dates{Serial: true}.Day(fmt.Sprint(n))
		if err != nil || day.String() != want {
			t.Errorf("%d is %s, %v; want %s", n, day, err, want)
		}
	}
	if day, err := (Dates{Serial: true}).Day("46347.75"); err != nil || day.String() != "2026-11-21" {
		t.Errorf("with a time: %s, %v", day, err)
	}
}

// Every day of three years is read back from every way to write it.
// Of a month with two digits nobody can say whether they are a year or a day,
// unless a spreadsheet wrote it.
func TestMonthOfASpreadsheet(t *testing.T) {
	for text, want := range map[string]string{"Oct-23": "2023-10", "Mar 98": "1998-03", "März-26": "2026-03", "23-Oct": "", "Foo-23": ""} {
		if day, err := (Dates{}).Day(text); err == nil {
			t.Errorf("%q is taken for %s", text, day)
		} else if want != "" && !strings.Contains(err.Error()+fmt.Sprint(err), "may be a month or a day") {
			t.Errorf("%q: %v", text, err)
		}
		if day, err := (Dates{Serial: true}).Day(text); day.String() != want || (err == nil) != (want != "") {
			t.Errorf("%q of a spreadsheet: %s, %v; want %s", text, day, err, want)
		}
	}
}

func TestEveryWay(t *testing.T) {
	ways := []struct {
		layout string
		dates  Dates
	}{
		{"2006-01-02", Dates{}}, {"2006/1/2", Dates{}}, {"02.01.2006", Dates{}}, {"2.1.2006", Dates{}}, {"2 Jan 2006", Dates{}}, {"January 2, 2006", Dates{}},
		{"02-Jan-06", Dates{}}, {"01/02/2006", Dates{Order: MonthFirst}}, {"1/2/06", Dates{Order: MonthFirst}}, {"02/01/2006", Dates{Order: DayFirst}},
		{"2006-01-02T15:04:05Z07:00", Dates{}}, {"2006-01-02 15:04", Dates{}}, {"1/2/2006 3:04:05 PM", Dates{Order: MonthFirst}}, {"2 January 2006", Dates{}},
	}
	for at := time.Date(2023, 1, 1, 12, 30, 0, 0, time.UTC); at.Year() < 2026; at = at.AddDate(0, 0, 1) {
		want := civil.Of(at.Year(), at.Month(), at.Day()).String()
		for _, w := range ways {
			if day, err := w.dates.Day(at.Format(w.layout)); err != nil || day.String() != want {
				t.Fatalf("%s: %s, %v", at.Format(w.layout), day, err)
			}
		}
		if day, err := (Dates{}).Day(at.Format("01/02/2006")); err == nil && day.String() != want {
			t.Fatalf("%s was read as %s", at.Format("01/02/2006"), day)
		}
	}
}

func TestNumber(t *testing.T) {
	for text, want := range map[string]string{
		"1": "1", "1.5": "1.5", "1,5": "1.5", "0,125": "0.125", "0.50": "0.5", "1:30": "1.5", "0:20": "0.333333", "2 h": "2", "1,5 Std.": "1.5",
		"3 PDUs": "3", "1.234,5": "1234.5", "1,234.5": "1234.5", "007": "7", "1,500": "", "1.500": "", "many": "", "": "", "-1": "", "1e3": "", "1.2.3": "", "1:75": "",
	} {
		got, err := Number(text)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q is %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestParseDates(t *testing.T) {
	for _, s := range []string{"dmy", "mdy", "excel", "dmy,excel"} {
		if d, err := ParseDates(s); err != nil || d.String() != s {
			t.Errorf("%s: %s, %v", s, d, err)
		}
	}
	for _, s := range []string{"", "ymd", "dmy,mdy"} {
		if _, err := ParseDates(s); err == nil {
			t.Errorf("%q was read", s)
		}
	}
}

// A day that is read without an order means the same with any that reads it,
// and what is read is in the calendar.
func FuzzDay(f *testing.F) {
	for _, s := range strings.Fields("2026-11-21 03/04/2026 21.11.26 46347 May,2023 1er.février.2026 2026-11-21T23:59:00Z") {
		f.Add(strings.ReplaceAll(s, ",", " "))
	}
	f.Fuzz(func(t *testing.T, s string) {
		day, err := Dates{}.Day(s)
		if err != nil {
			return
		}
		if y := day.Last().Year(); y < 1 || y > 9999 {
			t.Errorf("%q is in the year %d", s, y)
		}
		if dotted := strings.Contains(s, "."); dotted {
			return
		}
		for _, order := range []Order{DayFirst, MonthFirst} {
			if other, err := (Dates{Order: order}).Day(s); err == nil && other != day {
				t.Errorf("%q is %s, and %s in order %d", s, day, other, order)
			}
		}
	})
}
