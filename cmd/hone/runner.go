package main

import (
	"io"
	"os"

	"github.com/honelog/hone/internal/action"
)

// onRunner reports whether what is said goes into the log of a workflow.
func (a *app) onRunner() bool { return a.getenv("GITHUB_ACTIONS") == "true" }

// runnersLog returns a way into the log of a workflow on which nothing that
// somebody wrote into a learning log is a command to the runner, and what is to
// be called at its end. A regular file is no such log, and stays as it is.
func runnersLog(w io.Writer) (calm io.Writer, end func() error) {
	if f, ok := w.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return w, func() error { return nil }
		}
	}
	step, err := action.New(func(string) string { return "" }, w)
	if err != nil {
		panic(err) // there are no inputs to read
	}
	return step.Log(), step.Close
}

// show writes a text for people into a file, or on stdout.
func (a *app) show(file, text string) error {
	if file != "" && file != "-" {
		return a.write(file, []byte(text))
	}
	_, err := io.WriteString(a.stdout, text)
	return ioError(err)
}
