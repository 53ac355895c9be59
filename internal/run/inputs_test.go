package run

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// given answers inputs from a map.
func given(inputs map[string]string) func(name, fallback string) string {
	return func(name, fallback string) string {
		if v, ok := inputs[name]; ok {
			return v
		}
		return fallback
	}
}

func TestReadInputs(t *testing.T) {
	got, err := ReadInputs(given(nil))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(Defaults(), got); d != "" {
		t.Error(d)
	}
	got, err = ReadInputs(given(map[string]string{
		"log": "people/ana\nmore log.toml\n", "name": "ana", "output": "people/ana/badges/", "readme": "", "nudge-after": "5",
		"reminders": "30, 10,10", "labels": "study, team", "assignees": "ana", "dry-run": "true", "fail-on": "behind", "publish-branch": "pictures",
	}))
	if err != nil {
		t.Fatal(err)
	}
	want := Inputs{
		Log: []string{"people/ana", "more log.toml"}, Name: "ana", Output: "people/ana/badges", Publish: "push", PublishBranch: "pictures",
		Nudge: "per-goal", NudgeAfter: 5, Reminders: []int{10, 30}, Labels: []string{"study", "team"}, Assignees: []string{"ana"}, FailOn: "behind", DryRun: true,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestNoReminders(t *testing.T) {
	for value, want := range map[string]int{"": 0, " ": 0, "7": 1, "7,21,45": 3} {
		if in, err := ReadInputs(given(map[string]string{"reminders": value, "nudge": "digest"})); err != nil || len(in.Reminders) != want || in.Nudge != "digest" {
			t.Errorf("%q: %v %v", value, in.Reminders, err)
		}
	}
}

func TestWrongInputs(t *testing.T) {
	for name, value := range map[string]string{
		"output": "../badges", "readme": "/etc/passwd", "publish": "email", "nudge": "loud", "fail-on": "monday",
		"nudge-after": "soon", "reminders": "7,never", "dry-run": "maybe", "name": "Ana Maria",
	} {
		if _, err := ReadInputs(given(map[string]string{name: value})); err == nil || !strings.Contains(err.Error(), "input") {
			t.Errorf("%s = %q: error %v", name, value, err)
		}
	}
}
