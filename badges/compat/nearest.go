package compat

import "strings"

// maxWord bounds the words that are compared, in bytes.
const maxWord = 32

// nearest looks for the spelling that the writer of a word most likely meant.
type nearest struct {
	word  string // trimmed and in small letters; too long a one is nobody's
	best  string // so far, or ""
	least int    // edits to get there
}

func newNearest(word string) nearest {
	word = strings.ToLower(trim(word))
	return nearest{word: word, least: 1 + len(word)/3}
}

// try offers a spelling. Of two that are equally near, the first is taken.
func (n *nearest) try(spelling string) {
	if len(n.word) > maxWord {
		return
	}
	if d := edits(n.word, spelling); d < n.least || d == 0 {
		n.best, n.least = spelling, d
	}
}

// edits counts the bytes to insert, drop, replace or swap with their neighbour
// to turn a into b. Neither is longer than maxWord.
func edits(a, b string) int {
	var rows [maxWord + 1][maxWord + 1]int
	for i := range len(a) + 1 {
		for j := range len(b) + 1 {
			if i == 0 || j == 0 {
				rows[i][j] = i + j
				continue
			}
			change := rows[i-1][j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			rows[i][j] = min(change, rows[i-1][j]+1, rows[i][j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
