package interop

import (
	"slices"
	"strings"

	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/tracker"
)

// Guess is what the columns of a spreadsheet seem to be. It is shown, and never
// acted on before a person says so.
type Guess struct {
	Options
	Rows     int
	Encoding string
	Left     []string // columns that are not taken
	Sure     bool     // a column, or most rows, say the kind; else it is the usual one
}

// GuessCSV guesses what the columns of a spreadsheet are, from their names and
// their cells. What o says already stands. credentials are those of the log:
// credits are for one of them.
func GuessCSV(data []byte, o Options, credentials []tracker.Credential) (Guess, []Fault) {
	s, faults := sheet.Read(data)
	if len(s.Header) == 0 {
		return Guess{}, []Fault{cellFault(&s, faults[0])}
	}
	g := Guess{Options: o, Rows: len(s.Rows), Encoding: s.Encoding, Sure: true}
	found := map[string]int{}
	for _, m := range o.Map {
		found[m.Key] = s.Column(m.Column)
	}
	taken := func(at int) bool {
		for _, c := range found {
			if c == at {
				return true
			}
		}
		return false
	}
	for _, h := range headers {
		for _, name := range h.names {
			at := slices.IndexFunc(s.Header, func(c string) bool { return plainHeader(c) == name }) + 1
			if at > 0 && found[h.key] == 0 && !taken(at) && fits(&s, at, h.key) {
				found[h.key] = at
			}
		}
	}
	if found["date"] == 0 && found["earned"] == 0 && found["started"] == 0 {
		if at := firstColumn(&s, taken, "date"); at > 0 {
			found["date"] = at
		}
	}
	if found["title"] == 0 {
		if at := widest(&s, taken); at > 0 {
			found["title"] = at
		}
	}
	if o.Kind == "" && found["kind"] == 0 {
		g.Kind, g.Sure = kindOfRows(&s, found)
	} else if o.Kind != "" && o.Kind != "activity" {
		delete(found, "kind")
	}
	for i, h := range s.Header {
		if key := creditKey(h, credentials); key != "" && found[key] == 0 && !taken(i+1) && fits(&s, i+1, "hours") {
			found[key] = i + 1
		}
	}
	for _, key := range keys(found) {
		if slices.ContainsFunc(keys(found), func(other string) bool { return strings.HasPrefix(other, key+".") }) {
			delete(found, key) // the sum of others
		}
	}
	g.Map = mappings(&s, found, tracker.KindOf(g.Kind), o.Map)
	if o.Dates == (sheet.Dates{}) {
		g.Dates.Order = orderOf(&s, g.Map)
	}
	for i, h := range s.Header {
		if !slices.ContainsFunc(g.Map, func(m Mapping) bool { return s.Column(m.Column) == i+1 }) && h != "" {
			g.Left = append(g.Left, h)
		}
	}
	return g, nil
}

// plainHeader is a header as the table of names has it: small, without what
// stands in brackets, and without marks at its end.
func plainHeader(s string) string {
	s, _, _ = strings.Cut(s, "(")
	s = strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, "_", " ")), " "))
	return strings.Trim(s, " :.*#?")
}

// fits reports whether most cells of a column can be what a key takes. A column
// without any cell fits nothing.
func fits(s *sheet.Sheet, at int, key string) bool {
	all, good := 0, 0
	for i := range s.Rows[:min(len(s.Rows), 500)] {
		c := s.Rows[i].Cells[at-1]
		if c == "" {
			continue
		}
		all++
		ok := true
		switch key {
		case "date", "started", "end", "earned", "expires":
			_, err := sheet.Dates{Order: sheet.DayFirst, Serial: true}.Day(c)
			_, err2 := sheet.Dates{Order: sheet.MonthFirst}.Day(c)
			ok = err == nil || err2 == nil
		case "hours":
			_, err := sheet.Number(c)
			ok = err == nil
		case "kind":
			ok = kindOfWord(c) != nil
		case "url":
			ok = link(c) != ""
		case "evidence":
			ok = link(c) != "" || strings.Contains(c, "/") && !strings.ContainsAny(c, " \\")
		case "online":
			_, ok = yesNo[strings.ToLower(c)]
		case "rating":
			n, err := sheet.Number(c)
			ok = err == nil && len(n) == 1 && n <= "5"
		case "skills":
			ok = !slices.ContainsFunc(tags(strings.ReplaceAll(c, ";", ",")), func(w string) bool { return !isKnownSkill(w) })
		}
		if ok {
			good++
		}
	}
	return all > 0 && good*2 > all
}

func isKnownSkill(w string) bool {
	for i, name := range tracker.AreaNames() {
		if w == name || slices.Contains(tracker.Area(i).Skills(), w) {
			return true
		}
	}
	return false
}

func firstColumn(s *sheet.Sheet, taken func(int) bool, key string) int {
	for at := 1; at <= len(s.Header); at++ {
		if !taken(at) && fits(s, at, key) {
			return at
		}
	}
	return 0
}

// widest returns the column with the longest texts that are neither days,
// numbers nor links.
func widest(s *sheet.Sheet, taken func(int) bool) (at int) {
	best := 0
	for c := 1; c <= len(s.Header); c++ {
		if taken(c) || fits(s, c, "date") || fits(s, c, "hours") || fits(s, c, "url") {
			continue
		}
		length := 0
		for i := range s.Rows[:min(len(s.Rows), 500)] {
			length += min(len(s.Rows[i].Cells[c-1]), 80)
		}
		if length > best {
			best, at = length, c
		}
	}
	return at
}

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

// mappings writes what was found in the order of the columns. What a fixed kind
// does not take is left out.
func mappings(s *sheet.Sheet, found map[string]int, k *tracker.Kind, said []Mapping) []Mapping {
	out := slices.Clone(said)
	if k != nil {
		fold(k, found)
	}
	for at := 1; at <= len(s.Header); at++ {
		for _, key := range sorted(keys(found)) {
			if found[key] != at || slices.ContainsFunc(said, func(m Mapping) bool { return m.Key == key }) {
				continue
			}
			if key == "kind" || k == nil && anyKindHas(key) {
				out = append(out, Mapping{key, columnName(s, at)})
			} else if k != nil {
				if real, _ := keyOf(k, key); real != nil {
					out = append(out, Mapping{key, columnName(s, at)})
				}
			}
		}
	}
	return out
}

// fold calls the general keys by the names that they have in a kind.
func fold(k *tracker.Kind, found map[string]int) {
	rename := func(from, to string) {
		if at := found[from]; at > 0 && found[to] == 0 && k.Key(to) != nil && to != from {
			found[to] = at
			delete(found, from)
		}
	}
	if k.Begins != "" && k.Key("started") == nil {
		rename("started", k.Begins)
	}
	if k.Else != "" {
		rename("date", k.Else)
	} else {
		rename("date", k.Counts)
	}
	rename("end", k.Counts)
	for _, by := range []string{"author", "provider", "issuer", "at"} {
		rename("by", by)
	}
}

func keys(m map[string]int) (names []string) {
	for n := range m {
		names = append(names, n)
	}
	return names
}

// columnName is how a column is called in a mapping: by its header where that
// is plain text and its own, else by its letters.
func columnName(s *sheet.Sheet, at int) string {
	h := s.Header[at-1]
	plain := h != "" && len(h) <= 60 && !strings.ContainsFunc(h, func(c rune) bool {
		return c < ' ' || strings.ContainsRune("\"'`$\\!%&|<>^;*?~#{}[]=", c) || c == 0x7f || c > 0x24f
	})
	if plain && s.Column(h) == at {
		return h
	}
	return sheet.Letters(at)
}

// orderOf tells the order of days from those that can be read in one way alone;
// NoOrder where they say nothing, or both.
func orderOf(s *sheet.Sheet, mapped []Mapping) sheet.Order {
	var day, month bool
	for _, m := range mapped {
		at := s.Column(m.Column)
		if at == 0 || !fits(s, at, "date") {
			continue
		}
		for i := range s.Rows {
			c := s.Rows[i].Cells[at-1]
			_, dmy := sheet.Dates{Order: sheet.DayFirst}.Day(c)
			_, mdy := sheet.Dates{Order: sheet.MonthFirst}.Day(c)
			day = day || dmy == nil && mdy != nil
			month = month || mdy == nil && dmy != nil
		}
	}
	switch {
	case day && !month:
		return sheet.DayFirst
	case month && !day:
		return sheet.MonthFirst
	}
	return sheet.NoOrder
}
