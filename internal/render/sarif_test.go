package render

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// sarifLog has findings in two files: one alike, one private, one behind
// characters of several bytes, one in a file with an odd name.
var sarifLog = []tracker.File{
	{Name: "learning.toml", Data: []byte(`[[talk]]
title = "漢字 🙂 and	tabs"
date = 2026-11-16
skills = ["leadership", "comunication"] # 🙂
tags = ["é🙂", ""]

[[book]]
title = "Secret plan"
public = false
rating = 9

[[book]]
title = "x"
hour = 1

[[book]]
title = "x"
hour = 1
`)},
	{Name: "learning/2026/100 %, or: more#?[é].toml", Data: []byte("[[book]]\ntitle = \"<b>`x`</b>\"\nrating = \"**9**\"\n")},
}

func sarifOf(t *testing.T, files []tracker.File, prefix string, public bool) ([]byte, []tracker.Finding) {
	t.Helper()
	l, findings := tracker.Parse(files, nil)
	findings = tracker.Cut(tracker.Sort(append(findings, l.Check(tracker.World{Today: civil.Of(2026, 11, 21)})...)))
	told := findings
	if public {
		told = nil
		for _, f := range findings {
			told = append(told, f.Public())
		}
	}
	return SARIF(told, prefix, l.Text, "1.2.3"), findings
}

// sarifSchema is the standard's own.
var sarifSchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	text, err := os.ReadFile("testdata/sarif/schema.json")
	if err != nil {
		return nil, err
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		return nil, err
	}
	return c.Compile("sarif.json")
})

// sarifResults are the results of a document that its own schema takes.
func sarifResults(t *testing.T, data []byte) []sarifResult {
	t.Helper()
	schema, err := sarifSchema()
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(v); err != nil {
		t.Errorf("no SARIF: %v", err)
	}
	var read sarifDoc
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	for _, r := range read.Runs[0].Results {
		if rule := read.Runs[0].Tool.Driver.Rules[r.RuleIndex]; rule.ID != r.RuleID {
			t.Errorf("%s has the rule %s", r.RuleID, rule.ID)
		}
	}
	return read.Runs[0].Results
}

// withoutRules is a document without its rules and their numbers, which change
// with every code that is added.
func withoutRules(t *testing.T, data []byte) []byte {
	t.Helper()
	var doc sarifDoc
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	doc.Runs[0].Tool.Driver.Rules = nil
	for i := range doc.Runs[0].Results {
		doc.Runs[0].Results[i].RuleIndex = 0
	}
	return marshal(doc)
}

func TestSARIF(t *testing.T) {
	data, _ := sarifOf(t, sarifLog, "notes/", false)
	results := sarifResults(t, data)
	const name = "testdata/sarif/log.sarif"
	shown := withoutRules(t, data)
	if *update {
		if err := os.WriteFile(name, shown, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(shown)); d != "" {
		t.Error(d)
	}
	at := results[len(results)-1].Locations[0].Place.File
	if want := "notes/learning/2026/100%20%25,%20or:%20more%23%3F%5B%C3%A9%5D.toml"; at.URI != want || at.Base != "%SRCROOT%" {
		t.Errorf("%q, want %q", at.URI, want)
	}
	again, _ := sarifOf(t, sarifLog, "notes/", false)
	if !bytes.Equal(again, data) {
		t.Error("the same log twice gives two documents")
	}
}

// A region counts code points: it holds what the finding is about.
func TestSARIFRegions(t *testing.T) {
	data, _ := sarifOf(t, sarifLog, "", false)
	found := map[string]bool{}
	for _, r := range sarifResults(t, data) {
		place := r.Locations[0].Place
		if place.File.URI != "learning.toml" || place.Region.StartLine != place.Region.EndLine {
			continue
		}
		line := []rune(strings.Split(string(sarifLog[0].Data), "\n")[place.Region.StartLine-1])
		found[string(line[place.Region.StartColumn-1:place.Region.EndColumn-1])] = true
	}
	for _, want := range []string{`"comunication"`, `""`, "hour", "9"} {
		if !found[want] {
			t.Errorf("no finding at %s in %v", want, found)
		}
	}
}

// A finding keeps its fingerprint when lines are put above it, and no two have
// the same.
func TestSARIFFingerprints(t *testing.T) {
	prints := func(files []tracker.File) (all []string) {
		data, _ := sarifOf(t, files, "", false)
		seen := map[string]bool{}
		for _, r := range sarifResults(t, data) {
			p := r.Fingerprints["honeFinding/v1"]
			if seen[p] || len(p) != 32 {
				t.Errorf("the fingerprint %q twice, or odd", p)
			}
			seen[p] = true
			all = append(all, p)
		}
		return all
	}
	moved := []tracker.File{{Name: sarifLog[0].Name, Data: append([]byte("# a\n\n[[book]]\ntitle = \"y\"\n\n"), sarifLog[0].Data...)}, sarifLog[1]}
	if d := cmp.Diff(prints(sarifLog), prints(moved)); d != "" {
		t.Error(d)
	}
}

// Of what is private, what is published has the code alone, and a fingerprint
// that does not depend on what is secret.
func TestSARIFPrivate(t *testing.T) {
	secret := func(rating string) string {
		data, _ := sarifOf(t, []tracker.File{{Name: "learning.toml", Data: []byte("[[book]]\ntitle = \"Canary\"\npublic = false\nrating = \"" + rating + "\"\n")}}, "", true)
		sarifResults(t, data)
		return string(data)
	}
	one := secret("Budgie")
	if strings.Contains(one, "Canary") || strings.Contains(one, "Budgie") || !strings.Contains(one, "something private") {
		t.Errorf("%.2000s", one)
	}
	if one != secret("Parrot") {
		t.Error("what is private shows")
	}
}

// Every log of the documentation, nothing at all, and too much.
func TestSARIFOfAnything(t *testing.T) {
	for _, c := range tracker.Codes() {
		data, findings := sarifOf(t, []tracker.File{{Name: "learning.toml", Data: []byte(c.Wrong)}}, "a b/", false)
		if got := len(sarifResults(t, data)); got != len(findings) {
			t.Errorf("%s: %d results of %d findings", c.Name, got, len(findings))
		}
	}
	data, _ := sarifOf(t, nil, "", false)
	sarifResults(t, data)
	data, _ = sarifOf(t, []tracker.File{{Name: "learning.toml", Data: []byte(strings.Repeat("[[book]]\n", 1500))}}, "", false)
	if n := len(sarifResults(t, data)); n != 1001 {
		t.Errorf("%d results", n)
	}
}
