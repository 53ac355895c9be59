package text

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Upper appends a clean text in capitals to dst, an empty slice of a Room, by
// Unicode's full rules: ß becomes SS. What becomes longer than Max ends in an
// ellipsis, after a whole cluster.
func Upper(dst, clean []byte) []byte {
	for i := 0; i < len(clean); {
		if c := clean[i]; c < utf8.RuneSelf && len(dst) < Max {
			if c >= 'a' && c <= 'z' {
				c -= 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRune(clean[i:])
		i += size
		whole := len(dst)
		if dst = appendUpper(dst, r); len(dst) > Max {
			if string(clean[i-size:]) == Ellipsis { // it was cut before
				return dst
			}
			return append(wholeClusters(dst[:whole]), Ellipsis...)
		}
	}
	return dst
}

// Capital appends a clean text with its first letter as a capital to dst, an
// empty slice of a Room.
func Capital(dst, clean []byte) []byte {
	r, size := utf8.DecodeRune(clean)
	if size == 0 {
		return dst
	}
	if title := unicode.ToTitle(r); utf8.RuneLen(title) <= size {
		dst = utf8.AppendRune(dst, title)
		clean = clean[size:]
	}
	return append(dst, clean...)
}

// appendUpper appends the capitals of one letter.
func appendUpper(dst []byte, r rune) []byte {
	if r >= 0x1F80 && r <= 0x1FAF { // Greek with an iota below, which steps to its side
		row := [...]rune{0x1F08, 0x1F28, 0x1F68}
		return utf8.AppendRune(utf8.AppendRune(dst, row[(r-0x1F80)/16]+r%8), 0x0399)
	}
	if i, ok := slices.BinarySearchFunc(capitals[:], r, func(c capital, r rune) int { return cmp.Compare(c.of, r) }); ok {
		return append(dst, capitals[i].are...)
	}
	return utf8.AppendRune(dst, unicode.ToUpper(r))
}

type capital struct {
	of  rune
	are string
}

// capitals lists the other letters whose capitals are more than one: the
// mappings without a condition in Unicode's SpecialCasing.
var capitals = [...]capital{
	{0x00DF, "SS"}, {0x0149, "\u02bcN"}, {0x01F0, "J\u030c"},
	{0x0390, "\u0399\u0308\u0301"}, {0x03B0, "\u03a5\u0308\u0301"}, {0x0587, "\u0535\u0552"},
	{0x1E96, "H\u0331"}, {0x1E97, "T\u0308"}, {0x1E98, "W\u030a"}, {0x1E99, "Y\u030a"}, {0x1E9A, "A\u02be"},
	{0x1F50, "\u03a5\u0313"}, {0x1F52, "\u03a5\u0313\u0300"}, {0x1F54, "\u03a5\u0313\u0301"}, {0x1F56, "\u03a5\u0313\u0342"},
	{0x1FB2, "\u1fba\u0399"}, {0x1FB3, "\u0391\u0399"}, {0x1FB4, "\u0386\u0399"}, {0x1FB6, "\u0391\u0342"},
	{0x1FB7, "\u0391\u0342\u0399"}, {0x1FBC, "\u0391\u0399"},
	{0x1FC2, "\u1fca\u0399"}, {0x1FC3, "\u0397\u0399"}, {0x1FC4, "\u0389\u0399"}, {0x1FC6, "\u0397\u0342"},
	{0x1FC7, "\u0397\u0342\u0399"}, {0x1FCC, "\u0397\u0399"},
	{0x1FD2, "\u0399\u0308\u0300"}, {0x1FD3, "\u0399\u0308\u0301"}, {0x1FD6, "\u0399\u0342"}, {0x1FD7, "\u0399\u0308\u0342"},
	{0x1FE2, "\u03a5\u0308\u0300"}, {0x1FE3, "\u03a5\u0308\u0301"}, {0x1FE4, "\u03a1\u0313"}, {0x1FE6, "\u03a5\u0342"},
	{0x1FE7, "\u03a5\u0308\u0342"},
	{0x1FF2, "\u1ffa\u0399"}, {0x1FF3, "\u03a9\u0399"}, {0x1FF4, "\u038f\u0399"}, {0x1FF6, "\u03a9\u0342"},
	{0x1FF7, "\u03a9\u0342\u0399"}, {0x1FFC, "\u03a9\u0399"},
	{0xFB00, "FF"}, {0xFB01, "FI"}, {0xFB02, "FL"}, {0xFB03, "FFI"}, {0xFB04, "FFL"}, {0xFB05, "ST"}, {0xFB06, "ST"},
	{0xFB13, "\u0544\u0546"}, {0xFB14, "\u0544\u0535"}, {0xFB15, "\u0544\u053b"}, {0xFB16, "\u054e\u0546"}, {0xFB17, "\u0544\u053d"},
}
