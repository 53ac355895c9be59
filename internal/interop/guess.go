package interop

import (
	"fmt"
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
	Site     string   // the format whose columns it has: goodreads, storygraph, linkedin; "" for none
	Own      bool     // hone wrote it, and nothing is to guess
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
	g := Guess{Options: o, Rows: len(s.Rows), Encoding: s.Encoding, Site: exportOf(tableOf(s)), Sure: true}
	if len(s.Rows) == 0 {
		return g, []Fault{noRows}
	}
	if f := noNames(&s); f != nil && len(o.Map) == 0 {
		return g, []Fault{*f}
	}
	if isOwn(&s) && o.Kind == "" && len(o.Map) == 0 {
		g.Own, g.Map = true, ownMappings(&s)
		if o.Dates == (sheet.Dates{}) {
			g.Dates.Order = orderOf(&s, g.Map)
		}
		return g, nil
	}
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

// noNames tells of a title that stands where the columns should be named: one
// cell, and rows below have more.
func noNames(s *sheet.Sheet) *Fault {
	filled := func(cells []string) (n int) {
		for _, c := range cells {
			if c != "" {
				n++
			}
		}
		return n
	}
	at := slices.IndexFunc(s.Rows, func(r sheet.Row) bool { return filled(r.Cells) > 2 })
	if at < 0 || filled(s.Header) > 1 {
		return nil
	}
	return &Fault{
		Place{Unit: "row", N: s.HeaderRow}, fmt.Sprintf("it should name the columns, and has one cell; row %d has %d", s.Rows[at].Number, filled(s.Rows[at].Cells)),
		"take out the rows above the one that names the columns, or say with --map which column is what, like --map title=B",
	}
}

// plainHeader is a header as the table of names has it: small, without what
// stands in brackets, and without marks at its end.
func plainHeader(s string) string {
	s, _, _ = strings.Cut(s, "(")
	s = strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, "_", " ")), " "))
	return strings.Trim(s, " :.*#?")
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

func keys[V any](m map[string]V) (names []string) {
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
