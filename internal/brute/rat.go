package brute

import "math/big"

func rat(a, b int) *big.Rat           { return big.NewRat(int64(a), int64(b)) }
func whole(n int) *big.Rat            { return rat(n, 1) }
func (m Milli) rat() *big.Rat         { return rat(int(m), 1000) }
func add(a, b *big.Rat) *big.Rat      { return new(big.Rat).Add(a, b) }
func sub(a, b *big.Rat) *big.Rat      { return new(big.Rat).Sub(a, b) }
func mul(a, b *big.Rat) *big.Rat      { return new(big.Rat).Mul(a, b) }
func div(a, b *big.Rat) *big.Rat      { return new(big.Rat).Quo(a, b) }
func less(a, b *big.Rat) bool         { return a.Cmp(b) < 0 }
func atLeastZero(a *big.Rat) *big.Rat { return larger(a, new(big.Rat)) }

func larger(a, b *big.Rat) *big.Rat {
	if less(a, b) {
		return b
	}
	return a
}

func floor(a *big.Rat) int {
	q := new(big.Int).Div(a.Num(), a.Denom()) // Euclidean; the denominator is positive
	return int(q.Int64())
}

func ceil(a *big.Rat) int { return -floor(new(big.Rat).Neg(a)) }

// nearest rounds to the nearest whole number, ties down.
func nearest(a *big.Rat) int { return ceil(sub(a, rat(1, 2))) }

// float rounds to three decimals, half to even.
func float(a *big.Rat) float64 {
	k := mul(a, whole(1000))
	n := floor(k)
	switch sub(k, whole(n)).Cmp(rat(1, 2)) {
	case 1:
		n++
	case 0:
		n += n & 1
	}
	return float64(n) / 1000
}
