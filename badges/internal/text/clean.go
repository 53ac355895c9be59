// Package text makes texts fit for a picture: clean, measured in the fonts that
// browsers draw badges with, and shortened to a width.
package text

//go:generate npm --prefix gen install --silent --no-package-lock
//go:generate node gen/fonts.mjs advances.go

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Max is how much of a text is kept, in bytes. What a badge shows is
// shorter still (see [Font.Fit]); this much goes into the title.
const Max = 600

// Ellipsis ends a text that was shortened.
const Ellipsis = "…"

// Room holds any text that Clean makes.
type Room [Max + len(Ellipsis)]byte

// Clean appends s to dst, an empty slice of a Room, as text that is fit for
// XML, for JSON and for the eye:
//
//   - Runs of white space become one space; none is left at either end.
//   - Control characters, bidirectional controls (which can make text read as
//     what it is not) and invisible fillers vanish.
//   - Invalid UTF-8 and noncharacters become U+FFFD, one per run.
//   - What is longer than Max ends in an ellipsis, after a whole cluster.
func Clean(dst []byte, s string) []byte {
	space := false
	last := rune(-1) // the rune before, -1 after a space or at the start
	for i := 0; i < len(s); {
		if c := s[i]; c > ' ' && c < 0x7F && !space && len(dst)+2 <= Max { // what most texts are made of
			dst, last = append(dst, c), rune(c)
			i++
			continue
		}
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		if r >= 0x7F || r < 0x20 {
			r = tidy(r, last)
			if r == drop || r == unicode.ReplacementChar && r == last {
				continue
			}
		}
		if r == ' ' {
			space, last = len(dst) > 0, -1
			continue
		}
		if len(dst)+1+utf8.RuneLen(r) > Max {
			return append(wholeClusters(dst), Ellipsis...)
		}
		if space {
			dst, space = append(dst, ' '), false
		}
		dst, last = utf8.AppendRune(dst, r), r
	}
	return dst
}

// drop stands for a rune that is left out.
const drop = rune(-2)

// tidy returns what Clean writes for r, which is not printable ASCII, after
// the rune last: r itself, a space, U+FFFD or drop.
func tidy(r, last rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r):
		return drop
	case r < 0xAE:
		if r == 0xAD { // soft hyphen
			return drop
		}
	case r == 0x061C, r == 0x115F, r == 0x1160, r == 0x180E, r == 0x3164, r == 0xFFA0, r == 0xFEFF,
		r == 0x200B, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F,
		r >= 0xFFF0 && r <= 0xFFFB:
		return drop
	case r == 0x200C, r == 0x200D: // joiners, which need something to join
		if last < 0 {
			return drop
		}
	case selector(r):
		if last < 0 || selector(last) {
			return drop
		}
	case r >= 0xE0000 && r <= 0xE0FFF: // tags, visible only in a flag
		if r < 0xE0020 || r > 0xE007F || last != 0x1F3F4 && (last < 0xE0020 || last > 0xE007E) {
			return drop
		}
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return unicode.ReplacementChar
	}
	return r
}

// selector reports whether r is a variation selector.
func selector(r rune) bool {
	return r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}

// wholeClusters cuts the last cluster off a text that was cut anywhere, and
// the space before it.
func wholeClusters(text []byte) []byte {
	end := 0
	for rest := text; ; {
		cluster, after, _, _ := uniseg.FirstGraphemeCluster(rest, -1)
		if len(after) == 0 {
			break
		}
		end += len(cluster)
		rest = after
	}
	if end == 0 { // a single cluster of this length is no text; keep what fits
		return text
	}
	if text[end-1] == ' ' {
		end--
	}
	return text[:end]
}
