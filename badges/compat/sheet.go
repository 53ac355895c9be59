package compat

import "strconv"

// A sheet is a picture as far as it is drawn. Its methods append to it.
type sheet struct{ svg []byte }

// raw appends markup.
func (s *sheet) raw(markup string) *sheet {
	s.svg = append(s.svg, markup...)
	return s
}

// num appends a whole number.
func (s *sheet) num(n int) *sheet {
	s.svg = strconv.AppendInt(s.svg, int64(n), 10)
	return s
}

// quarters appends n fourths, as JavaScript writes numbers.
func (s *sheet) quarters(n int) *sheet {
	return s.num(n / 4).raw([...]string{"", ".25", ".5", ".75"}[n%4])
}

// text appends text that XML can hold, escaped.
func (s *sheet) text(t []byte) *sheet {
	s.svg = appendEscaped(s.svg, t)
	return s
}

// ref appends a link, escaped.
func (s *sheet) ref(link string) *sheet {
	s.svg = appendEscaped(s.svg, link)
	return s
}

// paint appends a colour in small letters.
func (s *sheet) paint(p *paint) *sheet {
	if p.bare {
		s.svg = append(s.svg, '#')
	}
	for i := range len(p.css) {
		c := p.css[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		s.svg = append(s.svg, c)
	}
	return s
}

// appendEscaped appends a text with the five entities of XML.
func appendEscaped[T string | []byte](dst []byte, text T) []byte {
	from := 0
	for i := range len(text) {
		var entity string
		switch text[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '"':
			entity = "&quot;"
		case '\'':
			entity = "&apos;"
		default:
			continue
		}
		dst = append(dst, text[from:i]...)
		dst = append(dst, entity...)
		from = i + 1
	}
	return append(dst, text[from:]...)
}

// Text is set in tenths of a pixel.
const verdanaText = `text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" text-rendering="geometricPrecision"`

// A logo's size, and its distance to a label, in pixels.
const (
	logoSize = 14
	logoGap  = 3
)

// linked reports whether both halves are links of their own.
func (d *drawing) linked() bool { return d.left != "" && d.right != "" }

// wrapped reports whether the whole badge is one link.
func (d *drawing) wrapped() bool { return d.left != "" && d.right == "" }

// open appends what comes before a style's own elements. The width is in
// quarters of a pixel.
func (d *drawing) open(s *sheet, width, height int) {
	s.raw(`<svg xmlns="http://www.w3.org/2000/svg" width="`).quarters(width).raw(`" height="`).num(height)
	if d.linked() {
		s.raw(`">`)
	} else {
		s.raw(`" role="img" aria-label="`)
		d.title(s)
		s.raw(`"><title>`)
		d.title(s)
		s.raw(`</title>`)
	}
	if d.wrapped() {
		s.anchor(d.left)
	}
}

func (d *drawing) close(s *sheet) {
	if d.wrapped() {
		s.raw(`</a>`)
	}
	s.raw(`</svg>`)
}

// title appends the accessible text.
func (d *drawing) title(s *sheet) {
	if len(d.label) > 0 {
		s.text(d.label).raw(": ")
	}
	s.text(d.message)
}

// anchor opens a link.
func (s *sheet) anchor(link string) { s.raw(`<a target="_blank" href="`).ref(link).raw(`">`) }

// image appends the logo, if there is one.
func (d *drawing) image(s *sheet, x, y int) {
	if d.logo == "" {
		return
	}
	s.raw(`<image x="`).num(x).raw(`" y="`).num(y).raw(`" width="14" height="14" href="`).raw(d.logo).raw(`"/>`)
}
