package render

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// Schema is the JSON Schema of a log file, made from the tables that the parser
// reads by: what an editor completes, checks and shows beside a key. It uses
// words of draft-07 alone. A TOML date is a string of format date there.
//
// Whatever `hone check` takes the schema takes. What only the whole log can
// tell, like an id that stands twice, it does not refuse, nor what JSON cannot
// tell apart: a date in quotes, a whole number with a point.
func Schema() []byte {
	properties := object{{"version", object{{"description", "The version of the format."}, {"const", 1}}}}
	definitions := object{}
	for _, k := range tracker.Kinds() {
		definitions = append(definitions, member{k.Name, tableSchema(&k.Table, len(sharedKeys()))})
		properties = append(properties, member{k.Name, manySchema(&k.Table, "")})
	}
	for _, k := range sharedKeys() {
		definitions = append(definitions, member{"entry." + k.Name, keySchema("entry", &k)})
	}
	for _, t := range tracker.Tables() {
		switch {
		case t.Many:
			definitions = append(definitions, member{t.Name, tableSchema(t, 0)})
			properties = append(properties, member{t.Name, manySchema(t, t.Says)})
		case t.Name == "skill.NAME":
			properties = append(properties, member{"skill", skillsSchema(t)})
		case t.Name == "rule.NAME":
			properties = append(properties, member{"rule", object{
				{"title", "[" + t.Name + "]"}, {"description", sentence(t.Says)}, {"type", "object"}, {"additionalProperties", tableSchema(t, 0)},
			}})
		default:
			properties = append(properties, member{t.Name, tableSchema(t, 0)})
		}
	}
	definitions = append(definitions, valueSchemas()...)
	return marshal(object{
		{"$schema", "http://json-schema.org/draft-07/schema#"},
		{"$id", tracker.SchemaURL},
		{"title", "hone learning log"},
		{"description", "A file of a learning log: entries, goals, pauses and settings. FORMAT.md tells the format."},
		{"type", "object"},
		{"properties", properties},
		{"additionalProperties", false},
		{"definitions", definitions},
	})
}

// object is a JSON object whose members stand in order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(m.name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// manySchema is a list of tables in double brackets.
func manySchema(t *tracker.Table, says string) object {
	if says == "" {
		says = t.Says
	}
	return object{
		{"title", "[[" + t.Name + "]]"}, {"description", sentence(says)}, {"type", "array"},
		{"items", object{{"$ref", "#/definitions/" + t.Name}}},
	}
}

// tableSchema is one table. Its last keys, as many as are shared, stand in the
// definitions, since every kind has them.
func tableSchema(t *tracker.Table, shared int) object {
	header := "[" + t.Name + "]"
	if t.Many || shared > 0 {
		header = "[[" + t.Name + "]]"
	}
	properties := object{}
	required := []string{}
	for i := range t.Keys {
		k := &t.Keys[i]
		schema := keySchema(t.Name, k)
		if i >= len(t.Keys)-shared && !(t.Name == "certification" && k.Name == "id") {
			schema = object{{"$ref", "#/definitions/entry." + k.Name}}
		}
		properties = append(properties, member{k.Name, schema})
		if k.Required {
			required = append(required, k.Name)
		}
	}
	o := object{{"title", header}, {"description", sentence(t.Says)}, {"type", "object"}, {"properties", properties}}
	if len(required) > 0 {
		o = append(o, member{"required", required})
	}
	o = append(o, member{"additionalProperties", false})
	if t.Name == "goal" { // it is of one form
		o = append(o, member{"not", object{{"required", []string{"per", "every"}}}})
	}
	return o
}

// skillsSchema are the [skill.NAME] tables: of an area, what is wished; of any
// other name but those built in, a skill of the user's own.
func skillsSchema(t *tracker.Table) object {
	area := func(keys ...string) (properties object) {
		for _, name := range keys {
			properties = append(properties, member{name, keySchema(t.Name, t.Key(name))})
		}
		return properties
	}
	areas, taken := object{}, []string{}
	for a := range tracker.Area(tracker.NumAreas) {
		areas = append(areas, member{a.String(), object{
			{"title", "[skill." + a.String() + "]"}, {"description", sentence("what you wish of the area " + a.String() + ", " + a.Title())},
			{"type", "object"}, {"properties", area("wish", "aim", "title")}, {"additionalProperties", false},
		}})
		for _, s := range a.Skills() {
			if s != a.String() {
				taken = append(taken, s)
			}
		}
	}
	return object{
		{"title", "[" + t.Name + "]"}, {"description", sentence(t.Says)}, {"type", "object"},
		{"propertyNames", object{{"pattern", slugPattern}, {"not", object{{"enum", taken}}}}},
		{"properties", areas},
		{"additionalProperties", object{
			{"title", "[" + t.Name + "]"}, {"description", sentence("a skill of your own")}, {"type", "object"},
			{"properties", area("area", "title")}, {"required", []string{"area"}}, {"additionalProperties", false},
		}},
	}
}

// keySchema is a key with its value: what an editor shows beside it, and what it
// takes.
func keySchema(table string, k *tracker.Key) object {
	says := k.Says
	if k.Default != "" {
		says += " (default " + k.Default + ")"
	}
	says = sentence(says)
	if takes := typeWords(*k); !strings.Contains(k.Says, takes) && takes != "text" && len(k.Choices) == 0 {
		says += " " + sentence(takes)
	}
	if tracker.KindCounts(table) == k.Name {
		says += " The entry counts on it."
	}
	return append(object{{"description", says}}, valueSchema(table, k)...)
}

func sentence(s string) string { return words.Sentence(s) }
