package compat

// The measures of the social style, in pixels.
const (
	socialHeight  = 20
	socialPad     = 5 // beside the label
	socialBubble  = 4 // beside the message
	socialGutter  = 6 // between the two
	socialText    = `<g aria-hidden="`
	socialTextEnd = `" fill="#333" text-anchor="middle" font-family="Helvetica Neue,Helvetica,Arial,sans-serif" ` +
		`text-rendering="geometricPrecision" font-weight="700" font-size="110px" line-height="14px">`
)

// social draws a label and a bubble beside it that holds the message.
func (d *drawing) social(s *sheet) {
	logo := 0
	if d.logo != "" {
		logo = logoSize
		if len(d.label) > 0 {
			logo += logoGap
		}
	}
	label := socialLine{text: d.label, width: helvetica11().odd(d.label)}
	message := socialLine{text: d.message, width: helvetica11().odd(d.message)}
	room := label.width + logo + 2*socialPad
	bubble := message.width + 2*socialBubble
	label.x = 10*(logo+socialPad) + 5*label.width
	message.x = 10*(room+socialGutter) + 5*bubble

	width := room + 1
	if len(d.message) > 0 {
		width += socialGutter + bubble
	}
	d.open(s, 4*width, socialHeight)
	d.socialStyle(s)
	s.raw(`<g stroke="#d5d5d5"><rect stroke="none" fill="#fcfcfc" x=".5" y=".5" width="`).num(room).raw(`" height="19" rx="2"/>`)
	if x := room + socialGutter; len(d.message) > 0 {
		s.raw(`<rect x="`).num(x).raw(`.5" y=".5" width="`).num(bubble).raw(`" height="19" rx="2" fill="#fafafa"/><rect x="`).num(x)
		s.raw(`" y="7.5" width=".5" height="5" stroke="#fafafa"/><path d="M`).num(x).raw(`.5 6.5 l-3 3v1 l3 3" fill="#fafafa"/>`)
	}
	s.raw(`</g>`)
	d.image(s, socialPad, (socialHeight-logoSize)/2)
	if d.linked() {
		s.raw(socialText + `false` + socialTextEnd)
	} else {
		s.raw(socialText + `true` + socialTextEnd)
	}
	d.socialLabel(s, &label, room)
	if len(d.message) > 0 {
		d.socialMessage(s, &message, room+socialGutter, bubble)
	}
	s.raw(`</g>`)
	d.close(s)
}

// socialStyle draws the style sheet and the two gradients.
func (d *drawing) socialStyle(s *sheet) {
	s.raw(`<style>a:hover #llink`).raw(d.suffix).raw(`{fill:url(#b`).raw(d.suffix).raw(`);stroke:#ccc}a:hover #rlink`).raw(d.suffix)
	s.raw(`{fill:#4183c4}</style><linearGradient id="a`).raw(d.suffix)
	s.raw(`" x2="0" y2="100%"><stop offset="0" stop-color="#fcfcfc" stop-opacity="0"/><stop offset="1" stop-opacity=".1"/></linearGradient>`)
	s.raw(`<linearGradient id="b`).raw(d.suffix)
	s.raw(`" x2="0" y2="100%"><stop offset="0" stop-color="#ccc" stop-opacity=".1"/><stop offset="1" stop-opacity=".1"/></linearGradient>`)
}

// socialLabel draws the label and its frame, which lies over it in a link.
func (d *drawing) socialLabel(s *sheet, label *socialLine, room int) {
	linked := d.linked()
	if linked {
		s.anchor(d.left)
		label.draw(s)
	}
	s.raw(`<rect id="llink`).raw(d.suffix).raw(`" stroke="#d5d5d5" fill="url(#a`).raw(d.suffix)
	s.raw(`)" x=".5" y=".5" width="`).num(room).raw(`" height="19" rx="2"/>`)
	if linked {
		s.raw(`</a>`)
	} else {
		label.draw(s)
	}
}

func (d *drawing) socialMessage(s *sheet, message *socialLine, x, bubble int) {
	if d.right != "" {
		s.anchor(d.right)
		s.raw(`<rect width="`).num(bubble + 1).raw(`" x="`).num(x).raw(`" height="20" fill="rgba(0,0,0,0)"/>`)
	}
	message.shadow(s)
	s.raw(`<text id="rlink`).raw(d.suffix).raw(`"`)
	message.rest(s, 140, "")
	if d.right != "" {
		s.raw(`</a>`)
	}
}

// A socialLine is a text around a middle.
type socialLine struct {
	text  []byte
	x     int // the middle, in tenths of a pixel
	width int // in pixels
}

// draw draws the text and, below it, a white shadow.
func (l *socialLine) draw(s *sheet) {
	l.shadow(s)
	s.raw(`<text`)
	l.rest(s, 140, "")
}

func (l *socialLine) shadow(s *sheet) {
	s.raw(`<text aria-hidden="true"`)
	l.rest(s, 150, ` fill="#fff"`)
}

// rest draws the rest of an element of the text.
func (l *socialLine) rest(s *sheet, y int, fill string) {
	s.raw(` x="`).num(l.x).raw(`" y="`).num(y).raw(`"`).raw(fill)
	s.raw(` transform="scale(.1)" textLength="`).num(10 * l.width).raw(`">`).text(l.text).raw(`</text>`)
}
