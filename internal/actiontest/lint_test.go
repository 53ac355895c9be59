package actiontest

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/oracle"
)

// script is what a step runs.
type script struct {
	file string
	line int
	text string
}

var runKey = regexp.MustCompile(`^( *)(?:- )?run: (.*)$`)

// scripts returns the run blocks of a YAML file of ours.
func scripts(t *testing.T, file string) (found []script) {
	t.Helper()
	lines := strings.Split(read(t, file), "\n")
	for i, line := range lines {
		m := runKey.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		s := script{file, i + 1, m[2]}
		switch {
		case strings.HasPrefix(m[2], "|"):
			s.text = ""
			for _, inner := range lines[i+1:] {
				if strings.TrimSpace(inner) != "" && len(inner)-len(strings.TrimLeft(inner, " ")) <= len(m[1]) {
					break
				}
				s.text += inner + "\n"
			}
		case strings.HasPrefix(m[2], "'"):
			s.text = strings.ReplaceAll(strings.Trim(m[2], "'"), "''", "'")
		case strings.ContainsAny(m[2][:1], `>"&*`):
			t.Errorf("%s:%d: write a run block plain, in single quotes or after |", file, i+1)
		}
		found = append(found, s)
	}
	return found
}

// workflows returns the workflow files of the project and of its examples.
func workflows(t *testing.T) (files []string) {
	t.Helper()
	for _, pattern := range []string{".github/workflows/*.yml", "examples/*/.github/workflows/*.yml", "examples/workflows/*.yml", "examples/*/workflows/*.yml"} {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			rel, err := filepath.Rel(root, f)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, filepath.ToSlash(rel))
		}
	}
	if len(files) < 2 {
		t.Fatalf("only the workflows %s", files)
	}
	return files
}

// No linter looks at the scripts inside an action.yml, so they are taken out.
func TestScriptsOfTheActionPassShellcheck(t *testing.T) {
	shellcheck := oracle.Program(t, "shellcheck")
	blocks := scripts(t, "action.yml")
	if len(blocks) != 2 {
		t.Fatalf("action.yml has %d scripts, want that of Install and that of Run", len(blocks))
	}
	dir := t.TempDir()
	for _, s := range blocks {
		file := write(t, dir, "run.sh", "#!/usr/bin/env bash\nset -eo pipefail\n"+s.text+"\n", 0o755)
		if out, err := try(dir, nil, shellcheck, "-s", "bash", file); err != nil {
			t.Errorf("%s:%d:\n%s", s.file, s.line, out)
		}
	}
}

func TestScriptsPassShellcheck(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(root, "scripts", "*.sh"))
	if err != nil || len(files) < 2 {
		t.Fatalf("%v, %v", files, err)
	}
	if out, err := try("", nil, oracle.Program(t, "shellcheck"), files...); err != nil {
		t.Error(out)
	}
}

func TestWorkflowsPassActionlint(t *testing.T) {
	args := append([]string{"-no-color"}, workflows(t)...)
	if out, err := try(root, nil, oracle.Program(t, "actionlint"), args...); err != nil {
		t.Error(out)
	}
}

// A second opinion on action.yml.
func TestActionPassesItsSchema(t *testing.T) {
	if out, err := try(root, nil, oracle.Program(t, "action-validator"), "action.yml"); err != nil {
		t.Error(out)
	}
}

// Nothing of GitHub's expressions is pasted into a script: values come in as
// variables of the environment.
func TestNoExpressionInsideAScript(t *testing.T) {
	for _, file := range append(workflows(t), "action.yml") {
		for _, s := range scripts(t, file) {
			if strings.Contains(s.text, "${{") {
				t.Errorf("%s:%d: an expression stands in the script:\n%s", s.file, s.line, s.text)
			}
		}
	}
}

var pinned = regexp.MustCompile(`^uses: ([\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\./)$`)

// Our own workflows run nothing that somebody can move, with no more rights than
// they need, and leave no token behind.
func TestOurWorkflowsArePinned(t *testing.T) {
	tags := map[string]string{}
	for _, file := range workflows(t) {
		if !strings.HasPrefix(file, ".github/") {
			continue
		}
		text := read(t, file)
		if !strings.Contains(text, "\npermissions:\n  contents: read\n") {
			t.Errorf("%s: the rights at the top are not contents: read", file)
		}
		if strings.Contains(text, "pull_request_target") {
			t.Errorf("%s: pull_request_target", file)
		}
		lines := strings.Split(text, "\n")
		for i, line := range lines {
			use := strings.TrimPrefix(strings.TrimSpace(line), "- ")
			if !strings.HasPrefix(use, "uses:") {
				continue
			}
			if !pinned.MatchString(use) {
				t.Errorf("%s:%d: %s: pin it by its commit, with the tag behind #", file, i+1, use)
			}
			name, at, _ := strings.Cut(strings.TrimPrefix(use, "uses: "), "@")
			if known, ok := tags[name]; ok && known != at {
				t.Errorf("%s:%d: %s is %s elsewhere", file, i+1, name, known)
			}
			tags[name] = at
			if name == "actions/checkout" && !strings.Contains(strings.Join(lines[i:min(i+4, len(lines))], "\n"), "persist-credentials: false") {
				t.Errorf("%s:%d: the checkout leaves its token behind", file, i+1)
			}
		}
	}
}
