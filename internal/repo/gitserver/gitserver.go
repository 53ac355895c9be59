// Package gitserver is a Git server for tests: smart HTTP on this machine, by
// Git's own http-backend, with bare repositories that Git itself makes.
package gitserver

import (
	"net/http"
	"net/http/cgi"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/honelog/hone/internal/oracle"
)

// Server serves the bare repositories in Dir. Its fields are to be set before
// the first request.
type Server struct {
	URL string // http://127.0.0.1:PORT
	Dir string // where the repositories are

	// Token is the password that a request needs; the name is no matter.
	// Empty: none is asked for.
	Token string
	// ReadOnly makes the token one that may not push: 403, in GitHub's words.
	ReadOnly bool

	tb testing.TB

	mu        sync.Mutex
	idle      sync.Cond // busy is 0
	busy      int       // requests that are being answered
	requests  []Request
	intercept Interceptor
}

// Interceptor answers a request instead of the server; next is what would have.
// It is called before a login is asked for.
type Interceptor func(w http.ResponseWriter, r *http.Request, next http.Handler)

// Request is one that reached the server, refused or not.
type Request struct {
	Method string
	URL    string // path and query
	Host   string
	Header http.Header
}

// New starts a server that ends with the test. Without Git the test is skipped;
// see [oracle.Program].
func New(tb testing.TB) *Server {
	tb.Helper()
	return Open(tb, tb.TempDir())
}

// Open starts a server for a folder with repositories that are there already.
func Open(tb testing.TB, dir string) *Server {
	tb.Helper()
	oracle.Program(tb, "git")
	s := &Server{Dir: dir, tb: tb}
	s.serve()
	return s
}

// programs is the folder of Git's own programs.
var programs = sync.OnceValue(func() string {
	dir, _ := exec.Command("git", "--exec-path").Output()
	return strings.TrimSpace(string(dir))
})

func (s *Server) serve() {
	backend := filepath.Join(programs(), "git-http-backend")
	git := &cgi.Handler{
		Path: backend,
		Env: slices.Concat(environment, []string{
			"GIT_PROJECT_ROOT=" + s.Dir, "GIT_HTTP_EXPORT_ALL=1", "PATH=" + os.Getenv("PATH"),
		}),
		Stderr: quiet{},
	}
	s.idle.L = &s.mu
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		intercept := s.begin(r)
		defer s.end()
		if next := s.login(git); intercept != nil {
			intercept(w, r, next)
		} else {
			next.ServeHTTP(w, r)
		}
	}))
	s.URL = server.URL
	s.tb.Cleanup(server.Close)
}

// login lets through who has the token.
func (s *Server) login(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, password, _ := r.BasicAuth()
		switch {
		case s.Token != "" && password != s.Token:
			w.Header().Set("WWW-Authenticate", `Basic realm="GitHub"`)
			refuse(w, http.StatusUnauthorized, "Invalid username or token. Password authentication is not supported for Git operations.")
		case s.ReadOnly && strings.Contains(r.URL.String(), "git-receive-pack"):
			refuse(w, http.StatusForbidden, "Permission to someone/log.git denied to github-actions[bot].")
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func refuse(w http.ResponseWriter, status int, words string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	w.Write([]byte(words + "\n"))
}

func (s *Server) begin(r *http.Request) Interceptor {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.busy++
	s.requests = append(s.requests, Request{r.Method, r.URL.String(), r.Host, r.Header.Clone()})
	return s.intercept
}

func (s *Server) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.busy--; s.busy == 0 {
		s.idle.Broadcast()
	}
}

// Intercept has requests answered by f from now on; nil: by the server again.
func (s *Server) Intercept(f Interceptor) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.intercept = f
}

// Requests returns all requests so far.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// Wait returns when no request is being answered any more.
func (s *Server) Wait() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.busy > 0 {
		s.idle.Wait()
	}
}

// quiet drops what http-backend says of clients that hang up.
type quiet struct{}

func (quiet) Write(p []byte) (int, error) { return len(p), nil }
