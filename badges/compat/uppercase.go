package compat

import "unicode/utf8"

// appendUpper appends r in capitals, as String.prototype.toUpperCase has it:
// the full mapping of Unicode 17.0, of no language, in which some letters grow
// ("ß" becomes "SS"). It is the same whatever Unicode this program's Go knows.
func appendUpper(dst []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return append(dst, byte(r))
	}
	if u := upperRuns[runAt(r)]; u.low <= r && r <= u.high && (r-u.low)%u.step == 0 {
		return utf8.AppendRune(dst, r+u.shift)
	}
	for _, g := range upperGrown {
		if g.small == r {
			return append(dst, g.capitals...)
		}
	}
	return utf8.AppendRune(dst, r)
}

// runAt returns the last run that begins at r or before, or the first.
func runAt(r rune) int {
	low, high := 0, len(upperRuns)
	for high-low > 1 {
		if mid := (low + high) / 2; upperRuns[mid].low <= r {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

// An upperRun is every step'th letter from low to high; its capital is shift
// code points away.
type upperRun struct{ low, high, step, shift rune }

// A grownRune is a letter that becomes several in capitals.
type grownRune struct {
	small    rune
	capitals string
}
