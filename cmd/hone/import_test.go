package main

import (
	"os/exec"
	"testing"

	"github.com/honelog/hone/internal/words"
)

// What a spreadsheet's columns and files are called stays a word in a shell.
func TestShellWord(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no sh to ask")
	}
	for _, s := range []string{
		"cpe.csv", "", "a b", "title=Group A", "title=B", "it's", `say "hi"`, "$(touch x)", "`touch x`", "$HOME", "a;b", "a&b", "a|b", "a>b", "*", "?", "~", "#x",
		`.\cpe.csv`, `\\server\cpe.csv`, `a\`, "date=Date de fin", "durée=Durée", "title=$(x)", "!x", "(a)", "{a,b}", "[a]", "-x", "a\nb", "'", "''", `'"$x"'`, "\u202ea",
	} {
		out, err := exec.Command(sh, "-c", "printf %s "+shellWord(s)).CombinedOutput()
		if want := words.Plain(s); err != nil || string(out) != want {
			t.Errorf("%q is written %s, and read as %q: %v", s, shellWord(s), out, err)
		}
	}
}
