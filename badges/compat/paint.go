package compat

import (
	"strings"

	"github.com/honelog/hone/badges"
	"github.com/honelog/hone/badges/internal/near"
)

// A paint is a colour as badge-maker writes it: a name's value, or what the
// caller wrote, in small letters.
type paint struct {
	css   string // without "#" if bare, with white space and capitals as given
	bare  bool
	light bool // text on it is dark
}

type namedPaint struct{ name, css string }

// palette holds the colours of shields.io, and then their aliases.
var palette = [...]namedPaint{
	{"brightgreen", "#4b0"},
	{"green", "#67ac09"},
	{"yellow", "#d8b800"},
	{"yellowgreen", "#95991a"},
	{"orange", "#ea7233"},
	{"red", "#dd4343"},
	{"blue", "#007ec6"},
	{"grey", "#555"},
	{"lightgrey", "#939393"},
	{"gray", "#555"},
	{"lightgray", "#939393"},
	{"critical", "#dd4343"},
	{"important", "#ea7233"},
	{"success", "#4b0"},
	{"informational", "#007ec6"},
	{"inactive", "#939393"},
}

// parsePaint reads a colour; an empty one is the default, which is a dark one.
func parsePaint(s, or string) (paint, error) {
	if s == "" {
		return paint{css: or}, nil
	}
	if p, ok := knownPaint(s); ok {
		return p, nil
	}
	return paint{}, &badges.ColorError{Value: s, Nearest: nearestPaint(s)}
}

func knownPaint(s string) (paint, bool) {
	for i := range palette {
		if palette[i].name == s {
			c, _ := parseCSS(palette[i].css)
			return paint{css: palette[i].css, light: c.light()}, true
		}
	}
	if len(s) == 3 || len(s) == 6 {
		if c, ok := parseHex(s); ok {
			return paint{css: s, bare: true, light: c.light()}, true
		}
	}
	if c, ok := parseCSS(s); ok {
		return paint{css: s, light: c.light()}, true
	}
	// badge-maker knows a colour in white space, but not how light it is.
	_, ok := parseCSS(trim(s))
	return paint{css: s}, ok && !strings.ContainsAny(s, "\v\f")
}

// nearestPaint returns the known colour that s most likely means, or "".
func nearestPaint(s string) string {
	if len(s) > 32 {
		return ""
	}
	if small := strings.ToLower(trim(s)); small != s {
		if _, ok := knownPaint(small); ok {
			return small
		}
	}
	names := make([]string, 0, len(palette)+len(cssNames))
	for i := range palette {
		names = append(names, palette[i].name)
	}
	for i := range cssNames {
		names = append(names, cssNames[i].name)
	}
	return near.Name(s, names)
}

// text returns what draws text on p: its fill as an attribute, none where it is
// the white of all texts, and the fill of its shadow.
func (p *paint) text() (fill, shadow string) {
	if p.light {
		return ` fill="#333"`, "#ccc"
	}
	return "", "#010101"
}
