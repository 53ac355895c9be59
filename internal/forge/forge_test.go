package forge_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

const secret = "ghs_S3cretT0kenThatNobodyMaySee"

func server(t testing.TB) *fakegithub.Server {
	s := fakegithub.New(t)
	s.Token = secret
	return s
}

// options are those of a run on a server. Its sleeps take no time.
func options(s *fakegithub.Server) forge.Options {
	return forge.Options{
		API: s.API(), GraphQL: s.GraphQL(), Repository: "o/r", Token: secret, Labels: []string{"learning"},
		Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() },
	}
}

func client(t testing.TB, o forge.Options) *forge.Client {
	t.Helper()
	c, err := forge.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const (
	late = "[settings]\nstart = 2026-01-01\n" +
		"[[goal]]\nid = \"books\"\ntitle = \"Books\"\nkinds = [\"book\"]\ntarget = 12\nper = \"year\"\n" +
		"[[goal]]\nid = \"talks\"\ntitle = \"Talks\"\nkinds = [\"talk\"]\nevery = \"30d\"\n"
	back = late + "[[book]]\ntitle = \"A\"\nfinished = 2026-04-06\n[[book]]\ntitle = \"B\"\nfinished = 2026-04-06\n[[book]]\ntitle = \"C\"\nfinished = 2026-04-06\n" +
		"[[book]]\ntitle = \"D\"\nfinished = 2026-04-06\n"
)

// want looks at a log on a day.
func want(t testing.TB, text, day string) nudge.Want {
	t.Helper()
	l, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(text)}}, nil)
	today, err := civil.Parse(day)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	return nudge.Look(l, findings, today, 3)
}

// run is a whole run, as a new process makes it.
func run(t testing.TB, o forge.Options, w nudge.Want) (nudge.Report, error) {
	t.Helper()
	c := client(t, o)
	steps, err := nudge.Propose(context.Background(), c, w)
	if err != nil {
		return nudge.Report{}, err
	}
	r := nudge.Apply(context.Background(), c, steps, 20)
	return r, r.Err()
}

func mustRun(t testing.TB, o forge.Options, w nudge.Want) nudge.Report {
	t.Helper()
	r, err := run(t, o, w)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// open lists the open issues by their titles.
func open(s *fakegithub.Server) (titles []string) {
	for _, i := range s.Issues() {
		if i.State == "open" {
			titles = append(titles, i.Title)
		}
	}
	return titles
}

// quiet holds the promise of a quiet run: after one, nothing is left to do, and
// there is one open issue for each of these titles.
func quiet(t testing.TB, s *fakegithub.Server, w nudge.Want, titles ...string) {
	t.Helper()
	s.Heal()
	if _, err := run(t, options(s), w); err != nil {
		t.Fatalf("a quiet run: %v", err)
	}
	before := s.Writes()
	if r := mustRun(t, options(s), w); s.Writes() != before || len(r.Done) > 0 {
		t.Errorf("a second run: %v", r.Done)
	}
	if got := open(s); fmt.Sprint(got) != fmt.Sprint(titles) {
		t.Errorf("open: %q, want %q", got, titles)
	}
}

func hidden(t testing.TB, values ...any) {
	t.Helper()
	for _, v := range values {
		for _, form := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x"} {
			if text := fmt.Sprintf(form, v); strings.Contains(text, secret) || strings.Contains(text, secret[4:20]) || strings.Contains(text, fmt.Sprintf("%x", secret)) {
				t.Errorf("the token is in %q", text)
			}
		}
	}
}

func kindOf(err error) forge.Kind {
	var e *forge.Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return -1
}

func TestARun(t *testing.T) {
	t.Parallel()
	s := server(t)
	w := want(t, late, "2026-04-05")
	r := mustRun(t, options(s), w)
	if r.Count(nudge.Open) != 2 || r.Done[0].Number != 1 {
		t.Errorf("%v", r.Done)
	}
	quiet(t, s, w, "Books: 3 to catch up", "Talks: one to catch up")
	i := s.Issues()[0]
	if i.Author != "github-actions[bot]" || fmt.Sprint(i.Labels) != "[learning]" || !strings.Contains(i.Body, "<!-- hone:start nudge -->") {
		t.Errorf("%+v", i)
	}
	s.Now = time.Date(2026, 4, 6, 23, 0, 0, 0, time.UTC)
	w = want(t, back, "2026-04-06")
	if r := mustRun(t, options(s), w); fmt.Sprint(r.Done) != "[close #1 for books as completed: back on the line]" {
		t.Errorf("%v", r.Done)
	}
	if i := s.Issues()[0]; i.State != "closed" || i.Reason != "completed" || !strings.Contains(i.Body, "Back on the line") {
		t.Errorf("%+v", i)
	}
	quiet(t, s, w, "Talks: one to catch up")
	if r := mustRun(t, options(s), want(t, late, "2026-04-07")); fmt.Sprint(r.Done) != "[reopen #1 for books: it is due again]" || s.Issues()[0].Reason != "reopened" {
		t.Errorf("%v", r.Done)
	}
	if n := len(s.Calls()); n > 60 {
		t.Errorf("%d calls", n)
	}
}

func TestAQuietRunIsShort(t *testing.T) {
	t.Parallel()
	s := server(t)
	w := want(t, late, "2026-04-05")
	mustRun(t, options(s), w)
	before := len(s.Calls())
	mustRun(t, options(s), w)
	var made []string
	for _, c := range s.Calls()[before:] {
		made = append(made, c.String())
	}
	if got := strings.Join(made, "\n"); got != "GET /repos/o/r\nGET /user\nPOST /api/graphql\nGET /repos/o/r/issues?labels=learning&per_page=100&state=all\nGET /repos/o/r/issues?creator=github-actions%5Bbot%5D&per_page=100&state=open" {
		t.Errorf("%s", got)
	}
}

func TestPersonsToken(t *testing.T) {
	t.Parallel()
	s := server(t)
	s.Person, s.Login = true, "ada"
	w := want(t, late, "2026-04-05")
	mustRun(t, options(s), w)
	quiet(t, s, w, "Books: 3 to catch up", "Talks: one to catch up")
}

func TestDayOfClosingIsTheLogs(t *testing.T) {
	t.Parallel()
	s := server(t)
	s.Add(fakegithub.Issue{Title: "x", State: "closed", Author: s.Login, Labels: []string{"learning"}, ClosedAt: time.Date(2026, 4, 5, 23, 30, 0, 0, time.UTC)})
	o := options(s)
	o.Zone = time.FixedZone("", 2*60*60)
	issues, err := client(t, o).List(context.Background(), false)
	if err != nil || issues[0].Closed != civil.Of(2026, 4, 6) {
		t.Errorf("%v %v", issues, err)
	}
}

func TestPages(t *testing.T) {
	t.Parallel()
	for _, cursor := range []bool{false, true} {
		s := server(t)
		s.PageSize, s.Cursor = 2, cursor
		for range 7 {
			s.Add(fakegithub.Issue{Title: "x", Author: s.Login, Labels: []string{"Learning"}})
		}
		s.Add(fakegithub.Issue{Title: "pull", Author: s.Login, Labels: []string{"learning"}, PullRequest: true})
		issues, err := client(t, options(s)).List(context.Background(), true)
		if err != nil || len(issues) != 7 {
			t.Errorf("cursor %v: %d issues, %v", cursor, len(issues), err)
		}
	}
}

func TestTrust(t *testing.T) {
	t.Parallel()
	s := server(t)
	s.Levels = map[string]string{"owner": "admin", "friend": "write", "guest": "read"}
	for _, author := range []string{"owner", "friend", "guest", "stranger", "evil[bot]", s.Login} {
		s.Add(fakegithub.Issue{Title: "x", Body: "<!-- hone:v1 e30= -->", Author: author, Labels: []string{"learning"}})
	}
	issues, err := client(t, options(s)).List(context.Background(), false)
	if err != nil {
		t.Fatal(err)
	}
	var trusted []int
	for _, i := range issues {
		if i.Trusted {
			trusted = append(trusted, i.Number)
		}
		if i.Ours != (i.Number == 6) {
			t.Errorf("%+v", i)
		}
	}
	if fmt.Sprint(trusted) != "[6 2 1]" {
		t.Errorf("trusted: %v", trusted)
	}
}

func TestForgedIssuesAreLeftAlone(t *testing.T) {
	t.Parallel()
	s := server(t)
	w := want(t, late, "2026-04-05")
	mustRun(t, options(s), w)
	real := s.Issues()[0]
	forged := s.Add(fakegithub.Issue{Title: real.Title, Body: real.Body, Author: "stranger", Labels: []string{"learning"}})
	mustRun(t, options(s), want(t, back, "2026-04-06"))
	if i := s.Issues()[forged-1]; i.State != "open" || i.Body != real.Body {
		t.Errorf("%+v", i)
	}
}

func isStop(err error) bool { return errors.Is(err, nudge.ErrStop) }
