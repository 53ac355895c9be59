package tracker

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Amount is a number of entries, hours, pages or credits, in millionths: it
// adds up exactly, and holds the amounts of any log.
type Amount int64

// One is the amount 1.
const One Amount = 1_000_000

// amountOf turns a decoded TOML number into an amount. It fails on what is no
// number, on numbers beyond a million, and on more than six decimals.
func amountOf(v any) (Amount, bool) {
	switch v := v.(type) {
	case int64:
		if v < -1_000_000 || v > 1_000_000 {
			return 0, false
		}
		return Amount(v) * One, true
	case float64:
		if math.IsNaN(v) || math.Abs(v) > 1_000_000 {
			return 0, false
		}
		// The shortest decimal that reads back as v is what a person wrote.
		whole, decimals, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
		if len(decimals) > 6 {
			return 0, false
		}
		n, err := strconv.ParseInt(whole+decimals+strings.Repeat("0", 6-len(decimals)), 10, 64)
		return Amount(n), err == nil
	}
	return 0, false
}

// Rat returns the amount as a rational number.
func (a Amount) Rat() *big.Rat { return big.NewRat(int64(a), int64(One)) }

// IsWhole reports whether the amount has no decimals.
func (a Amount) IsWhole() bool { return a%One == 0 }

// Float returns the amount rounded to three decimals, half to even.
func (a Amount) Float() float64 { return Round(a.Rat()) }

// String returns the amount with as many decimals as it needs, three at most.
func (a Amount) String() string { return strconv.FormatFloat(a.Float(), 'f', -1, 64) }

// MarshalJSON writes the amount as a number with at most three decimals.
func (a Amount) MarshalJSON() ([]byte, error) { return []byte(a.String()), nil }

// Round rounds a rational to three decimals, half to even.
func Round(r *big.Rat) float64 {
	n := new(big.Int).Mul(r.Num(), big.NewInt(1000))
	q, rem := new(big.Int).DivMod(n, r.Denom(), new(big.Int)) // rem ≥ 0
	switch twice := rem.Lsh(rem, 1); twice.Cmp(r.Denom()) {
	case 1:
		q.Add(q, big.NewInt(1))
	case 0:
		if q.Bit(0) == 1 {
			q.Add(q, big.NewInt(1))
		}
	}
	f, _ := new(big.Rat).SetFrac(q, big.NewInt(1000)).Float64()
	return f
}
