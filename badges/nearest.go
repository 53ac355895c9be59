package badges

import (
	"fmt"
	"strings"
)

// unknown words the error of a name that is not known.
func unknown(what, value, nearest string) string {
	if nearest == "" {
		return fmt.Sprintf("unknown %s %q", what, value)
	}
	return fmt.Sprintf("unknown %s %q; did you mean %q?", what, value, nearest)
}

// nearest returns which of the names the writer of s most likely meant, or "".
// Of two that are as near it is the first.
func nearest(s string, names []string) string {
	if len(s) > 32 {
		return ""
	}
	s = strings.ToLower(strings.TrimSpace(s))
	best, least := "", 1+len(s)/3
	for _, name := range names {
		if d := distance(s, name); d < least || d == 0 {
			best, least = name, d
		}
	}
	return best
}

// distance counts the bytes to insert, drop, replace or swap with their
// neighbour to turn a into b.
func distance(a, b string) int {
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next[0] = i + 1
		for j := range len(b) {
			change := row[j]
			if a[i] != b[j] {
				change++
			}
			next[j+1] = min(change, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
