package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/interop"
	"github.com/honelog/hone/internal/words"
)

// most is how many rows of a sort are listed without --all, and how many faults.
const (
	mostRows   = 20
	mostFaults = 100
)

// importFaults tells all faults of a file, and that nothing was written.
func (a *app) importFaults(file string, faults []interop.Fault) error {
	slices.SortStableFunc(faults, func(x, y interop.Fault) int {
		return cmp.Or(cmp.Compare(x.Place.N, y.Place.N), cmp.Compare(x.Place.Column, y.Place.Column))
	})
	for i, f := range faults {
		if i == mostFaults {
			fmt.Fprintf(a.stderr, "and %d more\n", len(faults)-i)
			break
		}
		at := words.Plain(file)
		if place := f.Place.String(); place != "" {
			at += ": " + place
		}
		fmt.Fprintf(a.stderr, "%s: %s\n", at, words.Plain(f.Says))
		if f.Help != "" {
			fmt.Fprintf(a.stderr, "  %s\n", words.Plain(f.Help))
		}
	}
	return exitError{exitNoWork, fmt.Sprintf("%s in %s; nothing was written", count(len(faults), "fault", "faults"), words.Plain(file))}
}

// importSummary tells what an import did, and what it left.
func (a *app) importSummary(file string, r interop.Reading, p interop.Plan, f importFlags) {
	if n := len(p.New); n > 0 && f.dryRun {
		a.say("%s would go into %s", tally(p.New), p.File)
	} else if n > 0 {
		a.say("added to %s:%d: %s", p.File, p.Line, tally(p.New))
	} else {
		a.say("nothing new in %s", words.Plain(file))
	}
	if p.Same > 0 {
		a.say("%s there already, from an import before", count(p.Same, "is", "are"))
	}
	a.sayLeft(r.Left, f.all)
	a.sayRows("differs from your log, which stays as it is", "differ from your log, which stays as it is", len(p.Differs), f.all, func(i int) string {
		d := &p.Differs[i]
		var keys []string
		for _, c := range d.Changes {
			keys = append(keys, fmt.Sprintf("%s: %s there, %s here", c.Key, shortOr(c.There), shortOr(c.Here)))
		}
		return fmt.Sprintf("%s, %s:%d: %s", row(d.Place, d.Title()), words.Plain(d.File), d.Line, strings.Join(keys, "; "))
	})
	a.sayRows("is likely in your log already, and was not added", "are likely in your log already, and were not added", len(p.Likely), f.all, func(i int) string {
		l := &p.Likely[i]
		return fmt.Sprintf("%s, %s:%d", row(l.Place, l.Title()), words.Plain(l.File), l.Line)
	})
	a.sayRows("is the same as one before it", "are the same as one before them", len(p.Repeats), f.all, func(i int) string {
		return row(p.Repeats[i].Place, p.Repeats[i].Title())
	})
	for _, n := range r.Notes {
		a.say("%s", words.Plain(n))
	}
}

// sayLeft tells what was left out: how many where that is as it should be, and
// which where a person may want to do something about it.
func (a *app) sayLeft(left []interop.Left, all bool) {
	byWhy := map[string][]interop.Left{}
	var order []string
	for _, l := range left {
		if byWhy[l.Why] == nil {
			order = append(order, l.Why)
		}
		byWhy[l.Why] = append(byWhy[l.Why], l)
	}
	for _, why := range order {
		these := byWhy[why]
		if these[0].Count && !all {
			a.say("left out: %d %s", len(these), words.Plain(why))
			continue
		}
		a.say("left out: %d %s", len(these), words.Plain(why))
		a.list(len(these), all, func(i int) string { return row(these[i].Place, these[i].Title) })
	}
}

// sayRows lists rows of which the same is to be said.
func (a *app) sayRows(one, several string, n int, all bool, line func(int) string) {
	if n > 0 {
		a.say("%s:", count(n, one, several))
		a.list(n, all, line)
	}
}

func (a *app) list(n int, all bool, line func(int) string) {
	for i := range n {
		if i == mostRows && !all {
			a.say("  and %d more; --all lists them", n-i)
			return
		}
		a.say("  %s", line(i))
	}
}

// row is a row in a list: where it is, and its title.
func row(at interop.Place, title string) string {
	if title == "" {
		return at.String()
	}
	return fmt.Sprintf("%s, %q", at, words.Short(title, 60))
}

func shortOr(s string) string {
	if s == "" {
		return "nothing"
	}
	return words.Short(s, 60)
}

// count says how many there are of something.
func count(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}

// tally counts entries by their kinds.
func tally(entries []interop.Entry) string {
	n := map[string]int{}
	for _, e := range entries {
		n[e.Kind.Name]++
	}
	var parts []string
	for _, e := range entries {
		if k := e.Kind; n[k.Name] > 0 {
			parts = append(parts, count(n[k.Name], k.One, k.Plural))
			n[k.Name] = 0
		}
	}
	return words.List(parts, "and")
}

// importGuess shows what the columns of a spreadsheet seem to be: as the command
// that imports them so, with the first entries.
func (a *app) importGuess(b *logbook, file string, data []byte, g interop.Guess) error {
	from, _ := interop.FormatOf("csv")
	r := from.Read(data, g.Options)
	p := interop.NewPlan(r, "csv", b.log, b.files, knownZone)
	var out strings.Builder
	leads := "This imports it:"
	if len(p.Faults) > 0 {
		leads = "This is how the columns look, and there are faults:"
	}
	fmt.Fprintf(&out, "%s: %s, %s. Nothing was written yet. %s\n\n  %s\n", words.Plain(file), count(g.Rows, "row", "rows"), g.Encoding, leads, a.importLine(file, g))
	if g.Site != "" {
		fmt.Fprintf(&out, "\nIt looks like a file of another format, which knows its columns: hone import %s %s\n", g.Site, shellWord(file))
	}
	if g.Own {
		out.WriteString("\n`hone export csv` wrote it: each column is the key that it is called by.\n")
	}
	if !g.Sure {
		fmt.Fprintf(&out, "\nNo column says what kind of thing the rows are: see that --kind %s is right.\n", g.Kind)
	}
	if len(g.Left) > 0 {
		var names []string
		for _, h := range g.Left {
			names = append(names, fmt.Sprintf("%q", words.Short(h, 40)))
		}
		fmt.Fprintf(&out, "\nColumns that are not taken: %s. Take one with --map KEY=COLUMN.\n", strings.Join(names, ", "))
	}
	if n := min(3, len(p.New)); n > 0 {
		first := interop.NewPlan(interop.Reading{Entries: p.New[:n]}, "csv", b.log, b.files, knownZone)
		fmt.Fprintf(&out, "\n%s\n\n%s\n", heading(n, len(p.New)), strings.TrimSpace(shown(first.Text, lines{first.Line, len(first.Text)})))
	}
	if err := a.show("", out.String()); err != nil {
		return err
	}
	if len(p.Faults) > 0 {
		fmt.Fprintln(a.stderr)
		return a.importFaults(file, p.Faults)
	}
	a.sayLeft(r.Left, false)
	return nil
}

func heading(n, of int) string {
	switch {
	case of == 1:
		return "The entry would be:"
	case n == of:
		return fmt.Sprintf("The %d entries would be:", of)
	}
	return fmt.Sprintf("The first %d of %d entries would be:", n, of)
}

// importLine is the command that imports a spreadsheet as guessed.
func (a *app) importLine(file string, g interop.Guess) string {
	args := []string{"hone"}
	if a.dir != "." {
		args = append(args, "-C", a.dir)
	}
	for _, l := range a.logs {
		args = append(args, "--log", l)
	}
	args = append(args, "import", "csv", file)
	if g.Kind != "" {
		args = append(args, "--kind", g.Kind)
	}
	if g.Own {
		args = append(args, "--yes")
	} else {
		for _, m := range g.Map {
			args = append(args, "--map", m.Key+"="+m.Column)
		}
	}
	if d := g.Dates.String(); d != "" {
		args = append(args, "--dates", d)
	}
	for i, arg := range args {
		args[i] = shellWord(arg)
	}
	return strings.Join(args, " ")
}

// shellWord writes a word so that a shell takes it as it is. Of a mapping what
// stands behind = is put in quotes, as people write it.
func shellWord(s string) string {
	s = words.Plain(s)
	isPlain := func(s string) bool {
		return s != "" && !strings.ContainsFunc(s, func(c rune) bool {
			return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c > 0xbf && c < 0x250 || strings.ContainsRune("_./:=,+@%-", c))
		})
	}
	if isPlain(s) {
		return s
	}
	if strings.ContainsAny(s, "\"$`!'") || strings.Contains(s, `\\`) || strings.HasSuffix(s, `\`) {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	if head, tail, ok := strings.Cut(s, "="); ok && isPlain(head) {
		return head + `="` + tail + `"`
	}
	return `"` + s + `"`
}
