// Package fakegithub is a GitHub for tests: issues, labels, a repository and
// its people, kept in memory and served over HTTP. Every request that it gets
// and every answer that it gives is checked against GitHub's own description
// of its API, so that neither the client nor the server can drift from it.
// Faults can be put in at any call.
package fakegithub

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// prefix is where the API begins, as on a server of one's own.
const prefix = "/api/v3"

// Issue is an issue, or a pull request.
type Issue struct {
	Number        int
	Title, Body   string
	State, Reason string // open or closed; GitHub's state_reason
	Author        string
	Labels        []string
	Assignees     []string
	Created       time.Time // zero: just now
	ClosedAt      time.Time
	Comments      []Comment
	Locked        bool
	PullRequest   bool
	Deleted       bool
	MovedTo       string // another repository that it was transferred to
}

// Call is a request that came in.
type Call struct {
	Method, Path, Query string
	Body                string
	Effect              bool // it changed something
}

// String is the request's first line.
func (c Call) String() string {
	if c.Query != "" {
		return c.Method + " " + c.Path + "?" + c.Query
	}
	return c.Method + " " + c.Path
}

// Server is the fake. Its fields may be set between calls.
type Server struct {
	Token       string            // that a request must have
	Login       string            // whose token it is
	Person      bool              // it is a person's, who may ask who they are
	Owner, Name string            // of the repository
	OldName     string            // under which it is redirected from
	Archived    bool              //
	NoIssues    bool              // they are switched off
	ReadOnly    bool              // the token may not write
	NoLabels    bool              // the token may not label: labels are dropped
	Levels      map[string]string // permission by login: admin, write, read
	Labels      map[string]bool
	Now         time.Time
	PageSize    int    // of lists; 0: as asked for
	Cursor      bool   // pages go on from a place rather than by number
	Lag         int    // lists after a write that do not show it yet
	OldServer   bool   // knows no duplicates
	Address     string // of the API, as its answers name it; empty: API

	Protected  map[string]string // branches that take no commit, and in which words
	NoGraphQL  bool              // it is not there
	NoMutation bool              // it cannot commit
	NoPulls    bool              // Actions may not open pull requests
	MaxTree    int               // how many lines of a folder are listed at once; 0: all

	// Inject may put a fault in at a call; n counts them from 0. It is set before
	// the first call, and taken out by [Server.Heal].
	Inject func(n int, c Call) *Fault

	tb     testing.TB
	spec   *spec
	http   *httptest.Server
	mu     sync.Mutex
	issues []Issue
	git    objects
	pulls  []Pull
	ticks  int     // commits that were made
	before []Issue // the last write
	lag    int
	calls  []Call
}

// New starts a server with an empty repository o/r. It stops with the test.
// What does not fit GitHub's description fails the test.
func New(tb testing.TB) *Server {
	tb.Helper()
	spec, err := load()
	if err != nil {
		tb.Fatal(err)
	}
	s := &Server{
		Token: "ghs_secret", Login: "github-actions[bot]", Owner: "o", Name: "r", Levels: map[string]string{"o": "admin"}, Labels: map[string]bool{},
		Now: time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC), tb: tb, spec: spec,
		git: newObjects(), Protected: map[string]string{},
	}
	s.http = httptest.NewServer(s)
	tb.Cleanup(s.http.Close)
	return s
}

// API is the address of the REST API.
func (s *Server) API() string { return s.http.URL + prefix }

// address is the API's, as it names itself.
func (s *Server) address() string {
	if s.Address != "" {
		return s.Address
	}
	return s.API()
}

// GraphQL is the address of the GraphQL API.
func (s *Server) GraphQL() string { return s.http.URL + "/api/graphql" }

// Heal takes the faults out. It waits for a call that is still being cut off.
func (s *Server) Heal() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Inject = nil
}

// Add puts an issue in, by somebody else's hand, and returns its number.
func (s *Server) Add(i Issue) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	i.Number = len(s.issues) + 1
	if i.State == "" {
		i.State = "open"
	}
	s.issues = append(s.issues, i)
	return i.Number
}

// Send puts an issue in as a form makes it: a label that the repository does not
// have is left off.
func (s *Server) Send(i Issue) int {
	s.mu.Lock()
	i.Labels = slices.DeleteFunc(slices.Clone(i.Labels), func(l string) bool { return s.label(l).status != http.StatusOK })
	s.mu.Unlock()
	return s.Add(i)
}

// Change changes an issue by somebody else's hand.
func (s *Server) Change(number int, change func(*Issue)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change(&s.issues[number-1])
}

// Issues returns all issues, the oldest first.
func (s *Server) Issues() []Issue {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.issues)
}

// Calls returns the requests so far.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.calls)
}

// Writes counts the requests so far that changed something.
func (s *Server) Writes() (n int) {
	for _, c := range s.Calls() {
		if c.Effect {
			n++
		}
	}
	return n
}

// ServeHTTP answers a request, one at a time.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return // the client went away
	}
	call := Call{Method: r.Method, Path: strings.TrimPrefix(r.URL.Path, prefix), Query: r.URL.RawQuery, Body: string(body)}
	s.calls = append(s.calls, call)
	n := len(s.calls) - 1

	var fault *Fault
	if s.Inject != nil {
		fault = s.Inject(n, call)
	}
	if fault != nil && !fault.Effect {
		s.check(r, body, nil)
		fault.send(w, reply{})
		return
	}
	before := slices.Clone(s.issues)
	for i := range before {
		before[i].Labels = slices.Clone(before[i].Labels)
	}
	labels, branches, pulls := maps.Clone(s.Labels), maps.Clone(s.git.branches), slices.Clone(s.pulls)
	answer := s.route(r, body)
	if !same(before, s.issues) || !maps.Equal(labels, s.Labels) {
		s.calls[n].Effect = true
		s.before, s.lag = before, s.Lag
	}
	if !maps.Equal(branches, s.git.branches) || !slices.Equal(pulls, s.pulls) {
		s.calls[n].Effect = true
	}
	s.check(r, body, &answer)
	if fault != nil {
		fault.send(w, answer)
		return
	}
	answer.send(w)
}

func same(a, b []Issue) bool { return fmt.Sprint(a) == fmt.Sprint(b) }

// check holds a request, and its answer, against the description.
func (s *Server) check(r *http.Request, body []byte, a *reply) {
	if r.URL.Path == "/api/graphql" || strings.HasPrefix(r.URL.Path, prefix+"/repositories/") {
		return // the one is no REST, the other a redirect's address, that the description does not have
	}
	if err := s.spec.check(r, body, a); err != nil {
		s.tb.Errorf("not as GitHub describes it: %v\n%s", err, body)
	}
}

// reply is an answer.
type reply struct {
	status int
	header http.Header
	body   []byte
}

func answer(status int, v any) reply {
	a := reply{status: status, header: http.Header{}}
	if v != nil {
		a.header.Set("Content-Type", "application/json; charset=utf-8")
		var b bytes.Buffer
		if err := json.NewEncoder(&b).Encode(v); err != nil {
			panic(err)
		}
		a.body = b.Bytes()
	}
	a.header.Set("X-RateLimit-Limit", "1000")
	a.header.Set("X-RateLimit-Remaining", "900")
	a.header.Set("X-RateLimit-Reset", "4102444800")
	a.header.Set("X-GitHub-Request-Id", "ABCD:1234")
	return a
}

// refusal is an answer that says no.
func refusal(status int, message string, errs ...any) reply {
	v := map[string]any{"message": message, "documentation_url": "https://docs.github.com/rest"}
	if len(errs) > 0 {
		v["errors"] = errs
	}
	return answer(status, v)
}

func (a reply) send(w http.ResponseWriter) {
	maps.Copy(w.Header(), a.header)
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body)
}
