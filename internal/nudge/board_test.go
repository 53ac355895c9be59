package nudge

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/honelog/hone/tracker/civil"
)

// wall is a board in memory. It can be cut off after a number of calls, before
// or after the call that is cut takes effect.
type wall struct {
	today  civil.Date
	issues []Issue
	said   map[int][]string // comments, by the issue's number
	calls  []string         // those that write
	cut    int              // calls that still work; negative: all
	after  bool             // the call that is cut takes effect all the same
}

var errCut = fmt.Errorf("%w: cut off", ErrStop)

func (w *wall) reach() (effect bool, err error) {
	switch {
	case w.cut < 0:
		return true, nil
	case w.cut == 0:
		return false, errCut
	}
	if w.cut--; w.cut == 0 {
		return w.after, errCut
	}
	return true, nil
}

func (w *wall) List(_ context.Context, wide bool) ([]Issue, error) {
	if _, err := w.reach(); err != nil {
		return nil, err
	}
	var list []Issue
	for i := len(w.issues) - 1; i >= 0; i-- { // the newest first, as GitHub does
		if i := w.issues[i]; i.Labelled || (wide || i.Open) && i.Ours {
			list = append(list, i)
		}
	}
	return list, nil
}

func (w *wall) Open(_ context.Context, s Step) (Issue, error) {
	effect, err := w.reach()
	if !effect {
		return Issue{}, err
	}
	i := Issue{Number: len(w.issues) + 1, Title: s.Title, Body: s.Body, Open: true, Labelled: true, Ours: true, Bot: true, Trusted: true}
	w.issues = append(w.issues, i)
	w.calls = append(w.calls, s.String())
	if err != nil {
		return Issue{}, err
	}
	return i, nil
}

func (w *wall) Edit(_ context.Context, s Step) error {
	i := w.at(s.Number)
	if i.Body != s.Was.Body || i.Open != s.Was.Open {
		return ErrChanged
	}
	effect, err := w.reach()
	if !effect {
		return err
	}
	w.calls = append(w.calls, s.String())
	i.Body, i.Labelled = s.Body, i.Labelled || s.Label
	i.Snoozed = i.Snoozed && !s.Wake
	switch s.Do {
	case Close:
		i.Open, i.Closed, i.Reason = false, w.today, s.Reason
	case Reopen:
		i.Open = true
	}
	return err
}

func (w *wall) Comment(_ context.Context, s Step) error {
	i := w.at(s.Number)
	if i.Body != s.Body || !i.Open {
		return ErrChanged
	}
	for _, c := range w.said[s.Number] {
		if strings.HasSuffix(c, "\n"+s.Mark()) {
			return nil
		}
	}
	effect, err := w.reach()
	if effect && !i.Locked {
		if w.said == nil {
			w.said = map[int][]string{}
		}
		w.said[s.Number] = append(w.said[s.Number], s.Comment)
	}
	return err
}

func (w *wall) at(number int) *Issue { return &w.issues[number-1] }

// openFor counts the open issues for a key that are trusted.
func (w *wall) openFor(k Key) (n int) {
	for _, i := range w.issues {
		if b := readBody(i.Body); i.Open && i.Trusted && b.marked && b.state.Key == k {
			n++
		}
	}
	return n
}

// run is a whole run on the board.
func (w *wall) run(want Want, budget int) (Report, error) {
	steps, err := Propose(context.Background(), w, want)
	if err != nil {
		return Report{}, err
	}
	return Apply(context.Background(), w, steps, budget), nil
}

// quiet runs until nothing new waits any more, and returns the number of
// writing calls of one more run.
func (w *wall) quiet(want Want) (int, error) {
	w.cut = -1
	for new := 1; new > 0; {
		r, err := w.run(want, 100)
		if err != nil || r.Err() != nil {
			return 0, errors.Join(err, r.Err())
		}
		new = r.Count(Open, Reopen)
	}
	before := len(w.calls)
	_, err := w.run(want, 100)
	return len(w.calls) - before, err
}
