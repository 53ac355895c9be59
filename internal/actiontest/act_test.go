package actiontest

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/oracle"
)

// workflow is a run of a workflow file with act, which does on this machine what
// GitHub's runner does, without containers and without the network.
type workflow struct {
	dir     string            // a repository; it stays as it is, the run gets a copy
	file    string            // the workflow, below dir
	event   string            // push, schedule, …
	payload string            // of the event, as JSON; empty: act's own
	inputs  map[string]string // of workflow_dispatch
	env     map[string]string // replaces GitHub's variables too: GITHUB_API_URL, GITHUB_REPOSITORY, …
	secrets map[string]string // GITHUB_TOKEN among them
	actions map[string]string // owner/name@ref in uses → folder that stands in for it
	only    []string          // more arguments, to run less: -j JOB, --matrix KEY:VALUE
	cache   string            // folder that two runs share, with the tool cache; empty: of its own
}

// outcome is what came of a workflow. Steps are named by their id, or their
// number from 0; those inside a composite action as action/step.
type outcome struct {
	ok       bool                         // every job ran and succeeded
	jobs     map[string]string            // result by job
	steps    map[string]string            // result by step
	outputs  map[string]map[string]string // by step
	summary  map[string]string            // by step
	log      string                       // what the steps printed, without colours
	commands []string                     // workflow commands, as they were printed
	all      string                       // everything that act said
}

// act runs a workflow. The test is skipped where there is no act.
func act(t *testing.T, w workflow) outcome {
	t.Helper()
	program := oracle.Program(t, "act")
	bash(t)
	scratch := t.TempDir()
	if w.cache == "" {
		w.cache = filepath.Join(scratch, "cache")
	}
	args := []string{w.event, "-W", w.file, "--json", "--no-cache-server"}
	for _, label := range []string{"ubuntu-latest", "macos-latest", "windows-latest"} { // an unknown one is skipped without a word
		args = append(args, "-P", label+"=-self-hosted")
	}
	args = append(args, w.only...)
	if w.payload != "" {
		args = append(args, "-e", write(t, scratch, "event.json", w.payload, 0o600))
	}
	add := func(flag, separator string, values map[string]string) {
		for _, key := range slices.Sorted(mapKeys(values)) {
			args = append(args, flag, key+separator+values[key])
		}
	}
	add("--input", "=", w.inputs)
	add("--env", "=", goes(t))
	add("--env", "=", w.env)
	add("-s", "=", w.secrets)
	server := "https://github.com"
	if s := w.env["GITHUB_SERVER_URL"]; s != "" {
		server = s // act looks for actions there
	}
	add("--local-repository", "=", prefixed(server+"/", w.actions))
	env := []string{"XDG_CACHE_HOME=" + w.cache, "XDG_CONFIG_HOME=" + scratch, "HOME=" + scratch}
	out, err := try(w.dir, env, program, args...)
	o := parse(t, out)
	o.ok = err == nil && len(o.jobs) > 0
	for _, result := range o.jobs {
		o.ok = o.ok && result == "success"
	}
	return o
}

func mapKeys(m map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func prefixed(prefix string, m map[string]string) map[string]string {
	all := map[string]string{}
	for k, v := range m {
		all[prefix+k] = v
	}
	return all
}

// goes tells steps that run Go where its caches are: their home is another.
func goes(t *testing.T) map[string]string {
	t.Helper()
	var env map[string]string
	text := run(t, root, nil, oracle.Program(t, "go"), "env", "-json", "GOCACHE", "GOMODCACHE", "GOPATH", "GOPROXY", "GOSUMDB", "GOTOOLCHAIN")
	if err := json.Unmarshal([]byte(text), &env); err != nil {
		t.Fatal(err)
	}
	return env
}

var colour = regexp.MustCompile("\x1b\\[[0-9;]*m")

// parse reads act's lines of JSON.
func parse(t *testing.T, text string) outcome {
	t.Helper()
	o := outcome{all: text, jobs: map[string]string{}, steps: map[string]string{}, outputs: map[string]map[string]string{}, summary: map[string]string{}}
	lines := bufio.NewScanner(strings.NewReader(text))
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var l struct {
			Msg, JobID, JobResult, StepResult, Command, Name, Arg, Content, Raw, Stage string
			StepID                                                                     []string
			RawOutput                                                                  bool `json:"raw_output"`
		}
		if json.Unmarshal(lines.Bytes(), &l) != nil {
			continue // what act says before it starts
		}
		step := strings.Join(l.StepID, "/")
		switch {
		case l.JobResult != "":
			if o.jobs[l.JobID] != "failure" { // one of a matrix is enough
				o.jobs[l.JobID] = l.JobResult
			}
		case l.StepResult != "" && l.Stage == "Main":
			o.steps[step] = l.StepResult
		case l.RawOutput:
			o.log += colour.ReplaceAllString(l.Msg, "")
		case l.Command == "set-output":
			if o.outputs[step] == nil {
				o.outputs[step] = map[string]string{}
			}
			o.outputs[step][l.Name] = l.Arg
		case l.Command == "summary":
			o.summary[step] += l.Content
		case l.Command != "":
			o.commands = append(o.commands, strings.TrimRight(l.Raw, "\r\n"))
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return o
}

// project makes a repository with the project as it is and a workflow in it, for
// a run by hand on the default branch. GitHub's addresses lead nowhere.
func project(t *testing.T, text string) workflow {
	t.Helper()
	dir := worktree(t, filepath.Join(t.TempDir(), "repository"))
	write(t, dir, ".github/workflows/test.yml", text, 0o644)
	return workflow{
		dir: commit(t, dir), file: ".github/workflows/test.yml", event: "workflow_dispatch",
		payload: `{"repository":{"default_branch":"main","private":true,"owner":{"login":"honelog","type":"Organization"}},"sender":{"login":"ada","type":"User"}}`,
		env:     map[string]string{"GITHUB_REPOSITORY": "honelog/test", "GITHUB_API_URL": "http://127.0.0.1:1", "GITHUB_GRAPHQL_URL": "http://127.0.0.1:1/graphql", "GITHUB_SERVER_URL": "http://127.0.0.1:1"},
	}
}

// The harness itself: it sees outputs, summaries, commands and failures.
func TestHarness(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, "part/action.yml", "name: part\ndescription: a part\ninputs: {x: {default: one}}\noutputs: {y: {value: '${{ steps.a.outputs.y }}'}}\nruns:\n  using: composite\n  steps:\n    - id: a\n      shell: bash\n      env: {ALL: '${{ toJSON(inputs) }}'}\n      run: printf 'y<<E\\n%s\\nE\\n' \"$ALL\" >>\"$GITHUB_OUTPUT\"\n", 0o644)
	write(t, dir, "w.yml", `on: [push, workflow_dispatch]
jobs:
  good:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v1
      - id: part
        uses: ./part
        with: {x: "a\"b$(touch pwned)"}
      - id: after
        shell: bash
        env: {Y: "${{ steps.part.outputs.y }}"}
        run: |
          echo "$Y $NUMBER"
          echo "::warning file=a.toml,line=3::careful"
          echo "# Sum" >>"$GITHUB_STEP_SUMMARY"
  bad:
    runs-on: windows-latest
    steps:
      - run: exit 3
`, 0o644)
	commit(t, dir)
	o := act(t, workflow{dir: dir, file: "w.yml", event: "push", env: map[string]string{"NUMBER": "42"}})
	if o.ok || o.jobs["good"] != "success" || o.jobs["bad"] != "failure" || o.steps["part/a"] != "success" {
		t.Errorf("got %v %v", o.jobs, o.steps)
	}
	if got := o.outputs["part/a"]["y"]; !strings.Contains(got, `"x": "a\"b$(touch pwned)"`) || !strings.Contains(o.log, got+" 42\n") {
		t.Errorf("got the output %s\nand the log\n%s", got, o.log)
	}
	if o.summary["after"] != "# Sum\n" || !slices.Equal(o.commands, []string{"::warning file=a.toml,line=3::careful"}) {
		t.Errorf("got %v %q", o.summary, o.commands)
	}
	if _, err := os.Stat(filepath.Join(dir, "pwned")); err == nil {
		t.Error("an input met a shell")
	}
}
