package intake

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Form is an issue form. The file that GitHub shows and the parser of what it
// sends are both made from it.
type Form struct {
	Name   string // as GitHub lists it
	File   string // within .github/ISSUE_TEMPLATE
	Label  string // that its issues carry
	Says   string
	Title  string // of its issues, unless a person writes another
	Intro  []string
	Fields []Field

	takes func(d *draft, values map[string]string)
}

// FieldType is a type of field, as GitHub spells it.
type FieldType string

// The types of field.
const (
	Input    FieldType = "input"    // a line of text
	Textarea FieldType = "textarea" // several
	Dropdown FieldType = "dropdown" // one of the options
)

// Field is a field of a form. Its ID fills it from an address and never shows
// in an issue; its Label is the heading in the body.
type Field struct {
	ID, Label   string
	Type        FieldType
	Says        string
	Placeholder string
	Options     []string
	Required    bool
	Max         int // characters that it may hold
}

// FormOf returns the form with one of those labels. name tells several logs of
// a repository apart, and is empty where there is one.
func FormOf(name string, labels []string) (Form, bool) {
	for _, f := range Forms(name) {
		if slices.Contains(labels, f.Label) {
			return f, true
		}
	}
	return Form{}, false
}

// field returns the field of that id, which the form has.
func (f *Form) field(id string) *Field {
	return &f.Fields[slices.IndexFunc(f.Fields, func(x Field) bool { return x.ID == id })]
}

// YAML is the form as a file for GitHub.
func (f Form) YAML() []byte {
	var b strings.Builder
	line := func(indent int, key, value string) {
		fmt.Fprintf(&b, "%s%s: %s\n", strings.Repeat(" ", indent), key, value)
	}
	text := func(indent int, key, value string) {
		if value != "" {
			line(indent, key, strconv.Quote(value))
		}
	}
	text(0, "name", f.Name)
	text(0, "description", f.Says)
	text(0, "title", f.Title)
	line(0, "labels", "["+strconv.Quote(f.Label)+"]")
	b.WriteString("body:\n  - type: markdown\n    attributes:\n      value: |\n")
	for _, l := range f.Intro {
		b.WriteString(strings.TrimRight("        "+l, " ") + "\n")
	}
	for _, x := range f.Fields {
		line(2, "- type", string(x.Type))
		line(4, "id", x.ID)
		b.WriteString("    attributes:\n")
		text(6, "label", x.Label)
		text(6, "description", x.Says)
		text(6, "placeholder", x.Placeholder)
		if len(x.Options) > 0 {
			b.WriteString("      options:\n")
		}
		for _, o := range x.Options {
			b.WriteString("        - " + strconv.Quote(o) + "\n")
		}
		if x.Required {
			b.WriteString("    validations:\n      required: true\n")
		}
	}
	return []byte(b.String())
}

// Link is the address of the form in a repository, whose own address is given,
// with fields filled in by their ids. It may stand in Markdown.
func (f Form) Link(repository string, fill map[string]string) string {
	q := url.Values{"template": {f.File}}
	for id, value := range fill {
		q.Set(id, value)
	}
	return repository + "/issues/new?" + q.Encode()
}
