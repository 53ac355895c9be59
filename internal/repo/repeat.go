package repo

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"
)

const (
	tries     = 8
	firstWait = 50 * time.Millisecond // on average; doubles with each try
	longest   = 5 * time.Minute       // for all tries together
)

// trouble is a failure that another try may not meet.
type trouble struct{ error }

func (t *trouble) Unwrap() error { return t.error }

// repeat tries again, with growing waits, as long as there is trouble, and
// returns how often it tried. jitter goes from 0 (no waits) to below 1 (twice
// the usual ones); nil is by chance. What it returns is no trouble itself, so
// that one repeat within another does not multiply.
func repeat(ctx context.Context, jitter func() float64, try func(context.Context) error) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	if jitter == nil {
		jitter = rand.Float64
	}
	for n := 1; ; n++ {
		err := try(ctx)
		again := (*trouble)(nil)
		if !errors.As(err, &again) {
			return n, err
		}
		if n == tries && ctx.Err() == nil {
			return n, fmt.Errorf("gave up after %d tries: %w: run it again later", n, again.error)
		}
		select {
		case <-ctx.Done():
			if errors.Is(err, ctx.Err()) {
				return n, again.error
			}
			return n, fmt.Errorf("%w: %w", ctx.Err(), again.error)
		case <-time.After(time.Duration(2 * jitter() * float64(firstWait<<(n-1)))):
		}
	}
}
