package badges

import (
	"strconv"

	"github.com/honelog/hone/badges/internal/near"
)

// A Color is an opaque sRGB colour, 0xFFRRGGBB. The zero Color stands for "not
// given"; every other value comes from [RGB], [ParseColor] or a constant.
type Color uint32

// RGB returns the colour of the three parts.
func RGB(r, g, b uint8) Color {
	return opaque | Color(r)<<16 | Color(g)<<8 | Color(b)
}

const (
	opaque Color = 0xFF000000
	white  Color = 0xFFFFFFFF
	black  Color = 0xFF000000
)

func (c Color) red() uint8   { return uint8(c >> 16) }
func (c Color) green() uint8 { return uint8(c >> 8) }
func (c Color) blue() uint8  { return uint8(c) }

// darker returns c with a quarter less light.
func (c Color) darker() Color {
	part := func(v uint8) uint8 { return uint8(int(v) * 3 / 4) }
	return RGB(part(c.red()), part(c.green()), part(c.blue()))
}

// or returns c, or d if c is not given.
func (c Color) or(d Color) Color {
	if c == 0 {
		return d
	}
	return c
}

// valid reports whether c can be drawn or is not given.
func (c Color) valid() bool { return c == 0 || c&opaque == opaque }

// String returns "#rrggbb", or "" for the zero Color.
func (c Color) String() string {
	if c == 0 {
		return ""
	}
	return string(c.appendHex(make([]byte, 0, 7)))
}

// appendHex appends "#rrggbb".
func (c Color) appendHex(dst []byte) []byte {
	const digits = "0123456789abcdef"
	dst = append(dst, '#')
	for shift := 20; shift >= 0; shift -= 4 {
		dst = append(dst, digits[c>>shift&0xF])
	}
	return dst
}

// appendShort appends "#rgb" where that says the same as "#rrggbb".
func (c Color) appendShort(dst []byte) []byte {
	if c>>4&0x0F0F0F != c&0x0F0F0F {
		return c.appendHex(dst)
	}
	const digits = "0123456789abcdef"
	return append(dst, '#', digits[c>>16&0xF], digits[c>>8&0xF], digits[c&0xF])
}

// ParseColor reads a colour in the palette [AA]; see [Palette.ParseColor].
func ParseColor(s string) (Color, error) { return AA.ParseColor(s) }

// parseHex reads three or six hexadecimal digits.
func parseHex(s string) (Color, bool) {
	if len(s) != 3 && len(s) != 6 {
		return 0, false
	}
	v, err := strconv.ParseUint(s, 16, 24)
	if err != nil {
		return 0, false
	}
	c := Color(v)
	if len(s) == 3 {
		c = (c&0xF00<<8 | c&0xF0<<4 | c&0xF) * 0x11
	}
	return opaque | c, true
}

// A ColorError says that a colour is not known.
type ColorError struct {
	Value   string // as given
	Nearest string // the known spelling that comes closest, or "" if none does
}

func (e *ColorError) Error() string {
	return near.Unknown("colour", e.Value, e.Nearest, `write a name such as "blue", or #rrggbb`)
}
