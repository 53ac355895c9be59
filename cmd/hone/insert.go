package main

import (
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

// insert puts a block into a file of the log, shows it, and says what it did to
// the goals. A block with a fault is told and not written.
func (a *app) insert(b *logbook, block tracker.Block, name string, dryRun bool) error {
	var old []byte
	at := slices.IndexFunc(b.files, func(f tracker.File) bool { return f.Name == name })
	if at >= 0 {
		old = b.files[at].Data
	} else if _, err := disk.ReadFile(b.where.Root, name); !errors.Is(err, fs.ErrNotExist) {
		return exitError{exitNoWork, fmt.Sprintf("%s is the place for it, and not part of the log that --log names", name)}
	}
	in, err := tracker.Insert(old, block)
	if err != nil {
		if faults := faultsOf(b.findings, name); len(faults) > 0 {
			fmt.Fprint(a.stderr, render.FindingsText(faults, b.line, render.Paint{}))
			return exitError{exitNoWork, fmt.Sprintf("%s has faults to mend first; nothing was written", words.Plain(name))}
		}
		return exitError{exitNoWork, fmt.Sprintf("%s: %v", words.Plain(name), err)}
	}
	text, added := in.Text, lines{in.Line, in.Line + in.Lines - 1}
	files := slices.Clone(b.files)
	if at >= 0 {
		files[at] = tracker.File{Name: name, Data: text}
	} else {
		files = append(files, tracker.File{Name: name, Data: text})
	}
	after, err := a.parse(b.where, files, false)
	if err != nil {
		return err
	}
	if faults := findingsIn(after.findings, name, added, tracker.Error); len(faults) > 0 {
		fmt.Fprint(a.stderr, render.FindingsText(faults, after.line, render.Paint{}))
		return usage("the %s was not added", block.Table)
	}
	if !dryRun {
		change := disk.Change{Name: name, Data: text, Exists: at >= 0}
		if err := disk.Apply(b.where.Root, []disk.Change{change}); err != nil {
			return ioError(err)
		}
	}
	fmt.Fprint(a.stdout, strings.TrimSpace(shown(text, added))+"\n")
	verb := "added to"
	if dryRun {
		verb = "would go into"
	}
	a.say("\n%s %s:%d", verb, name, added.from)
	a.effect(b, after)
	if w := findingsIn(after.findings, name, added, tracker.Warning); len(w) > 0 {
		fmt.Fprint(a.stderr, "\n"+render.FindingsText(w, after.line, render.Paint{}))
	}
	return nil
}

// lines are lines of a text, from 1, both included.
type lines struct{ from, until int }

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

// effect says how goals stand that a change has moved.
func (a *app) effect(before, after *logbook) {
	was := map[string]tracker.Standing{}
	for _, s := range before.log.Standings(before.today) {
		was[s.ID] = s
	}
	for _, s := range after.log.Standings(after.today) {
		old, known := was[s.ID]
		now := standsIn(&s, after)
		if !known {
			a.say("%s: %s", s.ID, now)
		} else if then := standsIn(&old, before); then != now {
			a.say("%s: %s (before: %s)", s.ID, now, then)
		}
	}
}

// standsIn is a goal's standing in a few words: 6 of 6, done.
func standsIn(s *tracker.Standing, b *logbook) string {
	parts := []string{words.SoFar(s), words.Stands(s), words.When(s, b.today)}
	if s.Form == tracker.Every {
		parts = parts[1:]
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
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
