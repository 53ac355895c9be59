package actiontest

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/oracle"
)

// The programs of a release that never was. They are only copied here.
const (
	program = "#!/bin/sh\necho the program\n"
	other   = "#!/bin/sh\necho another program\n"
	version = "v1.2.3"
)

// machine is one run of the installer on a machine that is made up.
type machine struct {
	os, arch string // as the runner names them
	sha256   string // of the table, for this machine's file
	cached   string // what the tool cache holds; empty: nothing
	base     string // download-base; empty: the server of the test
	goes     bool   // Go is installed
	within   bool   // the action is part of the workspace
	release  string // "none": no release belongs to the commit
}

// installed is what came of it.
type installed struct {
	ok               bool
	log              string
	bin, way         string // outputs
	program          string // what the next step would run
	cached           string // what the tool cache holds now
	goSaw            string // the environment that Go was run with
	requests         int
	leftInWorkspaces []string
}

func sum(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text))) }

// install runs scripts/install.sh, with a server that answers by handler.
func install(t *testing.T, m machine, handler http.HandlerFunc) (got installed) {
	t.Helper()
	shell := bash(t)
	dir := t.TempDir()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got.requests++
		handler(w, r)
	}))
	defer server.Close()
	if m.base == "" {
		m.base = server.URL + "/mirror/"
	}
	if m.release == "" {
		m.release = version
	} else {
		m.release = ""
	}
	file := "hone_" + map[string]string{"Linux": "linux", "macOS": "darwin", "Windows": "windows"}[m.os] +
		"_" + map[string]string{"X64": "amd64", "ARM64": "arm64"}[m.arch]
	exe := ""
	if m.os == "Windows" {
		exe = ".exe"
	}
	cached := filepath.Join(dir, "tools", "hone", version[1:], strings.ToLower(m.arch), "hone"+exe)
	if m.cached != "" {
		write(t, dir, strings.TrimPrefix(cached, dir), m.cached, 0o755)
	}
	workspace := filepath.Join(dir, "workspace")
	if m.within {
		workspace = root
	}
	for _, d := range []string{"temp", "tools", "workspace", "home"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	workspace, err := filepath.Abs(workspace)
	if err != nil {
		t.Fatal(err)
	}
	out, err := try(filepath.Join(dir, "workspace"), []string{
		"PATH=" + programs(t, dir, m.goes), "HOME=" + filepath.Join(dir, "home"), "GITHUB_TOKEN=ghs_secret", "GH_TOKEN=ghs_secret",
		"RUNNER_OS=" + m.os, "RUNNER_ARCH=" + m.arch, "RUNNER_TEMP=" + filepath.Join(dir, "temp"), "RUNNER_TOOL_CACHE=" + filepath.Join(dir, "tools"),
		"GITHUB_WORKSPACE=" + workspace, "GITHUB_OUTPUT=" + filepath.Join(dir, "output"),
		"HONE_DOWNLOAD_BASE=" + m.base, "HONE_RELEASE=" + m.release, "HONE_SHA256=" + sum("x") + "  hone_plan9_amd64\n" + m.sha256 + "  " + file + exe + "\n",
	}, shell, absolute(t, "scripts/install.sh"))
	got.ok, got.log = err == nil, out
	outputs, _ := os.ReadFile(filepath.Join(dir, "output"))
	for _, line := range strings.Split(string(outputs), "\n") {
		switch key, value, _ := strings.Cut(line, "="); key {
		case "bin":
			got.bin = value
		case "way":
			got.way = value
		}
	}
	if got.bin != "" {
		data, err := os.ReadFile(got.bin)
		if err != nil {
			t.Error(err)
		}
		info, _ := os.Stat(got.bin)
		if info.Mode().Perm()&0o100 == 0 || filepath.Base(got.bin) != "hone"+exe || !strings.HasPrefix(got.bin, filepath.Join(dir, "temp")) {
			t.Errorf("the next step would run %s, %v", got.bin, info.Mode())
		}
		got.program = string(data)
	}
	data, _ := os.ReadFile(cached)
	got.cached = string(data)
	data, _ = os.ReadFile(filepath.Join(dir, "home", "go-saw"))
	got.goSaw = string(data)
	left, _ := filepath.Glob(filepath.Join(dir, "workspace", "*"))
	got.leftInWorkspaces = left
	return got
}

func absolute(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// programs makes a folder with all that the installer may run, and with a Go
// that notes its environment and builds nothing.
func programs(t *testing.T, dir string, goes bool) string {
	t.Helper()
	bin := filepath.Join(dir, "bin")
	if err := os.MkdirAll(bin, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"bash", "curl", "mktemp", "dirname", "cut", "cp", "mv", "rm", "mkdir", "chmod", "sha256sum", "shasum", "env", "cat"} {
		if name == "sha256sum" || name == "shasum" { // macOS has one, Linux the other or both
			if path, err := exec.LookPath(name); err == nil {
				os.Symlink(path, filepath.Join(bin, name))
			}
			continue
		}
		if err := os.Symlink(oracle.Program(t, name), filepath.Join(bin, name)); err != nil {
			t.Fatal(err)
		}
	}
	if goes {
		write(t, bin, "go", "#!/bin/sh\nenv > \"$HOME/go-saw\"\npwd >> \"$HOME/go-saw\"\nwhile [ \"$1\" != -o ]; do shift; done\necho built > \"$2\"\n", 0o755)
	}
	return bin
}

// serve answers with a text at the place where a release has its file.
func serve(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, "/mirror/"+version+"/hone_") || r.Header.Get("Authorization") != "" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, text)
	}
}

func absent(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) }

// cut promises more bytes than it sends.
func cut(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Length", fmt.Sprint(len(program)))
	fmt.Fprint(w, program[:20])
}

// moved sends to another address, as GitHub does for its releases.
func moved(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/mirror/") {
		http.Redirect(w, r, "/elsewhere", http.StatusFound)
		return
	}
	fmt.Fprint(w, program)
}

func TestInstaller(t *testing.T) {
	linux := machine{os: "Linux", arch: "X64", sha256: sum(program)}
	with := func(change func(*machine)) machine {
		m := linux
		change(&m)
		return m
	}
	for _, c := range []struct {
		name    string
		machine machine
		server  http.HandlerFunc
		way     string // empty: it must fail
		program string
		cached  string
		says    string
		asked   int
	}{
		{"downloads", linux, serve(program), "download", program, program, `hone v1.2.3 for Linux on X64 was downloaded from http://127.0.0.1:\d+/mirror; its SHA-256 fits.`, 1},
		{"downloads on macOS", machine{os: "macOS", arch: "ARM64", sha256: sum(program)}, serve(program), "download", program, program, "", 1},
		{"downloads on Windows", machine{os: "Windows", arch: "X64", sha256: sum(program)}, serve(program), "download", program, program, "", 1},
		{"follows an address that moved", linux, moved, "download", program, program, "", 2},
		{"takes the tool cache", with(func(m *machine) { m.cached = program }), absent, "cache", program, program, "comes from the tool cache; its SHA-256 fits", 0},
		{"replaces a poisoned tool cache", with(func(m *machine) { m.cached = other }), serve(program), "download", program, program, "::warning title=The tool cache is not used::", 1},
		{"refuses a wrong download", linux, serve(other), "", "", "", "(?s)::error title=The download is not hone::.*" + sum(other) + ".*action.yml says " + sum(program), 1},
		{"refuses a wrong download although Go is there", with(func(m *machine) { m.goes = true }), serve(other), "", "", "", "It was not run", 1},
		{"refuses a wrong download after a poisoned cache", with(func(m *machine) { m.cached = other; m.goes = true }), serve(other), "", "", other, "It was not run", 1},
		{"refuses a short file", linux, serve(program[:20]), "", "", "", "It was not run", 1},
		{"builds when the download breaks off", with(func(m *machine) { m.goes = true }), cut, "source", "built\n", "", "(?s)::warning title=hone could not be downloaded::.*built from the source of the action in .* v1.2.3 could not be downloaded", 1},
		{"builds when nothing is there", with(func(m *machine) { m.goes = true }), absent, "source", "built\n", "", "could not be downloaded", 1},
		{"builds when nobody answers", with(func(m *machine) { m.goes = true; m.base = "http://127.0.0.1:1" }), absent, "source", "built\n", "", "could not be downloaded", 0},
		{"needs Go when nothing is there", linux, absent, "", "", "", "::error title=hone cannot be installed::v1.2.3 could not be downloaded, and Go is not installed to build it. Add a step with actions/setup-go", 1},
		{"builds on a system without a release", machine{os: "Linux", arch: "ARM", sha256: sum(program), goes: true}, absent, "source", "built\n", "", "v1.2.3 has no program for Linux on ARM", 0},
		{"needs Go on a system without a release", machine{os: "Plan9", arch: "X64"}, absent, "", "", "", "v1.2.3 has no program for Plan9 on X64, and Go is not installed", 0},
		{"does not know its machine", machine{goes: true}, absent, "source", "built\n", "", "no program for an unknown system on an unknown processor", 0},
		{"builds a commit that is no release", with(func(m *machine) { m.release = "none"; m.cached = program; m.goes = true }), serve(program), "source", "built\n", program, "this commit of the action is no release", 0},
		{"builds itself", with(func(m *machine) { m.within = true; m.cached = program; m.goes = true }), serve(program), "source", "built\n", program, "part of the repository that it works for", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := install(t, c.machine, c.server)
			if got.ok != (c.way != "") || got.way != c.way || got.program != c.program || got.cached != c.cached || got.requests != c.asked {
				t.Errorf("got %+v", got)
			}
			if !regexp.MustCompile(c.says).MatchString(got.log) {
				t.Errorf("it does not say %q:\n%s", c.says, got.log)
			}
			if strings.Contains(got.goSaw+got.log, "ghs_secret") {
				t.Errorf("the token went along:\n%s", got.goSaw)
			}
			if c.way == "source" && !strings.Contains(got.goSaw, "CGO_ENABLED=0\n") {
				t.Errorf("Go ran with\n%s", got.goSaw)
			}
			if len(got.leftInWorkspaces) > 0 {
				t.Errorf("the workspace holds %s", got.leftInWorkspaces)
			}
		})
	}
}

// An address that is no address ends the job before anything is asked; nothing
// of it is run or read, and the runner sees one error.
func TestInstallerRefusesOddMirrors(t *testing.T) {
	t.Parallel()
	for _, base := range []string{
		"file:///etc", "ftp://example.com", "example.com", "-o/tmp/x", "https://", "https://user:password@example.com",
		"https://example.com/$(touch pwned)", "https://example.com/`touch pwned`", "https://example.com/;touch pwned", "https://example.com/\"; touch pwned; \"",
		"https://example.com/a b", "https://example.com/\n::add-mask::e", "https://example.com/\r::error::x", "https://example.com/##[error]x", "https://example.com/{a,b}", "https://example.com/?a=b",
		"https://exämple.com",
	} {
		got := install(t, machine{os: "Linux", arch: "X64", sha256: sum(program), base: base, goes: true}, serve(program))
		if got.ok || got.bin != "" || got.requests > 0 || got.goSaw != "" || len(got.leftInWorkspaces) > 0 {
			t.Errorf("%q: got %+v", base, got)
		}
		if !strings.HasPrefix(got.log, "::error title=download-base is no address::") || strings.Count(got.log, "\n") != 1 || strings.Contains(got.log, "example") {
			t.Errorf("%q: it says\n%s", base, got.log)
		}
	}
}
