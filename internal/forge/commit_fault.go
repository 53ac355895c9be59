package forge

import (
	"errors"
	"net/http"
	"regexp"
	"strings"
)

var (
	// What GitHub says of a branch that rules protect. Rulesets and the older
	// protection have words of their own, and so have their single rules.
	guarded = regexp.MustCompile(`(?i)protected branch|protected ref|branch protection|rule violations?|through a pull request|required status check|status checks? (is|are) expected|approving review|not authorized to push|must have (verified|valid) signatures?|locked branch|pre-receive|hook declined|push declined|remote rejected|GH0\d\d`)
	// What it says of a branch that somebody else has moved, made or taken away.
	overtaken = regexp.MustCompile(`(?i)not a fast[ -]forward|reference already exists|reference does not exist|object does not exist|expected branch to point to|is at .* but expected|no commits between`)
)

// judged finds out of a refusal whether a branch is protected, or somebody else
// was faster. Whatever permission it lacks is that of contents.
func judged(err error) error {
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	switch {
	case !e.refused():
	case guarded.MatchString(e.said()):
		e.Kind = Protected
	case overtaken.MatchString(e.said()), e.Status == http.StatusConflict && !strings.Contains(e.said(), "empty"):
		e.Kind = Raced
	}
	return needing(e, "contents: write")
}

// barred judges that a branch was not moved to a commit of ours, in words that
// nobody knows. The token has just made that commit, so that it is the branch
// that does not take it.
func barred(err error) error {
	var e *Error
	unclear := errors.As(err, &e) && e.refused() && (e.Kind == Denied || e.Kind == Locked || e.Kind == Invalid)
	if unclear && !strings.Contains(strings.ToLower(e.Message), "resource not accessible") {
		e.Kind = Protected
	}
	return err
}

// unmoved judges a conflict that stayed to the end, though the branch was not
// moved by anybody: then its rules are what is in the way, in words that nobody
// knows.
func unmoved(err error, still bool) error {
	var e *Error
	if still && errors.As(err, &e) && e.Kind == Raced && e.Status == http.StatusConflict && !overtaken.MatchString(e.said()) {
		e.Kind = Protected
	}
	return err
}

// refused reports whether GitHub said no to what a call wants, rather than to
// the call.
func (e *Error) refused() bool {
	no := e.Status == http.StatusForbidden || e.Status == http.StatusConflict || e.Status == http.StatusUnprocessableEntity
	return no && e.Kind != Limited && e.Kind != Archived && e.Kind != Policy
}

// said is all that GitHub said.
func (e *Error) said() string { return e.Message + " " + strings.Join(e.fields, " ") }

// needing names the permission that a refusal is about, where GitHub names none.
func needing(err error, permission string) error {
	var e *Error
	if errors.As(err, &e) && e.Needs == "" {
		e.Needs = permission
	}
	return err
}
