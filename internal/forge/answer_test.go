package forge_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/nudge"
)

const ourMark = "<!-- hone:intake 1 -->"

// isAnswer reports whether a comment ends in the mark.
func isAnswer(body string) bool { return strings.HasSuffix(strings.TrimSpace(body), ourMark) }

func answer(t testing.TB, s *fakegithub.Server, text string) (forge.Stuck, error) {
	t.Helper()
	return client(t, options(s)).Answer(t.Context(), forge.Answer{
		Number: 1, Is: isAnswer, Text: text + "\n\n" + ourMark, Keep: func(old string) bool { return strings.HasPrefix(old, "final") },
	})
}

// posted is a server with an issue #1.
func posted(t testing.TB, comments ...fakegithub.Comment) *fakegithub.Server {
	s := server(t)
	s.Add(fakegithub.Issue{Title: "A book", Author: "bob", Labels: []string{"learning-entry"}, Comments: comments})
	return s
}

func TestAnswerIsOneComment(t *testing.T) {
	t.Parallel()
	s := posted(t, fakegithub.Comment{Author: "bob", Body: "forged\n\n" + ourMark}, fakegithub.Comment{Author: "github-actions[bot]", Body: ourMark + "\nof another"})
	for i, x := range []struct {
		text   string
		became forge.Stuck
		there  string
	}{
		{"one", forge.Written, "one"}, {"one", forge.Kept, "one"}, {"one\r\n", forge.Renewed, "one\r\n"}, {"final", forge.Renewed, "final"}, {"late", forge.Kept, "final"},
	} {
		became, err := answer(t, s, x.text)
		all := s.Comments(1)
		if err != nil || became != x.became || len(all) != 3 || !strings.HasPrefix(all[2].Body, x.there) {
			t.Errorf("%d: %s %v %+v", i, became, err, all)
		}
	}
	if all := s.Comments(1); all[0].Body != "forged\n\n"+ourMark || all[1].Body != ourMark+"\nof another" {
		t.Errorf("others are changed: %+v", all)
	}
}

// A look, an answer and a closing under every fault at every call: there is one
// answer at most, and after another try there is, and the issue is closed.
func TestAnswerUnderFaults(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]*fakegithub.Fault{
		"lost": {Effect: true, Status: 502, Body: "<html>"}, "cut": {Effect: true}, "short": {Effect: true, Short: true}, "empty": {Effect: true, Empty: true}, "outage": {Status: 503, Body: "{}"},
		"refused": fakegithub.Refuse(403, "Resource not accessible by integration"), "limited": fakegithub.Refuse(429, "slow down", "Retry-After: 1"), "missing": fakegithub.Refuse(404, "Not Found"),
	} {
		for call := 0; ; call++ {
			s := posted(t)
			made := 0
			s.Inject = func(n int, _ fakegithub.Call) *fakegithub.Fault {
				if made++; n == call {
					return fault
				}
				return nil
			}
			both := func() error {
				if _, err := answer(t, s, "one"); err != nil {
					return err
				}
				return client(t, options(s)).Complete(context.Background(), 1)
			}
			err := both()
			s.Heal()
			if made <= call {
				break
			}
			if err != nil {
				err = both()
			}
			if i := s.Issues()[0]; err != nil || len(s.Comments(1)) != 1 || i.State != "closed" || i.Reason != nudge.Completed {
				t.Errorf("%s at call %d: %v, %+v, %s", name, call, err, s.Comments(1), i.State)
			}
		}
	}
}

// Two runs answer at once, the one between any two calls of the other.
func TestAnswersAtOnce(t *testing.T) {
	t.Parallel()
	for call := 0; ; call++ {
		s := posted(t)
		n := 0
		o := options(s)
		o.Transport = tripper(func(next roundTrip) roundTrip {
			return func(r request) (response, error) {
				if n++; n == call+1 {
					if _, err := answer(t, s, "other"); err != nil {
						t.Error(err)
					}
				}
				return next(r)
			}
		})
		_, err := client(t, o).Answer(t.Context(), forge.Answer{Number: 1, Is: isAnswer, Text: "one\n\n" + ourMark})
		if n <= call {
			return
		}
		if all := s.Comments(1); err != nil || len(all) != 1 {
			t.Errorf("before call %d: %v %+v", call, err, all)
		}
	}
}

// What is there is read afresh, on all pages; what is away says so.
func TestLookAndPosted(t *testing.T) {
	t.Parallel()
	s := server(t)
	label := []string{"learning-entry"}
	for n := range 5 {
		s.Add(fakegithub.Issue{Title: fmt.Sprint(n), Author: "bob", Body: "b", Labels: label, Locked: n == 1})
	}
	s.Add(fakegithub.Issue{Author: "bob", Labels: label, PullRequest: true})
	s.Add(fakegithub.Issue{Author: "bob", Labels: label, State: "closed"})
	s.Add(fakegithub.Issue{Author: "dependabot[bot]"})
	s.Add(fakegithub.Issue{Author: "bob", Deleted: true})
	s.Add(fakegithub.Issue{Author: "bob", MovedTo: "x/y"})
	s.PageSize = 2
	c := client(t, options(s))
	list, err := c.Posted(t.Context(), "learning-entry")
	if err != nil || len(list) != 5 || list[0].Number != 1 || list[4].Number != 5 || list[0].Author.Login != "bob" || list[0].Author.ID == 0 || !list[1].Locked {
		t.Errorf("%+v %v", list, err)
	}
	if i, err := c.Look(t.Context(), 6); err != nil || !i.Pull || fmt.Sprint(i.Labels) != "[learning-entry]" {
		t.Errorf("%+v %v", i, err)
	}
	if i, err := c.Look(t.Context(), 8); err != nil || !i.Author.Bot {
		t.Errorf("%+v %v", i, err)
	}
	for _, away := range []int{9, 10, 99} {
		if _, err := c.Look(t.Context(), away); !errors.Is(err, nudge.ErrChanged) {
			t.Errorf("#%d: %v", away, err)
		}
	}
	if writes := s.Writes(); c.Complete(t.Context(), 7) != nil || s.Writes() != writes {
		t.Error("a closed issue was closed again")
	}
}
