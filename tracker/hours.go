package tracker

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Lengths of time as people write them: a number, with or without its unit, or
// hours and minutes.
var (
	hoursAlone   = regexp.MustCompile(`^(.*[0-9]) ?(?:h|hrs?|hours?)$`)
	hoursMinutes = regexp.MustCompile(`^(?:([0-9]{1,4}) ?(?:h|hrs?|hours?) ?(?:and )?)?([0-9]{1,5}) ?(?:m|min|mins|minutes?)$`)
	clockHours   = regexp.MustCompile(`^([0-9]{1,4})(?::|h)([0-5][0-9])$`)
)

// writeHours writes 1.5, 1,5 h, 1h30, 1:30 or 90 min as a log has it: 1.5.
// Minutes that make no hundredths of an hour are told, with the nearest that do,
// rather than rounded.
func writeHours(text string) (string, error) {
	t := strings.ToLower(strings.TrimSuffix(strings.Join(strings.Fields(text), " "), "."))
	if m := hoursAlone.FindStringSubmatch(t); m != nil {
		t = m[1]
	}
	if n, ok := number(t); ok {
		return n, nil
	}
	m := hoursMinutes.FindStringSubmatch(t)
	if m == nil {
		m = clockHours.FindStringSubmatch(t)
	}
	if m == nil {
		return "", fmt.Errorf("%s is no number of hours, like 1.5", quote(text))
	}
	hours, _ := strconv.Atoi("0" + m[1])
	minutes, _ := strconv.Atoi(m[2])
	minutes += 60 * hours
	n := strconv.FormatFloat(float64((minutes*100+30)/60)/100, 'f', -1, 64)
	if minutes%3 != 0 { // a hundredth of an hour is 36 seconds: 3 minutes make 5
		return "", fmt.Errorf("%s is no round number of hours: write %s", quote(text), n)
	}
	return n, nil
}
