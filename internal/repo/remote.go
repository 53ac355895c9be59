package repo

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/transport"
	gitwire "github.com/go-git/go-git/v5/plumbing/transport/git"
	httpwire "github.com/go-git/go-git/v5/plumbing/transport/http"
)

// Remote is a repository to fetch from and to push to.
type Remote struct {
	// URL is an https address without a login. http does where no token is, or
	// the host is this machine; git where no token is.
	URL string
	// Token is sent to the URL's own host, as the password of x-access-token,
	// and nowhere else. Empty: nothing is sent.
	Token string `json:"-"`
}

// String is the URL: a printed Remote does not show its token.
func (r Remote) String() string { return r.URL }

// GoString is String.
func (r Remote) GoString() string { return r.URL }

// line is a way to a remote. Only its guard knows the token.
type line struct {
	remote Remote
	end    *transport.Endpoint
	client transport.Transport
	guard  *guard // nil for the git protocol
}

func (r Remote) open() (*line, error) {
	at, err := url.Parse(r.URL)
	if err != nil {
		return nil, errors.New("the remote's address is not a URL: use https://HOST/OWNER/NAME")
	}
	if at.User != nil {
		return nil, fmt.Errorf("the remote's address has a login in it: use https://%s%s and a token", at.Host, at.Path)
	}
	end, err := transport.NewEndpoint(r.URL)
	if err != nil || at.Host == "" {
		return nil, errors.New("the remote's address names no repository: use https://HOST/OWNER/NAME")
	}
	l := &line{remote: r, end: end}
	switch {
	case at.Scheme == "git" && r.Token == "":
		l.client = gitwire.DefaultClient
		return l, nil
	case at.Scheme == "http" && (r.Token == "" || isThisMachine(at.Hostname())), at.Scheme == "https":
		l.guard = newGuard(at, r.Token)
		l.client = httpwire.NewClient(&http.Client{Transport: l.guard})
		return l, nil
	case at.Scheme == "http", at.Scheme == "git":
		return nil, fmt.Errorf("the token would travel unencrypted to %s: use https", at.Host)
	}
	return nil, fmt.Errorf("the remote's address begins with %s, which hone does not speak: use https", at.Scheme)
}

func (l *line) close() {
	if l.guard != nil {
		l.guard.next.CloseIdleConnections()
	}
}

func isThisMachine(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// fail makes of what went wrong on the line a [*Refused] or a [*trouble];
// neither has the token in it, whatever the remote said. Of the causes only
// the end of the context is kept for errors.Is.
func (l *line) fail(ctx context.Context, branch string, err error) error {
	if g := l.guard; g != nil {
		switch {
		case g.astray != "":
			return &Refused{Reason: Moved, Branch: branch, Quote: l.quote(g.astray)}
		case g.answer != nil && g.answer.refusal() != "":
			return &Refused{Reason: g.answer.refusal(), Branch: branch, Quote: l.quote(g.answer.words())}
		case g.answer != nil:
			err = errors.New("the server says: " + g.answer.words())
		}
	}
	if errors.Is(err, transport.ErrRepositoryNotFound) {
		return &Refused{Reason: NotFound, Branch: branch}
	}
	text := fmt.Sprintf("cannot reach branch %s: %s", branch, l.quote(err.Error()))
	if ctx.Err() != nil {
		return &trouble{fmt.Errorf("%w: %s", ctx.Err(), text)}
	}
	return &trouble{errors.New(text)}
}

// quote makes of a stranger's words one line of at most 500 letters, without
// the token, plain or as the header has it.
func (l *line) quote(text string) string {
	text = oneLine(text)
	if token := l.remote.Token; token != "" {
		text = strings.NewReplacer(token, "***", basic(token), "***",
			url.QueryEscape(token), "***", url.PathEscape(token), "***").Replace(text)
	}
	if letters := []rune(text); len(letters) > 500 {
		text = string(letters[:499]) + "…"
	}
	return text
}

// basic is a token as the Authorization header has it.
func basic(token string) string {
	return base64.StdEncoding.EncodeToString([]byte("x-access-token:" + token))
}
