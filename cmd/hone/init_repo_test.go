package main

import (
	"os"
	"strings"
	"testing"
)

// The workflow that init writes is the one that the README shows, and short.
func TestWorkflow(t *testing.T) {
	example, err := os.ReadFile("../../examples/workflows/learning.yml")
	if err != nil {
		t.Fatal(err)
	}
	if string(example) != workflow {
		t.Error("examples/workflows/learning.yml is not what init writes")
	}
	if n := strings.Count(workflow, "\n"); n > 18 {
		t.Errorf("the workflow has %d lines", n)
	}
}
