package badges

import (
	"github.com/honelog/hone/badges/internal/text"
	"github.com/honelog/hone/badges/internal/xml"
)

// The flat style, in pixels: 20 high, the text standing on 14. It is close
// enough to shields.io's flat badge to stand well with it in one row.
const (
	flatEdge = 6 // from the outer edge to the text
	flatSeam = 5 // from the text to the other half
)

// flatText opens the group of texts. Text is set in tenths of a pixel: browsers
// then place letters between the pixels, and all numbers stay whole.
const flatText = `<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="110" ` +
	`text-anchor="middle" text-rendering="geometricPrecision" transform="scale(.1)">`

// flatLight is the light on a badge: a sheen above the text and a shade below
// it. Behind the text the fill stays as it is, and with it the contrast.
const flatLight = `<stop stop-color="#fff" stop-opacity=".05"/><stop offset=".25" stop-color="#fff" stop-opacity="0"/>` +
	`<stop offset=".8" stop-opacity="0"/><stop offset="1" stop-opacity=".15"/>`

func (d *drawing) appendFlat(dst []byte) []byte {
	right := flatEdge + d.message.Pixels() + flatSeam
	left := 0
	if d.hasLabel() {
		left = flatEdge + d.label.Pixels() + flatSeam
	} else {
		right += flatEdge - flatSeam
	}
	width, id := left+right, d.hash()

	dst = append(dst, `<svg xmlns="http://www.w3.org/2000/svg" width="`...)
	dst = xml.AppendInt(dst, width)
	dst = append(dst, `" height="20" viewBox="0 0 `...)
	dst = xml.AppendInt(dst, width)
	dst = append(dst, ` 20" role="img" aria-label="`...)
	dst = d.appendTitle(dst)
	dst = append(dst, `"><title>`...)
	dst = d.appendTitle(dst)
	dst = append(dst, `</title><linearGradient id="`...)
	dst = xml.AppendID(dst, id)
	dst = append(dst, `" x2="0" y2="1">`+flatLight+`</linearGradient>`...)

	if d.hasLabel() {
		// The left half runs on below the right one, so that the page never shines
		// through between them; a shade parts them where their fills are alike.
		dst = append(dst, `<path fill="`...)
		dst = d.labelFill.appendShort(dst)
		dst = append(dst, `" d="M3 0h`...)
		dst = xml.AppendInt(dst, left-2)
		dst = append(dst, `v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z"/><path fill="`...)
		dst = d.fill.appendShort(dst)
		dst = append(dst, `" d="M`...)
		dst = xml.AppendInt(dst, left)
		dst = append(dst, ` 0h`...)
		dst = xml.AppendInt(dst, right-3)
		dst = append(dst, `a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H`...)
		dst = xml.AppendInt(dst, left)
		dst = append(dst, `z"/><path fill-opacity=".2" d="M`...)
		dst = xml.AppendInt(dst, left)
		dst = append(dst, ` 0h1v20h-1z"/>`...)
	} else {
		dst = appendFlatRect(dst, width)
		dst = d.fill.appendShort(dst)
		dst = append(dst, `"/>`...)
	}
	dst = appendFlatRect(dst, width)
	dst = append(dst, `url(#`...)
	dst = xml.AppendID(dst, id)
	dst = append(dst, `)"/>`+flatText...)

	if d.hasLabel() {
		dst = appendFlatLine(dst, &d.label, flatEdge, d.labelFill.on())
		dst = appendFlatLine(dst, &d.message, left+flatSeam, d.fill.on())
	} else {
		dst = appendFlatLine(dst, &d.message, flatEdge, d.fill.on())
	}
	return append(dst, `</g></svg>`...)
}

// appendFlatRect appends a rectangle over the whole badge, up to its fill.
func appendFlatRect(dst []byte, width int) []byte {
	dst = append(dst, `<rect width="`...)
	dst = xml.AppendInt(dst, width)
	return append(dst, `" height="20" rx="3" fill="`...)
}

// appendFlatLine appends a line whose box begins x pixels from the left.
func appendFlatLine(dst []byte, l *text.Line, x int, c Color) []byte {
	dst = append(dst, `<text x="`...)
	dst = xml.AppendInt(dst, 10*x+5*l.Pixels())
	dst = append(dst, `" y="140"`...)
	if l.Exact {
		dst = append(dst, ` textLength="`...)
		dst = xml.AppendInt(dst, (l.Width+5)/10)
		dst = append(dst, '"')
	}
	if l.RTL {
		dst = append(dst, ` direction="rtl"`...)
	}
	if c != white {
		dst = append(dst, ` fill="`...)
		dst = c.appendShort(dst)
		dst = append(dst, '"')
	}
	dst = append(dst, '>')
	dst = xml.AppendEscaped(dst, l.Text[:l.Shown])
	if l.Cut() {
		dst = append(dst, text.Ellipsis...)
	}
	return append(dst, `</text>`...)
}
