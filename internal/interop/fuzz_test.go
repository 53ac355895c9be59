package interop

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/honelog/hone/tracker"
)

// Whatever a file holds: no panic, every fault says how to mend it, what is
// written is a log without errors, and a second import adds nothing.
func FuzzFormats(f *testing.F) {
	names, err := filepath.Glob("testdata/*.*")
	if err != nil || len(names) < 25 {
		f.Fatal(names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for i := range Formats() {
			if fits := filepath.Ext(name) == ".json"; fits == (i > 3) {
				f.Add(i, data, "title=A", "date=B")
			}
		}
	}
	for i := range 2 { // csv
		for _, table := range []string{ownTable, "Type,Title,Date\nTalk,T,2026-03-04\nBook,B,2026-01-02\n"} {
			f.Add(i*2*len(Formats()), []byte(table), "kind=A", "title=B")
		}
	}
	f.Fuzz(func(t *testing.T, n int, data []byte, title, date string) {
		formats := Formats()
		format := formats[((n%len(formats))+len(formats))%len(formats)]
		o := Options{Kind: "webinar"}
		for _, s := range []string{title, date} {
			if m, err := ParseMapping(s); err == nil {
				o.Map = append(o.Map, m)
			}
		}
		if format.Name == "conference-data" {
			o.Only = []string{"FOSDEM"}
		}
		if n >= 2*len(formats) && format.Name == "csv" { // what is guessed, the kinds of rows too
			g, _ := GuessCSV(data, Options{}, nil)
			o = g.Options
		}
		files := ourFiles()
		log, _ := tracker.Parse(files, nil)
		r := format.Read(data, o)
		p := NewPlan(r, format.Name, log, files, nil)
		for _, x := range p.Faults {
			if x.Says == "" {
				t.Errorf("a fault that says nothing: %+v", x)
			}
		}
		if len(p.Faults) > 0 && p.Text != nil {
			t.Errorf("with faults %v something would be written", p.Faults)
		}
		if p.Text == nil {
			return
		}
		files = append(files, tracker.File{Name: p.File, Data: p.Text})
		after, findings := tracker.Parse(files, nil)
		if tracker.Errors(findings) > 0 || len(after.Entries) != len(log.Entries)+len(p.New) {
			t.Fatalf("%v\n%s", findings, p.Text)
		}
		second := NewPlan(format.Read(data, o), format.Name, after, files, nil)
		if second.Text != nil || len(second.Faults) > 0 || len(second.Differs) > 0 || second.Same != len(p.New) {
			t.Fatalf("again: %d the same of %d, differ %v, faults %v\n%s\n%s", second.Same, len(p.New), second.Differs, second.Faults, p.Text, second.Text)
		}
	})
}

// ownTable is one that hone wrote, with entries of several kinds in no order.
const ownTable = "\ufeffkind,activity,id,title,started,finished,date,earned,tags,evidence,takeaway,public,source,credits.cissp\r\n" +
	"talk,,,T,,,2026-03-04,,\"a; b;;; c\",,,,,\r\nbook,,b,'=1+1,2026-01-01,,,,,\"x.pdf; https://example.com/a;b\",\"one\r\ntwo\",false,goodreads:1,\r\n" +
	"activity,study-group,,Papers,,,2026-02,,,,,,,1.125\r\ncertification,,cissp,CISSP,,,,2023-06-01,,,,,,\r\ncertification,,cissp,CISSP,,,,2026-06-01,,,,,,\r\n"

// Guessing never panics, and what it guesses can be asked for.
func FuzzGuess(f *testing.F) {
	for _, name := range []string{"cpe.csv", "cpe-us.csv", "fortbildung.csv", "formations.csv", "goodreads-raw.csv"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("a,a,B,b\n1,2,3,2026-01-01\n"))
	held := []tracker.Credential{{ID: "cissp", Title: "CISSP"}, {ID: "pmp", Title: "PMP"}}
	f.Fuzz(func(t *testing.T, data []byte) {
		g, faults := GuessCSV(data, Options{}, held)
		if len(faults) > 0 {
			return
		}
		for _, m := range g.Map {
			if _, err := ParseMapping(m.Key + "=" + m.Column); err != nil {
				t.Errorf("%+v: %v", m, err)
			}
		}
		for _, x := range readCSV(data, g.Options).Faults {
			if x.Place == (Place{}) && x.Help == "keep one of them" {
				t.Errorf("the guess %v says it twice: %s", g.Map, x.Says)
			}
		}
	})
}
