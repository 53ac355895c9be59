package intake

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Goals are named by their ids or titles.
func TestGoalNames(t *testing.T) {
	for goals, want := range map[string][]any{
		"books and feedback": {"books", "feedback"}, "Books & Feedback": {"books", "feedback"}, "feedback; BOOKS,": {"feedback", "books"}, "Something else": {"secret"}, "something else, books": {"secret", "books"},
	} {
		e, faults := take(rest, map[string]string{"until": "2 weeks", "goals": goals})
		if len(faults) > 0 {
			t.Errorf("%q: %s", goals, told(faults))
			continue
		}
		if diff := cmp.Diff(any(want), tables(t, e)["pause"][0]["goals"]); diff != "" {
			t.Errorf("%q (-want +got):\n%s", goals, diff)
		}
	}
}
