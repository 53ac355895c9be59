package action

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// stage is a step under test with what the runner would see of it.
type stage struct {
	*Step
	log *bytes.Buffer
	dir string
}

// newStage starts a step in Actions; env adds to or replaces its variables.
func newStage(t testing.TB, env map[string]string) *stage {
	t.Helper()
	dir := t.TempDir()
	all := map[string]string{
		"GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": filepath.Join(dir, "output"),
		"GITHUB_ENV": filepath.Join(dir, "env"), "GITHUB_STEP_SUMMARY": filepath.Join(dir, "summary"),
	}
	for k, v := range env {
		all[k] = v
	}
	s := &stage{log: new(bytes.Buffer), dir: dir}
	step, err := New(func(k string) string { return all[k] }, s.log)
	if err != nil {
		t.Fatal(err)
	}
	s.Step = step
	return s
}

func (s *stage) file(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(data)
}

// corpus are texts that somebody may write into a log to steer the runner.
var corpus = []string{
	"", " ", "plain", "a\nb", "a\rb", "a\r\nb", "\n", "\r", "tab\there", "100%", "%0A::error::x", "%25", "x%0Dy%3Az%2C%3B%5D",
	"::error::x", " ::error::x", "\t::add-mask::e", "\u00a0::set-output name=a::b", "\u2028::warning::x", "\u0085::warning::x",
	"\ufeff::error::x", "\u200b::error::x", ":\u200b:error::x", ":\u00ad:error::x", "\x00::error::x", "\x1b::error::x", ":\x00:error::x",
	"x\n::stop-commands::y", "x\r::stop-commands::y", "x\r\n ::add-path::/tmp", ":::error::x", ": ::error::x", "::::error::x",
	"##[error]x", "text ##[add-mask]e", "###[error]x", "####[[error]x", "##[[error]x", "#\x00#[error]x", "##\u200b[error]x", "#\u2060#\u200d[error]x",
	"##[group]a ##[error]b", "##[set-env name=PATH]x", "#️⃣#️⃣[error]x", "##\x1b[error]x", "##\u202e[error]x",
	"::debug::##[error]x", "x::error::y", "file=a::b", "a,b=c:d::e", "title::x::y",
	"a<<b", "a=b", "hone_\nx=1", "EOF\nadmin=true", "_GitHubActionsFileCommandDelimeter_\nadmin=true",
	"\xff\xfe", "\xed\xa0\x80::error::x", "日本語 ✓ 👩‍💻", strings.Repeat("long ", 2000), strings.Repeat("👩", 3000),
}
