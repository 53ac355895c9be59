package gitserver

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// environment keeps a person's own Git settings out of the tests.
var environment = []string{
	"HOME=" + os.TempDir(), "LC_ALL=C", "TZ=UTC",
	"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_TERMINAL_PROMPT=0",
	"GIT_AUTHOR_NAME=Ada", "GIT_AUTHOR_EMAIL=ada@example.com", "GIT_AUTHOR_DATE=2024-03-01T12:00:00Z",
	"GIT_COMMITTER_NAME=Ada", "GIT_COMMITTER_EMAIL=ada@example.com", "GIT_COMMITTER_DATE=2024-03-01T12:00:00Z",
}

// Git runs Git in a folder and returns what it printed. A failure ends the test.
func Git(tb testing.TB, dir string, args ...string) string {
	tb.Helper()
	return run(tb, dir, "", args...)
}

func run(tb testing.TB, dir, stdin string, args ...string) string {
	tb.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = slices.Concat(os.Environ(), environment)
	cmd.Stdin = strings.NewReader(stdin)
	var out, problems strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &problems
	if err := cmd.Run(); err != nil {
		tb.Fatalf("git %s: %v\n%s%s", strings.Join(args, " "), err, out.String(), problems.String())
	}
	return out.String()
}

// settings are those of a bare repository: it takes pushes as GitHub does. A
// test's ends with it, so that nothing is tidied up or kept from a power cut.
const settings = `[http]
	receivepack = true
[receive]
	fsckObjects = true
	autogc = false
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[core]
	fsync = none
`

// Bare makes a bare repository that checks whatever is pushed to it, and returns
// its folder. Its branch main has one commit with the given files, or is not
// there yet where there are none.
func (s *Server) Bare(name string, files map[string]string) string {
	s.tb.Helper()
	dir := filepath.Join(s.Dir, filepath.FromSlash(name))
	Git(s.tb, ".", "init", "--quiet", "--bare", "--template=", "--initial-branch=main", dir)
	f, err := os.OpenFile(filepath.Join(dir, "config"), os.O_APPEND|os.O_WRONLY, 0)
	if err == nil {
		_, err = f.WriteString(settings)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		s.tb.Fatal(err)
	}
	if len(files) > 0 {
		Commit(s.tb, dir, "main", files)
	}
	return dir
}

// Remote is the URL of a repository that Bare made.
func (s *Server) Remote(name string) string { return s.URL + "/" + name }

// Commit adds files to a branch in one commit, without a work tree, and returns
// its hash. A path may begin with a mode other than 100644, as in
// "120000:link" or "100755:run.sh".
func Commit(tb testing.TB, dir, branch string, files map[string]string) string {
	tb.Helper()
	ref := "refs/heads/" + branch
	var script strings.Builder
	fmt.Fprintf(&script, "commit %s\ncommitter Ada <ada@example.com> 1709294400 +0000\ndata 4\nfile\n", ref)
	if Git(tb, dir, "for-each-ref", ref) != "" {
		fmt.Fprintf(&script, "from %s^0\n", ref)
	}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		mode, name, ok := strings.Cut(path, ":")
		if !ok {
			mode, name = "100644", path
		}
		fmt.Fprintf(&script, "M %s inline %s\ndata %d\n%s\n", mode, name, len(files[path]), files[path])
	}
	run(tb, dir, script.String(), "fast-import", "--quiet", "--date-format=raw")
	return strings.TrimSpace(Git(tb, dir, "rev-parse", ref))
}

// Files returns the files of a revision by path; of a symlink, where it leads.
func Files(tb testing.TB, dir, rev string) map[string]string {
	tb.Helper()
	files := map[string]string{}
	archive := tar.NewReader(strings.NewReader(Git(tb, dir, "archive", rev)))
	for {
		file, err := archive.Next()
		if err == io.EOF {
			return files
		}
		var text []byte
		if err == nil {
			text, err = io.ReadAll(archive)
		}
		if err != nil {
			tb.Fatal(err)
		}
		if file.Typeflag == tar.TypeReg || file.Typeflag == tar.TypeSymlink {
			files[file.Name] = string(text) + file.Linkname
		}
	}
}

// Check ends the test unless Git finds the repository sound in every respect.
func Check(tb testing.TB, dir string) {
	tb.Helper()
	Git(tb, dir, "fsck", "--strict", "--full", "--no-dangling")
}

// Hook makes Git run a shell script as one of a repository's hooks.
func Hook(tb testing.TB, dir, name, script string) {
	tb.Helper()
	path := filepath.Join(dir, "hooks", name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script), 0o755); err != nil {
		tb.Fatal(err)
	}
}

// Grow adds n commits to a branch, a second and a changed file each, all of them
// dated before those of Commit.
func Grow(tb testing.TB, dir, branch string, n int) {
	tb.Helper()
	ref := "refs/heads/" + branch
	var script strings.Builder
	for i := range n {
		fmt.Fprintf(&script, "commit %s\ncommitter Ada <ada@example.com> %d +0000\ndata 4\ngrow", ref, 1709294400-n+i)
		if i == 0 {
			fmt.Fprintf(&script, "from %s^0\n", ref)
		}
		file := fmt.Sprintf("n = %d\n", i)
		fmt.Fprintf(&script, "M 100644 inline learning/grown/%02d.toml\ndata %d\n%s\n", i%50, len(file), file)
	}
	run(tb, dir, script.String(), "fast-import", "--quiet", "--date-format=raw")
}
