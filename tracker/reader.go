package tracker

import (
	"github.com/honelog/hone/tracker/internal/place"
)

// reader reads one log from its files.
type reader struct {
	log      *Log
	findings []Finding
	file     int32 // number of the source being read, from 1
	doc      *place.Document
	perFile  int // findings in the file so far

	values  []value // of the table being read; used again for the next
	fields  []Field // of the entry being read; used again for the next
	names   map[string]string
	zone    func(string) bool
	skills  []pendingSkill // skills that may yet be defined
	goals   []rawGoal
	refs    []pauseRef
	preset  *rawPreset
	shown   []reference      // by badges and cards
	singles map[string]Place // where settings, preset, … and version stood
	ids     map[string]Place // of skills
	told    map[*place.Fault]bool
	lost    lost
	maybe   map[string]bool // names that tables of unknown kinds would define
	likened int
	entries int             // entries met, read or not
	doubt   map[string]bool // keys of the table last read that are not what they seem
	broken  bool            // a part of the table last read is lost
}

// lost tells what may be defined in a part of the log that could not be read:
// a name that nothing else defines is then no fault of those who use it.
type lost struct{ goals, credentials, skills, kinds, settings, preset bool }

var everythingLost = lost{true, true, true, true, true, true}

// lose takes note that a table of that name was not read as it is meant.
func (r *reader) lose(table string) {
	switch table {
	case "goal":
		r.lost.goals = true
	case "preset":
		r.lost.goals, r.lost.preset = true, true
	case "settings":
		r.lost.settings = true
	case "certification":
		r.lost.credentials = true
	case "skill":
		r.lost.skills = true
	case "activity":
		r.lost.kinds = true
	case "":
		r.lost = everythingLost
	}
}

// pendingSkill is a skill of an entry that is not built in.
type pendingSkill struct {
	entry int
	name  string
	at    Place
}

// pauseRef is a goal that a pause names.
type pauseRef struct {
	pause int
	goal  pendingName
}

// keptPerFile bounds how many findings of one file are kept: far more than are
// told, far fewer than a hostile file can have.
const keptPerFile = 5 * MaxFindings

// report adds a finding at a span of the current file.
func (r *reader) report(code string, at place.Span, message, help string) {
	if r.perFile++; r.perFile <= keptPerFile {
		r.findings = append(r.findings, r.log.finding(code, Place{r.file, at}, message, help))
	}
}

// reportAt adds a finding at a place of any file.
func (r *reader) reportAt(code string, at Place, message, help string) {
	if len(r.findings) < keptPerFile*max(1, r.log.Files) {
		r.findings = append(r.findings, r.log.finding(code, at, message, help))
	}
}

// finding makes a finding; its severity is the code's.
func (l *Log) finding(code string, at Place, message, help string) Finding {
	f := Finding{Code: code, Severity: codeOf(code).Severity, Message: message, Help: help, Line: 1, Column: 1, EndLine: 1, EndColumn: 1}
	if at.file == 0 {
		return f
	}
	src := l.sources[at.file-1]
	f.File = src.Name
	f.Line, f.Column = src.Position(int(at.span.Start))
	f.EndLine, f.EndColumn = src.Position(int(at.span.End))
	return f
}

// at makes a place in the current file.
func (r *reader) at(s place.Span) Place { return Place{r.file, s} }

// intern keeps one copy of a text that recurs.
func (r *reader) intern(s string) string {
	if t, ok := r.names[s]; ok {
		return t
	}
	r.names[s] = s
	return s
}
