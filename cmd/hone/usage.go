package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// This file turns words that make no command into a line that helps: what was
// not understood, and what was probably meant.

// exactly asks for n arguments, and says what they are.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != n {
			return usage("%s takes %s, like:\n%s", c.CommandPath(), what, c.Example)
		}
		return nil
	}
}

// argumentFault tells of an argument that a command does not take, and of a
// command that there is not. It returns nil for other errors.
func argumentFault(root *cobra.Command, err error) error {
	if !strings.HasPrefix(err.Error(), "unknown command ") {
		return nil
	}
	var word, path string
	if n, _ := fmt.Sscanf(err.Error(), "unknown command %q for %q", &word, &path); n != 2 {
		return nil
	}
	c, _, err := root.Find(strings.Fields(path)[1:])
	if err != nil {
		return nil
	}
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			names = append(names, sub.Name())
		}
	}
	if len(names) == 0 {
		return usage("%s takes no arguments, and was given %q", path, word)
	}
	if near := tracker.Nearest(strings.ToLower(word), names); near != "" {
		return usage("there is no command %q; did you mean %q?", word, path+" "+near)
	}
	if tracker.KindOf(word) != nil && c == root {
		return usage("there is no command %q; did you mean %q?", word, "hone add "+word)
	}
	return usage("there is no command %q; the commands are %s", word, strings.Join(names, ", "))
}

// flagFault tells of a flag that a command does not take, or not so.
func (a *app) flagFault(c *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	var valueless *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.As(err, &missing):
		name := missing.GetSpecifiedName()
		if missing.GetSpecifiedShortnames() != "" {
			return noSuchFlag(c, "-"+name)
		}
		return a.unknownFlag(c, name)
	case errors.As(err, &valueless):
		_, says := pflag.UnquoteUsage(valueless.GetFlag())
		return usage("--%s takes a value: %s", valueless.GetFlag().Name, says)
	case errors.As(err, &wrong):
		what := "a value"
		if t := wrong.GetFlag().Value.Type(); t == "int" {
			what = "a whole number"
		} else if t == "bool" {
			what = "true or false"
		}
		return usage("--%s %q: it takes %s", wrong.GetFlag().Name, wrong.GetValue(), what)
	}
	return usage("%v; %s --help lists the flags", err, c.CommandPath())
}

// unknownFlag tells of a flag that there is not, with the one that was probably
// meant. After `hone add KIND` that is one of the kind's.
func (a *app) unknownFlag(c *cobra.Command, name string) error {
	if k := a.kindTyped(); k != nil && (c.Name() == "add" || c.Name() == "start") && !strings.Contains(name, " ") {
		return noSuchKey(k, name)
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	c.InheritedFlags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := tracker.Nearest(name, names); near != "" {
		return usage("there is no flag --%s; did you mean --%s?", name, near)
	}
	return noSuchFlag(c, "--"+name)
}

// noSuchFlag tells of a flag that nothing is like. It may be a title.
func noSuchFlag(c *cobra.Command, flag string) error {
	if strings.Contains(c.Use, "TITLE") {
		return usage("there is no flag %s; a title that begins with a dash comes last, after --; %s --help lists the flags", flag, c.CommandPath())
	}
	return usage("there is no flag %s; %s --help lists the flags", flag, c.CommandPath())
}

// kindTyped returns the first kind among the words of the command line, or nil.
func (a *app) kindTyped() *tracker.Kind {
	for _, word := range a.args {
		if k := tracker.KindOf(word); k != nil {
			return k
		}
	}
	return nil
}

// noSuchKey tells of a key that a kind does not have.
func noSuchKey(k *tracker.Kind, name string) error {
	if near := k.KeyLike(name); near != "" {
		return usage("%s has no --%s; did you mean --%s?", words.A(k.One), name, near)
	}
	return usage("%s has no --%s; it takes %s", words.A(k.One), name, flagsOf(k))
}

// helpCommand is the command `hone help`: what --help says of another.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", GroupID: groupCloser,
		Short:   "Help about hone, or about a command",
		Example: "  hone help add",
		RunE: func(c *cobra.Command, args []string) error {
			root := c.Root()
			about, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 && about.HasSubCommands() {
				return argumentFault(root, fmt.Errorf("unknown command %q for %q", args[0], root.Name()))
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) (names []string, _ cobra.ShellCompDirective) {
			for _, sub := range c.Root().Commands() {
				if len(args) == 0 && sub.IsAvailableCommand() {
					names = append(names, sub.Name())
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}
