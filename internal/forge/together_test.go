package forge_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/nudge"
)

// stage lets runs at the same time make one call at a time, in an order that
// chance decides: any order, or, where calls have their time, that of a clock
// on which each takes up to a second.
type stage struct {
	mu      sync.Mutex
	turn    *sync.Cond
	r       *rand.Rand
	timed   bool
	clock   []time.Duration // of each run
	waiting map[int]bool
	alive   int
	next    int
	order   []string
}

func newStage(runs int, seed uint64, timed bool) *stage {
	s := &stage{r: rand.New(rand.NewPCG(seed, 5)), timed: timed, clock: make([]time.Duration, runs), waiting: map[int]bool{}, alive: runs, next: -1}
	s.turn = sync.NewCond(&s.mu)
	return s
}

// choose picks who is next, once everybody waits. The lock is held.
func (s *stage) choose() {
	if s.next >= 0 || len(s.waiting) < s.alive || s.alive == 0 {
		return
	}
	n := s.r.IntN(len(s.waiting))
	for id := range s.clock { // in a fixed order
		if !s.waiting[id] {
			continue
		}
		if s.timed && (s.next < 0 || s.clock[id] < s.clock[s.next]) || !s.timed && n == 0 {
			s.next = id
		}
		n--
	}
	s.turn.Broadcast()
}

// call makes a call of a run when it is its turn.
func (s *stage) call(id int, do roundTrip, r request) (response, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clock[id] += time.Duration(s.r.IntN(1000)) * time.Millisecond
	s.waiting[id] = true
	for s.choose(); s.next != id; {
		s.turn.Wait()
	}
	delete(s.waiting, id)
	s.next = -1
	s.order = append(s.order, fmt.Sprintf("%d %v: %s %s", id, s.clock[id], r.Method, r.URL.Path))
	return do(r)
}

func (s *stage) sleep(id int, d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clock[id] += d
}

func (s *stage) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.alive--
	s.choose()
}

// together runs on a server at the same time.
func (s *stage) together(t *testing.T, on *fakegithub.Server, w nudge.Want) {
	var all sync.WaitGroup
	for id := range s.clock {
		all.Go(func() {
			defer s.leave()
			o := options(on)
			o.Transport = tripper(func(next roundTrip) roundTrip {
				return func(r request) (response, error) { return s.call(id, next, r) }
			})
			o.Sleep = func(ctx context.Context, d time.Duration) error {
				s.sleep(id, d)
				return ctx.Err()
			}
			if _, err := run(t, o, numbered(w, 100+id)); err != nil {
				t.Errorf("run %d: %v", id, err)
			}
		})
	}
	all.Wait()
}

// scenes are where two runs meet: the server, what the log wants, and what is
// open after it.
var scenes = map[string]func(*testing.T) (*fakegithub.Server, nudge.Want, []string){
	"everything": scene,
	"new": func(t *testing.T) (*fakegithub.Server, nudge.Want, []string) {
		return server(t), want(t, late, "2026-04-05"), []string{"Books: 3 to catch up", "Talks: one to catch up"}
	},
	"reminder": func(t *testing.T) (*fakegithub.Server, nudge.Want, []string) {
		s, w := reminding(t)
		return s, w, []string{"Books: 3 to catch up"}
	},
	"closed as done": func(t *testing.T) (*fakegithub.Server, nudge.Want, []string) {
		s, w := reminding(t)
		s.Change(1, func(i *fakegithub.Issue) {
			i.State, i.Reason, i.ClosedAt = "closed", "completed", time.Date(2026, 4, 5, 12, 0, 0, 0, time.UTC)
		})
		return s, w, []string{"Books: 3 to catch up"}
	},
	"digest": func(t *testing.T) (*fakegithub.Server, nudge.Want, []string) {
		s, _, _ := scene(t)
		s.Now = time.Date(2026, 4, 5, 12, 0, 0, 0, time.UTC)
		w := want(t, late, "2026-04-05")
		w.Digest = true
		return s, w, []string{"Learning: what is due"}
	},
}

// Two runs interleaved call by call: one issue for each and one comment for each
// reminder; where calls do not take their time, a double that went out is taken
// away. A quiet run puts right what is left, and one more has nothing to do.
func TestRunsTogether(t *testing.T) {
	t.Parallel()
	n := 12
	if s, err := strconv.Atoi(os.Getenv("HONE_ORDERS")); err == nil {
		n = s
	}
	if racing {
		n = min(n, 3)
	}
	for name, scene := range scenes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for seed := range uint64(n) {
				for _, timed := range []bool{false, true} {
					s, w, titles := scene(t)
					was := len(s.Issues())
					stage := newStage(2, seed, timed)
					stage.together(t, s, w)
					sent, stand := map[string]int{}, map[string]int{}
					for _, i := range s.Issues() {
						for _, c := range i.Comments {
							mark := c.Body[strings.LastIndexByte(c.Body, '\n')+1:]
							if sent[mark]++; !c.Deleted {
								stand[mark]++
							}
							if sent[mark] > 1 && (timed || sent[mark] > 2) || stand[mark] > 1 {
								t.Errorf("%d times %s, of which stand %d", sent[mark], mark, stand[mark])
							}
						}
					}
					if opened := len(s.Issues()) - was; opened > 2*len(titles) {
						t.Errorf("%d were opened", opened)
					}
					quiet(t, s, numbered(w, 1000), titles...)
					if t.Failed() {
						t.Fatalf("seed %d, timed %v:\n%s", seed, timed, strings.Join(stage.order, "\n"))
					}
				}
			}
		})
	}
}
