package text

import "unicode/utf8"

// A Font knows the advances of the code points in the blocks, in hundredths of
// a pixel; 0 stands for one that it does not know. What no font knows letter by
// letter it measures by the em.
type Font struct {
	em       int // hundredths of a pixel
	other    int // how wide it sets the scripts below, in per cent of their means
	tracking int // after each cluster, where letters may be set apart; hundredths of a pixel
	widths   *[3550]uint16
}

// The fonts of badges.
func Verdana11() *Font       { return &verdana11 }       // of most badges, at 11 px
func Verdana10() *Font       { return &verdana10 }       // at 10 px, letters set 1.2 px apart
func Verdana10Bold() *Font   { return &verdana10Bold }   // the same, bold
func Helvetica11Bold() *Font { return &helvetica11Bold } // bold, at 11 px

// asciiWidths is how many widths, from that of the space on, are those of ASCII.
const asciiWidths = 95

// A block is a run of code points whose widths begin at an index.
type block struct {
	low, high rune
	at        int
}

// advance returns the width of r, or 0 if the font does not know it.
func (f *Font) advance(r rune) int {
	if r >= ' ' && r < ' '+asciiWidths {
		return int(f.widths[r-' '])
	}
	for i := range blocks {
		if b := &blocks[i]; r <= b.high {
			if r < b.low {
				return 0
			}
			return int(f.widths[b.at+int(r-b.low)])
		}
	}
	return 0
}

// In hundredths of an em.
const (
	emojiWidth  = 125 // Noto Color Emoji; Segoe UI is a little wider, Apple narrower
	otherWidth  = 65  // a script of which nothing is known
	hangulWidth = 92  // Noto Sans CJK
)

// wide lists the code points that are one em wide in every font: ideographs,
// Kana, full forms. Marks among them are left out.
var wide = [...]struct{ low, high rune }{
	{0x2E80, 0x3029}, {0x3030, 0x303E}, {0x3041, 0x3096}, {0x309B, 0x4DBF}, {0x4E00, 0xA4CF},
	{0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6},
	{0x20000, 0x3FFFD},
}

// wide is the width of a wide code point, or 0. Hangul is a little narrower
// than the rest.
func (f *Font) wide(r rune) int {
	for i := range wide {
		if w := &wide[i]; r <= w.high {
			switch {
			case r < w.low:
				return 0
			case w.low == 0xAC00:
				return f.em * hangulWidth / 100
			}
			return f.em
		}
	}
	return 0
}

// A script has a mean width, in hundredths of an em.
type script struct {
	low, high rune
	width     int
}

// scripts lists the scripts that no table knows letter by letter. The widths
// are means over words such as badges carry, drawn joined and with their
// conjuncts, over all letters and spacing marks; measured in DejaVu Sans where
// that has the script, else in Noto Sans.
var scripts = [...]script{
	{0x0250, 0x02FF, 61},  // phonetic letters
	{0x0530, 0x058F, 69},  // Armenian
	{0x0590, 0x05FF, 54},  // Hebrew
	{0x0600, 0x06FF, 50},  // Arabic
	{0x0700, 0x074F, 68},  // Syriac
	{0x0750, 0x077F, 50},  // Arabic
	{0x0780, 0x07BF, 61},  // Thaana
	{0x07C0, 0x07FF, 57},  // N'Ko
	{0x08A0, 0x08FF, 50},  // Arabic
	{0x0900, 0x097F, 54},  // Devanagari
	{0x0980, 0x09FF, 53},  // Bengali
	{0x0A00, 0x0A7F, 49},  // Gurmukhi
	{0x0A80, 0x0AFF, 48},  // Gujarati
	{0x0B00, 0x0B7F, 50},  // Oriya
	{0x0B80, 0x0BFF, 81},  // Tamil
	{0x0C00, 0x0C7F, 60},  // Telugu
	{0x0C80, 0x0CFF, 60},  // Kannada
	{0x0D00, 0x0D7F, 77},  // Malayalam
	{0x0D80, 0x0DFF, 82},  // Sinhala
	{0x0E00, 0x0E7F, 53},  // Thai
	{0x0E80, 0x0EFF, 63},  // Lao
	{0x0F00, 0x0FFF, 51},  // Tibetan
	{0x1000, 0x109F, 65},  // Myanmar
	{0x10A0, 0x10FF, 62},  // Georgian
	{0x1100, 0x115F, 92},  // Hangul, leading letters
	{0x1160, 0x11FF, 0},   // Hangul, what joins them
	{0x1200, 0x139F, 65},  // Ethiopic
	{0x13A0, 0x13FF, 80},  // Cherokee
	{0x1780, 0x17FF, 53},  // Khmer
	{0x1800, 0x18AF, 52},  // Mongolian
	{0xFB1D, 0xFB4F, 54},  // Hebrew
	{0xFB50, 0xFDFF, 55},  // Arabic
	{0xFE70, 0xFEFC, 50},  // Arabic
	{0xFF61, 0xFFDC, 50},  // half forms of Kana and Hangul
	{0xFFFD, 0xFFFD, 103}, // replacement character
}

// letter is the width of any rune that takes room.
func (f *Font) letter(r rune) int {
	if w := f.plain(r); w > 0 {
		return w
	}
	for _, s := range scripts {
		if r <= s.high {
			if r < s.low {
				break
			}
			return f.em * s.width / 100 * f.other / 100
		}
	}
	return f.em * otherWidth / 100
}

// plain is the width of a rune that always is a cluster by itself, or 0.
func (f *Font) plain(r rune) int {
	if r >= wide[0].low {
		return f.wide(r)
	}
	return f.advance(r)
}

// alone lists letters and digits of scripts that no table knows letter by
// letter. Each is a cluster by itself unless a mark follows.
var alone = [...]struct{ low, high rune }{
	{0x05D0, 0x05EA}, {0x0620, 0x064A}, {0x0660, 0x066F}, {0x0671, 0x06D3}, {0x06EE, 0x06FF}, // Hebrew, Arabic
	{0x0904, 0x0939}, {0x0966, 0x096F}, {0x0E01, 0x0E30}, {0x0E40, 0x0E46}, {0x0E50, 0x0E59}, // Devanagari, Thai
	{0x10D0, 0x10FA}, // Georgian
}

// isAlone reports whether r is one of those letters.
func isAlone(r rune) bool {
	for i := range alone {
		if a := &alone[i]; r <= a.high {
			return r >= a.low
		}
	}
	return false
}

// emoji reports whether browsers draw a cluster as one coloured picture.
func emoji(cluster []byte) bool {
	r, size := decode(cluster)
	if r >= 0x1F000 && r <= 0x1FAFF {
		return true
	}
	next, _ := utf8.DecodeRune(cluster[size:])
	switch {
	case next == 0xFE0E: // asks for a plain drawing
		return false
	case next == 0xFE0F, next == 0x20E3: // asks for a picture; a key
		return true
	}
	switch r {
	case 0x2B1B, 0x2B1C, 0x2B50, 0x2B55:
		return true
	}
	// Among the older symbols the font leaves out just those that are pictures.
	return r >= 0x231A && r <= 0x27BF && verdana11.advance(r) == 0
}
