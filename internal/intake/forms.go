package intake

import "slices"

// Labels of the issues that the forms make, where a repository has one log.
const (
	LabelEntry = "learning-entry"
	LabelBreak = "learning-break"
)

// Labels of the fields that faults speak of.
const (
	fieldKind  = "What was it?"
	fieldMore  = "More details"
	fieldGoals = "Goals"
)

// learned is the form for an entry. The free text stands last.
var learned = Form{
	Name: "I learned something", File: "learned.yml", Label: LabelEntry,
	Says: "A book, a talk, a conversation: into the learning log, in a minute.", Title: "I learned something",
	Intro: []string{
		"Well done! Say what it was and what it is called; every other field may stay empty.",
		"",
		"The answer comes as a comment within a minute or so. Anybody who can see this repository can read this issue.",
	},
	Fields: []Field{
		{ID: "kind", Label: fieldKind, Type: Dropdown, Options: optionTexts(), Required: true},
		{ID: "what", Label: "Title, or with whom", Type: Input, Placeholder: "The Manager's Path", Max: 300,
			Says: "What it is called. Of feedback and mentoring: with whom, as a role or initials."},
		{ID: "day", Label: "Day", Type: Input, Placeholder: "today", Max: 60,
			Says: "Empty means today. Else like 2026-04-03, yesterday, or 2026-04 when you know no more. From one day to another: 2026-04-03..2026-04-05."},
		{ID: "hours", Label: "Hours", Type: Input, Placeholder: "1.5", Max: 20, Says: "How many it took."},
		{ID: "skills", Label: "Skills", Type: Input, Placeholder: "leadership, communication", Max: 500,
			Says: "Those it touched, with commas between them."},
		{ID: "link", Label: "Link", Type: Input, Placeholder: "https://", Max: 2000, Says: "Where it can be found."},
		{ID: "takeaway", Label: "What you keep of it", Type: Textarea, Max: 8000, Says: "A sentence or two for your later self."},
		{ID: "more", Label: fieldMore, Type: Textarea, Max: 4000, Placeholder: "author = Camille Fournier",
			Says: "Anything else that its kind takes, one on a line: `author = Camille Fournier`, `credits.cissp.a = 2`, `public = false`."},
	},
	takes: (*draft).learned,
}

// rest is the form for a pause.
var rest = Form{
	Name: "Take a break", File: "break.yml", Label: LabelBreak,
	Says: "Days on which the clock of your goals does not run.", Title: "Taking a break",
	Intro: []string{
		"Enjoy it! While a break lasts nothing falls due, and what is left to do shrinks with its days.",
		"",
		"It may lie in the past, too. Anybody who can see this repository can read this issue.",
	},
	Fields: []Field{
		{ID: "from", Label: "First day", Type: Input, Placeholder: "today", Max: 60, Says: "Empty means today. Else like 2026-12-20."},
		{ID: "until", Label: "Last day", Type: Input, Placeholder: "2027-01-02", Required: true, Max: 60,
			Says: "Like 2027-01-02, or how long: 10d for ten days, 2w for two weeks."},
		{ID: "goals", Label: fieldGoals, Type: Input, Placeholder: "books, courses", Max: 2000,
			Says: "Only these, with commas between them. Empty means all."},
	},
	takes: (*draft).rest,
}

// Forms returns the two forms, for an entry and for a pause. name tells several
// logs of a repository apart, and is empty where there is one: each log has its
// own labels, so that no issue is read into two of them.
func Forms(name string) []Form {
	forms := []Form{learned, rest}
	if name == "" {
		return forms
	}
	for i := range forms {
		f := &forms[i]
		f.Fields = slices.Clone(f.Fields)
		f.Name += " (" + name + ")"
		f.File = f.File[:len(f.File)-len(".yml")] + "-" + name + ".yml"
		f.Label += "-" + name
	}
	return forms
}
