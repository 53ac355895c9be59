package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/intake"
	"github.com/honelog/hone/internal/oracle"
	"github.com/honelog/hone/internal/repo/gitserver"
)

// phone is a repository whose owner sends in entries.
type phone struct {
	git    *gitserver.Server
	github *fakegithub.Server
	dir    string // the bare repository
	work   string // a checkout of it
}

func newPhone(t *testing.T) *phone {
	t.Helper()
	oracle.Program(t, "git")
	p := &phone{git: gitserver.New(t), github: fakegithub.New(t)}
	p.github.Labels = map[string]bool{intake.LabelEntry: true, intake.LabelBreak: true}
	p.github.Now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	p.git.Token, p.github.Token = pullToken, pullToken
	p.github.Owner, p.github.Name, p.github.Levels = "ana", "log", map[string]string{"ana": "admin", "Codertocat": "admin"}
	files := map[string]string{"learning.toml": exampleLog}
	for _, f := range intake.Forms("") {
		files[".github/ISSUE_TEMPLATE/"+f.File] = string(f.YAML())
	}
	p.dir = p.git.Bare("ana/log", files)
	p.work = filepath.Join(t.TempDir(), "log")
	gitserver.Git(t, t.TempDir(), "clone", "-q", p.dir, p.work)
	return p
}

// run runs the Action on an event, with nudges off.
func (p *phone) run(t *testing.T, event, payload string) ran {
	t.Helper()
	temp := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(temp, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	env := map[string]string{
		"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": event, "GITHUB_REF": "refs/heads/main", "GITHUB_REPOSITORY": "ana/log",
		"GITHUB_SERVER_URL": p.git.URL, "GITHUB_API_URL": p.github.API(), "GITHUB_GRAPHQL_URL": p.github.GraphQL(), "GITHUB_RUN_ID": "5", "GITHUB_RUN_ATTEMPT": "1",
		"GITHUB_OUTPUT": file("output", ""), "GITHUB_STEP_SUMMARY": file("summary", ""), "RUNNER_TEMP": temp, "HONE_INPUTS": `{"token":"` + pullToken + `","nudge":"off"}`,
		"GITHUB_EVENT_PATH": file("event.json", payload),
	}
	var out, talked bytes.Buffer
	var r ran
	r.code = execute(environment{
		args: []string{"-C", p.work, "run"}, stdin: strings.NewReader(""), stdout: &out, stderr: &talked, getenv: func(name string) string { return env[name] },
		now: func() time.Time { return time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC) },
	})
	r.out, r.talked = out.String(), talked.String()
	if strings.Contains(strings.ReplaceAll(r.out, "::add-mask::"+pullToken, "")+r.talked, pullToken) {
		t.Error("the token is shown")
	}
	return r
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Every payload that GitHub shows of the other events that start a run is taken.
// None of their issues and comments is for the log, and nothing is said there;
// pictures are published from the default branch, and by no other event.
func TestWebhookExamplesOfOtherEvents(t *testing.T) {
	t.Parallel()
	p := newPhone(t)
	p.github.Add(fakegithub.Issue{Title: "Spelling error in the README file", Author: "Codertocat", Labels: []string{"bug"}, Body: "It looks like you accidently spelled 'commit' with two 't's."})
	head := gitserver.Git(t, p.dir, "rev-parse", "main")
	for _, event := range []string{"issues", "issue_comment", "push", "workflow_dispatch"} {
		for _, payload := range payloads(t, event) {
			// The repository is that of the environment, and not the payload's.
			if r := p.run(t, event, asJSON(t, payload)); r.code != 0 || strings.Contains(r.out, "::error") || r.talked != "" {
				t.Errorf("%s %v: exit code %d\n%s%s", event, payload["action"], r.code, r.out, r.talked)
			}
			repository, _ := payload["repository"].(map[string]any)
			publishes := (event == "push" || event == "workflow_dispatch") && repository["default_branch"] == "main"
			now := gitserver.Git(t, p.dir, "rev-parse", "main")
			if now != head && !publishes {
				t.Errorf("%s %v: something was committed", event, payload["action"])
			}
			head = now
		}
	}
	if n := p.github.Writes(); n > 0 {
		t.Errorf("%d calls wrote something", n)
	}
}

// Payloads that the collection has not are made from those that it has, and are
// what GitHub's schema allows: an issue of the form, opened by a person, edited
// by a bot, closed, and the command under it.
func TestWebhooksOfTheForms(t *testing.T) {
	t.Parallel()
	p := newPhone(t)
	f := intake.Forms("")[0]
	body := ""
	for _, x := range f.Fields {
		value := map[string]string{"kind": "Book I finished", "what": "Accelerate"}[x.ID]
		if value == "" {
			value = "_No response_"
		}
		body += fmt.Sprintf("### %s\n\n%s\n\n", x.Label, value)
	}
	number := p.github.Add(fakegithub.Issue{Title: f.Title, Author: "Codertocat", Labels: []string{f.Label}, Body: body})
	made := func(action string) map[string]any {
		for _, x := range slices.Backward(payloads(t, "issues")) {
			if x["action"] != action {
				continue
			}
			issue := x["issue"].(map[string]any)
			label := clone(t, x["issue"].(map[string]any)["labels"].([]any)[0])
			label["name"] = f.Label
			issue["number"], issue["title"], issue["body"], issue["labels"] = number, f.Title, body, []any{label}
			return x
		}
		t.Fatalf("no payload of issues, %s", action)
		return nil
	}
	head := func() string { return gitserver.Git(t, p.dir, "rev-parse", "main") }
	before := head()

	bots := made("edited")
	sender := bots["sender"].(map[string]any)
	sender["login"], sender["type"] = "github-actions[bot]", "Bot"
	valid(t, "issues$edited", []byte(asJSON(t, bots)))
	if r := p.run(t, "issues", asJSON(t, bots)); r.code != 0 || head() != before || p.github.Writes() > 0 {
		t.Errorf("a bot's: exit code %d\n%s%s", r.code, r.out, r.talked)
	}

	opened := made("opened")
	valid(t, "issues$opened", []byte(asJSON(t, opened)))
	r := p.run(t, "issues", asJSON(t, opened))
	text := gitserver.Files(t, p.dir, "main")["learning/2026/2026-11-21-accelerate.toml"]
	if r.code != 0 || !strings.Contains(text, `source = "#1"`) || p.github.Issues()[0].State != "closed" || len(p.github.Comments(1)) != 1 {
		t.Fatalf("exit code %d, %q\n%s%s", r.code, text, r.out, r.talked)
	}

	var comment map[string]any
	for _, x := range payloads(t, "issue_comment") {
		if x["action"] == "created" {
			comment = x
		}
	}
	p.github.AddComment(1, fakegithub.Comment{Author: "Codertocat", Body: "/pause 2w"})
	issue, said := comment["issue"].(map[string]any), comment["comment"].(map[string]any)
	issue["number"], said["id"], said["body"] = number, 1001, "/pause 2w"
	delete(issue, "pull_request")
	valid(t, "issue_comment$created", []byte(asJSON(t, comment)))
	before = head()
	if r := p.run(t, "issue_comment", asJSON(t, comment)); r.code != 0 || head() == before || len(p.github.Comments(1)) != 3 {
		t.Errorf("exit code %d, %+v\n%s%s", r.code, p.github.Comments(1), r.out, r.talked)
	}

	writes := p.github.Writes()
	for event, payload := range map[string]string{"schedule": `{"schedule":"17 5 * * *"}`, "issues": `{"action":"opened"}`, "issue_comment": `{"action":"created","issue":{"number":1}}`} {
		if r := p.run(t, event, payload); r.code != 0 || p.github.Writes() != writes {
			t.Errorf("%s with little in its payload: exit code %d\n%s%s", event, r.code, r.out, r.talked)
		}
	}
}
