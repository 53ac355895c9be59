package change

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/honelog/hone/tracker"
)

// Part tells the findings of a change from those elsewhere in the log, both in
// order. A finding is of the change if it lies in an entry or a table that came
// or is another now, if the log before had none like it there, or if it is one
// of the text as such in a file that is another now. before and after are all
// the findings of the two logs.
func (c *Change) Part(before, after []tracker.Finding) (of, elsewhere []tracker.Finding) {
	if len(after) == 0 {
		return nil, nil
	}
	was, is := c.atlas(c.before), c.atlas(c.after)
	there := map[string]int{} // findings of before, by what they say and where
	moved := map[string]int{} // those whose place is as it was and has them no more, by what they say
	for _, f := range before {
		there[c.likeness(f, was.at(f))]++
		if at := was.at(f); at.entry == nil && is.tables[at.text] || at.entry != nil && is.says[c.prints[at.entry]] {
			moved[f.Code+f.Message]++
		}
	}
	var open []tracker.Finding // in places as they were
	for _, f := range after {
		at := is.at(f)
		switch key := c.likeness(f, at); {
		case c.isNew(f, at, was, is):
			of = append(of, f)
		case there[key] > 0:
			there[key]--
			moved[f.Code+f.Message]--
			elsewhere = append(elsewhere, f)
		default:
			open = append(open, f)
		}
	}
	for _, f := range open { // of two alike, another may be the later one now
		if key := f.Code + f.Message; moved[key] > 0 {
			moved[key]--
			elsewhere = append(elsewhere, f)
		} else {
			of = append(of, f)
		}
	}
	return tracker.Sort(of), tracker.Sort(elsewhere)
}

// Wrong counts the entries after in which errors lie; only says that all of the
// errors lie in entries.
func (c *Change) Wrong(findings []tracker.Finding) (entries int, only bool) {
	is := c.atlas(c.after)
	seen := map[*tracker.Entry]bool{}
	for _, f := range findings {
		if f.Severity != tracker.Error {
			continue
		}
		at := is.at(f)
		if at.entry == nil || slices.Contains(ofText, f.Code) {
			return len(seen), false
		}
		seen[at.entry] = true
	}
	return len(seen), true
}

// likeness is what two findings share that are one in two logs.
func (c *Change) likeness(f tracker.Finding, at place) string {
	if at.entry != nil {
		return f.Code + "\x00" + f.Message + "\x00entry\x00" + c.prints[at.entry]
	}
	return f.Code + "\x00" + f.Message + "\x00table\x00" + at.text
}

// ofText are the codes of faults that are of a file's text rather than of what
// it says: what they hide cannot be known.
var ofText = []string{"syntax", "merge-conflict", "fused-entries", "encoding", "limit"}

// isNew reports whether what a finding lies in came with the change.
func (c *Change) isNew(f tracker.Finding, at place, was, is *atlas) bool {
	if slices.Contains(ofText, f.Code) && !was.texts[is.files[f.File]] {
		return true
	}
	if at.entry == nil {
		return !was.tables[at.text]
	}
	old := c.origin[at.entry]
	switch {
	case old == nil || c.edited[at.entry]:
		return true
	case f.Severity != tracker.Error:
		return false
	}
	// What is wrong may not be among what the entry says.
	return was.entries[old] != is.entries[at.entry]
}

// place is what a finding lies in: an entry, or else a table by its text.
type place struct {
	entry *tracker.Entry
	text  string
}

// atlas says where the tables of a log stand.
type atlas struct {
	passages []tracker.Passage
	heads    map[string]*tracker.Entry // by file and line
	entries  map[*tracker.Entry]string // their plain texts
	tables   map[string]bool           // the plain texts of tables
	says     map[string]bool           // what entries say
	files    map[string]string         // texts by name
	texts    map[string]bool           // of files, whatever their names
}

// spot is a line of a file.
func spot(file string, line int) string { return file + ":" + strconv.Itoa(line) }

func (c *Change) atlas(l *tracker.Log) *atlas {
	a := &atlas{
		passages: c.passages[l], heads: map[string]*tracker.Entry{}, entries: map[*tracker.Entry]string{},
		tables: map[string]bool{"": true}, says: map[string]bool{}, files: map[string]string{}, texts: map[string]bool{},
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		a.heads[spot(l.Line(e))] = e
		a.says[c.prints[e]] = true
	}
	texts := map[string]*strings.Builder{}
	for _, p := range a.passages {
		if e := a.heads[spot(p.File, p.Line)]; e != nil {
			a.entries[e] = plain(p.Text)
		} else {
			a.tables[plain(p.Text)] = true
		}
		if texts[p.File] == nil {
			texts[p.File] = &strings.Builder{}
		}
		texts[p.File].WriteString(p.Text)
	}
	for name, b := range texts {
		a.files[name] = b.String()
		a.texts[b.String()] = true
	}
	return a
}

// plain is a table's text without what does not matter.
func plain(text string) string {
	lines := plainLines(text)
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// at returns the place of a finding.
func (a *atlas) at(f tracker.Finding) place {
	i, found := slices.BinarySearchFunc(a.passages, f, func(p tracker.Passage, f tracker.Finding) int {
		return cmp.Or(cmp.Compare(p.File, f.File), cmp.Compare(p.Line, f.Line))
	})
	if !found {
		i--
	}
	if i < 0 || a.passages[i].File != f.File {
		return place{}
	}
	p := a.passages[i]
	if e := a.heads[spot(p.File, p.Line)]; e != nil {
		return place{entry: e}
	}
	return place{text: plain(p.Text)}
}
