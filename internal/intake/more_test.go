package intake

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The last field takes lines as a phone, a list or a block of code has them.
func TestMoreLines(t *testing.T) {
	for more, want := range map[string]map[string]any{
		"Author: Camille Fournier":               {"author": "Camille Fournier"},
		"- author = X\n* pages: 3\n• rating = 4": {"author": "X", "pages": int64(3), "rating": int64(4)},
		"```toml\nauthor = \"X\"\n```":           {"author": "X"},
		"`author = X`":                           {"author": "X"},
		"author = 'X'":                           {"author": "X"},
		"author = «X»":                           {"author": "X"},
		"author = \"X # Y, pages = 3\"":          {"author": "X # Y, pages = 3"},
		"author = X: a life":                     {"author": "X: a life"},
		"author = A, B: C":                       {"author": "A, B: C"},
		"author = C# and #1":                     {"author": "C# and #1"},
		"url = https://example.org/?author=1":    {"url": "https://example.org/?author=1"},
		"url: https://example.org/?author=1":     {"url": "https://example.org/?author=1"},
		"tags = a; b,c":                          {"tags": []any{"a", "b", "c"}},
		"skills = Leadership; kubernetes":        {"skills": []any{"leadership", "kubernetes"}},
		"hours = 90 min":                         {"hours": 1.5},
		"Credits.CISSP.A = 2,5":                  {"credits": map[string]any{"cissp": map[string]any{"A": 2.5}}},
		"submitted.Cissp = 2026-03":              {"submitted": map[string]any{"cissp": "2026-03"}},
		noResponse + "\n\nauthor = X":            {"author": "X"},
	} {
		filled := plain()
		filled["more"] = more
		e, faults := take(learned, filled)
		if len(faults) > 0 {
			t.Errorf("%q: %s", more, told(faults))
			continue
		}
		got := tables(t, e)["book"][0]
		delete(got, "finished")
		if diff := cmp.Diff(taken(want), got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", more, diff)
		}
	}
	for _, more := range []string{"technical = 4\nProblem Solving: 3", "scores.Technical = 4\nscores.problem-solving = 3", "scores.technical-proficiency=4\nscores.Problem-Solving=3"} {
		e, faults := take(learned, map[string]string{"kind": "Self-check: scores under More details", "more": more})
		if len(faults) > 0 {
			t.Errorf("%q: %s", more, told(faults))
			continue
		}
		want := map[string]any{"technical": int64(4), "problem-solving": int64(3)}
		if diff := cmp.Diff(any(want), tables(t, e)["assessment"][0]["scores"]); diff != "" {
			t.Errorf("%q (-want +got):\n%s", more, diff)
		}
	}
}
