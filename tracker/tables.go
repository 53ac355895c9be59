package tracker

// This file is the rest of the format: the tables that are no entries.

var settingsTable = &Table{Name: "settings", Says: "what holds for the whole log", Keys: []Key{
	{Name: "timezone", Type: ZoneType, Default: "`\"UTC\"`", Says: "the IANA time zone that decides when today begins"},
	{Name: "start", Type: ExactDayType, Says: "goals without a `from` expect nothing before this day"},
	{Name: "year-starts", Type: YearDayType, Default: "`\"01-01\"`", Says: "month and day (01 to 28) on which years, halves and quarters begin"},
}}

var presetTable = &Table{Name: "preset", Says: "a ready set of goals", Keys: []Key{
	{Name: "name", Type: ChoiceType, Choices: []string{"technical-leader"}, Required: true, Says: "which set"},
	{Name: "goals", Type: IDsType, Default: "the set's first six", Says: "which of its goals"},
	{Name: "from", Type: ExactDayType, Says: "the day from which they count"},
}}

var goalTable = &Table{Name: "goal", Many: true, Says: "how much of what, per which period, or at least every so often", Keys: []Key{
	{Name: "id", Type: SlugType, Required: true, Says: "its name: lower-case words with dashes, at most 40 characters; the same `id` again with a later `from` changes the goal from that day"},
	text("title", "how it is shown"),
	{Name: "kinds", Type: KindsType, Says: "count only these kinds"},
	{Name: "skills", Type: SkillsType, Says: "count only entries with one of these skills; an area stands for its skills"},
	{Name: "tags", Type: TextsType, Says: "count only entries with one of these tags"},
	{Name: "roles", Type: TextsType, Says: "count only entries with one of these roles"},
	{Name: "credential", Type: SlugType, Says: "count only entries with credits towards this credential"},
	{Name: "category", Type: TextType, Says: "count only credits of this category"},
	{Name: "unit", Type: UnitType, Choices: []string{"entries", "hours", "pages", "credits", "areas"}, Default: "`\"entries\"`", Says: "what is counted; `credits` needs `credential`; `areas` are distinct skill areas"},
	{Name: "target", Type: TargetType, Says: "how much: 1 to 10,000, whole for entries and areas; 1 where `every` is given"},
	{Name: "per", Type: PerType, Choices: []string{"week", "month", "quarter", "half", "year"}, Says: "the period that recurs"},
	{Name: "every", Type: SpanType, Says: "at least `target` times in so many days: `\"30d\"` or `\"4w\"`"},
	{Name: "from", Type: ExactDayType, Says: "the goal's first day; with `until` and neither `per` nor `every`, a span"},
	{Name: "until", Type: ExactDayType, Says: "its last day"},
	{Name: "notice", Type: SpanType, Says: "how long before a due date it is due soon"},
	{Name: "checkpoints", Type: WholeType, Says: "in how many steps an amount is due"},
	{Name: "public", Type: BoolType, Default: "true", Says: "`false` keeps it out of all that hone publishes"},
}}

var pauseTable = &Table{Name: "pause", Many: true, Says: "days on which the clock of goals does not run", Keys: []Key{
	{Name: "from", Type: ExactDayType, Required: true, Says: "its first day"},
	{Name: "until", Type: ExactDayType, Required: true, Says: "its last day"},
	{Name: "goals", Type: IDsType, Default: "all", Says: "the goals it is for"},
	{Name: "keep-target", Type: BoolType, Default: "false", Says: "`true` keeps the target: the other days have to make up for it"},
	text("reason", "why; never published"),
	text("source", "where it came from, like an issue's number"),
}}

var skillTable = &Table{Name: "skill.NAME", Says: "a skill of your own, or what you wish of an area", Keys: []Key{
	{Name: "area", Type: ChoiceType, Choices: AreaNames(), Says: "the area that a skill of your own belongs to"},
	text("title", "how it is shown"),
	{Name: "wish", Type: HoursType, Default: "1", Says: "for an area: its share of your time, against the others"},
	{Name: "aim", Type: RatingType, Says: "for an area: the score you aim for"},
}}

var ruleTable = &Table{Name: "rule.NAME", Says: "a credit rule of your own; hone keeps it, and credentials stand by their dates", Keys: []Key{
	later("unit", "what its credits are called, like CPE or PDU"), later("cycle", "how long a cycle lasts"),
	later("total", "the credits that a cycle asks for"), later("per-year", "the least that each year of a cycle asks for"),
	later("min", "the least that a category asks for"), later("max", "the most that counts of a category"),
	later("carry", "what may be carried into the next cycle"), later("grace", "how long after its end the credential can still be renewed"),
	later("window", "how long before its end the credential can be renewed"), later("source", "where its body has published it"),
	later("checked", "the day on which you last read it there"), later("year", "whether its years are those of the calendar or begin on the day earned"),
	later("title", "how it is shown"),
}}

var badgesTable = &Table{Name: "badges", Says: "which badges are drawn, and how", Keys: []Key{
	{Name: "show", Type: IDsType, Default: "every public one", Says: "the goals and credentials that have a badge, and `\"all\"` for the whole; `[]` for none"},
	choice("style", "their shape", "flat", "flat", "flat-square", "plastic", "for-the-badge", "social"),
	choice("palette", "their colours: hone's own, of AA contrast; those of shields.io; or those that it had before", "aa", "aa", "shields", "classic"),
	{Name: "labels", Type: LabelsType, Default: "the title", Says: "what a badge calls its goal or credential: `labels.books = \"reading\"`"},
}}

var cardsTable = &Table{Name: "cards", Says: "which cards are drawn, and how", Keys: []Key{
	{Name: "show", Type: CardsType, Choices: []string{"rings", "heatmap", burnup, "skills", "shelf", "year", "recent"}, Default: "each that has something to show, but for burn-ups", Says: "the cards; `burnup-GOAL` is the burn-up of one goal, `burnup` that of each; `[]` for none"},
	choice("theme", "their colours, each in a light and a dark one", "github", "github", "high-contrast", "colour-blind"),
	choice("palette", "the hue of amounts", "green", "green", "blue", "purple", "orange", "pink"),
	choice("week-starts", "the first day of a week in the heatmap", "monday", "monday", "sunday"),
	{Name: "labels", Type: LabelsType, Says: "headings of your own: `labels.recent = \"What I read\"`"},
}}

// burnup is the card of how goals come along, and with a dash and a goal's id
// that of one goal.
const burnup = "burnup"

// later is a key whose value is read by nothing yet.
func later(name, says string) Key { return Key{Name: name, Type: AnyType, Says: says} }

// single are the tables of which a log has one.
var single = map[string]*Table{"settings": settingsTable, "preset": presetTable, "badges": badgesTable, "cards": cardsTable}

func init() {
	for _, t := range []*Table{settingsTable, presetTable, goalTable, pauseTable, skillTable, ruleTable, badgesTable, cardsTable} {
		index(t)
	}
}

// Tables returns the tables that are no entries, in the order of the
// documentation.
func Tables() []*Table {
	return []*Table{settingsTable, presetTable, goalTable, pauseTable, skillTable, ruleTable, badgesTable, cardsTable}
}

// isMany reports whether a top-level table stands in double brackets.
func isMany(name string) bool {
	return name == "goal" || name == "pause" || kindByName[name] != nil
}
