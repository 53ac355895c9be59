package forge_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/oracle"
)

// pull is a server with a pull request #1 under which others have talked.
func pull(t testing.TB, comments ...fakegithub.Comment) *fakegithub.Server {
	s := server(t)
	s.Add(fakegithub.Issue{Title: "A book", Author: "bob", PullRequest: true, Comments: comments})
	return s
}

// said is a comment of ours as an earlier run left it.
func said(text, mark string) fakegithub.Comment {
	return fakegithub.Comment{Author: "github-actions[bot]", Body: text + "\n\n<!-- hone:pr " + mark + " -->"}
}

func stick(t testing.TB, s *fakegithub.Server, run int64, attempt int, text string) (forge.Stuck, error) {
	t.Helper()
	return client(t, options(s)).Stick(context.Background(), forge.Sticky{Number: 1, Run: run, Attempt: attempt, Text: text})
}

// ours are the comments of ours, in short.
func ours(s *fakegithub.Server) (texts []string) {
	for _, c := range s.Comments(1) {
		if c.Author == s.Login {
			texts = append(texts, strings.ReplaceAll(c.Body, "\n\n", " "))
		}
	}
	return texts
}

func TestStickyIsOneComment(t *testing.T) {
	t.Parallel()
	s := pull(t, fakegithub.Comment{Author: "bob", Body: "hi"})
	for _, x := range []struct {
		run     int64
		attempt int
		text    string
		became  forge.Stuck
		there   string
	}{
		{7, 1, "one", forge.Written, "[one <!-- hone:pr 7/1 -->]"},
		{7, 1, "one", forge.Kept, "[one <!-- hone:pr 7/1 -->]"},
		{8, 1, "one\r\n", forge.Kept, "[one <!-- hone:pr 7/1 -->]"},
		{8, 1, "two", forge.Renewed, "[two <!-- hone:pr 8/1 -->]"},
		{7, 2, "late", forge.Newer, "[two <!-- hone:pr 8/1 -->]"},
		{8, 3, "three", forge.Renewed, "[three <!-- hone:pr 8/3 -->]"},
		{8, 2, "late", forge.Newer, "[three <!-- hone:pr 8/3 -->]"},
		{10, 1, strings.Repeat("ä", 70_000), forge.Renewed, ""},
		{11, 1, "short", forge.Renewed, "[short <!-- hone:pr 11/1 -->]"},
	} {
		became, err := stick(t, s, x.run, x.attempt, x.text)
		if got := fmt.Sprint(ours(s)); err != nil || became != x.became || x.there != "" && got != x.there {
			t.Errorf("%d/%d %.10s: %s %v, there is %.80s, want %s", x.run, x.attempt, x.text, became, err, got, x.there)
		}
	}
	if all := s.Comments(1); len(all) != 2 || all[0].Body != "hi" {
		t.Errorf("%d comments", len(all))
	}
}

// A mark counts in comments of our own, on their last line, and for one log.
func TestStickyTrustsItself(t *testing.T) {
	t.Parallel()
	others := []fakegithub.Comment{
		{Author: "bob", Body: "x\n\n<!-- hone:pr 1/1 -->"},
		{Author: "bob", Body: "x\n\n<!-- hone:pr 999999/1 -->"},
		{Author: "github-actions", Body: "x\n\n<!-- hone:pr 999999/1 -->"},
		said("of another log", "ana 5/1"),
		{Author: "github-actions[bot]", Body: "<!-- hone:pr 999/1 -->\nof another action"},
		{Author: "github-actions[bot]", Body: "x\n<!-- hone:pr 999/1 --> y"},
		said("a number too large", "99999999999999999999/1"),
		said("two names", "a b 99/1"),
	}
	s := pull(t, others...)
	if became, err := stick(t, s, 2, 1, "mine"); became != forge.Written || err != nil {
		t.Errorf("%s %v", became, err)
	}
	if all := s.Comments(1); len(all) != len(others)+1 || !slices.Equal(all[:len(others)], others) {
		t.Errorf("comments are others now: %v", all)
	}
	became, err := client(t, options(s)).Stick(t.Context(), forge.Sticky{Number: 1, Name: "ana", Run: 6, Attempt: 1, Text: "of ana"})
	if became != forge.Renewed || err != nil || s.Comments(1)[3].Body != "of ana\n\n<!-- hone:pr ana 6/1 -->" {
		t.Errorf("%s %v %q", became, err, s.Comments(1)[3].Body)
	}
}

// All pages are read, however they are told apart, and what is double goes.
func TestStickyReadsAllPages(t *testing.T) {
	t.Parallel()
	for _, cursor := range []bool{false, true} {
		for _, size := range []int{0, 30} {
			var comments []fakegithub.Comment
			for i := range 250 {
				comments = append(comments, fakegithub.Comment{Author: "bob", Body: fmt.Sprint(i)})
			}
			comments = append(comments, said("old", "1/1"), said("double", "2/1"), fakegithub.Comment{Author: "bob", Body: "last"}, said("double", "3/1"))
			s := pull(t, comments...)
			s.Cursor, s.PageSize = cursor, size
			became, err := stick(t, s, 9, 1, "new")
			if got := fmt.Sprint(ours(s)); became != forge.Renewed || err != nil || got != "[new <!-- hone:pr 9/1 -->]" || len(s.Comments(1)) != 252 {
				t.Errorf("%s %v, there is %s of %d", became, err, got, len(s.Comments(1)))
			}
		}
	}
}

// What a token may not do is said with what is missing.
func TestStickyRefused(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct {
		change func(*fakegithub.Server)
		kind   forge.Kind
		says   string
	}{
		"read-only": {func(s *fakegithub.Server) { s.ReadOnly = true }, forge.Denied, "pull-requests: write"},
		"locked":    {func(s *fakegithub.Server) { s.Change(1, func(i *fakegithub.Issue) { i.Locked = true }) }, forge.Locked, "locked"},
		"archived":  {func(s *fakegithub.Server) { s.Archived = true }, forge.Archived, "archived"},
		"no issues": {func(s *fakegithub.Server) { s.NoIssues = true }, forge.Disabled, "switched off"},
		"not there": {func(s *fakegithub.Server) { s.Name = "other" }, forge.Missing, "read"},
		"deleted":   {func(s *fakegithub.Server) { s.Change(1, func(i *fakegithub.Issue) { i.Deleted = true }) }, forge.Gone, "deleted"},
	} {
		s := pull(t)
		x.change(s)
		_, err := stick(t, s, 1, 1, "x")
		var e *forge.Error
		if !errors.As(err, &e) || e.Kind != x.kind || !strings.Contains(err.Error(), x.says) {
			t.Errorf("%s: %v", name, err)
		}
		if s.Writes() > 0 {
			t.Errorf("%s: %d writes", name, s.Writes())
		}
	}
}

// A fault at any call leaves one comment, now or after the next run, and never a
// second one that stays.
func TestStickyFaultAtEveryCall(t *testing.T) {
	t.Parallel()
	scenes := map[string][]fakegithub.Comment{
		"none": nil, "one": {said("old", "1/1")}, "two": {said("old", "1/1"), said("old", "2/1")},
	}
	for scene, comments := range scenes {
		for row, name := range slices.Sorted(maps.Keys(faults)) {
			if strings.HasPrefix(name, "slow") {
				continue
			}
			for at := range 6 {
				if !oracle.Chosen(row+at, 4) {
					continue
				}
				s := pull(t, comments...)
				s.Inject = func(n int, _ fakegithub.Call) *fakegithub.Fault {
					if n == at {
						return faults[name]()
					}
					return nil
				}
				_, err := stick(t, s, 3, 1, "new")
				if err != nil && strings.Contains(err.Error(), secret) {
					t.Errorf("%s, %s at %d: the token is in %v", scene, name, at, err)
				}
				s.Heal()
				if _, err := stick(t, s, 3, 1, "new"); err != nil {
					t.Errorf("%s, %s at %d: %v", scene, name, at, err)
				}
				writes := s.Writes()
				became, err := stick(t, s, 3, 1, "new")
				if got := fmt.Sprint(ours(s)); became != forge.Kept || err != nil || s.Writes() != writes || got != "[new <!-- hone:pr 3/1 -->]" {
					t.Errorf("%s, %s at %d: %s %v, there is %s", scene, name, at, became, err, got)
				}
			}
		}
	}
}

// A comment that somebody takes away in between is written anew.
func TestStickyTakenAway(t *testing.T) {
	t.Parallel()
	s := pull(t, said("old", "1/1"))
	s.Inject = func(_ int, c fakegithub.Call) *fakegithub.Fault {
		if c.Method == "PATCH" {
			return fakegithub.Refuse(404, "Not Found")
		}
		return nil
	}
	if _, err := stick(t, s, 2, 1, "new"); err == nil {
		t.Error("it was written where there is none")
	}
	s.Heal()
	s.Change(1, func(i *fakegithub.Issue) { i.Comments = nil })
	if became, err := stick(t, s, 2, 1, "new"); became != forge.Written || err != nil {
		t.Errorf("%s %v", became, err)
	}
}

// What is only to take the place of a comment writes none.
func TestStickyOnlyRenews(t *testing.T) {
	t.Parallel()
	s := pull(t)
	renew := func() (forge.Stuck, error) {
		return client(t, options(s)).Stick(context.Background(), forge.Sticky{Number: 1, Run: 9, Attempt: 1, Text: "nothing", Renew: true})
	}
	if became, err := renew(); became != forge.None || err != nil || s.Writes() != 0 {
		t.Errorf("%s %v, %d writes", became, err, s.Writes())
	}
	if _, err := stick(t, s, 8, 1, "much"); err != nil {
		t.Fatal(err)
	}
	if became, err := renew(); became != forge.Renewed || err != nil || fmt.Sprint(ours(s)) != "[nothing <!-- hone:pr 9/1 -->]" {
		t.Errorf("%s %v, there is %q", became, err, ours(s))
	}
}
