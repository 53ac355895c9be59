package tracker

import (
	"bytes"
	"strings"

	"github.com/honelog/hone/tracker/internal/place"
)

// Passage is a table as it stands in a file, with all that belongs to it:
// [book.credits] is part of the [[book]] above it.
type Passage struct {
	Table string // book, goal, settings, skill.kubernetes; empty above the first header
	File  string
	Line  int    // of its header, from 1
	Text  string // from the header to the next one
}

// Passages returns the tables of all files in order. Together their texts are
// the files: what stands above a file's first header is one too. A file that is
// no TOML is cut at the lines that look like headers.
func (l *Log) Passages() []Passage {
	var all []Passage
	for _, src := range l.sources {
		all = append(all, passagesOf(src)...)
	}
	return all
}

// beginning is where a passage begins.
type beginning struct {
	at    int
	table string
}

func passagesOf(src *place.Source) (passages []Passage) {
	cuts := []beginning{{0, ""}}
	headers, ok := headersOf(src.Text)
	if !ok {
		cuts = append(cuts, seemingHeaders(src.Text)...)
	}
	first := ""
	for _, h := range headers {
		named := (h.Path[0] == "skill" || h.Path[0] == "rule") && len(h.Path) == 2
		if len(h.Path) > 1 && h.Path[0] == first && !named {
			continue
		}
		first = h.Path[0]
		table := first
		if named {
			table += "." + h.Path[1]
		}
		cuts = append(cuts, beginning{int(h.Start), table})
	}
	for i, c := range cuts {
		end := len(src.Text)
		if i+1 < len(cuts) {
			end = cuts[i+1].at
		}
		if i == 0 && end == 0 {
			continue
		}
		line, _ := src.Position(c.at)
		passages = append(passages, Passage{c.table, src.Name, line, string(src.Text[c.at:end])})
	}
	return passages
}

func headersOf(text []byte) (headers []place.Header, ok bool) {
	if place.Look(text).Excess != nil {
		return nil, false
	}
	headers, _, err := place.Headers(text)
	if err != nil {
		return nil, false
	}
	return headers, true
}

// seemingHeaders finds the lines that begin with a bracket and a name.
func seemingHeaders(text []byte) (cuts []beginning) {
	for at := 0; at < len(text); {
		end := len(text)
		if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		line := strings.TrimSpace(string(text[at:min(end, at+200)]))
		if name, _, closed := strings.Cut(strings.TrimLeft(line, "["), "]"); closed && strings.HasPrefix(line, "[") {
			if name = strings.TrimSpace(name); isSlug(strings.ReplaceAll(name, ".", "-")) {
				cuts = append(cuts, beginning{at, name})
			}
		}
		at = end
	}
	return cuts
}
