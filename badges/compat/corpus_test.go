package compat

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/honelog/hone/badges/internal/odd"
)

// A corpus makes badges by chance, the same ones every time.
type corpus struct{ *rand.Rand }

func newCorpus(seed uint64) corpus { return corpus{rand.New(rand.NewPCG(seed, 6))} }

func pick[T any](c corpus, from []T) T { return from[c.IntN(len(from))] }

// often reports true in percent of the cases.
func (c corpus) often(percent int) bool { return c.IntN(100) < percent }

func (c corpus) badge() Badge {
	b := Badge{Label: c.text(), Message: c.text(), Style: pick(c, append(Styles(), ""))}
	if c.often(70) {
		b.Color = c.color()
	}
	if c.often(40) {
		b.LabelColor = c.color()
	}
	if c.often(25) {
		b.Logo = pick(c, logos)
	}
	for i := range b.Links {
		if c.often(25) {
			b.Links[i] = pick(c, links)
		}
	}
	if c.often(20) {
		b.IDSuffix = pick(c, []string{"1", "-a", "_", "x_Y-9", "00000000000000000000"})
	}
	return b
}

var logos = []string{
	"data:image/png;base64,iVBORw0KGgo=", "data:image/svg+xml;base64,PHN2Zy8+", "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
	"data:image/jpeg;base64,/9j/4AAQ", "data:image/webp;base64,UklGRg==",
}

var links = []string{
	"https://example.com", "http://example.com/?a=1&b=2#c", "HTTPS://EXAMPLE.COM", "mailto:a@example.com", "../a b", "/x'y\"z", "//example.com",
	"?q=<b>", "#", " ", " https://example.com ", "https://例え.jp/ü", "a/b:c", ".", "x\u00a0y", "\ufffd",
}

var words = []string{
	"build", "passing", "v1.26.0", "100%", "12,345", "AVATAR", "iiii", "WWWW", "a & b", "<b>", `"q"`, "it's", "&amp;", "a  b", "tab\there", "line\nend\rx",
	"Straße", "ŉ", "ǰ", "ΐ", "ὀδυσσεύς", "ΌΣΟΣ όσος", "İstanbul ıi", "ﬁn ﬄ", "և ﬓ", "ß", "ᾳ ᾼ ᾷ", "ǆ ǅ Ǆ", "dž", "ქართული", "ꭰ Ꭰ ᏸ", "ⓐ ⅷ", "𐐨𐐀", "𞤢", "ſK",
	"сборка", "книги", "Ёё", "读书", "十二本", "ひらがな", "カタカナ", "도서", "각", "عربي", "עברית", "देवनागरी", "ภาษาไทย", "தமிழ்", "ქ", "ἀ",
	"📚", "👨‍👩‍👧‍👦", "🇩🇪", "1️⃣", "❤️", "✓ ✗ → ★", "…", "—", "½", "e\u0301", "Z\u0336\u0337", "\u00ad", "\u200d", "\u200b", "\u202eabc", "\u007f\u0085\u009f",
	"\U0001fffe", "\ufdd0", "\ufffd", "\ue000", "\U0010ffff", "𝒳", "ﷺ", "Ａｂ", "\u0378",
}

var spaces = []string{" ", "\t", "\n", "\r\n", "\u00a0", "\u1680", "\u2003", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff", "\u180e", "\u0085", "  "}

// text is empty, words, code points by chance, or odd; spaced by chance.
func (c corpus) text() string {
	switch c.IntN(20) {
	case 0, 1:
		return ""
	case 2:
		return pick(c, odd.Texts)
	case 3:
		return strings.Repeat(pick(c, words), 1+c.IntN(200))
	}
	var s strings.Builder
	for range 1 + c.IntN(5) {
		if c.often(15) {
			s.WriteString(pick(c, spaces))
		}
		if c.often(70) {
			s.WriteString(pick(c, words))
			continue
		}
		low, high := 0x20, 0x7E
		switch c.IntN(4) {
		case 0:
			high = 0x2FFF
		case 1:
			high = 0xFFFF
		case 2:
			high = 0x10FFFF
		}
		for range c.IntN(12) {
			s.WriteRune(rune(low + c.IntN(high-low)))
		}
	}
	if c.often(10) {
		s.WriteString(pick(c, spaces))
	}
	return s.String()
}

// color is one that is known.
func (c corpus) color() string {
	switch c.IntN(8) {
	case 0, 1, 2:
		return pick(c, palette[:]).name
	case 3:
		return pick(c, cssNames[:]).name
	case 4, 5:
		digits := fmt.Sprintf("%08x", c.Uint32())[:pick(c, []int{3, 4, 6, 8})]
		if c.often(30) {
			digits = strings.ToUpper(digits)
		}
		if len(digits)%3 == 0 && c.often(50) {
			return digits
		}
		return "#" + digits
	}
	s := c.function()
	if c.often(10) {
		s = pick(c, spaces[:len(spaces)-3]) + s
	}
	if c.often(10) {
		s += pick(c, spaces[:len(spaces)-3])
	}
	return s
}

// function is a colour as a function of CSS.
func (c corpus) function() string {
	number := func(max int) string {
		if c.often(3) {
			return pick(c, []string{"0", "00", "007", "999", "1000000000000000000000", "99999999999999999999999", "1" + strings.Repeat("0", 400)})
		}
		return fmt.Sprint(c.IntN(max))
	}
	gap := func() string {
		if c.often(80) {
			return ""
		}
		return pick(c, spaces[:len(spaces)-3])
	}
	opacity := func(mark string) string {
		if c.often(50) {
			return ""
		}
		return gap() + mark + gap() + pick(c, []string{"0", "1", ".5", "0.25", "50%", "100%", "007%", ".333333"})
	}
	a := pick(c, []string{"", "a"})
	if c.often(40) {
		hue := number(800) + pick(c, []string{"", "", "deg", "rad", "grad", "turn"})
		return "hsl" + a + "(" + gap() + hue + gap() + "," + gap() + number(101) + "%" + gap() + "," + gap() + number(101) + "%" + opacity(",") + gap() + ")"
	}
	unit, max := "", 300
	if c.often(30) {
		unit, max = "%", 120
	}
	between, mark := ",", ","
	if c.often(50) {
		between, mark = " ", "/"
	}
	return "rgb" + a + "(" + gap() + number(max) + unit + gap() + between + gap() + number(max) + unit + gap() + between + gap() + number(max) + unit + opacity(mark) + gap() + ")"
}
