package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/tracker/civil"
)

// The exit codes.
const (
	exitFine    = 0
	exitFailOn  = 1 // what --fail-on names
	exitUsage   = 2
	exitNoWork  = 3 // no log, I/O, network, GitHub
	groupDaily  = "daily"
	groupSetUp  = "setup"
	groupCloser = "closer"
	groupMach   = "machines"
)

// environment is the world a command runs in.
type environment struct {
	args           []string
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time
	terminal       bool // stdout is one
	asks           bool // somebody can be asked: stdin and stderr are terminals
}

// exitError ends a command with a code. An empty message is one that was told
// already.
type exitError struct {
	code    int
	message string
}

func (e exitError) Error() string { return e.message }

// usage is the error of words that do not make a command.
func usage(format string, args ...any) error {
	return exitError{exitUsage, fmt.Sprintf(format, args...)}
}

// app is a command's environment with the flags that all commands take.
type app struct {
	environment           // on a runner, nothing on stdout and stderr is a command to it
	raw         io.Writer // stdout for data, and for commands that are meant
	dir         string
	logs        []string
	today       string
	noColor     bool
	quiet       bool
	asker       *asker // see asking
}

// execute runs the command line and returns the exit code.
func execute(env environment) int {
	a := &app{environment: env, raw: env.stdout}
	if !a.onRunner() {
		return a.execute()
	}
	var ends [2]func() error
	a.stdout, ends[0] = runnersLog(env.stdout)
	a.stderr, ends[1] = runnersLog(env.stderr)
	code := a.execute()
	for _, end := range ends {
		if err := end(); err != nil && code == exitFine {
			code = exitNoWork
		}
	}
	return code
}

// execute runs the command line.
func (a *app) execute() int {
	env := a.environment
	for _, arg := range env.args {
		if !utf8.ValidString(arg) {
			fmt.Fprintf(env.stderr, "hone: %q is not UTF-8, the encoding of a log; type it again, or set the terminal to UTF-8\n", arg)
			return exitUsage
		}
	}
	root := a.root()
	root.SetArgs(env.args)
	root.SetIn(env.stdin)
	root.SetOut(a.raw)
	root.SetErr(env.stderr)
	err := root.Execute()
	if err == nil {
		return exitFine
	}
	if helpful := argumentFault(root, err); helpful != nil {
		err = helpful
	}
	code := exitUsage
	var exit exitError
	if errors.As(err, &exit) {
		code = exit.code
	}
	if text := err.Error(); text != "" {
		fmt.Fprintln(env.stderr, "hone: "+strings.TrimSpace(text))
	}
	return code
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:               "hone",
		Short:             "Keep a learning log in Git, and know where you stand",
		Long:              "hone keeps a learning log in Git and keeps its owner honest about it.\nWithout a command it shows where you stand, like `hone status`.",
		Example:           "  hone init\n  hone add book \"The Manager's Path\"\n  hone",
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              cobra.NoArgs,
		Version:           build(),
		PersistentPreRunE: a.guardOutput,
		RunE:              func(*cobra.Command, []string) error { return a.status(statusFlags{format: "text", failOn: "never"}) },
	}
	f := root.PersistentFlags()
	f.StringVarP(&a.dir, "directory", "C", ".", "work in this `folder`")
	f.StringArrayVar(&a.logs, "log", nil, "read the log from this `path`, a file or folder (repeatable)")
	f.StringVar(&a.today, "today", "", "take this `day` (YYYY-MM-DD) for today")
	f.BoolVar(&a.noColor, "no-color", false, "no colours (as with the variable NO_COLOR)")
	f.BoolVar(&a.quiet, "quiet", false, "say nothing but what was asked for")
	root.AddGroup(
		&cobra.Group{ID: groupDaily, Title: "Every day:"},
		&cobra.Group{ID: groupSetUp, Title: "Set up:"},
		&cobra.Group{ID: groupCloser, Title: "Look closer:"},
		&cobra.Group{ID: groupMach, Title: "For machines:"},
	)
	root.SetVersionTemplate("{{.Version}}\n")
	root.Flags().Bool("version", false, "show the version and how it was built")
	root.SetFlagErrorFunc(a.flagFault)
	root.SetHelpCommand(helpCommand())
	root.SetHelpCommandGroupID(groupCloser)
	root.SetCompletionCommandGroupID(groupMach)
	root.AddCommand(
		a.addCommand(), a.startCommand(), a.finishCommand(), a.editCommand(), a.pauseCommand(), a.statusCommand(), a.checkCommand(),
		a.initCommand(), a.importCommand(), a.explainCommand(), a.exportCommand(),
		a.runCommand(), a.buildCommand(), a.badgeCommand(), a.schemaCommand(), a.versionCommand(),
	)
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.Short, c.Example = "Write the completion script for a shell", "  hone completion bash"
			c.RunE = func(*cobra.Command, []string) error {
				return usage("hone completion takes a shell: bash, fish, powershell or zsh")
			}
			for _, shell := range c.Commands() {
				shell.Example = "  hone completion " + shell.Name()
			}
		}
	}
	if a.completing() {
		plainHelp(root)
	}
	return root
}

// say talks to the person, not to what reads the output.
func (a *app) say(format string, args ...any) {
	if !a.quiet {
		fmt.Fprintf(a.stderr, format+"\n", args...)
	}
}

// paint tells how to colour the output.
func (a *app) paint() render.Paint {
	return render.Paint{
		Color: a.terminal && !a.noColor && a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb",
		ASCII: isASCII(cmp.Or(a.getenv("LC_ALL"), a.getenv("LC_CTYPE"), a.getenv("LANG"))),
	}
}

// isASCII reports whether a locale says that no UTF-8 can be shown. One that is
// not set says nothing.
func isASCII(locale string) bool {
	_, charset, named := strings.Cut(strings.ToLower(locale), ".")
	return locale == "C" || locale == "POSIX" || named && !strings.HasPrefix(charset, "utf-8") && !strings.HasPrefix(charset, "utf8")
}

// paintFor tells how to colour what goes into a file, or on stdout.
func (a *app) paintFor(file string) render.Paint {
	p := a.paint()
	p.Color = p.Color && (file == "" || file == "-")
	return p
}

// day returns today: the one asked for, or the clock's in a time zone.
func (a *app) day(zone string) (civil.Date, error) {
	if a.today != "" {
		d, err := civil.Parse(a.today)
		if err != nil {
			return 0, usage("--today: %v", err)
		}
		return d, nil
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		loc = time.UTC
	}
	y, m, d := a.now().In(loc).Date()
	return civil.Of(y, m, d), nil
}
