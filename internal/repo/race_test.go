package repo

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/internal/repo/gitserver"
)

// Six at once add a line each to one file, and write a file of their own: every
// line and file is there in the end, in one line of history.
func TestSixPublishersAtOnce(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	for _, branch := range []string{"main", "learning-badges"} {
		name := "log-" + branch
		dir := s.Bare(name, aLog)
		results := make([]Result, 6)
		var all sync.WaitGroup
		for i := range results {
			all.Go(func() {
				target := to(s, name, branch)
				target.Orphan, target.Jitter = true, nil
				var err error
				results[i], err = Publish(context.Background(), target, func(tip Tip) (Change, error) {
					list := ""
					if files, err := tip.ReadFiles("list.txt"); err != nil {
						return Change{}, err
					} else {
						list = string(files["list.txt"])
					}
					return Change{Message: fmt.Sprint("publisher ", i), Write: map[string][]byte{
						"list.txt":                fmt.Appendf(nil, "%s%d\n", list, i),
						fmt.Sprintf("of/%d", i):   []byte("mine\n"),
						"learning/badges/all.svg": fmt.Appendf(nil, "%d of 6", strings.Count(list, "\n")+1),
					}}, nil
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		files := gitserver.Files(t, dir, branch)
		for i := range results {
			if !strings.Contains(files["list.txt"], fmt.Sprint(i, "\n")) || files[fmt.Sprintf("of/%d", i)] != "mine\n" {
				t.Errorf("%s: the work of %d is lost: %q", branch, i, files["list.txt"])
			}
		}
		if files["learning/badges/all.svg"] != "6 of 6" {
			t.Errorf("%s: the last state is %q", branch, files["learning/badges/all.svg"])
		}
		want := 6
		if branch == "main" {
			want = 7
		}
		if log := gitserver.Git(t, dir, "rev-list", "--first-parent", branch); strings.Count(log, "\n") != want {
			t.Errorf("%s: history is\n%s", branch, log)
		}
		gitserver.Check(t, dir)
	}
}

// Somebody else is faster, at each point where that is possible.
func TestLostRaceIsMadeAgainFromTheNewTip(t *testing.T) {
	t.Parallel()
	for name, when := range map[string]string{
		"before the push is announced": "GET receive-pack",
		"before the push arrives":      "POST receive-pack",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := gitserver.New(t)
			dir := s.Bare("log", aLog)
			races := 0
			s.Intercept(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
				method, what, _ := strings.Cut(when, " ")
				if r.Method == method && strings.Contains(r.URL.String(), what) && races < 2 {
					races++
					gitserver.Commit(t, dir, "main", map[string]string{"count.txt": fmt.Sprint(races)})
				}
				next.ServeHTTP(w, r)
			})
			var seen []string
			got := publish(t, to(s, "log", "main"), func(tip Tip) (Change, error) {
				count, _ := tip.ReadFile("count.txt")
				seen = append(seen, string(count))
				return Change{Write: map[string][]byte{"badge.svg": append(count, " races"...)}, Message: "x"}, nil
			})
			if diff := cmp.Diff([]string{"", "1", "2"}, seen); diff != "" || got.Tries != 3 {
				t.Errorf("%d tries\n%s", got.Tries, diff)
			}
			if files := gitserver.Files(t, dir, "main"); files["badge.svg"] != "2 races" || files["count.txt"] != "2" {
				t.Errorf("published %v", files)
			}
			gitserver.Check(t, dir)
		})
	}
}

func TestLosingAlwaysEnds(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	dir := s.Bare("log", aLog)
	races := 0
	s.Intercept(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		if r.Method == "POST" && strings.Contains(r.URL.Path, "receive-pack") {
			races++
			gitserver.Commit(t, dir, "main", map[string]string{"count.txt": fmt.Sprint(races)})
		}
		next.ServeHTTP(w, r)
	})
	got, err := Publish(context.Background(), to(s, "log", "main"), write(badges("x")))
	if err == nil || !strings.Contains(err.Error(), "gave up after 8 tries") || got.Changed() || got.Tries != 8 || races != 8 {
		t.Errorf("%+v %v after %d races", got, err, races)
	}
}

func TestContextEndsTheWait(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	s.Bare("log", aLog)
	s.Intercept(func(w http.ResponseWriter, r *http.Request, next http.Handler) { w.WriteHeader(http.StatusBadGateway) })
	target := to(s, "log", "main")
	target.Jitter = func() float64 { return 1e6 }
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	got, err := Publish(ctx, target, write(badges("x")))
	if !errors.Is(err, context.DeadlineExceeded) || got.Tries != 1 || !strings.Contains(err.Error(), "502 Bad Gateway") {
		t.Errorf("%+v %v", got, err)
	}
	s.Intercept(func(w http.ResponseWriter, r *http.Request, next http.Handler) { <-r.Context().Done() })
	ctx, cancel = context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := Publish(ctx, target, write(badges("x"))); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a server that does not answer: %v", err)
	}
}
