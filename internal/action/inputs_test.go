package action

import (
	"strings"
	"testing"
)

func TestInputs(t *testing.T) {
	s := newStage(t, map[string]string{
		"HONE_INPUTS":  `{"log":" a\nb ","readme":"","Fail-On":"never","nudge-after":3,"dry-run":true,"token":null,"two words":"x","labels":"$(id) ` + "`id`" + ` ${{ x }}"}`,
		"INPUT_OUTPUT": "from the environment",
	})
	for name, want := range map[string]string{
		"log": "a\nb", "readme": "", "fail-on": "never", "FAIL-ON": "never", "nudge-after": "3", "dry-run": "true",
		"token": "fallback", "output": "fallback", "two words": "x", "labels": "$(id) `id` ${{ x }}",
	} {
		if got := s.Input(name, "fallback"); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	none := newStage(t, map[string]string{"HONE_INPUTS": " \n"})
	if got := none.Input("readme", "README.md"); got != "README.md" {
		t.Errorf("got %q", got)
	}
}

func TestInputsMustBeTexts(t *testing.T) {
	for _, text := range []string{"x", "[]", `"a"`, `{"a":["b"]}`, `{"a":{}}`, `{"a":"b"}{}`, `{"a":"b"`, `{"a":"` + strings.Repeat("x", maxInputs) + `"}`} {
		if _, err := New(func(k string) string { return map[string]string{"HONE_INPUTS": text}[k] }, nil); err == nil {
			t.Errorf("%.40q was taken", text)
		}
	}
}
