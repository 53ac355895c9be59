package actiontest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/intake"
	"github.com/honelog/hone/internal/repo/gitserver"
)

// The whole way from a phone, with real parts around the program: an entry and
// a break by the forms, and a command under an issue, by an event each. What is
// sent in is in the log, is answered, and its issue closes.
func TestFromAPhone(t *testing.T) {
	t.Parallel()
	const token = "ghs_neverShown"
	git, github := gitserver.New(t), fakegithub.New(t)
	git.Token, github.Token = token, token
	github.Owner, github.Name, github.Now = "ana", "log", time.Now()
	github.Levels = map[string]string{"ana": "admin"}
	today := time.Now().UTC()
	day := func(n int) string { return today.AddDate(0, 0, n).Format(time.DateOnly) }
	bare := git.Bare("ana/log", map[string]string{
		"learning.toml": fmt.Sprintf("[[goal]]\nid = \"books\"\ntitle = \"Books\"\nkinds = [\"book\"]\nevery = \"7d\"\nfrom = %s\n\n[[goal]]\nid = \"talks\"\ntitle = \"Talks\"\nkinds = [\"talk\"]\nevery = \"7d\"\nfrom = %s\n", day(-40), day(-40)),
	})
	w := project(t, strings.Replace(job("\n      - id: hone\n        uses: ./"), "on: [push", "on: [issues, issue_comment, push", 1))
	w.cache, w.secrets = t.TempDir(), map[string]string{"GITHUB_TOKEN": token}
	w.env["GITHUB_REPOSITORY"], w.env["GITHUB_API_URL"], w.env["GITHUB_GRAPHQL_URL"], w.env["GITHUB_SERVER_URL"] = "ana/log", github.API(), github.GraphQL(), git.URL
	w.env["GITHUB_REF"], w.env["GITHUB_REF_NAME"] = "refs/heads/main", "main"
	const repository = `"repository":{"name":"log","default_branch":"main","private":false,"owner":{"login":"ana","type":"User"}},"sender":{"login":"ana","id":1,"type":"User"}`
	// happens runs the workflow on an event, in the checkout of main's head.
	happens := func(event, payload string) outcome {
		t.Helper()
		os.RemoveAll(filepath.Join(w.dir, "learning"))
		for name, text := range gitserver.Files(t, bare, "main") {
			write(t, w.dir, name, text, 0o644)
		}
		commit(t, w.dir)
		w.event, w.payload = event, "{"+payload+","+repository+"}"
		o := act(t, w)
		if !o.ok || strings.Contains(o.log, token) || o.outputs["after"]["left"] != "" {
			t.Fatalf("%s: %v\n%s", event, o.jobs, o.all)
		}
		return o
	}
	sent := func(f intake.Form, values map[string]string) (int, outcome) {
		t.Helper()
		body := ""
		for _, x := range f.Fields {
			value := values[x.ID]
			if value == "" {
				value = "_No response_"
			}
			body += fmt.Sprintf("### %s\n\n%s\n\n", x.Label, value)
		}
		n := github.Add(fakegithub.Issue{Title: f.Title, Author: "ana", Labels: []string{f.Label}, Body: body})
		return n, happens("issues", fmt.Sprintf(`"action":"opened","issue":{"number":%d,"user":{"login":"ana","type":"User"},"labels":[{"name":%q}]}`, n, f.Label))
	}
	answered := func(n int, o outcome) {
		t.Helper()
		if i := github.Issues()[n-1]; i.State != "closed" || len(i.Comments) != 1 || !strings.Contains(i.Comments[0].Body, "**Added**") {
			t.Errorf("#%d is %s and has %+v\n%s", n, i.State, i.Comments, o.log)
		}
	}

	if got := given(t, happens("push", `"ref":"refs/heads/main"`)); got["issues-opened"] != "2" {
		t.Fatalf("outputs %v", got)
	}
	const title = "Of $(touch pwned) `id` ${{ github.token }} ::error::x"
	n, o := sent(intake.Forms("")[0], map[string]string{"kind": "Book I finished", "what": title, "day": "yesterday"})
	if answered(n, o); given(t, o)["issues-closed"] != "1" || !strings.Contains(o.summary["hone/run"], "is in the log") {
		t.Errorf("outputs %v\n%s", given(t, o), o.summary["hone/run"])
	}
	n, o = sent(intake.Forms("")[1], map[string]string{"until": "2w", "goals": "talks"})
	if answered(n, o); given(t, o)["issues-closed"] != "1" {
		t.Errorf("outputs %v\n%s", given(t, o), o.log)
	}
	github.AddComment(n, fakegithub.Comment{Author: "ana", Body: "/pause 3d books"})
	o = happens("issue_comment", fmt.Sprintf(`"action":"created","comment":{"id":%d,"user":{"login":"ana","type":"User"},"body":"/pause 3d books"},"issue":{"number":%d,"user":{"login":"ana","type":"User"},"labels":[]}`, n*1000+1, n))
	if comments := github.Comments(n); len(comments) != 3 || !strings.Contains(comments[2].Body, "**Added**") {
		t.Errorf("%+v\n%s", comments, o.log)
	}
	all := ""
	for _, text := range gitserver.Files(t, bare, "main") {
		all += text
	}
	for _, source := range []string{`source = "#3"`, `source = "#4"`, fmt.Sprintf(`source = "#%d#issuecomment-%d"`, n, n*1000+1)} {
		if strings.Count(all, source) != 1 {
			t.Errorf("%s stands there %d times", source, strings.Count(all, source))
		}
	}
}
