package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/honelog/hone/internal/words"
)

// This file asks the person at a terminal, a line for each question. The
// terminal edits the line, so that it serves a screen reader, a narrow window
// and one without colours as well as any.

// exitStopped is the exit code of a command that the person stopped.
const exitStopped = 130

// errStopped ends a command whose question was answered with Ctrl-C, or with
// the end of the input.
var errStopped = exitError{exitStopped, "stopped; nothing was written"}

// asker puts questions and reads the answers.
type asker struct {
	in  *bufio.Reader
	out io.Writer
}

// asking returns who asks, or nil where nobody sits at a terminal.
func (a *app) asking() *asker {
	if !a.asks {
		return nil
	}
	if a.asker == nil {
		a.asker = &asker{bufio.NewReader(a.stdin), a.stderr}
	}
	return a.asker
}

// line puts a question until the answer is text, and returns it without the
// space around it. A key that the terminal does not edit with, as an arrow, comes
// as signs that no text has.
func (q *asker) line(question string) (string, error) {
	for {
		s, err := q.typed(question)
		if err != nil || utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl) {
			return s, err
		}
		fmt.Fprintln(q.out, "  there is a key in it that is no letter, like an arrow; write it again")
	}
}

// typed puts a question and returns what was typed.
func (q *asker) typed(question string) (string, error) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	defer signal.Stop(stop)
	fmt.Fprint(q.out, question)
	type answer struct {
		text string
		err  error
	}
	got := make(chan answer, 1)
	go func() {
		text, err := q.in.ReadString('\n')
		got <- answer{text, err}
	}()
	select {
	case <-stop:
	case a := <-got:
		if a.err == nil || a.text != "" && errors.Is(a.err, io.EOF) {
			return strings.TrimSpace(a.text), nil
		}
	}
	fmt.Fprintln(q.out)
	return "", errStopped
}

// text asks for a text until check takes it. An empty answer is the default;
// without one it is asked again.
func (q *asker) text(label, byDefault string, check func(string) error) (string, error) {
	question := label + ": "
	if byDefault != "" {
		question = fmt.Sprintf("%s [%s]: ", label, words.Plain(byDefault))
	}
	for {
		s, err := q.line(question)
		if err != nil {
			return "", err
		}
		if s == "" {
			s = byDefault
		}
		switch {
		case s == "":
			err = errors.New("write something, or stop with Ctrl-C")
		case check != nil:
			err = check(s)
		}
		if err == nil {
			return s, nil
		}
		fmt.Fprintln(q.out, "  "+err.Error())
	}
}

// choice asks for one of several options and returns which, from 0. It is
// answered with a number, or with the beginning of an option.
func (q *asker) choice(label string, options []string, byDefault int) (int, error) {
	fmt.Fprintln(q.out, label)
	for i, o := range options {
		fmt.Fprintf(q.out, "%3d  %s\n", i+1, words.Plain(o))
	}
	at := -1
	_, err := q.text("Number or name", strconv.Itoa(byDefault+1), func(s string) error {
		if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= len(options) {
			at = n - 1
			return nil
		}
		at = beginning(s, options)
		if at < 0 {
			return fmt.Errorf("write a number from 1 to %d, or the beginning of a name", len(options))
		}
		return nil
	})
	return at, err
}

// beginning returns the only option that begins with a text, or is it; -1 when
// none does, or several.
func beginning(s string, options []string) int {
	at := -1
	for i, o := range options {
		switch {
		case strings.EqualFold(o, s):
			return i
		case len(o) < len(s) || !strings.EqualFold(o[:len(s)], s):
		case at >= 0:
			return -1
		default:
			at = i
		}
	}
	return at
}

// yes asks what is answered with yes or no; an empty answer is yes.
func (q *asker) yes(question string) (bool, error) {
	for {
		s, err := q.line(question + " [Y/n] ")
		switch {
		case err != nil:
			return false, err
		case s == "" || strings.EqualFold(s, "y") || strings.EqualFold(s, "yes"):
			return true, nil
		case strings.EqualFold(s, "n") || strings.EqualFold(s, "no"):
			return false, nil
		}
		fmt.Fprintln(q.out, "  write y or n")
	}
}
