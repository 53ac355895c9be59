package intake

import "slices"

// option is a choice of the first field: a kind of entry in plain words, and
// the role where the words say it.
type option struct{ says, kind, role string }

// options are in the order of what is sent in most.
var options = []option{
	{"Book I finished", "book", ""},
	{"Article I read", "article", ""},
	{"Podcast I heard", "podcast", ""},
	{"Webinar I watched", "webinar", ""},
	{"Course I finished", "course", ""},
	{"Workshop I attended", "workshop", ""},
	{"Conference I attended", "conference", ""},
	{"Meetup or community: attended", "community", "attended"},
	{"Meetup or community: helped", "community", "helped"},
	{"Meetup or community: organised", "community", "organised"},
	{"Feedback I received", "feedback", "received"},
	{"Feedback I gave", "feedback", "given"},
	{"Mentoring: I was the mentee", "mentoring", "mentee"},
	{"Mentoring: I was the mentor", "mentoring", "mentor"},
	{"Talk I gave", "talk", ""},
	{"Responsibility I took on", "leadership", ""},
	{"Project I finished", "project", ""},
	{"Volunteering", "volunteering", ""},
	{"Certification I earned or renewed", "certification", ""},
	{"Self-check: scores under More details", "assessment", ""},
	{"Something else: its kind under More details", "activity", ""},
}

func optionTexts() []string {
	texts := make([]string, len(options))
	for i, o := range options {
		texts[i] = o.says
	}
	return texts
}

// Option returns the choice of the form for a kind of entry, and of its role
// where it has choices for that: the value of the field "kind". It is "" for a
// kind that there is not.
func Option(kind, role string) string {
	for _, exact := range []bool{true, false} {
		if i := slices.IndexFunc(options, func(o option) bool { return o.kind == kind && (o.role == role || !exact) }); i >= 0 {
			return options[i].says
		}
	}
	return ""
}

// optionOf returns the option of a text that the form offers.
func optionOf(text string) option {
	return options[slices.IndexFunc(options, func(o option) bool { return o.says == text })]
}
