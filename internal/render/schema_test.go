package render

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/honelog/hone/internal/brute"
	"github.com/honelog/hone/tracker"
)

const schemaFile = "../../learning.schema.json"

// learning.schema.json is what the tables of the parser make it.
func TestSchema(t *testing.T) {
	want := Schema()
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("learning.schema.json is stale: go test ./internal/render -run TestSchema -update\n%s", d)
	}
}

// draft07 are the words that readers of draft-07 share.
var draft07 = strings.Fields("$schema $id $ref title description type properties items required additionalProperties propertyNames definitions " +
	"enum const pattern format minimum maximum maxLength maxItems anyOf allOf not")

// The schema has no word that a reader of draft-07 does not know, and a word of
// help for every key.
func TestSchemaWords(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	definitions := doc.(map[string]any)["definitions"].(map[string]any)
	keys := 0
	var walk func(at string, schema any)
	walk = func(at string, schema any) {
		m, ok := schema.(map[string]any)
		if !ok {
			return
		}
		for word, v := range m {
			if !slices.Contains(draft07, word) {
				t.Errorf("%s: the word %q", at, word)
			}
			switch word {
			case "properties", "definitions":
				for name, s := range v.(map[string]any) {
					walk(at+"/"+name, s)
					if word == "definitions" {
						continue
					}
					keys++
					help := s.(map[string]any)
					if ref, ok := help["$ref"].(string); ok {
						help = definitions[strings.TrimPrefix(ref, "#/definitions/")].(map[string]any)
					}
					if says, _ := help["description"].(string); !strings.HasSuffix(says, ".") && !strings.HasSuffix(says, "?") {
						t.Errorf("%s/%s: the description %q", at, name, says)
					}
				}
			case "items", "additionalProperties", "propertyNames", "not":
				walk(at+"/"+word, v)
			case "anyOf", "allOf":
				for _, s := range v.([]any) {
					walk(at+"/"+word, s)
				}
			}
		}
	}
	walk("", doc)
	if keys < 300 {
		t.Errorf("only %d keys", keys)
	}
}

// A key takes anything only when its type says so.
func TestSchemaOfEveryType(t *testing.T) {
	tables := tracker.Tables()
	for _, k := range tracker.Kinds() {
		tables = append(tables, &k.Table)
	}
	for _, table := range tables {
		for i := range table.Keys {
			k := &table.Keys[i]
			if anything := valueSchema(table.Name, k) == nil; anything != (k.Type == tracker.AnyType) {
				t.Errorf("%s of %s: the schema takes anything: %v", k.Name, table.Name, anything)
			}
		}
	}
}

// schemaOfLogs is the schema as another program reads it.
func schemaOfLogs(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("log.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("log.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON is a TOML text as JSON has it, the way readers of #:schema see it. ok
// is false for what is no TOML.
func asJSON(text string) (v any, ok bool) {
	var m map[string]any
	if _, err := toml.Decode(text, &m); err != nil {
		return nil, false
	}
	return plainValue(m), true
}

func plainValue(v any) any {
	switch v := v.(type) {
	case map[string]any:
		m := make(map[string]any, len(v))
		for k := range v {
			m[k] = plainValue(v[k])
		}
		return m
	case []map[string]any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = plainValue(v[i])
		}
		return list
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = plainValue(v[i])
		}
		return list
	case int64:
		return float64(v)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return "no number of JSON"
		}
	case time.Time:
		switch v.Location().String() {
		case "date-local":
			return v.Format(time.DateOnly)
		case "time-local":
			return v.Format(time.TimeOnly)
		case "datetime-local":
			return v.Format("2006-01-02T15:04:05")
		}
		return v.Format(time.RFC3339)
	}
	return v
}

// checkErrors counts what hone finds wrong with a text, files and evidence aside.
func checkErrors(text string) []tracker.Finding {
	_, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(text)}}, nil)
	return slices.DeleteFunc(findings, func(f tracker.Finding) bool { return f.Severity != tracker.Error })
}

// goodLogs are logs without an error: so many made by chance, those written as
// fixtures, and those of the documentation.
func goodLogs(t *testing.T, random int) map[string]string {
	t.Helper()
	logs := map[string]string{}
	for seed := range uint64(random) {
		l, _ := brute.Random(seed)
		logs[fmt.Sprintf("random-%04d", seed)] = brute.Write(l)
	}
	for _, pattern := range []string{"../../tracker/testdata/ok/*.toml", "../../examples/minimal/*.toml", "../../examples/technical-leader/*.toml", "../../examples/*/learning/2*.toml", "../../examples/*/learning/2*/*.toml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.Contains(name, "broken") {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			logs[name] = string(text)
		}
	}
	for _, c := range tracker.Codes() {
		if c.Right != "" {
			logs["right of "+c.Name] = c.Right
		}
	}
	return logs
}

// What hone takes, the schema takes.
func TestSchemaTakesGoodLogs(t *testing.T) {
	s := schemaOfLogs(t)
	logs := goodLogs(t, 1000)
	for name, text := range logs {
		v, ok := asJSON(text)
		if !ok {
			if strings.HasPrefix(name, "random") {
				t.Errorf("%s is no TOML", name)
			}
			continue
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(logs) < 1030 {
		t.Errorf("only %d logs", len(logs))
	}
}

// schemaFaults are lines that make a log wrong in a way that a schema can say,
// by what they stand below.
var schemaFaults = []struct{ header, good, bad string }{
	{"", "version = 1", "version = 2"},
	{"", "", "[[bok]]\ntitle = \"x\""},
	{"", "", "[bok]"},
	{"", "", "[book]\ntitle = \"x\""},
	{"", "", "colour = 3"},
	{"[settings]", `timezone = "UTC"`, `timezone = 3`},
	{"[settings]", `start = 2026-01-01`, `start = "soon"`},
	{"[settings]", `start = 2026-01-01`, `start = 2026-01-01T10:00:00Z`},
	{"[settings]", `start = 2026-01-01`, `start = 1026-01-01`},
	{"[settings]", `start = 2026-01-01`, `start = "2026-01"`},
	{"[settings]", `year-starts = "04-28"`, `year-starts = "04-31"`},
	{"[settings]", `year-starts = "04-28"`, `year_starts = "04-01"`},
	{"[preset]", `name = "technical-leader"`, `name = "leader"`},
	{"[preset]", `name = "technical-leader"`, `from = 2026-01-01`},
	{"[preset]\nname = \"technical-leader\"", `goals = ["books"]`, `goals = ["boks"]`},
	{"[badges]", `style = "flat"`, `style = "round"`},
	{"[badges]", `show = ["all"]`, `show = "all"`},
	{"[badges]", `labels.all = "x"`, `labels.all = 3`},
	{"[cards]", `show = ["rings"]`, `show = ["ringz"]`},
	{"[cards]", `week-starts = "sunday"`, `week-starts = "tuesday"`},
	{"[skill.kubernetes]", `area = "technical"`, `area = "kubernetes"`},
	{"[skill.kubernetes]", `area = "technical"`, `title = "Kubernetes"`},
	{"[skill.kubernetes]\narea = \"technical\"", ``, `wish = 2`},
	{"[skill.technical]", `wish = 2`, `area = "technical"`},
	{"[skill.technical]", `aim = 5`, `aim = 6`},
	{"[skill]", ``, `Kubernetes = { area = "technical" }`},
	{"[skill]", ``, `empathy = { area = "people" }`},
	{"[skill]", ``, `kubernetes = "technical"`},
	{"[rule.own]", `total = 40`, `sum = 40`},
	{"[[pause]]\nfrom = 2026-07-01", `until = 2026-07-02`, ``},
	{"[[pause]]\nfrom = 2026-07-01\nuntil = 2026-07-02", `keep-target = true`, `keep-target = "yes"`},
	{"[[pause]]\nfrom = 2026-07-01\nuntil = 2026-07-02", `goals = []`, `goals = ["A b"]`},
	{"[[goal]]\nid = \"x\"\ntarget = 3", `per = "year"`, `per = "decade"`},
	{"[[goal]]\nid = \"x\"\ntarget = 3", `every = "4w"`, `every = "4 weeks"`},
	{"[[goal]]\nid = \"x\"\ntarget = 3", `every = "4w"`, `every = "0d"`},
	{"[[goal]]\nid = \"x\"\ntarget = 3", `every = "4w"`, `every = "4w"` + "\nper = \"year\""},
	{"[[goal]]\nid = \"x\"\nper = \"year\"", `target = 1`, `target = 0`},
	{"[[goal]]\nid = \"x\"\nper = \"year\"", `target = 1`, `target = "1"`},
	{"[[goal]]\nid = \"x\"\nper = \"year\"", `target = 1`, `target = 10001`},
	{"[[goal]]\ntarget = 1\nper = \"year\"", `id = "books-2"`, `id = "Books 2"`},
	{"[[goal]]\ntarget = 1\nper = \"year\"", `id = "books-2"`, `id = "all"`},
	{"[[goal]]\ntarget = 1\nper = \"year\"", `id = "books-2"`, `id = "a234567890-234567890-234567890-234567890-2"`},
	{"[[goal]]\ntarget = 1\nper = \"year\"", `id = "books-2"`, ``},
	{"[[goal]]\nid = \"x\"\ntarget = 1\nper = \"year\"", `unit = "hours"`, `unit = "minutes"`},
	{"[[goal]]\nid = \"x\"\ntarget = 1\nper = \"year\"", `kinds = ["book"]`, `kinds = ["Book!"]`},
	{"[[goal]]\nid = \"x\"\ntarget = 1\nper = \"year\"\nunit = \"hours\"", `checkpoints = 4`, `checkpoints = 0`},
	{"[[book]]\nfinished = 2026-01-01", `title = "x"`, ``},
	{"[[book]]\nfinished = 2026-01-01", `title = "x"`, `title = ""`},
	{"[[book]]\nfinished = 2026-01-01", `title = "x"`, `title = " "`},
	{"[[book]]\nfinished = 2026-01-01", `title = "x"`, `title = 5`},
	{"[[book]]\ntitle = \"x\"", `finished = "2026-01"`, `finished = "01/2026"`},
	{"[[book]]\ntitle = \"x\"", `finished = "2026-01"`, `finished = "2026-13"`},
	{"[[book]]\ntitle = \"x\"", `finished = "2026-01"`, `finished = 2026`},
	{"[[book]]\ntitle = \"x\"", `finished = "2026-01"`, `finished = 10:00:00`},
	{"[[book]]\ntitle = \"x\"", `finished = "2026-01"`, `date = 2026-01-01`},
	{"[[book]]\ntitle = \"x\"", `rating = 5`, `rating = 6`},
	{"[[book]]\ntitle = \"x\"", `pages = 5`, `pages = -5`},
	{"[[book]]\ntitle = \"x\"", `pages = 5`, `pages = 5.5`},
	{"[[book]]\ntitle = \"x\"", `isbn = "978-1-4919-7389-9"`, `isbn = "978-1-4919"`},
	{"[[book]]\ntitle = \"x\"", `isbn = "080442957X"`, `isbn = "08044X2957"`},
	{"[[book]]\ntitle = \"x\"", `hours = 0.25`, `hours = -1`},
	{"[[book]]\ntitle = \"x\"", `hours = 0.25`, `hours = 10000.5`},
	{"[[book]]\ntitle = \"x\"", `hours = 0.25`, `hours = "0.25"`},
	{"[[book]]\ntitle = \"x\"", `skills = ["empathy"]`, `skills = "empathy"`},
	{"[[book]]\ntitle = \"x\"", `tags = ["x"]`, `tags = [" "]`},
	{"[[book]]\ntitle = \"x\"", `tags = ["x"]`, `tags = [1]`},
	{"[[book]]\ntitle = \"x\"", `tags = ["x"]`, `tags = [` + strings.Repeat(`"x", `, 1001) + `]`},
	{"[[book]]\ntitle = \"x\"", `url = "https://example.com/a?b#c"`, `url = "example.com"`},
	{"[[book]]\ntitle = \"x\"", `url = "http://localhost:80"`, `url = "ftp://example.com"`},
	{"[[book]]\ntitle = \"x\"", `url = "https://example.com/@x"`, `url = "https://me:pw@example.com"`},
	{"[[book]]\ntitle = \"x\"", `url = "https://b\u00FCcher.example"`, `url = "https://"`},
	{"[[book]]\ntitle = \"x\"", ``, `url = "https://example.com/a b"`},
	{"[[book]]\ntitle = \"x\"", `evidence = ["evidence/a b.pdf"]`, `evidence = ["../a.pdf"]`},
	{"[[book]]\ntitle = \"x\"", `evidence = ["https://example.com/a"]`, `evidence = ["/etc/passwd"]`},
	{"[[book]]\ntitle = \"x\"", `evidence = ["a..b/c", "\u00E9:a", "..."]`, `evidence = ["C:/a"]`},
	{"[[book]]\ntitle = \"x\"", ``, `evidence = ["a\\b"]`},
	{"[[book]]\ntitle = \"x\"", ``, `evidence = [".git/config"]`},
	{"[[book]]\ntitle = \"x\"", ``, `evidence = ["https://"]`},
	{"[[book]]\ntitle = \"x\"", `public = false`, `public = "no"`},
	{"[[book]]\ntitle = \"x\"", `id = "my-book"`, `id = "My book"`},
	{"[[book]]\ntitle = \"x\"", ``, `credits.pmp = "three"`},
	{"[[book]]\ntitle = \"x\"", ``, `credits.pmp = -1`},
	{"[[book]]\ntitle = \"x\"", ``, `credits = 3`},
	{"[[book]]\ntitle = \"x\"", ``, `submitted.pmp = "today"`},
	{"[[talk]]\ntitle = \"x\"", `date = 2026-01-01`, ``},
	{"[[conference]]\ntitle = \"x\"\nstart = 2026-01-01", `sessions = 3`, `sessions = -3`},
	{"[[conference]]\ntitle = \"x\"\nstart = 2026-01-01", `sessions = ["a"]`, `sessions = "a"`},
	{"[[community]]\ntitle = \"x\"\ndate = 2026-01-01", `role = "helped"`, `role = "slept"`},
	{"[[mentoring]]\ndate = 2026-01-01", `role = "mentee"`, ``},
	{"[[assessment]]\ndate = 2026-01-01", `scores.people = 3`, `scores.people = 6`},
	{"[[assessment]]\ndate = 2026-01-01", `scores.people = 3`, `scores.persons = 3`},
	{"[[assessment]]\ndate = 2026-01-01", `scores.people = 3`, `scores = 3`},
	{"[[activity]]\ntitle = \"x\"\ndate = 2026-01-01", `kind = "meetup"`, `kind = "book"`},
	{"[[activity]]\ntitle = \"x\"\ndate = 2026-01-01", `kind = "meetup"`, `kind = "Meet up"`},
	{"[[certification]]\ntitle = \"x\"\nearned = 2026-01-01", `id = "x"`, `id = "a234567890-234567890-234567890-234567890-2"`},
}

// Each fault that a schema can say is refused by both, and its mended form taken
// by both, alone and below a log made by chance.
func TestSchemaRefusesFaults(t *testing.T) {
	s := schemaOfLogs(t)
	rng := rand.New(rand.NewPCG(1, 2))
	for _, f := range schemaFaults {
		around := ""
		if strings.HasPrefix(f.header, "[[") {
			l, _ := brute.Random(rng.Uint64())
			around = brute.Write(l) + "\n"
		}
		for _, before := range []string{"", around} {
			for _, line := range []string{f.good, f.bad} {
				text := before + f.header + "\n" + line + "\n"
				v, ok := asJSON(text)
				if !ok {
					t.Fatalf("no TOML:\n%s", text)
				}
				found, err := checkErrors(text), s.Validate(v)
				if want := line == f.bad && line != f.good; want != (len(found) > 0) || want != (err != nil) {
					if line == "" && f.bad != "" { // a good line that is not there may leave a table incomplete
						continue
					}
					t.Errorf("%s\n%s\nhone: %v\nthe schema: %v", f.header, line, found, err)
				}
			}
		}
	}
}

// What the schema refuses, hone does: of everything in the documentation that is
// wrong, and of logs with a piece torn out or doubled.
func TestSchemaRefusesNoMore(t *testing.T) {
	s := schemaOfLogs(t)
	rng := rand.New(rand.NewPCG(3, 4))
	texts := []string{}
	for _, c := range tracker.Codes() {
		texts = append(texts, c.Wrong)
	}
	for seed := range uint64(300) {
		l, _ := brute.Random(seed)
		lines := strings.SplitAfter(brute.Write(l), "\n")
		at := rng.IntN(len(lines))
		texts = append(texts, strings.Join(slices.Delete(slices.Clone(lines), at, at+1), ""))
		other := rng.IntN(len(lines))
		lines[at], lines[other] = lines[other], lines[at]
		texts = append(texts, strings.Join(lines, ""))
	}
	refused := 0
	for _, text := range texts {
		v, ok := asJSON(text)
		if !ok {
			continue
		}
		if err := s.Validate(v); err != nil {
			refused++
			if len(checkErrors(text)) == 0 {
				t.Errorf("hone takes this, and the schema does not: %v\n%s", err, text)
			}
		}
	}
	if refused < 50 {
		t.Errorf("only %d refused", refused)
	}
}

// Beside every key an editor shows what it means, and not its type alone.
func TestSchemaHover(t *testing.T) {
	tables := slices.Clone(tracker.Tables())
	for _, k := range tracker.Kinds() {
		tables = append(tables, &k.Table)
	}
	for _, table := range tables {
		for i := range table.Keys {
			k := &table.Keys[i]
			if takes := typeWords(*k); k.Says == "" || k.Says == takes {
				t.Errorf("%s.%s: %q", table.Name, k.Name, k.Says)
			}
		}
	}
}
