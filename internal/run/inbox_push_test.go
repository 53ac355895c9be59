package run

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/oracle"
	"github.com/honelog/hone/internal/repo/gitserver"
)

// isDonePushed is as isDone, on a Git server.
func (w *world) isDonePushed(what string, number int) {
	w.t.Helper()
	if n, answers, state := w.entries(fmt.Sprintf("#%d", number)), w.answers(number), w.github.Issues()[number-1].State; n != 1 || len(answers) != 1 || state != "closed" {
		w.t.Errorf("%s: #%d is in the log %d times, is %s, and has the answers %q", what, number, n, state, answers)
	}
}

// A line that breaks at any request to the Git server, before, within or instead
// of its answer: the entry is in the log once in the end.
func TestEntryPushedUnderFaults(t *testing.T) {
	for name, cut := range map[string]gitserver.Cut{"before": gitserver.BeforeAnswer, "within": gitserver.WithinAnswer, "instead": gitserver.InsteadAnswer} {
		for request := 0; ; request++ {
			if !oracle.Chosen(request, 3) {
				continue
			}
			w := sends(t, map[string]string{"learning.toml": aLog})
			w.inputs["nudge"] = "off"
			n := w.send("ana", aBook("Accelerate", "2026-04-03"))
			seen := 0
			w.git.Intercept(func(rw http.ResponseWriter, r *http.Request, next http.Handler) {
				if seen++; seen == request+1 {
					cut.Break(rw, r, next)
				}
				next.ServeHTTP(rw, r)
			})
			w.issues("opened", n, "ana")
			w.git.Intercept(nil)
			if seen <= request {
				break
			}
			if w.entries("#1") > 1 || len(w.answers(n)) > 1 {
				t.Errorf("%s request %d: %d entries, %q", name, request, w.entries("#1"), w.answers(n))
			}
			if r := w.sweeps(); r.Red {
				t.Errorf("%s request %d: the next day is red: %v", name, request, r.Problems)
			}
			w.isDonePushed(fmt.Sprintf("%s request %d", name, request), n)
		}
	}
}

// Two runs push at once, the one just before the other's push arrives: of the
// same issue or of two, each entry is there once.
func TestEntriesPushedAtOnce(t *testing.T) {
	for _, same := range []bool{true, false} {
		w := sends(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
		w.inputs["nudge"] = "off"
		first := w.send("ana", aBook("Accelerate", "2026-04-03"))
		second := first
		if !same {
			second = w.send("max", aBook("Accelerate", "2026-04-03"))
		}
		with, begun := *w, false
		w.git.Intercept(func(rw http.ResponseWriter, r *http.Request, next http.Handler) {
			if !begun && r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "git-receive-pack") {
				begun = true
				if r := with.issues("edited", second, "ana"); r.Red {
					t.Errorf("the other: %v", r.Problems)
				}
			}
			next.ServeHTTP(rw, r)
		})
		if r := w.issues("opened", first, "ana"); r.Red || !begun {
			t.Errorf("%v", r.Problems)
		}
		w.isDonePushed("at once", first)
		w.isDonePushed("at once", second)
	}
}
