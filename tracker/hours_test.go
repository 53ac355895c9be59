package tracker

import "testing"

func TestWriteHours(t *testing.T) {
	for in, want := range map[string]string{
		"1.5": "1.5", "1,5": "1.5", "1.5 h": "1.5", "1,5h": "1.5", "2 hours": "2", "1 hr.": "1", "90": "90", "0.0000001": "0.0000001",
		"1h30": "1.5", "1:30": "1.5", "1h 30m": "1.5", "1h30min": "1.5", "1 hour and 15 minutes": "1.25",
		"90 min": "1.5", " 90  Min. ": "1.5", "45m": "0.75", "3 min": "0.05", "33 min": "0.55", "0 min": "0", "99999m": "1666.65",
	} {
		if got, err := writeHours(in); got != want || err != nil {
			t.Errorf("%q is %q, %v; want %q", in, got, err, want)
		}
	}
	for in, want := range map[string]string{
		"20m": "is no round number of hours: write 0.33", "50 min": "is no round number of hours: write 0.83", "1:01": "is no round number of hours: write 1.02", "1h 40m": "is no round number of hours: write 1.67", "10 min": "is no round number of hours: write 0.17",
		"1:75": "is no number of hours, like 1.5", "about 2": "is no number of hours, like 1.5", "½": "is no number of hours, like 1.5", "1.5h 30m": "is no number of hours, like 1.5", "h": "is no number of hours, like 1.5", "": "is no number of hours, like 1.5", "inf": "is no number of hours, like 1.5", "two h": "is no number of hours, like 1.5", "123456 min": "is no number of hours, like 1.5",
	} {
		if got, err := writeHours(in); got != "" || err == nil || err.Error() != quote(in)+" "+want {
			t.Errorf("%q is %q, %v; want it to be told that it %s", in, got, err, want)
		}
	}
}
