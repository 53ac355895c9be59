package badges

import (
	"errors"
	"fmt"
	"strings"

	"github.com/honelog/hone/badges/internal/text"
)

// A Badge is what is written on a badge and how it is drawn. Texts may be any
// bytes; they are tidied before they are drawn: white space is folded to single
// spaces, and control characters and invalid UTF-8 never reach the picture.
type Badge struct {
	Label   string // the left half; a badge without a label is its message alone
	Message string // the right half; required

	// Color fills the message's half and LabelColor the label's. If not given they
	// are LightGrey and Grey, or light in the style Social. Without a label, a
	// LabelColor fills the half of the logo, if there is one; else it means nothing.
	Color      Color
	LabelColor Color

	Style Style // Flat if not given

	// Logo stands before the text. Without a LogoColor it has the colour of the
	// text beside it; one that is given is drawn as it is, readable or not.
	Logo      Logo
	LogoColor Color

	// Link is where the badge leads; LabelLink and MessageLink lead elsewhere for
	// a half. A link is http, https, mailto or relative to the page; else it is an
	// error, as is one for a label that is not there. Links work where a badge is
	// part of a page, not where it is shown as an image.
	Link        string
	LabelLink   string
	MessageLink string

	// Title is what a screen reader says. It is "label: message" if not given.
	Title string

	// MaxWidth bounds the badge, in pixels from 100 to 2000: texts that are too
	// long end in an ellipsis, first the one with more room. If not given, each
	// text may be 400 pixels wide.
	MaxWidth int

	// IDSuffix is appended to the ids of elements, for a page that holds the same
	// badge twice: up to 64 letters, digits, _ and -.
	IDSuffix string
}

// maxText bounds each text if MaxWidth is not given, in hundredths of a pixel;
// two such are about as wide as a README on GitHub.
const maxText = 400_00

// The bounds of MaxWidth, in pixels. In the narrowest badge there is room for
// padding, a logo, and the beginning of each text.
const narrowest, widest = 100, 2000

// maxSuffix bounds an id suffix, in bytes.
const maxSuffix = 64

// ErrNoMessage is the error of a badge whose message has nothing to show.
var ErrNoMessage = errors.New("a badge needs a message")

// SVG draws a badge.
func SVG(b Badge) ([]byte, error) {
	return AppendSVG(make([]byte, 0, 1536+len(b.Logo.path)), b)
}

// AppendSVG draws a badge and appends it to dst. On an error it returns dst as
// it was.
func AppendSVG(dst []byte, b Badge) ([]byte, error) {
	var label, message, title text.Room
	d := drawing{
		label:   text.Clean(label[:0], b.Label),
		message: text.Clean(message[:0], b.Message),
	}
	if err := b.check(len(d.label) > 0, len(d.message) > 0); err != nil {
		return dst, err
	}
	if b.Title != "" {
		d.title = text.Clean(title[:0], b.Title)
	}
	d.paint(&b)
	switch b.Style {
	case ForTheBadge:
		return d.appendCapitals(dst, &b), nil
	case Social:
		return d.appendSocial(dst, &b), nil
	}
	d.left, d.right, d.at = d.fit(&b, d.label, d.message)
	return d.appendBar(dst, &b), nil
}

// check finds what is wrong with a badge that has a label and a message or not.
func (b *Badge) check(label, message bool) error {
	if !message {
		return ErrNoMessage
	}
	if !b.Style.valid() {
		return &StyleError{Value: fmt.Sprint(int(b.Style))}
	}
	for _, c := range [...]Color{b.Color, b.LabelColor, b.LogoColor} {
		if !c.valid() {
			return fmt.Errorf("%#010x is not an opaque colour", uint32(c))
		}
	}
	if b.MaxWidth != 0 && (b.MaxWidth < narrowest || b.MaxWidth > widest) {
		return fmt.Errorf("a badge's greatest width is from %d to %d pixels, not %d", narrowest, widest, b.MaxWidth)
	}
	if b.IDSuffix != "" && (len(b.IDSuffix) > maxSuffix || strings.ContainsFunc(b.IDSuffix, noID)) {
		return fmt.Errorf("an id suffix is up to %d of the characters A-Z a-z 0-9 _ -, not %.80q", maxSuffix, b.IDSuffix)
	}
	if b.LabelLink != "" && !label {
		return &LinkError{b.LabelLink, "is for a label, and there is none"}
	}
	for _, link := range [...]string{b.Link, b.LabelLink, b.MessageLink} {
		if link == "" {
			continue
		}
		if err := checkLink(link); err != nil {
			return err
		}
	}
	return nil
}

// noID reports whether r may not stand in an id suffix.
func noID(r rune) bool {
	return (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z') && r != '_' && r != '-'
}
