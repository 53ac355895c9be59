package intake

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker"
)

// slips are forms with something to mend. What is told of them stands in
// testdata/faults.txt, read before it is committed.
var slips = []struct {
	name   string
	form   *Form
	filled map[string]string
}{
	{"nothing", &learned, nil},
	{"a book without a title", &learned, map[string]string{"kind": "Book I finished"}},
	{"much at once", &learned, map[string]string{
		"kind": "Book I finished", "what": "Accelerate", "day": "03/04/2026", "hours": "90 min", "skills": "comunication, Leadership", "link": "example.org/a",
		"more": "autor = Nicole Forsgren\nrating = 7\nisbn: 9781942788331\npages = many\nstarted = 2026-04-31",
	}},
	{"days", &learned, map[string]string{"kind": "Book I finished", "what": "A", "day": "25.4.2026"}},
	{"days in words", &learned, map[string]string{"kind": "Book I finished", "what": "A", "day": "April 3rd, 2026"}},
	{"days without a year", &learned, map[string]string{"kind": "Book I finished", "what": "A", "day": "12 December"}},
	{"no day", &learned, map[string]string{"kind": "Book I finished", "what": "A", "day": "last week"}},
	{"two days of what has one", &learned, map[string]string{"kind": "Talk I gave", "what": "A", "day": "2026-05-01..2026-05-03"}},
	{"days the wrong way round", &learned, map[string]string{"kind": "Conference I attended", "what": "A", "day": "2026-05-03..2026-05-01"}},
	{"an end without a beginning", &learned, map[string]string{"kind": "Conference I attended", "what": "A", "more": "end = 2026-05-03"}},
	{"an assessment with a title", &learned, map[string]string{"kind": "Self-check: scores under More details", "what": "December"}},
	{"an assessment of what is no area", &learned, map[string]string{"kind": "Self-check: scores under More details", "more": "scores.techncal = 4\nscores.business = 9\nscores = technical 4"}},
	{"an activity without a kind", &learned, map[string]string{"kind": "Something else: its kind under More details", "what": "Reading group"}},
	{"an activity whose kind is no slug", &learned, map[string]string{"kind": "Something else: its kind under More details", "what": "Reading group", "more": "kind = Study group"}},
	{"an activity whose kind is one of hone's", &learned, map[string]string{"kind": "Something else: its kind under More details", "what": "Reading group", "more": "kind = book"}},
	{"credits", &learned, map[string]string{"kind": "Webinar I watched", "what": "A", "more": "credits = 3\ncredits.cisp = 1\ncredits.cissp.a = two\nsubmitted.cissp = 2026-13-01"}},
	{"minutes that make no round number", &learned, map[string]string{"kind": "Book I finished", "what": "A", "hours": "50 min", "more": "dropped ="}},
	{"days of which one lacks", &learned, map[string]string{"kind": "Book I finished", "what": "A", "day": "2026-04-03.."}},
	{"two keys in a line", &learned, map[string]string{"kind": "Book I finished", "what": "A", "more": "author = Camille Fournier, pages = 300\nisbn: 1; rating: 4"}},
	{"remarks", &learned, map[string]string{"kind": "Book I finished", "what": "A", "more": "author = X # the first\nisbn = \"1\" # as a text\npages => 3"}},
	{"private in other words", &learned, map[string]string{"kind": "Book I finished", "what": "A", "more": "private = true\npublic = no"}},
	{"credits twice", &learned, map[string]string{"kind": "Webinar I watched", "what": "A", "more": "credits.cissp = 3\ncredits.cissp = 1"}},
	{"keys that have a place", &learned, map[string]string{"kind": "Feedback I gave", "what": "A. B.", "hours": "1", "more": "hours = 2\nrole = given\nwith = B. C.\nsource = #13\ntags = a\nby = me\ntakeaway = x\ntakeaway = y"}},
	{"lists", &learned, map[string]string{"kind": "Book I finished", "what": "A", "more": `tags = ["a", "b"]` + "\nskills = [leadership]\npublic = no\nid = A B\ntitle.a = x"}},
	{"a text that is too long", &learned, map[string]string{"kind": "Book I finished", "what": strings.Repeat("a", 301), "takeaway": strings.Repeat("é", 8001), "more": strings.Repeat("a = b\n", 61)}},
	{"a choice that is none", &learned, map[string]string{"kind": "Book I finishd", "what": "A"}},
	{"two lines", &learned, map[string]string{"kind": "Book I finished", "what": "A\nB"}},
	{"an id that is taken", &learned, map[string]string{"kind": "Certification I earned or renewed", "what": "Books", "more": "id = books"}},
	{"a break without an end", &rest, map[string]string{"from": "2026-12-20"}},
	{"a break of months", &rest, map[string]string{"from": "2026-12", "until": "2027-01"}},
	{"a break the wrong way round", &rest, map[string]string{"from": "2026-12-20", "until": "2026-12-02"}},
	{"a break of goals that are none", &rest, map[string]string{"until": "2w", "goals": "bok, Feedback; learning"}},
	{"a break that is not of this goal", &rest, map[string]string{"until": "2w", "goals": "because I am away"}},
	{"a break that begins and ends without a year", &rest, map[string]string{"from": "20 Dec", "until": "2 Jan"}},
	{"a break of months in words", &rest, map[string]string{"until": "1 month"}},
	{"a break with days in doubt", &rest, map[string]string{"from": "1/2/27", "until": "soon"}},
}

func TestFaults(t *testing.T) {
	var b strings.Builder
	for _, s := range slips {
		e, faults := take(*s.form, s.filled)
		if len(faults) == 0 || e.File != "" || e.Data != nil {
			t.Errorf("%s: taken", s.name)
		}
		fmt.Fprintf(&b, "== %s\n%s\n", s.name, told(faults))
	}
	golden(t, "faults.txt", []byte(b.String()))
}

// told is faults as a text for people to read.
func told(faults []Fault) string {
	var b strings.Builder
	for _, f := range faults {
		fmt.Fprintf(&b, "%s: %s. %s\n", f.where(), f.Says, f.Help)
	}
	return b.String()
}

// A log with faults takes nothing, and says so beside the faults of the form.
func TestFaultyLog(t *testing.T) {
	b := book(tracker.File{Name: "learning/a.toml", Data: []byte("[[book]]\ntitle = \"A\"\ndate = 2026-01-01\n")})
	e, faults := b.Take(learned, Post{Issue: 12, Body: sent(learned, map[string]string{"kind": "Book I finished", "what": "A", "hours": "x"})})
	if len(faults) != 2 || faults[0].Waits || !faults[1].Waits || e.File != "" || faults[0].Field != "Hours" || !strings.Contains(faults[1].Says, "learning/a.toml, line 3") {
		t.Errorf("%+v", faults)
	}
	// Who wrote the form has nothing to mend in it.
	_, faults = b.Take(learned, Post{Issue: 12, Body: sent(learned, plain())})
	if text := Rejected(Post{Issue: 12}, faults); strings.Contains(text, "Edit the issue") || !strings.Contains(text, "as soon as the log is mended") || !IsRejection(text) {
		t.Error(text)
	}
	_, faults, _ = b.Command(Post{Issue: 3, Comment: 4, Body: "/pause 2w"}, "books")
	if text := Rejected(Post{Issue: 3, Comment: 4}, faults); !strings.Contains(text, "Then write the command again in a new comment.") {
		t.Error(text)
	}
}
