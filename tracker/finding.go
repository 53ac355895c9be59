package tracker

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity tells an error from a warning.
type Severity string

// The severities. An error keeps a log from being trusted; a warning does not.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Finding is one thing wrong with a log. Lines and columns count from 1,
// columns in Unicode code points; the end is exclusive. File is relative to the
// log root, with slashes. Message says what stands there, Help how to mend it.
type Finding struct {
	Code      string   `json:"code"`
	Severity  Severity `json:"severity"`
	File      string   `json:"file"`
	Line      int      `json:"line"`
	Column    int      `json:"column"`
	EndLine   int      `json:"end_line"`
	EndColumn int      `json:"end_column"`
	Message   string   `json:"message"`
	Help      string   `json:"help"`

	// Private says that the finding names something that is kept from the
	// public: it is told to the log's owner, and published as its code alone.
	Private bool `json:"-"`
}

// Public returns a finding as it may be published.
func (f Finding) Public() Finding {
	if f.Private {
		f.Message, f.Help = "this concerns something private", "`hone check` says more"
	}
	return f
}

// String returns the finding in one line: file:line:column: severity: message [code].
func (f Finding) String() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s [%s]", f.File, f.Line, f.Column, f.Severity, f.Message, f.Code)
}

// MaxFindings bounds how many findings are told.
const MaxFindings = 1000

// Sort orders findings by file, line, column and code, in place.
func Sort(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column), cmp.Compare(a.Code, b.Code))
	})
	return findings
}

// Cut keeps the first [MaxFindings] of sorted findings, with a last one that
// says how many there are beyond.
func Cut(findings []Finding) []Finding {
	if len(findings) <= MaxFindings {
		return findings
	}
	next := findings[MaxFindings]
	next.Code, next.Severity = "too-many", Error
	next.Message = fmt.Sprintf("at least %s more findings", Amount(len(findings)-MaxFindings)*One)
	next.Help = "mend these first, then check again"
	return append(findings[:MaxFindings:MaxFindings], next)
}

// Errors counts the errors among findings.
func Errors(findings []Finding) (n int) {
	for _, f := range findings {
		if f.Severity == Error {
			n++
		}
	}
	return n
}

// quote shows a value in a message: in double quotes, shortened, with what does
// not print escaped.
func quote(s string) string {
	const limit = 60
	if r := []rune(s); len(r) > limit {
		s = string(r[:limit-1]) + "…"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0 || isBidi(r) {
			fmt.Fprintf(&b, "\\u%04X", r)
		} else {
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// isBidi reports whether a character turns the direction of what follows.
func isBidi(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x061c
}

// list joins words as a sentence does: a, b or c.
func list(words []string, last string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " " + last + " " + words[n-1]
	}
}
