package interop

import (
	"slices"
	"strings"

	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/tracker"
)

// kindOfRows guesses the kind of all rows: a book where there are ISBNs, pages
// or stars, a certification where something expires, else what most titles
// name. sure is false where nothing says it.
func kindOfRows(s *sheet.Sheet, found map[string]int) (kind string, sure bool) {
	switch {
	case found["isbn"] > 0 || found["pages"] > 0:
		return "book", true
	case found["expires"] > 0 || found["earned"] > 0:
		return "certification", true
	case found["end"] > 0 && found["place"] > 0:
		return "conference", true
	}
	votes := map[string]int{}
	if at := found["title"]; at > 0 {
		for i := range s.Rows {
			for _, w := range strings.FieldsFunc(strings.ToLower(s.Rows[i].Cells[at-1]), func(c rune) bool { return c == ' ' || c == ':' || c == ',' || c == '-' }) {
				if k := kindByWord[w]; k != nil {
					votes[k.Name]++
					break
				}
			}
		}
	}
	best := ""
	for _, k := range tracker.Kinds() {
		if votes[k.Name] > votes[best] {
			best = k.Name
		}
	}
	if best != "" {
		return best, 2*votes[best] > len(s.Rows)
	}
	return "webinar", false
}

// creditKey returns the key of credits that a column holds: for the one
// credential of the log that has such credits, or that the column is named for.
func creditKey(header string, credentials []tracker.Credential) string {
	name := plainHeader(header)
	var ids []string
	for _, c := range credentials {
		if id := strings.ToLower(c.ID); name == id || name == strings.ToLower(c.Title) || name == id+" cpe" || name == id+" cpes" || name == id+" credits" || name == id+" pdu" || name == id+" pdus" {
			return "credits." + c.ID
		}
	}
	for _, b := range bodies {
		if b.credit != name {
			continue
		}
		for _, c := range credentials {
			if slices.ContainsFunc(b.holders, func(h string) bool {
				return strings.HasPrefix(c.ID, h) || strings.HasPrefix(strings.ToLower(c.Title), h)
			}) {
				key := "credits." + c.ID
				if b.category != "" {
					key += "." + b.category
				}
				ids = append(ids, key)
			}
		}
	}
	if len(ids) == 1 {
		return ids[0]
	}
	return ""
}
