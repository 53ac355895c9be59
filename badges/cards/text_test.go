package cards

import (
	"strings"
	"testing"
)

// A description is whole up to its bound, and wrapping loses no letter.
func TestLongWords(t *testing.T) {
	for _, word := range []string{"goal ", "goal\n", "学习", "👩‍💻", "x"} {
		for _, n := range []int{1, 100, 2000} {
			words := strings.TrimSpace(strings.Repeat(word, n))
			s := sheet{}
			s.long(words)
			got := string(s.out)
			folded := strings.ReplaceAll(words, "\n", " ")
			if len(words) <= maxDesc && got != folded {
				t.Errorf("%d times %q: got %q", n, word, got)
			}
			if len(got) > maxDesc+10 || !strings.HasPrefix(folded, strings.TrimSuffix(got, "…")) {
				t.Errorf("%d times %q: %d bytes: %q", n, word, len(got), got)
			}
		}
		for most := range 400 {
			words := strings.TrimSpace(strings.Repeat(word, 50))
			lines := wrap(words, most*px, 3, face{})
			bare := func(s string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(s) }
			if got := strings.Join(lines, ""); len(lines) > 3 || bare(got) != bare(words) {
				t.Errorf("%q in lines of %d: got %q", words, most, lines)
			}
		}
	}
}

// No word is left alone on a last line.
func TestWrap(t *testing.T) {
	for words, want := range map[string]string{
		"Solutions Architect - A":                             "Solutions|Architect - A",
		"next by 2 Dec":                                       "next by 2 Dec",
		"fourth since 15 Jan":                                 "fourth|since 15 Jan",
		"one to catch up since 15 Nov":                        "one to catch up|since 15 Nov",
		"Donaudampfschifffahrtsgesellschaft":                  "Donaudampfschifffahrtsgesellschaft",
		"a handbook of everything there is to know of it all": "a handbook of|everything there is to know of it all",
	} {
		if got := strings.Join(wrap(words, 100*px, 2, face{size: 11}), "|"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestHalves(t *testing.T) {
	upper, lower := face{size: 11, bold: true}, face{size: 11}
	for words, want := range map[string]string{
		"120 h of 200 h":    "120 h|of 200 h",
		"84 h of 120 h":     "84 h|of 120 h",
		"5 h of 8 h":        "5 h|of 8 h",
		"97% kept":          "97%|kept",
		"32\nof 36.5 cr":    "32|of 36.5 cr",
		"1,234":             "1,234|",
		"\n":                "\n|",
		"a few words there": "a few|words there",
	} {
		first, second := halves(words, upper, lower)
		if got := first + "|" + second; got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
}
