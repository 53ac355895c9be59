// Package odd holds odd inputs for the tests of pictures.
package odd

import "strings"

// Texts have broken other programs.
var Texts = []string{
	"", " ", "\x00", "\x00\x01\x02\x1f", "a\tb\r\nc\v\fd", "\x7f\u0080\u009f", "\xff", "\xed\xa0\x80", "a\xc3", "\xf0\x9f\x92",
	"\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\ufeffbom", "]]>", "<![CDATA[x]]>", "<!--", "-->", "<?xml?>", "&amp;", "&#0;", "&",
	`"onload="alert(1)`, `' onclick='x`, "</title><script>alert(1)</script>", "</text></svg>", "url(http://example.com)", `href="//example.com"`,
	`\`, `\"`, `\u0000`, "\u2028\u2029", "{}", "null", "\u202eabc", "\u2067x\u2069", "\u200b\u200b", "\u200d", "\ufe0f", "\u00ad",
	"عربي 123 abc", "עברית", "देवनागरी क्षत्रिय", "ภาษาไทย", "한국어", "각", "ひらがな", "漢字", "🇩🇪🇯🇵", "👨‍👩‍👧‍👦", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
	"a\U000e0061\U000e0062hidden", "e\u0301", "\u0301", "Z\u0336\u0337\u0338", "ﷺ", "\u3164", "\U0010ffff", "\ue000", "1️⃣", "A" + strings.Repeat("\u0301", 5000),
	strings.Repeat("x", 10000), strings.Repeat(" ", 10000), strings.Repeat("👨‍👩‍👧‍👦", 1000), strings.Repeat("\u200d", 1000) + "x", strings.Repeat("<", 1000),
}
