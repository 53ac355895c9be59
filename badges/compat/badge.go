package compat

import "errors"

// A Badge has the fields of badge-maker. The zero value of each stands for a
// field that is not given.
type Badge struct {
	Label   string // the left half
	Message string // the right half

	// Colours are names of shields.io ("brightgreen", "critical"), hexadecimal
	// digits with or without "#", or CSS: rgb(), rgba(), hsl(), hsla() and
	// lower-case names. The social style has none of them.
	Color      string // the message's fill; "#4b0" if not given
	LabelColor string // the label's fill; "#555" if not given

	Style    string    // a name of [Styles]; "flat" if not given
	Logo     string    // data:image/png;base64,… or another image; 14 pixels wide
	Links    [2]string // of the left half, or of all if it is alone; of the right half
	IDSuffix string    // ends the ids of elements: letters, digits, "-", "_"
}

// ErrIDSuffix is the error of a suffix with other characters than its own.
var ErrIDSuffix = errors.New("an id suffix is of letters, digits, - and _ only")

// SVG draws a badge.
func SVG(b Badge) ([]byte, error) {
	return AppendSVG(make([]byte, 0, 2048), b)
}

// AppendSVG draws a badge and appends it to dst. On an error it returns dst as
// it was. It does not allocate when dst has room and the texts are short.
func AppendSVG(dst []byte, b Badge) ([]byte, error) {
	style, err := parseStyle(b.Style)
	if err != nil {
		return dst, err
	}
	if err := b.check(); err != nil {
		return dst, err
	}
	var label, message [256]byte
	d := drawing{
		label:   appendText(label[:0], b.Label, style.label),
		message: appendText(message[:0], b.Message, style.message),
		logo:    b.Logo,
		left:    b.Links[0],
		right:   b.Links[1],
		suffix:  b.IDSuffix,
		colored: b.LabelColor != "",
	}
	if d.fill, err = parsePaint(b.Color, "#4b0"); err != nil {
		return dst, err
	}
	if d.labelFill, err = parsePaint(b.LabelColor, "#555"); err != nil {
		return dst, err
	}
	s := sheet{dst}
	switch style.name {
	case "social":
		d.social(&s)
	case "for-the-badge":
		d.forTheBadge(&s)
	default:
		d.flat(&s, style.flat)
	}
	return s.svg, nil
}

// check checks what is neither text nor colour.
func (b *Badge) check() error {
	for _, link := range b.Links {
		if err := checkLink(link); err != nil {
			return err
		}
	}
	for i := range len(b.IDSuffix) {
		if c := b.IDSuffix[i]; !alphanumeric(c) && c != '-' && c != '_' {
			return ErrIDSuffix
		}
	}
	return checkLogo(b.Logo)
}

// A drawing is a badge made ready: texts as they are shown, colours known.
type drawing struct {
	label, message  []byte
	fill, labelFill paint
	colored         bool // the label's fill was asked for
	logo            string
	left, right     string // links
	suffix          string
}

func alphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
