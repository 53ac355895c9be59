package nudge

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/honelog/hone/internal/oracle"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

var update = flag.Bool("update", false, "write the files that tests compare with")

// linked gives goals links as a repository with forms does.
func linked(w Want) Want {
	const url = "https://github.com/ada/log/"
	links := words.Links{Break: url + "issues/new?template=break.yml", Edit: url + "edit/main/learning.toml", Replies: true}
	w.Links = func(civil.Date) words.Links { return links }
	for i := range w.Goals {
		g := &w.Goals[i]
		of := links
		of.Log, of.Break = url+"issues/new?template=learned.yml", of.Break+"&goals="+g.ID
		if k := g.Definition.Kinds; len(k) > 0 {
			of.Log += "&kind=" + k[0]
		}
		g.Links = func(civil.Date) words.Links { return of }
	}
	w.Reminders = []int{7, 21, 45}
	return w
}

// texts are bodies and comments, by what they are.
func texts(t *testing.T) map[string]string {
	all := map[string]string{}
	add := func(name string, w Want, issues ...Issue) Issue {
		t.Helper()
		steps := Plan(linked(w), issues)
		if len(steps) != 1 {
			t.Fatalf("%s: %v", name, steps)
		}
		all[name] = steps[0].Body[:strings.LastIndex(steps[0].Body, "<!-- hone:v1")]
		if c := steps[0].Comment; c != "" {
			all[name+"-comment"] = c
		}
		return Issue{Number: 1, Title: steps[0].Title, Body: steps[0].Body, Open: true, Labelled: true, Ours: true, Bot: true, Trusted: true}
	}
	i := add("books", look(t, books, "2026-04-05"))
	add("reminder", look(t, books, "2026-04-12"), i)
	snoozed, _ := Snooze(i, on(t, "2026-04-19"), on(t, "2026-04-05"))
	all["snoozed"] = snoozed.Body[:strings.LastIndex(snoozed.Body, "<!-- hone:v1")]
	closed := i
	closed.Open, closed.Closed, closed.Reason = false, on(t, "2026-04-06"), Completed
	add("again", look(t, books, "2026-04-13"), closed)
	add("back", look(t, reading, "2026-04-28"), i)
	add("feedback", look(t, "[[goal]]\nid = \"feedback\"\ntitle = \"Feedback\"\nkinds = [\"feedback\"]\nevery = \"90d\"\nfrom = 2026-01-01\n[[feedback]]\nwith = \"Grace\"\ndate = 2026-08-20\n", "2026-11-21"))
	add("hours", look(t, "[settings]\nstart = 2026-01-01\n[[goal]]\nid = \"practice\"\ntitle = \"Practice\"\nunit = \"hours\"\ntarget = 60\nper = \"year\"\n"+
		"[[workshop]]\ntitle = \"Go\"\nstart = 2026-01-20\nhours = 7.5\n[[article]]\ntitle = \"Mine\"\ndate = 2026-02-01\nhours = 1\npublic = false\n", "2026-04-05"))
	add("credential", look(t, "[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2024-01-19\nexpires = 2027-01-19\n", "2026-11-21"))
	w := look(t, three+"[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2024-01-19\nexpires = 2026-05-19\n", "2026-03-05")
	w.Digest = true
	add("digest", w)
	return all
}

func TestTexts(t *testing.T) {
	t.Parallel()
	for name, got := range texts(t) {
		path := filepath.Join("testdata", name+".md")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), got); d != "" {
			t.Errorf("%s: %s", path, d)
		}
	}
}

var (
	tag     = regexp.MustCompile(`<[^>]*>`)
	comment = regexp.MustCompile(`<!-- hone:(start nudge|end nudge|ping [0-9-]+/[0-9a-z]+|v1 [A-Za-z0-9+/=]+) -->`)
	address = regexp.MustCompile(`^<a href="https://github\.com/ada/log/[^"]*">$`)
)

// GitHub's own Markdown makes of a text what was meant: no tag but those of
// Markdown and ours, no mention, no reference, no address but ours.
func TestAsGitHubShowsIt(t *testing.T) {
	t.Parallel()
	program := oracle.Program(t, "cmark-gfm")
	all := texts(t)
	for n, title := range injections {
		for name, text := range injected(t, title) {
			all[fmt.Sprintf("injection %d, %s", n, name)] = text
		}
	}
	plain := []string{"p", "ul", "li", "strong", "em", "code", "details", "summary", "sub", "/a", "br /"}
	for name, text := range all {
		cmd := exec.Command(program, "--unsafe", "-e", "table", "-e", "tasklist", "-e", "strikethrough", "-e", "autolink", "-e", "tagfilter", "-e", "footnotes")
		cmd.Stdin = strings.NewReader(text)
		html, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		html = comment.ReplaceAll(html, nil)
		for _, m := range tag.FindAllString(string(html), -1) {
			if !slices.Contains(plain, strings.Trim(m, "</>")) && !address.MatchString(m) && m != "</a>" {
				t.Errorf("%s: the tag %s in\n%s", name, m, html)
			}
		}
		shown := tag.ReplaceAll(html, nil)
		if m := regexp.MustCompile(`@[A-Za-z0-9]|(^|[^&A-Za-z0-9])#[0-9]|(?i)\bGH-[0-9]`).Find(shown); m != nil {
			t.Errorf("%s: %q in\n%s", name, m, html)
		}
		if bytes.ContainsAny(shown, "\x00\u202e\u2066") {
			t.Errorf("%s: what is not to be seen in %q", name, shown)
		}
	}
}

// injections are titles that try to be more.
var injections = slices.Concat(hostile, []string{
	"::set-output name=x::y", "##[add-mask]secret", "@everyone", "#1 and o/r#1 and GH-1", "~~~\n<b>", "a\r\nb\r\n- [x] c", "nul\x00nul", "<details open>", "| a | b |\n|---|---|",
	"[^1]: note", "www.example.org", "http://example.org/x", "a@example.org", "\u2066x\u2069", "deadbeefdeadbeef1", strings.Repeat("x", 64<<10), strings.Repeat("`", 300),
})

// injected are the texts of a log all of whose titles are one.
func injected(t *testing.T, title string) map[string]string {
	q := tracker.Quote(strings.ToValidUTF8(strings.ReplaceAll(title, "\x00", ""), ""))
	log := "[settings]\nstart = 2026-01-01\n[[goal]]\nid = \"g\"\ntitle = " + q + "\nkinds = [\"book\"]\ntarget = 12\nper = \"year\"\n[[book]]\ntitle = " + q + "\nfinished = 2026-01-02\n" +
		"[[certification]]\nid = \"c\"\ntitle = " + q + "\nearned = 2025-01-01\nexpires = 2026-05-01\n"
	all := map[string]string{}
	var issues []Issue
	for _, s := range Plan(linked(look(t, log, "2026-04-05")), nil) {
		all["body of "+s.Key.ID] = s.Body
		issues = append(issues, Issue{Number: len(issues) + 1, Title: s.Title, Body: s.Body, Open: true, Labelled: true, Ours: true, Bot: true, Trusted: true})
	}
	if len(issues) != 2 {
		t.Fatalf("%q: %d issues", title, len(issues))
	}
	for n := range issues {
		one := slices.Clone(issues)
		one[1-n].Locked = true
		for _, s := range Plan(linked(look(t, log, "2026-04-12")), one) {
			if s.Comment != "" {
				all["comment on "+s.Key.ID] = s.Comment
			}
		}
		closed := issues[n]
		closed.Open, closed.Closed, closed.Reason = false, on(t, "2026-04-05"), Completed
		for _, s := range Plan(linked(look(t, log, "2026-04-12")), []Issue{closed}) {
			if s.Do == Reopen {
				all["asking about "+s.Key.ID] = s.Comment
			}
		}
	}
	w := linked(look(t, log, "2026-04-05"))
	w.Digest = true
	for _, s := range Plan(w, nil) {
		all["digest"] = s.Body
	}
	if len(all) != 7 {
		t.Fatalf("%q: %d texts", title, len(all))
	}
	for name, text := range all {
		if n := len([]rune(text)); n > maxBody {
			t.Errorf("%s of %.20q: %d characters", name, title, n)
		}
	}
	return all
}
