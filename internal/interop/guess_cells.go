package interop

import (
	"slices"
	"strings"

	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/tracker"
)

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
