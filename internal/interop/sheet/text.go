package sheet

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// Decode reads the bytes of a text file, and says how they were written: UTF-8,
// UTF-16 or Windows-1252. A byte order mark decides; without one, zeros in every
// second byte are UTF-16, what is no UTF-8 is Windows-1252.
func Decode(data []byte) (text, encoding string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return string(bytes.ToValidUTF8(data[3:], []byte("\ufffd"))), "UTF-8"
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return wide(data[2:], binary.LittleEndian), "UTF-16"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return wide(data[2:], binary.BigEndian), "UTF-16"
	}
	if order := zeros(data); order != nil {
		return wide(data, order), "UTF-16"
	}
	if utf8.Valid(data) {
		return string(data), "UTF-8"
	}
	out := make([]rune, len(data))
	for i, b := range data {
		out[i] = rune(b)
		if b >= 0x80 && b < 0xa0 {
			out[i] = windows[b-0x80]
		}
	}
	return string(out), "Windows-1252"
}

// zeros tells the byte order of a text whose letters are mostly Latin, from the
// half of its bytes that are zero; nil for none.
func zeros(data []byte) binary.ByteOrder {
	head := data[:min(len(data), 512)&^1]
	var even, odd int
	for i, b := range head {
		if b == 0 && i%2 == 0 {
			even++
		} else if b == 0 {
			odd++
		}
	}
	switch n := len(head) / 2; {
	case n < 2:
	case odd*4 >= n*3 && even == 0:
		return binary.LittleEndian
	case even*4 >= n*3 && odd == 0:
		return binary.BigEndian
	}
	return nil
}

func wide(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// windows is Windows-1252 from 0x80 to 0x9F, as the WHATWG's encoding standard
// has it: the five bytes without a letter stay control characters.
var windows = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8d, 'Ž', 0x8f,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9d, 'ž', 'Ÿ',
}
