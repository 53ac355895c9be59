package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

func (a *app) editCommand() *cobra.Command {
	return &cobra.Command{
		Use: "edit [NAME]", GroupID: groupDaily,
		Short:   "Open the log in your editor, at an entry, a goal or a credential",
		Long:    "Open the file in which an entry, a goal or a credential stands, at its line, with the\neditor in VISUAL or EDITOR. NAME is a title or an id. Afterwards the log is checked.",
		Example: "  hone edit cissp\n  hone edit books",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("hone edit takes one name, like: hone edit \"The Manager's Path\"")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.edit(strings.Join(args, "")) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var names []string
			if b, err := a.read(false); err == nil {
				for _, s := range b.spots() {
					names = append(names, s.name)
				}
			}
			return names, noFiles
		},
	}
}

// spot is a place in the log that has a name.
type spot struct {
	name, file string
	line       int
}

// spots returns what can be opened: goals, and entries by id and by title, the
// latest last.
func (b *logbook) spots() (spots []spot) {
	for _, g := range b.log.Goals {
		if file, line, ok := b.log.GoalLine(g); ok {
			spots = append(spots, spot{g.ID, file, line})
		}
	}
	for i := range b.log.Entries {
		e := &b.log.Entries[i]
		file, line := b.log.Line(e)
		for _, name := range []string{e.ID, words.Plain(e.Title)} {
			if name != "" {
				spots = append(spots, spot{name, file, line})
			}
		}
	}
	return spots
}

// edit opens the log at a name, or at its first file's first line.
func (a *app) edit(name string) error {
	b, err := a.read(false)
	if err != nil {
		return err
	}
	at := spot{file: b.names()[0], line: 1}
	if name != "" {
		if at, err = a.spotOf(b, name); err != nil {
			return err
		}
	}
	command := a.editorFor(filepath.Join(b.where.Root, filepath.FromSlash(at.file)), at.line)
	if command == nil {
		return usage("there is no editor to open %s:%d with; set VISUAL or EDITOR to yours", at.file, at.line)
	}
	run := exec.Command(command[0], command[1:]...)
	run.Stdin, run.Stdout, run.Stderr = a.stdin, a.stdout, a.stderr
	if err := run.Run(); err != nil {
		return exitError{exitNoWork, fmt.Sprintf("the editor %s: %v; set VISUAL or EDITOR to yours", words.Plain(command[0]), err)}
	}
	after, err := a.newest(b)
	if err != nil {
		return err
	}
	a.effect(b, after)
	fmt.Fprint(a.stdout, render.FindingsText(after.findings, after.line, a.paint()))
	a.say("%s", render.FindingsSummary(after.findings, len(after.log.Entries), after.log.Files))
	if tracker.Errors(after.findings) > 0 {
		return exitError{exitFailOn, ""}
	}
	return nil
}

// spotOf returns the last place of a name, or asks for the nearest.
func (a *app) spotOf(b *logbook, name string) (spot, error) {
	spots := b.spots()
	slices.Reverse(spots)
	find := func(name string) (spot, bool) {
		i := slices.IndexFunc(spots, func(s spot) bool { return strings.EqualFold(s.name, words.Plain(name)) })
		if i < 0 {
			return spot{}, false
		}
		return spots[i], true
	}
	if s, ok := find(name); ok {
		return s, nil
	}
	names := make([]string, len(spots))
	for i, s := range spots {
		names[i] = s.name
	}
	near, q := tracker.Nearest(name, names), a.asking()
	if near != "" && q == nil {
		return spot{}, usage("nothing is called %q; did you mean %q?", name, near)
	}
	if near != "" {
		if is, err := q.yes(fmt.Sprintf("Nothing is called %q. Did you mean %q?", words.Plain(name), near)); err != nil || is {
			s, _ := find(near)
			return s, err
		}
	}
	return spot{}, usage("nothing is called %q; name a goal, a credential, or an entry by its title or id", name)
}

// editorFor returns the command that opens a file at a line: VISUAL's or
// EDITOR's editor, which may have arguments of its own. Without any it is the
// one that every system has, if somebody sits at a terminal.
func (a *app) editorFor(file string, line int) []string {
	editor := a.getenv("VISUAL")
	if editor == "" {
		editor = a.getenv("EDITOR")
	}
	command := commandOf(editor)
	switch {
	case len(command) > 0:
	case !a.asks:
		return nil
	case runtime.GOOS == "windows":
		command = []string{"notepad"}
	default:
		command = []string{"vi"}
	}
	return append(command, atLine(command, file, line)...)
}

// commandOf cuts a command into words, which may stand in quotes. A path with a
// space in it, as Windows has them, is one word when there is such a file.
func commandOf(s string) (words []string) {
	if s = strings.TrimSpace(s); strings.Contains(s, " ") && isProgram(s) {
		return []string{s}
	}
	word, quote, some := "", rune(0), false
	for _, c := range s + " " {
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote, some = c, true
		case quote == 0 && (c == ' ' || c == '\t'):
			if some {
				words = append(words, word)
			}
			word, some = "", false
		default:
			word, some = word+string(c), true
		}
	}
	return words
}

func isProgram(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// atLine returns the arguments with which an editor opens a file at a line, and
// returns only when it is closed. An editor that hone does not know opens the
// file.
func atLine(command []string, file string, line int) []string {
	name := command[0]
	name = strings.ToLower(name[strings.LastIndexAny(name, `/\`)+1:])
	name = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(name, ".exe"), ".cmd"), ".bat")
	at := fmt.Sprintf("%s:%d", file, line)
	wait := func(flag string) []string {
		if slices.Contains(command, flag) || flag == "--wait" && slices.Contains(command, "-w") {
			return nil
		}
		return []string{flag}
	}
	switch name {
	case "vi", "vim", "nvim", "gvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "joe", "mg", "kak", "ne", "jed", "gedit", "mcedit":
		return []string{fmt.Sprintf("+%d", line), file}
	case "code", "code-insiders", "codium", "vscodium", "cursor", "windsurf":
		return append(wait("--wait"), "--goto", at)
	case "subl", "sublime_text", "zed", "zeditor":
		return append(wait("--wait"), at)
	case "hx", "helix":
		return []string{at}
	case "kate", "kwrite":
		return append(wait("--block"), "--line", fmt.Sprint(line), file)
	case "mate":
		return append(wait("--wait"), "--line", fmt.Sprint(line), file)
	case "idea", "goland", "pycharm", "webstorm":
		return append(wait("--wait"), "--line", fmt.Sprint(line), file)
	case "notepad++":
		return []string{fmt.Sprintf("-n%d", line), file}
	}
	return []string{file}
}
