package tracker

import "unicode/utf8"

// likeness bounds how many candidates are looked at for the names of one log:
// far more than a person's log asks for, far fewer than a hostile one can.
const likeness = 300_000

// nearest is [nearest] while the log has not asked too much.
func (r *reader) nearest(word string, candidates []string) string {
	if r.likened += len(candidates); r.likened > likeness {
		return ""
	}
	return nearest(word, candidates)
}

// nearestHelp says which name was probably meant, or which there are.
func (r *reader) nearestHelp(name string, known []string, otherwise string) string {
	if near := r.nearest(name, known); near != "" {
		return "did you mean " + quote(near) + "?"
	}
	return otherwise + someOf(known)
}

// someOf lists names, or the first of them.
func someOf(names []string) string {
	const most = 20
	switch n := len(names); {
	case n == 0:
		return "none yet"
	case n > most:
		return list(allShown(names[:most]), "and") + " and more"
	}
	return list(allShown(names), "and")
}

func allShown(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = shown(n)
	}
	return out
}

// shown makes a name fit for a message: see [quote].
func shown(name string) string {
	q := quote(name)
	return q[1 : len(q)-1]
}

// nearest returns the candidate most like a word, or "" when none is like it:
// at most a third of the longer word's letters may differ. Of two alike, the
// first.
func nearest(word string, candidates []string) string {
	best, bestDistance := "", 1<<30
	if len(word) > 64 {
		return ""
	}
	length := utf8.RuneCountInString(word)
	for _, c := range candidates {
		if len(c) > 64 {
			continue
		}
		other := utf8.RuneCountInString(c)
		longer := max(length, other, 3)
		if apart := max(length, other) - min(length, other); apart*3 > longer || apart >= bestDistance {
			continue
		}
		if d := distance([]rune(word), []rune(c)); d < bestDistance && d*3 <= longer {
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

// Nearest returns the candidate most like a word, or "" when none is like it.
func Nearest(word string, candidates []string) string { return nearest(word, candidates) }
