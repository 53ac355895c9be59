package run

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/repo/gitserver"
	"github.com/honelog/hone/tracker/civil"
)

// onAPI starts a GitHub with a repository ana/log. Its first commit is as old as
// one on a Git server.
func onAPI(t testing.TB, files map[string]string) (*fakegithub.Server, Where) {
	t.Helper()
	s := fakegithub.New(t)
	s.Token, s.Owner, s.Name = token, "ana", "log"
	s.Now = time.Unix(1709294400, 0)
	s.Push("main", data(files))
	s.Now = at(aDay).Now
	return s, Where{Server: "https://github.example", Repository: "ana/log", Branch: "main", Forge: opens(s)}
}

func data(files map[string]string) map[string][]byte {
	out := map[string][]byte{}
	for name, text := range files {
		out[name] = []byte(text)
	}
	return out
}

func opens(s *fakegithub.Server) func() (*forge.Client, error) { return opensBefore(s, func() {}) }

// opensBefore opens a client that does something before each of its calls.
func opensBefore(s *fakegithub.Server, do func()) func() (*forge.Client, error) {
	return func() (*forge.Client, error) {
		return forge.New(forge.Options{
			API: s.API(), GraphQL: s.GraphQL(), Repository: "ana/log", Token: token, Labels: []string{"learning"},
			Sleep:     func(ctx context.Context, _ time.Duration) error { return ctx.Err() },
			Transport: before{do},
		})
	}
}

// before is the usual transport, with something done before each call.
type before struct{ do func() }

func (b before) RoundTrip(r *http.Request) (*http.Response, error) {
	b.do()
	return http.DefaultTransport.RoundTrip(r)
}

func by(way string) Inputs {
	in := inputs()
	in.Publish = way
	return in
}

// Whichever way files take, the same log makes the same files, to the hash that
// Git itself gives to all of them.
func TestWaysMakeTheSameFiles(t *testing.T) {
	many := map[string]string{"learning.toml": aLog, "README.md": aReadme}
	for n := 1; n < 9; n++ {
		many[fmt.Sprintf("learning/2026/%d.toml", n)] = book(n)
	}
	for name, files := range map[string]map[string]string{
		"small":    {"learning.toml": aLog + book(1), "README.md": aReadme, "learning/badges/badge-gone.svg": "<svg/>", "learning/badges/mine.txt": "kept"},
		"CRLF":     {"learning.toml": strings.ReplaceAll(aLog+book(1), "\n", "\r\n"), "README.md": strings.ReplaceAll(aReadme, "\n", "\r\n")},
		"no cards": {"learning.toml": "[cards]\nshow = []\n" + aLog},
		"many":     many,
	} {
		for _, branch := range []string{"", "learning-badges"} {
			git, w, dir := served(t, files)
			in := inputs()
			in.PublishBranch = branch
			pushed, err := Publish(context.Background(), w, in, at(aDay))
			if err != nil {
				t.Fatal(name, err)
			}
			s, v := onAPI(t, files)
			v.Server = git.URL
			in.Publish = "api"
			sent, err := Publish(context.Background(), v, in, at(aDay))
			if err != nil {
				t.Fatal(name, err)
			}
			if fmt.Sprint(pushed.Changed) != fmt.Sprint(sent.Changed) {
				t.Errorf("%s: %v, and %v", name, pushed.Changed, sent.Changed)
			}
			for _, b := range []string{"main", branch} {
				if b == "" {
					continue
				}
				if want := strings.TrimSpace(gitserver.Git(t, dir, "rev-parse", b+"^{tree}")); s.Commits(b)[0].Tree != want {
					t.Errorf("%s: branch %s has other files:\n%v\n%v", name, b, gitserver.Files(t, dir, b), s.Files(b))
				}
			}
			writes := s.Writes()
			if again, err := Publish(context.Background(), v, in, at(aDay)); err != nil || again.Commit != "" || s.Writes() != writes {
				t.Errorf("%s: the second run: %v %v", name, again.Changed, err)
			}
		}
	}
}

// Sixty quiet days: the goal is done on the first day and stays so. Without
// cards there is one write, and the heartbeat.
func TestQuietDaysByAPI(t *testing.T) {
	log := "[cards]\nshow = []\n" + strings.Replace(aLog, "target = 12", "target = 1", 1) + book(1)
	for way, want := range map[string]string{"api": "[0 46]", "pull-request": "[0 46]"} {
		s, w := onAPI(t, map[string]string{"learning.toml": log, "README.md": aReadme})
		var wrote []int
		for n := range 61 {
			writes := s.Writes()
			clock := at(aDay + civil.Date(n))
			s.Now = clock.Now
			if _, err := Publish(context.Background(), w, by(way), clock); err != nil {
				t.Fatal(err)
			}
			if s.Writes() != writes {
				wrote = append(wrote, n)
			}
		}
		if fmt.Sprint(wrote) != want {
			t.Errorf("%s: on days %v something is written, want %s", way, wrote, want)
		}
	}
}

// Somebody commits an entry between two calls of a run, wherever: what lands is
// made from the newest log, and nothing is lost.
func TestEntryBetweenAnyTwoCalls(t *testing.T) {
	for call := 0; ; call++ {
		s, w := onAPI(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
		n := 0
		w.Forge = opensBefore(s, func() {
			if n++; n == call+1 {
				s.Push("main", map[string][]byte{"learning/2026.toml": []byte(book(1) + book(2))})
			}
		})
		if _, err := Publish(context.Background(), w, by("api"), at(aDay)); err != nil {
			t.Fatal(err)
		}
		if n <= call {
			return
		}
		if files := s.Files("main"); !strings.Contains(files["README.md"], "2 of 12") || files["learning/2026.toml"] == "" {
			t.Fatalf("before call %d: %s", call, files["README.md"])
		}
	}
}

func TestRefusalsByAPI(t *testing.T) {
	s, w := onAPI(t, map[string]string{"learning.toml": aLog})
	s.Protected["main"] = "Changes must be made through a pull request."
	_, err := Publish(context.Background(), w, by("api"), at(aDay))
	if Mend(err) != "with:\n  publish: pull-request" {
		t.Errorf("%v, mended by %q", err, Mend(err))
	}
	s.ReadOnly = true
	if _, err := Publish(context.Background(), w, by("api"), at(aDay)); Mend(err) != "permissions:\n  contents: write" {
		t.Errorf("%v, mended by %q", err, Mend(err))
	}
	w.Forge = nil
	for _, way := range []string{"api", "pull-request"} {
		if _, err := Publish(context.Background(), w, by(way), at(aDay)); err == nil || !strings.Contains(err.Error(), "token") {
			t.Errorf("%s: %v", way, err)
		}
	}
	if len(s.Commits("main")) != 1 {
		t.Error("something was written")
	}
}

func TestPublishAsPullRequest(t *testing.T) {
	s, w := onAPI(t, map[string]string{"learning.toml": aLog + book(1), "README.md": aReadme})
	run := func(day civil.Date) Published {
		t.Helper()
		s.Now = at(day).Now
		p, err := Publish(context.Background(), w, by("pull-request"), at(day))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	p := run(aDay)
	pull := s.Pulls()[0]
	if p.Pull != 1 || p.Commit == "" || len(p.Changed) == 0 || pull.Title != "Update learning badges" || pull.Head != "hone/update" || len(s.Commits("main")) != 1 {
		t.Errorf("%+v %+v", p, pull)
	}
	for _, says := range []string{"made from the log as it is on main", "- README.md\n", "<!-- hone:pull open "} {
		if !strings.Contains(pull.Body, says) {
			t.Errorf("it lacks %q:\n%s", says, pull.Body)
		}
	}
	if !strings.Contains(strings.Join(p.Plan.Notes, "\n"), "wait in pull request #1: https://github.example/ana/log/pull/1") {
		t.Errorf("%v", p.Plan.Notes)
	}
	if again := run(aDay); again.Commit != "" || len(again.Changed) > 0 || again.Pull != 1 {
		t.Errorf("again: %+v", again)
	}

	// Closed by a person: weeks go by, and it stays closed until there is news.
	s.ChangePull(1, func(p *fakegithub.Pull) { p.State = "closed" })
	writes := s.Writes()
	for day := aDay + 1; day < aDay+13; day++ { // over a Monday, on which cards change
		if p := run(day); s.Writes() != writes || !strings.Contains(strings.Join(p.Plan.Notes, "\n"), "stays closed") {
			t.Fatalf("%v: %v", day, p.Plan.Notes)
		}
	}
	s.Push("main", data(map[string]string{"learning/2026.toml": book(2)}))
	if p := run(aDay + 13); p.Pull != 2 {
		t.Errorf("%+v", s.Pulls())
	}
	s.Merge(2)
	if p := run(aDay + 13); p.Pull != 0 || p.Commit != "" || !strings.Contains(s.Files("main")["README.md"], "2 of 12") {
		t.Errorf("merged: %+v", p)
	}
}

// Pictures on a branch of their own need no leave; the README does.
func TestPublishApartAsPullRequest(t *testing.T) {
	s, w := onAPI(t, map[string]string{"learning.toml": aLog + book(1), "README.md": strings.ReplaceAll(aReadme, " badges", " ana/badges")})
	in := by("pull-request")
	in.PublishBranch, in.Name = "learning-badges", "ana"
	s.Protected["main"] = "Changes must be made through a pull request."
	p, err := Publish(context.Background(), w, in, at(aDay))
	if err != nil || p.Pull != 1 || s.Pulls()[0].Head != "hone/update-ana" || s.Files("learning-badges")["learning/badges/badge-books.svg"] == "" || !strings.Contains(s.Files("hone/update-ana")["README.md"], "/raw/learning-badges/") || len(s.Commits("main")) != 1 {
		t.Errorf("%+v %v", p, err)
	}
}
