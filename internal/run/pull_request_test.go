package run

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/internal/repo"
	"github.com/honelog/hone/internal/repo/gitserver"
	"github.com/honelog/hone/tracker"
)

// newPull is a world with pull request #1, that makes of the log what files say;
// a file that is empty is taken away.
func newPull(t *testing.T, log, files map[string]string) *world {
	t.Helper()
	w := newWorld(t, log)
	w.github.Add(fakegithub.Issue{Title: "A pull request", Author: "bob", PullRequest: true})
	gitserver.Git(t, w.dir, "branch", "topic")
	for name, text := range files {
		if text != "" {
			gitserver.Commit(t, w.dir, "topic", map[string]string{name: text})
		}
	}
	for name, text := range files {
		if text == "" {
			gitserver.Git(t, w.dir, "update-ref", "refs/heads/topic", without(t, w.dir, name))
		}
	}
	w.branch, w.event = "topic", "pull_request"
	w.payload = `{"action":"opened","repository":{"name":"log","default_branch":"main","visibility":"public","private":false,"owner":{"login":"ana","type":"User"}},
		"pull_request":{"number":1,"user":{"login":"bob","type":"User"},"base":{"ref":"main","sha":"` + strings.TrimSpace(w.head()) + `","repo":{"id":1}},"head":{"ref":"topic","sha":"x","repo":{"id":2}}}}`
	w.set = func(j *Job) {
		j.Pull = func(ctx context.Context) (Pull, error) { return w.pull(ctx, j) }
		j.Desk = func() (Desk, error) {
			return forge.New(forge.Options{
				API: w.github.API(), GraphQL: w.github.GraphQL(), Repository: "ana/log", Token: token, Labels: []string{"learning"},
				Timeout: 5 * time.Second, Sleep: func(context.Context, time.Duration) error { return nil },
			})
		}
	}
	return w
}

// without makes a commit of the topic without a file.
func without(t *testing.T, dir, name string) string {
	tree := strings.TrimSpace(gitserver.Git(t, dir, "ls-tree", "-r", "topic"))
	var kept []string
	for _, line := range strings.Split(tree, "\n") {
		if !strings.HasSuffix(line, "\t"+name) {
			kept = append(kept, line)
		}
	}
	index := t.TempDir() + "/index"
	script := "git update-index --index-info && git commit-tree $(git write-tree) -p topic -m less"
	cmd := exec.Command("sh", "-c", script)
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(strings.Join(kept, "\n")+"\n")
	cmd.Env = append(cmd.Environ(), "GIT_INDEX_FILE="+index, "GIT_AUTHOR_NAME=Ada", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=Ada", "GIT_COMMITTER_EMAIL=a@example.com")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return strings.TrimSpace(string(out))
}

// pull compares the branch with the base, which is fetched.
func (w *world) pull(ctx context.Context, j *Job) (Pull, error) {
	today := j.Clock.Day("UTC")
	r, err := w.read(today)
	if err != nil && !errors.Is(err, disk.ErrNoLog) {
		return Pull{}, err
	}
	gone := err != nil
	if gone {
		r.Log, _ = tracker.Parse(nil, nil)
	}
	tip, err := repo.Fetch(ctx, repo.Remote{URL: j.Where.URL(), Token: token}, j.Event.PullRequest.BaseSHA)
	if err != nil {
		return Pull{}, err
	}
	files, _, err := LogAt(tip, "", nil, func(name string) bool { _, ok := gitserver.Files(w.t, w.dir, w.branch)[name]; return ok })
	if err != nil {
		return Pull{}, err
	}
	if gone && len(files) == 0 {
		return Pull{}, disk.ErrNoLog
	}
	log, found := tracker.Parse(files, nil)
	c := render.ChangeOf(render.Checked{Log: log, Findings: found}, render.Checked{Log: r.Log, Findings: r.Findings}, today, tip.Commit)
	if gone {
		c.Findings = append(c.Findings, render.Gone())
	}
	now := gitserver.Files(w.t, w.dir, w.branch)
	c.Same = len(r.Names) == len(files)
	for _, f := range files {
		c.Same = c.Same && now[f.Name] == string(f.Data)
	}
	return Pull{Reading: r, Change: c}, nil
}

// comment is the one comment of ours; "" where there is none.
func (w *world) comment() string {
	w.t.Helper()
	text := ""
	for _, c := range w.github.Comments(1) {
		if c.Author == w.github.Login {
			if text != "" {
				w.t.Errorf("two comments")
			}
			text = c.Body
		}
	}
	return text
}

// A pull request with an entry gets one line under it, and nothing else is
// written; with a slip it gets the slip instead, and is red; mended it gets the
// line again.
func TestPullRequest(t *testing.T) {
	w := newPull(t, map[string]string{"learning.toml": aLog + book(1)}, map[string]string{"learning/2026.toml": book(2)})
	head := w.head()
	r := w.run(april)
	line := "**Learning log: 1 entry added, nothing to mend.** Books 2 of 12.\n"
	if r.Red || r.err != nil || !strings.HasPrefix(w.comment(), line+"\n<!-- hone:pr 70/1 -->") || !strings.HasPrefix(r.summary, line) {
		t.Errorf("red %v %v, under it %q, the summary %q", r.Red, r.Problems, w.comment(), r.summary)
	}
	if strings.Contains(r.log, "::error") || strings.Contains(r.log, "::warning") || strings.Contains(r.log, "::notice") {
		t.Errorf("annotated:\n%s", r.log)
	}
	writes := w.github.Writes()
	if w.run(april); w.github.Writes() != writes {
		t.Error("the same again is written again")
	}

	w.commit(map[string]string{"learning/2026.toml": "[[book]]\ntitel = \"A\"\n"})
	r = w.run(april)
	if !r.Red || !strings.HasPrefix(w.comment(), "**Learning log: 1 entry needs a fix before it can be counted.**\n\n- `learning/2026.toml:2` There is no") && !strings.Contains(w.comment(), "`unknown-key`") {
		t.Errorf("red %v, under it %q", r.Red, w.comment())
	}
	if !strings.Contains(r.log, "\n::error ") || !strings.Contains(r.log, "file=learning/2026.toml,line=2") || strings.Contains(w.comment(), "| ") {
		t.Errorf("the log:\n%s", r.log)
	}
	if r.outputs["status"] != "invalid" || r.outputs["findings"] != "1" {
		t.Errorf("outputs %v", r.outputs)
	}

	w.commit(map[string]string{"learning/2026.toml": book(2)})
	if r = w.run(april); r.Red || !strings.HasPrefix(w.comment(), line) {
		t.Errorf("red %v, under it %q", r.Red, w.comment())
	}
	if w.head() != head || len(w.open()) != 1 { // the pull request itself
		t.Errorf("open: %v", w.open())
	}
}

// A warning shows what to look at, and what the change does to each goal.
func TestPullRequestWithAWarning(t *testing.T) {
	w := newPull(t, map[string]string{"learning.toml": aLog}, map[string]string{"learning/2026.toml": book(1) + book(1)})
	r := w.run(april)
	for _, says := range []string{"**Learning log: 2 entries added.** One thing to look at.", "| added | counts for | before | after |", "| Books | 0 of 12, first since 31 Jan | 2 of 12, third since 2 Apr |", "(`duplicate-entry`, warning)"} {
		if !strings.Contains(w.comment(), says) || !strings.Contains(r.summary, says) {
			t.Errorf("under it is no %q:\n%s\nthe summary:\n%s", says, w.comment(), r.summary)
		}
	}
	if r.Red {
		t.Error("a warning is red")
	}
	w.inputs["fail-on"] = "warning"
	if r := w.run(april); !r.Red {
		t.Error("fail-on warning is not red")
	}
}

// What was wrong before is one notice, and no red; the owner's standing is not
// told.
func TestPullRequestIsNotToBlameForTheRest(t *testing.T) {
	w := newPull(t, map[string]string{"learning.toml": aLog, "learning/old.toml": "[[book]]\ntitel = \"A\"\n[[talk]]\ntitle = \"T\"\n"},
		map[string]string{"learning/2026.toml": "[[article]]\ntitle = \"X\"\ndate = 2026-03-01\n"})
	w.inputs["fail-on"] = "behind"
	r := w.run(april)
	if r.Red || strings.Contains(r.log, "::error") || strings.Count(r.log, "::notice") != 1 || !strings.Contains(r.log, "elsewhere in the log") {
		t.Errorf("red %v\n%s", r.Red, r.log)
	}
	if text := w.comment() + r.summary; strings.Contains(text, "ooks") || !strings.Contains(text, "findings elsewhere in the log, not of this change") {
		t.Errorf("it says\n%s", text)
	}
}

// A pull request that does not touch the log hears nothing.
func TestPullRequestElsewhere(t *testing.T) {
	w := newPull(t, map[string]string{"learning.toml": aLog + "[[book]]\ntitel = \"A\"\n"}, map[string]string{"main.go": "package main\n"})
	r := w.run(april)
	if r.Red || len(w.github.Calls()) > 0 || strings.Contains(r.log, "::error") || strings.Contains(r.log, "::notice") || r.summary != "This pull request does not touch the learning log.\n" {
		t.Errorf("red %v, %d calls, the summary %q\n%s", r.Red, len(w.github.Calls()), r.summary, r.log)
	}
	w.payload = strings.Replace(w.payload, `"opened"`, `"synchronize"`, 1)
	if r := w.run(april); r.Red || w.github.Writes() > 0 {
		t.Errorf("red %v, %d writes\n%s", r.Red, w.github.Writes(), r.log)
	}
}

// A commit that takes back what an earlier one did to the log leaves no word of
// it under the pull request, and writes none where there was none.
func TestPullRequestTakenBack(t *testing.T) {
	w := newPull(t, map[string]string{"learning.toml": aLog}, map[string]string{"learning/2026.toml": "[[book]]\ntitel = \"A\"\n"})
	if w.run(april); !strings.Contains(w.comment(), "needs a fix") {
		t.Fatalf("under it %q", w.comment())
	}
	gitserver.Git(t, w.dir, "branch", "-f", "topic", "main")
	w.commit(map[string]string{"main.go": "package main\n"})
	w.payload = strings.Replace(w.payload, `"opened"`, `"synchronize"`, 1)
	r := w.run(april)
	if r.Red || !strings.HasPrefix(w.comment(), "This pull request does not touch the learning log.\n\n<!-- hone:pr ") {
		t.Errorf("red %v, under it %q", r.Red, w.comment())
	}
	writes := w.github.Writes()
	if w.run(april); w.github.Writes() != writes {
		t.Error("the same again is written again")
	}
	w.github.ReadOnly = true
	if r := w.run(april); r.Red || r.summary != "This pull request does not touch the learning log.\n" {
		t.Errorf("a fork: red %v, the summary %q", r.Red, r.summary)
	}
	w.github.Inject = func(int, fakegithub.Call) *fakegithub.Fault { return fakegithub.Refuse(502, "Bad Gateway") }
	if r := w.run(april); r.Red || !strings.Contains(r.summary, "may still stand") {
		t.Errorf("an outage: red %v, the summary %q", r.Red, r.summary)
	}
}

// A log that comes, moves or goes with the pull request.
func TestPullRequestOfAWholeLog(t *testing.T) {
	for name, x := range map[string]struct {
		log, files map[string]string
		red        bool
		says       string
	}{
		"new":   {map[string]string{"README.md": "x"}, map[string]string{"learning.toml": aLog + book(1)}, false, "**Learning log: 1 entry added, goal books added, nothing to mend.**"},
		"moved": {map[string]string{"learning.toml": aLog + book(1)}, map[string]string{"learning.toml": "", "learning/all.toml": book(1) + aLog}, false, "**Learning log: the same entries and goals, written otherwise, nothing to mend.**"},
		"gone":  {map[string]string{"learning.toml": aLog + book(1), "README.md": "x"}, map[string]string{"learning.toml": ""}, true, "**Learning log: 1 fix is needed before it can be counted.**\n\n- This change takes the log away."},
	} {
		w := newPull(t, x.log, x.files)
		if r := w.run(april); r.Red != x.red || !strings.Contains(w.comment(), x.says) || !strings.HasPrefix(r.summary, strings.TrimSpace(strings.Split(w.comment(), "<!--")[0])) {
			t.Errorf("%s: red %v, under it %q, the summary %q", name, r.Red, w.comment(), r.summary)
		}
	}
	w := newPull(t, map[string]string{"README.md": "x"}, map[string]string{"main.go": "x"})
	if r := w.run(april); r.Red || w.comment() != "" || !strings.Contains(r.summary, "[[goal]]") {
		t.Errorf("none: red %v, %q", r.Red, r.summary)
	}
}

// A token that may not comment, as of a fork, is a notice; the summary has it
// all.
func TestPullRequestWithoutAVoice(t *testing.T) {
	for name, change := range map[string]func(*fakegithub.Server){
		"read-only": func(s *fakegithub.Server) { s.ReadOnly = true },
		"hidden":    func(s *fakegithub.Server) { s.Name = "other" },
		"locked":    func(s *fakegithub.Server) { s.Change(1, func(i *fakegithub.Issue) { i.Locked = true }) },
		"410":       func(s *fakegithub.Server) { s.Change(1, func(i *fakegithub.Issue) { i.Deleted = true }) },
	} {
		w := newPull(t, map[string]string{"learning.toml": aLog}, map[string]string{"learning/2026.toml": book(1)})
		change(w.github)
		r := w.run(april)
		if r.Red || w.comment() != "" || strings.Count(r.log, "::notice") != 1 || !strings.Contains(r.summary, "1 entry added, nothing to mend") || !strings.Contains(r.summary, "got no comment") {
			t.Errorf("%s: red %v %v\n%s\n%s", name, r.Red, r.Problems, r.log, r.summary)
		}
	}
	w := newPull(t, map[string]string{"learning.toml": aLog}, map[string]string{"learning/2026.toml": book(1)})
	w.github.Inject = func(int, fakegithub.Call) *fakegithub.Fault { return fakegithub.Refuse(500, "x") }
	if r := w.run(april); !r.Red || !strings.Contains(r.summary, "1 entry added") || !strings.Contains(r.summary, "Needs a hand") {
		t.Errorf("an outage: red %v\n%s", r.Red, r.summary)
	}
}

// Without the base nothing can be said to be of the pull request: red, with all
// findings.
func TestPullRequestWithoutItsBase(t *testing.T) {
	t.Parallel() // it asks again, with time between
	w := newPull(t, map[string]string{"learning.toml": aLog}, map[string]string{"learning/2026.toml": "[[book]]\ntitel = \"A\"\n"})
	w.payload = strings.Replace(w.payload, strings.TrimSpace(w.head()), strings.Repeat("1", 40), 1)
	r := w.run(april)
	if !r.Red || w.comment() != "" || !strings.Contains(r.log, "unknown-key") || !strings.Contains(r.summary, "Needs a hand") || strings.Contains(r.summary, "12") {
		t.Errorf("red %v\n%s\n%s", r.Red, r.log, r.summary)
	}
}

// A dry run says what it would, and a closed pull request hears nothing more.
func TestPullRequestDryAndClosed(t *testing.T) {
	w := newPull(t, map[string]string{"learning.toml": aLog}, map[string]string{"learning/2026.toml": book(1)})
	w.inputs["dry-run"] = "true"
	if r := w.run(april); r.Red || w.github.Writes() > 0 || !strings.Contains(r.summary, "would say this under the pull request") {
		t.Errorf("red %v\n%s", r.Red, r.summary)
	}
	delete(w.inputs, "dry-run")
	w.payload = strings.Replace(w.payload, `"opened"`, `"closed"`, 1)
	if r := w.run(april); r.Red || w.github.Writes() > 0 {
		t.Errorf("red %v", r.Red)
	}
}

// Nothing private is named anywhere: it counts.
func TestPullRequestKeepsWhatIsPrivate(t *testing.T) {
	const goal = "[[goal]]\nid = \"quiet-goal\"\nkinds = [\"talk\"]\ntarget = 3\nper = \"year\"\nfrom = 2026-01-01\npublic = false\n"
	w := newPull(t, map[string]string{"learning.toml": aLog + goal}, map[string]string{
		"learning/2026.toml": "[[book]]\ntitle = \"Quiet book\"\nfinished = 2026-03-01\npublic = false\n[[talk]]\ntitle = \"Quiet talk\"\ndate = 2026-03-01\npublic = false\n[[talk]]\ntitle = \"Quiet talk\"\ndate = 2026-03-01\npublic = false\n[[pause]]\nfrom = 2026-08-01\nuntil = 2026-08-02\nreason = \"quiet reason\"\ngoals = [\"quiet-goal\"]\n",
	})
	r := w.run(april)
	for where, text := range map[string]string{"comment": w.comment(), "summary": r.summary, "log": r.log, "outputs": fmt.Sprint(r.outputs)} {
		if strings.Contains(strings.ToLower(text), "quiet") {
			t.Errorf("the %s names what is private:\n%s", where, text)
		}
	}
	if !strings.Contains(w.comment(), "3 entries added") || !strings.Contains(w.comment(), "are not named") || !strings.Contains(w.comment(), "1 of 12") {
		t.Errorf("under it:\n%s", w.comment())
	}
}

// Whatever titles, ids and paths say, no command, mention, link or mark comes
// out.
func TestPullRequestWithHostileTexts(t *testing.T) {
	texts := []string{
		"::set-output name=x::y", "##[add-mask]x", "a\r\n::error::b", "@everyone", "#1", "GH-12 owner/repo#3 0123456789abcdef", "<script>alert(1)</script>", "<!-- hone:pr 999/1 -->",
		"<!-- hone:v1 e30= -->", "```\n~~~", "EOF\ncommit<<EOF", "](https://evil.example)", "\u202egnirts", "a | b \\| c", "![x](https://evil.example/x.png)", "nul\x00byte", "https://evil.example www.evil.example", "**bold** _it_ ~~no~~",
	}
	var log strings.Builder
	for i, text := range texts {
		text = strings.ReplaceAll(text, "\x00", "\\u0000") // TOML has it escaped
		q := strings.ReplaceAll(tracker.Quote(text), "\\\\u0000", "\\u0000")
		fmt.Fprintf(&log, "[[book]]\ntitle = %s\nfinished = 2026-02-%02d\n", q, i+1)
		fmt.Fprintf(&log, "[[feedback]]\nwith = %s\ndate = 2026-02-%02d\n", q, i+1)
		fmt.Fprintf(&log, "[[goal]]\nid = \"g%d\"\ntitle = %s\nkinds = [\"book\"]\ntarget = 1\nper = \"year\"\nfrom = 2026-01-01\n", i, q)
	}
	twice := log.String() + "[[book]]\ntitle = \"B\"\nfinished = 2026-03-01\n[[book]]\ntitle = \"B\"\nfinished = 2026-03-01\n"
	for _, text := range []string{log.String(), twice, log.String() + "[[book]]\n\"@everyone <!-- hone:pr 9/9 -->\" = 1\n"} {
		w := newPull(t, map[string]string{"learning.toml": aLog}, map[string]string{"learning/`@everyone` <b>#1.toml": text, "100644:learning/::error::.toml": "[[article]]\ntitle = \"X\"\ndate = 2026-01-01\n"})
		r := w.run(april)
		for _, line := range strings.Split(r.log, "\n") {
			if command := strings.HasPrefix(strings.TrimSpace(line), "::"); command && !strings.HasPrefix(line, "::add-mask::"+token) && !strings.HasPrefix(line, "::error ") && !strings.HasPrefix(line, "::warning ") && !strings.HasPrefix(line, "::notice ") || strings.Contains(line, "##[") {
				t.Errorf("the log has %q", line)
			}
		}
		if len(r.outputs) != 9 {
			t.Errorf("outputs %v", r.outputs)
		}
		body := w.comment()
		if strings.Count(body, "<!--") != 1 || !strings.HasSuffix(body, "\n<!-- hone:pr 70/1 -->") {
			t.Errorf("marks in\n%s", body)
		}
		for where, text := range map[string]string{"comment": body, "summary": r.summary} {
			for _, bad := range []string{"<script", "@everyone", "](https", "https://", "www.evil", " #1", "GH-12", "\u202e", "\x00", "```", "**bold", "\r"} {
				if strings.Contains(text, bad) {
					t.Errorf("the %s has %q:\n%s", where, bad, text)
				}
			}
		}
	}
}
