package main

import (
	"os"
	"strings"
	"testing"
)

// The workflow that init writes is the one that the README shows, and short.
// Without forms it has nothing to do with issues that people open.
func TestWorkflow(t *testing.T) {
	example, err := os.ReadFile("../../examples/workflows/learning.yml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := workflowFor(".", initFlags{nudge: "per-goal"})
	if err != nil || string(example) != text {
		t.Errorf("examples/workflows/learning.yml is not what init writes (%v):\n%s", err, text)
	}
	if n := strings.Count(text, "\n"); n > 18 {
		t.Errorf("the workflow has %d lines", n)
	}
	without, err := workflowFor(".", initFlags{nudge: "per-goal", noForms: true})
	if err != nil || without != workflow || strings.Contains(without, "issue_comment") {
		t.Errorf("without forms it is (%v)\n%s", err, without)
	}
}
