package repo

import (
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// guard lets requests go to one origin only, and gives them the token there. So
// nothing above it, go-git included, ever holds the token, and no redirect can
// carry it elsewhere.
type guard struct {
	origin string
	header string // the Authorization header; empty for none
	next   *http.Transport

	astray string  // the other origin that a request was to go to
	answer *answer // the last response, if that was no success
}

func newGuard(at *url.URL, token string) *guard {
	g := &guard{origin: origin(at), next: &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		ForceAttemptHTTP2:     true,
		TLSHandshakeTimeout:   20 * time.Second,
		ResponseHeaderTimeout: time.Minute,
		IdleConnTimeout:       time.Minute,
	}}
	if token != "" {
		g.header = "Basic " + basic(token)
	}
	return g
}

// origin is scheme, host and port in one form.
func origin(at *url.URL) string {
	scheme, port := strings.ToLower(at.Scheme), at.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[scheme]
	}
	return scheme + "://" + strings.ToLower(at.Hostname()) + ":" + port
}

// RoundTrip sends a request to the guard's origin, and refuses any other.
func (g *guard) RoundTrip(req *http.Request) (*http.Response, error) {
	g.answer = nil
	if to := origin(req.URL); to != g.origin {
		if req.Body != nil {
			req.Body.Close()
		}
		g.astray = to
		return nil, fmt.Errorf("the address leads to %s", to)
	}
	req = req.Clone(req.Context())
	req.Header.Del("Authorization")
	if g.header != "" {
		req.Header.Set("Authorization", g.header)
	}
	res, err := g.next.RoundTrip(req)
	if err == nil && res.StatusCode >= 400 {
		g.answer = read(res)
	}
	return res, err
}

// read takes the beginning of an answer, and leaves the response that much.
func read(res *http.Response) *answer {
	const most = 4096 // bytes
	text, _ := io.ReadAll(io.LimitReader(res.Body, most))
	res.Body.Close()
	res.Body = io.NopCloser(strings.NewReader(string(text)))
	if kind, _, _ := mime.ParseMediaType(res.Header.Get("Content-Type")); kind != "text/plain" {
		text = nil
	}
	return &answer{status: res.StatusCode, text: strings.ToValidUTF8(string(text), "")}
}
