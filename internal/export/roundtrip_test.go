package export

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/internal/interop"
	"github.com/honelog/hone/tracker"
)

// imported is a log that holds what a file of a format gives.
func imported(t *testing.T, format string, data []byte, o interop.Options) *tracker.Log {
	t.Helper()
	formats := interop.Formats()
	f := formats[slices.IndexFunc(formats, func(f interop.Format) bool { return f.Name == format })]
	const skill = "[skill.kubernetes]\narea = \"technical\"\n\n"
	files := []tracker.File{{Name: "learning.toml", Data: []byte(skill)}}
	plan := interop.NewPlan(f.Read(data, o), format, parse(t, skill), files, nil)
	for _, fault := range plan.Faults {
		t.Errorf("%s: %v: %s; %s", format, fault.Place, fault.Says, fault.Help)
	}
	return parse(t, skill+string(plan.Text))
}

// kept are the entries of a log as JSON has them, but for what an import gives
// of its own, and for what has no day and so is not imported.
func kept(t *testing.T, l *tracker.Log, without ...string) (entries []map[string]any) {
	for _, e := range entriesOf(t, JSON(l, Options{Today: today, Private: true})) {
		k := tracker.KindOf(e["kind"].(string))
		if e[k.Counts] == nil && (k.Else == "" || e[k.Else] == nil) {
			continue
		}
		for _, key := range append(without, "id", "source") {
			delete(e, key)
		}
		entries = append(entries, e)
	}
	return entries
}

// A spreadsheet that was written is imported as it was: every key of every kind
// but an activity, whose rows say their own kind in another column.
func TestImportCSV(t *testing.T) {
	text, _, _ := strings.Cut(logText(t), "[[activity]]")
	text = strings.Replace(text, `"talk", "study-group"`, `"talk"`, 1)
	text = strings.Replace(text, `, "https://example.com/c/1"]`, "]", 1) // one piece of evidence in a cell
	text = strings.Replace(text, "talk;\n", "talk; ", 1)                 // texts come back on one line
	l := parse(t, text)
	o := Options{Today: today, Private: true}
	data := CSV(l, o)
	header, _, _ := strings.Cut(strings.TrimPrefix(string(data), "\ufeff"), "\r\n")
	var maps []interop.Mapping
	for _, column := range strings.Split(header, ",") {
		if column != "activity" && column != "id" && column != "source" {
			maps = append(maps, interop.Mapping{Key: column, Column: column})
		}
	}
	back := imported(t, "csv", data, interop.Options{Map: maps})
	before, after := kept(t, l), kept(t, back)
	if d := cmp.Diff(before, after); d != "" {
		t.Error(d)
	}
	if len(before) < 20 {
		t.Errorf("only %d entries", len(before))
	}
}

// Certificates of a JSON Resume come back with all that it holds.
func TestImportResume(t *testing.T) {
	l := parse(t, logText(t))
	o := Options{Today: today, Private: true}
	back := imported(t, "json-resume", Resume(l, o), interop.Options{})
	want := certificatesOf(t, Resume(l, o))
	if d := cmp.Diff(want, certificatesOf(t, Resume(back, o))); d != "" || len(want) != 2 {
		t.Errorf("of %d: %s", len(want), d)
	}
}

func certificatesOf(t *testing.T, data []byte) []resumeCertificate {
	t.Helper()
	var r resume
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(r.Certificates, func(a, b resumeCertificate) int { return strings.Compare(a.Name, b.Name) })
	return r.Certificates
}
