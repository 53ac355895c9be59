package place

import (
	"bytes"
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// This is the only file that knows go-toml's unstable parser. It checks
// syntax and gives places; it knows nothing of doubled keys or of the calendar,
// so what it accepts is for the walker and the decoder to judge.

// Rules is what the walker asks of the format.
type Rules struct {
	Many  func(table string) bool                  // it stands in double brackets
	Known func(table string) bool                  // there is such a table
	Most  func(table string) (n int, what string)  // how many there may be
	Fuses func(table, key string, first bool) bool // the key twice tells of two entries in one
}

// walker builds a tree from the expressions of a text.
type walker struct {
	text   []byte
	owned  bool // text is a copy
	tree   *Tree
	rules  Rules
	parser unstable.Parser
	base   int // offset of the text that the parser reads

	faults  []Fault
	inserts inserts
	drop    []int    // offsets of expressions that the decoder does not take
	lost    []string // tables whose headers could not be read; "" for any
	whole   bool

	current int32  // the table that keys land in; -1: one that is left out
	list    int32  // the list that current is an element of, if it is
	element string // and its name
	splits  int    // elements that were found in another
	end     int    // end of the last expression read

	recovery
}

// walk reads a text. What it cannot read, it sets aside, with a fault.
func (w *walker) walk() {
	w.whole = true
	for w.base < len(w.text) {
		w.parser.Reset(w.text[w.base:])
		for w.parser.NextExpression() {
			e := w.parser.Expression()
			if e.Kind == unstable.KeyValue {
				w.keyValue(e)
			} else {
				w.header(e)
			}
			if w.tree.excess != nil {
				return
			}
		}
		err := w.parser.Error()
		if err == nil {
			return
		}
		at := len(w.text) - 1
		var perr *unstable.ParserError
		if errors.As(err, &perr) {
			at = min(at, w.base+int(w.parser.Range(perr.Highlight).Offset))
		}
		w.base = w.recover(at, err.Error())
	}
}

// own makes the text one that may be changed.
func (w *walker) own() {
	if !w.owned {
		w.text, w.owned = bytes.Clone(w.text), true
	}
}

func (w *walker) span(r unstable.Range) Span {
	return At(w.base+int(r.Offset), w.base+int(r.Offset+r.Length))
}

func (w *walker) dropped(s Span) bool {
	for _, at := range w.drop {
		if int(lineAt(w.text, int(s.Start)).Start) <= at && at <= int(s.End) {
			return true
		}
	}
	return false
}

// header opens a table or an element.
func (w *walker) header(e *unstable.Node) {
	span := w.headerSpan(e)
	w.end = int(span.End)
	var names []string
	for it := e.Key(); it.Next(); {
		names = append(names, w.tree.name(it.Node().Data))
	}
	if len(w.drop) > 0 && w.dropped(span) {
		w.own()
		erase(w.text[span.Start:span.End])
		w.lost = append(w.lost, names[0])
		w.current, w.element, w.whole = -1, "", false
		return
	}
	w.headed(names, span, e.Kind == unstable.ArrayTable)
}

func (w *walker) headed(names []string, span Span, many bool) {
	w.element = ""
	parent, last := int32(0), len(names)-1
	for _, name := range names[:last] {
		if parent = w.descend(parent, name, span, false); parent < 0 {
			w.leaveOut(span, names, 0)
			return
		}
	}
	if name := names[last]; parent == 0 && !many && w.rules.Many(name) {
		many = true
		w.faults = append(w.faults, Fault{Kind: SingleBracket, At: span, Name: name})
		w.inserts.widen(span)
	}
	w.open(parent, names, span, many)
}

// open makes the table or element that a header names the one keys land in.
func (w *walker) open(parent int32, names []string, span Span, many bool) {
	t, name := w.tree, names[len(names)-1]
	at := t.find(parent, name)
	switch {
	case many && (at == 0 || t.nodes[at].Kind == List && t.nodes[at].header):
		if at == 0 {
			at = t.add(parent, Node{Kind: List, Name: name, Key: span, Value: span, header: true})
		}
		w.current = t.add(at, Node{Kind: Table, Key: span, Value: span, header: true})
		if parent == 0 {
			w.element, w.list = name, at
			if n, what := w.rules.Most(name); t.nodes[at].Len() > n && t.excess == nil {
				t.excess = &Excess{span, what}
			}
		}
	case !many && at == 0:
		w.current = t.add(parent, Node{Kind: Table, Name: name, Key: span, Value: span, header: true})
	case !many && t.nodes[at].Kind == Table && !t.nodes[at].header:
		t.nodes[at].header, t.nodes[at].Key, t.nodes[at].Value = true, span, span
		w.current = at
	default:
		w.leaveOut(span, names, at)
	}
}

// leaveOut skips a table that cannot stand where it does, with its keys.
func (w *walker) leaveOut(span Span, names []string, first int32) {
	w.faults = append(w.faults, Fault{Kind: DoubledTable, At: span, Name: strings.Join(names, "."), First: w.tree.nodes[first].Key})
	w.own()
	erase(w.text[span.Start:span.End])
	w.current, w.whole = -1, false
}

// descend goes into the table of that name, made if there is none.
func (w *walker) descend(parent int32, name string, span Span, dotted bool) int32 {
	t := w.tree
	at := t.find(parent, name)
	if at == 0 {
		return t.add(parent, Node{Kind: Table, Name: name, Key: span, Value: span})
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
	span := w.span(e.Raw)
	w.end = int(span.End)
	w.long = Span{}
	if v := e.Value(); v.Kind == unstable.String && bytes.IndexByte(w.text[w.base+int(v.Raw.Offset):][:v.Raw.Length], '\n') >= 0 {
		w.long = w.span(v.Raw)
	}
	if len(w.drop) > 0 && w.dropped(span) {
		w.own()
		erase(w.text[span.Start:span.End])
		w.whole = false
		w.tree.breakNode(w.current)
		return
	}
	if w.current < 0 {
		w.own()
		erase(w.text[span.Start:span.End])
		return
	}
	w.add(w.current, e)
}

// add puts the key of a KeyValue node, through its dots, below a table.
func (w *walker) add(table int32, e *unstable.Node) {
	span := w.span(e.Raw)
	parent := table
	it := e.Key()
	for it.Next() {
		key := it.Node()
		name, at := w.tree.name(key.Data), w.span(key.Raw)
		if !it.IsLast() {
			inner := w.descend(parent, name, at, true)
			if inner < 0 {
				w.doubled(table, name, at, w.tree.nodes[w.tree.find(parent, name)].Key, span)
				return
			}
			parent = inner
			continue
		}
		if first := w.tree.find(parent, name); first != 0 {
			if parent != w.current || !w.split(name, at, w.tree.nodes[first].Key) {
				w.doubled(table, name, at, w.tree.nodes[first].Key, span)
				return
			}
			parent = w.current
		}
		w.value(parent, Node{Name: name, Key: at}, e.Value(), At(w.valueStart(int(at.End)), int(span.End)))
	}
}

// doubled sets aside a key that its table has already.
func (w *walker) doubled(table int32, name string, at, first, expression Span) {
	w.faults = append(w.faults, Fault{Kind: DoubledKey, At: at, Name: name, First: first, table: table})
	w.own()
	erase(w.text[expression.Start:expression.End])
	w.whole = false
	w.tree.breakNode(table)
}

// split begins an entry of its own at a key that the current one has already,
// where that tells of two entries whose second header was lost.
func (w *walker) split(name string, at, first Span) bool {
	if w.element == "" || w.splits >= maxSplits {
		return false
	}
	w.splits++
	t, old := w.tree, w.current
	if !w.rules.Fuses(w.element, name, t.nodes[t.nodes[old].first].Name == name) {
		return false
	}
	w.faults = append(w.faults, Fault{Kind: Fused, At: at, Name: name, First: first, table: old})
	w.whole = false
	w.inserts.add(int(at.Start), "[["+w.element+"]]\n")
	w.current = t.add(w.list, Node{Kind: Table, Key: at, Value: at, header: true})
	t.breakNode(old)
	t.breakNode(w.current)
	return true
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
				s = w.span(c.Raw)
			}
			w.value(at, Node{Key: s}, c, s)
		}
	case unstable.InlineTable:
		n.Kind, n.header = Table, true
		at := w.tree.add(parent, n)
		it := v.Children()
		for it.Next() {
			if it.Node().Kind == unstable.KeyValue {
				w.add(at, it.Node())
			}
		}
	default:
		w.judge(v, span)
		w.tree.add(parent, n)
	}
}

// judge looks at a value that may have the form of TOML and be none.
func (w *walker) judge(v *unstable.Node, span Span) {
	switch v.Kind {
	case unstable.String:
		w.judgeText(v.Data, span)
	case unstable.Integer:
		w.judgeInteger(v.Data, span)
	case unstable.Float:
		w.judgeFloat(v.Data, span)
	case unstable.LocalDate, unstable.LocalTime, unstable.LocalDateTime, unstable.DateTime:
		w.judgeDate(v.Data, span)
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
			start = w.base + int(r.Offset)
		}
		end = w.base + int(r.Offset+r.Length)
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

// Header is a header of a text. Start and End are those of the header, Before
// is the end of the last key above it.
type Header struct {
	Span
	Path   []string
	Array  bool // in double brackets
	Before int32
}

// Headers lists the headers of a text in order, and the end of its last key.
// It fails on what is no TOML.
func Headers(text []byte) (headers []Header, end int, err error) {
	w := &walker{text: text}
	w.parser.Reset(text)
	for w.parser.NextExpression() {
		e := w.parser.Expression()
		if e.Kind == unstable.KeyValue {
			w.end = int(e.Raw.Offset + e.Raw.Length)
			continue
		}
		h := Header{Span: w.headerSpan(e), Array: e.Kind == unstable.ArrayTable, Before: int32(w.end)}
		for it := e.Key(); it.Next(); {
			h.Path = append(h.Path, string(it.Node().Data))
		}
		w.end = int(h.End)
		headers = append(headers, h)
	}
	return headers, w.end, w.parser.Error()
}
