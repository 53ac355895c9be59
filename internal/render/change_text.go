package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/honelog/hone/internal/change"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// ChangeText shows a change to a person: its findings, what came, changed and
// went, and each goal that stands otherwise, before and after.
func ChangeText(c Change, line func(file string, n int) string, paint Paint) string {
	var b strings.Builder
	b.WriteString(FindingsText(c.Findings, c.readable(line), paint))
	if len(c.Findings) > 0 {
		b.WriteString("\n")
	}
	said := c.tally()
	b.WriteString(capital(said) + ".\n")
	for _, e := range c.Added {
		fmt.Fprintf(&b, "  + %s\n", entryLine(e, c))
	}
	for _, e := range c.Edited {
		fmt.Fprintf(&b, "  ~ %s%s\n", named(e.Before), keysLine(e.Keys))
	}
	for _, e := range c.Removed {
		fmt.Fprintf(&b, "  - %s\n", entryLine(e, c))
	}
	for _, t := range c.Tables {
		mark, keys := "~", keysLine(t.Keys)
		switch {
		case t.How == change.Added:
			mark = "+"
		case t.How == change.Removed:
			mark = "-"
		}
		if t.How != change.Changed && t.Name == "goal" {
			keys = "" // all of them
		}
		fmt.Fprintf(&b, "  %s %s%s\n", mark, words.TableName(t), keys)
	}
	b.WriteString(c.positions())
	text := b.String()
	if paint.ASCII {
		text = strings.ReplaceAll(text, "→", "->")
	}
	return paint.Marks(text)
}

// readable leaves out the lines of findings that are private, where anybody may
// read.
func (c Change) readable(line func(file string, n int) string) func(file string, n int) string {
	if !c.Published {
		return line
	}
	return func(file string, n int) string {
		if slices.ContainsFunc(c.Findings, func(f tracker.Finding) bool { return f.Private && f.File == file && f.Line == n }) {
			return ""
		}
		return line(file, n)
	}
}

// positions sets before and after in columns.
func (c Change) positions() string {
	var rows [][3]string
	for _, m := range c.moved() {
		rows = append(rows, [3]string{m.ID, words.Position(m.Before), words.Position(m.After)})
	}
	for _, r := range c.Credentials {
		one := r.After
		if one == nil {
			one = r.Before
		}
		rows = append(rows, [3]string{one.ID, words.CredentialPosition(r.Before), words.CredentialPosition(r.After)})
	}
	width := 0
	for _, r := range rows {
		width = max(width, uniseg.StringWidth(r[0]))
	}
	var b strings.Builder
	for i, r := range rows {
		if i == 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "  %s  %s → %s\n", pad(r[0], width), orNone(r[1]), orNone(r[2]))
	}
	return b.String()
}

func orNone(s string) string {
	if s == "" {
		return "not there"
	}
	return s
}

// entryLine names an entry with its day.
func entryLine(e *tracker.Entry, c Change) string { return named(e) + ", " + words.Deed(e, c.Today) }

func named(e *tracker.Entry) string {
	return strings.TrimSpace(words.Sort(e) + " " + words.Called(e))
}

// keysLine says which keys differ.
func keysLine(keys []change.Key) string {
	var parts []string
	for _, k := range keys {
		before, after := words.Short(k.Before, 60), words.Short(k.After, 60)
		switch {
		case k.Before == "":
			parts = append(parts, words.Plain(k.Name)+" "+after)
		case k.After == "":
			parts = append(parts, words.Plain(k.Name)+" "+before+" → none")
		default:
			parts = append(parts, words.Plain(k.Name)+" "+before+" → "+after)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, ", ")
}
