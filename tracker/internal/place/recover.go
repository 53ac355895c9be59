package place

import "bytes"

// Cause is what most likely makes a text no TOML.
type Cause int

// The causes.
const (
	Unclear   Cause = iota
	BadHeader       // a header with a bracket too few, or with something behind it
	OpenQuote       // a text that its line does not close
	OpenText        // a text of many lines that is not closed
	OpenList        // a bracket that is not closed
	OpenTable       // a brace that is not closed
	NoEquals        // a line that is no key with a value
	NoKey           // a value without a key
	NoValue         // a key without a value
	BareText        // a text without quotes
	BadEscape       // a backslash that means nothing
	BadNumber       // 05, 1., 1__0
	TwoValues       // something behind a value
	GivenUp         // too much of the text is no TOML
)

// recovery is how the walker goes on behind what is no TOML.
type recovery struct {
	syntax    *Fault // the first
	conflicts []Span // marks of merges outside a whole conflict
	long      Span   // of the last expression: its text of many lines
	unclosed  int    // offset of quotes that the walk has to begin anew without, or 0

	start, tries int // the expression that fails, and how often it did
	spent        int // bytes looked at
	failed       int // expressions
}

const (
	retries   = 20   // per expression
	failures  = 5000 // per text
	patience  = 16   // bytes looked at, per byte of the text
	smallText = 1 << 16
)

// recover takes note of a fault at an offset, sets aside what cannot be read,
// and returns the offset from which to read on.
func (w *walker) recover(at int, message string) (next int) {
	start := w.begin()
	at = max(at, start)
	if w.start != start || w.tries == 0 {
		w.start, w.tries = start, 0
		w.failed++
	}
	w.tries++
	w.spent += max(at-start, 0)
	if w.failed > failures || w.spent > patience*len(w.text)+smallText {
		return w.giveUp(start)
	}
	if w.tries <= retries && (w.tries == 1 && w.mendOdd(start) || w.setMarkAside(at, start)) {
		return start
	}
	if w.long.End > 0 && holdsHeader(w.text, w.long) {
		w.unclosed = int(w.long.Start) + 1
		return len(w.text)
	}
	line := lineAt(w.text, start)
	if w.mendHeader(line, at, start) {
		return min(int(line.End)+1, len(w.text))
	}
	fault, next := w.judgeFault(start, at, message)
	w.note(fault)
	w.tree.breakNode(w.current)
	next = min(max(next, int(line.End)+1), len(w.text))
	w.own()
	erase(w.text[start:next])
	w.end, w.long = next, Span{}
	return next
}

// begin returns the offset of the expression that fails: the first thing
// behind the last expression that is no remark and no empty line.
func (w *walker) begin() int {
	i := max(w.end, w.base)
	if w.end > w.base { // the rest of its line is a remark
		i = int(lineAt(w.text, i).End)
	}
	for i < len(w.text) {
		switch c := w.text[i]; c {
		case ' ', '\t', '\r', '\n':
			i++
		case '#':
			i = int(lineAt(w.text, i).End)
		default:
			return i
		}
	}
	return max(len(w.text)-1, 0)
}

func (w *walker) note(f Fault) {
	w.whole = false
	if w.syntax == nil || f.At.Start < w.syntax.At.Start {
		w.syntax = &f
	}
}

func (w *walker) giveUp(start int) int {
	w.note(Fault{Kind: Syntax, At: At(start, min(start+1, len(w.text))), Cause: GivenUp})
	w.own()
	erase(w.text[start:])
	w.lost = append(w.lost, "")
	w.tree.breakNode(w.current)
	return len(w.text)
}

// mendOdd puts numbers where the expression has dates that are no TOML.
func (w *walker) mendOdd(start int) bool {
	o := scan(w.text, start, len(w.text))
	w.spent += o.end - start
	for _, s := range o.odd {
		token := string(w.text[s.Start:s.End])
		kind, _ := oddDate(token)
		w.unfit(Fault{Kind: kind, At: s, Name: token})
	}
	return len(o.odd) > 0
}

// setMarkAside takes out the mark of an unfinished merge.
func (w *walker) setMarkAside(at, start int) bool {
	line := lineAt(w.text, at)
	if conflictMark(w.text[line.Start:line.End]) == 0 {
		if line = lineAt(w.text, start); conflictMark(w.text[line.Start:line.End]) == 0 {
			return false
		}
	}
	w.conflicts = append(w.conflicts, At(int(line.Start), int(line.Start)+7))
	w.own()
	erase(w.text[line.Start:line.End])
	w.whole = false
	w.tree.breakNode(w.current)
	return true
}

// mendHeader opens the table that a faulty header was meant to open.
func (w *walker) mendHeader(line Span, at, start int) bool {
	body := w.text[line.Start:line.End]
	bracket := w.text[start] == '['
	if !bracket && (bytes.IndexByte(body, '=') >= 0 || at > int(line.End)) {
		return false
	}
	name, rest, more, ok := meant(body)
	known := ok && w.rules.Known(name)
	if !bracket && !known {
		return false
	}
	span := At(start, start+len(bytes.TrimRight(w.text[start:line.End], " \t\r")))
	cause := BadHeader
	w.note(Fault{Kind: Syntax, At: span, Name: name, Cause: cause})
	w.own()
	erase(w.text[line.Start:line.End])
	w.end, w.long = int(line.End), Span{}
	names := []string{name}
	if rest != "" {
		names = append(names, rest[1:])
	}
	many := w.rules.Many(name)
	if !known || rest == "" && !many && w.tree.find(0, name) != 0 || rest != "" && many {
		if !known {
			name = ""
		}
		w.lost = append(w.lost, name)
		w.current, w.element = -1, ""
		return true
	}
	if many {
		w.inserts.add(int(line.Start), "[["+name+"]]")
	} else {
		w.inserts.add(int(line.Start), "["+name+rest+"]")
	}
	w.headed(names, span, many)
	if more {
		w.tree.breakNode(w.current)
	}
	return true
}

// judgeFault finds the cause of a fault, its place, and where to read on.
func (w *walker) judgeFault(start, at int, message string) (f Fault, next int) {
	text := w.text
	o := scan(text, start, at)
	line := lineAt(text, at)
	next = int(line.End) + 1
	fault := func(cause Cause, from, to int) Fault {
		return Fault{Kind: Syntax, At: At(from, max(from, min(to, len(text)))), Cause: cause, Message: message}
	}
	if o.quote >= 0 && isLong(text, o.quote) {
		end, closed := stringEnd(text, o.quote, text[o.quote])
		w.spent += end - start
		if closed && end > at && !holdsHeader(text, At(o.quote, end)) {
			return fault(BadEscape, at, at+1), int(lineAt(text, end).End) + 1
		}
		return fault(OpenText, o.quote, int(lineAt(text, o.quote).End)), nextBeginning(text, int(lineAt(text, o.quote).End)+1)
	}
	if o.long.End > 0 && holdsHeader(text, o.long) {
		return fault(OpenText, int(o.long.Start), int(lineAt(text, int(o.long.Start)).End)), nextBeginning(text, int(lineAt(text, int(o.long.Start)).End)+1)
	}
	n := len(o.open)
	for n > 0 && o.open[n-1] >= int(line.Start) && begins(text[line.Start:line.End]) { // the brackets of a header
		n--
	}
	if n > 0 {
		last := o.open[n-1]
		opened := lineAt(text, last)
		if at > int(opened.End) && (begins(text[line.Start:line.End]) || at >= len(text)-1) {
			cause, from := OpenList, int(opened.End)+1
			if text[last] == '{' {
				cause = OpenTable
			}
			return fault(cause, last, last+1), nextBeginning(text, from)
		}
	}
	f = fault(Unclear, at, at+1)
	f.Cause = w.causeOf(o, start, at, message)
	end := int(line.End)
	if i := bytes.IndexByte(text[min(at, end):end], '#'); i >= 0 {
		end = at + i
	}
	end -= len(text[min(at, end):end]) - len(bytes.TrimRight(text[min(at, end):end], " \t\r"))
	switch f.Cause {
	case OpenQuote:
		f.At = At(o.quote, max(end, o.quote+1))
	case NoEquals:
		f.At = At(start, max(end, start+1))
	case NoValue:
		from := o.equals + 1
		f.At = At(from, max(from, min(at, end)))
	case BareText, TwoValues:
		f.At = At(at, max(end, at+1))
	}
	return f, next
}

// causeOf tells the causes apart that show on one line.
func (w *walker) causeOf(o outline, start, at int, message string) Cause {
	has := func(word string) bool { return bytes.Contains([]byte(message), []byte(word)) }
	c := byte('\n')
	if at < len(w.text) {
		c = w.text[at]
	}
	switch {
	case has("escape") || has("need a character"):
		return BadEscape
	case o.quote >= 0:
		return OpenQuote
	case w.text[start] == '=':
		return NoKey
	case o.equals < 0 && c == ':':
		return NoEquals
	case o.equals < 0:
		return NoEquals
	case has("not end of input") || len(bytes.TrimSpace(w.text[o.equals+1:min(at, len(w.text))])) == 0 && (c == '\n' || c == '\r' || c == '#' || at >= len(w.text)-1 && has("reached end")):
		return NoValue
	case has("digit") || has("zeroes") || has("number"):
		return BadNumber
	case has("start of value") || has("keyword") || has("must be quoted") || has("expected \"inf\"") || has("expected \"nan\""):
		return BareText
	case has("expected newline") || has("after array value") || has("after inline table"):
		return TwoValues
	}
	return Unclear
}
