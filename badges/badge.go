package badges

import (
	"errors"
	"fmt"

	"github.com/honelog/hone/badges/internal/text"
	"github.com/honelog/hone/badges/internal/xml"
)

// A Badge is what is written on a badge and in which colours. Texts may be any
// bytes; they are tidied before they are drawn: white space is folded to single
// spaces, and control characters and invalid UTF-8 never reach the picture.
type Badge struct {
	Label   string // the left half; a badge without a label is its message alone
	Message string // the right half; required

	Color      Color // the message's fill; LightGrey if not given
	LabelColor Color // the label's fill; Grey if not given

	// Title is what a screen reader says. It is "label: message" if not given.
	Title string
}

// maxWidth bounds one half of a badge, in hundredths of a pixel; two such are
// about as wide as a README on GitHub.
const maxWidth = 400_00

// ErrNoMessage is the error of a badge whose message has nothing to show.
var ErrNoMessage = errors.New("a badge needs a message")

// SVG draws a badge.
func SVG(b Badge) ([]byte, error) {
	return AppendSVG(make([]byte, 0, 1536), b)
}

// AppendSVG draws a badge and appends it to dst. On an error it returns dst as
// it was.
func AppendSVG(dst []byte, b Badge) ([]byte, error) {
	var label, message, title text.Room
	d := drawing{
		label:     text.Verdana11().Fit(text.Clean(label[:0], b.Label), maxWidth),
		message:   text.Verdana11().Fit(text.Clean(message[:0], b.Message), maxWidth),
		title:     text.Clean(title[:0], b.Title),
		labelFill: b.LabelColor.or(Grey),
		fill:      b.Color.or(LightGrey),
	}
	if err := d.check(); err != nil {
		return dst, err
	}
	return d.appendFlat(dst), nil
}

// A drawing is a badge made ready: text clean and measured, colours chosen.
// What is left to a style is where things stand.
type drawing struct {
	label, message  text.Line
	title           []byte // empty: made of label and message
	labelFill, fill Color
}

func (d *drawing) check() error {
	if len(d.message.Text) == 0 {
		return ErrNoMessage
	}
	for _, c := range [...]Color{d.labelFill, d.fill} {
		if !c.valid() {
			return fmt.Errorf("%#010x is not an opaque colour", uint32(c))
		}
	}
	return nil
}

// hasLabel reports whether there is a left half.
func (d *drawing) hasLabel() bool { return len(d.label.Text) > 0 }

// appendTitle appends the accessible text, escaped.
func (d *drawing) appendTitle(dst []byte) []byte {
	if len(d.title) > 0 {
		return xml.AppendEscaped(dst, d.title)
	}
	if d.hasLabel() {
		dst = xml.AppendEscaped(dst, d.label.Text)
		dst = append(dst, ": "...)
	}
	return xml.AppendEscaped(dst, d.message.Text)
}

// hash is the FNV-1a sum of all that tells one drawing from another.
func (d *drawing) hash() uint32 {
	h := uint32(2166136261)
	for _, t := range [...][]byte{d.label.Text, d.message.Text, d.title} {
		for _, c := range t {
			h = (h ^ uint32(c)) * 16777619
		}
		h *= 16777619 // a zero byte parts the texts
	}
	for _, c := range [...]Color{d.labelFill, d.fill} {
		for shift := 16; shift >= 0; shift -= 8 {
			h = (h ^ uint32(c)>>shift&0xFF) * 16777619
		}
	}
	return h
}
