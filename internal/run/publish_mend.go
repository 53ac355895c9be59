package run

import (
	"errors"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/repo"
)

// Mend says in two lines what lets a refused commit through.
func Mend(err error) string {
	const (
		pull   = "with:\n  publish: pull-request"
		signed = "with:\n  publish: api"
	)
	var pushed *repo.Refused
	if errors.As(err, &pushed) {
		switch pushed.Reason {
		case repo.ReadOnly:
			return "permissions:\n  contents: write"
		case repo.Unsigned:
			return signed
		case repo.Protected, repo.Declined:
			return pull
		}
	}
	var said *forge.Error
	if errors.As(err, &said) {
		switch {
		case said.Kind == forge.Denied && said.Needs != "":
			return "permissions:\n  " + said.Needs
		case said.Kind == forge.Protected:
			return pull
		}
	}
	return ""
}

// isProtected reports whether rules of the branch let no commit of ours in, so
// that a pull request may do.
func isProtected(err error) bool {
	var pushed *repo.Refused
	var said *forge.Error
	switch {
	case errors.As(err, &pushed):
		return pushed.Reason == repo.Protected || pushed.Reason == repo.Unsigned || pushed.Reason == repo.Declined
	case errors.As(err, &said):
		return said.Kind == forge.Protected
	}
	return false
}
