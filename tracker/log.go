package tracker

import (
	"github.com/honelog/hone/tracker/civil"
	"github.com/honelog/hone/tracker/internal/place"
)

// Log is all log files of a repository, read as one.
type Log struct {
	Settings Settings
	Badges   BadgeSettings
	Cards    CardSettings
	Goals    []*Goal // in order of first definition, the preset's last
	Pauses   []Pause // in order of their files
	Skills   []Skill // users' own
	Entries  []Entry // in order of their files
	Files    int     // files read

	wishes  [NumAreas]Amount // share of time wished, against the others
	aims    [NumAreas]int    // score aimed at; 0 for none
	rules   map[string]bool  // rules that the log defines
	sources []*place.Source

	hasSettings   bool // [settings] stands somewhere
	unreadable    bool // a part of the log could not be read: no standing can be trusted
	settingsFault bool // a fault in what holds for every goal
	skillFault    bool // a fault in a skill of the user's own
}

// Settings is what holds for the whole log.
type Settings struct {
	Timezone   string     // IANA name; "UTC" when absent
	Start      civil.Date // first day of goals without a from; see HasStart
	HasStart   bool
	YearStarts civil.YearStart

	zoneAt Place
}

// Place is where something was written. The zero Place is nowhere.
type Place struct {
	file int32 // number of the source, from 1
	span place.Span
}

// Skill is a skill of the user's own.
type Skill struct {
	Name, Title string
	Area        Area
}

// Pause is a stretch of days on which the clock of goals does not run.
type Pause struct {
	From, Until civil.Date // both included
	Goals       []string   // the goals it is for; all when empty
	KeepTarget  bool
	Reason      string // never published
	Source      string // where it came from, like an issue's number

	at, keepAt Place
	faulty     bool
}

// For reports whether the pause is for the goal of that id.
func (p *Pause) For(id string) bool {
	if len(p.Goals) == 0 {
		return true
	}
	for _, g := range p.Goals {
		if g == id {
			return true
		}
	}
	return false
}

// Entry is one thing learned or done.
type Entry struct {
	Kind     *Kind
	Activity string // of an activity, the user's own kind
	ID       string
	Title    string
	Role     string // with the kind's default where the entry names none
	By       string // of an assessment: self, manager or peers

	When    Day // the day it counts on; unset while in progress
	Begun   Day // when it began, for what lasts
	Expires Day // of a certification
	Dropped Day // given up: not counted

	Hours     Amount
	HasHours  bool
	Pages     int
	Rating    int // 1 to 5; 0 for none
	Skills    []string
	Tags      []string
	Credits   []Credit
	Submitted []Submission
	Scores    []Score // of an assessment
	Rule      string  // of a certification
	Evidence  []Proof
	Fields    []Field // the other keys, as texts, in the order written
	Private   bool    // public = false

	areas  uint8 // bit set of the areas of Skills
	at     Place // its header
	idAt   Place
	whenAt Place
	ruleAt Place
	hideAt Place
	faulty bool
}

// Credit is an amount of credits towards a credential.
type Credit struct {
	Credential, Category string
	Amount               Amount
	at                   Place
}

// Submission is the day on which credits were handed in.
type Submission struct {
	Credential string
	Day        Day
	at         Place
}

// Score is a self-score, or another's, of an area: 1 to 5.
type Score struct {
	Area  Area
	Score int
}

// Proof is a path below the log root, or a link.
type Proof struct {
	Path string
	at   Place
}

// Field is a key with its value as a text.
type Field struct{ Key, Value string }

// Field returns the value of one of an entry's other keys, or "".
func (e *Entry) Field(key string) string {
	for _, f := range e.Fields {
		if f.Key == key {
			return f.Value
		}
	}
	return ""
}

// Name is what the entry is called: its title, or what it is and with whom.
func (e *Entry) Name() string {
	switch {
	case e.Title != "":
		return e.Title
	case e.Field("with") != "":
		return e.Kind.Name + " with " + e.Field("with")
	case e.Kind.Name == "assessment":
		return e.By + " assessment"
	case e.Role != "":
		return e.Kind.Name + " " + e.Role
	}
	return e.Kind.Name
}

// Counts reports whether the entry has a date to count on and was not given up.
func (e *Entry) Counts() bool { return e.When.Set && !e.Dropped.Set && !e.faulty }

// Touches reports whether the entry has a skill of the area.
func (e *Entry) Touches(a Area) bool { return e.areas&(1<<a) != 0 }

// Line returns the file and the line, from 1, on which the entry begins.
func (l *Log) Line(e *Entry) (file string, line int) {
	src := l.sources[e.at.file-1]
	line, _ = src.Position(int(e.at.span.Start))
	return src.Name, line
}

// Planned returns the day of the first entry that begins within lines of a file,
// both included, if it is not done yet but planned for that day.
func (l *Log) Planned(file string, from, until int, today civil.Date) (civil.Date, bool) {
	for i := range l.Entries {
		e := &l.Entries[i]
		if f, line := l.Line(e); f == file && line >= from && line <= until {
			day := e.When.On(today)
			return day, e.Counts() && day > today
		}
	}
	return 0, false
}

// PauseLine returns the file and the line, from 1, on which a pause begins.
func (l *Log) PauseLine(p *Pause) (file string, line int) {
	src := l.sources[p.at.file-1]
	line, _ = src.Position(int(p.at.span.Start))
	return src.Name, line
}

// GoalLine returns the file and the line, from 1, of a goal's latest definition.
// ok is false for one of a preset's that the log does not restate.
func (l *Log) GoalLine(g *Goal) (file string, line int, ok bool) {
	at := g.Definitions[len(g.Definitions)-1].at
	if at.file == 0 {
		return "", 0, false
	}
	src := l.sources[at.file-1]
	line, _ = src.Position(int(at.span.Start))
	return src.Name, line, true
}

// Text returns a line, from 1, of one of the log's files, or "".
func (l *Log) Text(file string, line int) string {
	for _, src := range l.sources {
		if src.Name == file {
			return src.Line(line)
		}
	}
	return ""
}
