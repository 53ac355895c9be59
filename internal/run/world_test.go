package run

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/action"
	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/internal/repo/gitserver"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

const token = "a-secret-token"

// world is a repository on a Git server with its issues on a GitHub.
type world struct {
	t      *testing.T
	git    *gitserver.Server
	github *fakegithub.Server
	dir    string // the bare repository
	inputs map[string]string
	branch string // that a push is to
	event  string

	payload string     // of the event; empty: that of a push
	set     func(*Job) // what else a job has; nil: nothing
}

func newWorld(t *testing.T, files map[string]string) *world {
	t.Helper()
	w := &world{t: t, git: gitserver.New(t), github: fakegithub.New(t), inputs: map[string]string{}, branch: "main", event: "push"}
	w.git.Token, w.github.Token = token, token
	w.github.Owner, w.github.Name = "ana", "log"
	w.dir = w.git.Bare("ana/log", files)
	return w
}

// ran is what came of a run.
type ran struct {
	Done
	err     error
	log     string
	summary string
	outputs map[string]string
}

var heredoc = regexp.MustCompile(`(?m)^([a-z-]+)<<(\S+)\n`)

// run runs the job on a day, from a checkout of the branch.
func (w *world) run(day civil.Date) ran {
	w.t.Helper()
	temp := w.t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(temp, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			w.t.Fatal(err)
		}
		return path
	}
	inputs := maps.Clone(w.inputs)
	inputs["token"] = token
	given, err := json.Marshal(inputs)
	if err != nil {
		w.t.Fatal(err)
	}
	payload := w.payload
	if payload == "" {
		payload = `{"repository":{"name":"log","full_name":"ana/log","default_branch":"main","visibility":"private","private":true,"owner":{"login":"ana","type":"User"}}}`
	}
	env := map[string]string{
		"GITHUB_RUN_ID": "70", "GITHUB_RUN_ATTEMPT": "1", "GITHUB_ACTIONS": "true", "HONE_INPUTS": string(given), "GITHUB_EVENT_NAME": w.event, "GITHUB_REF": "refs/heads/" + w.branch,
		"GITHUB_REPOSITORY": "ana/log", "GITHUB_SERVER_URL": w.git.URL, "GITHUB_API_URL": w.github.API(), "GITHUB_GRAPHQL_URL": w.github.GraphQL(),
		"GITHUB_EVENT_PATH": file("event.json", payload),
		"GITHUB_OUTPUT":     file("output", ""), "GITHUB_STEP_SUMMARY": file("summary", ""), "RUNNER_TEMP": temp,
	}
	var out bytes.Buffer
	step, err := action.New(func(name string) string { return env[name] }, &out)
	if err != nil {
		w.t.Fatal(err)
	}
	event, err := step.Event()
	if err != nil {
		w.t.Fatal(err)
	}
	in, err := ReadInputs(step.Input)
	if err != nil {
		w.t.Fatal(err)
	}
	clock := at(day)
	w.github.Now = clock.Now
	job := Job{
		Inputs: in, Step: step, Event: event, Clock: clock, Temp: temp, Version: "test",
		Where: Where{Server: w.git.URL, Repository: "ana/log", Branch: w.branch},
		Read:  func() (Reading, error) { return w.read(day) },
		Board: func(string) (nudge.Board, error) {
			return forge.New(forge.Options{
				API: w.github.API(), GraphQL: w.github.GraphQL(), Repository: "ana/log", Token: token, Labels: in.Labels, Assignees: in.Assignees,
				Timeout: 5 * time.Second, Sleep: func(context.Context, time.Duration) error { return nil },
			})
		},
	}
	if w.set != nil {
		w.set(&job)
	}
	r := ran{outputs: map[string]string{}}
	r.Done, r.err = job.Do(context.Background())
	if err := step.Close(); err != nil {
		w.t.Error(err)
	}
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(temp, name))
		if err != nil {
			w.t.Fatal(err)
		}
		return string(text)
	}
	r.log, r.summary = out.String(), read("summary")
	for text := read("output"); ; {
		m := heredoc.FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		name, mark := text[m[2]:m[3]], text[m[4]:m[5]]
		value, rest, _ := strings.Cut(text[m[1]:], "\n"+mark+"\n")
		if strings.HasPrefix(text[m[1]:], mark+"\n") {
			value, rest = "", strings.TrimPrefix(text[m[1]:], mark+"\n")
		}
		r.outputs[name], text = value, rest
	}
	for where, text := range map[string]string{"log": strings.ReplaceAll(r.log, "::add-mask::"+token, ""), "summary": r.summary, "outputs": read("output"), "error": fmt.Sprint(r.err, r.Problems)} {
		if strings.Contains(text, token) {
			w.t.Errorf("the token is in the %s:\n%s", where, text)
		}
	}
	return r
}

// read reads the log as a checkout of the branch has it.
func (w *world) read(day civil.Date) (Reading, error) {
	var files []tracker.File
	all := gitserver.Files(w.t, w.dir, w.branch)
	r := Reading{Today: day}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if isLogFile(name, "", nil) {
			files = append(files, tracker.File{Name: name, Data: []byte(all[name])})
			r.Names = append(r.Names, name)
		}
	}
	if len(files) == 0 {
		return r, disk.ErrNoLog
	}
	r.Log, r.Findings = tracker.Parse(files, zone)
	return r, nil
}

// commit adds files to a branch.
func (w *world) commit(files map[string]string) {
	w.t.Helper()
	gitserver.Commit(w.t, w.dir, w.branch, files)
}

func (w *world) head() string { return gitserver.Git(w.t, w.dir, "rev-parse", "main") }

// open lists the titles of open issues.
func (w *world) open() (titles []string) {
	for _, i := range w.github.Issues() {
		if i.State == "open" {
			titles = append(titles, i.Title)
		}
	}
	return titles
}
