package run

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/honelog/hone/internal/intake"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Forms are the issue forms of a log that its repository has on the default
// branch; see [intake.Forms].
type Forms struct {
	Learned bool // an entry
	Break   bool // a pause
}

// any reports whether there is a form. Where there is one, replies are read too.
func (f Forms) any() bool { return f.Learned || f.Break }

// links are the addresses that a nudge of a day leads to: an entry, a pause and
// the file with the goals. The first two are a form where the repository has
// it, else a new file with the text begun.
func (j *Job) links(s *tracker.Standing, r Reading, asOf civil.Date) words.Links {
	if j.Where.Repository == "" {
		return words.Links{}
	}
	l := j.linksForAll(r, asOf)
	l.Log = j.create(r, asOf, s.ID, words.EntryToFill(s, asOf))
	l.Break = j.create(r, asOf, "break", fmt.Sprintf("[[pause]]\nfrom = %s\nuntil = %s\ngoals = [%s]\n", asOf, asOf+13, tracker.Quote(s.ID)))
	if r.Forms.Learned {
		l.Log = j.form(0, "kind", optionOf(s))
	}
	if r.Forms.Break {
		l.Break = j.form(1, "goals", s.ID)
	}
	return l
}

// linksForAll are the addresses for all goals.
func (j *Job) linksForAll(r Reading, asOf civil.Date) words.Links {
	if j.Where.Repository == "" {
		return words.Links{}
	}
	names := make([]string, len(r.Names))
	for i, n := range r.Names {
		names[i] = strings.TrimPrefix(n, r.Prefix)
	}
	goals := path.Join(r.Prefix, r.Log.HomeOfGoals(names))
	l := words.Links{
		Break:   j.create(r, asOf, "break", fmt.Sprintf("[[pause]]\nfrom = %s\nuntil = %s\n", asOf, asOf+13)),
		Edit:    fmt.Sprintf("%s/edit/%s/%s", j.Where.URL(), segments(j.Where.Branch), segments(goals)),
		Replies: r.Forms.any(),
	}
	if r.Forms.Break {
		l.Break = j.form(1, "", "")
	}
	return l
}

// create is the address of a new file of a day with a text in it.
func (j *Job) create(r Reading, asOf civil.Date, name, text string) string {
	file := path.Join(r.Prefix, "learning", fmt.Sprint(asOf.Year()), asOf.String()+"-"+name+".toml")
	q := url.Values{"filename": {file}, "value": {text}}
	return fmt.Sprintf("%s/new/%s?%s", j.Where.URL(), segments(j.Where.Branch), q.Encode())
}

// form is the address of a new issue with one of the forms of [intake.Forms],
// a field filled in unless its value is empty.
func (j *Job) form(n int, field, value string) string {
	fill := map[string]string{}
	if value != "" {
		fill[field] = value
	}
	return intake.Forms(j.Inputs.Name)[n].Link(j.Where.URL(), fill)
}

// optionOf is what the form offers for the first kind that a goal counts, or
// "".
func optionOf(s *tracker.Standing) string {
	d, role := s.Definition, ""
	if len(d.Kinds) == 0 {
		return ""
	}
	if len(d.Roles) > 0 {
		role = d.Roles[0]
	}
	return intake.Option(d.Kinds[0], role)
}

// segments escapes a path for an address that stands in Markdown.
func segments(name string) string {
	parts := strings.Split(name, "/")
	for i, p := range parts {
		parts[i] = strings.NewReplacer("(", "%28", ")", "%29", "'", "%27", "*", "%2A", "!", "%21").Replace(url.PathEscape(p))
	}
	return strings.Join(parts, "/")
}
