package place

import "bytes"

// conflict is one unfinished merge: the mark that opens it, and the parts that
// are not ours.
type conflict struct {
	mark Span
	drop []Span
}

// conflicts finds the merges that Git left unfinished: a line that begins with
// seven <, one of seven = and one that begins with seven >, in that order, with
// a part between seven | and = where Git writes the common ancestor. Marks that
// are not part of such a three are left to the walker, since a text of many
// lines may hold a row of =.
func conflicts(text []byte) (found []conflict) {
	if !bytes.Contains(text, []byte("<<<<<<<")) {
		return nil
	}
	const none, ours, base, theirs = 0, 1, 2, 3
	state, open, from := none, Span{}, 0
	var drop []Span
	for start := 0; start < len(text); {
		line := lineAt(text, start)
		body := text[line.Start:line.End]
		switch mark := conflictMark(body); {
		case mark == 0:
		case body[0] == '<':
			state, open = ours, At(start, start+7)
			drop = []Span{line}
		case body[0] == '|' && state == ours:
			state, from = base, start
		case body[0] == '=' && (state == ours || state == base):
			if state == ours {
				from = start
			}
			state = theirs
		case body[0] == '>' && state == theirs:
			found = append(found, conflict{open, append(drop, At(from, int(line.End)))})
			state = none
		}
		start = int(line.End) + 1
	}
	return found
}

// conflictMark returns the length of the mark with which a line of an
// unfinished merge begins, or 0.
func conflictMark(line []byte) int {
	line = bytes.TrimSuffix(line, []byte("\r"))
	if len(line) < 7 || line[0] != '<' && line[0] != '|' && line[0] != '>' && line[0] != '=' {
		return 0
	}
	for _, c := range line[1:7] {
		if c != line[0] {
			return 0
		}
	}
	if len(line) == 7 || line[0] != '=' && line[7] == ' ' {
		return 7
	}
	return 0
}
