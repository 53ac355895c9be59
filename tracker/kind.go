package tracker

// Type is the type of a key's value.
type Type int

// The types of value.
const (
	TextType     Type = iota // any text, not empty
	SlugType                 // lower-case words with dashes
	ChoiceType               // one of Choices
	DateType                 // a day, or "YYYY-MM"
	ExactDayType             // a day
	HoursType                // hours, with at most six decimals
	WholeType                // a whole number
	RatingType               // 1 to 5
	BoolType                 // true or false
	URLType                  // http or https
	ISBNType                 // ten or thirteen digits
	TextsType                // a list of texts
	SkillsType               // a list of skills
	SessionsType             // a list of texts, or how many
	EvidenceType             // a list of paths below the log root, or URLs
	CreditsType              // credits.CRED = n, credits.CRED.CATEGORY = n
	SubmitsType              // submitted.CRED = date
	ScoresType               // area = 1 to 5
	TargetType               // 1 to 10,000
	SpanType                 // "30d" or "4w"
	UnitType                 // entries, hours, pages, credits, areas
	PerType                  // week, month, quarter, half, year
	KindsType                // a list of kinds
	IDsType                  // a list of ids
	ZoneType                 // an IANA time zone
	YearDayType              // "MM-DD"
	CardsType                // a list of Choices, and of burnup-GOAL
	LabelsType               // a table of texts: labels.NAME = text
	AnyType                  // read by a later part of hone
)

// Key is one key of a table.
type Key struct {
	Name     string
	Type     Type
	Required bool
	Choices  []string
	Default  string // what an absent key means, for the documentation
	Says     string // what the key is, for people
}

// Table is a table of the log and the keys it takes.
type Table struct {
	Name string
	Says string
	Keys []Key
	Many bool // [[double brackets]]

	byName map[string]*Key
}

// Key returns the key of that name, or nil.
func (t *Table) Key(name string) *Key { return t.byName[name] }

// Kind is a kind of entry.
type Kind struct {
	Table
	Counts string // the key whose date the entry counts on
	Else   string // the key that stands in for it
	Begins string // the key that says when it began, for what lasts
	Notice int    // days before a due date at which a goal is due soon
	Effort Amount // hours that count as effort when an entry names none
	One    string // one of it, as a noun: "book", "mentoring conversation"
	Plural string // several: "books"

	article string // as messages call it: "a book"
}

func index(t *Table) {
	t.byName = make(map[string]*Key, len(t.Keys))
	for i := range t.Keys {
		t.byName[t.Keys[i].Name] = &t.Keys[i]
	}
}
