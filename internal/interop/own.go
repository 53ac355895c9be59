package interop

import (
	"slices"
	"strings"
	"unicode"

	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/tracker"
)

// isOwn reports whether a table is one that hone wrote, perhaps with columns
// taken out or moved: kind, activity and title are there, and every column is
// called like a key. Such a table is read as it was written: texts with their
// line breaks and marks, lists by their items, ids, and what is in progress.
func isOwn(s *sheet.Sheet) bool {
	for _, must := range []string{"kind", "activity", "title"} {
		if !slices.Contains(s.Header, must) {
			return false
		}
	}
	return !slices.ContainsFunc(s.Header, func(h string) bool { return h != "kind" && !anyKindHas(h) })
}

// ownMappings takes every column for the key that it is called by.
func ownMappings(s *sheet.Sheet) (all []Mapping) {
	for _, h := range s.Header {
		all = append(all, Mapping{h, h})
	}
	return all
}

// ownText takes the apostrophe off that an export puts before what a
// spreadsheet would take for a formula.
func ownText(s string) string {
	rest, ok := strings.CutPrefix(s, "'")
	inner := strings.TrimLeftFunc(rest, func(c rune) bool {
		return c == '\'' || unicode.IsSpace(c) && c != '\t' && c != '\r' && c != '\n'
	})
	if ok && strings.IndexAny(inner, "=+-@\t\r\n＝＋－＠") == 0 {
		return rest
	}
	return s
}

// ownList parts a cell at the semicolons that part items: one before a space.
// Of those that an item has before a space or at its end there are two for each.
func ownList(s string) (items []string) {
	var item strings.Builder
	for i := 0; i < len(s); {
		n := 0
		for i+n < len(s) && s[i+n] == ';' {
			n++
		}
		i += n
		switch parts := i < len(s) && s[i] == ' '; {
		case n > 0 && parts:
			item.WriteString(s[i-n : i-n+n/2])
			if n%2 == 1 {
				items = append(items, item.String())
				item.Reset()
				i++
			}
			continue
		case n > 1 && i == len(s):
			n /= 2
			item.WriteString(s[i-n:])
			continue
		default:
			item.WriteString(s[i-n : i])
		}
		if i < len(s) {
			item.WriteByte(s[i])
			i++
		}
	}
	return append(items, item.String())
}

// ownValue turns a cell of a table that hone wrote into what is given for a key.
func ownValue(key *tracker.Key, part, text string, dates sheet.Dates) (given []string, fault *sheet.Fault) {
	text = ownText(text)
	switch key.Type {
	case tracker.TextsType, tracker.SkillsType, tracker.EvidenceType, tracker.SessionsType:
		return ownList(text), nil
	case tracker.HoursType, tracker.CreditsType:
		if whole, decimals, ok := strings.Cut(text, "."); ok && isDigits(whole) && isDigits(decimals) && len(decimals) == 3 { // no thousand here
			text += "0"
		}
	}
	return cellValue(key, part, text, dates)
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// mayLackDate reports whether an entry of a kind may have no day to count on.
func mayLackDate(k *tracker.Kind) bool {
	return !k.Key(k.Counts).Required && (k.Else == "" || !k.Key(k.Else).Required)
}

// ownSource is where an entry came from, or else what tells it from others: its
// id, or its kind, name and the day on which it began.
func ownSource(e *Entry, name, date string) string {
	if began := e.given(e.Kind.Begins); began != "" && e.Kind.Else == "" {
		date = began
	}
	switch {
	case e.Source != "":
		return e.Source
	case e.ID != "" && e.Kind.Name != "certification": // a renewal has the same
		return identity("csv", "id", e.ID)
	}
	return identity("csv", e.Kind.Name, name, date)
}
