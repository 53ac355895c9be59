package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/tracker"
)

// ran is what came of a command line.
type ran struct {
	code        int
	out, talked string
}

// noEditor is an editor that changes nothing: this test, without tests.
var noEditor = `"` + os.Args[0] + `" -test.run=^$`

// runIn runs a command line in a folder, on a day of November 2026.
func runIn(dir string, args ...string) ran {
	var out, talked bytes.Buffer
	code := execute(environment{
		args: append([]string{"-C", dir}, args...), stdin: strings.NewReader(""), stdout: &out, stderr: &talked,
		getenv: func(name string) string { return map[string]string{"EDITOR": noEditor}[name] },
		now:    func() time.Time { return time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC) },
	})
	return ran{code, out.String(), talked.String()}
}

const exampleLog = `
[settings]
start = 2026-01-01

[[goal]]
id = "books"
kinds = ["book"]
target = 6
per = "year"

[[goal]]
id = "courses"
kinds = ["course"]
target = 1
per = "quarter"

[[certification]]
id = "cissp"
title = "CISSP"
earned = 2025-06-01

[[book]]
title = "Team Topologies"
started = 2026-11-01

[[course]]
title = "Go in a week"
started = 2026-11-01
`

// The examples in every command's help do something.
func TestHelpExamplesWork(t *testing.T) {
	var commands []*cobra.Command
	root := (&app{}).root()
	commands = append(commands, root)
	commands = append(commands, root.Commands()...)
	lines := 0
	for _, c := range commands {
		if c.Short == "" || c.Example == "" && c.Name() != "completion" {
			t.Errorf("%s has no example", c.CommandPath())
		}
		for _, line := range strings.Split(c.Example, "\n") {
			words := fieldsOf(line)
			if len(words) == 0 {
				continue
			}
			dir := t.TempDir()
			if c.Name() != "init" && line != "  hone init" {
				if err := os.WriteFile(filepath.Join(dir, "learning.toml"), []byte(exampleLog), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			for _, name := range []string{"cpe.csv", "goodreads_library_export.csv"} { // what `hone import` is shown with
				data, err := os.ReadFile(filepath.Join("../../internal/interop/testdata", name))
				if err == nil {
					err = os.WriteFile(filepath.Join(dir, name), data, 0o644)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			lines++
			if r := runIn(dir, words[1:]...); words[0] != "hone" || r.code > exitFailOn {
				t.Errorf("%s: exit code %d\n%s%s", line, r.code, r.out, r.talked)
			}
		}
	}
	if lines < 15 {
		t.Errorf("only %d examples", lines)
	}
}

// Every code is explained, with examples, in a terminal's width or near it.
func TestExplainEveryCode(t *testing.T) {
	for _, c := range tracker.Codes() {
		r := runIn(t.TempDir(), "explain", c.Name)
		if r.code != 0 || !strings.HasPrefix(r.out, c.Name+" ("+string(c.Severity)+")\n\n") || (c.Wrong != "") != strings.Contains(r.out, "\nWrong:\n") {
			t.Errorf("%s: exit code %d\n%s%s", c.Name, r.code, r.out, r.talked)
		}
		for _, line := range strings.Split(r.out, "\n") {
			if len([]rune(line)) > 90 && !strings.Contains(line, ".a.a.a.") {
				t.Errorf("%s: %d columns: %s", c.Name, len([]rune(line)), line)
			}
		}
	}
}

// Every goal and credential of the example can be explained, by any case of its
// name, and its one next thing is a command that works.
func TestExplainTheExample(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../examples/technical-leader")); err != nil {
		t.Fatal(err)
	}
	for _, name := range strings.Fields("books courses community feedback leadership self-check mentor balance business-hours cissp-credits papers rust-hours coaching psm-i aws-saa CKA CISSP skills") {
		if r := runIn(dir, "explain", name); r.code != 0 || !strings.Contains(r.out, "\n") || r.talked != "" {
			t.Errorf("%s: exit code %d\n%s%s", name, r.code, r.out, r.talked)
		}
	}
}
