package export

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/honelog/hone/internal/oracle"
	"github.com/honelog/hone/tracker"
)

// ask runs a program on texts and reads its answer, in JSON both.
func ask(t *testing.T, texts []string, answer any, name string, args ...string) {
	t.Helper()
	question, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(name, args...)
	cmd.Stdin = bytes.NewReader(question)
	var talk bytes.Buffer
	cmd.Stderr = &talk
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", cmd.Args, err, &talk)
	}
	if err := json.Unmarshal(out, answer); err != nil {
		t.Fatalf("%v: %v\n%.1000s", cmd.Args, err, out)
	}
}

// read is an event as another program reads it.
type read struct{ UID, First, End, Stamp, Summary, Description, Location, URL string }

// eventsOf are the events that a calendar should have.
func eventsOf(l *tracker.Log, o Options) (events []read) {
	for _, e := range o.events(l) {
		trim := func(s string) string { return strings.TrimSpace(lines(s)) }
		events = append(events, read{
			e.uid, e.first.String(), (e.last + 1).String(), o.Today.String() + "T00:00:00Z",
			trim(e.summary), trim(e.description), trim(e.location), e.url,
		})
	}
	return events
}

// calendars are logs whose calendars other programs read: one with everything,
// and one for each hostile text.
func calendars(t *testing.T) (logs []*tracker.Log) {
	logs = append(logs, parse(t, logText(t)))
	for _, s := range hostile {
		logs = append(logs, parse(t, hostileLog(s)))
	}
	return logs
}

// written are logs in a format.
func written(logs []*tracker.Log, format func(*tracker.Log, Options) []byte, o Options) (texts []string) {
	for _, l := range logs {
		texts = append(texts, string(format(l, o)))
	}
	return texts
}

func TestICSWithIcalJS(t *testing.T) {
	node := oracle.Program(t, "node")
	if err := exec.Command(node, "-e", `require("ical.js")`).Run(); err != nil {
		oracle.Missing(t, "ical.js is not where NODE_PATH says")
	}
	o := Options{Today: today, Private: true}
	logs := calendars(t)
	var got [][]read
	ask(t, written(logs, ICS, o), &got, node, "testdata/oracle/ical.cjs")
	for i, l := range logs {
		if d := cmp.Diff(eventsOf(l, o), got[i]); d != "" {
			t.Errorf("%s\n%s", d, ICS(l, o))
		}
	}
}

func TestICSWithIcalendar(t *testing.T) {
	python := ""
	for _, name := range []string{"/usr/bin/python3", "python3"} { // Debian's has Debian's modules
		if path, err := exec.LookPath(name); err == nil && exec.Command(path, "-c", "import icalendar").Run() == nil {
			python = path
			break
		}
	}
	if python == "" {
		oracle.Missing(t, "python3-icalendar is not installed")
	}
	o := Options{Today: today, Private: true}
	logs := calendars(t)
	var got [][]read
	ask(t, written(logs, ICS, o), &got, python, "testdata/oracle/ical.py")
	// Its version 4 takes a backslash before an n, escaped, for a line break.
	breaks := cmp.Transformer("breaks", func(s string) string { return strings.ReplaceAll(s, `\n`, "\n") })
	once := cmp.FilterPath(func(p cmp.Path) bool { _, done := p.Index(-2).(cmp.Transform); return !done }, breaks)
	for i, l := range logs {
		if d := cmp.Diff(eventsOf(l, o), got[i], once); d != "" {
			t.Errorf("%s\n%s", d, ICS(l, o))
		}
	}
}

// Python reads every cell as it was written.
func TestCSVWithPython(t *testing.T) {
	python := oracle.Program(t, "python3")
	o := Options{Today: today, Private: true}
	logs := calendars(t)
	var sheets [][][]string
	ask(t, written(logs, CSV, o), &sheets, python, "testdata/oracle/rows.py")
	for n, l := range logs {
		rows := sheets[n]
		for i, e := range o.Entries(l) {
			want := cellsOf(valuesOf(e, nil))
			for j, cell := range rows[i+1] {
				if strings.HasPrefix(cell, "'") && isFormula(behindMarks(cell)) {
					cell = cell[1:]
				}
				if said := strings.ReplaceAll(want[rows[0][j]], "\x00", "\ufffd"); cell != said {
					t.Errorf("%s: %q, want %q", rows[0][j], cell, said)
				}
			}
		}
	}
}

// libxml2 is stricter than encoding/xml.
func TestAtomWithXMLLint(t *testing.T) {
	xmllint := oracle.Program(t, "xmllint")
	for _, l := range calendars(t) {
		cmd := exec.Command(xmllint, "--noout", "--nonet", "-")
		cmd.Stdin = bytes.NewReader(Atom(l, Options{Today: today, Private: true}))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}
}

// A review has no mark-up but its own: as GitHub renders it, texts are texts.
func TestReviewWithCmark(t *testing.T) {
	cmark := oracle.Program(t, "cmark-gfm")
	render := func(text []byte) string {
		cmd := exec.Command(cmark, "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-t", "xml")
		cmd.Stdin = bytes.NewReader(text)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	shape := func(text []byte) (nodes []string) { // elements, without their texts
		for _, line := range strings.Split(render(text), "\n") {
			line = strings.TrimSpace(line)
			if !strings.HasPrefix(line, "<text") && !strings.HasPrefix(line, "<softbreak") {
				nodes = append(nodes, line)
			}
		}
		return nodes
	}
	o := Options{Today: today}
	plain := shape(Review(parse(t, hostileLog("word")), o))
	for _, s := range hostile {
		if got := shape(Review(parse(t, hostileLog(s)), o)); cmp.Diff(plain, got) != "" {
			t.Errorf("%q: %s", s, cmp.Diff(plain, got))
		}
	}
}

// The schema of JSON Resume takes what is written for it.
func TestResumeSchema(t *testing.T) {
	text, err := os.ReadFile("testdata/resume/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("resume.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("resume.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range calendars(t) {
		data := Resume(l, Options{Today: today, Private: true, Name: "Ada"})
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%v\n%s", err, data)
		}
	}
	// It can refuse.
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(`{"certificates": [{"name": "x", "date": "soon"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if schema.Validate(v) == nil {
		t.Error("the schema takes anything")
	}
}
