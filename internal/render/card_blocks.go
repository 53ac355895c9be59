package render

import (
	"bytes"
	"fmt"
	"strings"
)

// CardForm is how a README shows a card.
type CardForm int

// The forms.
const (
	AsImage     CardForm = iota // one image, which follows the page's colour scheme by itself
	AsPicture                   // a <picture>, which follows the reader's system
	AsFragments                 // two images, of which GitHub shows the one for its theme; elsewhere both show
)

// CardsBlock is the README block `cards`, `cards-picture`, `cards-fragment` or,
// for a single one, `card-NAME`: cards with what they show as their alternative
// text, as wide as they are drawn in their files, leading to the log. base is the
// address of the folder of the pictures, with its slash; link is that of the log.
func CardsBlock(made []Card, files map[string][]byte, form CardForm, base, link string) string {
	var b strings.Builder
	for i := range made {
		c := &made[i]
		fmt.Fprintf(&b, `<a href="%s">%s</a>`+"\n", attr(link), c.html(form, base, widthOf(files[c.Name+".svg"])))
	}
	return b.String()
}

func (c *Card) html(form CardForm, base, width string) string {
	img := func(file string) string {
		return fmt.Sprintf(`<img src="%s" alt="%s" width="%s">`, attr(base+c.Name+file), attr(c.Alt), width)
	}
	switch form {
	case AsPicture:
		return fmt.Sprintf(`<picture><source media="(prefers-color-scheme: dark)" srcset="%s">%s</picture>`, attr(base+c.Name+"-dark.svg"), img("-light.svg"))
	case AsFragments:
		return img("-light.svg#gh-light-mode-only") + img("-dark.svg#gh-dark-mode-only")
	}
	return img(".svg")
}

// widthOf is the width that an SVG of ours says of itself, in pixels.
func widthOf(svg []byte) string {
	_, rest, _ := bytes.Cut(svg, []byte(` width="`))
	width, _, _ := bytes.Cut(rest, []byte(`"`))
	return string(width)
}
