// Package forge is the way to GitHub: a client that keeps its token to itself,
// waits when it is told to, never sends twice what must not be there twice,
// and says in plain words what is missing. It is the only package that knows
// go-github.
//
// A [Client] is a [nudge.Board].
package forge

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/google/go-github/v60/github"
)

// Options say which repository to work on, and as whom. All times are bounds.
type Options struct {
	API        string // address of the REST API: GITHUB_API_URL
	GraphQL    string // address of the GraphQL API: GITHUB_GRAPHQL_URL; empty: not there
	Repository string // owner/name
	Token      Token
	Labels     []string       // of a new issue; the first one is the mark of the nudges
	Assignees  []string       // of a new issue
	Zone       *time.Location // of the log; nil: UTC

	Timeout  time.Duration // of one call; 0: 30 seconds
	Patience time.Duration // that all waiting may take; 0: 3 minutes
	Pace     time.Duration // between two writes; 0: 1 second

	Transport http.RoundTripper                          // nil: the usual one
	Sleep     func(context.Context, time.Duration) error // nil: the clock's
}

// Token is a secret. Whatever prints it prints stars.
type Token string

// Format prints stars.
func (Token) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "***") }

// MarshalText writes stars.
func (Token) MarshalText() ([]byte, error) { return []byte("***"), nil }

// Client works on the issues, branches and pull requests of a repository. It is
// for one run, and not for
// several goroutines at a time.
type Client struct {
	base    *url.URL
	graphQL string
	http    *http.Client
	scrub   func(string) string

	owner, name       string
	labels, assignees []string
	zone              *time.Location
	sleep             func(context.Context, time.Duration) error
	pace              time.Duration
	patience          time.Duration // what is left of it
	wrote             time.Time     // when the last write ended

	ready    bool            // the repository and the identity are known
	login    string          // of ourselves
	writers  map[string]bool // whether a login may write to the repository
	labelled bool            // the label is there
	notes    []string

	texts      map[string][]byte // files that were read, by their hash
	noMutation bool              // GraphQL makes no commits for us
}

// New returns a client. It makes no call.
func New(o Options) (*Client, error) {
	base, err := origin(o.API)
	if err != nil {
		return nil, fmt.Errorf("the address of the API: %w", err)
	}
	base.Path = strings.TrimRight(base.Path, "/") + "/"
	guarded := []*url.URL{base}
	if o.GraphQL != "" {
		u, err := origin(o.GraphQL)
		if err != nil {
			return nil, fmt.Errorf("the address of the GraphQL API: %w", err)
		}
		guarded = append(guarded, u)
	}
	owner, name, ok := strings.Cut(o.Repository, "/")
	if !ok || !plain(owner) || !plain(name) {
		return nil, fmt.Errorf("%q is no repository: want owner/name", o.Repository)
	}
	if len(o.Labels) == 0 {
		return nil, errors.New("a nudge needs a label")
	}
	for _, l := range o.Labels {
		if strings.TrimSpace(l) == "" || strings.ContainsAny(l, ",\n\r") || len([]rune(l)) > 50 {
			return nil, fmt.Errorf("%q is no label: want one of up to 50 characters, without a comma", l)
		}
	}
	next := o.Transport
	if next == nil {
		next = http.DefaultTransport
	}
	token := string(o.Token)
	c := &Client{
		base: base, graphQL: o.GraphQL, owner: owner, name: name, labels: o.Labels, assignees: o.Assignees,
		zone: o.Zone, sleep: o.Sleep, writers: map[string]bool{},
		pace: either(o.Pace, time.Second), patience: either(o.Patience, 3*time.Minute),
		http: &http.Client{
			Transport:     &guard{hosts: guarded, bearer: func() string { return "Bearer " + token }, next: next},
			CheckRedirect: stayHere,
			Timeout:       either(o.Timeout, 30*time.Second),
		},
		scrub: func(s string) string {
			if token == "" {
				return s
			}
			return strings.ReplaceAll(s, token, "***")
		},
	}
	if c.zone == nil {
		c.zone = time.UTC
	}
	if c.sleep == nil {
		c.sleep = wait
	}
	return c, nil
}

// Notes returns what a person should know of the calls that went well in the
// end.
func (c *Client) Notes() []string { return c.notes }

func (c *Client) note(format string, args ...any) {
	c.notes = append(c.notes, fmt.Sprintf(format, args...))
}

// api returns go-github's client. A new one for each call: it remembers rate
// limits and then answers by itself, on a clock of its own.
func (c *Client) api() *github.Client {
	gh := github.NewClient(c.http)
	gh.BaseURL, gh.UserAgent = c.base, "hone"
	return gh
}

// origin reads an address. A token travels encrypted, or within the machine.
func origin(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, errors.New("want https://HOST/PATH")
	}
	ip := net.ParseIP(u.Hostname())
	local := u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
	if u.Scheme != "https" && (u.Scheme != "http" || !local) {
		return nil, errors.New("want https")
	}
	return u, nil
}

// plain reports whether a name can stand in an address as it is.
func plain(s string) bool {
	return s != "" && s != "." && s != ".." && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == ""
}

func either(d, standard time.Duration) time.Duration {
	if d == 0 {
		return standard
	}
	return d
}

// wait sleeps, unless the context ends before.
func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
