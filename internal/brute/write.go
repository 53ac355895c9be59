package brute

import (
	"fmt"
	"strconv"
	"strings"
)

// Write returns the log as one TOML file.
func Write(l Log) string {
	var b strings.Builder
	b.WriteString(head(l))
	for _, e := range l.Entries {
		b.WriteString(entry(e))
	}
	return b.String()
}

// WriteFiles returns the log as several files under their paths below the log
// root: what is not an entry, and the entries of each year.
func WriteFiles(l Log) map[string]string {
	files := map[string]string{"learning.toml": head(l)}
	for _, e := range l.Entries {
		path := "learning/open.toml"
		if e.Date != nil {
			year := e.Date.String()[:4]
			path = "learning/" + year + ".toml"
			if *e.Date%2 == 0 {
				path = "learning/" + year + "/even.toml"
			}
		}
		files[path] += entry(e)
	}
	return files
}

func head(l Log) string {
	t := table{}
	t.line("version = 1\n")
	if l.Timezone != "" || l.Start != nil || l.YearStarts != [2]int{} {
		t.line("[settings]")
		t.text("timezone", l.Timezone)
		t.date("start", l.Start)
		if l.YearStarts != [2]int{} {
			t.text("year-starts", fmt.Sprintf("%02d-%02d", l.YearStarts[0], l.YearStarts[1]))
		}
		t.line("")
	}
	for _, s := range l.Skills {
		t.line("[skill.%s]\narea = %q\n", s.Name, s.Area)
	}
	for _, g := range l.Goals {
		t.goal(g)
	}
	for _, p := range l.Pauses {
		t.line("[[pause]]\nfrom = %s\nuntil = %s", p.From, p.Until)
		t.list("goals", p.Goals)
		if p.KeepTarget {
			t.line("keep-target = true")
		}
		t.line("")
	}
	return t.String()
}

type table struct{ strings.Builder }

func (t *table) line(format string, args ...any) { fmt.Fprintf(t, format+"\n", args...) }

func (t *table) text(key, s string) {
	if s != "" {
		t.line("%s = %s", key, strconv.Quote(s))
	}
}

func (t *table) date(key string, d *Day) {
	if d != nil {
		t.line("%s = %s", key, *d)
	}
}

func (t *table) number(key string, m Milli) {
	if m != 0 {
		t.line("%s = %s", key, m)
	}
}

func (t *table) list(key string, list []string) {
	if len(list) == 0 {
		return
	}
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = strconv.Quote(s)
	}
	t.line("%s = [%s]", key, strings.Join(quoted, ", "))
}

// String is the shortest decimal.
func (m Milli) String() string {
	return strconv.FormatFloat(float64(m)/1000, 'f', -1, 64)
}

func (t *table) goal(g Goal) {
	t.line("[[goal]]")
	t.text("id", g.ID)
	t.text("title", g.Title)
	t.list("kinds", g.Kinds)
	t.list("skills", g.Skills)
	t.list("tags", g.Tags)
	t.list("roles", g.Roles)
	t.text("credential", g.Credential)
	t.text("category", g.Category)
	t.text("unit", g.Unit)
	t.number("target", g.Target)
	t.text("per", g.Per)
	switch {
	case g.Every == 0:
	case g.Every%14 == 0:
		t.line(`every = "%dw"`, g.Every/7)
	default:
		t.line(`every = "%dd"`, g.Every)
	}
	t.date("from", g.From)
	t.date("until", g.Until)
	if g.Notice != nil {
		t.line(`notice = "%dd"`, *g.Notice)
	}
	if g.Checkpoints > 0 {
		t.line("checkpoints = %d", g.Checkpoints)
	}
	t.line("")
}

// keys names the keys of the day an entry began and of its counting date; no
// first key where the kind has none.
func keys(kind string) (begun, date string) {
	switch kind {
	case "book", "course", "project":
		return "started", "finished"
	case "workshop", "conference":
		return "start", "end"
	case "leadership":
		return "", "started"
	case "certification":
		return "", "earned"
	}
	return "", "date"
}

func entry(e Entry) string {
	t := table{}
	t.line("[[%s]]", e.Kind)
	t.text("id", e.ID)
	switch e.Kind {
	case "mentoring", "feedback", "assessment":
	default:
		t.text("title", e.Title)
	}
	if e.Kind == "activity" {
		t.text("kind", "study-group")
	}
	begun, date := keys(e.Kind)
	switch {
	case begun == "start" && e.Begun == nil:
		t.date("start", e.Date) // the end is the start
	default:
		if begun != "" {
			t.date(begun, e.Begun)
		}
		t.date(date, e.Date)
	}
	t.date("expires", e.Expires)
	t.date("dropped", e.Dropped)
	t.text("role", e.Role)
	t.number("hours", e.Hours)
	if e.Pages > 0 {
		t.line("pages = %d", e.Pages)
	}
	t.list("skills", e.Skills)
	t.list("tags", e.Tags)
	for _, c := range e.Credits {
		key := "credits." + c.Credential
		if c.Category != "" {
			key += "." + c.Category
		}
		t.number(key, c.Amount)
	}
	if e.Kind == "assessment" {
		t.line("scores.technical = 3")
	}
	t.line("")
	return t.String()
}
