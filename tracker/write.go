package tracker

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/honelog/hone/tracker/civil"
)

// Quote writes a text as a TOML string on one line. What is not UTF-8 is
// written as U+FFFD.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case c == '\r':
			b.WriteString(`\r`)
		case c < 0x20 || c == 0x7f || isBidi(c):
			fmt.Fprintf(&b, `\u%04X`, c)
		default:
			b.WriteRune(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// QuoteList writes texts as a TOML list of strings.
func QuoteList(items []string) string {
	quoted := make([]string, len(items))
	for i, s := range items {
		quoted[i] = Quote(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// Write turns what a person gives for a key, once or several times, into lines
// of a table. day reads a day as the person may write it.
func (k *Key) Write(given []string, day func(string) (Day, error)) ([]KeyValue, error) {
	last := given[len(given)-1]
	one := func(value string) ([]KeyValue, error) { return []KeyValue{{k.Name, value}}, nil }
	switch k.Type {
	case TextsType, SkillsType, KindsType, IDsType:
		return one(QuoteList(splitCommas(given)))
	case EvidenceType, SessionsType: // links and titles have commas of their own
		if k.Type == SessionsType && len(given) == 1 && allDigits(last) && last != "" {
			return one(last)
		}
		return one(QuoteList(given))
	case DateType, ExactDayType:
		d, err := day(last)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", k.Name, err)
		}
		return one(d.toml())
	case HoursType:
		n, err := writeHours(last)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", k.Name, err)
		}
		return one(n)
	case TargetType:
		n, ok := number(last)
		if !ok {
			return nil, fmt.Errorf("%s: %s is no number, like 1.5", k.Name, quote(last))
		}
		return one(n)
	case WholeType, RatingType:
		n, err := strconv.ParseInt(last, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("%s: %s is no whole number, like 4", k.Name, quote(last))
		}
		return one(strconv.FormatInt(n, 10))
	case BoolType:
		if last != "true" && last != "false" {
			return nil, fmt.Errorf("%s: write true or false", k.Name)
		}
		return one(last)
	case CreditsType, SubmitsType, ScoresType:
		return k.writeParts(given, day)
	}
	return one(Quote(last))
}

// writeParts writes keys with dots: "cissp.a=22" becomes credits.cissp.a = 22.
func (k *Key) writeParts(given []string, day func(string) (Day, error)) (lines []KeyValue, err error) {
	for _, g := range splitCommas(given) {
		name, value, ok := strings.Cut(g, "=")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if !ok || name == "" {
			return nil, fmt.Errorf("%s: write a name and a value, like --%s", k.Name, strings.Replace(strings.ReplaceAll(example(k), " ", ""), ".", " ", 1))
		}
		key := k.Name
		for _, p := range strings.Split(name, ".") {
			if !isSlug(p) {
				p = Quote(p)
			}
			key += "." + p
		}
		switch k.Type {
		case SubmitsType:
			d, err := day(value)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", k.Name, err)
			}
			value = d.toml()
		case ScoresType:
			n, err := strconv.ParseInt(value, 10, 64)
			if err != nil {
				return nil, fmt.Errorf("%s: %s is no whole number, like 4", k.Name, quote(value))
			}
			value = strconv.FormatInt(n, 10)
		default:
			n, ok := number(value)
			if !ok {
				return nil, fmt.Errorf("%s: %s is no number, like 1.5", k.Name, quote(value))
			}
			value = n
		}
		for _, l := range lines {
			if l.Key == key || strings.HasPrefix(l.Key, key+".") || strings.HasPrefix(key, l.Key+".") {
				return nil, fmt.Errorf("%s: %s is given twice", k.Name, quote(name))
			}
		}
		lines = append(lines, KeyValue{key, value})
	}
	if len(lines) == 0 {
		return nil, fmt.Errorf("%s: nothing is given", k.Name)
	}
	return lines, nil
}

var decimal = regexp.MustCompile(`^[+-]?[0-9]*([.,]?[0-9]+)$`)

// number reads a number as people write it, with a point or a comma, and
// returns it as TOML has it.
func number(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if !decimal.MatchString(s) || len(s) > 20 {
		return "", false
	}
	n, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return strconv.FormatFloat(n, 'f', -1, 64), err == nil
}

// toml writes a day as a log has it: a month in quotes.
func (d Day) toml() string {
	if d.Month {
		return Quote(d.String())
	}
	return d.String()
}

// splitCommas splits each given text at its commas.
func splitCommas(given []string) (items []string) {
	for _, g := range given {
		for _, s := range strings.Split(g, ",") {
			if s = strings.TrimSpace(s); s != "" {
				items = append(items, s)
			}
		}
	}
	return items
}

// ParseDay reads a day (2026-01-31) or a month (2026-01).
func ParseDay(s string) (Day, error) {
	if d, ok := month(s); ok {
		return d, nil
	}
	d, err := civil.Parse(s)
	return OnDay(d), err
}

// NewID makes the id of a new entry from its day and name, apart from those
// that the log has.
func (l *Log) NewID(on civil.Date, name string) string {
	base := on.String() + "-" + slugOf(name)
	taken := func(id string) bool {
		return slices.ContainsFunc(l.Entries, func(e Entry) bool { return e.ID == id })
	}
	id := base
	for n := 2; taken(id); n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	return id
}

// NewCredentialID makes the id of a certification from its title: that of the
// one with the same title, which it renews, or one that is free.
func (l *Log) NewCredentialID(title string) string {
	taken := map[string]bool{"all": true}
	for _, g := range l.Goals {
		taken[g.ID] = true
	}
	ids := l.credentialIDs()
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.Kind.Name != "certification" {
			continue
		}
		id := cmp.Or(e.ID, ids[e.Title])
		if e.Title == title {
			return id
		}
		taken[id] = true
	}
	return freeID(title, taken)
}

// KindLike returns the kind that a name probably means, or "".
func KindLike(name string) string {
	name = strings.ToLower(name)
	if near := tableSlips[name]; kindByName[near] != nil {
		return near
	}
	return nearest(name, kindNames())
}

// KeyLike returns the key of the kind that a name probably means, or "".
func (k *Kind) KeyLike(name string) string {
	name = strings.ToLower(name)
	for _, table := range []string{k.Name, ""} {
		if near := slips[table][name]; near != "" && k.Key(near) != nil {
			return near
		}
	}
	var names []string
	for _, key := range k.Keys {
		names = append(names, key.Name)
	}
	return nearest(name, names)
}
