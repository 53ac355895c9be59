package fakegithub

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// perIssue is how many comments of an issue have numbers of their own.
const perIssue = 1000

// AddComment puts a comment under an issue, by somebody else's hand.
func (s *Server) AddComment(number int, c Comment) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := &s.issues[number-1]
	i.Comments = append(slices.Clone(i.Comments), c)
}

// commentRoute changes a comment, or takes it away.
func (s *Server) commentRoute(r *http.Request, id string, body []byte) reply {
	n, err := strconv.Atoi(id)
	if err != nil || n/perIssue < 1 || n/perIssue > len(s.issues) {
		return refusal(404, "Not Found")
	}
	i := &s.issues[n/perIssue-1]
	if n%perIssue >= len(i.Comments) || i.Comments[n%perIssue].Deleted {
		return refusal(404, "Not Found")
	}
	i.Comments = slices.Clone(i.Comments)
	c := &i.Comments[n%perIssue]
	if r.Method == http.MethodDelete {
		c.Deleted = true
		a := answer(204, nil)
		return a
	}
	var in struct{ Body string }
	switch {
	case json.Unmarshal(body, &in) != nil:
		return refusal(400, "Problems parsing JSON")
	case i.Locked:
		return refusal(403, "Unable to update comment because issue is locked.")
	case strings.TrimSpace(in.Body) == "" || len([]rune(in.Body)) > maxText:
		return refusal(422, "Validation Failed", map[string]any{"resource": "IssueComment", "field": "body", "code": "custom"})
	}
	c.Body = in.Body
	return answer(200, s.comment(i.Number, n%perIssue, *c))
}
