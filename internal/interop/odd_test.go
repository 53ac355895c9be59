package interop

import (
	"strings"
	"testing"

	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/tracker"
)

// What a site's file lacks is told by its row, in the words of a table and not
// of a log, and other rows come in.
func TestOddRows(t *testing.T) {
	const storyGraph = "Title,Read Status,Dates Read\n,read,2024/03/01\nA,read,2024/03/02\n"
	for name, r := range map[string]Reading{
		"goodreads":  readGoodreads([]byte(goodreadsHeader+"1,,J,,5,,2026/01/02,,read,1\n2,A,J,,5,,2026/01/02,,read,1\n"), Options{}),
		"storygraph": readStoryGraph([]byte(storyGraph), Options{}),
	} {
		if len(r.Entries) != 1 || len(r.Left) != 1 || r.Left[0].Place.N != 2 || r.Left[0].Why != "without a title" || len(r.Faults) > 0 {
			t.Errorf("%s: %d entries, left %v, faults %v", name, len(r.Entries), r.Left, r.Faults)
		}
	}
	log, _ := tracker.Parse(nil, nil)
	maps := []Mapping{{"kind", "Kind"}, {"title", "Title"}, {"date", "Day"}, {"role", "Role"}}
	r := readCSV([]byte("Kind,Title,Day,Role\nmentoring,,2026-01-02,\nwebinar,A,soon,\nbook,B,2026-01-03,\n"), Options{Map: maps})
	p := NewPlan(r, "csv", log, nil, nil)
	var told []string
	for _, f := range p.Faults {
		told = append(told, f.Place.String()+": "+f.Says+"; "+f.Help)
	}
	want := "row 3, column Day (C3): \"soon\" is no day; write it like 2026-01-31\nrow 2: a mentoring needs \"role\"; fill it in in the file, or take the row out"
	if got := strings.Join(told, "\n"); got != want || p.Text != nil {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	for _, header := range []string{"Title,Day\n", "kind,activity,title\n"} {
		if _, faults := GuessCSV([]byte(header), Options{}, nil); len(faults) != 1 || faults[0] != noRows {
			t.Errorf("%q: %v", header, faults)
		}
	}
	if g, _ := GuessCSV([]byte(storyGraph), Options{}, nil); g.Site != "storygraph" {
		t.Errorf("it looks like %q", g.Site)
	}
	r = readCSV([]byte("Kind,Title,Day\nActivity,A,2026-01-02\n"), Options{Map: maps[:3]})
	if len(r.Faults) != 1 || !strings.Contains(r.Faults[0].Help, "--map activity=COLUMN") {
		t.Error(r.Faults)
	}
	r = readCSV([]byte("Kind,Title,Day,What\nActivity,A,2026-01-02,Study-Group\n"), Options{Map: append(maps[:3:3], Mapping{"activity", "What"})})
	if p := NewPlan(r, "csv", log, nil, nil); len(p.Faults) > 0 || !strings.Contains(string(p.Text), `kind = "study-group"`) {
		t.Errorf("%v\n%s", p.Faults, p.Text)
	}
	r = readConferences([]byte(`[{"name":"KubeCon","startDate":"2026-11-30"}]`), Options{Only: []string{"kubcon"}})
	if len(r.Faults) != 1 || r.Faults[0].Help != `did you mean "KubeCon"?` {
		t.Error(r.Faults)
	}
}

// All that is wrong in a row is told, also where its kind is none; and a row that
// sums up is one only when there are numbers behind its name.
func TestOddKinds(t *testing.T) {
	maps := []Mapping{{"kind", "Kind"}, {"title", "Title"}, {"date", "Day"}, {"hours", "Hours"}}
	r := readCSV([]byte("Title,Kind,Day,Hours\nA,webinr,soon,many\nTotal,webinar,2026-01-02,1\nTotal,,,9\nTotal:,,x,9\n"), Options{Map: maps})
	var told []string
	for _, f := range r.Faults {
		told = append(told, f.Place.String()+": "+f.Says)
	}
	want := "row 2, column Kind (B2): \"webinr\" is no kind\nrow 2, column Day (C2): \"soon\" is no day\nrow 2, column Hours (D2): \"many\" is no number\n" +
		"row 5, column Kind (B5): the kind is empty\nrow 5, column Day (C5): \"x\" is no day"
	if got := strings.Join(told, "\n"); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if len(r.Entries) != 1 || r.Entries[0].Title() != "Total" || len(r.Left) != 1 || r.Left[0].Place.N != 4 {
		t.Errorf("%v, left %v", r.Entries, r.Left)
	}
}

// A file that a spreadsheet saved again is read once its dates are said; until
// then the way out is one that its format takes.
func TestSavedAgain(t *testing.T) {
	table := []byte(goodreadsHeader + "1,A,J,,5,0,3/4/2026,,read,1\n")
	r := readGoodreads(table, Options{})
	if len(r.Faults) != 1 || r.Faults[0].Help != "say which: --dates dmy or --dates mdy" {
		t.Errorf("%v", r.Faults)
	}
	r = readGoodreads(table, Options{Dates: sheet.Dates{Order: sheet.MonthFirst}})
	if len(r.Faults) > 0 || len(r.Entries) != 1 || r.Entries[0].given("finished") != "2026-03-04" || r.Entries[0].given("pages") != "" {
		t.Errorf("%v, %v", r.Faults, r.Entries)
	}
	r = readResume([]byte(`{"certificates":[{"name":"A","date":"03/04/2026"}]}`), Options{})
	if len(r.Faults) != 1 || strings.Contains(r.Faults[0].Help, "--dates") {
		t.Errorf("%v", r.Faults)
	}
}
