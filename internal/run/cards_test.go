package run

import (
	"context"
	"fmt"
	"html"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/repo/gitserver"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// planOf plans a run of a log of one file.
func planOf(t *testing.T, log, readme string, in Inputs) *Plan {
	t.Helper()
	m := Material{Today: civil.Of(2026, 3, 12), Names: []string{"learning.toml"}, Readme: []byte(readme)}
	m.Log, m.Findings = tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(log)}}, zone)
	p, err := Make(m, in)
	if err != nil {
		t.Fatalf("%v: %v\n%s", err, m.Findings, log)
	}
	return p
}

// drawn lists a plan's pictures without the folder, a card by its name alone.
func drawn(p *Plan) string {
	var names []string
	for name := range p.Pictures {
		name = path.Base(name)
		if name == "status.json" || strings.HasSuffix(name, ".json") || strings.HasSuffix(name, "-light.svg") || strings.HasSuffix(name, "-dark.svg") {
			continue
		}
		names = append(names, strings.TrimSuffix(name, ".svg"))
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

// What a log says of its badges and cards is what is drawn.
func TestSettingsAreHonoured(t *testing.T) {
	in := Defaults()
	for _, test := range []struct{ settings, want string }{
		{"", "badge-all badge-books card-heatmap card-recent card-rings card-year"},
		{"[badges]\nshow = [\"books\"]\n[cards]\nshow = []\n", "badge-books"},
		{"[badges]\nshow = []\n[cards]\nshow = [\"burnup\", \"shelf\"]\n", "card-burnup-books card-shelf"},
	} {
		if got := drawn(planOf(t, test.settings+aLog+book(1), "", in)); got != test.want {
			t.Errorf("%q draws %s", test.settings, got)
		}
	}
	looks := map[string]bool{}
	for _, settings := range []string{
		"", "[badges]\nstyle = \"for-the-badge\"\n", "[badges]\npalette = \"shields\"\n", "[badges]\nlabels.books = \"Read\"\n",
		"[cards]\ntheme = \"high-contrast\"\n", "[cards]\npalette = \"purple\"\n", "[cards]\nlabels.rings = \"My goals\"\n",
	} {
		p := planOf(t, settings+aLog+book(1), "", in)
		look := string(p.Pictures["learning/badges/badge-books.svg"]) + string(p.Pictures["learning/badges/card-rings.svg"])
		if looks[look] {
			t.Errorf("%q changes nothing", settings)
		}
		looks[look] = true
	}
	sunday := planOf(t, "[cards]\nweek-starts = \"sunday\"\n"+aLog+book(1), "", in)
	if heatmap := string(sunday.Pictures["learning/badges/card-heatmap.svg"]); heatmap == string(planOf(t, aLog+book(1), "", in).Pictures["learning/badges/card-heatmap.svg"]) {
		t.Error("week-starts changes nothing")
	}
}

// Each block of cards is filled in its form; one of a card that is not drawn is
// emptied, and that is told.
func TestReadmeCards(t *testing.T) {
	block := func(name string) string {
		return fmt.Sprintf("<!-- hone:start %s -->\nold\n<!-- hone:end %s -->\n", name, name)
	}
	readme := "# Me\n" + block("cards") + block("cards-picture") + block("cards-fragment") + block("card-rings") + block("card-shelf") + block("card-burnup-books") + block("card-unknown")
	in := Defaults()
	in.Output = "my pictures/ä"
	p := planOf(t, "[cards]\nshow = [\"rings\", \"burnup-books\"]\n"+aLog+book(1), readme, in)
	parts := strings.Split(string(p.Readme), "<!-- hone:start ")
	const base = "my%20pictures/%C3%A4/card-"
	for i, test := range []struct {
		name  string
		lines int
		says  []string
	}{
		{"cards", 2, []string{base + `rings.svg" alt="Goals, as of 9 Mar 2026: Books: 1 of 12, `, base + `burnup-books.svg" alt="Books, as of 9 Mar 2026: 1 of 12, `, `" width="496"`}},
		{"cards-picture", 2, []string{`srcset="` + base + `rings-dark.svg"`, `src="` + base + `rings-light.svg"`}},
		{"cards-fragment", 2, []string{base + `rings-light.svg#gh-light-mode-only"`, base + `rings-dark.svg#gh-dark-mode-only"`}},
		{"card-rings", 1, []string{base + `rings.svg"`}},
		{"card-shelf", 0, nil},
		{"card-burnup-books", 1, []string{base + `burnup-books.svg"`}},
	} {
		name, content, _ := strings.Cut(parts[i+1], " -->\n")
		content, _, _ = strings.Cut(content, "<!-- hone:end")
		if name != test.name || strings.Count(content, "\n") != test.lines || strings.Contains(content, "old") {
			t.Errorf("block %s, %d lines:\n%s", name, test.lines, content)
		}
		for _, says := range test.says {
			if !strings.Contains(content, says) {
				t.Errorf("block %s lacks %s:\n%s", name, says, content)
			}
		}
	}
	if !strings.HasSuffix(string(p.Readme), block("card-unknown")) {
		t.Error("the block of an unknown card is touched")
	}
	if want := `[README.md, the block card-shelf: the log draws no such card README.md: there is no block "card-unknown"; there are badges, `; !strings.HasPrefix(fmt.Sprint(p.Notes), want) || len(p.Notes) != 2 {
		t.Errorf("notes %v", p.Notes)
	}
	in.Name = "ana"
	named := planOf(t, aLog+book(1), block("ana/card-rings")+block("card-rings"), in)
	if text := string(named.Readme); !strings.Contains(text, base+"rings.svg") || !strings.HasSuffix(text, block("card-rings")) {
		t.Errorf("with a name:\n%s", text)
	}
}

// Cards that are no longer drawn go in the same commit; other files stay. On a
// branch of their own, the README has their whole addresses.
func TestCardsOnAServer(t *testing.T) {
	readme := "# Me\n<!-- hone:start cards -->\n<!-- hone:end cards -->\n"
	_, w, dir := served(t, map[string]string{"learning.toml": aLog + book(1), "README.md": readme, "learning/badges/card-mine.svg": "mine", "learning/badges/card-mine.png": "mine"})
	publish := func(in Inputs) {
		t.Helper()
		if _, err := Publish(context.Background(), w, in, at(aDay)); err != nil {
			t.Fatal(err)
		}
	}
	cards := func(branch string) (names []string) {
		for name := range gitserver.Files(t, dir, branch) {
			if strings.HasPrefix(path.Base(name), "card") {
				names = append(names, path.Base(name))
			}
		}
		slices.Sort(names)
		return names
	}
	publish(inputs())
	if got := cards("main"); len(got) != 2+3*4 {
		t.Errorf("cards %v", got)
	}
	gitserver.Commit(t, dir, "main", map[string]string{"learning.toml": "[cards]\nshow = [\"year\"]\n" + aLog + book(1)})
	publish(inputs())
	if got := fmt.Sprint(cards("main")); got != "[card-mine.png card-mine.svg card-year-dark.svg card-year-light.svg card-year.svg]" {
		t.Errorf("cards %s", got)
	}
	in := inputs()
	in.PublishBranch = "learning-badges"
	publish(in)
	if got := fmt.Sprint(cards("learning-badges")); got != "[card-year-dark.svg card-year-light.svg card-year.svg]" {
		t.Errorf("cards %s", got)
	}
	if text := gitserver.Files(t, dir, "main")["README.md"]; !strings.Contains(text, `<img src="`+w.URL()+`/raw/learning-badges/learning/badges/card-year.svg" alt="2026 in numbers`) {
		t.Errorf("the README is\n%s", text)
	}
}

func TestIsOurs(t *testing.T) {
	for name, want := range map[string]bool{
		"badge-all.svg": true, "badge-all.json": true, "card-rings.svg": true, "card-rings-dark.svg": true, "status.json": true,
		"card-burnup-my-goal.svg": true, "card-burnup-my-goal-light.svg": true, "card-rings.json": false, "card.svg": false, "card-photo.svg": false, "rings.svg": false, "rings-dark.svg": false, "card-.svg": false, "badges.svg": false, "status.svg": false, "card-rings.png": false, "my-card-rings.svg": false, "": false,
	} {
		if IsOurs(name) != want {
			t.Errorf("IsOurs(%q) = %v", name, !want)
		}
	}
}

// What is private reaches no picture, block or note, whatever block a README
// has for it.
func TestPrivateIsNotDrawn(t *testing.T) {
	const secret = "canary"
	log := aLog + book(1) + `
[badges]
show = ["all", "books", "canary-goal", "canary-cert"]
labels.canary-goal = "canary"
[cards]
show = ["rings", "heatmap", "burnup", "burnup-canary-goal", "skills", "shelf", "year", "recent"]
labels.burnup-canary-goal = "canary"
[skill.canary-skill]
area = "people"
title = "canary"
[[goal]]
id = "canary-goal"
title = "canary"
kinds = ["book"]
target = 3
per = "year"
public = false
[[book]]
id = "canary-book"
title = "canary"
author = "canary"
finished = 2026-03-11
skills = ["canary-skill"]
tags = ["canary"]
url = "https://example.com/canary"
evidence = ["https://example.com/canary"]
takeaway = "canary"
source = "canary"
public = false
[[activity]]
kind = "canary"
title = "canary"
date = 2026-03-10
public = false
[[assessment]]
date = 2026-03-10
scores.people = 1
source = "canary"
public = false
[[certification]]
id = "canary-cert"
title = "canary"
issuer = "canary"
earned = 2026-03-10
public = false
[[pause]]
from = 2026-03-10
until = 2026-03-14
goals = ["canary-goal"]
reason = "canary"
`
	readme := aReadme
	for _, name := range []string{"cards", "cards-picture", "cards-fragment", "goals", "recent"} {
		readme += "<!-- hone:start " + name + " -->\n<!-- hone:end " + name + " -->\n"
	}
	p := planOf(t, log, readme, Defaults())
	if !strings.Contains(string(p.Readme), "card-burnup-books") {
		t.Error("nothing is shown")
	}
	for name, data := range p.Files(Defaults()) {
		if strings.Contains(name+string(data), secret) {
			t.Errorf("%s tells:\n%s", name, data)
		}
	}
	if notes := fmt.Sprint(p.Notes); strings.Contains(notes, secret) {
		t.Errorf("notes: %s", notes)
	}
	// A goal that was public has a block with its name in it: it is emptied.
	const was = "<!-- hone:start card-burnup-canary-goal -->\n<img alt=\"canary\">\n<!-- hone:end card-burnup-canary-goal -->\n"
	if p := planOf(t, log, was, Defaults()); strings.Contains(string(p.Readme), "<img") || len(p.Notes) > 0 {
		t.Errorf("notes %v, and the README keeps\n%s", p.Notes, p.Readme)
	}
}

// A block that is misspelt is told, with the nearest; another log's is not, and
// neither is one that stands in code.
func TestStrangeBlocks(t *testing.T) {
	readme := "<!-- hone:start badges -->\n<!-- hone:end badges -->\n<!-- hone:start Bagdes -->\n<!-- hone:end Bagdes -->\n" +
		"<!-- hone:start bob/badges -->\n<!-- hone:end bob/badges -->\n```\n<!-- hone:start goasl -->\n```\n<!-- hone:start xyzzy -->\n"
	w := newWorld(t, map[string]string{"learning.toml": aLog, "README.md": readme})
	r := w.run(april)
	for _, want := range []string{`there is no block "Bagdes"; did you mean "badges"?`, `there is no block "xyzzy"; there are badges, goals`} {
		if !strings.Contains(html.UnescapeString(strings.ReplaceAll(r.summary, "\\", "")), want) {
			t.Errorf("without %s:\n%s", want, r.summary)
		}
	}
	if strings.Contains(r.summary, "bob") || strings.Contains(r.summary, "goasl") {
		t.Errorf("%s", r.summary)
	}
}
