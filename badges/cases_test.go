package badges

import "strings"

// cases are the badges that stand in testdata as pictures.
var cases = []struct {
	name  string
	badge Badge
}{
	{"plain", Badge{Label: "books", Message: "2 of 12 · next by 2 Apr", Color: Green}},
	{"defaults", Badge{Label: "books", Message: "2 of 12"}},
	{"no-label", Badge{Message: "5 of 6 on track", Color: BrightGreen}},
	{"no-label-with-label-color", Badge{Message: "done", Color: BrightGreen, LabelColor: Red}},
	{"title", Badge{Label: "books", Message: "2/12", Color: Green, Title: "Books: 2 of 12 read, the next by 2 April"}},
	{"light-fill", Badge{Label: "books", Message: "late", Color: RGB(0xDF, 0xB3, 0x17), LabelColor: RGB(0xEE, 0xEE, 0xEE)}},
	{"like-fills", Badge{Label: "books", Message: "closed", Color: Grey}},
	{"escapes", Badge{Label: `<script>alert("x")</script>`, Message: `R&D's "]]>" & <!--`, Color: Blue}},
	{"controls", Badge{Label: "a\x00b\x1b[31m", Message: "tab\tnew\r\nline\u0085end\x7f", Color: Blue}},
	{"invalid-utf8", Badge{Label: "\xff\xfeok", Message: "\xed\xa0\x80\xed\xb0\x80 lone \uffff", Color: Blue}},
	{"bidi-controls", Badge{Label: "user\u202enimda", Message: "\u2066a\u2069\u200f\u061cb", Color: Red}},
	{"german", Badge{Label: "Fortbildung", Message: "größer als Straße & Übung", Color: Teal}},
	{"greek", Badge{Label: "βιβλία", Message: "2 από 12", Color: Blue}},
	{"cyrillic", Badge{Label: "книги", Message: "2 из 12 · дальше", Color: Purple}},
	{"vietnamese", Badge{Label: "sách", Message: "2 trên 12 · tiếp theo", Color: Green}},
	{"chinese", Badge{Label: "读书", Message: "十二本中的两本", Color: Green}},
	{"japanese", Badge{Label: "ほん", Message: "12冊のうち2冊・カタカナ", Color: Green}},
	{"korean", Badge{Label: "도서", Message: "열두 권 중 두 권 완료", Color: Green}},
	{"arabic", Badge{Label: "كتب", Message: "٢ من ١٢ · التالي حتى فبراير", Color: Green}},
	{"hebrew", Badge{Label: "ספרים", Message: "2 מתוך 12 · הבא עד 2 באפריל!", Color: Green}},
	{"hindi", Badge{Label: "पुस्तकें", Message: "१२ में से २ · अगला फरवरी तक", Color: Green}},
	{"thai", Badge{Label: "หนังสือ", Message: "2 จาก 12 เล่ม", Color: Green}},
	{"emoji", Badge{Label: "📚 books", Message: "🎉 👨‍👩‍👧‍👦 🇩🇪 1️⃣ ❤️ ✅ ✔︎", Color: Green}},
	{"combining", Badge{Label: "combining", Message: "e\u0301 a\u0308 Z\u0336a\u0336l\u0336g\u0336o\u0336", Color: Pink}},
	{"symbols", Badge{Label: "symbols", Message: "✓ ✗ → ★ ▲ ● … “q” — € ≥ ½ ⣿", Color: YellowGreen}},
	{"long", Badge{Label: "long", Message: strings.Repeat("Lorem ipsum dolor sit amet, ", 40), Color: Orange}},
	{"long-chinese", Badge{Label: "长", Message: strings.Repeat("学习", 5000), Color: Orange}},
	{"long-emoji", Badge{Label: strings.Repeat("👩🏽‍💻", 60), Message: "x", Color: Orange}},
}
