package export

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/honelog/hone/tracker"
)

// CSV is a row for each entry and a column for each key of any kind: kind, the
// keys by the names of FORMAT.md (activity is an activity's own kind), and last
// one for each of the log's credits.CRED, credits.CRED.CATEGORY, submitted.CRED
// and scores.AREA. The items of a list stand behind each other with "; "; semicolons
// that an item has before a space or at its end are doubled.
//
// It is UTF-8 with a byte order mark, commas and CRLF, as spreadsheets like it.
// A cell that a spreadsheet would take for a formula has an apostrophe in front;
// so has one that begins with apostrophes or spaces before such a thing. Whoever
// takes one apostrophe off from before = + - @, a tab or a line end, and
// apostrophes and spaces in front of these, has every text as it was. hone import
// csv does, and reads the whole table back.
func CSV(l *tracker.Log, o Options) []byte {
	hidden := o.hidden(l)
	entries := o.Entries(l)
	rows := make([]map[string]string, len(entries))
	header := csvKeys()
	known := map[string]bool{}
	for _, h := range header {
		known[h] = true
	}
	var more []string
	for i, e := range entries {
		rows[i] = cellsOf(valuesOf(e, hidden))
		for key := range rows[i] {
			if !known[key] {
				known[key] = true
				more = append(more, key)
			}
		}
	}
	slices.Sort(more)
	header = append(header, more...)

	var b bytes.Buffer
	b.WriteString("\ufeff")
	line := func(cell func(key string) string) {
		for i, key := range header {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(csvCell(cell(key)))
		}
		b.WriteString("\r\n")
	}
	line(func(key string) string { return key })
	for _, row := range rows {
		line(func(key string) string { return row[key] })
	}
	return b.Bytes()
}

// csvKeys are the columns that are always there: those of any kind, in the
// order of the documentation, what all kinds have last.
func csvKeys() []string {
	keys := []string{"kind", "activity", "id", "title"}
	add := func(name string) {
		if !slices.Contains(keys, name) {
			keys = append(keys, name)
		}
	}
	shared := map[string]int{}
	for _, k := range tracker.Kinds() {
		for i := range k.Keys {
			shared[k.Keys[i].Name]++
		}
	}
	for _, everybodys := range []bool{false, true} {
		for _, k := range tracker.Kinds() {
			for i := range k.Keys {
				switch key := &k.Keys[i]; {
				case key.Type == tracker.CreditsType || key.Type == tracker.SubmitsType || key.Type == tracker.ScoresType:
				case (shared[key.Name] == len(tracker.Kinds())) == everybodys:
					add(key.Name)
				}
			}
		}
	}
	return keys
}

// cellsOf flattens what an entry says: credits.cissp.a is a cell.
func cellsOf(p parts) map[string]string {
	cells := map[string]string{}
	var put func(prefix string, p parts)
	put = func(prefix string, p parts) {
		for _, v := range p {
			switch of := v.of.(type) {
			case parts:
				put(prefix+v.key+".", of)
			case []string:
				cells[prefix+v.key] = joined(of)
			default:
				cells[prefix+v.key] = fmt.Sprint(of)
			}
		}
	}
	put("", p)
	return cells
}

// ends are the semicolons of an item that might be taken for its end.
var ends = regexp.MustCompile(`;+( |$)`)

// joined are the items of a list in a cell.
func joined(items []string) string {
	out := make([]string, len(items))
	for i, s := range items {
		out[i] = ends.ReplaceAllStringFunc(s, func(m string) string {
			marks := strings.TrimSuffix(m, " ")
			return marks + m
		})
	}
	return strings.Join(out, listBreak)
}

// csvCell writes a cell: no formula, and in quotes where it needs them.
func csvCell(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "\ufffd")
	if isFormula(behindMarks(s)) {
		s = "'" + s
	}
	if strings.ContainsAny(s, ",;\"\r\n\t") || s != strings.TrimSpace(s) {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}

// isFormula reports whether a spreadsheet may take a text for a formula: by its
// first character, also in the full width of East Asian texts.
func isFormula(s string) bool {
	return strings.IndexAny(s, "=+-@\t\r\n＝＋－＠") == 0
}

// behindMarks is a text without the apostrophes and spaces that it begins with.
func behindMarks(s string) string {
	return strings.TrimLeftFunc(s, func(c rune) bool {
		return c == '\'' || unicode.IsSpace(c) && !strings.ContainsRune("\t\r\n", c)
	})
}
