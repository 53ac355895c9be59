package intake

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// maxBody is how many bytes of a body are read. GitHub takes 65,536 characters.
const maxBody = 64 << 10

// What GitHub writes into a field that was left empty.
const (
	noResponse = "_No response_"
	noChoice   = "None"
)

// heading is a line of a body that names a field.
type heading struct{ field, line int } // the line from 0

// read takes a body apart into the values of the fields, by their ids; a field
// that was left empty has none. A field begins at a line that is "### " and its
// label, outside of blocks of code, and all of them stand there once and in
// order. A body in which that is not so is refused as a whole: whoever writes
// such a line into a field would otherwise choose what another field says.
func (f *Form) read(body string) (map[string]string, []Fault) {
	if fault := unreadable(body); fault != nil {
		return nil, []Fault{*fault}
	}
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(body), "\n")
	heads, open := f.headings(lines)
	if open.mark != 0 {
		return nil, []Fault{{Line: open.line, Says: fmt.Sprintf("the block of code that begins with %s is never closed", strings.Repeat(string(open.mark), open.long)),
			Help: "close it with the same marks on a line of their own, or take them out"}}
	}
	if faults := f.ambiguous(heads, lines); len(faults) > 0 {
		return nil, faults
	}
	values := map[string]string{}
	var faults []Fault
	for i, h := range heads {
		end := len(lines)
		if i+1 < len(heads) {
			end = heads[i+1].line
		}
		value, fault := f.Fields[i].value(lines[h.line+1 : end])
		if fault != nil {
			faults = append(faults, *fault)
		} else if value != "" {
			values[f.Fields[i].ID] = value
		}
	}
	return values, faults
}

// unreadable reports a text that is not taken at all.
func unreadable(text string) *Fault {
	switch {
	case len(text) > maxBody:
		return &Fault{Says: "this is longer than 64 KiB", Help: "shorten it"}
	case !utf8.ValidString(text) || strings.ContainsRune(text, 0):
		return &Fault{Says: "this holds bytes that are no text", Help: "write it anew, without pasting"}
	}
	return nil
}

// headings finds the lines that name a field, and the block of code that is
// still open at the end.
func (f *Form) headings(lines []string) (heads []heading, open fence) {
	for i, line := range lines {
		if open.next(line, i+1) {
			continue
		}
		label, ok := strings.CutPrefix(line, "### ")
		if n := slices.IndexFunc(f.Fields, func(x Field) bool { return x.Label == label }); ok && n >= 0 {
			heads = append(heads, heading{n, i})
		}
	}
	return heads, open
}

// ambiguous reports fields that a body names twice, not at all, or in another
// order than the form.
func (f *Form) ambiguous(heads []heading, lines []string) (faults []Fault) {
	first := make([]int, len(f.Fields)) // lines, from 1
	var lacking []string
	order, last := Fault{}, -1
	for _, h := range heads {
		switch label := f.Fields[h.field].Label; {
		case first[h.field] > 0:
			faults = append(faults, Fault{Field: label, Line: h.line + 1, Says: fmt.Sprintf("the line \"### %s\" stands in line %d already", label, first[h.field]),
				Help: "change the one of the two that you wrote yourself, like #### " + label})
			continue
		case h.field < last && order.Says == "":
			order = Fault{Field: label, Line: h.line + 1, Says: fmt.Sprintf("the line \"### %s\" stands below \"### %s\"", label, f.Fields[last].Label),
				Help: "put the fields back in the order of the form"}
		}
		first[h.field], last = h.line+1, max(last, h.field)
	}
	for i, line := range first {
		if line == 0 {
			lacking = append(lacking, fmt.Sprintf("\"### %s\"", f.Fields[i].Label))
		}
	}
	switch {
	case len(lacking) == len(f.Fields):
		return []Fault{{Says: "this was not made with the form \"" + f.Name + "\"", Help: "open a new issue with it, and close this one" + ifChanged(lines)}}
	case len(lacking) > 0:
		faults = append(faults, Fault{Says: "there is no line " + strings.Join(lacking, ", "), Help: "put it back, outside of any block of code, or open a new issue with the form" + ifChanged(lines)})
	case order.Says != "" && len(faults) == 0:
		faults = append(faults, order)
	}
	if strings.TrimSpace(strings.Join(lines[:heads[0].line], "")) != "" {
		faults = append(faults, Fault{Line: 1, Says: "there is text above the first field", Help: "move it into a field, or take it out"})
	}
	return faults
}

// ifChanged says what to do where the form's own file may be another than ours:
// a body made with it has headings all the same.
func ifChanged(lines []string) string {
	if slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, "### ") }) {
		return "; if the form itself was changed, give its fields back their labels"
	}
	return ""
}

// value reads the lines below a field's heading.
func (x *Field) value(lines []string) (string, *Fault) {
	fault := func(says, help string) (string, *Fault) { return "", &Fault{Field: x.Label, Says: says, Help: help} }
	text := strings.TrimSpace(strings.Join(lines, "\n"))
	if x.Type == Dropdown && text == noChoice {
		text = ""
	}
	rest, none := strings.CutPrefix(text+"\n", noResponse+"\n") // and on, where somebody wrote below it
	if none {
		text = strings.TrimSpace(rest)
	}
	if words.Shown(text, "", len(text)) == "" {
		text = "" // nobody would see it
	}
	switch {
	case none && strings.HasPrefix(text, "### "):
		line, _, _ := strings.Cut(text, "\n")
		return fault("below it stands "+quoted(line)+", which is no field of the form", "take that part out, or, if the form was changed, that field out of it")
	case text == "" && x.Required:
		return fault("this is empty", "fill it in")
	case x.Type == Dropdown && text != "" && !slices.Contains(x.Options, text):
		help := "write one of the form's choices, like \"" + x.Options[0] + "\""
		if near := tracker.Nearest(text, x.Options); near != "" {
			help = "did you mean \"" + near + "\"?"
		}
		return fault(quoted(text)+" is none of the form's choices", help)
	case x.Type == Input && strings.Contains(text, "\n"):
		return fault("this holds more than one line", "write it on one line")
	}
	if text = cleaned(text); x.Type == Input {
		text = words.Plain(text)
	}
	if n := utf8.RuneCountInString(text); x.Max > 0 && n > x.Max {
		return fault(fmt.Sprintf("this is %d characters long", n), fmt.Sprintf("shorten it to %d", x.Max))
	}
	return text, nil
}

// cleaned takes out what does not print or turns the direction of text, and
// keeps lines and tabs.
func cleaned(text string) string {
	return strings.TrimSpace(strings.Map(func(c rune) rune {
		if c != '\n' && c != '\t' && unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) || c == '\ufeff' {
			return -1
		}
		return c
	}, text))
}

// quoted shows a text of a person's in a sentence.
func quoted(text string) string { return `"` + words.Short(text, 60) + `"` }
