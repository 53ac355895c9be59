package compat

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// An rgb holds the parts of a colour, from 0 to 255, or NaN where a number was
// too large for badge-maker to reckon with. Opacity does not count.
type rgb [3]float64

// light reports whether dark text is drawn on the colour: whether its
// brightness, of 255,000 at most, is above .69 when rounded to hundredths.
func (c rgb) light() bool {
	for _, v := range c {
		if v != v {
			return true
		}
	}
	return int(c[0])*299+int(c[1])*587+int(c[2])*114 > 177225
}

// parseCSS reads a colour of CSS in the forms that badge-maker knows: small
// names; "#" and 3, 4, 6 or 8 digits; rgb() and rgba() of numbers or percents,
// with commas or spaces; hsl() and hsla() with commas. Only digits make a
// number; functions and units are in small letters.
func parseCSS(s string) (rgb, bool) {
	if digits, ok := strings.CutPrefix(s, "#"); ok {
		return parseHex(digits)
	}
	if v, ok := cssName(s); ok {
		return hexRGB(v, 6), true
	}
	name, args, ok := strings.Cut(s, "(")
	if !ok {
		return rgb{}, false
	}
	switch name {
	case "rgb", "rgba":
		return parseRGB(scanner{args})
	case "hsl", "hsla":
		return parseHSL(scanner{args})
	}
	return rgb{}, false
}

// parseHex reads three or six digits, or four or eight of which the last part is
// opacity.
func parseHex(digits string) (rgb, bool) {
	n, v := len(digits), uint32(0)
	if n != 3 && n != 4 && n != 6 && n != 8 {
		return rgb{}, false
	}
	for i := range n {
		d := strings.IndexByte("0123456789abcdef0123456789ABCDEF", digits[i])
		if d < 0 {
			return rgb{}, false
		}
		v = v<<4 | uint32(d&15)
	}
	if n%4 == 0 {
		v, n = v>>n, n*3/4
	}
	return hexRGB(v, n), true
}

// hexRGB returns the colour of three or six digits.
func hexRGB(v uint32, digits int) rgb {
	if digits == 3 {
		v = (v&0xF00<<8 | v&0xF0<<4 | v&0xF) * 0x11
	}
	return rgb{float64(v >> 16), float64(v >> 8 & 0xFF), float64(v & 0xFF)}
}

// parseRGB reads what follows "rgb(": three numbers or three percents, parted
// by commas and then opacity by one more, or parted by spaces and then opacity
// by a slash.
func parseRGB(s scanner) (c rgb, ok bool) {
	s.space()
	percent, comma := false, false
	for i := range c {
		if i > 0 {
			spaced := s.space()
			if i == 1 {
				comma = s.byte(',')
			} else if comma && !s.byte(',') {
				return rgb{}, false
			}
			if !comma && !spaced {
				return rgb{}, false
			}
			s.space()
		}
		v, ok := s.number()
		if p := s.byte('%'); !ok || i > 0 && p != percent {
			return rgb{}, false
		} else if percent = p; percent {
			v = v * 255 / 100
		}
		c[i] = part(v)
	}
	mark := byte('/')
	if comma {
		mark = ','
	}
	return c, s.opacity(mark) && s.end()
}

// parseHSL reads what follows "hsl(": a hue and two percents.
func parseHSL(s scanner) (rgb, bool) {
	s.space()
	h, ok := s.number()
	switch {
	case s.word("deg"):
		h = round5(h)
	case s.word("grad"):
		h = round5(.9 * h)
	case s.word("rad"):
		h = round5(57.29577951308232 * h)
	case s.word("turn"):
		h = round5(360 * h)
	default:
		h = round5(h)
	}
	var v [2]float64
	for i := range v {
		s.space()
		ok = ok && s.byte(',')
		s.space()
		var number bool
		v[i], number = s.number()
		ok = ok && number && s.byte('%')
	}
	if !ok || !s.opacity(',') || !s.end() {
		return rgb{}, false
	}
	return hslRGB(h/60, v[0]/100, v[1]/100), true
}

// round5 rounds to five decimals.
func round5(v float64) float64 { return math.Round(v*1e5) / 1e5 }

// hslRGB turns a hue in sixths of a turn, saturation and lightness into parts.
// Each product that meets a sum is rounded on its own, on any machine.
func hslRGB(h, s, l float64) rgb {
	c := float64((1 - math.Abs(float64(2*l)-1)) * s)
	x := float64(c * (1 - math.Abs(math.Mod(h, 2)-1)))
	m := l - float64(c/2)
	var v rgb
	switch {
	case h < 1:
		v = rgb{c, x, 0}
	case h < 2:
		v = rgb{x, c, 0}
	case h < 3:
		v = rgb{0, c, x}
	case h < 4:
		v = rgb{0, x, c}
	case h < 5:
		v = rgb{x, 0, c}
	default:
		v = rgb{c, 0, x}
	}
	for i := range v {
		v[i] = part((v[i] + m) * 255)
	}
	return v
}

// part makes a number a part of a colour, as JavaScript's parseInt does: of a
// number so large or small that it is written with an exponent, it reads the
// first digit.
func part(v float64) float64 {
	switch size := math.Abs(v); {
	case math.IsInf(v, 0):
		return math.NaN()
	case size >= 1e21, size > 0 && size < 1e-6:
		first := strconv.FormatFloat(size, 'e', -1, 64)[0]
		v = math.Copysign(float64(first-'0'), v)
	}
	return math.Max(math.Min(math.Trunc(v), 255), 0)
}

// A scanner reads the arguments of a function of CSS.
type scanner struct{ rest string }

// space skips white space and reports whether there was any. It takes none that
// XML lacks.
func (s *scanner) space() bool {
	before := len(s.rest)
	for s.rest != "" {
		r, size := utf8.DecodeRuneInString(s.rest)
		if !space(r) || !legal(r) {
			break
		}
		s.rest = s.rest[size:]
	}
	return len(s.rest) < before
}

func (s *scanner) word(w string) bool {
	rest, ok := strings.CutPrefix(s.rest, w)
	s.rest = rest
	return ok
}

func (s *scanner) byte(c byte) bool {
	ok := s.rest != "" && s.rest[0] == c
	if ok {
		s.rest = s.rest[1:]
	}
	return ok
}

// digits reads digits, none being some.
func (s *scanner) digits() string {
	n := 0
	for n < len(s.rest) && '0' <= s.rest[n] && s.rest[n] <= '9' {
		n++
	}
	digits := s.rest[:n]
	s.rest = s.rest[n:]
	return digits
}

// number reads a whole number; it is infinite if it is too large.
func (s *scanner) number() (float64, bool) {
	digits := s.digits()
	v, _ := strconv.ParseFloat(digits, 64)
	return v, digits != ""
}

// opacity reads, if it is there, a mark and then 0, 1, a fraction or a percent.
func (s *scanner) opacity(mark byte) bool {
	s.space()
	if !s.byte(mark) {
		return true
	}
	s.space()
	whole := s.digits()
	switch {
	case whole != "" && s.byte('%'):
	case (whole == "" || whole == "0") && s.byte('.'):
		if s.digits() == "" {
			return false
		}
	case whole != "0" && whole != "1":
		return false
	}
	s.space()
	return true
}

func (s *scanner) end() bool { return s.rest == ")" }
