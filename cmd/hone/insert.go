package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// deed is a change of one file of the log: its new text, and the lines in it
// that are new.
type deed struct {
	file string
	old  []byte // nil: the file is new
	text []byte
	new  lines
}

// writing says how a deed is done, and what it is called.
type writing struct {
	what    string // "the book was not added"
	message string // of its commit
	note    string // said with it, if anything
	dryRun  bool
	commit  bool
	shows   func(after *logbook, d deed) string // nil: the new lines
}

// lines are lines of a text, from 1, both included.
type lines struct{ from, until int }

// tries is how often a deed is done again because its file changed meanwhile.
const tries = 10

// do does a deed: it makes the file's new text, checks and writes it, shows
// what is new, and says what it did to the goals. A deed that brings a fault is
// told and not done.
//
// It is made from the log as it then is, while other processes wait. When the
// file changes all the same it is made again, so that both changes are kept.
func (a *app) do(b *logbook, w writing, what func(*logbook) (deed, error)) error {
	if w.dryRun {
		d, after, err := a.draft(b, w, what)
		if err != nil {
			return err
		}
		a.tellDeed(b, after, d, w)
		return nil
	}
	release, err := disk.Lock(b.where.Root)
	if err != nil {
		return ioError(err)
	}
	defer release()
	for try := 1; ; try++ {
		if b, err = a.newest(b); err != nil {
			return err
		}
		d, after, err := a.draft(b, w, what)
		if err != nil {
			return err
		}
		err = disk.Replace(b.where.Root, d.file, d.old, d.text)
		if errors.Is(err, disk.ErrChanged) && try < tries {
			continue
		}
		if err != nil {
			return ioError(err)
		}
		a.tellDeed(b, after, d, w)
		if w.commit {
			return a.commit(b, d.file, w.message)
		}
		return nil
	}
}

// newest returns the log as it is now: the one at hand when nothing changed.
func (a *app) newest(b *logbook) (*logbook, error) {
	where, err := disk.Find(a.dir, a.logs)
	if err != nil {
		return nil, ioError(err)
	}
	files, err := where.Read()
	if err != nil {
		return nil, ioError(err)
	}
	if slices.EqualFunc(files, b.files, func(x, y tracker.File) bool { return x.Name == y.Name && bytes.Equal(x.Data, y.Data) }) {
		return b, nil
	}
	return a.parse(where, files, false)
}

// draft makes a deed and the log that it leads to.
func (a *app) draft(b *logbook, w writing, what func(*logbook) (deed, error)) (deed, *logbook, error) {
	d, err := what(b)
	if err != nil {
		return d, nil, err
	}
	files := slices.Clone(b.files)
	if at := fileAt(files, d.file); at >= 0 {
		files[at] = tracker.File{Name: d.file, Data: d.text}
	} else {
		files = append(files, tracker.File{Name: d.file, Data: d.text})
	}
	after, err := a.parse(b.where, files, false)
	if err != nil {
		return d, nil, err
	}
	if faults := findingsIn(after.findings, d.file, d.new, tracker.Error); len(faults) > 0 {
		fmt.Fprint(a.stderr, render.FindingsText(faults, after.line, render.Paint{}))
		return d, nil, usage("%s", w.what)
	}
	return d, after, nil
}

// tellDeed shows what is new, and what it did.
func (a *app) tellDeed(before, after *logbook, d deed, w writing) {
	text := strings.TrimSpace(shown(d.text, d.new))
	if w.shows != nil {
		text = w.shows(after, d)
	}
	fmt.Fprintln(a.stdout, text)
	verb := "added to"
	if w.dryRun {
		verb = "would go into"
	}
	a.say("\n%s %s:%d", verb, d.file, d.new.from)
	if w.note != "" {
		a.say("%s", w.note)
	}
	f := findingsIn(after.findings, d.file, d.new, tracker.Warning)
	if day, ok := after.log.Planned(d.file, d.new.from, d.new.until, after.today); ok && len(f) == 0 {
		a.say("%s", words.Planned(day))
	}
	a.effect(before, after)
	if len(f) > 0 {
		fmt.Fprint(a.stderr, "\n"+render.FindingsText(f, after.line, render.Paint{}))
	}
}

// insertion is the deed of a block in a file of the log: the one of that name,
// or the only one that --log names.
func (a *app) insertion(b *logbook, block tracker.Block, name string) (deed, error) {
	var old []byte
	_, err := disk.ReadFile(b.where.Root, name)
	isNew := errors.Is(err, fs.ErrNotExist)
	if isNew && b.where.Named && len(b.files) == 1 {
		name = b.files[0].Name
	}
	if at := fileAt(b.files, name); at >= 0 {
		old = b.files[at].Data
	} else if !isNew || b.where.Named {
		return deed{}, exitError{exitNoWork, fmt.Sprintf("%s is the place for it, and not part of the log that --log names; name the folder", name)}
	}
	in, err := tracker.Insert(old, block)
	if err != nil {
		return deed{}, a.noDeed(b, name, err)
	}
	return deed{name, old, in.Text, lines{in.Line, in.Line + in.Lines - 1}}, nil
}

// noDeed says why a file cannot be changed: of its faults, where they are.
func (a *app) noDeed(b *logbook, name string, err error) error {
	if faults := faultsOf(b.findings, name); len(faults) > 0 {
		fmt.Fprint(a.stderr, render.FindingsText(faults, b.line, render.Paint{}))
		return exitError{exitNoWork, fmt.Sprintf("%s has faults to mend first; nothing was written", words.Plain(name))}
	}
	return exitError{exitNoWork, fmt.Sprintf("%s: %v", words.Plain(name), err)}
}

func fileAt(files []tracker.File, name string) int {
	return slices.IndexFunc(files, func(f tracker.File) bool { return f.Name == name })
}

// shown returns lines of a text.
func shown(text []byte, at lines) string {
	all := strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	return strings.Join(all[at.from-1:min(at.until, len(all))], "\n")
}

func findingsIn(findings []tracker.Finding, file string, at lines, severity tracker.Severity) (in []tracker.Finding) {
	for _, f := range findings {
		if f.File == file && f.Line >= at.from && f.Line <= at.until && f.Severity == severity {
			in = append(in, f)
		}
	}
	return in
}

// faultsOf returns the errors of a file.
func faultsOf(findings []tracker.Finding, file string) (faults []tracker.Finding) {
	for _, f := range findings {
		if f.File == file && f.Severity == tracker.Error {
			faults = append(faults, f)
		}
	}
	return faults
}
