package compat

// The measures of for-the-badge, in quarters of a pixel: letters stand 1.25
// pixels apart.
const (
	tallHeight   = 28 * 4
	tallMargin   = 12 * 4 // beside a text
	tallEdge     = 9 * 4  // beside a logo
	tallGap      = 6 * 4  // from a logo to a text
	tallSpacing  = 5      // 1.25 for each UTF-16 unit
	tallLogoSize = logoSize * 4
)

// tallWidth is the room of a text, in quarters of a pixel.
func tallWidth(f *font, text []byte) int { return 4*f.pixels(text) + tallSpacing*utf16Len(text) }

// forTheBadge draws the tall style. Its label has a half of its own if it has a
// text, or a logo on a fill that was asked for.
func (d *drawing) forTheBadge(s *sheet) {
	hasLabel, hasLogo := len(d.label) > 0, d.logo != ""
	halved := hasLabel || hasLogo && d.colored
	logo := 0 // with the gap to what follows
	if hasLogo {
		logo = tallLogoSize + tallGap
		if !hasLabel && len(d.message) == 0 {
			logo -= tallEdge
		}
	}

	label := tallText{text: d.label, paint: &d.labelFill, width: tallWidth(verdana10(), d.label)}
	message := tallText{text: d.message, paint: &d.fill, width: tallWidth(verdana10Bold(), d.message), bold: true}
	switch {
	case hasLabel && hasLogo:
		label.at = tallEdge + logo
		label.room = label.at + label.width + tallMargin
	case hasLabel:
		label.at = tallMargin
		label.room = label.at + label.width + tallMargin
	case halved:
		label.room = 2*tallEdge + tallLogoSize
	}
	message.at = label.room + tallMargin
	message.room = 2*tallMargin + message.width
	if hasLogo && !halved {
		message.at += logo
		message.room += logo
	}

	d.open(s, label.room+message.room, tallHeight/4)
	s.raw(`<g shape-rendering="crispEdges"><rect `)
	if halved {
		s.raw(`width="`).quarters(label.room).raw(`" height="28" fill="`).paint(label.paint)
		s.raw(`"/><rect x="`).quarters(label.room).raw(`" `)
	}
	s.raw(`width="`).quarters(message.room).raw(`" height="28" fill="`).paint(message.paint)
	s.raw(`"/></g><g fill="#fff" ` + verdanaText + ` font-size="100">`)
	d.image(s, tallEdge/4, (tallHeight/4-logoSize)/2)
	if hasLabel {
		link := d.left
		if d.wrapped() {
			link = ""
		}
		label.draw(s, link, 0)
	}
	message.draw(s, d.right, label.room)
	s.raw(`</g>`)
	d.close(s)
}

// A tallText is a half of a badge, in quarters of a pixel.
type tallText struct {
	text  []byte
	paint *paint
	bold  bool
	at    int // where the text begins
	width int // of the text
	room  int // width of the half
}

// draw draws the text of a half that begins at x.
func (t *tallText) draw(s *sheet, link string, x int) {
	if link != "" {
		s.anchor(link)
		s.raw(`<rect width="`).quarters(t.room).raw(`" height="28"`)
		if t.bold {
			s.raw(` x="`).quarters(x).raw(`"`)
		}
		s.raw(` fill="rgba(0,0,0,0)"/>`)
	}
	s.raw(`<text transform="scale(.1)" x="`).quarters(10*t.at + 5*t.width).raw(`" y="175" textLength="`).quarters(10 * t.width).raw(`"`)
	if t.bold {
		s.raw(` font-weight="bold"`)
	}
	fill, _ := t.paint.text()
	s.raw(fill).raw(`>`).text(t.text).raw(`</text>`)
	if link != "" {
		s.raw(`</a>`)
	}
}
