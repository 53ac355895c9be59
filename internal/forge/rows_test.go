package forge_test

import (
	"context"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/nudge"
)

const opening, reading, editing, saying = "POST /repos/o/r/issues", "GET /repos/o/r/issues", "PATCH /repos/o/r/issues/1", "POST /repos/o/r/issues/1/comments"

// rows are what GitHub can say to a call, each time it is made, and what
// becomes of it: of what kind the failure is, how often the call is made, how
// long is waited for it, less the waits of five seconds, and whether the run
// goes on with its other steps.
var rows = []struct {
	fault, call string
	kind        forge.Kind // none: no failure
	made        int
	waits       time.Duration
	on          bool
}{
	{"301", opening, forge.Moved, 2, 0, false},
	{"301", editing, forge.Moved, 2, 0, false},
	{"302 elsewhere", opening, forge.Moved, 2, 0, false},
	{"307 elsewhere", editing, forge.Moved, 2, 0, false},
	{"308", editing, forge.Moved, 2, 0, false},
	{"200 of another", opening, forge.Missing, 1, 0, false},
	{"another repository", opening, forge.Moved, 1, 0, false},
	{"another repository", editing, forge.Moved, 1, 0, false},
	{"400", opening, forge.Failed, 1, 0, true},
	{"401", opening, forge.BadToken, 1, 0, false},
	{"401", reading, forge.BadToken, 1, 0, false},
	{"401", saying, forge.BadToken, 1, 0, false},
	{"403 primary", opening, forge.Limited, 2, time.Minute, false},
	{"429 primary, far", opening, forge.Limited, 1, 0, false},
	{"429 primary, far", saying, forge.Limited, 1, 0, false},
	{"403 secondary", opening, forge.Limited, 3, 3 * time.Minute, false},
	{"429 secondary", opening, forge.Limited, 4, 49 * time.Second, false},
	{"403 permission", opening, forge.Denied, 1, 0, false},
	{"403 permission", saying, forge.Denied, 1, 0, false},
	{"403 locked", saying, none, 1, 0, true},
	{"403 locked", editing, forge.Locked, 1, 0, true},
	{"403 archived", opening, forge.Archived, 1, 0, false},
	{"403 archived", saying, forge.Archived, 1, 0, false},
	{"403 SAML", reading, forge.Policy, 1, 0, false},
	{"404", reading, forge.Missing, 1, 0, false},
	{"404", saying, forge.Missing, 1, 0, false},
	{"409", opening, forge.Failed, 1, 0, true},
	{"410 disabled", reading, forge.Disabled, 1, 0, false},
	{"410 disabled", opening, forge.Disabled, 1, 0, false},
	{"410 deleted", editing, none, 1, 0, true},
	{"410 deleted", saying, none, 1, 0, true},
	{"422", opening, forge.Invalid, 1, 0, true},
	{"422 with a text", saying, forge.Invalid, 1, 0, true},
	{"503", reading, forge.Outage, 4, 7 * time.Second, false},
	{"503", opening, forge.Lost, 2, 6 * time.Second, false},
	{"503", editing, forge.Lost, 3, 0, false},
	{"503", saying, forge.Lost, 1, 3 * time.Second, false},
	{"cut before", saying, forge.Lost, 1, 3 * time.Second, false},
	{"cut answer", saying, none, 1, 3 * time.Second, true},
	{"502 after", saying, none, 1, 3 * time.Second, true},
	{"502 after", editing, none, 1, 0, true},
}

const none forge.Kind = -1

// target is a board on which a run makes each of the calls: it opens an issue,
// edits one, and says something in it.
func target(t *testing.T, call string) (s *fakegithub.Server, w nudge.Want) {
	s = server(t)
	mustRun(t, options(s), numbered(want(t, oneGoal, "2026-04-05"), 1))
	switch call {
	case saying:
		return s, numbered(want(t, oneGoal, "2026-04-12"), 2)
	case editing:
		return s, numbered(want(t, oneGoal, "2026-05-10"), 2)
	}
	return s, numbered(want(t, late, "2026-04-05"), 2)
}

func TestFailureTable(t *testing.T) {
	t.Parallel()
	for _, row := range rows {
		t.Run(row.fault+" to "+row.call, func(t *testing.T) {
			t.Parallel()
			s, w := target(t, row.call)
			made, broken := 0, true
			s.Inject = func(_ int, c fakegithub.Call) *fakegithub.Fault {
				if c.Method+" "+c.Path != row.call || !broken {
					return nil
				}
				made++
				return faults[row.fault]()
			}
			var waits time.Duration
			o := options(s)
			o.Sleep = func(ctx context.Context, d time.Duration) error {
				if d > time.Second && d != 5*time.Second || row.call == reading { // the pace and the settling are no waits for it
					waits += d.Truncate(time.Second)
				}
				return ctx.Err()
			}
			r, err := run(t, o, w)
			if got := kindOf(err); got != row.kind {
				t.Errorf("%d %v", got, err)
			}
			if stops := len(r.Errs) > 0 && isStop(r.Errs[0]); row.call != reading && stops == row.on {
				t.Errorf("stops: %v, %v", stops, r)
			}
			if made != row.made {
				t.Errorf("%d calls, want %d", made, row.made)
			}
			if waits < row.waits || waits > row.waits*3/2 {
				t.Errorf("waits %v, want %v", waits, row.waits)
			}
			s.Heal()
			broken = false
			if _, err := run(t, options(s), w); err != nil {
				t.Errorf("a quiet run: %v", err)
			}
			writes := s.Writes()
			if r := mustRun(t, options(s), w); s.Writes() != writes {
				t.Errorf("a second one: %v", r.Done)
			}
			if n := pings(s); n > 1 {
				t.Errorf("%d reminders", n)
			}
		})
	}
}
