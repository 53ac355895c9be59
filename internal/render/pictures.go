package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/badges"
	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/tracker"
)

// schemes are the files of a card: for any page, a light one, a dark one.
var schemes = []struct {
	ending string
	scheme cards.Scheme
}{{".svg", cards.Auto}, {"-light.svg", cards.Light}, {"-dark.svg", cards.Dark}}

// IsCardFile reports whether a file's name is one that a card has.
func IsCardFile(name string) bool {
	for _, s := range schemes {
		stem, ending := strings.CutSuffix(name, s.ending)
		card, prefix := strings.CutPrefix(stem, "card-")
		if ending && prefix && (slices.Contains(byDefault, card) || strings.HasPrefix(card, "burnup-")) {
			return true
		}
	}
	return false
}

// Pictures draws badges and cards into files, by their names: a badge as SVG and
// as the JSON of shields' endpoint, a card as SVG for each scheme.
func Pictures(l *tracker.Log, drawn []Badge, made []Card) (map[string][]byte, error) {
	files := map[string][]byte{}
	style, palette, err := badgeLook(l)
	if err != nil {
		return nil, err
	}
	for _, b := range drawn {
		b.Style = style
		if b.Color, err = palette.ParseColor(b.Fill); err != nil {
			return nil, fmt.Errorf("%s: %w", b.Name, err)
		}
		svg, err := badges.SVG(b.Badge)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", b.Name, err)
		}
		json, err := badges.Endpoint(b.Badge)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", b.Name, err)
		}
		files[b.Name+".svg"], files[b.Name+".json"] = append(svg, '\n'), append(json, '\n')
	}
	look, err := cardLook(l)
	if err != nil {
		return nil, err
	}
	for _, c := range made {
		for _, s := range schemes {
			look.Scheme = s.scheme
			svg, err := cards.SVG(c.Card, look)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.Name, err)
			}
			files[c.Name+s.ending] = append(svg, '\n')
		}
	}
	return files, nil
}

// badgeLook is how a log wants its badges to look.
func badgeLook(l *tracker.Log) (style badges.Style, palette badges.Palette, err error) {
	if l.Badges.Style != "" {
		if style, err = badges.ParseStyle(l.Badges.Style); err != nil {
			return style, palette, err
		}
	}
	if l.Badges.Palette != "" {
		palette, err = badges.ParsePalette(l.Badges.Palette)
	}
	return style, palette, err
}

// cardLook is how a log wants its cards to look.
func cardLook(l *tracker.Log) (look cards.Look, err error) {
	if l.Cards.Theme != "" {
		if look.Theme, err = cards.ParseTheme(l.Cards.Theme); err != nil {
			return look, err
		}
	}
	if l.Cards.Palette != "" {
		look.Accent, err = cards.ParseAccent(l.Cards.Palette)
	}
	return look, err
}
