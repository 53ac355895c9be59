package nudge

import "testing"

// What an issue is for is read from a marker that is believed.
func TestOf(t *testing.T) {
	body := body{region: true}.write("late", state{Key: Key{"ana", OfGoal, "books"}, Phase: phaseOpen})
	for _, c := range []struct {
		issue Issue
		want  bool
	}{
		{Issue{Body: body, Trusted: true}, true}, {Issue{Body: body}, false}, {Issue{Body: "late", Trusted: true, Ours: true}, false},
		{Issue{Body: "<!-- hone:v2 " + body[len("<!-- hone:v1 "):], Trusted: true}, false},
	} {
		if k, ok := Of(c.issue); ok != c.want || ok && k != (Key{"ana", OfGoal, "books"}) {
			t.Errorf("%+v: %v %v", c.issue, k, ok)
		}
	}
}
