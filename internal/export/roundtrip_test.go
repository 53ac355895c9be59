package export

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/internal/brute"
	"github.com/honelog/hone/internal/interop"
	"github.com/honelog/hone/tracker"
)

// skillsOf are the skills that a log defines: they are in no spreadsheet.
func skillsOf(l *tracker.Log) (text string) {
	for _, s := range l.Skills {
		text += "[skill." + s.Name + "]\narea = \"" + s.Area.String() + "\"\n\n"
	}
	return text
}

// imports is the log of a text with what a file of a format adds to it.
func imports(t *testing.T, format string, data []byte, into string) (text string, plan interop.Plan) {
	t.Helper()
	f, _ := interop.FormatOf(format)
	files := []tracker.File{{Name: "learning.toml", Data: []byte(into)}}
	l := parse(t, into)
	plan = interop.NewPlan(f.Read(data, interop.Options{}), format, l, files, nil)
	for _, fault := range plan.Faults {
		t.Errorf("%s: %v: %s; %s\n%s", format, fault.Place, fault.Says, fault.Help, data)
	}
	return into + string(plan.Text), plan
}

// kept are the entries of a log as JSON has them. A cell has no white space at
// its ends.
func kept(t *testing.T, l *tracker.Log) []map[string]any {
	t.Helper()
	var trim func(v any) any
	trim = func(v any) any {
		switch v := v.(type) {
		case string:
			return strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\x00", "\ufffd").Replace(v))
		case []any:
			for i := range v {
				v[i] = trim(v[i])
			}
		case map[string]any:
			for key := range v {
				v[key] = trim(v[key])
			}
		}
		return v
	}
	entries := entriesOf(t, JSON(l, Options{Today: today, Private: true}))
	for _, e := range entries {
		trim(e)
	}
	return entries
}

// unnamed are entries without the ids and sources that an import gives to those
// that had none.
func unnamed(entries []map[string]any) (out []string) {
	for _, e := range entries {
		if id, _ := e["id"].(string); strings.HasPrefix(id, "20") || strings.Contains(id, "entry") {
			delete(e, "id")
		}
		if source, _ := e["source"].(string); strings.HasPrefix(source, "csv:") {
			delete(e, "source")
		}
		text, err := json.Marshal(e)
		if err != nil {
			panic(err)
		}
		out = append(out, string(text))
	}
	slices.Sort(out)
	return out
}

// A spreadsheet that was written is imported as it was: every key of every kind,
// what is in progress, and what is private. What was imported is exported and
// imported with its ids and sources; and once more, nothing is new.
func TestImportCSV(t *testing.T) {
	const held = "[[certification]]\nid = \"cissp\"\ntitle = \"CISSP\"\nearned = 2025-01-01\n\n"
	texts := []string{
		logText(t),
		held + "[[course]]\ntitle = \"x\"\nfinished = 2026-01-01\ncredits.cissp.\"A, =B\" = 1\ncredits.cissp.\"a.b\" = 2.125\ncredits.cissp.\"Group A\" = 3\n",
	}
	for _, s := range hostile {
		texts = append(texts, hostileLog(s))
	}
	for seed := range uint64(100) {
		l, _ := brute.Random(seed)
		texts = append(texts, brute.Write(l))
	}
	for _, text := range texts {
		if comesBack(t, text); t.Failed() {
			return
		}
	}
}

// comesBack holds a log against what its spreadsheet gives.
func comesBack(t *testing.T, text string) {
	t.Helper()
	o := Options{Today: today, Private: true}
	l := parse(t, text)
	skills := skillsOf(l)
	first, _ := imports(t, "csv", CSV(l, o), skills)
	if d := cmp.Diff(unnamed(kept(t, l)), unnamed(kept(t, parse(t, first)))); d != "" {
		t.Errorf("%s\n%s\n%s", d, CSV(l, o), text)
	}
	data := CSV(parse(t, first), o)
	second, _ := imports(t, "csv", data, skills)
	if d := cmp.Diff(kept(t, parse(t, first)), kept(t, parse(t, second))); d != "" {
		t.Errorf("again: %s", d)
	}
	for _, into := range []string{first, text} {
		if _, plan := imports(t, "csv", data, into); len(plan.New)+len(plan.Differs) > 0 {
			t.Errorf("%d new, %v\n%s", len(plan.New), plan.Differs, text)
		}
	}
}

// Any text comes back from every key that takes one, but for white space at its
// ends, and but for the one session that is called like a number.
func FuzzImportCSV(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.TrimSpace(s)
		text := hostileLog(s)
		if _, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(text)}}, nil); tracker.Errors(findings) > 0 || len(s) > 1000 || strings.ContainsRune(s, 0) || strings.Trim(s, "0123456789") == "" {
			return
		}
		comesBack(t, text)
	})
}

// Certificates of a JSON Resume come back with all that it holds.
func TestImportResume(t *testing.T) {
	l := parse(t, logText(t))
	o := Options{Today: today, Private: true}
	text, _ := imports(t, "json-resume", Resume(l, o), "")
	back := parse(t, text)
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
