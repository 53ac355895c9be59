package forge

import (
	"errors"
	"io"
	"net/http"
	"net/url"
)

// maxAnswer is how many bytes of an answer are read.
const maxAnswer = 32 << 20

// guard lets requests out to known hosts only, and puts the token on them: in
// one header, added to a copy, so that nothing else can carry it on.
type guard struct {
	hosts  []*url.URL
	bearer func() string
	next   http.RoundTripper
}

var errStranger = errors.New("this leads to another host: refused")

func (g *guard) RoundTrip(r *http.Request) (*http.Response, error) {
	for _, h := range g.hosts {
		if !sameOrigin(h, r.URL) {
			continue
		}
		bare := r
		r = r.Clone(r.Context())
		r.Header.Set("Authorization", g.bearer())
		answer, err := g.next.RoundTrip(r)
		if answer != nil {
			answer.Body = &short{answer.Body, maxAnswer}
			answer.Request = bare // the other one has the token
		}
		return answer, err
	}
	if r.Body != nil {
		_ = r.Body.Close()
	}
	return nil, errStranger
}

func sameOrigin(a, b *url.URL) bool { return a.Scheme == b.Scheme && a.Host == b.Host }

// stayHere follows a redirect of a reading call, within its host. Go would turn
// a write that is redirected into a read, and report success.
func stayHere(r *http.Request, via []*http.Request) error {
	first := via[0]
	if first.Method != http.MethodGet || !sameOrigin(first.URL, r.URL) || len(via) > 4 {
		return http.ErrUseLastResponse
	}
	return nil
}

// short ends an answer that is longer than it may be with an error.
type short struct {
	io.ReadCloser
	left int64
}

var errLong = errors.New("the answer is too long")

func (s *short) Read(p []byte) (int, error) {
	if s.left <= 0 {
		return 0, errLong
	}
	if int64(len(p)) > s.left {
		p = p[:s.left]
	}
	n, err := s.ReadCloser.Read(p)
	s.left -= int64(n)
	return n, err
}
