package fakegithub

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"time"
)

// json is an issue as GitHub writes it, in this repository or another.
func (s *Server) json(i Issue, repository string) map[string]any {
	if repository == "" {
		repository = s.Owner + "/" + s.Name
	}
	given := map[string]any{
		"number": i.Number, "title": i.Title, "body": i.Body, "state": i.State, "locked": i.Locked, "labels": s.labels(&i), "closed_at": nil,
		"user": s.user(i.Author), "created_at": s.moment(i.Created), "updated_at": s.moment(s.stirred(&i)), "comments": len(i.Comments),
		"repository_url": s.address() + "/repos/" + repository, "state_reason": nil,
	}
	if i.Reason != "" {
		given["state_reason"] = i.Reason
	}
	if i.State == "closed" {
		given["closed_at"] = i.ClosedAt.UTC().Format(time.RFC3339)
	}
	if i.PullRequest {
		given["pull_request"] = map[string]any{"url": "https://example.com/", "html_url": nil, "diff_url": nil, "patch_url": nil}
	}
	return s.spec.filled("issue", given)
}

// moment is a time as GitHub writes it; the zero one is just now.
func (s *Server) moment(t time.Time) string {
	if t.IsZero() {
		t = s.Now
	}
	return t.UTC().Format(time.RFC3339)
}

// stirred is when something last happened on an issue; zero: just now.
func (s *Server) stirred(i *Issue) time.Time {
	last := i.Created
	for _, c := range i.Comments {
		if last = later(last, c.Created); last.IsZero() {
			return last
		}
	}
	return later(last, i.ClosedAt)
}

// later is the later of two times, the zero one being now.
func later(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return a
	}
	return b
}

func (s *Server) answerIssue(status int, i Issue, repository string) reply {
	return answer(status, s.json(i, repository))
}

func (s *Server) user(login string) map[string]any {
	kind := "User"
	if strings.HasSuffix(login, "[bot]") {
		kind = "Bot"
	}
	return s.spec.filled("simple-user", map[string]any{"login": login, "type": kind})
}

func (s *Server) repository() reply {
	return answer(200, s.spec.filled("full-repository", map[string]any{
		"name": s.Name, "full_name": s.Owner + "/" + s.Name, "owner": s.user(s.Owner), "archived": s.Archived, "has_issues": !s.NoIssues,
	}))
}

func (s *Server) label(name string) reply {
	for l := range s.Labels {
		if strings.EqualFold(l, name) {
			return answer(200, s.spec.filled("label", map[string]any{"name": l}))
		}
	}
	return refusal(404, "Not Found")
}

func (s *Server) makeLabel(body []byte) reply {
	var in struct{ Name string }
	switch {
	case json.Unmarshal(body, &in) != nil:
		return refusal(400, "Problems parsing JSON")
	case s.NoLabels || s.ReadOnly:
		return refusal(404, "Not Found")
	case s.label(in.Name).status == 200:
		return refusal(422, "Validation Failed", map[string]any{"resource": "Label", "code": "already_exists", "field": "name"})
	}
	s.Labels[in.Name] = true
	return answer(201, s.spec.filled("label", map[string]any{"name": in.Name}))
}

func (s *Server) addLabels(i *Issue, body []byte) reply {
	var in struct{ Labels []string }
	if json.Unmarshal(body, &in) != nil {
		return refusal(400, "Problems parsing JSON")
	}
	if !s.NoLabels {
		s.put(i, in.Labels)
	}
	return answer(200, s.labels(i))
}

func (s *Server) labels(i *Issue) []any {
	labels := []any{}
	for _, l := range i.Labels {
		labels = append(labels, s.spec.filled("label", map[string]any{"name": l}))
	}
	return labels
}

// put labels an issue; a label that is not there is made.
func (s *Server) put(i *Issue, labels []string) {
	for _, l := range labels {
		if s.label(l).status != 200 {
			s.Labels[l] = true
		}
		if !has(i.Labels, l) {
			i.Labels = append(slices.Clone(i.Labels), l)
		}
	}
}

func (s *Server) permission(login string) reply {
	level := s.Levels[login]
	if level == "" {
		level = "read"
	}
	user := s.spec.filled("nullable-collaborator", map[string]any{"login": login})
	return answer(200, s.spec.filled("repository-collaborator-permission", map[string]any{"permission": level, "role_name": level, "user": user}))
}

func unescape(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	return s
}
