package badges

import (
	"github.com/honelog/hone/badges/internal/text"
)

// The fills of the style Social if none is given: light, as a button is, but
// not so that they glare on a dark page.
const (
	button Color = 0xFFEAEEF2
	bubble Color = 0xFFF6F8FA
)

// appendSocial draws a button and a bubble that speaks beside it. Lines run
// along the middle of pixels, so that they are one pixel wide.
func (d drawing) appendSocial(dst []byte, b *Badge) []byte {
	var label text.Room
	d.left, d.right, d.at = d.fit(b, text.Capital(label[:0], d.label), d.message)
	l := &looks[Social]
	dst = d.appendOpening(dst, l)
	if d.halved {
		dst = appendOutline(dst, d.labelFill, 2)
		dst = appendAttr(dst, `.5.5h`, d.at.left-5)
		dst = appendAttr(dst, `a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2h-`, d.at.left-5)
		dst = append(dst, `a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2z"/>`...)
	}
	dst = appendOutline(dst, d.fill, d.at.right+2)
	dst = appendAttr(dst, `.5.5h`, d.at.width-d.at.right-5)
	dst = appendAttr(dst, `a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2h-`, d.at.width-d.at.right-5)
	dst = append(dst, `a2 2 0 0 1-2-2v`...)
	if d.halved {
		dst = append(dst, `-4.5l-4-3 4-3v-4.5`...)
	} else {
		dst = append(dst, `-15`...)
	}
	dst = append(dst, `a2 2 0 0 1 2-2z"/>`...)
	dst = append(dst, l.group...)
	dst = d.appendTexts(dst, l)
	return d.appendClosing(dst)
}

// appendOutline appends a path in a fill with a darker line around it, up to
// the x at which it begins.
func appendOutline(dst []byte, c Color, x int) []byte {
	dst = append(dst, `<path fill="`...)
	dst = c.appendShort(dst)
	dst = append(dst, `" stroke="`...)
	dst = c.darker().appendShort(dst)
	return appendAttr(dst, `" d="M`, x)
}
