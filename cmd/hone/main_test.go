package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/honelog/hone/internal/oracle"
)

var update = flag.Bool("update", false, "write what the commands say into the scripts")

// TestMain lets scripts call hone as users do. The clock stands at HONE_NOW.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"hone": func() {
		now, err := time.Parse(time.RFC3339, os.Getenv("HONE_NOW"))
		if err != nil {
			panic(err)
		}
		os.Exit(execute(environment{
			args: os.Args[1:], stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv,
			now: func() time.Time { return now }, terminal: os.Getenv("HONE_TERMINAL") != "",
			asks: isTerminal(os.Stdin) && isTerminal(os.Stderr),
		}))
	}})
}

// The scripts are transcripts: what a user types, and what is said and written.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", UpdateScripts: *update, RequireUniqueNames: true, RequireExplicitExec: false,
		Setup: func(e *testscript.Env) error {
			e.Setenv("HONE_NOW", "2026-11-21T12:00:00Z")
			e.Setenv("TZ", "UTC")
			e.Setenv("GORACE", os.Getenv("GORACE"))
			for _, name := range []string{"LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR"} {
				e.Setenv(name, "")
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"code": code, "git": git},
		Condition: func(name string) (bool, error) {
			if name != "git" {
				return false, fmt.Errorf("no condition %q", name)
			}
			_, err := exec.LookPath("git")
			if err != nil && oracle.Required() {
				return false, errors.New("git is not installed, and HONE_ORACLES=required")
			}
			return err == nil, nil
		},
	})
}

// git runs Git as somebody, at a time, without anybody's settings.
func git(ts *testscript.TestScript, neg bool, args []string) {
	for _, v := range []string{
		"HOME=" + ts.Getenv("WORK"), "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=" + os.DevNull,
		"GIT_AUTHOR_NAME=Ada", "GIT_AUTHOR_EMAIL=ada@example.com", "GIT_AUTHOR_DATE=2026-11-01T12:00:00Z",
		"GIT_COMMITTER_NAME=Ada", "GIT_COMMITTER_EMAIL=ada@example.com", "GIT_COMMITTER_DATE=2026-11-01T12:00:00Z",
	} {
		name, value, _ := strings.Cut(v, "=")
		ts.Setenv(name, value)
	}
	ts.Check(ts.Exec("git", append([]string{"-c", "protocol.file.allow=always"}, args...)...))
}

// code runs a command and asks for its exit code: code 2 hone status --format x.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N command [args...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = strconv.Itoa(exit.ExitCode())
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}
