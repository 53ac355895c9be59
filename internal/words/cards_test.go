package words

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

func TestCardWords(t *testing.T) {
	asOf := civil.Of(2026, 11, 16)
	quiet := func(last civil.Date) string {
		return SkillState(&tracker.AreaStanding{Quiet: true, Last: &last}, asOf)
	}
	outlook := func(unit string, low, high tracker.Amount) string {
		return Outlook(&tracker.Standing{Status: tracker.OnTrack, Unit: unit, Forecast: &tracker.Forecast{Low: low * tracker.One, High: high * tracker.One}})
	}
	kept := &tracker.Standing{Form: tracker.Every, Status: tracker.OnTrack, Kept: big.NewRat(999, 1000), Due: &asOf}
	value, state := RingParts(kept)
	upcoming, from := RingParts(&tracker.Standing{Form: tracker.Every, Status: tracker.Upcoming, Kept: big.NewRat(1, 1), Starts: asOf})
	target := 12 * tracker.One
	paused, to := RingParts(&tracker.Standing{Form: tracker.Per, Status: tracker.Paused, Unit: "hours", Done: 5 * tracker.One, Target: &target, PausedUntil: &asOf})
	credits, _ := RingParts(&tracker.Standing{Form: tracker.Per, Status: tracker.OnTrack, Unit: "credits", Done: 5 * tracker.One, Target: &target, Due: &asOf})
	for _, test := range []struct{ got, want string }{
		{credits, "5 of 12 cr"},
		{CardAsOf(asOf), "as of 16 Nov 2026"},
		{strings.Join(Months(), " "), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"},
		{fmt.Sprint(Weekdays(time.Monday)), "[Mon Tue Wed Thu Fri Sat Sun]"},
		{fmt.Sprint(Weekdays(time.Sunday)), "[Sun Mon Tue Wed Thu Fri Sat]"},
		{MonthTick(civil.Of(2027, 1, 1)) + " " + MonthTick(civil.Of(2027, 2, 1)), "2027 Feb"},
		{HeatmapSummary(1, 1), "1 entry on 1 day"},
		{HeatmapSummary(3, 2), "3 entries on 2 days"},
		{HeatmapDesc(3, 2, [12]int{1, 0, 2}), "3 entries on 2 days. By month: January 1, March 2."},
		{quiet(civil.Of(2026, 3, 9)), "quiet since March"},
		{quiet(civil.Of(2025, 3, 9)), "quiet since Mar 2025"},
		{SkillState(&tracker.AreaStanding{Quiet: true}, asOf), "no entry yet"},
		{SkillState(&tracker.AreaStanding{Weak: true}, asOf), "less than half its wish"},
		{SkillState(&tracker.AreaStanding{}, asOf), ""},
		{SkillsSummary(nil), "Every area has its share."},
		{SkillsSummary([]string{"A", "B", "C"}), "Room to grow: A, B and C"},
		{SkillsSummary([]string{"A", "B", "C", "D"}), "Room to grow: A, B, C and D"},
		{SkillsSummary([]string{"A", "B", "C", "D", "E"}), "Room to grow: A, B, C and 2 more"},
		{SkillDesc("People", 160, 100, 4, 5, ""), "People: 16% of the time, 10% wished, self-score 4, aim 5"},
		{SkillDesc("People", -1, -1, 0, 0, "no entry yet"), "People: no entry yet"},
		{outlook("hours", 45, 77), "probably 45 to 77 h"},
		{outlook("entries", 9, 9), "probably 9"},
		{outlook("entries", 0, 0), ""},
		{outlook("areas", 1, 2), ""},
		{Outlook(&tracker.Standing{Status: tracker.Behind}), "too early to say"},
		{Outlook(&tracker.Standing{Status: tracker.Done, Forecast: &tracker.Forecast{}}), ""},
		{value + ", " + state, "99% kept, next by 16 Nov"},
		{upcoming + ", " + from, ", from 16 Nov"},
		{paused + ", " + to, "5 of 12 h, paused to 16 Nov"},
		{fmt.Sprint(YearEntries(1), YearDays(2), YearAreas(3), YearWeeks(4)), "{1 entry} {2 days of learning} {3 of 8 areas} {4 weeks in a row}"},
		{fmt.Sprint(YearHours(1*tracker.One), YearHours(tracker.One/4), YearHours(125*tracker.One+tracker.One/2)), "{1 hour} {0.25 hours} {126 hours}"},
		{fmt.Sprint(YearKind(1, tracker.KindOf("book")), YearKind(2, tracker.KindOf("feedback"))), "{1 book} {2 pieces of feedback}"},
		{EntryDay(tracker.OnDay(asOf)), "16 Nov 2026"},
		{Sentences([]string{"A", "B"}), "A. B."},
		{Sentences(strings.Split(strings.Repeat("x ", 30), " ")[:30]), strings.Repeat("x. ", 24) + "and 6 more."},
		{Percent(5) + Percent(994) + Percent(0), "1%99%0%"},
		{Capital("éa") + Capital(""), "Éa"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}

// A name that nobody would see gives way.
func TestShown(t *testing.T) {
	for _, unseen := range []string{"", "  ", "\u200b", "\u3164 \u115f", "\ufe0f", "\u0301", "\u00a0\u2003", "\ue000", "\x00\x07"} {
		if got := Shown(unseen, "else", 10); got != "else" {
			t.Errorf("%q is shown as %q", unseen, got)
		}
	}
	for _, seen := range []string{"a", "é", "日本", "😀", "…", "-"} {
		if got := Shown(seen, "else", 10); got != seen {
			t.Errorf("%q is shown as %q", seen, got)
		}
	}
	if got := Shown("a long name", "else", 6); got != "a lon…" {
		t.Errorf("shortened to %q", got)
	}
}
