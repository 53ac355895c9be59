package nudge

import (
	"strings"
	"testing"
)

// What an issue is for is read from a marker that is believed.
func TestOf(t *testing.T) {
	body := body{region: true}.write("late", state{Key: Key{"ana", OfGoal, "books"}, Phase: phaseOpen})
	for _, c := range []struct {
		issue Issue
		want  bool
	}{
		{Issue{Body: body, Trusted: true}, true}, {Issue{Body: body}, false}, {Issue{Body: "late", Trusted: true, Ours: true}, false},
		{Issue{Body: strings.Replace(body, "hone:v1", "hone:v2", 1), Trusted: true}, false},
	} {
		if k, ok := Of(c.issue); ok != c.want || ok && k != (Key{"ana", OfGoal, "books"}) {
			t.Errorf("%+v: %v %v", c.issue, k, ok)
		}
	}
}
