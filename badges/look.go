package badges

import "github.com/honelog/hone/badges/internal/text"

// A look is what tells the styles apart: lengths in pixels, fonts, and the
// constant parts of the picture. Lengths are close to those of shields.io, so
// that badges of both stand well in one row.
type look struct {
	labelFont, messageFont *text.Font

	// The room before and after each text, and between the halves.
	labelBefore, labelAfter, messageBefore, messageAfter, gap int

	logoEdge int // from the outer edge to the logo
	logoTop  int // from the upper edge to the logo
	logoGap  int // from the logo to the text

	height   string // attributes from the width's end on
	viewBox  string
	light    string // the stops of the light on it; none if empty
	leftAt   string // the corners of the left half: where its path begins
	leftEnd  string // and ends
	inset    int    // of the corners
	rightEnd string // the corners of the right half, up to the x it ends on
	seam     string // the shade between the halves, from its x on
	bothEnd  string // a rectangle over both, from its width on

	group    string // opens the group of texts
	ink      Color  // of that group
	baseline string // the attribute of a text that sets its height
	spacing  string // and its letters apart
	heavy    string // and the message bold
	hit      string // the end of what can be clicked, from its width on
}

// logoSize is the width and height of a logo.
const logoSize = 14

// Text is set in tenths of a pixel: browsers then place letters between the
// pixels, and all numbers stay whole. It runs as it does in the badge's own
// words, not as in the page that the badge is pasted into.
const (
	verdana = `<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" `
	tenths  = `direction="ltr" text-anchor="middle" text-rendering="geometricPrecision" transform="scale(.1)">`
)

// The light on a badge is a sheen above the text and a shade below it. Behind
// the text, from the accents of capitals to the tails of letters, the fill stays
// as it is, and with it the contrast.
const (
	flatLight = `<stop stop-color="#fff" stop-opacity=".05"/><stop offset=".11" stop-color="#fff" stop-opacity="0"/>` +
		`<stop offset=".86" stop-opacity="0"/><stop offset="1" stop-opacity=".15"/>`
	gloss = `<stop stop-color="#fff" stop-opacity=".6"/><stop offset=".07" stop-color="#fff" stop-opacity="0"/>` +
		`<stop offset=".9" stop-opacity="0"/><stop offset="1" stop-opacity=".4"/>`
)

// looks has the look of each style.
var looks = [...]look{
	Flat: {
		labelFont: text.Verdana11(), messageFont: text.Verdana11(),
		labelBefore: 6, labelAfter: 5, messageBefore: 5, messageAfter: 6,
		logoEdge: 5, logoTop: 3, logoGap: 4,
		height: `" height="20" viewBox="0 0 `, viewBox: ` 20"`, light: flatLight,
		leftAt: `" d="M3 0h`, leftEnd: `v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z"/>`, inset: 3,
		rightEnd: `a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H`, seam: ` 0h1v20h-1z"/>`, bothEnd: `" height="20" rx="3" fill="`,
		group: verdana + `font-size="110" ` + tenths, ink: white, baseline: `" y="140"`, hit: `" height="200" fill-opacity="0"/>`,
	},
	FlatSquare: {
		labelFont: text.Verdana11(), messageFont: text.Verdana11(),
		labelBefore: 6, labelAfter: 5, messageBefore: 5, messageAfter: 6,
		logoEdge: 5, logoTop: 3, logoGap: 4,
		height: `" height="20" viewBox="0 0 `, viewBox: ` 20"`,
		leftAt: `" d="M0 0h`, leftEnd: `v20H0z"/>`,
		rightEnd: `v20H`, seam: ` 0h1v20h-1z"/>`, bothEnd: `" height="20" fill="`,
		group: verdana + `font-size="110" ` + tenths, ink: white, baseline: `" y="140"`, hit: `" height="200" fill-opacity="0"/>`,
	},
	Plastic: {
		labelFont: text.Verdana11(), messageFont: text.Verdana11(),
		labelBefore: 6, labelAfter: 5, messageBefore: 5, messageAfter: 6,
		logoEdge: 5, logoTop: 2, logoGap: 4,
		height: `" height="18" viewBox="0 0 `, viewBox: ` 18"`, light: gloss,
		leftAt: `" d="M4 0h`, leftEnd: `v18H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z"/>`, inset: 4,
		rightEnd: `a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4H`, seam: ` 0h1v18h-1z"/>`, bothEnd: `" height="18" rx="4" fill="`,
		group: verdana + `font-size="110" ` + tenths, ink: white, baseline: `" y="130"`, hit: `" height="180" fill-opacity="0"/>`,
	},
	ForTheBadge: { // a pixel less after a text, which ends in the room between letters
		labelFont: text.Verdana10(), messageFont: text.Verdana10Bold(),
		labelBefore: 12, labelAfter: 11, messageBefore: 12, messageAfter: 11,
		logoEdge: 9, logoTop: 7, logoGap: 6,
		height: `" height="28" viewBox="0 0 `, viewBox: ` 28"`,
		leftAt: `" d="M0 0h`, leftEnd: `v28H0z"/>`,
		rightEnd: `v28H`, seam: ` 0h1v28h-1z"/>`, bothEnd: `" height="28" fill="`,
		group: verdana + `font-size="100" ` + tenths, ink: white, baseline: `" y="175"`,
		spacing: ` letter-spacing="12"`, heavy: ` font-weight="bold"`, hit: `" height="280" fill-opacity="0"/>`,
	},
	Social: {
		labelFont: text.Helvetica11Bold(), messageFont: text.Helvetica11Bold(),
		labelBefore: 6, labelAfter: 6, messageBefore: 6, messageAfter: 6, gap: 6,
		logoEdge: 5, logoTop: 3, logoGap: 4,
		height: `" height="20" viewBox="0 0 `, viewBox: ` 20"`,
		group: `<g font-family="Helvetica Neue,Helvetica,Arial,sans-serif" font-size="110" font-weight="bold" ` + tenths,
		ink:   black, baseline: `" y="140"`, hit: `" height="200" fill-opacity="0"/>`,
	},
}

// A place says where the parts of a badge begin, in pixels from the left.
type place struct {
	logo, label, message int
	left                 int // the width of the left half, 0 if there is none
	right                int // where the right half begins
	width                int
}

// place puts texts of these widths in their places.
func (d *drawing) place(l *look, label, message int) place {
	p := place{logo: l.logoEdge, label: l.labelBefore}
	if d.logo.given() {
		p.label = l.logoEdge + logoSize + l.logoGap
	}
	switch {
	case !d.halved:
		p.message = p.label
	case len(d.label) == 0:
		p.left = l.logoEdge + logoSize + l.logoEdge
	default:
		p.left = p.label + label + l.labelAfter
	}
	if d.halved {
		p.right = p.left + l.gap
		p.message = p.right + l.messageBefore
	}
	p.width = p.message + message + l.messageAfter
	return p
}

// fit measures the texts as they are shown, shortens them and puts all in its
// place.
func (d *drawing) fit(b *Badge, label, message []byte) (left, right text.Line, at place) {
	l, most := &looks[b.Style], maxText
	if b.MaxWidth > 0 {
		most = b.MaxWidth * 100
	}
	left, right = l.labelFont.Fit(label, most), l.messageFont.Fit(message, most)
	at = d.place(l, left.Pixels(), right.Pixels())
	if b.MaxWidth == 0 || at.width <= b.MaxWidth {
		return left, right, at
	}
	room := left.Pixels() + right.Pixels() - (at.width - b.MaxWidth)
	part := max(min(left.Pixels(), room/2), room-right.Pixels())
	left, right = l.labelFont.Fit(label, part*100), l.messageFont.Fit(message, (room-part)*100)
	return left, right, d.place(l, left.Pixels(), right.Pixels())
}
