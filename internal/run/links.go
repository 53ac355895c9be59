package run

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// links are the addresses that a nudge leads to: a new file with an entry
// begun, one with a pause, and the file with the goals.
func (j *Job) links(s *tracker.Standing, r Reading) words.Links {
	if j.Where.Repository == "" {
		return words.Links{}
	}
	home := path.Dir(firstGoalFile(r.Names))
	if path.Base(home) == "learning" {
		home = path.Dir(home)
	}
	folder := path.Join(home, "learning", fmt.Sprint(r.Today.Year()))
	create := func(name, text string) string {
		q := url.Values{"filename": {path.Join(folder, r.Today.String()+"-"+name+".toml")}, "value": {text}}
		return fmt.Sprintf("%s/new/%s?%s", j.Where.URL(), url.PathEscape(j.Where.Branch), q.Encode())
	}
	return words.Links{
		Log:   create(s.ID, words.EntryToFill(s, r.Today)),
		Break: create("break", fmt.Sprintf("[[pause]]\nfrom = %s\nuntil = %s\ngoals = [%s]\n", r.Today, r.Today+13, tracker.Quote(s.ID))),
		Edit:  fmt.Sprintf("%s/edit/%s/%s", j.Where.URL(), url.PathEscape(j.Where.Branch), firstGoalFile(r.Names)),
	}
}

// firstGoalFile is the file in which a person changes a goal.
func firstGoalFile(names []string) string {
	if len(names) == 0 {
		return "learning.toml"
	}
	return strings.TrimPrefix(names[0], "./")
}
