package tracker

// This file is the format: every kind of entry with its keys. The parser, the
// documentation and the help are made from it.

func title(says string) Key {
	return Key{Name: "title", Type: TextType, Required: true, Says: says}
}

func required(k Key) Key { k.Required = true; return k }

func date(name, says string) Key { return Key{Name: name, Type: DateType, Says: says} }

func text(name, says string) Key { return Key{Name: name, Type: TextType, Says: says} }

func choice(name, says, byDefault string, choices ...string) Key {
	return Key{Name: name, Type: ChoiceType, Choices: choices, Default: byDefault, Says: says}
}

// everyKind are the keys that every kind takes.
var everyKind = []Key{
	{Name: "id", Type: SlugType, Says: "a name of its own: lower-case words with dashes"},
	{Name: "skills", Type: SkillsType, Says: "the skills it touched"},
	{Name: "tags", Type: TextsType, Says: "words of your own to filter by"},
	{Name: "hours", Type: HoursType, Says: "hours it took"},
	{Name: "credits", Type: CreditsType, Says: "credits towards a credential: `credits.CRED = 3`, or by category `credits.CRED.CATEGORY = 3`"},
	{Name: "submitted", Type: SubmitsType, Says: "the day its credits were handed in: `submitted.CRED = 2026-03-28`"},
	{Name: "url", Type: URLType, Says: "where it can be found"},
	{Name: "evidence", Type: EvidenceType, Says: "files that prove it, as paths from the log root, or links"},
	text("takeaway", "what you keep of it"),
	{Name: "public", Type: BoolType, Default: "true", Says: "`false` keeps it out of all that hone publishes; it still counts"},
	text("source", "where the entry came from, like an issue's number"),
	date("dropped", "the day you gave it up: shown, not counted"),
}

const (
	effortBook       = 8 * One
	effortCourse     = 10 * One
	effortWorkshop   = 6 * One
	effortConference = 8 * One // a day
	effortTalk       = 6 * One
	effortShort      = One
	effortArticle    = One / 2
	effortLeadership = 10 * One
	effortCert       = 40 * One
)

var kinds = []*Kind{
	{
		Table: Table{Name: "book", Says: "a book you read", Keys: []Key{
			title("its title"), text("author", "who wrote it"), {Name: "isbn", Type: ISBNType, Says: "its ISBN, ten or thirteen digits"},
			date("started", "the day you began"), date("finished", "the day you finished it"),
			{Name: "pages", Type: WholeType, Says: "how many pages it has"}, {Name: "rating", Type: RatingType, Says: "how good you found it, 1 to 5"},
		}},
		Counts: "finished", Begins: "started", Notice: 7, Effort: effortBook, One: "book", Plural: "books",
	},
	{
		Table: Table{Name: "course", Says: "a course you took", Keys: []Key{
			title("its title"), text("provider", "who gave it"), date("started", "the day it began"), date("finished", "the day you finished it"),
		}},
		Counts: "finished", Begins: "started", Notice: 14, Effort: effortCourse, One: "course", Plural: "courses",
	},
	{
		Table:  Table{Name: "workshop", Says: "a workshop you attended", Keys: eventKeys()},
		Counts: "end", Else: "start", Begins: "start", Notice: 14, Effort: effortWorkshop, One: "workshop", Plural: "workshops",
	},
	{
		Table:  Table{Name: "conference", Says: "a conference you attended", Keys: eventKeys()},
		Counts: "end", Else: "start", Begins: "start", Notice: 45, Effort: effortConference, One: "conference", Plural: "conferences",
	},
	{
		Table:  Table{Name: "webinar", Says: "a webinar you watched", Keys: mediaKeys("who gave it")},
		Counts: "date", Notice: 7, Effort: effortShort, One: "webinar", Plural: "webinars",
	},
	{
		Table:  Table{Name: "article", Says: "an article you read", Keys: mediaKeys("who wrote it")},
		Counts: "date", Notice: 7, Effort: effortArticle, One: "article", Plural: "articles",
	},
	{
		Table:  Table{Name: "podcast", Says: "a podcast episode you heard", Keys: mediaKeys("whose show it is")},
		Counts: "date", Notice: 7, Effort: effortArticle, One: "podcast", Plural: "podcasts",
	},
	{
		Table: Table{Name: "talk", Says: "a talk you gave", Keys: []Key{
			title("its title"), required(date("date", "the day you gave it")), text("at", "where you gave it"), text("audience", "who listened"),
		}},
		Counts: "date", Notice: 30, Effort: effortTalk, One: "talk", Plural: "talks",
	},
	{
		Table: Table{Name: "community", Says: "a meeting of a community, forum or association", Keys: []Key{
			title("its name"), required(date("date", "the day it was")), choice("role", "what you did there", "", "attended", "helped", "organised"),
		}},
		Counts: "date", Notice: 10, Effort: effortShort, One: "community meeting", Plural: "community meetings",
	},
	{
		Table: Table{Name: "volunteering", Says: "work you gave for free", Keys: []Key{
			title("what it was"), required(date("date", "the day it was")), text("role", "what you did"),
		}},
		Counts: "date", Notice: 7, Effort: effortShort, One: "piece of voluntary work", Plural: "pieces of voluntary work",
	},
	{
		Table: Table{Name: "mentoring", Says: "a mentoring conversation", Keys: []Key{
			required(choice("role", "which side you were on", "", "mentor", "mentee")), required(date("date", "the day it was")), text("with", "with whom: a role or initials"),
		}},
		Counts: "date", Notice: 7, Effort: effortShort, One: "mentoring conversation", Plural: "mentoring conversations",
	},
	{
		Table: Table{Name: "feedback", Says: "feedback you received or gave", Keys: []Key{
			choice("role", "which way it went", "received", "received", "given"), required(date("date", "the day it was")), text("with", "from or to whom: a role or initials"),
		}},
		Counts: "date", Notice: 7, Effort: effortShort, One: "piece of feedback", Plural: "pieces of feedback",
	},
	{
		Table: Table{Name: "leadership", Says: "a responsibility you took on", Keys: []Key{
			title("what it is"), required(date("started", "the day you took it on")), date("finished", "the day it ended"), text("role", "your part in it"),
		}},
		Counts: "started", Begins: "started", Notice: 60, Effort: effortLeadership, One: "leadership role", Plural: "leadership roles",
	},
	{
		Table: Table{Name: "project", Says: "a project you learned from", Keys: []Key{
			title("its name"), date("started", "the day it began"), date("finished", "the day it was done"), text("role", "your part in it"), text("outcome", "what came of it"),
		}},
		Counts: "finished", Begins: "started", Notice: 60, Effort: effortLeadership, One: "project", Plural: "projects",
	},
	{
		Table: Table{Name: "certification", Says: "a certification you hold; the same `id` again, later, renews it", Keys: []Key{
			title("its name"), text("issuer", "who issued it"), required(date("earned", "the day you earned or renewed it")),
			date("expires", "the last day on which it is valid"), text("number", "its number"), text("rule", "the credit rule that keeps it alive"),
		}},
		Counts: "earned", Notice: 90, Effort: effortCert, One: "certification", Plural: "certifications",
	},
	{
		Table: Table{Name: "assessment", Says: "where you stand, area by area", Keys: []Key{
			required(date("date", "the day it was made")), {Name: "scores", Type: ScoresType, Required: true, Says: "an area and a score from 1 (novice) to 5 (expert): `scores.technical = 4`"},
			choice("by", "whose view it is", "self", "self", "manager", "peers"),
		}},
		Counts: "date", Notice: 7, Effort: 0, One: "assessment", Plural: "assessments",
	},
	{
		Table: Table{Name: "activity", Says: "anything else", Keys: []Key{
			{Name: "kind", Type: SlugType, Required: true, Says: "your own name for the kind of it"}, title("what it was"), required(date("date", "the day it was")),
		}},
		Counts: "date", Notice: 7, Effort: effortShort, One: "activity", Plural: "activities",
	},
}

func eventKeys() []Key {
	return []Key{
		title("its name"), required(date("start", "its first day")), {Name: "end", Type: DateType, Default: "`start`", Says: "its last day"},
		text("place", "where it was"), {Name: "online", Type: BoolType, Default: "false", Says: "whether you attended from afar"},
		{Name: "sessions", Type: SessionsType, Says: "the sessions you heard, as a list, or how many"},
	}
}

func mediaKeys(by string) []Key {
	return []Key{title("its title"), required(date("date", "the day it was")), text("by", by)}
}

// Kinds returns every kind of entry, in the order of the documentation.
func Kinds() []*Kind { return kinds }

// KindOf returns the kind of that name, or nil.
func KindOf(name string) *Kind { return kindByName[name] }

var kindByName = func() map[string]*Kind {
	byName := make(map[string]*Kind, len(kinds))
	for _, k := range kinds {
		k.Many, k.article = true, aKind(k.Name)
		k.Keys = append(k.Keys, everyKind...)
		index(&k.Table)
		byName[k.Name] = k
	}
	return byName
}()
