package compat

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/honelog/hone/badges"
)

// ErrLogo is the error of a logo that is no image in a base64 data URI.
var ErrLogo = errors.New("a logo is data:image/TYPE;base64,DATA with TYPE png, jpeg, gif, webp or svg+xml")

// checkLogo checks that a logo is a data URI of an image, in base64 with its
// padding and without white space.
func checkLogo(logo string) error {
	if logo == "" {
		return nil
	}
	for _, t := range [...]string{"png", "jpeg", "gif", "webp", "svg+xml"} {
		rest, ok := strings.CutPrefix(logo, "data:image/")
		if !ok {
			break
		}
		if rest, ok = strings.CutPrefix(rest, t); !ok {
			continue
		}
		if rest, ok = strings.CutPrefix(rest, ";base64,"); ok && base64Text(rest) {
			return nil
		}
	}
	return ErrLogo
}

// base64Text reports whether s is base64 of one byte or more (RFC 4648,
// section 4).
func base64Text(s string) bool {
	if len(s) == 0 || len(s)%4 != 0 {
		return false
	}
	digits := strings.TrimSuffix(strings.TrimSuffix(s, "="), "=")
	for i := range len(digits) {
		if c := digits[i]; !alphanumeric(c) && c != '+' && c != '/' {
			return false
		}
	}
	return true
}

// checkLink checks a link: an empty one is none. Browsers drop spaces before a
// link, and control characters wherever they stand; so the former do not count,
// and the latter may not be there. What comes before a colon is a scheme, unless
// a slash, question or number sign comes first (RFC 3986, sections 3.1 and 4.2).
func checkLink(link string) error {
	if !utf8.ValidString(link) {
		return &badges.LinkError{Value: link, Problem: "is not UTF-8"}
	}
	for _, r := range link {
		if r < ' ' || r == 0x7F || !legal(r) {
			return &badges.LinkError{Value: link, Problem: fmt.Sprintf("has the character %U", r)}
		}
	}
	i := strings.IndexAny(link, ":/?#")
	if i < 0 || link[i] != ':' {
		return nil
	}
	switch strings.ToLower(strings.TrimLeft(link[:i], " ")) {
	case "http", "https", "mailto":
		return nil
	}
	return &badges.LinkError{Value: link, Problem: "is not of http, https or mailto, nor relative"}
}
