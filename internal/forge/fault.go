package forge

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/google/go-github/v60/github"

	"github.com/honelog/hone/internal/nudge"
)

// Kind is what kind of failure an answer was.
type Kind int

// The kinds.
const (
	Failed   Kind = iota // anything else
	BadToken             // not accepted, or no more
	Denied               // the token lacks a permission
	Missing              // not there, or hidden from the token
	Disabled             // the repository has no issues
	Gone                 // the issue was deleted
	Archived             // the repository is read-only
	Locked               // the conversation is locked
	Policy               // an organisation's rule
	Limited              // too many calls
	Moved                // to another place
	Invalid              // GitHub did not take the values
	Outage               // GitHub did not answer, or not well; nothing was written
	Lost                 // a write was sent and nobody knows what became of it

	Raced     // somebody else was faster, each time
	Protected // rules of the branch let no commit of this token in
	NoBranch  // it is not there
	NoPulls   // Actions may not open pull requests here
	Taken     // a branch of ours has somebody else's commits
)

// Error is a call that failed, in words for the owner of a workflow.
type Error struct {
	Kind    Kind
	Doing   string // what was to be done: open an issue
	Status  int    // of the answer; 0: there was none
	Message string // GitHub's own words, on one line, without the token
	Needs   string // the permission that GitHub names: issues: write
	Request string // GitHub's number of the request

	fields []string      // of an Invalid
	wait   time.Duration // of a Limited
}

// Harmless reports whether there is nothing to mend: the repository has no
// issues, or is archived.
func (e *Error) Harmless() bool { return e.Kind == Disabled || e.Kind == Archived }

// Is makes an error stop a run, or void a step; see package nudge.
func (e *Error) Is(target error) bool {
	switch e.Kind {
	case Gone:
		return target == nudge.ErrChanged
	case Failed, Invalid, Locked:
		return false
	}
	return target == nudge.ErrStop
}

// Error says what is wrong, and what mends it.
func (e *Error) Error() string {
	var words string
	switch e.Kind {
	case BadToken:
		words = "GitHub does not accept the token: it may have ended, or been mistyped"
	case Denied:
		words = "the token may not do this: give the job the line `permissions: { " + e.needs() + " }`"
	case Missing:
		words = "GitHub shows nothing here to this token: for a private repository, give the job the line `permissions: { " + withContents(e.needs()) + " }`"
	case Disabled:
		words = "the repository has its issues switched off, so there are no nudges"
	case Archived:
		words = "the repository is archived, so it stays as it is"
	case Locked:
		words = "the conversation is locked"
	case Gone:
		words = "the issue was deleted"
	case Policy:
		words = "a rule of the organisation does not let this token in"
	case Limited:
		words = "GitHub asks for fewer calls; the next run goes on from here"
	case Moved:
		words = "this has moved to another place"
	case Invalid:
		words = "GitHub did not take the values"
	case Outage:
		words = "GitHub did not answer well; the next run tries again"
	case Lost:
		words = "the answer was lost, and nothing can be seen of it; the next run looks again"
	case Raced:
		words = "somebody else was faster each time; the next run tries again"
	case Protected:
		words = "rules of the branch let no commit of this token in: set `publish: pull-request`"
	case NoBranch:
		words = "there is no such branch, or the token cannot see the repository"
	case NoPulls:
		words = "this repository lets no workflow open pull requests: under Settings, Actions, General, tick “Allow GitHub Actions to create and approve pull requests”"
	case Taken:
		words = "the branch has commits of somebody else, which stay: merge them or delete the branch, then it is made again"
	default:
		words = "GitHub refused"
	}
	words = e.Doing + ": " + words
	var rest []string
	if e.Status > 0 {
		rest = append(rest, strconv.Itoa(e.Status))
	}
	if e.Message != "" {
		rest = append(rest, strconv.Quote(e.Message))
	}
	rest = append(rest, e.fields...)
	if e.Request != "" {
		rest = append(rest, "request "+e.Request)
	}
	if len(rest) > 0 {
		words += " (" + strings.Join(rest, ", ") + ")"
	}
	return words
}

func (e *Error) needs() string {
	if e.Needs != "" {
		return e.Needs
	}
	return "issues: write"
}

// withContents adds to a permission that of reading a repository.
func withContents(needs string) string {
	if strings.HasPrefix(needs, "contents:") {
		return needs
	}
	return "contents: read, " + needs
}

// answer is what GitHub says when it refuses. errors holds objects, or texts.
type answer struct {
	Message string `json:"message"`
	Docs    string `json:"documentation_url"`
	Errors  []any  `json:"errors"`
}

// fault turns what go-github returned into an error of ours. It judges by the
// answer itself: go-github knows only some of the ways in which GitHub says no.
func (c *Client) fault(doing string, writing bool, r *github.Response, err error) *Error {
	e := &Error{Doing: doing, Kind: Outage}
	if writing {
		e.Kind = Lost
	}
	if r == nil || r.Response == nil || r.StatusCode < 300 { // no answer, or one that cannot be read
		e.Message = c.line(err.Error())
		return e
	}
	var a answer
	text, _ := io.ReadAll(io.LimitReader(r.Body, 1<<16))
	_ = json.Unmarshal(text, &a) // what is no JSON has no words
	e.Status, e.Message, e.Request = r.StatusCode, c.line(a.Message), c.line(r.Header.Get("X-GitHub-Request-Id"))
	e.Needs = permission(r.Header.Get("X-Accepted-GitHub-Permissions"))
	if kind, ok := kindOf(r.StatusCode, a, r.Header); ok {
		e.Kind = kind
	}
	switch e.Kind {
	case Invalid:
		e.fields = c.fieldsOf(a.Errors)
	case Limited:
		e.wait = delay(r.Header, time.Now())
	}
	return e
}

// conversationLocked is what GitHub says of a conversation, and of nobody who is
// blocked.
var conversationLocked = regexp.MustCompile(`(?i)\b(is|been|was) locked\b|\blocked (issue|conversation|thread)`)

// kindOf judges an answer. ok is false for those that leave open whether a
// write took place.
func kindOf(status int, a answer, h http.Header) (kind Kind, ok bool) {
	says := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(strings.ToLower(a.Message), w) {
				return true
			}
		}
		return false
	}
	switch {
	case status >= 500:
		return 0, false
	case status >= 300 && status < 400:
		return Moved, true
	case status == 401:
		return BadToken, true
	case status == 429, status == 403 && (h.Get("X-RateLimit-Remaining") == "0" || h.Get("Retry-After") != "" || says("secondary rate limit", "abuse detection", "api rate limit exceeded") || strings.Contains(a.Docs, "rate-limits")):
		return Limited, true
	case status == 403 && says("archived", "read-only"):
		return Archived, true
	case status == 403 && conversationLocked.MatchString(a.Message):
		return Locked, true
	case status == 403 && says("saml", "ip allow list"):
		return Policy, true
	case status == 403:
		return Denied, true
	case status == 404:
		return Missing, true
	case status == 410 && says("disabled"):
		return Disabled, true
	case status == 410:
		return Gone, true
	case status == 422:
		return Invalid, true
	}
	return Failed, true
}

// delay is how long GitHub asks to wait.
func delay(h http.Header, now time.Time) time.Duration {
	if s, err := strconv.Atoi(h.Get("Retry-After")); err == nil && s >= 0 {
		return time.Duration(s) * time.Second
	}
	if s, err := strconv.ParseInt(h.Get("X-RateLimit-Reset"), 10, 64); err == nil && h.Get("X-RateLimit-Remaining") == "0" {
		return max(time.Unix(s, 0).Sub(now), 0) + time.Second
	}
	return time.Minute
}

// permission turns issues=write; pull_requests=write into issues: write. Any
// of them would do.
func permission(header string) string {
	first, _, _ := strings.Cut(header, ";")
	scope, level, ok := strings.Cut(strings.TrimSpace(first), "=")
	scope = strings.ReplaceAll(scope, "_", "-")
	if !ok || strings.Trim(scope+level, "abcdefghijklmnopqrstuvwxyz-") != "" {
		return ""
	}
	return scope + ": " + level
}

// fieldsOf names the fields that GitHub did not take, and why.
func (c *Client) fieldsOf(list []any) (fields []string) {
	for _, x := range list {
		switch x := x.(type) {
		case string:
			fields = append(fields, c.line(x))
		case map[string]any:
			var parts []string
			for _, k := range []string{"field", "code", "message"} {
				if s, ok := x[k].(string); ok {
					parts = append(parts, s)
				}
			}
			fields = append(fields, c.line(strings.Join(parts, " ")))
		}
	}
	return fields
}

// names reports whether GitHub's complaint is about a field or a code.
func (e *Error) names(word string) bool {
	return e.Kind == Invalid && strings.Contains(strings.ToLower(e.Message+" "+strings.Join(e.fields, " ")), word)
}

// line makes a short line of somebody else's text, without the token.
func (c *Client) line(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(c.scrub(s), "?")), " ")
	if r := []rune(s); len(r) > 200 {
		s = string(r[:199]) + "…"
	}
	return strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

var _ error = (*Error)(nil)
var _ fmt.Formatter = Token("")
