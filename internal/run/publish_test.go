package run

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/honelog/hone/internal/repo/gitserver"
	"github.com/honelog/hone/tracker/civil"
)

const aLog = `[[goal]]
id = "books"
title = "Books"
kinds = ["book"]
target = 12
per = "year"
from = 2026-01-01
`

const aReadme = "# Me\n\n<!-- hone:start badges -->\n<!-- hone:end badges -->\n"

func book(n int) string {
	return fmt.Sprintf("\n[[book]]\ntitle = \"Book %d\"\nfinished = 2026-01-%02d\n", n, n)
}

// at is a clock that stands at noon of a day.
func at(d civil.Date) Clock {
	y, m, day := d.YMD()
	return Clock{Now: time.Date(y, m, day, 12, 0, 0, 0, time.UTC), Zone: zone, Day: func(string) civil.Date { return d }}
}

var aDay = civil.Of(2026, 2, 10)

// served starts a server with a repository OWNER/log.
func served(t *testing.T, files map[string]string) (*gitserver.Server, Where, string) {
	t.Helper()
	s := gitserver.New(t)
	s.Token = "a-secret-token"
	dir := s.Bare("ana/log", files)
	return s, Where{Server: s.URL, Repository: "ana/log", Branch: "main"}, dir
}

func inputs() Inputs {
	in := Defaults()
	in.Token = "a-secret-token"
	return in
}

func TestPublishTogether(t *testing.T) {
	s, w, dir := served(t, map[string]string{"learning.toml": aLog + book(1) + book(2), "README.md": aReadme, "learning/badges/badge-gone.svg": "<svg/>", "learning/badges/mine.txt": "kept"})
	p, err := Publish(context.Background(), w, inputs(), at(aDay))
	if err != nil {
		t.Fatal(err)
	}
	files := gitserver.Files(t, dir, "main")
	if !strings.Contains(files["learning/badges/badge-books.svg"], "2 of 12 · next by 2 Apr") {
		t.Errorf("the badge says\n%s", files["learning/badges/badge-books.svg"])
	}
	if !strings.Contains(files["README.md"], `src="learning/badges/badge-books.svg" alt="Books: 2 of 12 · next by 2 Apr"`) {
		t.Errorf("the README is\n%s", files["README.md"])
	}
	if _, there := files["learning/badges/badge-gone.svg"]; there || files["learning/badges/mine.txt"] != "kept" {
		t.Error("stale files stay, or others go")
	}
	if files["learning.toml"] != aLog+book(1)+book(2) {
		t.Error("the log changes")
	}
	if log := gitserver.Git(t, dir, "log", "--format=%an|%s|%b", "-1", "main"); log != "github-actions[bot]|Update learning badges|\n" {
		t.Errorf("the commit is %q", log)
	}
	gitserver.Check(t, dir)

	requests := len(s.Requests())
	again, err := Publish(context.Background(), w, inputs(), at(aDay))
	if err != nil || again.Commit != "" || len(again.Changed) > 0 {
		t.Errorf("the second run: %+v, %v", again, err)
	}
	for _, r := range s.Requests()[requests:] {
		if strings.Contains(r.URL, "receive-pack") {
			t.Errorf("the second run pushes: %s", r.URL)
		}
	}
	if p.Commit == "" {
		t.Error("no commit is named")
	}
}

func TestPublishApart(t *testing.T) {
	_, w, dir := served(t, map[string]string{"learning.toml": aLog + book(1), "README.md": aReadme})
	in := inputs()
	in.PublishBranch = "learning-badges"
	if _, err := Publish(context.Background(), w, in, at(aDay)); err != nil {
		t.Fatal(err)
	}
	main, side := gitserver.Files(t, dir, "main"), gitserver.Files(t, dir, "learning-badges")
	if side["learning/badges/badge-books.svg"] == "" || side["learning.toml"] != "" {
		t.Errorf("the side branch has %d files", len(side))
	}
	if main["learning/badges/badge-books.svg"] != "" {
		t.Error("pictures lie on the log's branch, too")
	}
	if want := w.URL() + "/raw/learning-badges/learning/badges/badge-books.svg"; !strings.Contains(main["README.md"], want) {
		t.Errorf("the README lacks %s:\n%s", want, main["README.md"])
	}
	again, err := Publish(context.Background(), w, in, at(aDay))
	if err != nil || again.Commit != "" {
		t.Errorf("the second run: %+v, %v", again, err)
	}
	gitserver.Check(t, dir)
}

// Six publishers at once, while the log grows: all land or find nothing to do,
// and what stands in the end is that of the newest log.
func TestPublishersAtOnce(t *testing.T) {
	_, w, dir := served(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
	var group sync.WaitGroup
	for i := range 6 {
		group.Add(1)
		go func() {
			defer group.Done()
			if _, err := Publish(context.Background(), w, inputs(), at(aDay)); err != nil {
				t.Errorf("publisher %d: %v", i, err)
			}
		}()
		if i == 2 {
			// Git itself refuses when somebody was faster; a person pulls and tries again.
			gitserver.Commit(t, dir, "main", map[string]string{"learning/2026.toml": book(1) + book(2) + book(3)})
		}
	}
	group.Wait()
	if _, err := Publish(context.Background(), w, inputs(), at(aDay)); err != nil {
		t.Fatal(err)
	}
	files := gitserver.Files(t, dir, "main")
	if !strings.Contains(files["README.md"], "3 of 12") || !strings.Contains(files["learning/badges/badge-books.svg"], "3 of 12") || files["learning/2026.toml"] == "" {
		t.Errorf("the last state is not the newest log's:\n%s", files["README.md"])
	}
	gitserver.Check(t, dir)
}

// Somebody commits an entry between our reading and our pushing: all is made
// again from the newer log.
func TestLostRaceIsMadeAgain(t *testing.T) {
	s, w, dir := served(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
	var once sync.Once
	s.Intercept(func(rw http.ResponseWriter, r *http.Request, next http.Handler) {
		if strings.HasSuffix(r.URL.Path, "git-receive-pack") && r.Method == http.MethodPost {
			once.Do(func() {
				gitserver.Commit(t, dir, "main", map[string]string{"learning/2026.toml": book(1) + book(2)})
			})
		}
		next.ServeHTTP(rw, r)
	})
	p, err := Publish(context.Background(), w, inputs(), at(aDay))
	if err != nil || p.Commit == "" {
		t.Fatal(p, err)
	}
	if files := gitserver.Files(t, dir, "main"); !strings.Contains(files["README.md"], "2 of 12") {
		t.Errorf("the README is\n%s", files["README.md"])
	}
}

func TestPublishRefusals(t *testing.T) {
	t.Run("wrong log", func(t *testing.T) {
		_, w, dir := served(t, map[string]string{"learning.toml": aLog + "[[book]]\ntitel = 1\n", "README.md": aReadme})
		before := gitserver.Git(t, dir, "rev-parse", "main")
		if _, err := Publish(context.Background(), w, inputs(), at(aDay)); !errors.Is(err, ErrInvalid) {
			t.Errorf("error %v", err)
		}
		if gitserver.Git(t, dir, "rev-parse", "main") != before {
			t.Error("something was written")
		}
	})
	t.Run("protected", func(t *testing.T) {
		_, w, dir := served(t, map[string]string{"learning.toml": aLog})
		gitserver.Hook(t, dir, "pre-receive", "echo 'error: GH006: Protected branch update failed for refs/heads/main.' >&2; exit 1")
		_, err := Publish(context.Background(), w, inputs(), at(aDay))
		if err == nil || !strings.Contains(err.Error(), "GH006") || Mend(err) != "with:\n  publish: pull-request" {
			t.Errorf("error %v, mended by %q", err, Mend(err))
		}
	})
	t.Run("read-only token", func(t *testing.T) {
		s, w, _ := served(t, map[string]string{"learning.toml": aLog})
		s.ReadOnly = true
		_, err := Publish(context.Background(), w, inputs(), at(aDay))
		if err == nil || Mend(err) != "permissions:\n  contents: write" || strings.Contains(err.Error(), "a-secret-token") {
			t.Errorf("error %v, mended by %q", err, Mend(err))
		}
	})
	t.Run("no log", func(t *testing.T) {
		_, w, _ := served(t, map[string]string{"README.md": aReadme})
		if _, err := Publish(context.Background(), w, inputs(), at(aDay)); err == nil || !strings.Contains(err.Error(), "no log") {
			t.Errorf("error %v", err)
		}
	})
}

// Quiet days on a server. The goal is done on the first day and stays so: one
// commit then, and one on each Monday for the cards; in a log without cards none
// but the heartbeat 45 days after.
func TestQuietDaysOnAServer(t *testing.T) {
	log := strings.Replace(aLog, "target = 12", "target = 1", 1) + book(1)
	for _, test := range []struct {
		log  string
		days civil.Date
		want civil.Date // how many of them lie between commits
		name string
	}{{log, 22, 7, "cards"}, {"[cards]\nshow = []\n" + log, 50, 46, "no cards"}} {
		_, w, dir := served(t, map[string]string{"learning.toml": test.log, "README.md": aReadme})
		count := func() string { return strings.TrimSpace(gitserver.Git(t, dir, "rev-list", "--count", "main")) }
		want, commits := aDay, count()
		for d := aDay; d < aDay+test.days; d++ {
			if _, err := Publish(context.Background(), w, inputs(), at(d)); err != nil {
				t.Fatal(err)
			}
			n := count()
			if (n != commits) != (d == want) {
				t.Errorf("%s: on %v a commit is %v", test.name, d, n != commits)
			}
			if commits = n; d == want {
				want += test.want
				if monday, _ := civil.Week.Around(want, civil.January); test.want == 7 {
					want = monday
				}
			}
		}
	}
}

func TestLogFiles(t *testing.T) {
	tests := []struct {
		name, root string
		given      []string
		want       bool
	}{
		{"learning.toml", "", nil, true},
		{"learning/2026.toml", "", nil, true},
		{"learning/2026/x.toml", "", nil, true},
		{"learning/badges/x.toml", "", nil, false},
		{"learning/2026/a/x.toml", "", nil, false},
		{"learning/.x.toml", "", nil, false},
		{"learning/x.json", "", nil, false},
		{"people/ana/learning.toml", "people/ana", nil, true},
		{"people/bob/learning.toml", "people/ana", nil, false},
		{"people/ana/learning/2026.toml", "", []string{"people/ana"}, true},
		{"own.toml", "", []string{"own.toml"}, true},
		{"learning.toml", "", []string{"own.toml"}, false},
	}
	for _, test := range tests {
		if got := isLogFile(test.name, test.root, test.given); got != test.want {
			t.Errorf("isLogFile(%s, %q, %v) = %v", test.name, test.root, test.given, got)
		}
	}
}

func BenchmarkPublish(b *testing.B) {
	s := gitserver.New(b)
	dir := s.Bare("ana/log", map[string]string{"learning.toml": aLog + book(1), "README.md": aReadme})
	gitserver.Grow(b, dir, "main", 1000)
	w := Where{Server: s.URL, Repository: "ana/log", Branch: "main"}
	in := Defaults()
	for i := 0; b.Loop(); i++ {
		in.Output = path.Join("learning", fmt.Sprintf("badges%d", i))
		if _, err := Publish(context.Background(), w, in, at(aDay)); err != nil {
			b.Fatal(err)
		}
	}
}
