package badges

import "strings"

type example struct {
	name  string
	badge Badge
}

// tick is a tick cut out of a box, for the tests; its path has what a path may.
var tick = must(ParseLogo("M2 0h20a2 2 0 0 1 2 2v20a2,2 0 01-2 2H2a2 2 0 01-2-2V2C0 .9.9 0 2 0zM6.5 11.5l-2 2L9.5 18.5 20 8l-2-2L9.5 14.5z"))

func must(l Logo, err error) Logo {
	if err != nil {
		panic(err)
	}
	return l
}

var (
	pale = RGB(0xEE, 0xEE, 0xEE)
	gold = RGB(0xFF, 0xD7, 0)
)

// everywhere are the badges that stand in testdata in every style.
var everywhere = []example{
	{"plain", Badge{Label: "books", Message: "2 of 12 · next by 2 Apr", Color: Green}},
	{"defaults", Badge{Label: "books", Message: "2 of 12"}},
	{"no-label", Badge{Message: "5 of 6 on track", Color: BrightGreen}},
	{"no-label-with-label-color", Badge{Message: "done", Color: BrightGreen, LabelColor: Red}},
	{"logo", Badge{Label: "books", Message: "done", Color: BrightGreen, Logo: tick}},
	{"logo-color", Badge{Label: "books", Message: "done", Color: BrightGreen, Logo: tick, LogoColor: gold}},
	{"logo-no-label", Badge{Message: "done", Color: BrightGreen, Logo: tick}},
	{"logo-half", Badge{Message: "done", Color: BrightGreen, LabelColor: Grey, Logo: tick}},
	{"logo-on-light", Badge{Label: "books", Message: "late", Color: Yellow, LabelColor: pale, Logo: tick}},
	{"link", Badge{Label: "books", Message: "done", Color: BrightGreen, Link: "https://example.org/?a=1&b=2#c"}},
	{"link-label", Badge{Label: "books", Message: "done", Color: BrightGreen, LabelLink: "learning/"}},
	{"link-message", Badge{Label: "books", Message: "done", Color: BrightGreen, MessageLink: "mailto:me@example.org"}},
	{"link-both", Badge{Label: "books", Message: "done", Color: BrightGreen, LabelLink: "https://example.org", MessageLink: "#größe", Logo: tick}},
	{"light-fill", Badge{Label: "books", Message: "late", Color: RGB(0xDF, 0xB3, 0x17), LabelColor: pale}},
	{"german", Badge{Label: "Fortbildung", Message: "größer als Straße & Übung", Color: Teal}},
	{"arabic", Badge{Label: "كتب", Message: "٢ من ١٢ · التالي حتى فبراير", Color: Green}},
	{"chinese", Badge{Label: "读书", Message: "十二本中的两本", Color: Green}},
	{"emoji", Badge{Label: "📚 books", Message: "🎉 👨‍👩‍👧‍👦 🇩🇪 1️⃣ ❤️ ✅ ✔︎", Color: Green}},
	{"combining", Badge{Label: "combining", Message: "e\u0301 a\u0308 Z\u0336a\u0336l\u0336g\u0336o\u0336", Color: Pink}},
	{"controls", Badge{Label: "a\x00b\x1b[31m", Message: "tab\tnew\r\nline\u0085end\x7f", Color: Blue}},
	{"escapes", Badge{Label: `<script>alert("x")</script>`, Message: `R&D's "]]>" & <!--`, Color: Blue}},
	{"long", Badge{Label: "long", Message: strings.Repeat("Lorem ipsum dolor sit amet, ", 40), Color: Orange}},
	{"max-width", Badge{Label: "a long label of a badge", Message: "and a message that is longer still", Color: Blue, Logo: tick, MaxWidth: 160}},
}

// once are those that stand there in the style Flat only.
var once = []example{
	{"title", Badge{Label: "books", Message: "2/12", Color: Green, Title: "Books: 2 of 12 read, the next by 2 April"}},
	{"id-suffix", Badge{Label: "books", Message: "done", IDSuffix: "_2-a"}},
	{"like-fills", Badge{Label: "books", Message: "closed", Color: Grey}},
	{"invalid-utf8", Badge{Label: "\xff\xfeok", Message: "\xed\xa0\x80\xed\xb0\x80 lone \uffff", Color: Blue}},
	{"bidi-controls", Badge{Label: "user\u202enimda", Message: "\u2066a\u2069\u200f\u061cb", Color: Red}},
	{"greek", Badge{Label: "βιβλία", Message: "2 από 12", Color: Blue}},
	{"cyrillic", Badge{Label: "книги", Message: "2 из 12 · дальше", Color: Purple}},
	{"vietnamese", Badge{Label: "sách", Message: "2 trên 12 · tiếp theo", Color: Green}},
	{"japanese", Badge{Label: "ほん", Message: "12冊のうち2冊・カタカナ", Color: Green}},
	{"korean", Badge{Label: "도서", Message: "열두 권 중 두 권 완료", Color: Green}},
	{"hebrew", Badge{Label: "ספרים", Message: "2 מתוך 12 · הבא עד 2 באפריל!", Color: Green}},
	{"hindi", Badge{Label: "पुस्तकें", Message: "१२ में से २ · अगला फरवरी तक", Color: Green}},
	{"thai", Badge{Label: "หนังสือ", Message: "2 จาก 12 เล่ม", Color: Green}},
	{"symbols", Badge{Label: "symbols", Message: "✓ ✗ → ★ ▲ ● … “q” — € ≥ ½ ⣿", Color: YellowGreen}},
	{"long-chinese", Badge{Label: "长", Message: strings.Repeat("学习", 5000), Color: Orange}},
	{"long-emoji", Badge{Label: strings.Repeat("👩🏽‍💻", 60), Message: "x", Color: Orange}},
}

// examples yields all of them with the style in which they are drawn.
func examples(yield func(path string, b Badge) bool) {
	for style := range Styles() {
		for _, e := range everywhere {
			if e.badge.Style = style; !yield(style.String()+"/"+e.name, e.badge) {
				return
			}
		}
	}
	for _, e := range once {
		if !yield(Flat.String()+"/"+e.name, e.badge) {
			return
		}
	}
}
