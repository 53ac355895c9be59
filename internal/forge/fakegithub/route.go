package fakegithub

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// repositoryID is the number of the repository, under which it is found
// whatever its name.
const repositoryID = "4711"

// maxText is how many characters a body may have.
const maxText = 65_536

// route answers a request as GitHub would.
func (s *Server) route(r *http.Request, body []byte) reply {
	if got := r.Header.Get("Authorization"); got != "Bearer "+s.Token {
		return refusal(401, "Bad credentials")
	}
	if r.URL.Path == "/api/graphql" {
		return s.graphQLRoute(body)
	}
	path := strings.TrimPrefix(r.URL.EscapedPath(), prefix)
	if path == "/user" {
		if !s.Person {
			return refusal(403, "Resource not accessible by integration")
		}
		return answer(200, s.spec.filled("public-user", map[string]any{"login": s.Login, "user_view_type": "public"}))
	}
	rest, ok := cutAny(path, "/repos/"+s.Owner+"/"+s.Name, "/repositories/"+repositoryID)
	if !ok {
		if rest, old := strings.CutPrefix(path, "/repos/"+s.OldName); old && s.OldName != "" {
			a := refusal(301, "Moved Permanently")
			a.header.Set("Location", s.address()+"/repositories/"+repositoryID+rest+"?"+r.URL.RawQuery)
			return a
		}
		return refusal(404, "Not Found")
	}
	parts := strings.Split(strings.Trim(rest, "/"), "/")
	switch {
	case rest == "":
		return s.repository()
	case parts[0] == "git":
		return s.gitRoute(r, parts[1:], body)
	case parts[0] == "pulls":
		return s.pullsRoute(r, parts[1:], body)
	case parts[0] == "issues":
		return s.issuesRoute(r, parts[1:], body)
	case parts[0] == "labels" && r.Method == http.MethodGet:
		return s.label(unescape(parts[1]))
	case parts[0] == "labels":
		return s.makeLabel(body)
	case parts[0] == "collaborators" && len(parts) == 3:
		return s.permission(unescape(parts[1]))
	}
	return refusal(404, "Not Found")
}

func (s *Server) issuesRoute(r *http.Request, parts []string, body []byte) reply {
	switch {
	case s.NoIssues:
		return refusal(410, "Issues are disabled for this repo")
	case len(parts) == 0 && r.Method == http.MethodGet:
		return s.list(r)
	case s.Archived && r.Method != http.MethodGet:
		return refusal(403, "Repository was archived so is read-only.")
	case s.ReadOnly && r.Method != http.MethodGet:
		a := refusal(403, "Resource not accessible by integration")
		a.header.Set("X-Accepted-GitHub-Permissions", "issues=write; pull_requests=write")
		return a
	case len(parts) == 0:
		return s.create(body)
	}
	if parts[0] == "comments" && len(parts) == 2 {
		return s.commentRoute(r, parts[1], body)
	}
	n, err := strconv.Atoi(parts[0])
	if err != nil || n < 1 || n > len(s.issues) {
		return refusal(404, "Not Found")
	}
	i := &s.issues[n-1]
	switch {
	case i.Deleted:
		return refusal(410, "This issue was deleted")
	case i.MovedTo != "" && r.Method == http.MethodGet && len(parts) == 2:
		return s.commentsRoute(r, i, body)
	case i.MovedTo != "" && r.Method == http.MethodGet:
		moved := *i
		moved.Number = 1
		return s.answerIssue(200, moved, i.MovedTo) // as after the redirect
	case i.MovedTo != "":
		a := refusal(301, "Moved Permanently")
		a.header.Set("Location", s.address()+"/repos/"+i.MovedTo+"/issues/1")
		return a
	case len(parts) == 2 && parts[1] == "comments":
		return s.commentsRoute(r, i, body)
	case len(parts) == 2:
		return s.addLabels(i, body)
	case len(parts) == 3:
		return s.removeLabel(i, unescape(parts[2]))
	case r.Method == http.MethodPatch:
		return s.update(i, body)
	}
	return s.answerIssue(200, *i, "")
}

// list answers with the issues that a query asks for, the newest first.
func (s *Server) list(r *http.Request) reply {
	q := r.URL.Query()
	from := s.issues
	if s.lag > 0 {
		s.lag--
		from = s.before
	}
	var found []Issue
	for _, i := range slices.Backward(from) {
		labelled := q.Get("labels") == "" || has(i.Labels, q.Get("labels"))
		state := q.Get("state") == "all" || i.State == q.Get("state")
		since, err := time.Parse(time.RFC3339, q.Get("since"))
		if last := s.stirred(&i); err == nil && !last.IsZero() && last.Before(since) {
			continue
		}
		if labelled && state && !i.Deleted && i.MovedTo == "" && (q.Get("creator") == "" || i.Author == q.Get("creator")) {
			found = append(found, i)
		}
	}
	if s.Cursor && q.Get("page") != "" {
		return refusal(422, "Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)")
	}
	items := make([]any, len(found))
	for n, i := range found {
		items[n] = s.json(i, "")
	}
	return s.page(r, items)
}

func (s *Server) create(body []byte) reply {
	var in struct {
		Title, Body       string
		Labels, Assignees []string
	}
	if json.Unmarshal(body, &in) != nil {
		return refusal(400, "Problems parsing JSON")
	}
	if len([]rune(in.Title)) > 256 {
		return refusal(422, "Validation Failed", map[string]any{"resource": "Issue", "field": "title", "code": "custom", "message": "title is too long (maximum is 256 characters)"})
	}
	if len([]rune(in.Body)) > maxText {
		return refusal(422, "Validation Failed", map[string]any{"resource": "Issue", "field": "body", "code": "custom", "message": "body is too long (maximum is 65536 characters)"})
	}
	for _, login := range in.Assignees {
		if s.Levels[login] == "" {
			return refusal(422, "Validation Failed", map[string]any{"value": login, "resource": "Issue", "field": "assignees", "code": "invalid"})
		}
	}
	i := Issue{Number: len(s.issues) + 1, Title: in.Title, Body: in.Body, State: "open", Author: s.Login, Assignees: in.Assignees}
	if !s.NoLabels {
		s.put(&i, in.Labels)
	}
	s.issues = append(s.issues, i)
	return s.answerIssue(201, i, "")
}

func (s *Server) update(i *Issue, body []byte) reply {
	var in struct {
		Body        *string
		State       string
		StateReason string `json:"state_reason"`
	}
	if json.Unmarshal(body, &in) != nil {
		return refusal(400, "Problems parsing JSON")
	}
	if s.OldServer && in.StateReason == "duplicate" {
		return refusal(422, "Validation Failed", map[string]any{"resource": "Issue", "field": "state_reason", "code": "invalid"})
	}
	if in.Body != nil {
		if len([]rune(*in.Body)) > maxText {
			return refusal(422, "Validation Failed", map[string]any{"resource": "Issue", "field": "body", "code": "custom", "message": "body is too long (maximum is 65536 characters)"})
		}
		i.Body = *in.Body
	}
	if in.State != "" && in.State != i.State {
		i.State, i.Reason = in.State, in.StateReason
		if i.State == "closed" {
			i.ClosedAt = s.Now
		}
	}
	return s.answerIssue(200, *i, "")
}

func has(labels []string, label string) bool {
	return slices.ContainsFunc(labels, func(l string) bool { return strings.EqualFold(l, label) })
}

func cutAny(s string, prefixes ...string) (rest string, ok bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok && (rest == "" || rest[0] == '/') {
			return rest, true
		}
	}
	return s, false
}
