package run

import (
	"strings"
	"testing"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// linksOf are the links of the first goal of a log, and those for all goals.
func linksOf(t *testing.T, text string, forms Forms) (one, all words.Links) {
	t.Helper()
	l, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(text)}}, nil)
	if tracker.Errors(findings) > 0 {
		t.Fatal(findings)
	}
	j := &Job{Where: Where{Server: "https://github.com", Repository: "ana/log", Branch: "main"}}
	r := Reading{Log: l, Names: []string{"learning.toml"}, Forms: forms}
	s := l.Standings(civil.Of(2026, 4, 5))[0]
	return j.links(&s, r, civil.Of(2026, 4, 5)), j.linksForAll(r, civil.Of(2026, 4, 5))
}

func TestLinksToForms(t *testing.T) {
	one, all := linksOf(t, aLog, Forms{Learned: true, Break: true})
	want := words.Links{
		Log:     "https://github.com/ana/log/issues/new?kind=Book+I+finished&template=learned.yml",
		Break:   "https://github.com/ana/log/issues/new?goals=books&template=break.yml",
		Edit:    "https://github.com/ana/log/edit/main/learning.toml",
		Replies: true,
	}
	if one != want {
		t.Errorf("%+v", one)
	}
	if want.Log, want.Break = "", "https://github.com/ana/log/issues/new?template=break.yml"; all != want {
		t.Errorf("%+v", all)
	}
	mentoring := strings.Replace(aLog, `kinds = ["book"]`, "kinds = [\"mentoring\"]\nroles = [\"mentee\"]", 1)
	if one, _ := linksOf(t, mentoring, Forms{Learned: true}); one.Log != "https://github.com/ana/log/issues/new?kind=Mentoring%3A+I+was+the+mentee&template=learned.yml" {
		t.Errorf("%+v", one)
	}
	hours := strings.Replace(aLog, `kinds = ["book"]`, `unit = "hours"`, 1)
	if one, _ := linksOf(t, hours, Forms{Learned: true}); one.Log != "https://github.com/ana/log/issues/new?template=learned.yml" || !strings.Contains(one.Break, "/new/main?filename=") {
		t.Errorf("%+v", one)
	}
}

func TestLinksWithoutForms(t *testing.T) {
	one, all := linksOf(t, aLog, Forms{})
	for _, address := range []string{one.Log, one.Break, all.Break} {
		if !strings.HasPrefix(address, "https://github.com/ana/log/new/main?filename=learning%2F2026%2F2026-04-05-") || strings.ContainsAny(address, "() \n") {
			t.Errorf("%s", address)
		}
	}
	if one.Replies || all.Replies || all.Log != "" {
		t.Errorf("%+v", all)
	}
}
