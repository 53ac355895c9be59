package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/honelog/hone/badges/internal/odd"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"":                           "",
		"  a \t\r\n b\u00a0\u2003c ": "a b c",
		"a\u0085b\u2028c\u3000d":     "a b c d",
		"a\x00\x1b[1mb\x7f\u009b":    "a[1mb",
		"a \x00 b":                   "a b",
		"\xff\xfe\xfdx\xff":          "\ufffdx\ufffd",
		"\xed\xa0\x80":               "\ufffd",
		"a\ufffe\uffff\ufdd0b":       "a\ufffdb",
		"a\u202eb\u2066c\u2069\u200e\u200f\u061c":   "abc",
		"so\u00adft\u200b\ufeff\u2060":              "soft",
		"\u200da \u200db\u200d":                     "a b\u200d",
		"می\u200cخواهم":                             "می\u200cخواهم",
		"❤\ufe0f\ufe0f":                             "❤\ufe0f",
		"a\U000e0041\U000e0042":                     "a",
		"🏴\U000e0067\U000e0062\U000e007f\U000e0062": "🏴\U000e0067\U000e0062\U000e007f",
		"<&>\"'": "<&>\"'",
	} {
		var buf Room
		if got := string(Clean(buf[:0], in)); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestCleanIsDoneOnce(t *testing.T) {
	for _, in := range texts() {
		var a, b Room
		once := string(Clean(a[:0], in))
		if len(once) > Max+len(Ellipsis) || !utf8.ValidString(once) {
			t.Errorf("%.40q: %d bytes, %q", in, len(once), once)
		}
		if len(once) <= Max {
			if twice := string(Clean(b[:0], once)); twice != once {
				t.Errorf("%.40q: %q becomes %q", in, once, twice)
			}
		}
	}
}

func TestCleanCutsWholeClusters(t *testing.T) {
	const family = "👨‍👩‍👧‍👦"
	var buf Room
	got := string(Clean(buf[:0], strings.Repeat(family+" ", 100)))
	rest := strings.ReplaceAll(got, family, "")
	if strings.Trim(rest, " ") != Ellipsis || strings.HasSuffix(got, " "+Ellipsis) {
		t.Errorf("got %q", got)
	}
}

// texts are what a badge may say, in many scripts.
func texts() []string { return append(slices.Clone(plain), odd.Texts...) }

var plain = []string{
	"books", "2 of 12 · next by 2 Apr", "größer als Straße & Übung", "βιβλία", "2 από 12", "книги", "2 из 12 · дальше",
	"sách", "2 trên 12 · tiếp theo", "读书", "十二本中的两本", "ほん", "12冊のうち2冊・カタカナ", "도서", "열두 권 중 두 권 완료",
	"كتب", "٢ من ١٢ · التالي حتى فبراير", "ספרים", "2 מתוך 12 · הבא עד 2 באפריל!", "पुस्तकें", "१२ में से २ · अगला फरवरी तक", "หนังสือ", "2 จาก 12 เล่ม",
	"📚 books", "🎉 👨‍👩‍👧‍👦 🇩🇪 1️⃣ ❤️ ✅ ✔︎", "e\u0301 a\u0308 Z\u0336a\u0336l\u0336g\u0336o\u0336", "✓ ✗ → ★ ▲ ● … “q” — € ≥ ½ ⣿",
	strings.Repeat("Lorem ipsum dolor sit amet, ", 40), strings.Repeat("学习", 5000), strings.Repeat("👩🏽‍💻", 60),
}
