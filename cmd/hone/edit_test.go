package main

import (
	"slices"
	"testing"
)

// Each editor has its own way to be told the line, and to be waited for.
func TestEditors(t *testing.T) {
	for editor, want := range map[string][]string{
		"vim":                      {"vim", "+7", "f"},
		"/usr/bin/nano":            {"/usr/bin/nano", "+7", "f"},
		"emacsclient -t":           {"emacsclient", "-t", "+7", "f"},
		"code":                     {"code", "--wait", "--goto", "f:7"},
		"code -w -n":               {"code", "-w", "-n", "--goto", "f:7"},
		`"C:\Apps\VS\Code.exe"`:    {`C:\Apps\VS\Code.exe`, "--wait", "--goto", "f:7"},
		"subl --wait":              {"subl", "--wait", "f:7"},
		"hx":                       {"hx", "f:7"},
		"kate":                     {"kate", "--block", "--line", "7", "f"},
		`'C:\n p\notepad++.exe' a`: {`C:\n p\notepad++.exe`, "a", "-n7", "f"},
		"ed":                       {"ed", "f"},
		"":                         nil,
		" \t ":                     nil,
	} {
		a := &app{environment: environment{getenv: func(name string) string { return map[string]string{"EDITOR": editor}[name] }}}
		if got := a.editorFor("f", 7); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", editor, got, want)
		}
	}
}
