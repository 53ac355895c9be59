package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/tracker"
)

// hone runs a command line in this process and returns what it says.
func hone(t *testing.T, dir, line string) (code int, out string) {
	t.Helper()
	var b bytes.Buffer
	env := environment{
		args: append([]string{"-C", dir}, fieldsOf(line)...), stdin: strings.NewReader(""), stdout: &b, stderr: &b,
		getenv: func(name string) string { return map[string]string{"TZ": "UTC"}[name] },
		now:    func() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC) },
	}
	code = execute(env)
	return code, b.String()
}

// fieldsOf splits a command line at spaces outside of double quotes.
func fieldsOf(line string) (list []string) {
	for _, m := range regexp.MustCompile(`"([^"]*)"|[^\s"]+`).FindAllStringSubmatch(line, -1) {
		if strings.HasPrefix(m[0], `"`) {
			list = append(list, m[1])
		} else {
			list = append(list, m[0])
		}
	}
	return list
}

// The README's commands do what it says: the main job on a copy of the example,
// and then nothing; the others, in their order, in an empty folder. Its logs
// have no findings.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	example := t.TempDir()
	if err := os.CopyFS(example, os.DirFS("../../examples/technical-leader")); err != nil {
		t.Fatal(err)
	}
	fresh := t.TempDir()
	ran := 0
	for _, block := range regexp.MustCompile("(?s)```(\\w+)\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
		switch block[1] {
		case "toml":
			if _, findings := tracker.Parse([]tracker.File{{Name: "README.md", Data: []byte(block[2])}}, knownZone); len(findings) > 0 {
				t.Errorf("the README's log has findings: %v", findings)
			}
		case "console":
			for _, line := range strings.Split(strings.TrimSpace(block[2]), "\n") {
				dir := fresh
				switch {
				case line == "go test ./..." || strings.HasPrefix(line, "go install "):
					continue // this is that test; installing needs the network
				case strings.HasPrefix(line, "go run ./cmd/hone "):
					line = strings.Replace(strings.TrimPrefix(line, "go run ./cmd/hone "), "-C examples/technical-leader", "", 1)
					dir = example
				case line == "hone" || strings.HasPrefix(line, "hone "):
					line = strings.TrimPrefix(line, "hone")
				default:
					t.Errorf("the README has a command that no test runs: %s", line)
					continue
				}
				ran++
				if code, out := hone(t, dir, line); code != 0 {
					t.Errorf("%s: exit code %d\n%s", line, code, out)
				}
			}
		}
	}
	if ran < 4 {
		t.Errorf("only %d commands were run", ran)
	}
	if code, out := hone(t, example, "run --today 2026-11-20"); code != 0 || !strings.Contains(out, "nothing to write") {
		t.Errorf("a second run: exit code %d\n%s", code, out)
	}
	for _, name := range []string{"README.md", filepath.Join("learning", "badges", "badge-all.svg")} {
		want, err1 := os.ReadFile(filepath.Join("..", "..", "examples", "technical-leader", name))
		got, err2 := os.ReadFile(filepath.Join(example, name))
		if err1 != nil || err2 != nil || !bytes.Equal(got, want) {
			t.Errorf("%s of the example is not what the README's command makes", name)
		}
	}
}
