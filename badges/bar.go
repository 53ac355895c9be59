package badges

import (
	"github.com/honelog/hone/badges/internal/text"
	"github.com/honelog/hone/badges/internal/xml"
)

// appendBar draws a bar in two halves: all styles but Social.
func (d *drawing) appendBar(dst []byte, b *Badge) []byte {
	l := &looks[b.Style]
	dst = d.appendOpening(dst, l)
	id := hash(0)
	if l.light != "" {
		id = d.hash(b)
		dst = append(dst, `<linearGradient id="`...)
		dst = xml.AppendID(dst, uint32(id))
		dst = append(dst, b.IDSuffix...)
		dst = append(dst, `" x2="0" y2="1">`...)
		dst = append(dst, l.light...)
		dst = append(dst, `</linearGradient>`...)
	}
	if d.halved {
		// The left half runs on below the right one, so that the page never shines
		// through between them; a shade parts them where their fills are alike.
		left := d.at.left
		dst = append(dst, `<path fill="`...)
		dst = d.labelFill.appendShort(dst)
		dst = appendAttr(dst, l.leftAt, left+1-l.inset)
		dst = append(dst, l.leftEnd...)
		dst = append(dst, `<path fill="`...)
		dst = d.fill.appendShort(dst)
		dst = appendAttr(dst, `" d="M`, left)
		dst = appendAttr(dst, ` 0h`, d.at.width-left-l.inset)
		dst = appendAttr(dst, l.rightEnd, left)
		dst = appendAttr(dst, `z"/><path fill-opacity=".2" d="M`, left)
		dst = append(dst, l.seam...)
	} else {
		dst = appendAttr(dst, `<rect width="`, d.at.width)
		dst = append(dst, l.bothEnd...)
		dst = d.fill.appendShort(dst)
		dst = append(dst, `"/>`...)
	}
	if l.light != "" {
		dst = appendAttr(dst, `<rect width="`, d.at.width)
		dst = append(dst, l.bothEnd...)
		dst = append(dst, `url(#`...)
		dst = xml.AppendID(dst, uint32(id))
		dst = append(dst, b.IDSuffix...)
		dst = append(dst, `)"/>`...)
	}
	dst = append(dst, l.group...)
	dst = d.appendTexts(dst, l)
	return d.appendClosing(dst)
}

// appendCapitals draws a bar in capitals; what is read stays as it is.
func (d drawing) appendCapitals(dst []byte, b *Badge) []byte {
	var label, message text.Room
	d.left, d.right, d.at = d.fit(b, text.Upper(label[:0], d.label), text.Upper(message[:0], d.message))
	return d.appendBar(dst, b)
}

// hash is the sum of all that tells one badge from another.
func (d *drawing) hash(b *Badge) hash {
	h := newHash.text(d.label).text(d.message).text(d.title).color(d.labelFill).color(d.fill)
	if b.Style != Flat {
		h = h.byte('s').byte(byte(b.Style))
	}
	if d.logo.given() {
		h = h.byte('l').number(int(d.logo.hash)).color(d.logoFill)
		if d.halved && len(d.label) == 0 {
			h = h.byte('h')
		}
	}
	if b.Link != "" || b.LabelLink != "" || b.MessageLink != "" {
		h = h.byte('a').string(d.link).string(d.labelLink).string(d.messageLink)
	}
	if b.MaxWidth != 0 {
		h = h.byte('w').number(b.MaxWidth)
	}
	return h
}
