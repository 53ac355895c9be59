package forge_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge/fakegithub"
)

// A run that stalls between its last look and its comment, longer than the other
// run waits: both write, and one comment stays, the first.
func TestAStalledRun(t *testing.T) {
	t.Parallel()
	s, w := reminding(t)
	looked, stalled, done := make(chan bool), make(chan bool), make(chan bool)
	slow := options(s)
	slow.Transport = tripper(func(next roundTrip) roundTrip {
		return func(r request) (response, error) {
			if r.Method == "POST" && strings.HasSuffix(r.URL.Path, "/comments") {
				close(stalled)
				<-done
			}
			return next(r)
		}
	})
	late := options(s)
	late.Transport = tripper(func(next roundTrip) roundTrip {
		return func(r request) (response, error) {
			if r.Method == "PATCH" {
				close(looked)
				<-stalled
			}
			return next(r)
		}
	})
	go func() {
		defer close(done)
		if _, err := run(t, late, numbered(w, 102)); err != nil {
			t.Error(err)
		}
	}()
	<-looked
	mustRun(t, slow, numbered(w, 101))
	if sent := s.Issues()[0].Comments; len(sent) != 2 || sent[0].Deleted || !sent[1].Deleted {
		t.Errorf("%+v", sent)
	}
}

// A double that stayed, since the run ended before it could be seen, goes with
// the next reminder. Nobody else's comment goes with it.
func TestADoubleIsTakenAwayLater(t *testing.T) {
	t.Parallel()
	s, w := reminding(t)
	mustRun(t, options(s), w)
	mine := s.Comments(1)[0]
	s.AddComment(1, mine)
	s.AddComment(1, fakegithub.Comment{Author: "stranger", Body: mine.Body})
	s.AddComment(1, fakegithub.Comment{Author: s.Login, Body: mine.Body + "\n\nquoted"})
	mustRun(t, options(s), numbered(want(t, oneGoal, "2026-04-26"), 3))
	var gone []bool
	for _, c := range s.Issues()[0].Comments {
		gone = append(gone, c.Deleted)
	}
	if fmt.Sprint(gone) != "[false true false false false]" {
		t.Errorf("%v", gone)
	}
}
