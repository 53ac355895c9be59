package text

import (
	"os/exec"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/honelog/hone/internal/oracle"
)

func TestUpper(t *testing.T) {
	for in, want := range map[string]string{
		"":                       "",
		"books 2 of 12":          "BOOKS 2 OF 12",
		"größer als Straße":      "GRÖSSER ALS STRASSE",
		"ﬁnde":                   "FINDE",
		"βιβλία":                 "ΒΙΒΛΊΑ",
		"ᾳ":                      "ΑΙ",
		"книги":                  "КНИГИ",
		"كتب 读书 📚":               "كتب 读书 📚",
		strings.Repeat("ß", 299): strings.Repeat("SS", 299),
		strings.Repeat("ΐ", 300): strings.Repeat("\u0399\u0308\u0301", 99) + Ellipsis,
		strings.Repeat("ß", 300): strings.Repeat("SS", 300),
	} {
		var buf Room
		if got := string(Upper(buf[:0], []byte(in))); got != want {
			t.Errorf("%.40q: got %q, want %q", in, got, want)
		}
	}
	for _, in := range texts() {
		var a, b Room
		clean := Clean(a[:0], in)
		got := Upper(b[:0], clean)
		if len(got) > len(b) || !utf8.Valid(got) {
			t.Errorf("%.40q: %d bytes, %q", in, len(got), got)
		}
		if strings.HasSuffix(string(clean), Ellipsis) != strings.HasSuffix(string(got), Ellipsis) && len(got) < Max-8 {
			t.Errorf("%.40q: an ellipsis came or went: %q", in, got)
		}
	}
}

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "books": "Books", "Books": "Books", "ärger": "Ärger", "ǆ": "ǅ", "книги": "Книги", "2 books": "2 books", "كتب": "كتب", "ß": "ß",
	} {
		var buf Room
		if got := string(Capital(buf[:0], []byte(in))); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// JavaScript's toUpperCase follows the same rules. Letters that this Go does
// not know yet are left out.
func TestUpperLikeJavaScript(t *testing.T) {
	node := oracle.Program(t, "node")
	const script = `let s = ''
for (let c = 0x20; c < 0x110000; c++) if (c < 0xd800 || c > 0xdfff) s += String.fromCodePoint(c).toUpperCase() + '\n'
process.stdout.write(s)`
	out, err := exec.Command(node, "-e", script).Output()
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(string(out), "\n")
	i := 0
	for r := rune(0x20); r < unicode.MaxRune; r++ {
		if r >= 0xD800 && r <= 0xDFFF {
			continue
		}
		if got := string(appendUpper(nil, r)); got != want[i] && unicode.IsGraphic(r) && unicode.IsGraphic([]rune(want[i])[0]) {
			t.Errorf("%U: got %q, want %q", r, got, want[i])
		}
		i++
	}
}
