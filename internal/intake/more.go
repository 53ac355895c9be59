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

// more reads the field for all the rest: key = value, or key: value, one on a
// line. Lines may be those of a list or of a block of code.
func (d *draft) more(k *tracker.Kind, text string) {
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
	if len(lines) > maxMore {
		d.fault(fieldMore, fmt.Sprintf("this has %d lines", len(lines)), fmt.Sprintf("keep %d", maxMore))
		return
	}
	for _, line := range lines {
		if line = words.Plain(line); strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~") {
			continue
		}
		line = strings.TrimLeft(line, "-*•· ")
		if code, ok := strings.CutPrefix(line, "`"); ok {
			line = strings.TrimSuffix(code, "`")
		}
		name, value, ok := line, "", false
		if at := strings.IndexAny(line, "=:"); at >= 0 {
			name, value, ok = line[:at], strings.TrimSpace(line[at+1:]), true
		}
		name = d.keyNamed(k, strings.TrimSpace(name))
		bare := unquoted(value)
		switch {
		case !ok || bare == "" || !dotted.MatchString(name) || strings.ContainsAny(value[:1], "=>"):
			d.fault(fieldMore, quoted(line)+" is no key with a value", "write a line like author = Camille Fournier")
		case bare == value && strings.ContainsAny(value[:1], `"“„«`):
			d.fault(fieldMore, quoted(value)+" does not end with its quotes", "take out what stands behind them, or all of them")
		case bare == value && strings.Contains(value, " # "):
			d.fault(fieldMore, quoted(value)+" may end in a remark", "take the remark out, or put all of it in quotes")
		case bare == value && secondKey(k, line) != "":
			d.fault(fieldMore, quoted(line)+" gives two keys", "write "+secondKey(k, line)+" on a line of its own, or put what is one value in quotes")
		default:
			d.pair(k, name, bare)
		}
	}
}

// another is where a further key may begin within a line.
var another = regexp.MustCompile(`[,;] *([A-Za-z-]+)(?:\.[A-Za-z0-9_.-]+)? *([=:])`)

// secondKey returns the key that a line goes on with behind its first value, with
// the same sign behind it; "" where there is none.
func secondKey(k *tracker.Kind, line string) string {
	sign := line[strings.IndexAny(line, "=:")]
	for _, m := range another.FindAllStringSubmatch(line, -1) {
		if name := strings.ToLower(m[1]); m[2][0] == sign && k.Key(name) != nil {
			return name
		}
	}
	return ""
}

// keyNamed returns a key as the log writes it: Author is author, since a phone
// begins a line with a capital, Credits.CISSP.a is of the credential cissp, and
// of an assessment Technical proficiency is the score of that area.
func (d *draft) keyNamed(k *tracker.Kind, name string) string {
	base, part, parted := strings.Cut(name, ".")
	base = strings.ToLower(base)
	if area := areaNamed(name); k.Key("scores") != nil && area != "" && k.Key(base) == nil {
		return "scores." + area
	}
	if !parted {
		return base
	}
	switch base {
	case "scores":
		if area := areaNamed(part); area != "" {
			part = area
		}
	case "credits", "submitted":
		id, category, _ := strings.Cut(part, ".")
		for _, c := range d.log.Credentials(d.today) {
			if strings.EqualFold(c.ID, id) {
				part = strings.TrimSuffix(c.ID+"."+category, ".")
			}
		}
	}
	return base + "." + part
}

// areaNamed returns the area of that name or title, or "".
func areaNamed(text string) string {
	for a := range tracker.Area(tracker.NumAreas) {
		if name := dashed(text); name == a.String() || name == dashed(a.Title()) {
			return a.String()
		}
	}
	return ""
}

// pair takes a key with its value.
func (d *draft) pair(k *tracker.Kind, name, value string) {
	base, part, parted := strings.Cut(name, ".")
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
		switch {
		case strings.HasPrefix(value, "["):
			d.fault(fieldMore, quoted(value)+" is in brackets", "write it without them, and with commas between")
		case key.Type == tracker.SkillsType:
			d.set(base, fieldMore, d.skills(value)...)
		case key.Type == tracker.TextsType:
			d.set(base, fieldMore, strings.FieldsFunc(value, isBetween)...)
		default:
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
	near := k.KeyLike(name)
	switch near {
	case "", "source":
	case "public": // private = true is not public = true
		return "write public = false to keep it private"
	default:
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
	for _, q := range [][2]string{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"'", "'"}, {"‘", "’"}, {"«", "»"}} {
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
