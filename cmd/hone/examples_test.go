package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

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

// everyCommand returns hone and all commands below it.
func everyCommand() (all []*cobra.Command) {
	var take func(*cobra.Command)
	take = func(c *cobra.Command) {
		all = append(all, c)
		for _, sub := range c.Commands() {
			take(sub)
		}
	}
	take((&app{}).root())
	return all
}

// examplesOf returns the command lines in a command's help.
func examplesOf(c *cobra.Command) (examples [][]string) {
	for _, line := range strings.Split(c.Example, "\n") {
		if words := fieldsOf(line); len(words) > 0 {
			examples = append(examples, words)
		}
	}
	return examples
}

// exampleFolder is a folder in which the examples of a command work.
func exampleFolder(t *testing.T, command string) string {
	dir := t.TempDir()
	if command != "init" {
		fill(t, dir, "learning.toml", exampleLog)
	}
	for _, name := range []string{"cpe.csv", "goodreads_library_export.csv"} { // what `hone import` is shown with
		data, err := os.ReadFile(filepath.Join("../../internal/interop/testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		fill(t, dir, name, string(data))
	}
	return dir
}

// Help names the value of a flag by what it is, not by its type.
func TestHelpNamesValues(t *testing.T) {
	for _, c := range everyCommand() {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if name, _ := pflag.UnquoteUsage(f); slices.Contains([]string{"string", "strings", "int", "float", "duration"}, name) {
				t.Errorf("%s --%s %s", c.CommandPath(), f.Name, name)
			}
		})
	}
}

// Every command's help has examples, and each of them works. Exit code 1 is for
// those that ask for it.
func TestHelpExamplesWork(t *testing.T) {
	for _, c := range everyCommand() {
		examples := examplesOf(c)
		if c.Short == "" || len(examples) == 0 {
			t.Errorf("%s has no example", c.CommandPath())
		}
		for _, words := range examples {
			line := strings.Join(words, " ")
			if !strings.HasPrefix(line, c.CommandPath()) {
				t.Errorf("%s has an example of another: %s", c.CommandPath(), line)
			}
			r := runIn(exampleFolder(t, strings.Join(words[1:min(2, len(words))], "")), words[1:]...)
			if r.code != 0 && !(r.code == exitFailOn && strings.Contains(line, "--fail-on")) {
				t.Errorf("%s: exit code %d\n%s%s", line, r.code, r.out, r.talked)
			}
		}
	}
}

// No command that takes -o writes over the log, nor where one would be read,
// nor through a link.
func TestOutputSparesTheLog(t *testing.T) {
	commands := 0
	for _, c := range everyCommand() {
		if c.Flags().Lookup("output") == nil {
			continue
		}
		commands++
		words := examplesOf(c)[0][1:]
		dir := exampleFolder(t, c.Name())
		fill(t, dir, "learning/2025.toml", "# kept\n")
		fill(t, dir, "other.toml", "# kept too\n")
		if err := os.Symlink("learning.toml", filepath.Join(dir, "link.svg")); err != nil {
			t.Skip(err)
		}
		before := tree(t, dir)
		for _, to := range []string{"learning.toml", "./learning/../learning.toml", filepath.Join(dir, "learning", "2025.toml"), "learning/new.toml", "learning/2026/new.toml", "link.svg"} {
			r := runIn(dir, append(slices.Clone(words), "-o", to)...)
			if want := "hone: -o " + to + ": that is a file of the log itself; choose another\n"; r.code != exitUsage || r.talked != want || r.out != "" {
				t.Errorf("%s -o %s: exit code %d\n%s%s", c.CommandPath(), to, r.code, r.out, r.talked)
			}
		}
		if r := runIn(dir, append(slices.Clone(words), "--log", "other.toml", "--output=other.toml")...); r.code != exitUsage {
			t.Errorf("%s -o other.toml: exit code %d\n%s%s", c.CommandPath(), r.code, r.out, r.talked)
		}
		if after := tree(t, dir); after != before {
			t.Errorf("%s: what is there became\n%s", c.CommandPath(), after)
		}
	}
	if commands < 7 {
		t.Errorf("only %d commands take -o", commands)
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
