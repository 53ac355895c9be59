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

// Pull is a pull request between two branches. Its number is counted with the
// issues'.
type Pull struct {
	Number      int
	Title, Body string
	State       string // open or closed
	Author      string
	Head, Base  string
	Fork        string    // owner/name of the head's repository; empty: this one
	Merged      time.Time // zero: it is not
}

// Pulls returns all pull requests, the oldest first.
func (s *Server) Pulls() []Pull {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.pulls)
}

// ChangePull changes a pull request by somebody else's hand.
func (s *Server) ChangePull(number int, change func(*Pull)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.pulls {
		if s.pulls[i].Number == number {
			change(&s.pulls[i])
		}
	}
}

// AddPull puts a pull request in, by somebody else's hand, and returns its
// number.
func (s *Server) AddPull(p Pull) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.addPull(p)
}

func (s *Server) addPull(p Pull) int {
	p.Number = len(s.issues) + 1
	s.issues = append(s.issues, Issue{Number: p.Number, Title: p.Title, State: "open", Author: p.Author, PullRequest: true})
	s.pulls = append(s.pulls, p)
	return p.Number
}

// Merge merges a pull request into its base, as a squash, by somebody else's
// hand.
func (s *Server) Merge(number int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.pulls {
		p := &s.pulls[i]
		if p.Number != number {
			continue
		}
		o := &s.git
		base, head := o.branches[p.Base], o.branches[p.Head]
		o.branches[p.Base] = o.commit(Commit{Tree: o.commits[head].Tree, Message: p.Title, Parents: []string{base}, When: s.tick()})
		p.State, p.Merged = "closed", s.Now
	}
}

// settlePulls closes what has no branch, or nothing in it, any more.
func (s *Server) settlePulls() {
	for i := range s.pulls {
		p := &s.pulls[i]
		head, there := s.git.branches[p.Head]
		if p.State == "open" && p.Fork == "" && (!there || s.git.has(s.git.branches[p.Base], head)) {
			p.State = "closed"
		}
	}
}

func (s *Server) pullsRoute(r *http.Request, parts []string, body []byte) reply {
	switch {
	case len(parts) == 0 && r.Method == http.MethodGet:
		return s.listPulls(r)
	case s.Archived:
		return refusal(403, "Repository was archived so is read-only.")
	case s.ReadOnly:
		return s.denied("pull_requests=write")
	case len(parts) == 0:
		return s.openPull(body)
	}
	number, _ := strconv.Atoi(parts[0])
	for i := range s.pulls {
		if s.pulls[i].Number == number {
			return s.editPull(&s.pulls[i], body)
		}
	}
	return refusal(404, "Not Found")
}

func (s *Server) listPulls(r *http.Request) reply {
	q := r.URL.Query()
	items := []any{}
	for _, p := range slices.Backward(s.pulls) {
		head := q.Get("head") == "" || strings.EqualFold(q.Get("head"), s.Owner+":"+p.Head)
		base := q.Get("base") == "" || q.Get("base") == p.Base
		if head && base && (q.Get("state") == "all" || q.Get("state") == p.State) {
			items = append(items, s.pull("pull-request-simple", p))
		}
	}
	return s.page(r, items)
}

func (s *Server) openPull(body []byte) reply {
	var in struct{ Title, Body, Head, Base string }
	if json.Unmarshal(body, &in) != nil {
		return refusal(400, "Problems parsing JSON")
	}
	invalid := func(message string) reply {
		return refusal(422, "Validation Failed", map[string]any{"resource": "PullRequest", "code": "custom", "message": message})
	}
	head, there := s.git.branches[in.Head]
	base, into := s.git.branches[in.Base]
	switch {
	case s.NoPulls:
		return refusal(403, "GitHub Actions is not permitted to create or approve pull requests.")
	case !there:
		return refusal(422, "Validation Failed", map[string]any{"resource": "PullRequest", "field": "head", "code": "invalid"})
	case !into:
		return refusal(422, "Validation Failed", map[string]any{"resource": "PullRequest", "field": "base", "code": "invalid"})
	case slices.ContainsFunc(s.pulls, func(p Pull) bool { return p.State == "open" && p.Head == in.Head && p.Base == in.Base && p.Fork == "" }):
		return invalid(fmt.Sprintf("A pull request already exists for %s:%s.", s.Owner, in.Head))
	case s.git.has(base, head):
		return invalid(fmt.Sprintf("No commits between %s and %s", in.Base, in.Head))
	}
	n := s.addPull(Pull{Title: in.Title, Body: in.Body, State: "open", Author: s.Login, Head: in.Head, Base: in.Base})
	return answer(201, s.pull("pull-request", s.pulls[slices.IndexFunc(s.pulls, func(p Pull) bool { return p.Number == n })]))
}

func (s *Server) editPull(p *Pull, body []byte) reply {
	var in struct{ Title, Body, State *string }
	if json.Unmarshal(body, &in) != nil {
		return refusal(400, "Problems parsing JSON")
	}
	for _, f := range []struct{ from, to *string }{{in.Title, &p.Title}, {in.Body, &p.Body}, {in.State, &p.State}} {
		if f.from != nil {
			*f.to = *f.from
		}
	}
	return answer(200, s.pull("pull-request", *p))
}

// pull is a pull request as GitHub writes it.
func (s *Server) pull(schema string, p Pull) map[string]any {
	side := func(branch, fork string) map[string]any {
		at := s.git.branches[branch]
		if at == "" {
			at = strings.Repeat("0", 40)
		}
		owner, name := s.Owner, s.Name
		if fork != "" {
			owner, name, _ = strings.Cut(fork, "/")
		}
		return map[string]any{
			"label": owner + ":" + branch, "ref": branch, "sha": at, "user": s.user(owner),
			"repo": s.spec.filled("repository", map[string]any{"name": name, "full_name": owner + "/" + name, "owner": s.user(owner)}),
		}
	}
	given := map[string]any{
		"number": p.Number, "title": p.Title, "body": p.Body, "state": p.State, "user": s.user(p.Author), "head": side(p.Head, p.Fork), "base": side(p.Base, ""),
		"merged_at": nil, "closed_at": nil, "html_url": fmt.Sprintf("https://github.example/%s/%s/pull/%d", s.Owner, s.Name, p.Number),
	}
	if !p.Merged.IsZero() {
		given["merged_at"] = p.Merged.UTC().Format(time.RFC3339)
	}
	return s.spec.filled(schema, given)
}
