package compat

// A look is what tells flat, flat-square and plastic apart.
type look struct {
	height   int
	corner   int    // the radius, in pixels
	baseline int    // of the text, in tenths of a pixel
	stops    string // of the gradient; without one there is no shadow, either
}

var (
	flat = look{height: 20, corner: 3, baseline: 140,
		stops: `<stop offset="0" stop-color="#bbb" stop-opacity=".1"/><stop offset="1" stop-opacity=".1"/>`}
	flatSquare = look{height: 20, baseline: 140}
	plastic    = look{height: 18, corner: 4, baseline: 130,
		stops: `<stop offset="0" stop-color="#fff" stop-opacity=".7"/><stop offset=".1" stop-color="#aaa" stop-opacity=".1"/>` +
			`<stop offset=".9" stop-color="#000" stop-opacity=".3"/><stop offset="1" stop-color="#000" stop-opacity=".5"/>`}
)

// flatPad is the room beside a text, in pixels.
const flatPad = 5

// flat draws one of the three styles with this layout.
func (d *drawing) flat(s *sheet, k *look) {
	logo := 0
	if d.logo != "" {
		logo = logoSize
		if len(d.label) > 0 {
			logo += logoGap
		}
	}
	label := flatText{text: d.label, paint: &d.labelFill, link: d.left, at: logo + 1}
	message := flatText{text: d.message, paint: &d.fill, link: d.right}
	if d.wrapped() {
		label.link = ""
	}

	hasLabel := len(d.label) > 0 || d.colored
	if hasLabel {
		if len(d.label) > 0 {
			label.width = verdana11().odd(d.label)
		}
		label.room = label.width + 2*flatPad + logo
	} else if logo == 0 {
		label.paint = &d.fill
	}
	message.width = verdana11().odd(d.message)
	message.room = message.width + 2*flatPad
	message.at = label.room
	if len(d.message) > 0 {
		message.at--
	}
	switch {
	case !hasLabel && logo > 0:
		message.at += logo + flatPad
		message.room += logo
		if len(d.message) > 0 {
			message.room += flatPad - 1
		}
	case !hasLabel:
		message.at++
	}

	d.open(s, 4*(label.room+message.room), k.height)
	d.flatFills(s, k, &label, &message)
	s.raw(`<g fill="#fff" ` + verdanaText + ` font-size="110">`)
	d.image(s, flatPad, (k.height-logoSize)/2)
	label.draw(s, k)
	message.draw(s, k)
	s.raw(`</g>`)
	d.close(s)
}

// flatFills draws the two halves and what lies over them.
func (d *drawing) flatFills(s *sheet, k *look, label, message *flatText) {
	if k.stops == "" {
		s.raw(`<g shape-rendering="crispEdges">`)
	} else {
		s.raw(`<filter id="blur"><feGaussianBlur stdDeviation="16"/></filter><linearGradient id="s`).raw(d.suffix)
		s.raw(`" x2="0" y2="100%">`).raw(k.stops).raw(`</linearGradient><clipPath id="r`).raw(d.suffix)
		s.raw(`"><rect width="`).num(label.room + message.room).raw(`" height="`).num(k.height).raw(`" rx="`).num(k.corner)
		s.raw(`"/></clipPath><g clip-path="url(#r`).raw(d.suffix).raw(`)">`)
	}
	s.raw(`<rect width="`).num(label.room).raw(`" height="`).num(k.height).raw(`" fill="`).paint(label.paint)
	s.raw(`"/><rect x="`).num(label.room).raw(`" width="`).num(message.room).raw(`" height="`).num(k.height)
	s.raw(`" fill="`).paint(message.paint).raw(`"/>`)
	if k.stops != "" {
		s.raw(`<rect width="`).num(label.room + message.room).raw(`" height="`).num(k.height)
		s.raw(`" fill="url(#s`).raw(d.suffix).raw(`)"/>`)
	}
	s.raw(`</g>`)
}

// A flatText is a half of a badge: its text and where that stands, in pixels.
type flatText struct {
	text  []byte
	paint *paint // what it stands on
	link  string
	at    int // where the text's room begins
	width int // of the text
	room  int // width of the half
}

func (t *flatText) draw(s *sheet, k *look) {
	if len(t.text) == 0 {
		return
	}
	if t.link != "" {
		x := 0
		if t.at > 1 {
			x = t.at + 1
		}
		s.anchor(t.link)
		s.raw(`<rect width="`).num(t.room).raw(`" x="`).num(x).raw(`" height="`).num(k.height).raw(`" fill="rgba(0,0,0,0)"/>`)
	}
	fill, shadow := t.paint.text()
	if k.stops == "" {
		t.line(s, k.baseline, "").raw(` transform="scale(.1)"`)
	} else {
		s.raw(`<g transform="scale(.1)"><g aria-hidden="true" fill="`).raw(shadow).raw(`">`)
		t.line(s, k.baseline+10, ` fill-opacity=".8" filter="url(#blur)"`).raw(`>`).text(t.text).raw(`</text>`)
		t.line(s, k.baseline+10, ` fill-opacity=".3"`).raw(`>`).text(t.text).raw(`</text></g>`)
		t.line(s, k.baseline, "")
	}
	s.raw(fill).raw(`>`).text(t.text).raw(`</text>`)
	if k.stops != "" {
		s.raw(`</g>`)
	}
	if t.link != "" {
		s.raw(`</a>`)
	}
}

// line opens a text element, up to its last attributes.
func (t *flatText) line(s *sheet, y int, attributes string) *sheet {
	s.raw(`<text x="`).num(10*(t.at+flatPad) + 5*t.width).raw(`" y="`).num(y).raw(`"`).raw(attributes)
	return s.raw(` textLength="`).num(10 * t.width).raw(`"`)
}
