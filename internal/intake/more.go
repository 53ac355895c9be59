package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// maxMore is how many lines the field for all the rest may have.
const maxMore = 60

// dotted is a key, with dots where it has parts.
var dotted = regexp.MustCompile(`^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$`)

// decimalComma is a number as many languages write it.
var decimalComma = regexp.MustCompile(`^[0-9]+,[0-9]+$`)

// more reads the field for all the rest: key = value, one on a line.
func (d *draft) more(k *tracker.Kind, text string) {
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
	if len(lines) > maxMore {
		d.fault(fieldMore, fmt.Sprintf("this has %d lines", len(lines)), fmt.Sprintf("keep %d", maxMore))
		return
	}
	for _, line := range lines {
		line = words.Plain(line)
		name, value, ok := strings.Cut(line, "=")
		if name, value = strings.TrimSpace(name), unquoted(strings.TrimSpace(value)); !ok || value == "" || !dotted.MatchString(name) {
			d.fault(fieldMore, quoted(line)+" is no key with a value", "write a line like author = Camille Fournier")
			continue
		}
		d.pair(k, name, value)
	}
}

// pair takes a key with its value.
func (d *draft) pair(k *tracker.Kind, name, value string) {
	base, part, parted := strings.Cut(name, ".")
	base = strings.ToLower(base) // a phone begins a line with a capital
	key := k.Key(base)
	switch {
	case key == nil:
		d.fault(fieldMore, fmt.Sprintf("%s has no %s", words.A(k.One), quoted(base)), d.keyHelp(k, base))
		return
	case base == "source":
		d.fault(fieldMore, `"source" is this issue's number`, "take the line out")
		return
	case base == "kind" && tracker.KindOf(value) != nil:
		d.fault(fieldMore, quoted(value)+" is a kind of its own", "choose it in \""+fieldKind+"\"")
		return
	case d.from[base] != "" && d.from[base] != fieldMore:
		d.fault(fieldMore, fmt.Sprintf("%s is given in \"%s\" already", quoted(base), d.from[base]), "keep it in one of the two places")
		return
	}
	switch key.Type {
	case tracker.CreditsType, tracker.SubmitsType, tracker.ScoresType:
		if decimalComma.MatchString(value) {
			value = strings.Replace(value, ",", ".", 1)
		}
		if !parted || strings.ContainsAny(value, ",=") {
			d.fault(fieldMore, quoted(name+" = "+value)+" does not say of what and how much", "write one a line, like "+example(key))
			return
		}
		d.set(base, fieldMore, part+"="+value)
		return
	case tracker.ChoiceType, tracker.BoolType:
		value = strings.ToLower(value)
	case tracker.SkillsType, tracker.TextsType, tracker.EvidenceType, tracker.SessionsType:
		if strings.HasPrefix(value, "[") {
			d.fault(fieldMore, quoted(value)+" is in brackets", "write it without them, and with commas between")
			return
		}
		if key.Type == tracker.SkillsType {
			d.set(base, fieldMore, d.skills(value)...)
		} else {
			d.set(base, fieldMore, value)
		}
		return
	}
	if parted {
		d.fault(fieldMore, quoted(name)+" has no parts", "write "+base+" = "+words.Short(value, 60))
		return
	}
	if d.has(base) {
		d.fault(fieldMore, quoted(base)+" is given twice", "keep one of the two lines")
		return
	}
	d.set(base, fieldMore, value)
}

// keyHelp says which key was probably meant, or which the kind takes.
func (d *draft) keyHelp(k *tracker.Kind, name string) string {
	if near := k.KeyLike(name); near != "" && near != "source" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	var names []string
	for _, key := range k.Keys {
		if key.Name != "source" && d.from[key.Name] == "" {
			names = append(names, key.Name)
		}
	}
	return "it takes " + words.List(names, "and")
}

// unquoted takes a value out of the quotes that it stands in, as in TOML or as
// a phone writes them.
func unquoted(s string) string {
	for _, q := range [][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}} {
		inner, left := strings.CutPrefix(s, q[0])
		inner, right := strings.CutSuffix(inner, q[1])
		if left && right && !strings.Contains(inner, q[0]) && !strings.Contains(inner, q[1]) {
			return strings.TrimSpace(inner)
		}
	}
	return s
}

// example is a line that gives a key a value, as the form takes it.
func example(k *tracker.Key) string {
	switch k.Type {
	case tracker.CreditsType:
		return "credits.cissp.a = 2"
	case tracker.SubmitsType:
		return "submitted.cissp = 2026-03-28"
	case tracker.ScoresType:
		return "scores.technical = 4"
	case tracker.SlugType:
		return k.Name + " = study-group"
	case tracker.ChoiceType:
		return k.Name + " = " + k.Choices[0]
	}
	return k.Name + " = …"
}
