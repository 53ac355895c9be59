package tracker

import (
	"math/big"

	"github.com/honelog/hone/tracker/civil"
)

// forecast says in what range a period probably ends, from the entries of the
// last 90 active days: what they would bring in the days left, give or take the
// square root of their number. With fewer than three entries or 28 days it is
// too early to say.
func (l *Log) forecast(e *era, b *ledger, done Amount, left int, t civil.Date) *Forecast {
	from := e.windowFrom(t, 90)
	if !e.hasStart && len(b.bookings) > 0 {
		from = max(from, b.bookings[0].on)
	}
	w := e.active(from-1, t)
	recent := b.between(from, t)
	n := len(recent)
	if n < 3 || w < 28 || e.definitionOn(t).Unit == "areas" {
		return nil
	}
	var amount Amount
	for _, x := range recent {
		amount += x.amount
	}
	// done + left · amount · (n ± √n) / (w · n), floored to whole units
	scale := big.NewInt(1_000_000_000_000)
	root := new(big.Int).Sqrt(new(big.Int).Mul(big.NewInt(int64(n)), new(big.Int).Mul(scale, scale)))
	end := func(sign int64) Amount {
		v := new(big.Int).Add(new(big.Int).Mul(big.NewInt(int64(n)), scale), new(big.Int).Mul(root, big.NewInt(sign)))
		v.Mul(v, big.NewInt(int64(left))).Mul(v, big.NewInt(int64(amount)))
		v.Div(v, new(big.Int).Mul(big.NewInt(int64(w)*int64(n)), scale))
		return (done + Amount(v.Int64())) / One * One
	}
	return &Forecast{Low: max(end(-1), done/One*One), High: end(1)}
}
