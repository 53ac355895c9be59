package place

import (
	"errors"

	"github.com/pelletier/go-toml/v2/unstable"
)

// This is the only file that knows go-toml's unstable parser. It checks
// syntax and gives places; it knows nothing of doubled keys or of the calendar,
// so what it accepts is for the decoder to judge.

// walker builds a tree from the expressions of a text.
type walker struct {
	text    []byte
	tree    *Tree
	many    func(string) bool
	parser  unstable.Parser
	faults  []Fault
	mends   mends
	current int32 // the table that keys land in; -1: one that is left out
	end     int   // end of the last expression read
}

// walk reads a text. many tells which tables stand in double brackets. The
// returned offset is that of the first fault of syntax, or -1.
func walk(text []byte, many func(string) bool) (w *walker, fault int, message string) {
	w = &walker{text: text, tree: newTree(len(text)), many: many}
	w.parser.Reset(text)
	for w.parser.NextExpression() {
		switch e := w.parser.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			w.header(e)
		case unstable.KeyValue:
			w.keyValue(e)
		}
	}
	err := w.parser.Error()
	if err == nil {
		return w, -1, ""
	}
	at := w.end
	var perr *unstable.ParserError
	if errors.As(err, &perr) {
		at = int(w.parser.Range(perr.Highlight).Offset)
	}
	return w, min(at, max(len(text)-1, 0)), err.Error()
}

// header opens a table or an element.
func (w *walker) header(e *unstable.Node) {
	span := w.headerSpan(e)
	w.end = int(span.End)
	parent, many := int32(0), e.Kind == unstable.ArrayTable
	it := e.Key()
	for it.Next() {
		name := w.tree.name(it.Node().Data)
		if !it.IsLast() {
			if parent = w.descend(parent, name, span, false); parent < 0 {
				w.leaveOut(span, name, 0)
				return
			}
			continue
		}
		if parent == 0 && !many && w.many(name) {
			many = true
			w.faults = append(w.faults, Fault{Kind: SingleBracket, At: span, Name: name})
			w.mends.widen(span)
		}
		w.open(parent, name, span, many)
	}
}

// open makes the table or element that a header names the one keys land in.
func (w *walker) open(parent int32, name string, span Span, many bool) {
	t := w.tree
	at := t.find(parent, name)
	switch {
	case many && (at == 0 || t.nodes[at].Kind == List && t.nodes[at].header):
		if at == 0 {
			at = t.add(parent, Node{Kind: List, Name: name, Key: span, Value: span, header: true})
		}
		w.current = t.add(at, Node{Kind: Table, Key: span, Value: span, header: true})
	case !many && at == 0:
		w.current = t.add(parent, Node{Kind: Table, Name: name, Key: span, Value: span, header: true})
	case !many && t.nodes[at].Kind == Table && !t.nodes[at].header:
		t.nodes[at].header, t.nodes[at].Key, t.nodes[at].Value = true, span, span
		w.current = at
	default:
		w.leaveOut(span, name, at)
		return
	}
	t.headers = append(t.headers, w.current)
}

// leaveOut skips a table that cannot stand where it does, with its keys.
func (w *walker) leaveOut(span Span, name string, first int32) {
	w.faults = append(w.faults, Fault{Kind: DoubledTable, At: span, Name: name, First: w.tree.nodes[first].Key})
	w.mends.blank(span)
	w.current = -1
}

// descend goes into the table of that name, made if there is none.
func (w *walker) descend(parent int32, name string, span Span, dotted bool) int32 {
	t := w.tree
	at := t.find(parent, name)
	if at == 0 {
		return t.add(parent, Node{Kind: Table, Name: name, Key: span, Value: span, header: dotted})
	}
	switch n := &t.nodes[at]; {
	case n.Kind == Table:
		return at
	case n.Kind == List && n.header && !dotted:
		return n.last
	}
	return -1
}

// keyValue adds a key and its value to the current table.
func (w *walker) keyValue(e *unstable.Node) {
	span := At(int(e.Raw.Offset), int(e.Raw.Offset+e.Raw.Length))
	w.end = int(span.End)
	if w.current < 0 {
		w.mends.blank(span)
		return
	}
	w.add(w.current, e)
}

// add puts the key of a KeyValue node, through its dots, below a table.
func (w *walker) add(table int32, e *unstable.Node) {
	span := At(int(e.Raw.Offset), int(e.Raw.Offset+e.Raw.Length))
	parent := table
	it := e.Key()
	for it.Next() {
		key := it.Node()
		name := w.tree.name(key.Data)
		at := At(int(key.Raw.Offset), int(key.Raw.Offset+key.Raw.Length))
		if !it.IsLast() {
			if parent = w.descend(parent, name, at, true); parent < 0 {
				w.doubled(table, name, at, Span{}, span)
				return
			}
			continue
		}
		if first := w.tree.find(parent, name); first != 0 {
			w.doubled(table, name, at, w.tree.nodes[first].Key, span)
			return
		}
		w.value(parent, Node{Name: name, Key: at}, e.Value(), At(w.valueStart(int(at.End)), int(span.End)))
	}
}

func (w *walker) doubled(table int32, name string, at, first, expression Span) {
	w.faults = append(w.faults, Fault{Kind: DoubledKey, At: at, Name: name, First: first, table: table})
	w.mends.blank(expression)
}

// value adds a node with its value and all that stands in it. span is where
// the value stands; the parser gives no range for lists and tables in them.
func (w *walker) value(parent int32, n Node, v *unstable.Node, span Span) {
	n.Value = span
	switch v.Kind {
	case unstable.Array:
		n.Kind = List
		at := w.tree.add(parent, n)
		it := v.Children()
		for it.Next() {
			c := it.Node()
			if c.Kind == unstable.Comment {
				continue
			}
			s := span
			if c.Raw.Length > 0 {
				s = At(int(c.Raw.Offset), int(c.Raw.Offset+c.Raw.Length))
			}
			w.value(at, Node{Key: s}, c, s)
		}
	case unstable.InlineTable:
		n.Kind = Table
		n.header = true
		at := w.tree.add(parent, n)
		it := v.Children()
		for it.Next() {
			if it.Node().Kind == unstable.KeyValue {
				w.add(at, it.Node())
			}
		}
	default:
		w.tree.add(parent, n)
	}
}

// valueStart returns the offset behind a key's "=".
func (w *walker) valueStart(i int) int {
	for i < len(w.text) && (w.text[i] == ' ' || w.text[i] == '\t' || w.text[i] == '=') {
		i++
	}
	return i
}

// headerSpan returns the span from the first bracket to the last.
func (w *walker) headerSpan(e *unstable.Node) Span {
	start, end := 0, 0
	for it := e.Key(); it.Next(); {
		r := it.Node().Raw
		if start == 0 {
			start = int(r.Offset)
		}
		end = int(r.Offset + r.Length)
	}
	for start > 0 && w.text[start-1] != '\n' && w.text[start] != '[' {
		start--
	}
	if e.Kind == unstable.ArrayTable && start > 0 && w.text[start-1] == '[' {
		start--
	}
	for brackets := 1; end < len(w.text) && brackets > 0; end++ {
		if w.text[end] == ']' {
			brackets--
			if e.Kind == unstable.ArrayTable && brackets == 0 && end+1 < len(w.text) && w.text[end+1] == ']' {
				end++
			}
		}
	}
	return At(start, end)
}
