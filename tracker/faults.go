package tracker

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/honelog/hone/tracker/internal/place"
)

// faults turns what the reading of a file's text found into findings.
func (r *reader) faults() {
	if !r.doc.Whole {
		r.log.unreadable = true
	}
	fused := map[*place.Node]bool{}
	syntax := false
	for _, f := range r.doc.Faults {
		switch f.Kind {
		case place.Syntax:
			if !syntax {
				syntax = true
				message, help := syntaxWords(f.Message, r.doc.Source, f.At)
				r.report("syntax", f.At, message, help)
			}
		case place.DoubledKey:
			n := r.doc.Table(f)
			if r.fusing(n, f) {
				if !fused[n] {
					fused[n] = true
					r.report("fused-entries", f.At, "two entries seem to have been merged into one here",
						fmt.Sprintf("%s stands twice: give the second entry a header of its own above this line", quote(f.Name)))
				}
				r.log.unreadable = true
			} else if !fused[n] && !syntax {
				syntax = true
				r.log.unreadable = true
				r.report("syntax", f.At, fmt.Sprintf("%s stands twice in one table", quote(f.Name)), fmt.Sprintf("keep one of them: the other is in line %d", r.line(f.First)))
			}
		case place.DoubledTable:
			r.log.unreadable = true
			if single[f.Name] != nil {
				r.log.settingsFault = true
				r.report("duplicate-settings", f.At, fmt.Sprintf("%s stands twice in this log", quote(f.Name)), fmt.Sprintf("keep one: the other is in line %d", r.line(f.First)))
			} else if !syntax {
				syntax = true
				r.report("syntax", f.At, fmt.Sprintf("%s stands twice in this file, or is something else already", quote(f.Name)), "give it one header")
			}
		case place.SingleBracket:
			r.log.unreadable = true
			r.report("single-bracket", f.At, fmt.Sprintf("[%s] needs two brackets", f.Name), fmt.Sprintf("write [[%s]]: one of many", f.Name))
		case place.Conflict:
			r.report("merge-conflict", f.At, "a merge was left unfinished here", "choose what stays, then delete the lines that begin with <<<<<<<, ======= and >>>>>>>")
		case place.OddMonth:
			r.report("month-needs-quotes", f.At, f.Name+" is a month without a day", fmt.Sprintf("write it in quotes: %q", f.Name))
		case place.OddDate:
			r.report("bad-date", f.At, f.Name+" is no day of the calendar", "write year, month and day, like 2026-01-31")
		case place.NotText:
			r.report("encoding", f.At, f.Message, "save the file as UTF-8 text")
		case place.TooMuch:
			r.limit(f.At, f.Message)
		}
	}
}

func (r *reader) line(s place.Span) int {
	line, _ := r.doc.Source.Position(int(s.Start))
	return line
}

// fusing reports whether a key that stands twice tells of two entries merged
// into one: the key that every entry begins with, or one it cannot do without.
func (r *reader) fusing(n *place.Node, f place.Fault) bool {
	t := r.tableAt(n)
	if t == nil || !t.Many {
		return false
	}
	for first := range r.doc.Tree.Children(n) {
		if first.Name == f.Name {
			return true
		}
		break
	}
	key := t.Key(f.Name)
	return f.Name == "id" || key != nil && (key.Required || f.Name == KindCounts(t.Name))
}

// tableAt returns the table that an element in double brackets is of, or nil.
func (r *reader) tableAt(n *place.Node) *Table {
	for c := range r.doc.Tree.Children(r.doc.Tree.Root()) {
		if !isMany(c.Name) {
			continue
		}
		for e := range r.doc.Tree.Children(c) {
			if e == n {
				return tableOf(c.Name)
			}
		}
	}
	return nil
}

func tableOf(name string) *Table {
	switch name {
	case "goal":
		return goalTable
	case "pause":
		return pauseTable
	}
	return &kindByName[name].Table
}

// KindCounts returns the key on which a kind of that name counts, or "".
func KindCounts(name string) string {
	if k := kindByName[name]; k != nil {
		return k.Counts
	}
	return ""
}

var bareWord = regexp.MustCompile(`=\s*[^\s"'\[{0-9+#-]`)

// syntaxWords puts a parser's message into words, with the likely cause.
func syntaxWords(message string, src *place.Source, at place.Span) (says, help string) {
	line, _ := src.Position(int(at.Start))
	text := src.Line(line)
	message = strings.TrimPrefix(message, "toml: ")
	if r := []rune(message); len(r) > 160 {
		message = string(r[:159]) + "…"
	}
	quotes := strings.Count(text, `"`) - strings.Count(text, `\"`)
	switch {
	case quotes%2 == 1 && !strings.Contains(text, `"""`):
		help = "close the quotes on this line"
	case bareWord.MatchString(text) && !strings.Contains(text, "true") && !strings.Contains(text, "false"):
		help = `put text in quotes: key = "text"`
	case strings.TrimSpace(text) != "" && !strings.Contains(text, "=") && !strings.HasPrefix(strings.TrimSpace(text), "["):
		help = "write key = value, or begin the line with # if it is a remark"
	case strings.HasPrefix(strings.TrimSpace(text), "["):
		help = "a header stands alone on its line, like [[book]]"
	default:
		help = "`hone explain syntax` shows the form of a log"
	}
	return "this is not TOML: " + message, help
}
