package actiontest

import (
	"encoding/json"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/internal/action"
	honerun "github.com/honelog/hone/internal/run"
)

var (
	topKey   = regexp.MustCompile(`^([a-z]+):`)
	itemKey  = regexp.MustCompile(`^  ([a-z-]+):$`)
	fieldKey = regexp.MustCompile(`^    ([a-z]+): (.+)$`)
)

// table reads a part of action.yml, inputs or outputs: its items in order, and
// the fields of each.
func table(t *testing.T, part string) (names []string, fields map[string]map[string]string) {
	t.Helper()
	fields = map[string]map[string]string{}
	here, name := "", ""
	for _, line := range strings.Split(read(t, "action.yml"), "\n") {
		if m := topKey.FindStringSubmatch(line); m != nil {
			here = m[1]
			continue
		}
		if here != part || strings.TrimSpace(line) == "" {
			continue
		}
		if m := itemKey.FindStringSubmatch(line); m != nil {
			name = m[1]
			names = append(names, name)
			fields[name] = map[string]string{}
			continue
		}
		m := fieldKey.FindStringSubmatch(line)
		if m == nil || name == "" {
			t.Fatalf("action.yml: the line %q is not of the form that this test reads", line)
		}
		value := m[2]
		if strings.HasPrefix(value, "'") {
			value = strings.ReplaceAll(strings.Trim(value, "'"), "''", "'")
		}
		fields[name][m[1]] = value
	}
	return names, fields
}

func TestInputsOfTheAction(t *testing.T) {
	names, fields := table(t, "inputs")
	want := []string{"log", "name", "token", "output", "readme", "publish", "publish-branch", "nudge", "nudge-after",
		"reminders", "labels", "assignees", "fail-on", "download-base", "dry-run"}
	if !slices.Equal(names, want) {
		t.Errorf("the inputs are\n%v, want\n%v", names, want)
	}
	for _, name := range names {
		value, ok := fields[name]["default"]
		if !ok || len(fields[name]["description"]) < 10 || len(fields[name]) != 2 {
			t.Errorf("%s: an input has a description and a default, here %v", name, fields[name])
		}
		if strings.Contains(value, "${{") != (name == "token") {
			t.Errorf("%s: the default is %s", name, value)
		}
	}
}

// Leaving an input out of a workflow and leaving it out of HONE_INPUTS mean the
// same.
func TestDefaultsOfTheActionAreTheProgramsOwn(t *testing.T) {
	_, fields := table(t, "inputs")
	given := map[string]string{}
	for name, f := range fields {
		given[name] = f["default"]
	}
	given["token"] = ""
	if d := cmp.Diff(inputsOf(t, nil), inputsOf(t, given)); d != "" {
		t.Errorf("with the defaults of action.yml (+) instead of none (-):\n%s", d)
	}
}

// inputsOf is what the program makes of inputs as the Run step hands them over.
func inputsOf(t *testing.T, given map[string]string) honerun.Inputs {
	t.Helper()
	text, err := json.Marshal(given)
	if err != nil {
		t.Fatal(err)
	}
	step, err := action.New(func(key string) string { return map[string]string{"HONE_INPUTS": string(text)}[key] }, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	in, err := honerun.ReadInputs(step.Input)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func TestOutputsOfTheAction(t *testing.T) {
	names, fields := table(t, "outputs")
	want := []string{"status", "behind", "findings", "json", "commit", "changed", "issues-opened", "issues-updated", "issues-closed"}
	if !slices.Equal(names, want) {
		t.Errorf("the outputs are\n%v, want\n%v", names, want)
	}
	for _, name := range names {
		if fields[name]["value"] != "${{ steps.run.outputs."+name+" }}" || len(fields[name]["description"]) < 10 {
			t.Errorf("%s: %v", name, fields[name])
		}
	}
}

// The Install step sees nothing but the mirror; only the Run step sees inputs,
// and them as one value. Nothing else is run.
func TestStepsOfTheAction(t *testing.T) {
	_, steps, _ := strings.Cut(read(t, "action.yml"), "\nruns:\n")
	if strings.Contains(steps, "uses:") || strings.Count(steps, "- name: ") != 2 || strings.Count(steps, "shell: bash\n") != 2 || !strings.Contains(steps, "using: composite\n") {
		t.Error("the action is two steps of bash, and uses no other action")
	}
	install, run, _ := strings.Cut(steps, "- name: Run hone")
	expressions := regexp.MustCompile(`\$\{\{ .*? \}\}`)
	if got := expressions.FindAllString(install, -1); !slices.Equal(got, []string{"${{ inputs.download-base }}"}) {
		t.Errorf("the Install step sees %v", got)
	}
	if got := expressions.FindAllString(run, -1); !slices.Equal(got, []string{"${{ steps.install.outputs.bin }}", "${{ toJSON(inputs) }}"}) {
		t.Errorf("the Run step sees %v", got)
	}
	if strings.Contains(install, "oken }}") || strings.Contains(install, "secrets") {
		t.Error("the Install step sees a token")
	}
}
