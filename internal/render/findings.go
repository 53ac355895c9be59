package render

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// FindingsText shows findings to a person: the place, the line with a mark
// below it, and how to mend it. line returns the text of a line of a file.
func FindingsText(findings []tracker.Finding, line func(file string, n int) string, paint Paint) string {
	var b strings.Builder
	for _, f := range findings {
		severity := paint.Severity(f.Severity)
		if f.File == "" {
			fmt.Fprintf(&b, "%s: %s [%s]\n  %s\n", severity, f.Message, f.Code, f.Help)
			continue
		}
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s [%s]\n", words.Plain(f.File), f.Line, f.Column, severity, f.Message, f.Code)
		text, before, marked := excerpt(line(f.File, f.Line), f)
		number := fmt.Sprint(f.Line)
		margin := strings.Repeat(" ", len(number))
		fmt.Fprintf(&b, "  %s | %s\n", number, text)
		fmt.Fprintf(&b, "  %s | %s%s %s\n", margin, strings.Repeat(" ", before), strings.Repeat("^", marked), f.Help)
	}
	return b.String()
}

// excerptWidth is how many columns of a long line are shown.
const excerptWidth = 100

// excerpt returns the part of a line that shows a finding, and how many columns
// stand before and below its mark.
func excerpt(line string, f tracker.Finding) (text string, before, marked int) {
	runes := []rune(line)
	from := min(f.Column-1, len(runes))
	until := len(runes)
	if f.EndLine == f.Line {
		until = min(max(f.EndColumn-1, from), len(runes))
	}
	cut := 0
	if from > excerptWidth-20 {
		cut = from - 20
	}
	end := min(len(runes), cut+excerptWidth)
	until = min(until, end)
	lead := ""
	if cut > 0 {
		lead = "…"
	}
	shown := lead + show(runes[cut:from])
	mark := show(runes[from:max(from, until)])
	rest := show(runes[max(from, until):end])
	if end < len(runes) {
		rest += "…"
	}
	return shown + mark + rest, uniseg.StringWidth(shown), max(1, uniseg.StringWidth(mark))
}

// show makes the characters of a line fit for a terminal.
func show(runes []rune) string {
	var b strings.Builder
	for _, r := range runes {
		switch {
		case r == '\t':
			b.WriteString("    ")
		case r < 0x20 || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x061c || r == utf8.RuneError:
			b.WriteRune('\ufffd')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// FindingsSummary is the last line of a check: how many findings of what there
// are in how much.
func FindingsSummary(findings []tracker.Finding, entries, files int) string {
	read := words.Count(entries, "entry")
	in := words.Count(files, "file")
	if len(findings) == 0 {
		return fmt.Sprintf("%s in %s, no findings.", read, in)
	}
	errors := tracker.Errors(findings)
	warnings := len(findings) - errors
	var parts []string
	if errors > 0 {
		parts = append(parts, words.Count(errors, "error"))
	}
	if warnings > 0 {
		parts = append(parts, words.Count(warnings, "warning"))
	}
	where := map[string]bool{}
	last := ""
	for _, f := range findings {
		where[f.File] = true
		last = f.File
	}
	place := words.Count(len(where), "file")
	if len(where) == 1 && last != "" {
		place = words.Plain(last)
	}
	return fmt.Sprintf("%s in %s, %s read.\nhone explain CODE  tells more about one.", strings.Join(parts, " and "), place, read)
}

// Annotations writes findings as workflow commands, which GitHub shows at their
// lines. prefix is the path from the repository's root to the log's, with its
// slash.
func Annotations(findings []tracker.Finding, prefix string) string {
	var b strings.Builder
	for _, f := range findings {
		text := Sentence(f.Public())
		at := ""
		if f.File != "" {
			at = fmt.Sprintf("file=%s,line=%d,endLine=%d,", property(prefix+f.File), f.Line, f.EndLine)
			if f.EndLine == f.Line { // GitHub takes columns within one line only
				at += fmt.Sprintf("col=%d,endColumn=%d,", f.Column, f.EndColumn)
			}
		}
		fmt.Fprintf(&b, "::%s %stitle=%s::%s\n", f.Severity, at, property(f.Code), data(text))
	}
	return b.String()
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[n:]
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// data escapes the message of a workflow command.
func data(s string) string { return dataEscapes.Replace(s) }

// property escapes a property of a workflow command.
func property(s string) string { return propertyEscapes.Replace(s) }
