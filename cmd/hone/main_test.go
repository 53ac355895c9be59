package main

import (
	"flag"
	"os"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
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
			for _, name := range []string{"LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR"} {
				e.Setenv(name, "")
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"code": code},
	})
}

// code runs a command and asks for its exit code: code 2 hone status --format x.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N command [args...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = string(rune('0' + exit.ExitCode()))
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}
