package compat

import (
	"github.com/honelog/hone/badges"
	"github.com/honelog/hone/badges/internal/near"
)

// Styles returns the names of the styles, the default first.
func Styles() []string {
	names := make([]string, len(styles))
	for i := range styles {
		names[i] = styles[i].name
	}
	return names
}

// A style says how texts are lettered and, for the three that share a layout,
// what they look like.
type style struct {
	name           string
	label, message lettering
	flat           *look
}

var styles = [...]style{
	{name: "flat", flat: &flat},
	{name: "flat-square", flat: &flatSquare},
	{name: "plastic", flat: &plastic},
	{name: "for-the-badge", label: capitals, message: capitals},
	{name: "social", label: capitalised},
}

// parseStyle reads the name of a style; an empty one is the default.
func parseStyle(s string) (*style, error) {
	if s == "" {
		return &styles[0], nil
	}
	for i := range styles {
		if styles[i].name == s {
			return &styles[i], nil
		}
	}
	return nil, &badges.StyleError{Value: s, Nearest: near.Name(s, Styles())}
}
