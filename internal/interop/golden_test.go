package interop

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/tracker"
)

var update = flag.Bool("update", false, "write what is read into the goldens")

// ours is a log that an import comes to.
const ours = `[settings]
start = 2026-01-01

[[certification]]
id = "cissp"
title = "CISSP"
earned = 2025-06-01

[[certification]]
id = "pmp"
title = "PMP"
earned = 2025-06-01

[[book]]
title = "Team Topologies"
finished = 2025-05-05
`

func ourFiles() []tracker.File {
	return []tracker.File{{Name: "learning.toml", Data: []byte(ours)}}
}

// cases are the fixtures, with how they are read.
var cases = []struct {
	format, file string
	options      Options
}{
	{"csv", "cpe.csv", cpeOptions},
	{"csv", "cpe-us.csv", Options{Map: mapped("kind=Type", "title=Title", "date=Completion Date", "hours=Hours", "credits.cissp=CISSP"), Dates: sheet.Dates{Order: sheet.MonthFirst}}},
	{"csv", "fortbildung.csv", Options{Map: mapped("kind=Art", "title=Titel", "date=C", "hours=Stunden", "by=Anbieter")}},
	{"csv", "fortbildung-summe.csv", Options{Map: mapped("kind=Art", "title=Titel", "date=Datum", "hours=Stunden")}},
	{"csv", "formations.csv", Options{Kind: "course", Map: mapped("title=intitulé", "provider=B", "finished=Date de fin", "hours=Durée")}},
	{"goodreads", "goodreads_library_export.csv", Options{}},
	{"goodreads", "goodreads_library_export.csv", Options{Notes: true, Only: []string{"Leadership"}}},
	{"goodreads", "goodreads-raw.csv", Options{}},
	{"goodreads", "goodreads-broken.csv", Options{Only: []string{"wrok"}}},
	{"storygraph", "storygraph_export.csv", Options{Notes: true}},
	{"storygraph", "storygraph-short.csv", Options{}},
	{"storygraph", "storygraph-broken.csv", Options{}},
	{"storygraph", "storygraph-saved.csv", Options{Dates: sheet.Dates{Order: sheet.MonthFirst}}},
	{"storygraph", "storygraph-saved.csv", Options{}},
	{"linkedin", "Certifications.csv", Options{}},
	{"linkedin", "Certifications-short.csv", Options{}},
	{"linkedin", "Learning.csv", Options{}},
	{"linkedin", "Learning-gone.csv", Options{}},
	{"credly", "badges.json", Options{}},
	{"credly", "badges-list.json", Options{}},
	{"credly", "badges-page.json", Options{}},
	{"open-badges", "ob2.json", Options{}},
	{"open-badges", "ob3.json", Options{}},
	{"open-badges", "ob3.json", Options{Credits: "pmp.power-skills"}},
	{"open-badges", "ob-presentation.json", Options{}},
	{"open-badges", "ob-broken.json", Options{}},
	{"json-resume", "resume.json", Options{}},
	{"json-resume", "resume-none.json", Options{}},
	{"json-resume", "resume-broken.json", Options{}},
	{"conference-data", "general.json", Options{Only: []string{"fosdem", "LeadDev Live"}}},
	{"conference-data", "leadership.json", Options{Only: []string{"LeadDev Berlin", "QCon London"}}},
	{"conference-data", "conference-broken.json", Options{Only: []string{"Odd", "Add"}}},
	{"read-action", "read.json", Options{Notes: true}},
	{"read-action", "read-plain.json", Options{}},
	{"read-action", "read-broken.json", Options{}},
}

var cpeOptions = Options{
	Kind: "webinar", Dates: sheet.Dates{Order: sheet.DayFirst},
	Map: mapped("title=Activity", "date=Date", "by=Provider", "hours=Hours", "credits.cissp.a=Group A", "credits.cissp.b=Group B", "credits.pmp=PDU", "evidence=Proof"),
}

func mapped(words ...string) (out []Mapping) {
	for _, w := range words {
		m, err := ParseMapping(w)
		if err != nil {
			panic(err)
		}
		out = append(out, m)
	}
	return out
}

func fixture(t testing.TB, name string) []byte {
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func planOf(t testing.TB, format string, data []byte, o Options, files []tracker.File) (Reading, Plan) {
	t.Helper()
	f, ok := FormatOf(format)
	if !ok {
		t.Fatalf("no format %q", format)
	}
	r := f.Read(data, o)
	log, findings := tracker.Parse(files, nil)
	if n := tracker.Errors(findings); n > 0 {
		t.Fatalf("the log has errors: %v", findings)
	}
	return r, NewPlan(r, format, log, files, nil)
}

// Each fixture is read as its golden says: what is left, noted and at fault, and
// the file that is written.
func TestGoldens(t *testing.T) {
	seen := map[string]int{}
	for _, c := range cases {
		seen[c.file]++
		name := c.file
		if n := seen[c.file]; n > 1 {
			name += fmt.Sprint("-", n)
		}
		t.Run(name, func(t *testing.T) {
			r, p := planOf(t, c.format, fixture(t, c.file), c.options, ourFiles())
			got := told(r, p)
			golden := filepath.Join("testdata", "golden", name+".txt")
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), string(got)); d != "" {
				t.Error(d)
			}
			again(t, c.format, fixture(t, c.file), c.options, p)
		})
	}
}

// told writes a reading and its plan for a golden.
func told(r Reading, p Plan) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d read, %d new\n", r.Rows, len(p.New))
	for _, l := range r.Left {
		fmt.Fprintf(&b, "left: %s, %q: %s (counted: %v)\n", l.Place, l.Title, l.Why, l.Count)
	}
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "note: %s\n", n)
	}
	for _, f := range p.Faults {
		fmt.Fprintf(&b, "fault: %s: %s\n  %s\n", f.Place, f.Says, f.Help)
	}
	if p.Text != nil {
		fmt.Fprintf(&b, "\n%s line %d\n%s", p.File, p.Line, p.Text)
	}
	return b.Bytes()
}

// again imports a file that was imported: nothing is new, and nothing differs.
func again(t *testing.T, format string, data []byte, o Options, p Plan) {
	t.Helper()
	if p.Text == nil {
		return
	}
	_, second := planOf(t, format, data, o, append(ourFiles(), tracker.File{Name: p.File, Data: p.Text}))
	if second.Text != nil || len(second.New) > 0 || len(second.Differs) > 0 || len(second.Likely) > 0 || len(second.Faults) > 0 || second.Same != len(p.New) {
		t.Errorf("again: %d new, %d the same of %d, differ %v, likely %v, faults %v", len(second.New), second.Same, len(p.New), second.Differs, second.Likely, second.Faults)
	}
	if !strings.HasPrefix(string(p.Text), "# From "+format) {
		t.Errorf("the file does not say where it is from: %.60s", p.Text)
	}
}
