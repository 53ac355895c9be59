package badges

import (
	"github.com/honelog/hone/badges/internal/text"
	"github.com/honelog/hone/badges/internal/xml"
)

// A drawing is a badge made ready: text clean and measured, colours chosen,
// parts placed. What is left to a style is how they look.
type drawing struct {
	label, message []byte // as they are read; a style may show them in capitals
	title          []byte // empty: made of label and message
	left, right    text.Line
	at             place

	labelFill, fill Color
	logo            Logo
	logoFill        Color
	halved          bool // there are two halves

	// Where the badge leads: the whole of it, or its halves.
	link, labelLink, messageLink string
}

// paint chooses the colours, and what leads where.
func (d *drawing) paint(b *Badge) {
	labelFill, fill := Grey, LightGrey
	if b.Style == Social {
		labelFill, fill = button, bubble
	}
	d.labelFill, d.fill = b.LabelColor.or(labelFill), b.Color.or(fill)
	d.halved = len(d.label) > 0 || b.Logo.given() && b.LabelColor != 0
	if d.logo = b.Logo; d.logo.given() {
		under := d.fill
		if d.halved {
			under = d.labelFill
		}
		d.logoFill = b.LogoColor.or(under.on())
	}
	switch {
	case b.LabelLink == "" && b.MessageLink == "":
		d.link = b.Link
	case len(d.label) == 0:
		d.link = b.MessageLink
	default:
		d.labelLink, d.messageLink = or(b.LabelLink, b.Link), or(b.MessageLink, b.Link)
	}
}

func or(s, t string) string {
	if s == "" {
		return t
	}
	return s
}

// appendTitle appends the accessible text, escaped.
func (d *drawing) appendTitle(dst []byte) []byte {
	if len(d.title) > 0 {
		return xml.AppendEscaped(dst, d.title)
	}
	if len(d.label) > 0 {
		dst = xml.AppendEscaped(dst, d.label)
		dst = append(dst, ": "...)
	}
	return xml.AppendEscaped(dst, d.message)
}

// appendOpening appends what stands before the first shape of a badge.
//
// A badge is one picture to a screen reader. Where its halves are links it is a
// group of two links with names of their own, and where all of it is a link it is
// that link: a picture would hide what is in it.
func (d *drawing) appendOpening(dst []byte, l *look) []byte {
	dst = appendAttr(dst, `<svg xmlns="http://www.w3.org/2000/svg" width="`, d.at.width)
	dst = appendAttr(dst, l.height, d.at.width)
	dst = append(dst, l.viewBox...)
	switch {
	case d.link != "":
		dst = append(dst, ` role="none"><a href="`...)
		dst = appendLink(dst, d.link)
		dst = append(dst, `" aria-label="`...)
	case d.labelLink != "" || d.messageLink != "":
		dst = append(dst, ` role="group" aria-label="`...)
	default:
		dst = append(dst, ` role="img" aria-label="`...)
	}
	from := len(dst)
	dst = d.appendTitle(dst)
	to := len(dst)
	dst = append(dst, `"><title>`...)
	dst = append(dst, dst[from:to]...)
	return append(dst, `</title>`...)
}

func (d *drawing) appendClosing(dst []byte) []byte {
	if d.link != "" {
		return append(dst, `</g></a></svg>`...)
	}
	return append(dst, `</g></svg>`...)
}

// appendAttr appends a constant text and a whole number.
func appendAttr(dst []byte, before string, n int) []byte {
	return xml.AppendInt(append(dst, before...), n)
}

// appendTexts appends logo, label and message: what is set in the group of
// texts, in tenths of a pixel.
func (d *drawing) appendTexts(dst []byte, l *look) []byte {
	if d.halved {
		dst = openHalf(dst, d.labelLink, d.label, 0, d.at.left, l)
		dst = d.appendLogo(dst, l)
		if len(d.label) > 0 {
			dst = appendLine(dst, &d.left, d.at.label, d.labelFill.on(), l, "")
		}
		dst = closeHalf(dst, d.labelLink)
	}
	dst = openHalf(dst, d.messageLink, d.message, d.at.right, d.at.width-d.at.right, l)
	if !d.halved {
		dst = d.appendLogo(dst, l)
	}
	dst = appendLine(dst, &d.right, d.at.message, d.fill.on(), l, l.heavy)
	return closeHalf(dst, d.messageLink)
}

// openHalf opens the link of a half, if there is one, with a rectangle that
// can be clicked: x and width are those of the half, in pixels.
func openHalf(dst []byte, link string, name []byte, x, width int, l *look) []byte {
	if link == "" {
		return dst
	}
	dst = append(dst, `<a href="`...)
	dst = appendLink(dst, link)
	dst = append(dst, `" aria-label="`...)
	dst = xml.AppendEscaped(dst, name)
	dst = append(dst, `"><rect`...)
	if x > 0 {
		dst = appendAttr(dst, ` x="`, 10*x)
		dst = append(dst, '"')
	}
	dst = appendAttr(dst, ` width="`, 10*width)
	return append(dst, l.hit...)
}

func closeHalf(dst []byte, link string) []byte {
	if link == "" {
		return dst
	}
	return append(dst, `</a>`...)
}

// appendLine appends a line whose box begins x pixels from the left.
func appendLine(dst []byte, t *text.Line, x int, c Color, l *look, weight string) []byte {
	dst = appendAttr(dst, `<text x="`, 10*x+5*t.Pixels())
	dst = append(dst, l.baseline...)
	if t.Exact {
		dst = appendAttr(dst, ` textLength="`, (t.Width+5)/10)
		dst = append(dst, '"')
	}
	if t.Apart {
		dst = append(dst, l.spacing...)
	}
	dst = append(dst, weight...)
	if t.RTL {
		dst = append(dst, ` direction="rtl"`...)
	}
	if c != l.ink {
		dst = append(dst, ` fill="`...)
		dst = c.appendShort(dst)
		dst = append(dst, '"')
	}
	dst = append(dst, '>')
	dst = xml.AppendEscaped(dst, t.Text[:t.Shown])
	if t.Cut() {
		dst = append(dst, text.Ellipsis...)
	}
	return append(dst, `</text>`...)
}
