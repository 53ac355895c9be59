package run

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/repo/gitserver"
	"github.com/honelog/hone/tracker"
)

var ana = Person{Login: "ana", ID: 7}

// adds is an addition of a book, from an issue.
func adds(n, issue int) Addition {
	source := fmt.Sprintf("source = \"#%d\"\n", issue)
	return func(log []tracker.File) (Added, error) {
		name := fmt.Sprintf("learning/2026/book-%d.toml", n)
		for _, f := range log {
			if strings.Contains(string(f.Data), source) {
				return Added{There: f.Name}, nil
			}
		}
		for taken := func(f tracker.File) bool { return f.Name == name }; slices.ContainsFunc(log, taken); {
			name = strings.TrimSuffix(name, ".toml") + "x.toml"
		}
		return Added{Files: map[string][]byte{name: []byte(strings.TrimSpace(book(n)) + "\n" + source)}}, nil
	}
}

func record(w Where, in Inputs, issue int) (Recorded, error) {
	return Record(context.Background(), w, in, at(aDay), fmt.Sprint(issue), ana, adds(issue, issue))
}

func TestRecordByPush(t *testing.T) {
	s, w, dir := served(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
	r, err := record(w, inputs(), 3)
	if err != nil {
		t.Fatal(err)
	}
	files := gitserver.Files(t, dir, "main")
	if fmt.Sprint(r.Files) != "[learning/2026/book-3.toml]" || r.There || r.URL != w.URL()+"/commit/"+r.Commit || r.Plan == nil {
		t.Errorf("%+v", r)
	}
	if !strings.Contains(files["README.md"], "1 of 12") || !strings.Contains(files["learning/badges/badge-books.svg"], "1 of 12") || !strings.Contains(files["learning/2026/book-3.toml"], `source = "#3"`) {
		t.Errorf("%q", files)
	}
	host := strings.TrimPrefix(s.URL, "http://")
	host, _, _ = strings.Cut(host, ":")
	if got := gitserver.Git(t, dir, "log", "-1", "--format=%an|%B", "main"); strings.TrimSpace(got) != "github-actions[bot]|Add a learning entry\n\nCo-authored-by: ana <7+ana@users.noreply."+host+">" {
		t.Errorf("%q", got)
	}
	head := gitserver.Git(t, dir, "rev-parse", "main")
	again, err := record(w, inputs(), 3)
	if err != nil || !again.There || again.Commit != "" || fmt.Sprint(again.Files) != "[learning/2026/book-3.toml]" || gitserver.Git(t, dir, "rev-parse", "main") != head {
		t.Errorf("again: %+v %v", again, err)
	}
}

// Whatever way, and with pictures apart or not: entry, README and pictures are
// those of one log.
func TestRecordWays(t *testing.T) {
	for _, branch := range []string{"", "learning-badges"} {
		s, w := onAPI(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
		in := by("api")
		in.PublishBranch = branch
		r, err := record(w, in, 3)
		if err != nil || r.Late != nil || r.Commit != s.Commits("main")[0].Hash || len(s.Commits("main")) != 2 || !s.Commits("main")[0].Signed {
			t.Fatalf("%+v %v", r, err)
		}
		pictures := s.Files("main")
		if branch != "" {
			pictures = s.Files(branch)
		}
		if !strings.Contains(s.Files("main")["README.md"], "1 of 12") || !strings.Contains(pictures["learning/badges/badge-books.svg"], "1 of 12") {
			t.Errorf("%q", s.Files("main"))
		}
		writes := s.Writes()
		if again, err := record(w, in, 3); err != nil || !again.There || s.Writes() != writes {
			t.Errorf("%+v %v", again, err)
		}
		if p, err := Publish(context.Background(), w, in, at(aDay)); err != nil || p.Commit != "" {
			t.Errorf("a run after it writes %v, %v", p.Changed, err)
		}
	}
}

// A name that is taken, by the log or by anything else, is never overwritten.
func TestRecordOverwritesNothing(t *testing.T) {
	s, w := onAPI(t, map[string]string{"learning.toml": aLog, "learning/2026/book-3.toml": book(1), "120000:learning/2026/book-3x.toml": "../../learning.toml"})
	r, err := record(w, by("api"), 3)
	if err != nil || fmt.Sprint(r.Files) != "[learning/2026/book-3xx.toml]" || s.Files("main")["learning/2026/book-3.toml"] != book(1) || s.Files("main")["learning/2026/book-3x.toml"] != "../../learning.toml" {
		t.Errorf("%+v %v", r, err)
	}
	stubborn := func([]tracker.File) (Added, error) {
		return Added{Files: map[string][]byte{"learning.toml": []byte("")}}, nil
	}
	if _, err := Record(context.Background(), w, by("api"), at(aDay), "4", ana, stubborn); err == nil || !strings.Contains(err.Error(), "taken") {
		t.Errorf("%v", err)
	}
	for _, name := range []string{"../x.toml", "learning/../../x.toml", ".github/workflows/x.yml", "README.md", "learning/badges/x.toml", "learning/2026/a/b.toml"} {
		odd := func([]tracker.File) (Added, error) { return Added{Files: map[string][]byte{name: []byte("")}}, nil }
		if _, err := Record(context.Background(), w, by("api"), at(aDay), "4", ana, odd); err == nil {
			t.Errorf("%s was written", name)
		}
	}
}

func TestRecordBelowAFolder(t *testing.T) {
	s, w := onAPI(t, map[string]string{"people/ana/learning.toml": aLog, "people/bob/learning.toml": aLog})
	in := by("api")
	in.Log, in.Output = []string{"people/ana"}, "people/ana/badges"
	if r, err := record(w, in, 3); err != nil || fmt.Sprint(r.Files) != "[people/ana/learning/2026/book-3.toml]" || s.Files("main")["people/ana/learning/2026/book-3.toml"] == "" {
		t.Errorf("%+v %v", r, err)
	}
	if again, err := record(w, in, 3); err != nil || !again.There {
		t.Errorf("%+v %v", again, err)
	}
	in.Log = []string{"people/ana/learning.toml"}
	if _, err := record(w, in, 4); err == nil || !strings.Contains(err.Error(), "name the folder") {
		t.Errorf("%v", err)
	}
}

func TestRecordRefusals(t *testing.T) {
	s, w := onAPI(t, map[string]string{"learning.toml": aLog})
	if _, err := record(w, by("none"), 3); err == nil || !strings.Contains(err.Error(), "publish is none") {
		t.Errorf("%v", err)
	}
	dry := by("api")
	dry.DryRun = true
	if _, err := record(w, dry, 3); err == nil {
		t.Error("a dry run writes")
	}
	if _, err := Record(context.Background(), w, by("api"), at(aDay), "../x", ana, adds(3, 3)); err == nil {
		t.Error("a key with a path")
	}
	if _, err := Record(context.Background(), w, by("api"), at(aDay), "3", Person{"a\n\nFixes #1", 7}, adds(3, 3)); err == nil {
		t.Error("a login with a line break")
	}
	wrong := errors.New("not taken")
	if _, err := Record(context.Background(), w, by("api"), at(aDay), "3", ana, func([]tracker.File) (Added, error) { return Added{}, wrong }); !errors.Is(err, wrong) {
		t.Errorf("%v", err)
	}
	broken := func([]tracker.File) (Added, error) {
		return Added{Files: map[string][]byte{"learning/2026/x.toml": []byte("[[book]]\ntitel = 1\n")}}, nil
	}
	for _, way := range []string{"api", "pull-request"} {
		if _, err := Record(context.Background(), w, by(way), at(aDay), "3", ana, broken); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v", way, err)
		}
	}
	s.ReadOnly = true
	if _, err := record(w, by("api"), 3); Mend(err) != "permissions:\n  contents: write" {
		t.Errorf("%v", err)
	}
	if len(s.Commits("main")) != 1 || len(s.Pulls()) > 0 {
		t.Error("something was written")
	}
}

// Where the branch is protected, the entry waits in a pull request of its own,
// whatever the way; two of them do not stand in each other's way.
func TestRecordOnProtectedBranch(t *testing.T) {
	git, pushing, dir := served(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
	gitserver.Hook(t, dir, "pre-receive", "echo 'error: GH006: Protected branch update failed for refs/heads/main.' >&2; exit 1")
	if _, err := record(pushing, inputs(), 3); Mend(err) != "with:\n  publish: pull-request" {
		t.Errorf("without the API: %v", err)
	}
	for n, way := range []string{"push", "api", "pull-request", "push", "api"} {
		s, w := onAPI(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
		s.Protected["main"] = "Changes must be made through a pull request."
		if n == 3 { // from here on in words that nobody knows
			gitserver.Hook(t, dir, "pre-receive", "echo 'Nein.' >&2; exit 1")
		}
		if n >= 3 {
			s.Protected["main"] = "Nein."
		}
		if way == "push" {
			w.Server = git.URL
		}
		first, err := record(w, by(way), 3)
		if err != nil || first.Pull != 1 || first.URL != w.URL()+"/pull/1" || len(s.Commits("main")) != 1 {
			t.Fatalf("%s: %+v %v", way, first, err)
		}
		second, err := record(w, by(way), 4)
		if err != nil || second.Pull != 2 {
			t.Fatalf("%s: %+v %v", way, second, err)
		}
		if head := s.Files("hone/entry-3"); len(head) != 3 || !strings.Contains(head["learning/2026/book-3.toml"], "#3") || !strings.Contains(s.Commits("hone/entry-3")[0].Message, "Co-authored-by: ana <7+ana@") {
			t.Errorf("%s: %q", way, head)
		}
		writes := s.Writes()
		if again, err := record(w, by(way), 3); err != nil || again.Pull != 1 || s.Writes() != writes {
			t.Errorf("%s: again: %+v %v", way, again, err)
		}
		// What the issue says now is what the pull request holds.
		edited, err := Record(context.Background(), w, by(way), at(aDay), "3", ana, adds(5, 3))
		if head := s.Files("hone/entry-3"); err != nil || edited.Pull != 1 || len(head) != 3 || head["learning/2026/book-5.toml"] == "" {
			t.Errorf("%s: edited: %+v %v", way, edited, err)
		}
		s.ChangePull(1, func(p *fakegithub.Pull) { p.State = "closed" })
		if held, err := Record(context.Background(), w, by(way), at(aDay), "3", ana, adds(5, 3)); err != nil || !held.Held || held.Pull != 1 {
			t.Errorf("%s: closed: %+v %v", way, held, err)
		}
		s.Merge(2)
		if way == "push" {
			continue // this server's files are another's
		}
		if merged, err := record(w, by(way), 4); err != nil || !merged.There || merged.Pull != 0 {
			t.Errorf("%s: merged: %+v %v", way, merged, err)
		}
	}
}

// Two issues at once, the one between any two calls of the other, and an answer
// lost at any call: both entries are in the log, each once, and what is
// published is of both.
func TestRecordsAtOnce(t *testing.T) {
	for _, graphQL := range []bool{true, false} {
		for call := 0; ; call++ {
			s, w := onAPI(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
			s.NoMutation = !graphQL
			n, other := 0, w
			w.Forge = opensBefore(s, func() {
				if n++; n == call+1 {
					if r, err := record(other, by("api"), 4); err != nil || r.There {
						t.Errorf("the other: %+v %v", r, err)
					}
				}
			})
			r, err := record(w, by("api"), 3)
			if n <= call {
				break
			}
			files := s.Files("main")
			if err != nil || r.There || len(s.Commits("main")) != 3 || files["learning/2026/book-3.toml"] == "" || files["learning/2026/book-4.toml"] == "" || !strings.Contains(files["README.md"], "2 of 12") {
				t.Fatalf("before call %d: %+v %v, %d commits", call, r, err, len(s.Commits("main")))
			}
		}
		for call := 0; ; call++ {
			s, w := onAPI(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
			s.NoMutation = !graphQL
			made := 0
			s.Inject = func(n int, _ fakegithub.Call) *fakegithub.Fault {
				if made++; n == call {
					return &fakegithub.Fault{Effect: true, Status: 502, Body: "<html>"}
				}
				return nil
			}
			r, err := record(w, by("api"), 3)
			if made <= call {
				break
			}
			if err != nil || r.There || r.Commit != s.Commits("main")[0].Hash || len(s.Commits("main")) != 2 || fmt.Sprint(r.Files) != "[learning/2026/book-3.toml]" {
				t.Fatalf("lost at call %d: %+v %v", call, r, err)
			}
		}
	}
}

// The same event twice at once, as a workflow that is run again: one entry.
func TestRecordTwice(t *testing.T) {
	for call := 0; ; call++ {
		s, w := onAPI(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
		n, other := 0, w
		w.Forge = opensBefore(s, func() {
			if n++; n == call+1 {
				if _, err := record(other, by("api"), 3); err != nil {
					t.Error(err)
				}
			}
		})
		_, err := record(w, by("api"), 3)
		if n <= call {
			return
		}
		if err != nil || len(s.Commits("main")) != 2 || !strings.Contains(s.Files("main")["README.md"], "1 of 12") {
			t.Fatalf("before call %d: %v, %d commits", call, err, len(s.Commits("main")))
		}
	}
}
