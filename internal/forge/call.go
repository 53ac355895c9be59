package forge

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/google/go-github/v60/github"
)

const (
	tries    = 4   // of a call that may be repeated
	maxPages = 200 // of a list
)

// read makes a call that may be repeated, until it succeeds or the patience is
// at its end.
func (c *Client) read(ctx context.Context, doing string, call func(*github.Client) (*github.Response, error)) error {
	return c.repeat(ctx, doing, false, call)
}

// write makes a call that changes something. It is repeated only when GitHub
// says that it did not take place.
func (c *Client) write(ctx context.Context, doing string, call func(*github.Client) (*github.Response, error)) error {
	if d := c.pace - time.Since(c.wrote); !c.wrote.IsZero() && d > 0 {
		if err := c.sleep(ctx, d); err != nil {
			return err
		}
	}
	defer func() { c.wrote = time.Now() }()
	return c.repeat(ctx, doing, true, call)
}

func (c *Client) repeat(ctx context.Context, doing string, writing bool, call func(*github.Client) (*github.Response, error)) error {
	pause := time.Second
	for n := 1; ; n++ {
		r, err := call(c.api())
		if err == nil {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		e := c.fault(doing, writing, r, err)
		d := e.wait << (n - 1)
		switch {
		case errors.Is(err, errStranger):
			e.Kind = Moved
			return e
		case e.Kind == Outage:
			d = pause + rand.N(pause/2)
			pause *= 2
		case e.Kind != Limited:
			return e
		}
		if n == tries || d > c.patience {
			return e
		}
		c.patience -= d
		if err := c.sleep(ctx, d); err != nil {
			return err
		}
	}
}

// pages reads a list page by page, following the addresses that GitHub gives:
// they may count pages, or name a place to go on from.
func pages[T any](ctx context.Context, c *Client, doing, path string, query url.Values) (all []*T, err error) {
	next := path + "?" + query.Encode()
	seen := map[string]bool{}
	for n := 0; next != ""; n++ {
		if seen[next] || n == maxPages {
			return nil, &Error{Kind: Outage, Doing: doing, Message: "the list does not end"}
		}
		seen[next] = true
		var page []*T
		var header http.Header
		err := c.read(ctx, doing, func(gh *github.Client) (*github.Response, error) {
			page = nil
			r, err := c.send(ctx, gh, http.MethodGet, next, nil, &page)
			if r != nil && r.Response != nil {
				header = r.Header
			}
			return r, err
		})
		if err != nil {
			return nil, err
		}
		all = append(all, page...)
		next = nextPage(header)
	}
	return all, nil
}

// send sends a request and reads the answer.
func (c *Client) send(ctx context.Context, gh *github.Client, method, path string, body, into any) (*github.Response, error) {
	r, err := gh.NewRequest(method, path, body)
	if err != nil {
		return nil, err
	}
	return gh.Do(ctx, r, into)
}

// nextPage takes the address of the next page out of an answer's Link header.
func nextPage(h http.Header) string {
	for _, link := range strings.Split(strings.Join(h.Values("Link"), ","), ",") {
		address, rest, ok := strings.Cut(strings.TrimSpace(link), ">")
		if ok && strings.HasPrefix(address, "<") && strings.Contains(rest, `rel="next"`) {
			return address[1:]
		}
	}
	return ""
}

// kind returns the kind of an error of ours, or Failed.
func kind(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Failed
}

// path is the address of a part of the repository. Every part is escaped.
func (c *Client) path(parts ...string) string {
	out := "repos/" + c.owner + "/" + c.name
	for _, p := range parts {
		out += "/" + url.PathEscape(p)
	}
	return out
}
