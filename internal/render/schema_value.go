package render

import "github.com/honelog/hone/tracker"

// This file says in words of JSON Schema what a value of each type looks like.
// The patterns hold to what all dialects of regular expressions share.

const (
	slugPattern  = "^[a-z0-9]+(-[a-z0-9]+)*$"
	textPattern  = `\S` // not blank
	monthPattern = "^[0-9]{4}-(0[1-9]|1[0-2])$"
	nearPattern  = "^(19|20|21)[0-9]{2}-" // of our time
	urlPattern   = "^https?://[^\\s<>\"`{}|^\\\\/?#@.:][^\\s<>\"`{}|^\\\\/?#@]*([/?#][^\\s<>\"`{}|^\\\\]*)?$"
	isbnPattern  = "^[ -]*([0-9][ -]*){9}([0-9Xx]|([0-9][ -]*){4})[ -]*$"
	pathPattern  = `^[^/\\]+(/[^/\\]+)*$`
	noPath       = `(^|/)(\.\.|\.git)(/|$)|^[!-~]:`
	mostListed   = 1000
)

// valueSchemas are the values that several keys hold.
func valueSchemas() object {
	var skills, kinds []string
	for a := range tracker.Area(tracker.NumAreas) {
		skills = append(skills, a.String())
	}
	for a := range tracker.Area(tracker.NumAreas) {
		for _, s := range a.Skills() {
			if s != a.String() {
				skills = append(skills, s)
			}
		}
	}
	for _, k := range tracker.Kinds() {
		kinds = append(kinds, k.Name)
	}
	either := func(schemas ...any) object { return object{{"anyOf", schemas}} }
	text := func(pattern string) object { return object{{"type", "string"}, {"pattern", pattern}} }
	return object{
		{"text", text(textPattern)},
		{"slug", append(text(slugPattern), member{"maxLength", 100})},
		{"id", append(text(slugPattern), member{"maxLength", 40}, member{"not", object{{"const", "all"}}})},
		{"url", text(urlPattern)},
		{"day", either(object{{"type", "string"}, {"format", "date"}}, text(monthPattern))},
		{"skill", either(object{{"enum", skills}}, text(slugPattern))},
		{"kind", either(object{{"enum", kinds}}, text(slugPattern))},
		{"proof", either(object{{"$ref", "#/definitions/url"}}, append(text(pathPattern), member{"not", object{{"pattern", noPath}}}))},
		{"credits", object{{"type", "number"}, {"minimum", 0}, {"maximum", 1_000_000}}},
	}
}

func refTo(name string) object { return object{{"$ref", "#/definitions/" + name}} }

func listOf(items object) object {
	return object{{"type", "array"}, {"items", items}, {"maxItems", mostListed}}
}

func tableOf(values object) object {
	return object{{"type", "object"}, {"additionalProperties", values}}
}

func wholeFrom(low, high int) object {
	return object{{"type", "integer"}, {"minimum", low}, {"maximum", high}}
}

func oneFrom(choices []string) object { return object{{"type", "string"}, {"enum", choices}} }

// also joins a shared value to a key, which has words of its own.
func also(schema object) object { return object{{"allOf", []any{schema}}} }

// valueSchema is what a key of a table takes.
func valueSchema(table string, k *tracker.Key) object {
	switch k.Type {
	case tracker.TextType, tracker.ZoneType:
		return object{{"type", "string"}, {"pattern", textPattern}}
	case tracker.SlugType:
		switch {
		case k.Name == "id" && (table == "goal" || table == "certification"):
			return also(refTo("id"))
		case k.Name == "kind":
			return append(also(refTo("slug")), member{"not", oneFrom(kindNames())})
		}
		return also(refTo("slug"))
	case tracker.ChoiceType, tracker.UnitType, tracker.PerType:
		return oneFrom(k.Choices)
	case tracker.DateType:
		return also(refTo("day"))
	case tracker.ExactDayType:
		return object{{"type", "string"}, {"format", "date"}, {"pattern", nearPattern}}
	case tracker.HoursType:
		return object{{"type", "number"}, {"minimum", 0}, {"maximum", 10_000}}
	case tracker.TargetType:
		return object{{"type", "number"}, {"minimum", 1}, {"maximum", 10_000}}
	case tracker.WholeType:
		if k.Name == "checkpoints" {
			return wholeFrom(1, 1000)
		}
		return wholeFrom(0, 1_000_000)
	case tracker.RatingType:
		return wholeFrom(1, 5)
	case tracker.BoolType:
		return object{{"type", "boolean"}}
	case tracker.URLType:
		return also(refTo("url"))
	case tracker.ISBNType:
		return object{{"type", "string"}, {"pattern", isbnPattern}}
	case tracker.SpanType:
		pattern := "^[0-9]{1,4}[dw]$"
		if k.Name == "every" { // not 0 days
			pattern = "^[0-9]{0,3}[1-9][0-9]{0,3}[dw]$"
		}
		return object{{"type", "string"}, {"pattern", pattern}, {"maxLength", 5}}
	case tracker.YearDayType:
		return object{{"type", "string"}, {"pattern", "^(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$"}}
	case tracker.SessionsType:
		return object{{"anyOf", []any{wholeFrom(0, 10_000), listOf(refTo("text"))}}}
	case tracker.CreditsType:
		return tableOf(object{{"anyOf", []any{refTo("credits"), tableOf(refTo("credits"))}}})
	case tracker.SubmitsType:
		return tableOf(refTo("day"))
	case tracker.ScoresType:
		return scoresSchema()
	case tracker.LabelsType:
		return tableOf(refTo("text"))
	}
	if items := itemSchema(table, k); items != nil {
		return listOf(items)
	}
	return nil // anything
}

// itemSchema is what a key that takes a list takes in it, nil for any other.
func itemSchema(table string, k *tracker.Key) object {
	switch k.Type {
	case tracker.SkillsType:
		return refTo("skill")
	case tracker.EvidenceType:
		return refTo("proof")
	case tracker.KindsType:
		return refTo("kind")
	case tracker.CardsType:
		return object{{"anyOf", []any{oneFrom(k.Choices), object{{"type", "string"}, {"pattern", "^burnup-[a-z0-9]+(-[a-z0-9]+)*$"}}}}}
	case tracker.IDsType:
		if table == "preset" {
			return oneFrom(tracker.TechnicalLeader().IDs())
		}
		return refTo("slug")
	case tracker.TextsType:
		return refTo("text")
	}
	return nil
}

func scoresSchema() object {
	properties := object{}
	for a := range tracker.Area(tracker.NumAreas) {
		properties = append(properties, member{a.String(), append(object{{"description", sentence(a.Title())}}, wholeFrom(1, 5)...)})
	}
	return object{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}}
}

func kindNames() (names []string) {
	for _, k := range tracker.Kinds() {
		names = append(names, k.Name)
	}
	return names
}
