package badges

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/honelog/hone/badges/internal/xml"
)

// A parser reads path data by the grammar of SVG 2, with the exponents that
// SVG 1.1 knows and browsers read, and writes it again.
type parser struct {
	in  string
	at  int
	out []byte
}

// arguments are what follows a command, once or many times: n is a number, r a
// radius, f a flag.
var arguments = map[byte]string{
	'M': "nn", 'L': "nn", 'H': "n", 'V': "n", 'C': "nnnnnn", 'S': "nnnn", 'Q': "nnnn", 'T': "nn", 'A': "rrnffnn", 'Z': "",
}

func (p *parser) path() error {
	p.space()
	if p.end() {
		return p.fail("there is no path")
	}
	for first := true; !p.end(); first = false {
		c := p.in[p.at]
		args, known := arguments[c&^0x20]
		switch {
		case first && c != 'M' && c != 'm':
			return p.fail("a path begins with M, not with " + p.here())
		case !known:
			return p.fail("a command is expected, not " + p.here())
		}
		p.at++
		p.out = append(p.out, c)
		p.space()
		if err := p.arguments(args); err != nil {
			return err
		}
	}
	return nil
}

// arguments reads the arguments of a command, as often as they come.
func (p *parser) arguments(args string) error {
	for again := false; args != ""; again = true {
		for i := range len(args) {
			if i > 0 {
				p.comma()
			}
			if err := p.argument(args[i], i > 0 || again); err != nil {
				return err
			}
		}
		if !p.comma() && (p.end() || !strings.ContainsRune("+-.0123456789", rune(p.in[p.at]))) {
			return nil
		}
	}
	return nil
}

// argument reads one of a kind and writes it, parted from the one before it.
func (p *parser) argument(kind byte, part bool) error {
	if kind == 'f' {
		if p.end() || p.in[p.at] != '0' && p.in[p.at] != '1' {
			return p.fail("a flag is 0 or 1, not " + p.here())
		}
		p.out = append(p.out, ' ', p.in[p.at])
		p.at++
		return nil
	}
	begin := p.at
	n, err := p.number()
	if err != nil {
		return err
	}
	if kind == 'r' && n < 0 {
		p.at = begin
		return p.fail("a radius is negative")
	}
	if part && n >= 0 { // a minus parts by itself
		p.out = append(p.out, ' ')
	}
	p.out = appendMillionths(p.out, n)
	return nil
}

// Numbers are whole millionths; none is greater than a million.
const (
	one      = 1_000_000
	greatest = 1_000_000 * one
)

// number reads a number in millionths, rounded half away from zero.
func (p *parser) number() (int64, error) {
	begin := p.at
	sign := int64(1)
	if p.take("+-") && p.in[begin] == '-' {
		sign = -1
	}
	// The first 15 digits that count, and how many places they are too long.
	digits, shift, any := int64(0), -6, false
	read := func(places int) {
		for ; !p.end() && p.in[p.at] >= '0' && p.in[p.at] <= '9'; p.at++ {
			any = true
			if digits < 100_000_000_000_000 {
				digits, shift = digits*10+int64(p.in[p.at]-'0'), shift+places
			} else {
				shift += places - 1
			}
		}
	}
	read(0)
	if p.take(".") {
		any = false
		read(1)
	}
	if !any {
		return 0, p.fail("a number is expected, not " + p.here())
	}
	if p.take("eE") {
		exponent, err := p.exponent()
		if err != nil {
			return 0, err
		}
		shift -= exponent
	}
	for ; shift < 0 && digits != 0 && digits <= greatest; shift++ {
		digits *= 10
	}
	for ; shift > 1 && digits != 0; shift-- {
		digits /= 10
	}
	if shift == 1 {
		digits = (digits + 5) / 10
	}
	if digits > greatest {
		p.at = begin
		return 0, p.fail("a number is greater than a million")
	}
	return sign * digits, nil
}

// exponent reads what follows an e: a whole number of three digits at most.
func (p *parser) exponent() (int, error) {
	begin := p.at
	negative := p.take("+-") && p.in[begin] == '-'
	first, n := p.at, 0
	for ; !p.end() && p.in[p.at] >= '0' && p.in[p.at] <= '9'; p.at++ {
		if p.at == first+3 {
			return 0, p.fail("an exponent has more than three digits")
		}
		n = n*10 + int(p.in[p.at]-'0')
	}
	if p.at == first {
		return 0, p.fail("an exponent is expected, not " + p.here())
	}
	if negative {
		return -n, nil
	}
	return n, nil
}

// take reads one of a few characters, if it is the next.
func (p *parser) take(any string) bool {
	if p.end() || !strings.ContainsRune(any, rune(p.in[p.at])) {
		return false
	}
	p.at++
	return true
}

func (p *parser) space() {
	for p.take(" \t\n\f\r") {
	}
}

// comma reads white space with at most one comma in it, and reports whether
// there was one.
func (p *parser) comma() bool {
	p.space()
	if !p.take(",") {
		return false
	}
	p.space()
	return true
}

func (p *parser) end() bool { return p.at == len(p.in) }

// here is what stands at the place of a fault.
func (p *parser) here() string {
	if p.end() {
		return "the end"
	}
	_, size := utf8.DecodeRuneInString(p.in[p.at:])
	return fmt.Sprintf("%q", p.in[p.at:p.at+size])
}

func (p *parser) fail(problem string) error { return &LogoError{Offset: p.at, Problem: problem} }

// appendMillionths appends a number without a zero more than it needs.
func appendMillionths(dst []byte, n int64) []byte {
	if n < 0 {
		dst, n = append(dst, '-'), -n
	}
	whole, part := n/one, n%one
	if whole > 0 || part == 0 {
		dst = xml.AppendInt(dst, int(whole))
	}
	if part == 0 {
		return dst
	}
	dst = append(dst, '.')
	for place := int64(one / 10); part > 0; place /= 10 {
		dst = append(dst, byte('0'+part/place))
		part %= place
	}
	return dst
}
