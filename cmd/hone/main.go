// Command hone keeps a learning log in Git and keeps its owner honest about it.
package main

import (
	"os"
	"runtime/debug"
	"time"
	_ "time/tzdata" // time zones on machines that have none of their own

	"golang.org/x/term"
)

func main() {
	// A command reads a log once and ends: collect garbage late, within bounds.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(412 << 20)
	os.Exit(execute(environment{
		args: os.Args[1:], stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		getenv: os.Getenv, now: time.Now, terminal: isTerminal(os.Stdout),
		asks: isTerminal(os.Stdin) && isTerminal(os.Stderr),
	}))
}

// isTerminal reports whether a file is a terminal rather than a file, a pipe or
// a device.
func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }
