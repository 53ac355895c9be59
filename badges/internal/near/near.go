// Package near finds the name that a misspelt word was probably meant to be.
package near

import "strings"

// maxWord bounds the words that are looked at, in bytes: a longer one is no
// slip of the pen.
const maxWord = 32

// Name returns which of the names the writer of a word most likely meant, or ""
// when none is like it. Of two that are as near it is the first. Capitals, and
// a space or _ for -, are slips that cost nothing, or little.
func Name(word string, names []string) string {
	if len(word) > maxWord {
		return ""
	}
	word = dashes.Replace(strings.ToLower(strings.TrimSpace(word)))
	best, least := "", 1+len(word)/3
	for _, n := range names {
		if d := distance(word, n); d < least || d == 0 {
			best, least = n, d
		}
	}
	return best
}

var dashes = strings.NewReplacer("_", "-", " ", "-")

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
