package interop

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/tracker"
)

func TestOwnList(t *testing.T) {
	for cell, want := range map[string][]string{
		"a":                     {"a"},
		"a; b":                  {"a", "b"},
		"a;b":                   {"a;b"},
		"a;; b":                 {"a; b"},
		"a;;; b":                {"a;", "b"},
		"a;; b;;; c":            {"a; b;", "c"},
		"a;;":                   {"a;"},
		"https://x/a;v=1;w; ;b": {"https://x/a;v=1;w", ";b"},
		"a, b; c":               {"a, b", "c"},
	} {
		if d := cmp.Diff(want, ownList(cell)); d != "" {
			t.Errorf("%q: %s", cell, d)
		}
	}
}

func TestOwnText(t *testing.T) {
	for cell, want := range map[string]string{
		"'=1": "=1", "''=1": "'=1", "' '=1": " '=1", "'@x": "@x", "'＝1": "＝1", "'quoted'": "'quoted'", "'": "'", "=1": "=1", "": "",
	} {
		if got := ownText(cell); got != want {
			t.Errorf("%q is %q, want %q", cell, got, want)
		}
	}
}

// What a table says in another form than hone's is read as that of any table.
func TestIsOwn(t *testing.T) {
	const rows = "\nbook,,\"A, b\",'=1;2026-01-02\n"
	for header, want := range map[string]bool{
		"kind,activity,title,tags":            true,
		"title,kind,credits.cissp.a,activity": true,
		"kind,activity,title,Notes":           false,
		"kind,title,tags":                     false,
		"Kind,Activity,Title":                 false,
	} {
		g, faults := GuessCSV([]byte(header+rows), Options{}, nil)
		if g.Own != want || len(faults) > 0 {
			t.Errorf("%s: %v, %v", header, g.Own, faults)
		}
	}
}

// Ids that are free are kept, those of others are not, and no made one takes an
// id that a later row has.
func TestOwnIDs(t *testing.T) {
	const sheet = "kind,activity,id,title,finished,date,earned,credits.cissp\n" +
		"book,,,First,2026-01-02,,,\nbook,,2026-01-02-first,Second,2026-02-02,,,\nbook,,mine,Third,2026-03-03,,,\n" +
		"webinar,,,Zero trust,,2026-04-04,,1\ncertification,,cissp,CISSP of 2023,,,2023-06-01,\ncertification,,cissp,CISSP,,,2026-06-01,\nactivity,study-group,,Papers,,2026-05-05,,\n"
	files := []tracker.File{{Name: "learning.toml", Data: []byte("[[talk]]\nid = \"mine\"\ntitle = \"T\"\ndate = 2026-01-01\n")}}
	log, _ := tracker.Parse(files, nil)
	plan := NewPlan(readCSV([]byte(sheet), Options{}), "csv", log, files, nil)
	if len(plan.Faults) > 0 {
		t.Fatal(plan.Faults)
	}
	after, findings := tracker.Parse(append(files, tracker.File{Name: plan.File, Data: plan.Text}), nil)
	if tracker.Errors(findings) > 0 {
		t.Fatal(findings)
	}
	var ids []string
	for i := range after.Entries {
		e := &after.Entries[i]
		ids = append(ids, e.Title+": "+e.ID)
	}
	slices.Sort(ids)
	want := "CISSP of 2023: cissp\nCISSP: cissp\nFirst: 2026-01-02-first-2\nPapers: 2026-05-05-papers\nSecond: 2026-01-02-first\nT: mine\n" +
		"Third: 2026-03-03-third\nZero trust: 2026-04-04-zero-trust"
	if d := cmp.Diff(want, strings.Join(ids, "\n")); d != "" {
		t.Error(d)
	}
	// What was changed in the sheet is told, by its id, and not added.
	changed := strings.Replace(sheet, "2026-02-02", "2026-02-03", 1)
	all := append(files, tracker.File{Name: plan.File, Data: plan.Text})
	if plan = NewPlan(readCSV([]byte(changed), Options{}), "csv", after, all, nil); len(plan.New) > 0 || len(plan.Differs) != 1 {
		t.Errorf("%d new, %v", len(plan.New), plan.Differs)
	}
}

// A text keeps its lines in any table.
func TestTakeawayLines(t *testing.T) {
	r := readCSV([]byte("Title,Day,Notes\nGo,2026-01-02,\"one\r\n\r\n- two  \x07three\n\"\n"), Options{Kind: "course", Map: []Mapping{{"title", "Title"}, {"date", "Day"}, {"takeaway", "Notes"}}})
	if got := r.Entries[0].given("takeaway"); got != "one\n\n- two three" {
		t.Errorf("%q", got)
	}
}
