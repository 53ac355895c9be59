package words

import (
	"fmt"
	"math/big"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/honelog/hone/tracker"
)

// descItems is how many items of a card its description tells one by one.
const descItems = 24

// CardAlt is what a card shows, for those who do not see it: its heading, its
// day and its data.
func CardAlt(title, note, desc string) string { return Clauses(title, note) + ": " + desc }

// Sentences are the items of a card told one by one.
func Sentences(items []string) string {
	more := len(items) - descItems
	if more > 0 {
		items = append(items[:descItems:descItems], fmt.Sprintf(CardMore, more))
	}
	return strings.Join(items, ". ") + "."
}

// Clauses joins the parts of a sentence that are not empty.
func Clauses(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, ", ")
}

// Labelled is a name and what is said of it.
func Labelled(name, says string) string {
	if says == "" {
		return name
	}
	return name + ": " + says
}

// RingDesc tells how much of a goal is done, and what holds.
func RingDesc(s *tracker.Standing) string { return Clauses(ringParts(s)) }

// HeatmapDesc tells of the days of a year by its months.
func HeatmapDesc(entries, days int, months [12]int) string {
	return HeatmapSummary(entries, days) + monthsDesc(months)
}

// YearDesc tells the numbers of a year, and its months.
func YearDesc(numbers []YearNumber, months [12]int) string {
	said := make([]string, len(numbers))
	for i, n := range numbers {
		said[i] = n.Value + " " + n.Label
	}
	return strings.Join(said, ", ") + monthsDesc(months)
}

// monthsDesc ends a sentence and tells the entries of each month that has some,
// as one has.
func monthsDesc(months [12]int) string {
	var parts []string
	for m, n := range months {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", time.Month(m+1), n))
		}
	}
	return ". By month: " + strings.Join(parts, ", ") + "."
}

// SkillDesc tells of an area: its share, the share wished, its self-score; a
// share or wish that is negative and a score or aim of 0 are not told.
func SkillDesc(name string, share, wish, score, aim int, state string) string {
	var shares, scored string
	if share >= 0 {
		shares = Percent(share) + " of the time"
	}
	if wish >= 0 {
		shares = Clauses(shares, Percent(wish)+" wished")
	}
	switch {
	case score > 0 && aim > 0:
		scored = fmt.Sprintf("self-score %d, aim %d", score, aim)
	case score > 0:
		scored = fmt.Sprintf("self-score %d", score)
	case aim > 0:
		scored = fmt.Sprintf("aim %d", aim)
	}
	return Labelled(name, Clauses(shares, scored, state))
}

// BurnupDesc tells how far a goal is, where its even line runs today, and where
// it probably ends.
func BurnupDesc(s *tracker.Standing, outlook string) string {
	amount, state := badgeParts(s)
	items := []string{Clauses(amount, state)}
	if s.Required != nil && s.Upper != nil {
		items = append(items, "The even line asks for "+span(*s.Required, *s.Upper, s.Unit)+" now")
	}
	if s.Forecast != nil && outlook != "" && s.Period != nil {
		outlook += " by " + DayYear(s.Period.Until)
	}
	if outlook != "" {
		items = append(items, Capital(outlook))
	}
	return Sentences(items)
}

// span is one amount, or two with what lies between them.
func span(low, high tracker.Amount, unit string) string {
	if low == high {
		return Amount(low, unit)
	}
	return low.String() + " to " + Amount(high, unit)
}

// Percent is a share in thousandths as a whole number of hundredths, half up.
func Percent(thousandths int) string { return fmt.Sprintf("%d%%", (thousandths+5)/10) }

// Thousandths is a rational in thousandths, rounded down.
func Thousandths(r *big.Rat) int {
	n := new(big.Int).Mul(r.Num(), big.NewInt(1000))
	return int(n.Div(n, r.Denom()).Int64())
}

// Capital begins a text with a capital letter.
func Capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

// list joins names as a sentence does: a, b and c.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
