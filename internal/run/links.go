package run

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// links are the addresses that a nudge of a day leads to: a new file with an
// entry begun, one with a pause, and the file with the goals.
func (j *Job) links(s *tracker.Standing, r Reading, asOf civil.Date) words.Links {
	if j.Where.Repository == "" {
		return words.Links{}
	}
	create := func(name, text string) string {
		file := path.Join(r.Prefix, "learning", fmt.Sprint(asOf.Year()), asOf.String()+"-"+name+".toml")
		q := url.Values{"filename": {file}, "value": {text}}
		return fmt.Sprintf("%s/new/%s?%s", j.Where.URL(), segments(j.Where.Branch), q.Encode())
	}
	names := make([]string, len(r.Names))
	for i, n := range r.Names {
		names[i] = strings.TrimPrefix(n, r.Prefix)
	}
	goals := path.Join(r.Prefix, r.Log.HomeOfGoals(names))
	return words.Links{
		Log:   create(s.ID, words.EntryToFill(s, asOf)),
		Break: create("break", fmt.Sprintf("[[pause]]\nfrom = %s\nuntil = %s\ngoals = [%s]\n", asOf, asOf+13, tracker.Quote(s.ID))),
		Edit:  fmt.Sprintf("%s/edit/%s/%s", j.Where.URL(), segments(j.Where.Branch), segments(goals)),
	}
}

// segments escapes a path for an address that stands in Markdown.
func segments(name string) string {
	parts := strings.Split(name, "/")
	for i, p := range parts {
		parts[i] = strings.NewReplacer("(", "%28", ")", "%29", "'", "%27", "*", "%2A", "!", "%21").Replace(url.PathEscape(p))
	}
	return strings.Join(parts, "/")
}
