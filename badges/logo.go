package badges

import (
	"fmt"
)

// A Logo is a picture in one colour, drawn 14 by 14 pixels before the text. The
// zero Logo is none; every other comes from [ParseLogo].
type Logo struct {
	path string // path data, written from what was parsed
	hash hash
}

// maxLogo bounds the path data of a logo, in bytes. Of the logos of simple-icons
// all but one in a thousand are shorter.
const maxLogo = 32_768

// ParseLogo reads a logo from SVG path data, the d of a path, in a box of 24 by
// 24 units. What lies outside of the box is not drawn. Numbers keep six decimals.
//
// Any text that is not path data through and through is a [*LogoError]; of the
// caller's bytes none reaches a badge but as a command, a number or a flag.
func ParseLogo(path string) (Logo, error) {
	if len(path) > maxLogo {
		return Logo{}, &LogoError{Offset: maxLogo, Problem: fmt.Sprintf("longer than %d bytes", maxLogo)}
	}
	p := parser{in: path}
	if err := p.path(); err != nil {
		return Logo{}, err
	}
	return Logo{path: string(p.out), hash: newHash.text(p.out)}, nil
}

// A LogoError says where a text stops being path data.
type LogoError struct {
	Offset  int // in bytes
	Problem string
}

func (e *LogoError) Error() string { return fmt.Sprintf("logo path, byte %d: %s", e.Offset, e.Problem) }

// given reports whether there is a logo.
func (l Logo) given() bool { return l.path != "" }

// appendLogo appends the logo, if there is one, in tenths of a pixel. Its svg
// element cuts off what lies outside of the box.
func (d *drawing) appendLogo(dst []byte, l *look) []byte {
	if !d.logo.given() {
		return dst
	}
	dst = appendAttr(dst, `<svg x="`, 10*d.at.logo)
	dst = appendAttr(dst, `" y="`, 10*l.logoTop)
	dst = append(dst, `" width="140" height="140" viewBox="0 0 24 24" aria-hidden="true"><path`...)
	if d.logoFill != l.ink {
		dst = append(dst, ` fill="`...)
		dst = d.logoFill.appendShort(dst)
		dst = append(dst, '"')
	}
	dst = append(dst, ` d="`...)
	dst = append(dst, d.logo.path...)
	return append(dst, `"/></svg>`...)
}
