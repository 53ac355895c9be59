package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/internal/brute"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

var update = flag.Bool("update", false, "write the files that tests compare with")

var today = civil.Of(2026, 11, 21)

// formats are all that a log can be written in.
var formats = map[string]func(*tracker.Log, Options) []byte{
	"log.json": JSON, "log.csv": CSV, "resume.json": Resume, "log.ics": ICS, "log.atom": Atom, "review.md": Review,
}

func parse(t testing.TB, text string) *tracker.Log {
	t.Helper()
	l, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(text)}}, nil)
	for _, f := range findings {
		if f.Severity == tracker.Error {
			t.Fatalf("%v\n%s", f, text)
		}
	}
	return l
}

func logText(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/log.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestGoldens(t *testing.T) {
	l := parse(t, logText(t))
	for name, write := range formats {
		got := write(l, Options{Today: today, Name: "Ada", URL: "https://ada.example/learning.atom"})
		name = "testdata/" + name
		if *update {
			if err := os.WriteFile(name, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), string(got)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// Nothing private goes out unless it is asked for; and the same goes out twice.
func TestPrivate(t *testing.T) {
	text := logText(t)
	for name, write := range formats {
		public := string(write(parse(t, text), Options{Today: today}))
		if i := strings.Index(strings.ToLower(public), "canary"); i >= 0 {
			t.Errorf("%s: %.200s", name, public[max(0, i-80):])
		}
		if again := string(write(parse(t, text), Options{Today: today})); again != public {
			t.Errorf("%s: twice is not the same", name)
		}
		if whole := string(write(parse(t, text), Options{Today: today, Private: true})); name != "resume.json" && name != "log.ics" && !strings.Contains(whole, "CANARY") {
			t.Errorf("%s: what is private is not there with Private", name)
		}
	}
	o := Options{Today: today}
	if n := o.LeftOut(parse(t, text)); n != 4 {
		t.Errorf("%d left out", n)
	}
	whole := Options{Today: today, Private: true}
	for name, want := range map[string]string{"log.ics": "SUMMARY:CANARY exam expires", "resume.json": `"CANARY exam"`, "log.json": `"CANARY reason"`} {
		if got := string(formats[name](parse(t, text), whole)); !strings.Contains(got, want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
}

// A span picks entries by their day; those on its first and last day belong.
func TestSpan(t *testing.T) {
	l := parse(t, logText(t))
	o := Options{Today: today, Span: &tracker.Stretch{From: civil.Of(2026, 4, 14), Until: civil.Of(2026, 6, 1)}}
	var names []string
	for _, e := range o.Entries(l) {
		names = append(names, e.Name())
	}
	if d := cmp.Diff([]string{"Postmortems without blame", "Papers", "CISSP"}, names); d != "" {
		t.Error(d)
	}
	if ics := string(ICS(l, o)); strings.Contains(ics, "VEVENT") {
		t.Error(ics)
	}
	if review := string(Review(l, o)); !strings.HasPrefix(review, "# What I learned from 14 Apr to 1 Jun 2026\n\n3 entries, 1.5 h.") {
		t.Error(review)
	} else if strings.Contains(review, "Under way") || !strings.Contains(review, "| how it went |") {
		t.Errorf("a span that is over: %s", review)
	}
}

// hostile are texts that mean something to one of the formats.
var hostile = []string{
	"=1+1", "+1", "-1", "@x", "'=1", " =1", "' '=1", "\u00a0@x", "a; b", "a;; b;", "; a", "a;", "line\n\n  - second", "'", "1.125", "''+1", "'quoted'", "＝1", "\t=1", "=HYPERLINK(\"http://x\",\"y\")", "a,b;c\"d\"", " padded ",
	"x\r\nEND:VEVENT\r\nBEGIN:VEVENT", "x\nATTACH:http://x", `back\slash\n`, "semi;colon,comma", strings.Repeat("🙂", 200), strings.Repeat("é", 99) + "漢字",
	"</title><script>alert(1)</script>", "]]>", "<!--", "&amp; &lt;", "\u202eright to left", "nul\u0000?", "\ufffe\uffff", "a\u0085b\u2028c\u2029d",
	"# head", "| cell | x", "[link](javascript:alert(1))", "![img](http://x)", "@everyone #1", "<img src=x onerror=alert(1)>", "`code`", "---", "1. list", "20) list", "- dash", "2026. A year", "* star", "+ plus", "$x$",
}

// hostileLog puts a text wherever a log takes one.
func hostileLog(s string) string {
	q := tracker.Quote(s)
	return fmt.Sprintf(`[[goal]]
id = "x"
title = %[1]s
kinds = ["book"]
target = 3
per = "year"
from = 2026-01-01

[[book]]
title = %[1]s
author = %[1]s
finished = 2026-02-01
tags = [%[1]s]
takeaway = %[1]s

[[conference]]
title = %[1]s
start = 2026-12-01
place = %[1]s
sessions = [%[1]s]
takeaway = %[1]s

[[project]]
title = %[1]s
finished = 2026-03-01
outcome = %[1]s
role = %[1]s

[[certification]]
id = "c"
title = %[1]s
issuer = %[1]s
earned = 2026-01-01
expires = 2027-01-01

[[talk]]
title = %[1]s
at = %[1]s
date = 2026-03-01

[[course]]
title = %[1]s
started = 2026-03-01
`, q)
}

func TestHostileTexts(t *testing.T) {
	for _, s := range hostile {
		l, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(hostileLog(s))}}, nil)
		if tracker.Errors(findings) > 0 {
			t.Fatalf("%q: %v", s, findings)
		}
		wellFormed(t, l, Options{Today: today, Name: s, URL: "https://example.com/" + s})
	}
}

// wellFormed fails when a format is none.
func wellFormed(t testing.TB, l *tracker.Log, o Options) {
	t.Helper()
	for _, name := range []string{"log.json", "resume.json"} {
		if data := formats[name](l, o); !json.Valid(data) || !utf8.Valid(data) {
			t.Errorf("%s: %s", name, data)
		}
	}
	d := xml.NewDecoder(bytes.NewReader(Atom(l, o)))
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("atom: %v\n%s", err, Atom(l, o))
		}
	}
	checkICS(t, string(ICS(l, o)))
	checkCSV(t, l, o)
	review := string(Review(l, o))
	if !utf8.ValidString(review) || strings.ContainsAny(review, "<\r\x00") {
		t.Errorf("review: %s", review)
	}
}

// checkICS holds the lines of a calendar to RFC 5545: their ends, their length,
// names that there are, and what is open closed.
func checkICS(t testing.TB, ics string) {
	t.Helper()
	if !utf8.ValidString(ics) || !strings.HasSuffix(ics, "END:VCALENDAR\r\n") {
		t.Errorf("%q", ics)
	}
	for _, line := range strings.SplitAfter(ics, "\r\n") {
		if len(line) > 77 || strings.ContainsAny(strings.TrimSuffix(line, "\r\n"), "\r\n\x00") || !utf8.ValidString(line) {
			t.Errorf("the line %q", line)
		}
	}
	open := []string{}
	for _, line := range strings.Split(strings.TrimSuffix(strings.ReplaceAll(ics, "\r\n ", ""), "\r\n"), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		name, _, _ = strings.Cut(name, ";")
		switch {
		case !ok || !slices.Contains(strings.Fields("BEGIN END VERSION PRODID CALSCALE NAME X-WR-CALNAME UID DTSTAMP DTSTART DTEND SUMMARY DESCRIPTION LOCATION URL CATEGORIES TRANSP"), name):
			t.Errorf("the line %q", line)
		case name == "BEGIN":
			open = append(open, value)
		case name == "END":
			if len(open) == 0 || open[len(open)-1] != value {
				t.Fatalf("%s ends in %v", value, open)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%v is open", open)
	}
}

// checkCSV reads a spreadsheet back: every cell is what the entry says, and none
// is a formula.
func checkCSV(t testing.TB, l *tracker.Log, o Options) {
	t.Helper()
	text, marked := strings.CutPrefix(string(CSV(l, o)), "\ufeff")
	if !marked {
		t.Error("no byte order mark")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	entries := o.Entries(l)
	if len(rows) != len(entries)+1 {
		t.Fatalf("%d rows of %d entries", len(rows), len(entries))
	}
	for i, e := range entries {
		want := cellsOf(valuesOf(e, o.hidden(l)))
		for j, cell := range rows[i+1] {
			if isFormula(strings.TrimSpace(cell)) || isFormula(cell) {
				t.Errorf("the formula %q", cell)
			}
			if strings.HasPrefix(cell, "'") && isFormula(behindMarks(cell)) {
				cell = cell[1:]
			}
			// Go's reader takes \r\n in a cell for \n.
			if said := strings.ReplaceAll(strings.ReplaceAll(want[rows[0][j]], "\r\n", "\n"), "\x00", "\ufffd"); cell != said {
				t.Errorf("%s: %q, want %q", rows[0][j], cell, said)
			}
			delete(want, rows[0][j])
		}
		if len(want) > 0 {
			t.Errorf("no column for %v", want)
		}
	}
}

// entriesOf are the entries of a JSON export, without their places, in an order
// that does not depend on them.
func entriesOf(t *testing.T, data []byte) []map[string]any {
	t.Helper()
	var doc struct{ Entries []map[string]any }
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	by := map[string]map[string]any{}
	for i, e := range doc.Entries {
		delete(e, "at")
		by[fmt.Sprint(e, i)] = e
	}
	var sorted []map[string]any
	for _, said := range slices.Sorted(maps.Keys(by)) {
		sorted = append(sorted, by[said])
	}
	return sorted
}

// tomlOf writes an entry of a JSON export as a log has it.
func tomlOf(e map[string]any) string {
	var b strings.Builder
	k := tracker.KindOf(e["kind"].(string))
	fmt.Fprintf(&b, "[[%s]]\n", k.Name)
	for i := range k.Keys {
		key := &k.Keys[i]
		name := key.Name
		if name == "kind" {
			name = "activity"
		}
		if v, ok := e[name]; ok {
			fmt.Fprintf(&b, "%s = %s\n", key.Name, tomlValue(v, key.Type == tracker.DateType || key.Type == tracker.SubmitsType))
		}
	}
	return b.String()
}

func tomlValue(v any, date bool) string {
	switch v := v.(type) {
	case string:
		if date && len(v) == 10 {
			return v
		}
		return tracker.Quote(v)
	case []any:
		var items []string
		for _, x := range v {
			items = append(items, tomlValue(x, false))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		var items []string
		for name, x := range v {
			items = append(items, tracker.Quote(name)+" = "+tomlValue(x, date))
		}
		slices.Sort(items)
		return "{ " + strings.Join(items, ", ") + " }"
	}
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// What goes out as JSON and is written as a log again goes out the same: of the
// entries nothing is lost.
func TestJSONKeepsEntries(t *testing.T) {
	texts := []string{logText(t)}
	for seed := range uint64(200) {
		l, _ := brute.Random(seed)
		texts = append(texts, brute.Write(l))
	}
	o := Options{Today: today, Private: true}
	for _, text := range texts {
		before := entriesOf(t, JSON(parse(t, text), o))
		again := "[skill.kubernetes]\narea = \"technical\"\n[skill.negotiation]\narea = \"people\"\n"
		for _, e := range before {
			again += tomlOf(e)
		}
		if d := cmp.Diff(before, entriesOf(t, JSON(parse(t, again), o))); d != "" {
			t.Fatalf("%s\n%s", d, text)
		}
	}
}

// Logs made by chance are well-formed in every format.
func TestAnyLog(t *testing.T) {
	for seed := range uint64(60) {
		model, day := brute.Random(seed)
		date, err := civil.Parse(day.String())
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, parse(t, brute.Write(model)), Options{Today: date, Private: seed%2 == 0})
	}
	wellFormed(t, parse(t, ""), Options{Today: today})
}

// Ids stay when entries are added before and behind, and no two are the same.
func TestIDsStay(t *testing.T) {
	ids := func(text string) (found []string) {
		for _, line := range strings.Split(string(Atom(parse(t, text), Options{Today: today})), "\n") {
			if strings.HasPrefix(line, "    <id>") {
				found = append(found, line)
			}
		}
		for _, line := range strings.Split(string(ICS(parse(t, text), Options{Today: today})), "\r\n") {
			if strings.HasPrefix(line, "UID:") {
				found = append(found, line)
			}
		}
		return found
	}
	text := logText(t)
	before := ids(text)
	after := ids(strings.Replace(text, "\n[[goal]]", "\n[[article]]\ntitle = \"older\"\ndate = 2025-12-31\n\n[[goal]]", 1) + "[[article]]\ntitle = \"newer\"\ndate = 2026-11-20\n")
	seen := map[string]bool{}
	for _, id := range before {
		if seen[id] || !slices.Contains(after, id) {
			t.Errorf("%s is there twice or went", id)
		}
		seen[id] = true
	}
	if len(after) != len(before)+2 || len(before) < 15 {
		t.Errorf("%d and %d ids", len(before), len(after))
	}
	twice := ids(strings.Repeat("[[article]]\ntitle = \"x\"\ndate = 2026-01-01\n", 3))
	if slices.Sort(twice); len(slices.Compact(twice)) != 3 {
		t.Errorf("%v", twice)
	}
}

func FuzzFormats(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(hostileLog(s))}}, nil)
		if tracker.Errors(findings) == 0 {
			wellFormed(t, l, Options{Today: today, Name: s, URL: "https://example.com/" + s})
		}
	})
}

// A feed has what RFC 4287 asks for, and in the order of the days what was done.
func TestAtom(t *testing.T) {
	l := parse(t, logText(t))
	o := Options{Today: today}
	type entry struct {
		ID        string `xml:"id"`
		Title     string `xml:"title"`
		Updated   string `xml:"updated"`
		Content   string `xml:"content"`
		Published string `xml:"published"`
	}
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Author  string   `xml:"author>name"`
		Entries []entry  `xml:"entry"`
	}
	if err := xml.Unmarshal(Atom(l, o), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.ID == "" || feed.Title == "" || feed.Author == "" {
		t.Errorf("%+v", feed)
	}
	seen := map[string]bool{}
	for i, e := range feed.Entries {
		if _, err := time.Parse(time.RFC3339, e.Updated); err != nil || e.Title == "" || e.Content == "" || e.Updated != e.Published || e.Updated > feed.Updated {
			t.Errorf("%+v %v", e, err)
		}
		if !regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).MatchString(e.ID) || seen[e.ID] {
			t.Errorf("the id %s", e.ID)
		}
		if seen[e.ID] = true; i > 0 && e.Updated > feed.Entries[i-1].Updated && !strings.HasSuffix(e.Updated, "-01T00:00:00Z") {
			t.Errorf("%s after %s", e.Updated, feed.Entries[i-1].Updated)
		}
	}
	done := 0
	for _, e := range o.Entries(l) {
		if o.done(e) {
			done++
		}
	}
	if len(feed.Entries) != done || done < 14 {
		t.Errorf("%d entries of %d", len(feed.Entries), done)
	}
}
