package place

import (
	"bytes"
	"errors"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"
)

// FaultKind tells what is wrong with a text, short of its meaning.
type FaultKind int

// The kinds of fault.
const (
	Syntax        FaultKind = iota // no TOML
	DoubledKey                     // a key stands twice in one table
	DoubledTable                   // a [table] stands twice, or is something else already
	SingleBracket                  // [book] where [[book]] is meant
	Conflict                       // the marks of an unfinished merge
	OddMonth                       // 2026-05 without quotes
	OddDate                        // 2026-02-30, 3/4/2026
	NotText                        // no UTF-8, or a control character
	TooMuch                        // a limit is passed
)

// Fault is one thing wrong with a text. First is where a doubled key or table
// stood before. Message is the parser's word for it, where it has one.
type Fault struct {
	Kind    FaultKind
	At      Span
	First   Span
	Name    string
	Message string

	table int32
}

// Document is a text, read.
type Document struct {
	Source *Source
	Tree   *Tree
	Values map[string]any // nil when nothing could be read
	Faults []Fault
	Whole  bool // every part of the text is in Values, but for values that Faults name
	Tables int  // headers in the text
	odd    map[int32]bool
}

// Named reports whether a fault names the value at n, so that no other need.
func (d *Document) Named(n *Node) bool { return d.odd[n.Value.Start] }

// Table returns the node of the table in which a doubled key stands.
func (d *Document) Table(f Fault) *Node { return &d.Tree.nodes[f.table] }

// tries bounds how often a text is read again after a part that is no TOML was
// set aside.
const tries = 6

// Read reads a text. many tells which top-level tables stand in double
// brackets. What is wrong becomes a fault, and the rest is read all the same,
// from a copy in which the faulty part is blank; at most one fault is Syntax.
func Read(src *Source, many func(table string) bool) *Document {
	d := &Document{Source: src, Tree: newTree(0), Whole: true, odd: map[int32]bool{}}
	text := src.Text
	survey := Look(text)
	d.Tables = survey.Tables
	if e := survey.Excess; e != nil {
		d.Whole = false
		d.Faults = append(d.Faults, Fault{Kind: TooMuch, At: e.At, Message: e.What})
		return d
	}
	if at, what, count := Foreign(text); count > 0 {
		d.Whole = false
		d.Faults = append(d.Faults, Fault{Kind: NotText, At: at, Message: what})
		text = readable(text)
	}
	var m mends
	for _, o := range survey.Odd {
		kind := OddDate
		if o.Month {
			kind = OddMonth
		}
		d.Faults = append(d.Faults, Fault{Kind: kind, At: o.At, Name: string(text[o.At.Start:o.At.End])})
		d.odd[o.At.Start] = true
		m.number(o.At)
	}
	for _, c := range conflicts(text) {
		d.Whole = false
		d.Faults = append(d.Faults, Fault{Kind: Conflict, At: c.mark})
		m.blanks = append(m.blanks, c.drop...)
	}
	d.parse(m.apply(text), many)
	sort.SliceStable(d.Faults, func(i, j int) bool { return d.Faults[i].At.Start < d.Faults[j].At.Start })
	return d
}

// parse walks and decodes a text, setting aside what is no TOML.
func (d *Document) parse(text []byte, many func(string) bool) {
	var syntax *Fault
	note := func(offset int, message string) {
		d.Whole = false
		line := lineAt(text, offset)
		if mark := conflictMark(text[line.Start:line.End]); mark > 0 {
			d.Faults = append(d.Faults, Fault{Kind: Conflict, At: At(int(line.Start), int(line.Start)+mark)})
			return
		}
		if syntax == nil || int(syntax.At.Start) > offset {
			syntax = &Fault{Kind: Syntax, At: At(offset, min(offset+1, len(text))), Message: message}
		}
	}
	var w *walker
	var lost []int
	for try := 0; ; try++ {
		var offset int
		var message string
		w, offset, message = walk(text, many)
		if offset < 0 {
			break
		}
		note(offset, message)
		if try == tries {
			text = blanked(text, At(w.end, len(text)))
			break
		}
		lost = append(lost, offset)
		text = blanked(text, w.aside(offset))
	}
	d.Tree = w.tree
	for _, offset := range lost {
		d.Tree.breakAt(offset)
	}
	d.Faults = append(d.Faults, w.faults...)
	for try := 0; try < tries; try++ {
		values := map[string]any{}
		_, err := toml.Decode(string(w.mends.apply(text)), &values)
		if err == nil {
			d.Values = values
			break
		}
		d.Whole = false
		var perr toml.ParseError
		if !errors.As(err, &perr) {
			note(0, err.Error())
			break
		}
		offset := w.mends.original(perr.Position.Start)
		// The decoder may point behind the end of the line it means.
		for offset > 0 && (offset >= len(text) || text[offset] == '\n') {
			offset--
		}
		note(offset, perr.Message)
		d.Tree.breakAt(offset)
		text = blanked(text, lineAt(text, offset))
	}
	if syntax != nil {
		d.Faults = append(d.Faults, *syntax)
	}
}

// aside returns the part of the text to set aside for a fault at an offset: its
// line, or, when the fault shows only lines after the expression began or at a
// header, all up to the next header.
func (w *walker) aside(offset int) Span {
	start := w.end
	for { // to the first line after the last expression that is not empty or a comment
		line := lineAt(w.text, start)
		rest := strings.TrimSpace(string(w.text[max(start, int(line.Start)):line.End]))
		if rest != "" && rest[0] != '#' && int(line.Start) >= w.end || int(line.End) >= len(w.text) {
			start = int(line.Start)
			break
		}
		if int(line.Start) <= offset && offset <= int(line.End) {
			start = int(line.Start)
			break
		}
		start = int(line.End) + 1
	}
	line := lineAt(w.text, start)
	header := bytes.HasPrefix(bytes.TrimLeft(w.text[line.Start:line.End], " \t"), []byte("["))
	if offset <= int(line.End) && !header {
		return line
	}
	end := int(line.End)
	for end < len(w.text) {
		next := lineAt(w.text, end+1)
		if t := bytes.TrimLeft(w.text[next.Start:next.End], " \t"); bytes.HasPrefix(t, []byte("[")) && !bytes.ContainsAny(t, ",\"'") {
			break
		}
		end = int(next.End)
		if int(next.End) >= len(w.text) {
			break
		}
	}
	return At(start, min(end, len(w.text)))
}

// lineAt returns the span of the line that holds an offset, without its end.
func lineAt(text []byte, offset int) Span {
	offset = min(max(offset, 0), len(text))
	start := bytes.LastIndexByte(text[:offset], '\n') + 1
	end := len(text)
	if i := bytes.IndexByte(text[offset:], '\n'); i >= 0 {
		end = offset + i
	}
	return At(start, end)
}
