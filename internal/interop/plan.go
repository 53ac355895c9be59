package interop

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// Plan is what an import would do to a log: the text of one file with what is
// new behind what was there, byte for byte. With any fault it does nothing.
type Plan struct {
	File    string // like learning/import-goodreads.toml
	Exists  bool
	Text    []byte // of the whole file; nil when nothing is new
	Line    int    // of the first new table, from 1
	New     []Entry
	Same    int // the log has them from an import before, as they are
	Differs []Difference
	Likely  []Likeness
	Repeats []Entry // rows that are the same as one before them
	Faults  []Fault
}

// Difference is an entry that was imported before, and is not now as it was:
// there, or in the log. The log's stays.
type Difference struct {
	Entry
	File    string
	Line    int
	Changes []Change
}

// Change is a key whose values differ.
type Change struct{ Key, There, Here string }

// Likeness is an entry that the log seems to have already, from elsewhere.
type Likeness struct {
	Entry
	File string
	Line int
}

// FileOf returns the name of the file that the imports of a format go into.
func FileOf(format string) string { return "learning/import-" + format + ".toml" }

// NewPlan holds what was read against a log without faults. files are those of
// the log, zone is for [tracker.Parse].
func NewPlan(r Reading, format string, log *tracker.Log, files []tracker.File, zone func(string) bool) Plan {
	p := Plan{File: FileOf(format), Faults: slices.Clone(r.Faults)}
	drafts := p.drafts(r.Entries)
	if len(p.Faults) > 0 {
		doubtful := p.drafts(r.doubtful)
		for _, d := range doubtful {
			d.doubtful = true
		}
		drafts = append(drafts, doubtful...)
		p.append(drafts, format, len(log.Entries), files, zone)
		return p
	}
	text := write(nil, drafts)
	read, findings := tracker.Parse([]tracker.File{{Name: p.File, Data: text.Bytes()}}, zone)
	if len(read.Entries) != len(drafts) {
		p.refuse(findings, drafts)
		return p
	}
	at := map[int]*draft{}
	for _, d := range drafts {
		at[d.header] = d
	}
	for i := range read.Entries { // kind by kind, and the drafts as the file has them
		_, line := read.Line(&read.Entries[i])
		at[line].read = &read.Entries[i]
	}
	fresh := p.match(drafts, log)
	fresh = p.byID(fresh, log)
	if len(p.Faults) > 0 {
		return p
	}
	fresh = p.likely(fresh, log)
	if len(fresh) == 0 {
		return p
	}
	slices.SortStableFunc(fresh, func(a, b *draft) int { return cmp.Compare(dayOf(a.read).Last(), dayOf(b.read).Last()) })
	name(fresh, log)
	for _, d := range fresh {
		p.New = append(p.New, d.entry)
	}
	p.append(fresh, format, len(log.Entries), files, zone)
	return p
}

// draft is an entry with the lines of its table, and as the log reads it.
type draft struct {
	entry  Entry
	lines  []tracker.KeyValue
	places []Place // of the lines
	read   *tracker.Entry
	header int // the line of its header in the file, from 1

	doubtful bool // something was no value: what is missing may be that
}

// drafts writes the lines of entries; what is none is a fault.
func (p *Plan) drafts(entries []Entry) []*draft {
	drafts := make([]*draft, 0, len(entries))
	for _, e := range entries {
		d := &draft{entry: e}
		e.Values = append(slices.Clip(e.Values), Value{Key: "source", Given: []string{sourceText(e.Source)}, Place: e.Place})
		for i := range e.Kind.Keys {
			key := &e.Kind.Keys[i]
			var given []string
			var at Place
			for _, v := range e.Values {
				if v.Key != key.Name {
					continue
				}
				if len(given) == 0 {
					at = v.Place
				}
				given = append(given, v.Given...)
			}
			if len(given) == 0 {
				continue
			}
			lines, err := writeKey(key, given)
			if err != nil {
				p.Faults = append(p.Faults, Fault{at, strings.TrimPrefix(err.Error(), key.Name+": "), ""})
				d.doubtful = true
				continue
			}
			for _, l := range lines {
				d.lines = append(d.lines, l)
				d.places = append(d.places, at)
			}
		}
		drafts = append(drafts, d)
	}
	return drafts
}

// writeKey writes the lines of a key. The items of a list may have commas, and
// so may the category of credits, which has what other marks it likes.
func writeKey(key *tracker.Key, given []string) (lines []tracker.KeyValue, err error) {
	switch key.Type {
	case tracker.TextsType, tracker.SkillsType:
		return []tracker.KeyValue{{Key: key.Name, Value: tracker.QuoteList(given)}}, nil
	case tracker.CreditsType:
		var plain []string
		for _, g := range given {
			at := strings.LastIndexByte(g, '=')
			credential, category, _ := strings.Cut(g[:max(at, 0)], ".")
			if !strings.ContainsAny(category, ",.=") {
				plain = append(plain, g)
				continue
			}
			lines = append(lines, tracker.KeyValue{Key: key.Name + "." + tracker.Quote(credential) + "." + tracker.Quote(category), Value: g[at+1:]})
		}
		if given = plain; len(given) == 0 {
			return lines, nil
		}
	}
	more, err := key.Write(given, tracker.ParseDay)
	return append(lines, more...), err
}

// sourceText is a source as it stands in a log: on one line, and of a length
// that one can read.
func sourceText(source string) string {
	if s := words.Plain(source); len(s) <= 200 {
		return s
	}
	format, _, _ := strings.Cut(source, ":")
	return identity(format, source)
}

// write adds the tables of drafts to a text, in its line ends, and notes where
// they begin.
func write(old []byte, drafts []*draft) *bytes.Buffer {
	b := bytes.NewBuffer(slices.Clone(old))
	newline := "\n"
	if i := bytes.IndexByte(old, '\n'); i > 0 && old[i-1] == '\r' {
		newline = "\r\n"
	}
	line := 1 + bytes.Count(old, []byte("\n"))
	put := func(s string) {
		b.WriteString(s)
		b.WriteString(newline)
		line++
	}
	if n := len(old); n > 0 && old[n-1] != '\n' {
		put("")
	}
	for i, d := range drafts {
		if i > 0 || len(bytes.TrimPrefix(old, []byte("\xef\xbb\xbf"))) > 0 {
			put("")
		}
		d.header = line
		put("[[" + d.entry.Kind.Name + "]]")
		for _, l := range d.lines {
			put(l.Key + " = " + l.Value)
		}
	}
	return b
}

// append makes the file's text with what is new, and checks the log with it, that
// had so many entries.
func (p *Plan) append(fresh []*draft, format string, had int, files []tracker.File, zone func(string) bool) {
	old := []byte("# From " + format + ", by `hone import`. Yours to change: a later import adds what is new, and alters nothing.\n")
	at := slices.IndexFunc(files, func(f tracker.File) bool { return f.Name == p.File })
	if at >= 0 {
		p.Exists, old = true, files[at].Data
	}
	text := write(old, fresh).Bytes()
	all := slices.Clone(files)
	if at >= 0 {
		all[at].Data = text
	} else {
		all = append(all, tracker.File{Name: p.File, Data: text})
	}
	log, findings := tracker.Parse(all, zone)
	if p.refuse(findings, fresh); len(p.Faults) > 0 {
		return
	}
	if len(log.Entries) != had+len(fresh) {
		p.Faults = append(p.Faults, Fault{Says: p.File + " would not hold what was added", Help: "move the file away, and import again"})
		return
	}
	p.Text, p.Line = text, fresh[0].header
}

// refuse turns the errors that a log has with the new entries into faults of the
// file that they come from.
func (p *Plan) refuse(findings []tracker.Finding, drafts []*draft) {
	for _, f := range findings {
		if f.Severity != tracker.Error {
			continue
		}
		var at Place
		n, found := slices.BinarySearchFunc(drafts, f.Line, func(d *draft, line int) int { return cmp.Compare(d.header, line) })
		if !found {
			n--
		}
		if f.File == p.File && n >= 0 && n < len(drafts) {
			d := drafts[n]
			if at = d.entry.Place; f.Code == "missing-key" {
				if d.doubtful {
					continue
				}
				f.Help = "fill it in in the file, or take the " + at.Unit + " out"
			}
			if i := f.Line - d.header - 1; i >= 0 && i < len(d.places) {
				at = d.places[i]
			}
		}
		p.Faults = append(p.Faults, Fault{at, f.Message, f.Help})
	}
}
