package tracker

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/tracker/internal/place"
)

// rules are what reading a text has to know of the format.
var rules = place.Rules{
	Many: isMany,
	Known: func(table string) bool {
		return isMany(table) || single[table] != nil || table == "skill" || table == "rule"
	},
	Most:  most,
	Fuses: fuses,
}

// The limits of what there is one of for every period, badge or day: each meets
// every entry.
const (
	maxGoals  = 300
	maxPauses = 5000
	maxSkills = 1000 // of a user's own
	maxList   = 1000 // texts in one list
)

// most returns how many tables of a name a log may have.
func most(table string) (n int, what string) {
	switch table {
	case "goal":
		return maxGoals, "the log has more than 300 goals"
	case "pause":
		return maxPauses, "the log has more than 5,000 pauses"
	}
	return place.MaxTables, "the log has more than 200,000 entries"
}

// fuses reports whether a key that stands twice in an entry tells of two
// entries merged into one: the key that the entry begins with, one that names
// it, or one that it cannot do without.
func fuses(table, name string, first bool) bool {
	if first || name == "id" || name == "title" {
		return true
	}
	if !isMany(table) { // a kind that there is not
		return false
	}
	key := tableOf(table).Key(name)
	return key != nil && (key.Required || name == KindCounts(table))
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

// faults turns what the reading of a file's text found into findings, but for
// the faults of values: those are told where the value is read, or by
// [reader.valueFaults].
func (r *reader) faults() {
	r.log.unreadable = r.log.unreadable || !r.doc.Whole
	for _, name := range r.doc.Lost {
		r.lose(name)
	}
	syntax := false // one is told
	for _, f := range r.doc.Faults {
		if f.Kind == place.Syntax {
			syntax = true
		}
	}
	for i := range r.doc.Faults {
		f := &r.doc.Faults[i]
		switch f.Kind {
		case place.Syntax:
			says, help := syntaxWords(f, r.doc.Source)
			r.report("syntax", f.At, "this is not TOML: "+says, help)
		case place.Fused:
			r.log.unreadable = true
			r.report("fused-entries", f.At, "two entries seem to have been merged into one here",
				fmt.Sprintf("%s stands in line %d too: give the second entry a header of its own above this line", quote(f.Name), r.line(f.First)))
		case place.DoubledKey:
			r.log.unreadable = true
			if !syntax {
				syntax = true
				r.report("syntax", f.At, fmt.Sprintf("%s stands twice in one table", quote(f.Name)), fmt.Sprintf("keep one of them: the other is in line %d", r.line(f.First)))
			}
		case place.DoubledTable:
			syntax = r.doubledTable(f, syntax)
		case place.SingleBracket:
			r.log.unreadable = true
			r.report("single-bracket", f.At, fmt.Sprintf("[%s] needs two brackets", f.Name), fmt.Sprintf("write [[%s]]: one of many", f.Name))
		case place.Conflict:
			r.report("merge-conflict", f.At, "a merge was left unfinished here", "choose what stays, then delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>")
		case place.NotText:
			message := f.Message
			if n := f.Count - 1; n > 0 {
				message += fmt.Sprintf(", and so in %d more places", n)
			}
			r.report("encoding", f.At, message, "save the file as UTF-8 text")
		case place.TooMuch:
			r.limit(f.At, f.Message)
		}
	}
}

func (r *reader) doubledTable(f *place.Fault, syntax bool) bool {
	r.log.unreadable = true
	top, _, inner := strings.Cut(f.Name, ".")
	switch {
	case single[f.Name] != nil:
		r.log.settingsFault = true
		r.lose(f.Name)
		r.report("duplicate-settings", f.At, fmt.Sprintf("%s stands twice in this log", quote(f.Name)), fmt.Sprintf("keep one: the other is in line %d", r.line(f.First)))
	case inner && (top == "skill" || top == "rule"):
		r.report("duplicate-id", f.At, fmt.Sprintf("the %s %s is taken", top, quote(f.Name[len(top)+1:])), fmt.Sprintf("choose another name, or keep one: the other is in line %d", r.line(f.First)))
	case !syntax:
		r.report("syntax", f.At, fmt.Sprintf("%s stands twice in this file, or is something else already", quote(f.Name)), "give it one header, or another name")
		return true
	}
	return syntax
}

func (r *reader) line(s place.Span) int {
	line, _ := r.doc.Source.Position(int(s.Start))
	return line
}

// blamed reports the fault that reading the text found in a value, and whether
// there is one. key is what the value is of, if that is known.
func (r *reader) blamed(n *place.Node, key *Key) bool {
	f := r.doc.Named(n)
	if f == nil {
		return false
	}
	if !r.told[f] {
		r.told[f] = true
		r.valueFault(f, key)
	}
	return true
}

// valueFaults reports the faults of values that nothing asked for, like those
// of unknown keys.
func (r *reader) valueFaults() {
	for i := range r.doc.Faults {
		if f := &r.doc.Faults[i]; f.Value() && !r.told[f] {
			r.valueFault(f, nil)
		}
	}
}

func (r *reader) valueFault(f *place.Fault, key *Key) {
	switch f.Kind {
	case place.OddMonth:
		month := f.Name[:5] + "0" + f.Name[5:]
		month = month[:5] + month[len(month)-2:]
		help := fmt.Sprintf("write it in quotes: %q", month)
		if key != nil && key.Type == ExactDayType {
			help = fmt.Sprintf("write the day: %s = %s-01", key.Name, month)
		}
		r.report("month-needs-quotes", f.At, f.Name+" is a month without a day", help)
	case place.OddDate:
		help := "write year, month and day, like 2026-01-31"
		if key != nil && (key.Type == DateType || key.Type == ExactDayType) {
			help = fmt.Sprintf("write year, month and day, like %s = 2026-01-31", key.Name)
		}
		says := f.Name
		if len(says) > 40 {
			says = says[:40] + "…"
		}
		r.report("bad-date", f.At, says+" is no day of the calendar", help)
	case place.OutOfRange:
		r.report("bad-value", f.At, "the number is too large", "write a smaller number")
	case place.LongText:
		r.log.unreadable = true
		r.report("limit", f.At, f.Message, "keep it short, and put the rest into a file that evidence or url names")
	}
}
