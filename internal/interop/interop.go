// Package interop reads what other programs and sites know of a person's
// learning: spreadsheets, reading logs, badges and certificates. It returns
// entries in the making, with the row and the cell that each value comes from;
// [NewPlan] holds them against a log and says what an import would add.
//
// Everything in such a file is data, from anybody. Nothing is guessed: what has
// no date is left out and told, and so is what the log seems to have already.
package interop

import (
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// Place is where in a file something stands. The zero Place is the file.
type Place struct {
	Unit   string // what is counted: row, badge, book
	N      int    // from 1; a row as the spreadsheet counts
	Column int    // of a table, from 1; 0 for none
	Name   string // of the column or key
}

// String says the place in words: row 14, column Date (A14).
func (p Place) String() string {
	var parts []string
	if p.N > 0 {
		parts = append(parts, fmt.Sprintf("%s %d", p.Unit, p.N))
	}
	switch name := words.Short(words.Plain(p.Name), 40); {
	case p.Column > 0 && name != "":
		parts = append(parts, fmt.Sprintf("column %s (%s%d)", name, sheet.Letters(p.Column), p.N))
	case p.Column > 0:
		parts = append(parts, fmt.Sprintf("cell %s%d", sheet.Letters(p.Column), p.N))
	case name != "":
		parts = append(parts, name)
	}
	return strings.Join(parts, ", ")
}

// Value is what a file gives for a key, once or several times, as [tracker.Key]'s
// Write takes it. Days are written as in a log.
type Value struct {
	Key   string
	Given []string
	Place Place
}

// Entry is an entry in the making.
type Entry struct {
	Kind   *tracker.Kind
	ID     string // that it had, to be kept where it is free; "" for none
	Source string // what tells it from others of the file, now and later: goodreads:4099
	Place  Place
	Values []Value
	Times  int // how often the file says that it was done, where it says only the last day; else 0

	idAt Place
}

// Title returns the entry's title.
func (e *Entry) Title() string { return e.given("title") }

func (e *Entry) given(key string) string {
	for _, v := range e.Values {
		if v.Key == key {
			return v.Given[len(v.Given)-1]
		}
	}
	return ""
}

// set gives a key its value, unless that is empty. Texts come to stand on one
// line.
func (e *Entry) set(key string, at Place, given ...string) {
	v := Value{Key: key, Place: at}
	for _, g := range given {
		if g = words.Plain(g); g != "" {
			v.Given = append(v.Given, g)
		}
	}
	if len(v.Given) > 0 {
		e.Values = append(e.Values, v)
	}
}

// setLines gives a key a text of several lines.
func (e *Entry) setLines(key string, at Place, text string) {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = words.Plain(lines[i])
	}
	if text = strings.TrimSpace(strings.Join(lines, "\n")); text != "" {
		e.Values = append(e.Values, Value{key, []string{text}, at})
	}
}

// Left is something in a file that is not taken.
type Left struct {
	Place Place
	Title string
	Why   string // the same words for all of a sort
	Count bool   // enough to say how many there are: that they are left is as it should be
}

// Fault is why nothing of a file can be taken before it is mended.
type Fault struct {
	Place      Place
	Says, Help string
}

// Reading is what a file holds. With any fault nothing of it is to be taken.
type Reading struct {
	Rows    int // rows, badges or books in the file
	Entries []Entry
	Left    []Left
	Notes   []string // what a person should know of what was taken
	Faults  []Fault

	doubtful []Entry      // with a fault in them: what else is in them is looked at
	written  *sheet.Dates // how days are written, where --dates can say it; nil where nothing can
}

func (r *Reading) fault(at Place, says, help string) {
	r.Faults = append(r.Faults, Fault{at, says, help})
}

// note says something once.
func (r *Reading) note(says string) {
	if !slices.Contains(r.Notes, says) {
		r.Notes = append(r.Notes, says)
	}
}

func (r *Reading) leave(at Place, title, why string) {
	r.Left = append(r.Left, Left{Place: at, Title: words.Plain(title), Why: why})
}

func (r *Reading) pass(at Place, title, why string) {
	r.Left = append(r.Left, Left{Place: at, Title: words.Plain(title), Why: why, Count: true})
}

// Options say how a file is read. Each is for the formats that name it.
type Options struct {
	Kind    string      // csv: of every row; "" where a column says it
	Map     []Mapping   // csv
	Dates   sheet.Dates // csv, goodreads, storygraph, linkedin
	Only    []string    // goodreads, storygraph: shelves or tags; conference-data: names
	Notes   bool        // goodreads, storygraph, read-action: with reviews and private notes
	Credits string      // open-badges: the credential, or CRED.CATEGORY, that credits earned are for
}

// Format is a kind of file that can be imported.
type Format struct {
	Name  string
	Says  string // what the file is and where it comes from
	Like  string // a file's usual name
	Takes []string
	Read  func(data []byte, o Options) Reading
}

// Formats returns the formats, in the order of the documentation.
func Formats() []Format {
	return []Format{
		{"csv", "any spreadsheet, saved as CSV; what hone export csv wrote comes back whole", "cpe.csv", []string{"kind", "map", "dates"}, readCSV},
		{"goodreads", "the export of goodreads.com/review/import: books on the shelf \"read\"", "goodreads_library_export.csv", []string{"dates", "only", "with-notes"}, readGoodreads},
		{"storygraph", "the export of app.thestorygraph.com: each time a book was read", "storygraph_export.csv", []string{"dates", "only", "with-notes"}, readStoryGraph},
		{"linkedin", "Certifications.csv or Learning.csv of LinkedIn's copy of your data", "Certifications.csv", []string{"dates"}, readLinkedIn},
		{"credly", "credly.com/users/NAME/badges.json, saved", "badges.json", nil, readCredly},
		{"open-badges", "Open Badges 2.0 assertions and 3.0 credentials, as JSON", "badge.json", []string{"credits"}, readOpenBadges},
		{"json-resume", "the certificates of a resume.json (jsonresume.org)", "resume.json", nil, readResume},
		{"conference-data", "a file of github.com/tech-conferences/conference-data, with --only NAME", "general.json", []string{"only"}, readConferences},
		{"read-action", "the JSON of library-pals/read-action: finished books", "read.json", []string{"only", "with-notes"}, readReadAction},
	}
}

// FormatOf returns the format of that name.
func FormatOf(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
