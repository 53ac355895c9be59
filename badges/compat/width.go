package compat

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"sync"
	"unicode/utf8"
)

//go:generate npm --prefix internal/gen install --silent --no-package-lock
//go:generate node internal/gen/tables.mjs

// The fonts that badge-maker measures with. The numbers are those of anafanafo
// 2.0.0, Copyright (c) 2018 Metabolize LLC, MIT; the notice is in
// LICENSE-anafanafo. Each is unpacked when it is first asked for.
var (
	verdana11     = sync.OnceValue(func() *font { return unpack(verdana11Data) })
	verdana10     = sync.OnceValue(func() *font { return unpack(verdana10Data) })
	verdana10Bold = sync.OnceValue(func() *font { return unpack(verdana10BoldData) })
	helvetica11   = sync.OnceValue(func() *font { return unpack(helvetica11Data) })

	//go:embed widths/verdana-11px-normal.bin
	verdana11Data []byte
	//go:embed widths/verdana-10px-normal.bin
	verdana10Data []byte
	//go:embed widths/verdana-10px-bold.bin
	verdana10BoldData []byte
	//go:embed widths/helvetica-11px-bold.bin
	helvetica11Data []byte
)

// A font knows how wide code points are, in pixels. Widths are floats, and
// texts are summed from left to right, because there the sum's last bit decides
// over a pixel. There is no product in it that a machine could fuse.
type font struct {
	ascii  [utf8.RuneSelf]float64
	m      float64 // the width of "m", and of what the font does not know
	ranges []widthRange
}

type widthRange struct {
	low, high rune
	width     float64
}

// width sums the widths of a text's code points.
func (f *font) width(text []byte) float64 {
	sum := 0.0
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			sum += f.ascii[c]
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		sum += f.advance(r)
		i += size
	}
	return sum
}

// pixels is a text's width without what is left over.
func (f *font) pixels(text []byte) int { return int(f.width(text)) }

// odd is a text's width in pixels, made odd so that its middle lies on one.
func (f *font) odd(text []byte) int { return f.pixels(text) | 1 }

func (f *font) advance(r rune) float64 {
	low, high := 0, len(f.ranges)
	for low < high {
		switch mid := int(uint(low+high) / 2); {
		case r > f.ranges[mid].high:
			low = mid + 1
		case r < f.ranges[mid].low:
			high = mid
		default:
			return f.ranges[mid].width
		}
	}
	return f.m
}

// unpack reads a font's file; internal/gen/tables.mjs says what is in it.
func unpack(data []byte) *font {
	packed, err := io.ReadAll(flate.NewReader(bytes.NewReader(data)))
	if err != nil {
		panic(fmt.Sprintf("compat: a table of widths: %v", err))
	}
	number := func() int {
		n, size := binary.Uvarint(packed)
		packed = packed[size:]
		return int(n)
	}
	f := &font{ranges: make([]widthRange, number())}
	for i := range f.ranges {
		f.ranges[i].low = rune(number())
	}
	next := rune(0)
	for i := range f.ranges {
		r := &f.ranges[i]
		r.low += next
		r.high = r.low + rune(number())
		next = r.high + 1
	}
	lows, highs := packed[:len(f.ranges)], packed[len(f.ranges):]
	for i := range f.ranges {
		// The quotient is the float nearest to the decimal, as where it came from.
		f.ranges[i].width = float64(int(lows[i])|int(highs[i])<<8) / 100
	}
	f.m = f.advance('m')
	for c := rune(' '); c < 0x7F; c++ { // control characters have no width
		f.ascii[c] = f.advance(c)
	}
	return f
}
