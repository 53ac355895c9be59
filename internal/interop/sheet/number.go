package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var (
	clock    = regexp.MustCompile(`^(\d{1,4}):([0-5]\d)(?::00)?$`)
	amount   = regexp.MustCompile(`^(\d{1,7})(?:[.,](\d{1,12}))?$`)
	withBoth = regexp.MustCompile(`^\d{1,3}(?:(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+)$`)
	thousand = regexp.MustCompile(`^[1-9]\d{0,2}[.,]\d{3}$`)
	unit     = regexp.MustCompile(`(?i) ?(?:hours?|hrs?|h|std\.?|stunden?|heures?|pages?|seiten?|credits?|cpes?|pdus?|ceus?|points?|punkte?)$`)
)

// Number reads an amount as people write it (1.5, 1,5, 1:30 for hours and
// minutes, 1.5 h) and returns it as TOML has it. The error is a [*Fault] without
// a place.
func Number(s string) (string, error) {
	plain := unit.ReplaceAllString(strings.TrimSpace(s), "")
	if m := clock.FindStringSubmatch(plain); m != nil {
		h, _ := strconv.Atoi(m[1])
		minutes, _ := strconv.Atoi(m[2])
		return decimals(h, (minutes*1_000_000+30)/60), nil
	}
	if withBoth.MatchString(plain) { // 1.234,5 or 1,234.5: the last mark is the decimal one
		last := strings.LastIndexAny(plain, ".,")
		plain = strings.NewReplacer(".", "", ",", "").Replace(plain[:last]) + "." + plain[last+1:]
	}
	if thousand.MatchString(plain) {
		return "", &Fault{Says: fmt.Sprintf("%q can be read in two ways", short(s)), Help: "write it without the mark of thousands, or with one decimal less"}
	}
	m := amount.FindStringSubmatch(plain)
	if m == nil {
		return "", &Fault{Says: fmt.Sprintf("%q is no number", short(s)), Help: "write it like 1.5 or 1,5"}
	}
	whole, _ := strconv.Atoi(m[1])
	part := strings.TrimRight(m[2], "0")
	if part == "" {
		return strconv.Itoa(whole), nil
	}
	return strconv.Itoa(whole) + "." + part, nil
}

// decimals writes a number of millionths behind a whole number.
func decimals(whole, millionths int) string {
	if millionths == 0 {
		return strconv.Itoa(whole)
	}
	return strconv.Itoa(whole) + "." + strings.TrimRight(fmt.Sprintf("%06d", millionths), "0")
}
