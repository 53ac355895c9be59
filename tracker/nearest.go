package tracker

import "unicode/utf8"

// nearest returns the candidate most like a word, or "" when none is like it:
// at most a third of the longer word's letters may differ. Of two alike, the
// first.
func nearest(word string, candidates []string) string {
	best, bestDistance := "", 1<<30
	if len(word) > 64 {
		return ""
	}
	for _, c := range candidates {
		longer := max(utf8.RuneCountInString(word), utf8.RuneCountInString(c))
		if d := distance([]rune(word), []rune(c)); d < bestDistance && d*3 <= max(longer, 3) {
			best, bestDistance = c, d
		}
	}
	return best
}

// distance is the number of letters to insert, delete, replace or swap with
// their neighbour to turn a into b (Damerau-Levenshtein, optimal string
// alignment).
func distance(a, b []rune) int {
	before, previous, current := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := 1; i <= len(a); i++ {
		current[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			current[j] = min(previous[j]+1, current[j-1]+1, previous[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				current[j] = min(current[j], before[j-2]+1)
			}
		}
		before, previous, current = previous, current, before
	}
	return previous[len(b)]
}
