package place

import (
	"bytes"
	"errors"
	"sort"

	"github.com/BurntSushi/toml"
)

// FaultKind tells what is wrong with a text, short of its meaning.
type FaultKind int

// The kinds of fault.
const (
	Syntax        FaultKind = iota // no TOML
	DoubledKey                     // a key stands twice in one table
	DoubledTable                   // a [table] stands twice, or is something else already
	Fused                          // a key stands twice, since two entries became one
	SingleBracket                  // [book] where [[book]] is meant
	Conflict                       // the marks of an unfinished merge
	OddMonth                       // 2026-05 without quotes
	OddDate                        // 2026-02-30, 3/4/2026
	OutOfRange                     // a number beyond what TOML has
	LongText                       // a text beyond the limit
	NotText                        // no UTF-8, or a control character
	TooMuch                        // a limit is passed; nothing was read
)

// Fault is one thing wrong with a text. First is where a doubled key or table
// stood before. Message is the parser's word for it, where it has one.
type Fault struct {
	Kind    FaultKind
	Cause   Cause // of Syntax
	At      Span
	First   Span
	Name    string
	Message string
	Count   int // of NotText: how many bytes are none

	table int32
}

// Value reports whether the fault is one of a value, which stands for no other.
func (f *Fault) Value() bool {
	return f.Kind == OddMonth || f.Kind == OddDate || f.Kind == OutOfRange || f.Kind == LongText
}

// Document is a text, read.
type Document struct {
	Source *Source
	Tree   *Tree
	Values map[string]any // nil when nothing could be read
	Faults []Fault        // in the order of their places
	Whole  bool           // every part of the text is in Values, but for values that faults name
	Lost   []string       // tables of which one could not be read; "" for one of any name
	Tables int            // headers in the text

	odd map[int32]int // fault of a value, by its start
}

// Named returns the fault that names the value at n, so that no other need, or
// nil.
func (d *Document) Named(n *Node) *Fault {
	if i, ok := d.odd[n.Value.Start]; ok && n.Kind == Scalar {
		return &d.Faults[i]
	}
	return nil
}

// Read reads a text. What is wrong becomes a fault, and the rest is read all
// the same, from a copy in which the faulty part is blank; at most one fault is
// Syntax, the first.
func Read(src *Source, rules Rules) *Document {
	d := &Document{Source: src, Tree: newTree(0), Whole: true, odd: map[int32]int{}}
	text := src.Text
	if at, what, count := Foreign(text); count > 0 {
		d.Whole = false
		if isWide(text) {
			what = "the file is no UTF-8 text"
		}
		d.Faults = append(d.Faults, Fault{Kind: NotText, At: at, Message: what, Count: count})
		if isWide(text) {
			d.Lost = []string{""}
			return d
		}
		text = append([]byte(nil), text...)
		readable(text)
	}
	survey := Look(text)
	d.Tables = survey.Tables
	if e := survey.Excess; e != nil {
		d.Whole, d.Lost = false, []string{""}
		d.Faults = append(d.Faults, Fault{Kind: TooMuch, At: e.At, Message: e.What})
		return d
	}
	var marks []int
	if found := conflicts(text); len(found) > 0 {
		d.Whole = false
		text = append([]byte(nil), text...)
		for _, c := range found {
			d.Faults = append(d.Faults, Fault{Kind: Conflict, At: c.mark})
			marks = append(marks, int(c.mark.Start))
			for _, s := range c.drop {
				d.Lost = append(d.Lost, headersIn(text, s)...)
				erase(text[s.Start:s.End])
			}
		}
	}
	d.parse(text, rules)
	d.Tree.breakAt(marks)
	sort.SliceStable(d.Faults, func(i, j int) bool { return d.Faults[i].At.Start < d.Faults[j].At.Start })
	for i := range d.Faults {
		if f := &d.Faults[i]; f.Value() {
			d.odd[f.At.Start] = i
		}
	}
	return d
}

// effort bounds how many bytes are read again when the decoder, or a second
// look, finds what the walk did not.
const effort = 16 << 20

// parse walks and decodes a text. Each time that shows a part that must be set
// aside, all is read anew without it: what is read again is a copy of a small
// log, or is rare.
func (d *Document) parse(text []byte, rules Rules) {
	var syntax *Fault
	note := func(f *Fault) {
		if f != nil && (syntax == nil || f.At.Start < syntax.At.Start) {
			syntax = f
		}
	}
	var w *walker
	var drop, blank []int
	for try := 0; ; try++ {
		w = &walker{text: text, tree: newTree(nodesIn(text)), rules: rules, drop: drop}
		w.walk()
		if e := w.tree.excess; e != nil {
			d.Whole, d.Lost = false, []string{""}
			d.Faults = append(d.Faults, Fault{Kind: TooMuch, At: e.At, Message: e.What})
			return
		}
		last := try >= 1 && try*len(text) > effort || try > 50
		if at := w.unclosed - 1; at >= 0 && !last {
			line := lineAt(text, at)
			note(&Fault{Kind: Syntax, At: At(at, int(line.End)), Cause: OpenText})
			text = append([]byte(nil), text...)
			erase(text[line.Start:line.End])
			blank = append(blank, at)
			continue
		}
		values := map[string]any{}
		_, err := toml.NewDecoder(bytes.NewReader(w.inserts.apply(w.text))).Decode(&values)
		if err == nil {
			d.Values = values
			break
		}
		d.Whole = false
		at, message := 0, err.Error()
		var perr toml.ParseError
		if errors.As(err, &perr) {
			at, message = w.inserts.original(perr.Position.Start), perr.Message
		}
		for at > 0 && (at >= len(text) || text[at] == '\n') { // it may point behind the line it means
			at--
		}
		line := lineAt(text, at)
		note(&Fault{Kind: Syntax, At: At(at, min(at+1, int(line.End))), Message: message})
		if last || len(drop) > 0 && drop[len(drop)-1] == at {
			d.Lost = []string{""}
			break
		}
		drop = append(drop, at)
	}
	note(w.syntax)
	w.tree.breakAt(blank)
	d.finish(w, syntax, len(drop)+len(blank))
}

// finish takes over what a walk found.
func (d *Document) finish(w *walker, syntax *Fault, aside int) {
	d.Tree = w.tree
	d.Whole = d.Whole && w.whole && aside == 0
	d.Lost = append(d.Lost, w.lost...)
	d.Faults = append(d.Faults, joinFused(w.faults)...)
	for _, s := range w.conflicts {
		d.Faults = append(d.Faults, Fault{Kind: Conflict, At: s})
	}
	if syntax != nil {
		d.Faults = append(d.Faults, *syntax)
	}
}

// joinFused puts the fault of two entries in one where the first of their keys
// is doubled, and leaves out those of its other keys.
func joinFused(faults []Fault) []Fault {
	fused := map[int32]int{}
	for i, f := range faults {
		if f.Kind == Fused {
			fused[f.table] = i
		}
	}
	if len(fused) == 0 {
		return faults
	}
	kept := faults[:0:0]
	for _, f := range faults {
		if i, ok := fused[f.table]; ok && f.Kind == DoubledKey {
			if f.At.Start < faults[i].At.Start {
				faults[i].At, faults[i].Name, faults[i].First = f.At, f.Name, f.First
			}
			continue
		}
		kept = append(kept, f)
	}
	for i := range kept {
		if kept[i].Kind == Fused {
			kept[i] = faults[fused[kept[i].table]]
		}
	}
	return kept
}

// headersIn returns the names of the tables that a part of a text opens.
func headersIn(text []byte, s Span) (names []string) {
	for i := int(s.Start); i < int(s.End); {
		line := lineAt(text, i)
		if body := text[line.Start:line.End]; isHeader(body) {
			name, _, _, _ := meant(body)
			names = append(names, name)
		}
		i = int(line.End) + 1
	}
	return names
}

// decodes reports whether a token is a value to the decoder.
func decodes(token string) bool {
	var v map[string]any
	_, err := toml.Decode("x = "+token, &v)
	return err == nil
}

// nodesIn estimates how many nodes a text has, so that the tree need not grow.
func nodesIn(text []byte) int {
	n := bytes.Count(text, []byte("=")) + bytes.Count(text, []byte(",")) + bytes.Count(text, []byte("[")) + 16
	return min(n, 16+len(text)/8)
}
