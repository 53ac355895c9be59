package repo

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"unicode"
)

// Reason is why a remote refuses: what has to be mended before another try.
type Reason string

const (
	Unauthorized Reason = "the token was not accepted"
	ReadOnly     Reason = "the token may not write: the job needs `permissions: contents: write`"
	NotFound     Reason = "there is no such repository, or the token cannot see it"
	NoBranch     Reason = "there is no such branch"
	Archived     Reason = "the repository is archived"
	Protected    Reason = "the branch is protected against pushes"
	Unsigned     Reason = "the branch takes signed commits only"
	Moved        Reason = "the repository's address leads to another host, where no token is sent"
	Declined     Reason = "it was declined" // by a hook, a quota or a rule: Quote says more
)

// Refused is a refusal that another try would meet again.
type Refused struct {
	Reason Reason
	Branch string // short name of the branch that was to be read or written
	Quote  string // the remote's own words: one line, at most 500 letters, no token; may be empty
}

func (e *Refused) Error() string {
	text := fmt.Sprintf("the remote refuses branch %s: %s", e.Branch, e.Reason)
	if e.Quote != "" {
		text += fmt.Sprintf(" (the server says: %s)", e.Quote)
	}
	return text
}

// answer is an HTTP response that is no success.
type answer struct {
	status int
	text   string // the beginning of a plain text; empty of any other
}

// refusal returns why another try would fare no better; "" where it may.
func (a *answer) refusal() Reason {
	text := strings.ToLower(a.text)
	switch {
	case a.status == http.StatusUnauthorized:
		return Unauthorized
	case a.status == http.StatusForbidden && strings.Contains(text, "archived"):
		return Archived
	case strings.Contains(text, "rate limit"):
		return ""
	case a.status < 500 && guarded.MatchString(a.text):
		return Protected
	case a.status == http.StatusForbidden:
		return ReadOnly
	case a.status == http.StatusNotFound:
		return NotFound
	case a.status == http.StatusRequestTimeout, a.status == http.StatusTooManyRequests, a.status >= 500:
		return ""
	}
	return Declined
}

func (a *answer) words() string {
	if a.text == "" {
		return fmt.Sprintf("%d %s", a.status, http.StatusText(a.status))
	}
	return a.text
}

var (
	// What servers say of a branch that somebody else moved, or is moving, and
	// of their own troubles.
	passing = regexp.MustCompile(`(?i)failed to update ref|cannot lock|unable to lock|could not lock|lock file|non-fast-forward|fetch first|stale info|incorrect old value|reference already exists|but expected|transaction failed|internal (server )?error|timed? ?out|unpacker error|unavailable`)
	signing = regexp.MustCompile(`(?i)verified signature|must be signed|signed commits`)
	guarded = regexp.MustCompile(`(?i)GH006|GH013|protected branch|locked branch|repository rule|not allowed to push`)
)

// refusalOf returns why a branch was not updated; "" where another try may do
// it. status is the remote's line about the branch, said all else it had to say.
func refusalOf(status, said string) Reason {
	switch all := said + "\n" + status; {
	case passing.MatchString(status):
		return ""
	case signing.MatchString(all):
		return Unsigned
	case guarded.MatchString(all):
		return Protected
	}
	return Declined
}

// oneLine makes one line of a stranger's words: printable letters only, and no
// empty lines.
func oneLine(text string) string {
	var lines []string
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line = strings.Map(func(r rune) rune {
			switch {
			case r == '\t':
				return ' '
			case r == unicode.ReplacementChar || !unicode.IsPrint(r):
				return -1
			}
			return r
		}, line)
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, " / ")
}
