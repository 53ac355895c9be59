package tracker

import (
	"fmt"
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
	case TextsType, SkillsType, EvidenceType, KindsType, IDsType, SessionsType:
		return one(QuoteList(splitCommas(given)))
	case DateType, ExactDayType:
		d, err := day(last)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", k.Name, err)
		}
		return one(d.toml())
	case HoursType, TargetType:
		n, err := strconv.ParseFloat(strings.Replace(last, ",", ".", 1), 64)
		if err != nil {
			return nil, fmt.Errorf("%s: %s is no number, like 1.5", k.Name, quote(last))
		}
		return one(strconv.FormatFloat(n, 'f', -1, 64))
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
		if !ok {
			return nil, fmt.Errorf("%s: write a name and a value, like --%s", k.Name, strings.Replace(strings.ReplaceAll(example(k), " ", ""), ".", " ", 1))
		}
		var parts []string
		for _, p := range strings.Split(strings.TrimSpace(name), ".") {
			if !isSlug(p) {
				p = Quote(p)
			}
			parts = append(parts, p)
		}
		value = strings.TrimSpace(value)
		if k.Type == SubmitsType {
			d, err := day(value)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", k.Name, err)
			}
			value = d.toml()
		} else if _, err := strconv.ParseFloat(value, 64); err != nil {
			return nil, fmt.Errorf("%s: %s is no number", k.Name, quote(value))
		}
		lines = append(lines, KeyValue{k.Name + "." + strings.Join(parts, "."), value})
	}
	return lines, nil
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

// NewCredentialID makes the id of a new credential from its title.
func (l *Log) NewCredentialID(title string) string {
	return l.credentialID(&Entry{Title: title})
}

// HomeOf returns the name of the file into which a person would put an entry of
// a day: that of its year, where files are by year, else the one with the
// latest entries of the kind, or of any. files are all names of the log.
func (l *Log) HomeOf(kind string, on civil.Date, files []string) string {
	year := fmt.Sprintf("learning/%04d.toml", on.Year())
	if slices.Contains(files, year) {
		return year
	}
	byYear, latest, latestAny := false, "", ""
	var best, bestAny civil.Date
	for _, f := range files {
		if _, ok := yearFile(f); ok {
			byYear = true
		}
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		name := l.sources[e.at.file-1].Name
		if !e.When.Set || strings.Count(name, "/") > 1 { // a file of one entry is no home
			continue
		}
		if d := e.When.Last(); latestAny == "" || d > bestAny {
			bestAny, latestAny = d, name
		}
		if d := e.When.Last(); e.Kind.Name == kind && (latest == "" || d > best) {
			best, latest = d, name
		}
	}
	switch {
	case byYear && on.Year() > 0:
		return year
	case latest != "":
		return latest
	case latestAny != "":
		return latestAny
	case slices.Contains(files, "learning.toml") || len(files) == 0:
		return "learning.toml"
	}
	return files[0]
}

// yearFile reports whether a file is a year's: learning/2026.toml.
func yearFile(name string) (year int, ok bool) {
	digits, ok := strings.CutPrefix(name, "learning/")
	if digits, ok2 := strings.CutSuffix(digits, ".toml"); ok && ok2 && len(digits) == 4 && allDigits(digits) {
		n, _ := strconv.Atoi(digits)
		return n, true
	}
	return 0, false
}

func allDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// HomeOfGoals returns the name of the file into which a person would put a
// pause: that with the latest pause, else that with the goals.
func (l *Log) HomeOfGoals(files []string) string {
	if n := len(l.Pauses); n > 0 {
		return l.sources[l.Pauses[n-1].at.file-1].Name
	}
	for _, g := range l.Goals {
		if g.at.file > 0 {
			return l.sources[g.at.file-1].Name
		}
	}
	if slices.Contains(files, "learning.toml") || len(files) == 0 {
		return "learning.toml"
	}
	return files[0]
}

// KindLike returns the kind that a name probably means, or "".
func KindLike(name string) string {
	name = strings.ToLower(name)
	if near := tableSlips[name]; kindByName[near] != nil {
		return near
	}
	return nearest(name, kindNames())
}
