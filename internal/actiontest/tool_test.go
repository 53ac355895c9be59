// Package actiontest tests what stands around the program: action.yml, the
// installer, the release and the workflows. It runs them as a runner would,
// with the outside faked on this machine.
package actiontest

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/oracle"
)

// root is the repository.
var root = filepath.Join("..", "..")

// bash returns a bash to run scripts with. Those of Windows runners differ, and
// are tried by the workflow CI instead.
func bash(t *testing.T) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("scripts are tried on Windows by the workflow CI")
	}
	return oracle.Program(t, "bash")
}

// read returns a file of the repository.
func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// write puts a file below a folder.
func write(t *testing.T, dir, name, text string, mode fs.FileMode) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	return path
}

// run runs a program and returns what it printed; it must succeed.
func run(t *testing.T, dir string, env []string, name string, args ...string) string {
	t.Helper()
	out, err := try(dir, env, name, args...)
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return out
}

// try runs a program with what the environment has and env adds.
func try(dir string, env []string, name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Dir, c.Env = dir, append(os.Environ(), env...)
	out, err := c.CombinedOutput()
	return string(out), err
}

// worktree copies the files of the repository as they are, committed or not,
// into a folder.
func worktree(t *testing.T, dir string) string {
	t.Helper()
	names := run(t, root, nil, oracle.Program(t, "git"), "ls-files", "-co", "--exclude-standard", "-z")
	for _, name := range strings.Split(strings.TrimSuffix(names, "\x00"), "\x00") {
		info, err := os.Lstat(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue // removed, but not yet in a commit
		}
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().IsRegular() {
			write(t, dir, name, read(t, name), info.Mode().Perm())
		}
	}
	return dir
}

// commit makes a repository of a folder, with all it holds in one commit.
func commit(t *testing.T, dir string) string {
	t.Helper()
	git := oracle.Program(t, "git")
	run(t, dir, nil, git, "init", "-q", "-b", "main")
	run(t, dir, nil, git, "add", "-A")
	run(t, dir, nil, git, "-c", "user.name=hone", "-c", "user.email=hone@example.com", "commit", "-q", "-m", "all")
	return dir
}
