package fakegithub

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Comment is a comment of an issue.
type Comment struct {
	Author, Body string
	Created      time.Time // zero: just now
	Deleted      bool      // its number stays
}

// Comments returns the comments of an issue that are there, the oldest first.
func (s *Server) Comments(number int) []Comment {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(s.issues[number-1].Comments), func(c Comment) bool { return c.Deleted })
}

// commentsRoute answers what concerns the comments of an issue.
func (s *Server) commentsRoute(r *http.Request, i *Issue, body []byte) reply {
	if r.Method == http.MethodGet {
		from := i.Comments
		if s.lag > 0 && i.Number <= len(s.before) {
			s.lag--
			from = s.before[i.Number-1].Comments
		}
		items := []any{}
		for n, c := range from {
			if !c.Deleted {
				items = append(items, s.comment(i.Number, n, c))
			}
		}
		return s.page(r, items)
	}
	var in struct{ Body string }
	switch {
	case json.Unmarshal(body, &in) != nil:
		return refusal(400, "Problems parsing JSON")
	case i.Locked:
		return refusal(403, "Unable to create comment because issue is locked.")
	case strings.TrimSpace(in.Body) == "" || len([]rune(in.Body)) > maxText:
		return refusal(422, "Validation Failed", map[string]any{"resource": "IssueComment", "field": "body", "code": "custom"})
	}
	c := Comment{Author: s.Login, Body: in.Body}
	i.Comments = append(slices.Clone(i.Comments), c)
	return answer(201, s.comment(i.Number, len(i.Comments)-1, c))
}

func (s *Server) comment(number, n int, c Comment) map[string]any {
	return s.spec.filled("issue-comment", map[string]any{
		"id": number*perIssue + n, "body": c.Body, "user": s.user(c.Author), "created_at": s.moment(c.Created), "issue_url": fmt.Sprintf("%s/repos/%s/%s/issues/%d", s.address(), s.Owner, s.Name, number),
	})
}

// removeLabel takes a label off an issue.
func (s *Server) removeLabel(i *Issue, name string) reply {
	if !has(i.Labels, name) {
		return refusal(404, "Label does not exist")
	}
	if !s.NoLabels {
		i.Labels = slices.DeleteFunc(slices.Clone(i.Labels), func(l string) bool { return strings.EqualFold(l, name) })
	}
	return answer(200, s.labels(i))
}

// page answers with the part of a list that a query asks for, and says where
// the next one is.
func (s *Server) page(r *http.Request, items []any) reply {
	q := r.URL.Query()
	size, _ := strconv.Atoi(q.Get("per_page"))
	if s.PageSize > 0 {
		size = s.PageSize
	}
	number, _ := strconv.Atoi(q.Get("page") + q.Get("after"))
	number = max(number, 1)
	start, end := min((number-1)*size, len(items)), min(number*size, len(items))
	a := answer(200, items[start:end])
	if end < len(items) {
		q.Del("after")
		name := "page"
		if s.Cursor {
			name = "after"
		}
		q.Set(name, strconv.Itoa(number+1))
		address := s.address() + strings.TrimPrefix(r.URL.Path, prefix) + "?" + q.Encode()
		a.header.Set("Link", fmt.Sprintf(`<%s>; rel="next", <%s>; rel="last"`, address, address))
	}
	return a
}
