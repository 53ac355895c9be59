package export

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"github.com/honelog/hone/tracker"
)

// uri is an address with what no URI may hold written in percent: letters
// beyond ASCII, and marks that have a meaning elsewhere.
func uri(s string) string {
	const plain = "-._~:/?#@!$&'()*+,;=%"
	var b strings.Builder
	fragment := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		keep := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(plain, c) >= 0
		switch {
		case c == '%':
			keep = i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2])
		case c == '#':
			keep, fragment = !fragment, true
		}
		if keep {
			b.WriteByte(c)
			continue
		}
		b.WriteString("%" + strings.ToUpper(hex.EncodeToString([]byte{c})))
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// lines is a text over several lines without what does not print.
func lines(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n").Replace(strings.ToValidUTF8(s, "\ufffd"))
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\t':
			return c
		case c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0xfffe || c == 0xffff || c == 0xfeff ||
			c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f || c == 0x061c:
			return -1
		}
		return c
	}, s)
}

// keys are what entries are known by outside: the same for an entry in every
// export, as long as its id stays, or else its kind, title and day.
type keys struct{ taken map[string]int }

func (k *keys) of(e *tracker.Entry) string {
	what := "id\n" + e.ID
	if e.ID == "" || e.Kind.Name == "certification" { // a renewal has the same id
		what = strings.Join([]string{e.Kind.Name, e.ID, e.Activity, e.Name(), dayOf(e).String()}, "\n")
	}
	if k.taken == nil {
		k.taken = map[string]int{}
	}
	k.taken[what]++
	if n := k.taken[what]; n > 1 {
		what += strings.Repeat("\nagain", n-1)
	}
	return digest("entry\n" + what)
}

// digest is the first half of a text's SHA-256, in 32 hexadecimal digits.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:16])
}

// cut returns the longest beginning of a text of at most n bytes that does not
// end within a character.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
