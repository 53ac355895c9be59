package nudge

import (
	"context"
	"errors"
	"fmt"

	"github.com/honelog/hone/tracker/civil"
)

// Board is where the issues are.
type Board interface {
	// List returns the issues that have the label of the nudges, in any state, and
	// the open ones of our own that lack it; wide, also the closed ones.
	List(ctx context.Context, wide bool) ([]Issue, error)

	// Open makes an issue and returns it. When it cannot tell whether an earlier
	// try made one, it looks before it tries again. An issue may come together
	// with an error: it is there, and lacks something.
	Open(ctx context.Context, s Step) (Issue, error)

	// Edit writes body, state and label of an issue. It fails with [ErrChanged]
	// and writes nothing when the issue is not as the step saw it.
	Edit(ctx context.Context, s Step) error

	// Comment writes a step's comment, after its edit. It writes nothing where
	// the step's mark stands in a comment of ours, or where the issue takes no
	// comments. It fails with [ErrChanged] and writes nothing when the issue is
	// not as the edit left it: another run may be about to write the same.
	Comment(ctx context.Context, s Step) error
}

// Errors of a board that mean more than that a step failed.
var (
	// ErrChanged says that somebody changed or removed an issue since it was
	// listed. The next run sees it as it is.
	ErrChanged = errors.New("the issue has changed in the meantime")

	// ErrStop says that no further call can succeed.
	ErrStop = errors.New("no further call can succeed")
)

// Report is what became of a plan.
type Report struct {
	Done []Step  // those opened have their number
	Left []Step  // for the next run: over the budget, overtaken, or after a stop
	Errs []error // what failed
}

// Count returns how many steps of a kind were done.
func (r *Report) Count(verbs ...Verb) (n int) {
	for _, s := range r.Done {
		for _, v := range verbs {
			if s.Do == v {
				n++
			}
		}
	}
	return n
}

// Err returns what failed, as one error, or nil.
func (r *Report) Err() error { return errors.Join(r.Errs...) }

// Propose lists the issues of a board and plans. Before it proposes to open an
// issue, to remind, or that a digest tells of something new, and when it sees no
// issue at all, it also looks for closed issues that lost their label.
func Propose(ctx context.Context, b Board, w Want) ([]Step, error) {
	issues, err := b.List(ctx, false)
	if err != nil {
		return nil, err
	}
	steps := Plan(w, issues)
	wide := len(issues) == 0 && !w.empty()
	for _, s := range steps {
		wide = wide || s.Do == Open || s.Do == Reopen || s.Do == Remind || s.Key.Of == OfAll
	}
	if !wide {
		return steps, nil
	}
	if issues, err = b.List(ctx, true); err != nil {
		return nil, err
	}
	return Plan(w, issues), nil
}

func (w *Want) empty() bool { return len(w.Goals)+len(w.Credentials) == 0 }

// Apply takes the steps in their order, as long as the budget of writing calls
// lasts. A step that fails does not keep the others back, unless none can
// succeed.
func Apply(ctx context.Context, b Board, steps []Step, budget int) Report {
	var r Report
	for n, s := range steps {
		if budget -= s.calls(); budget < 0 || ctx.Err() != nil {
			r.Left = append(r.Left, steps[n:]...)
			break
		}
		err := r.take(ctx, b, s)
		if errors.Is(err, ErrStop) {
			r.Left = append(r.Left, steps[n+1:]...)
			break
		}
	}
	if err := ctx.Err(); err != nil {
		r.Errs = append(r.Errs, err)
	}
	r.heal(ctx, b)
	return r
}

// take takes one step and notes what became of it.
func (r *Report) take(ctx context.Context, b Board, s Step) error {
	var err error
	if s.Do == Open {
		var made Issue
		if made, err = b.Open(ctx, s); made.Number > 0 {
			s.Number = made.Number
		}
	} else {
		err = b.Edit(ctx, s)
		if err == nil && s.Comment != "" {
			err = b.Comment(ctx, s)
		}
	}
	switch {
	case errors.Is(err, ErrChanged):
		r.Left = append(r.Left, s)
		return nil
	case err == nil || s.Do == Open && s.Number > 0:
		r.Done = append(r.Done, s)
	}
	if err != nil {
		r.Errs = append(r.Errs, fmt.Errorf("%s: %w", s, err))
	}
	return err
}

// heal looks whether another run opened an issue for the same at the same
// time, and closes ours when the other is the older one.
func (r *Report) heal(ctx context.Context, b Board) {
	ours := map[int]Key{}
	var today civil.Date
	for _, s := range r.Done {
		if s.Do == Open {
			ours[s.Number] = s.Key
			today, _ = readBody(s.Body).state.AsOf.date()
		}
	}
	if len(ours) == 0 || ctx.Err() != nil {
		return
	}
	issues, err := b.List(ctx, false)
	if err != nil {
		return // the next run looks again
	}
	for _, k := range keysOf(r.Done, ours) {
		w := Want{Name: k.Name, Today: today}
		f := sortOut(&w, issues)[k]
		if f == nil || len(f.open) < 2 || f.claimed() {
			continue
		}
		p := &planner{Want: w}
		p.oldest(f)
		for _, s := range p.shut {
			if _, mine := ours[s.Number]; mine {
				_ = r.take(ctx, b, s) // noted in the report
			}
		}
	}
}

// keysOf returns what issues that were opened are for, in their order.
func keysOf(done []Step, ours map[int]Key) (keys []Key) {
	for _, s := range done {
		if k, ok := ours[s.Number]; ok && s.Do == Open {
			keys = append(keys, k)
		}
	}
	return keys
}
