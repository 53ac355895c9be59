package actiontest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// after is a last step that tells what the action gave and what it left behind.
const after = `
      - id: after
        if: always()
        shell: bash
        env:
          OUTPUTS: ${{ toJSON(steps.hone.outputs) }}
        run: |
          printf 'outputs<<E\n%s\nE\nleft<<E\n%s\nE\n' "$OUTPUTS" "$(git status --porcelain)" >>"$GITHUB_OUTPUT"
`

func job(steps string) string {
	return "on: [push, workflow_dispatch]\njobs:\n  learning:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v1\n" + strings.TrimRight(steps, "\n") + after
}

// github puts in the place of GitHub a server that answers as for a repository
// without issues. A dry run asks, and writes nothing.
func (w workflow) github(t *testing.T) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
		if err != nil || r.Method != http.MethodGet && (r.URL.Path != "/graphql" || bytes.Contains(body, []byte("mutation"))) {
			t.Errorf("a dry run asked GitHub to %s %s %s", r.Method, r.URL, body)
		}
		w.Header().Set("Content-Type", "application/json")
		switch {
		case r.URL.Path == "/graphql":
			fmt.Fprint(w, `{"data":{"viewer":{"login":"github-actions"}}}`)
		case r.URL.Path == "/repos/honelog/test":
			fmt.Fprint(w, `{"id":1,"name":"test","full_name":"honelog/test","has_issues":true,"default_branch":"main","owner":{"login":"honelog","type":"Organization"}}`)
		case strings.HasPrefix(r.URL.Path, "/repos/honelog/test/"):
			fmt.Fprint(w, `[]`)
		default: // as for the token of a workflow, which is nobody's
			w.WriteHeader(http.StatusForbidden)
			fmt.Fprint(w, `{"message":"Resource not accessible by integration"}`)
		}
	}))
	t.Cleanup(server.Close)
	w.env["GITHUB_API_URL"], w.env["GITHUB_GRAPHQL_URL"] = server.URL, server.URL+"/graphql"
}

// given returns the outputs that a workflow sees of the step hone.
func given(t *testing.T, o outcome) map[string]string {
	t.Helper()
	outputs := map[string]string{}
	if err := json.Unmarshal([]byte(o.outputs["after"]["outputs"]), &outputs); err != nil {
		t.Fatalf("%v\n%s", err, o.all)
	}
	return outputs
}

var words = []string{"invalid", "behind", "missed", "due-soon", "on-track", "ahead", "done", "paused", "not-due", "upcoming"}

// checkDryRun holds a dry run on the example to what it promises.
func checkDryRun(t *testing.T, o outcome) {
	t.Helper()
	if !o.ok || o.steps["hone/install"] != "success" || o.steps["hone/run"] != "success" {
		t.Fatalf("got %v %v\n%s", o.jobs, o.steps, o.all)
	}
	if left := o.outputs["after"]["left"]; left != "" {
		t.Errorf("a dry run left\n%s", left)
	}
	if !strings.Contains(o.log, " entries read.") {
		t.Errorf("the log says\n%s", o.log)
	}
	got := given(t, o)
	if !slices.Contains(words, got["status"]) {
		t.Errorf("the status is %q", got["status"])
	}
	for _, name := range []string{"behind", "findings", "changed", "issues-opened", "issues-updated", "issues-closed"} {
		if !regexp.MustCompile(`^\d+$`).MatchString(got[name]) {
			t.Errorf("the output %s is %q, want a number", name, got[name])
		}
	}
	if got["commit"] != "" {
		t.Errorf("a dry run made the commit %q", got["commit"])
	}
	if s := o.summary["hone/run"]; !strings.HasPrefix(s, "## Learning") || !strings.Contains(s, "books") {
		t.Errorf("the summary is\n%s", s)
	}
}

// The way of this repository itself: uses: ./ builds the program from source.
func TestActionFromItsSource(t *testing.T) {
	t.Parallel()
	w := project(t, job(`
      - id: hone
        uses: ./
        with: {log: examples/technical-leader, dry-run: true}`))
	w.secrets = map[string]string{"GITHUB_TOKEN": "ghs_neverShown"}
	w.github(t)
	o := act(t, w)
	if way := o.outputs["hone/install"]["way"]; way != "source" {
		t.Errorf("it came by %q", way)
	}
	checkDryRun(t, o)
	if strings.Contains(o.log, "ghs_neverShown") {
		t.Errorf("the log shows the token:\n%s", o.log)
	}
}

// rehearsed is a release that was rehearsed: the action's folder as its tag has it, and a
// mirror of what it downloads.
type rehearsed struct {
	action, mirror string
	program        []byte // as the mirror serves it
	served         int
}

func released(t *testing.T) *rehearsed {
	t.Helper()
	r := &rehearsed{action: worktree(t, filepath.Join(t.TempDir(), "action"))}
	run(t, r.action, rehearsal(), bash(t), "scripts/release.sh", "write", "v9.9.9")
	commit(t, r.action)
	var err error
	r.program, err = os.ReadFile(filepath.Join(r.action, "dist", strings.Fields(readFrom(t, r.action, "dist/checksums.txt"))[1]))
	if err != nil {
		t.Fatal(err)
	}
	mirror := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if !strings.HasPrefix(q.URL.Path, "/v9.9.9/hone_") {
			http.NotFound(w, q)
			return
		}
		r.served++
		w.Write(r.program)
	}))
	t.Cleanup(mirror.Close)
	r.mirror = mirror.URL
	return r
}

// The way of everybody else: uses: honelog/hone@TAG downloads the program of the
// release that the action's commit names, and the next run has it in the cache.
func TestActionFromARelease(t *testing.T) {
	t.Parallel()
	r := released(t)

	w := project(t, job(fmt.Sprintf(`
      - id: hone
        uses: honelog/hone@v9.9.9
        with: {log: examples/technical-leader, dry-run: true, download-base: "%s"}`, r.mirror)))
	w.actions = map[string]string{"honelog/hone@v9.9.9": r.action}
	w.secrets = map[string]string{"GITHUB_TOKEN": "ghs_neverShown"}
	w.github(t)
	w.cache = t.TempDir()
	for _, way := range []string{"download", "cache"} {
		o := act(t, w)
		if got := o.outputs["hone/install"]["way"]; got != way || r.served != 1 {
			t.Errorf("it came by %q after %d downloads, want %s\n%s", got, r.served, way, o.log)
		}
		checkDryRun(t, o)
	}

	r.program[len(r.program)/2] ^= 1
	w.cache = t.TempDir()
	o := act(t, w)
	if o.ok || o.steps["hone/install"] != "failure" || o.steps["hone/run"] == "success" || !strings.Contains(strings.Join(o.commands, "\n"), "The download is not hone") {
		t.Errorf("a changed program was run: %v\n%s", o.steps, o.all)
	}
}

// The job "self" of our own workflow, with a stand-in for the action that
// installs Go.
func TestOurWorkflowRunsTheAction(t *testing.T) {
	t.Parallel()
	w := project(t, "on: push\n")
	w.github(t)
	w.file, w.event, w.only = ".github/workflows/ci.yml", "push", []string{"-j", "self", "--matrix", "os:ubuntu-latest"}
	w.secrets = map[string]string{"GITHUB_TOKEN": "ghs_neverShown"}
	text := readFrom(t, w.dir, w.file)
	setup := regexp.MustCompile(`actions/setup-go@[0-9a-f]{40}`).FindString(text)
	dir := t.TempDir()
	write(t, dir, "action.yml", "name: Go\ndescription: is here\ninputs: {go-version-file: {description: x}}\nruns: {using: composite, steps: [{shell: bash, run: go version}]}\n", 0o644)
	w.actions = map[string]string{setup: commit(t, dir)}
	if o := act(t, w); !o.ok {
		t.Errorf("got %v %v\n%s", o.jobs, o.steps, o.all)
	}
}

func readFrom(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
