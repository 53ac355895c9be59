package intake

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

// golden holds a text to a file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; -update writes it):\n%s", file, diff)
	}
}

var today = civil.Of(2026, 12, 5)

const log = `
[settings]
timezone = "Europe/Berlin"
start = 2026-01-01

[skill.kubernetes]
title = "Kubernetes"
area = "technical"

[[goal]]
id = "books"
title = "Books"
kinds = ["book"]
target = 2
per = "year"

[[goal]]
id = "feedback"
title = "Feedback"
kinds = ["feedback"]
every = "90d"

[[goal]]
id = "secret"
title = "Something else"
kinds = ["book"]
target = 2
per = "year"
public = false

[[book]]
title = "Accelerate"
finished = 2026-02-01

[[certification]]
id = "cissp"
title = "CISSP"
earned = 2025-06-01
`

// book is a log with goals, a credential and a skill of its owner's.
func book(more ...tracker.File) Book {
	files := append([]tracker.File{{Name: "learning.toml", Data: []byte(log)}}, more...)
	return Book{Files: files, World: tracker.World{Today: today}}
}

// sent is a body as GitHub writes it from what was filled in.
func sent(f Form, filled map[string]string) string {
	var b strings.Builder
	for i, x := range f.Fields {
		value := filled[x.ID]
		if value == "" {
			value = noResponse
			if x.Type == Dropdown {
				value = noChoice
			}
		}
		if i > 0 {
			b.WriteString("\n\n")
		}
		fmt.Fprintf(&b, "### %s\n\n%s", x.Label, value)
	}
	return b.String()
}

// take sends a form that was filled in.
func take(f Form, filled map[string]string) (Entry, []Fault) {
	return book().Take(f, Post{Issue: 12, Body: sent(f, filled)})
}

// tables decodes an entry's file.
func tables(t testing.TB, e Entry) map[string][]map[string]any {
	t.Helper()
	var doc map[string][]map[string]any
	if err := toml.Unmarshal(e.Data, &doc); err != nil {
		t.Fatalf("%v\n%s", err, e.Data)
	}
	return doc
}

// needs is what a kind cannot do without beyond what the form asks for.
var needs = map[string]string{"assessment": "scores.technical = 4\nScores.business=2", "activity": "kind = study-group"}

// Every choice of the form becomes an entry of its kind with what was filled in.
func TestEveryKind(t *testing.T) {
	for _, o := range options {
		for _, bodies := range []func(string) string{
			func(s string) string { return s },
			func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") + "\r\n" },
		} {
			k := tracker.KindOf(o.kind)
			filled := map[string]string{
				"kind": o.says, "day": "2026-05-03", "hours": "1,5", "skills": "Leadership, Kubernetes", "link": "https://example.org/a",
				"takeaway": "Two lines\n\nof \"mine\"", "more": strings.Join([]string{needs[o.kind], "public = False", "credits.cissp.A = 2,5"}, "\n"),
			}
			want := map[string]any{
				"hours": 1.5, "skills": []any{"leadership", "kubernetes"}, "url": "https://example.org/a", "takeaway": "Two lines\n\nof \"mine\"",
				"public": false, "credits": map[string]any{"cissp": map[string]any{"A": 2.5}}, "source": "#12",
			}
			want["id"] = "2026-05-03-the-managers-path"
			switch {
			case k.Key("title") != nil:
				filled["what"], want["title"] = "The Manager's Path", "The Manager's Path"
			case k.Key("with") != nil:
				filled["what"], want["with"] = "A. B.", "A. B."
				want["id"] = "2026-05-03-" + o.kind + "-a-b"
			default:
				want["id"] = "2026-05-03-" + o.kind
			}
			switch o.kind {
			case "certification":
				want["id"] = "the-managers-path"
			case "assessment":
				want["scores"] = map[string]any{"technical": int64(4), "business": int64(2)}
			case "activity":
				want["kind"] = "study-group"
			}
			if o.role != "" {
				want["role"] = o.role
			}
			date := k.Counts
			if k.Else != "" {
				date = k.Else
			}
			e, faults := book().Take(learned, Post{Issue: 12, Body: bodies(sent(learned, filled))})
			if len(faults) > 0 {
				t.Errorf("%s: %v", o.says, faults)
				continue
			}
			got := tables(t, e)
			if len(got) != 1 || len(got[o.kind]) != 1 {
				t.Fatalf("%s: %v", o.says, got)
			}
			if day := fmt.Sprint(got[o.kind][0][date]); !strings.HasPrefix(day, "2026-05-03") {
				t.Errorf("%s: %s is %s", o.says, date, day)
			}
			delete(got[o.kind][0], date)
			if diff := cmp.Diff(want, got[o.kind][0]); diff != "" {
				t.Errorf("%s (-want +got):\n%s", o.says, diff)
			}
			if !e.Private || e.Source != "#12" || !strings.HasPrefix(e.File, "learning/2026/2026-05-03-") || !strings.HasSuffix(e.File, ".toml") {
				t.Errorf("%s: %+v", o.says, e.File)
			}
		}
	}
}

// The choices are every kind, and every role where a kind has a choice of them:
// a kind that is new to the format does not get lost here.
func TestOptionsAreTheKinds(t *testing.T) {
	for _, k := range tracker.Kinds() {
		role := k.Key("role")
		if role == nil || role.Type != tracker.ChoiceType {
			if Option(k.Name, "") == "" {
				t.Errorf("there is no choice for %s", k.Name)
			}
			continue
		}
		for _, r := range role.Choices {
			if o := Option(k.Name, r); o == "" || optionOf(o).role != r {
				t.Errorf("there is no choice for %s, %s", k.Name, r)
			}
		}
	}
	for _, o := range options {
		if tracker.KindOf(o.kind) == nil {
			t.Errorf("%q is for the kind %q, which there is not", o.says, o.kind)
		}
	}
	if Option("nothing", "") != "" || Option("feedback", "given") != "Feedback I gave" || Option("feedback", "") != "Feedback I received" {
		t.Error("Option")
	}
}
