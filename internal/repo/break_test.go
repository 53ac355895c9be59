package repo

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/internal/repo/gitserver"
)

// The line breaks at every request, in every way: the commit lands once, and
// whole.
func TestLineBreaks(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	for nth := range 4 {
		for name, cut := range map[string]gitserver.Cut{"before": gitserver.BeforeAnswer, "within": gitserver.WithinAnswer, "instead": gitserver.InsteadAnswer} {
			name := fmt.Sprintf("%d-%s", nth+1, name)
			dir := s.Bare(name, aLog)
			before := strings.TrimSpace(gitserver.Git(t, dir, "rev-parse", "main"))
			requests := atomic.Int32{}
			s.Intercept(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
				if int(requests.Add(1)) == nth+1 {
					cut.Break(w, r, next)
				}
				next.ServeHTTP(w, r)
			})
			got := publish(t, to(s, name, "main"), write(badges(name)))
			if got.Tries > 2 || len(got.Written) != 12 {
				t.Errorf("%s: %d tries wrote %v", name, got.Tries, got.Written)
			}
			if log := gitserver.Git(t, dir, "log", "--format=%H", "main"); log != got.Commit+"\n"+before+"\n" {
				t.Errorf("%s: history is\n%s", name, log)
			}
			gitserver.Check(t, dir)
		}
	}
}

// The line stays broken from the nth request on: the branch has all or nothing,
// and the next run finds its way.
func TestLineStaysBroken(t *testing.T) {
	t.Parallel()
	s := gitserver.New(t)
	for nth := range 4 {
		for name, cut := range map[string]gitserver.Cut{"within": gitserver.WithinAnswer, "instead": gitserver.InsteadAnswer} {
			name := fmt.Sprintf("%d-%s", nth+1, name)
			dir := s.Bare(name, aLog)
			old := gitserver.Files(t, dir, "main")
			requests := atomic.Int32{}
			s.Intercept(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
				if int(requests.Add(1)) > nth {
					cut.Break(w, r, next)
				}
				next.ServeHTTP(w, r)
			})
			if _, err := Publish(context.Background(), to(s, name, "main"), write(badges(name))); err == nil {
				t.Errorf("%s: no error", name)
			}
			s.Intercept(nil)
			whole(t, dir, old, badges(name))
			publish(t, to(s, name, "main"), write(badges(name)))
			if log := gitserver.Git(t, dir, "rev-list", "main"); strings.Count(log, "\n") != 2 {
				t.Errorf("%s: history is\n%s", name, log)
			}
		}
	}
}

// whole ends the test unless main has either the old files, or all new ones too.
func whole(t *testing.T, dir string, old map[string]string, change map[string][]byte) {
	t.Helper()
	gitserver.Check(t, dir)
	now := gitserver.Files(t, dir, "main")
	if cmp.Equal(old, now) {
		return
	}
	for path, b := range change {
		old[path] = string(b)
	}
	if diff := cmp.Diff(old, now); diff != "" {
		t.Errorf("half of a change:\n%s", diff)
	}
}

const victim = "HONE_TEST_PUBLISH" // URL and word, for a process that is killed

func TestMain(m *testing.M) {
	if url, word, ok := strings.Cut(os.Getenv(victim), " "); ok {
		target := Target{Remote: Remote{URL: url}, Branch: "main", Name: "Ada", Email: "ada@example.com", When: noon}
		fmt.Println("ready")
		if _, err := Publish(context.Background(), target, write(badges(word))); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// A publisher is killed sooner or later, and the next one finds its way.
func TestKilledAtAnyMoment(t *testing.T) {
	s := gitserver.New(t)
	dir := s.Bare("log", aLog)
	start := func(word string) *exec.Cmd {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), victim+"="+s.Remote("log")+" "+word, "GORACE=atexit_sleep_ms=0")
		cmd.Stderr = os.Stderr
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err == nil {
			_, err = out.Read(make([]byte, 6))
		}
		if err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	began := time.Now()
	if err := start("first").Wait(); err != nil {
		t.Fatal(err)
	}
	all := time.Since(began)

	const rounds = 16
	landed := 0
	for i := range rounds {
		old := gitserver.Files(t, dir, "main")
		word := fmt.Sprint("round ", i)
		cmd := start(word)
		time.Sleep(all * time.Duration(i) / rounds)
		cmd.Process.Kill()
		cmd.Wait()
		s.Wait()
		whole(t, dir, old, badges(word))
		if gitserver.Files(t, dir, "main")["learning/badges/badge-00.svg"] == string(badges(word)["learning/badges/badge-00.svg"]) {
			landed++
		}
	}
	t.Logf("%d of %d landed before they were killed", landed, rounds)
	publish(t, to(s, "log", "main"), write(badges("last")))
	whole(t, dir, gitserver.Files(t, dir, "main"), badges("last"))
	if locks, _ := filepath.Glob(filepath.Join(dir, "refs", "heads", "*.lock")); len(locks) > 0 {
		t.Errorf("locks are left: %v", locks)
	}
}
