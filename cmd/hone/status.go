package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

type statusFlags struct{ format, failOn, output string }

func (a *app) statusCommand() *cobra.Command {
	var f statusFlags
	c := &cobra.Command{
		Use: "status", GroupID: groupDaily, Args: cobra.NoArgs,
		Short:   "Show where every goal and credential stands, and the one next thing to do",
		Example: "  hone status\n  hone status --format json\n  hone status --fail-on behind",
		RunE:    func(*cobra.Command, []string) error { return a.status(f) },
	}
	c.Flags().StringVar(&f.format, "format", "text", "the `format`: text, json or markdown")
	c.Flags().StringVar(&f.failOn, "fail-on", "never", "exit 1 on `what`: error, warning, behind or never")
	c.Flags().StringVarP(&f.output, "output", "o", "", "write to this `file` instead")
	complete(c, "format", "text", "json", "markdown")
	complete(c, "fail-on", "error", "warning", "behind", "never")
	return c
}

// status shows where the log stands. Of a log with errors it shows what it can:
// the errors, and the goals, with those that an error touches marked.
func (a *app) status(f statusFlags) error {
	if err := oneOf("--format", f.format, "text", "json", "markdown"); err != nil {
		return err
	}
	b, err := a.read(false)
	if err != nil {
		return err
	}
	s := render.StatusOf(b.log, b.today)
	s.Errors = tracker.Errors(b.findings)
	failed, err := failOn(f.failOn, b.findings, s.Goals)
	if err != nil {
		return err
	}
	switch f.format {
	case "json":
		err = a.write(f.output, s.JSON())
	case "markdown":
		err = a.show(f.output, s.Markdown(b.log))
	default:
		if s.Errors > 0 { // what they touch is told as such below
			fmt.Fprintln(a.stderr, render.FindingsText(b.findings, b.line, render.Paint{}))
		}
		err = a.show(f.output, s.Text(b.log, a.paintFor(f.output)))
		if n := len(b.findings); n > 0 && err == nil && s.Errors == 0 {
			a.say("%s: hone check", countWarnings(n))
		}
	}
	if err == nil && failed {
		return exitError{exitFailOn, ""}
	}
	return err
}

func countWarnings(n int) string {
	if n == 1 {
		return "1 warning"
	}
	return fmt.Sprintf("%d warnings", n)
}

// tell shows all findings as a text.
func (a *app) tell(b *logbook, output string) error {
	err := a.show(output, render.FindingsText(b.findings, b.line, a.paintFor(output)))
	blank := ""
	if len(b.findings) > 0 {
		blank = "\n"
	}
	a.say("%s%s", blank, render.FindingsSummary(b.findings, len(b.log.Entries), b.log.Files))
	return err
}

// write puts data, byte for byte, into a file, or on stdout.
func (a *app) write(file string, data []byte) error {
	if file == "" || file == "-" {
		_, err := a.raw.Write(data)
		return ioError(err)
	}
	return ioError(os.WriteFile(a.below(file), data, 0o644))
}

// ioError is the error of a command that could not read or write.
func ioError(err error) error {
	if err == nil {
		return nil
	}
	return exitError{exitNoWork, err.Error()}
}

// oneOf reports a flag's value that is none of its words.
func oneOf(flag, value string, choices ...string) error {
	if slices.Contains(choices, value) {
		return nil
	}
	return usage("%s %.80q: write %s", flag, value, words.List(choices, "or"))
}
