package cards

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/honelog/hone/badges/internal/text"
	"github.com/honelog/hone/badges/internal/xml"
)

// The errors of a card with nothing to say.
var (
	ErrNoCard  = errors.New("there is no card to draw")
	ErrNoTitle = errors.New("a card needs a title")
	ErrNoEmpty = errors.New("a card with nothing to show needs words that say so")
)

// SVG draws a card.
func SVG(c Card, l Look) ([]byte, error) {
	return AppendSVG(make([]byte, 0, 12<<10), c, l)
}

// AppendSVG draws a card and appends it to dst. On an error, which names the
// value that cannot be drawn, it returns dst as it was.
func AppendSVG(dst []byte, c Card, l Look) ([]byte, error) {
	if c == nil || reflect.ValueOf(c).IsNil() {
		return dst, ErrNoCard
	}
	if err := l.check(); err != nil {
		return dst, err
	}
	f := c.frame()
	if !shows(f.Title) {
		return dst, ErrNoTitle
	}
	lang, err := f.lang()
	if err != nil {
		return dst, err
	}
	s := sheet{colors: l.colors(), width: cardWidth}
	if c.empty() {
		if !shows(f.Empty) {
			return dst, ErrNoEmpty
		}
		s.drawEmpty(f.Empty)
	} else if err := c.draw(&s); err != nil {
		return dst, err
	}
	s.height = (s.height + margin + px - 1) / px * px
	return appendNamed(dst, s.card(f, lang, l)), nil
}

// card puts the frame around what was drawn.
func (s *sheet) card(f *Frame, lang string, l Look) []byte {
	page := sheet{colors: s.colors, width: s.width, used: s.used}
	page.put(`<svg xmlns="http://www.w3.org/2000/svg" width="`, s.width, `" height="`, s.height, `" viewBox="0 0 `, s.width, ` `, s.height,
		`" role="img" id="`+id+`" lang="`+lang+`" aria-labelledby="`+id+`-t`)
	if shows(f.Desc) {
		page.put(` ` + id + `-d`)
	}
	page.put(`"><title id="` + id + `-t">`)
	page.escaped(f.Title)
	page.put(`</title>`)
	if shows(f.Desc) {
		page.put(`<desc id="` + id + `-d">`)
		page.long(f.Desc)
		page.put(`</desc>`)
	}
	page.put(`<rect x="`, px/2, `" y="`, px/2, `" width="`, s.width-px, `" height="`, s.height-px, `" rx="`, 8*px, `"`)
	page.paint(surface, edge)
	page.put(`/><g direction="ltr" font-family="` + fonts + `" font-size="12"`)
	page.paint(strong, none)
	page.put(`>`)
	page.heading(f)
	page.out = append(page.out, s.out...)
	page.put(`</g>`)
	s.used = page.used
	page.out = s.appendStyle(page.out, l)
	return append(page.out, `</svg>`...)
}

// fonts are those of GitHub's pages, then what a picture without them may have.
const fonts = `-apple-system,BlinkMacSystemFont,Segoe UI,Noto Sans,Helvetica,Arial,DejaVu Sans,sans-serif`

// heading writes the title, and the note at the end of its line.
func (s *sheet) heading(f *Frame) {
	right := s.width - margin
	note := s.text(right, 35*px, (right-margin)*2/5, f.Note, face{size: 11, ink: muted, at: end})
	if note > 0 {
		note += 16 * px
	}
	s.text(margin, 35*px, right-margin-note, f.Title, face{size: 15, bold: true})
}

// drawEmpty says that there is nothing yet.
func (s *sheet) drawEmpty(words string) {
	lines := wrap(words, s.width-2*margin-32*px, 3, face{})
	top := 64 * px
	s.put(`<path d="M`, margin+px, ` `, top+4*px, `h`, 10*px, `m`, -10*px, ` `, 5*px, `h`, 14*px, `m`, -14*px, ` `, 5*px, `h`, 7*px,
		`" stroke-width="2" stroke-linecap="round"`)
	s.paint(none, muted)
	s.put(`/>`)
	for i, line := range lines {
		s.line(margin+28*px, top+13*px+i*18*px, s.width-2*margin-28*px, line, words, face{ink: muted})
	}
	s.height = top + 18*px*len(lines)
}

// shows reports whether anything of a text is left when it is clean.
func shows(words string) bool {
	var room text.Room
	return len(text.Clean(room[:0], words)) > 0
}

// lang returns the language tag, "en" if there is none.
func (f *Frame) lang() (string, error) {
	if f.Lang == "" {
		return "en", nil
	}
	for part := range strings.SplitSeq(f.Lang, "-") {
		ok := len(part) >= 1 && len(part) <= 8
		for _, c := range []byte(part) {
			ok = ok && (c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z')
		}
		if !ok || len(f.Lang) > 35 {
			return "", fmt.Errorf("%q is not a language tag such as \"en\" or \"pt-BR\"", f.Lang)
		}
	}
	return f.Lang, nil
}

// id stands for the card's id until all else is written. No text has this
// byte: clean texts have no control characters.
const id = "\x00"

// appendNamed appends a card whose id is the FNV-1a sum of its contents, so that
// any number of cards can stand in one page.
func appendNamed(dst, card []byte) []byte {
	h := uint32(2166136261)
	for _, c := range card {
		h = (h ^ uint32(c)) * 16777619
	}
	for {
		at := bytes.IndexByte(card, id[0])
		if at < 0 {
			return append(dst, card...)
		}
		dst = xml.AppendID(append(dst, card[:at]...), h)
		card = card[at+1:]
	}
}
