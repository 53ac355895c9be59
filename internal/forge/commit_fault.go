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
	guarded = regexp.MustCompile(`(?i)protected branch|protected ref|branch protection|rule violations?|through a pull request|required status check|status checks? (is|are) expected|approving review|not authorized to push|must have (verified|valid) signatures?|GH006|GH013`)
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
	said := e.Message + " " + strings.Join(e.fields, " ")
	refused := e.Status == http.StatusForbidden || e.Status == http.StatusConflict || e.Status == http.StatusUnprocessableEntity
	switch {
	case !refused || e.Kind == Limited || e.Kind == Archived || e.Kind == Policy:
	case guarded.MatchString(said):
		e.Kind = Protected
	case overtaken.MatchString(said), e.Status == http.StatusConflict && !strings.Contains(said, "empty"):
		e.Kind = Raced
	}
	return needing(e, "contents: write")
}

// needing names the permission that a refusal is about, where GitHub names none.
func needing(err error, permission string) error {
	var e *Error
	if errors.As(err, &e) && e.Needs == "" {
		e.Needs = permission
	}
	return err
}
