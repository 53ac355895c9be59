package tracker

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/honelog/hone/tracker/civil"
)

// read turns a decoded value into what its key asks for, and reports when it
// is not that.
func (r *reader) read(v *value, raw any) bool {
	switch v.key.Type {
	case TextType, SlugType, ChoiceType, URLType, ISBNType, SpanType, UnitType, PerType, ZoneType, YearDayType:
		return r.readText(v, raw)
	case DateType, ExactDayType:
		return r.readDay(v, raw)
	case HoursType, TargetType:
		return r.readAmount(v, raw)
	case WholeType, RatingType:
		return r.readWhole(v, raw)
	case BoolType:
		flag, ok := raw.(bool)
		v.flag = flag
		return ok || r.wrongType(v, raw, "true or false")
	case TextsType, SkillsType, EvidenceType, KindsType, IDsType, CardsType:
		return r.readList(v, raw)
	case SessionsType:
		if n, ok := raw.(int64); ok && n >= 0 && n <= 10_000 {
			v.text = strconv.FormatInt(n, 10)
			return true
		}
		ok := r.readList(v, raw)
		v.text = strings.Join(v.list, "; ")
		return ok
	case CreditsType, SubmitsType, ScoresType, LabelsType:
		if _, ok := raw.(map[string]any); !ok {
			return r.wrongType(v, raw, "a table, like "+example(v.key))
		}
	}
	v.raw = raw
	return true
}

func (r *reader) wrongType(v *value, raw any, want string) bool {
	r.report("wrong-type", v.node.Value, fmt.Sprintf("%s is %s", quote(v.key.Name), typeName(raw)), "write "+want)
	return false
}

func (r *reader) badValue(v *value, message, help string) bool {
	r.report("bad-value", v.node.Value, message, help)
	return false
}

// typeName says what kind of TOML value was decoded.
func typeName(raw any) string {
	switch raw := raw.(type) {
	case string:
		return "a text"
	case int64, float64:
		return "a number"
	case bool:
		return "true or false"
	case time.Time:
		switch raw.Location().String() {
		case "date-local":
			return "a date"
		case "time-local":
			return "a time"
		}
		return "a date with a time"
	case []any, []map[string]any:
		return "a list"
	case map[string]any:
		return "a table"
	}
	return "something else"
}

func (r *reader) readText(v *value, raw any) bool {
	s, ok := raw.(string)
	if !ok {
		return r.wrongType(v, raw, "a text in quotes, like "+example(v.key))
	}
	if strings.TrimSpace(s) == "" {
		return r.badValue(v, quote(v.key.Name)+" is empty", "write "+v.key.Says+", or leave the line out")
	}
	v.text = s
	switch v.key.Type {
	case SlugType:
		if !isSlug(s) || len(s) > 100 {
			return r.badValue(v, quote(s)+" is no "+quote(v.key.Name), "write lower-case letters and digits, words joined by a dash, like "+quote(slugOf(s)))
		}
	case ChoiceType, UnitType, PerType:
		if !contains(v.key.Choices, s) {
			help := "write " + list(quoteAll(v.key.Choices), "or")
			if near := r.nearest(strings.ToLower(s), v.key.Choices); near != "" {
				help = "did you mean " + quote(near) + "?"
			}
			return r.badValue(v, fmt.Sprintf("%s is no %s", quote(s), quote(v.key.Name)), help)
		}
		v.text = r.intern(s)
	case URLType:
		if fault := urlFault(s); fault != "" {
			help := "write a whole address that begins with https://"
			if strings.Contains(fault, "password") {
				help = "take out what stands before the @"
			}
			r.report("bad-url", v.node.Value, quote(s)+" "+fault, help)
			return false
		}
	case ISBNType:
		if !isISBN(s) {
			return r.badValue(v, quote(s)+" is no ISBN", "write its ten or thirteen digits, with or without dashes")
		}
	case SpanType:
		days, ok := spanDays(s)
		if v.whole = days; !ok || days < 1 && v.key.Name == "every" {
			return r.badValue(v, quote(s)+" is no length of time", `write days or weeks, like "30d" or "4w"`)
		}
	case ZoneType:
		if r.zone != nil && (s == "Local" || !r.zone(s)) {
			return r.badValue(v, "there is no time zone "+quote(s), `write an IANA name, like "Europe/Berlin"`)
		}
	case YearDayType:
		if _, ok := yearStart(s); !ok {
			return r.badValue(v, quote(s)+" is no month and day", `write "MM-DD" with a day from 01 to 28, like "04-01"`)
		}
	}
	return true
}

func (r *reader) readDay(v *value, raw any) bool {
	exact := v.key.Type == ExactDayType
	switch raw := raw.(type) {
	case time.Time:
		d, ok := fromTime(raw)
		if !ok {
			r.report("bad-date", v.node.Value, quote(v.key.Name)+" is "+typeName(raw), "write the day alone, like "+v.key.Name+" = 2026-01-31")
			return false
		}
		v.day = OnDay(d)
		if y, _, _ := d.YMD(); exact && (y < 1900 || y > 2199) {
			return r.badValue(v, fmt.Sprintf("%s is far from our time", d), "write a day between 1900 and 2199, like "+v.key.Name+" = 2026-01-31")
		}
		return true
	case string:
		if d, ok := month(raw); ok && !exact {
			v.day = d
			return true
		}
		help := "write a day without quotes, like 2026-01-31"
		if !exact {
			help += `, or a month in quotes, like "2026-01"`
		}
		if d, err := civil.Parse(raw); err == nil {
			help = fmt.Sprintf("write it without quotes: %s = %s", v.key.Name, d)
		}
		r.report("bad-date", v.node.Value, quote(raw)+" is no date", help)
		return false
	}
	return r.wrongType(v, raw, "a day, like "+v.key.Name+" = 2026-01-31")
}

func (r *reader) readAmount(v *value, raw any) bool {
	switch raw.(type) {
	case int64, float64:
	default:
		return r.wrongType(v, raw, "a number without quotes, like "+example(v.key))
	}
	a, ok := amountOf(raw)
	v.amount = a
	low, high, says := Amount(0), 10_000*One, "from 0 to 10,000, with at most six decimals"
	if v.key.Type == TargetType {
		low, high, says = One, 10_000*One, "from 1 to 10,000"
	}
	if !ok || a < low || a > high {
		return r.badValue(v, fmt.Sprintf("%s is out of range", quote(v.key.Name)), "write a number "+says)
	}
	return true
}

func (r *reader) readWhole(v *value, raw any) bool {
	n, ok := raw.(int64)
	if !ok {
		return r.wrongType(v, raw, "a whole number without quotes, like "+example(v.key))
	}
	low, high := int64(0), int64(1_000_000)
	switch {
	case v.key.Type == RatingType:
		low, high = 1, 5
	case v.key.Name == "checkpoints":
		low, high = 1, 1000
	}
	if n < low || n > high {
		return r.badValue(v, fmt.Sprintf("%s is out of range", quote(v.key.Name)), fmt.Sprintf("write a whole number from %d to %d", low, high))
	}
	v.whole = int(n)
	return true
}

func (r *reader) readList(v *value, raw any) bool {
	items, ok := raw.([]any)
	if !ok {
		return r.wrongType(v, raw, "a list, like "+example(v.key))
	}
	if len(items) > maxList {
		r.log.unreadable = true
		r.report("limit", v.node.Key, fmt.Sprintf("%s holds more than 1,000 values", quote(v.key.Name)), "keep those that matter")
		return false
	}
	ok = true
	i := 0
	for c := range r.doc.Tree.Children(v.node) {
		if i >= len(items) {
			break
		}
		s, isText := items[i].(string)
		i++
		switch {
		case r.blamed(c, nil):
		case !isText:
			r.report("wrong-type", c.Value, fmt.Sprintf("%s holds %s", quote(v.key.Name), typeName(items[i-1])), "write texts in quotes, like "+example(v.key))
		case strings.TrimSpace(s) == "":
			r.report("bad-value", c.Value, fmt.Sprintf("%s holds an empty text", quote(v.key.Name)), "write a word, or leave it out")
		case v.key.Type == EvidenceType && evidenceFault(s) != "":
			r.report("bad-value", c.Value, quote(s)+" "+evidenceFault(s), "write a path below the log root, like \"evidence/2026/talk.pdf\", or a link")
		default:
			v.list = append(v.list, r.intern(s))
			v.spans = append(v.spans, c.Value)
			continue
		}
		ok = false
	}
	return ok
}
