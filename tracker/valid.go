package tracker

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/honelog/hone/tracker/civil"
)

// isSlug reports whether a text is lower-case letters and digits in words
// joined by single dashes.
func isSlug(s string) bool {
	dash := true // a dash may not begin, end or follow another
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '-' && dash || c != '-' && !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
			return false
		}
		dash = c == '-'
	}
	return !dash
}

// isID reports whether a text can name a goal or a credential.
func isID(s string) bool { return len(s) <= 40 && isSlug(s) }

// slugOf makes a slug of a text: letters without their marks, words joined by
// dashes, at most 40 characters. A text without any letter gives "entry".
func slugOf(s string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(s) {
		if plain, ok := plainLetter[c]; ok {
			b.WriteString(plain)
			continue
		}
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case c == '\'' || c == '’' || unicode.Is(unicode.Mn, c):
		default:
			if n := b.Len(); n > 0 && b.String()[n-1] != '-' {
				b.WriteByte('-')
			}
		}
	}
	slug := b.String()
	if len(slug) > 40 {
		slug = slug[:40]
		if i := strings.LastIndexByte(slug, '-'); i > 20 {
			slug = slug[:i]
		}
	}
	if slug = strings.Trim(slug, "-"); slug == "" {
		return "entry"
	}
	return slug
}

// plainLetter spells letters of other Latin alphabets in plain ones.
var plainLetter = func() map[rune]string {
	m := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ı': "i"}
	for plain, marked := range map[string]string{
		"a": "àáâãåāăą", "ae": "ä", "c": "çćĉċč", "d": "ď", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭį", "j": "ĵ", "k": "ķ",
		"l": "ĺļľ", "n": "ñńņň", "o": "òóôõōŏő", "oe": "ö", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "u": "ùúûũūŭůűų", "ue": "ü", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
	} {
		for _, c := range marked {
			m[c] = plain
		}
	}
	return m
}()

// urlFault says what is wrong with an address, or "".
func urlFault(s string) string {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		if rest, ok = strings.CutPrefix(s, "http://"); !ok {
			return "is no web address"
		}
	}
	host := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host = rest[:i]
	}
	switch {
	case host == "" || strings.HasPrefix(host, ".") || strings.HasPrefix(host, ":"):
		return "names no site"
	case strings.Contains(host, "@"):
		return "holds a name or password"
	case strings.ContainsFunc(s, func(c rune) bool {
		return unicode.IsSpace(c) || unicode.IsControl(c) || strings.ContainsRune("<>\"`\\{}|^", c) || isBidi(c)
	}):
		return "holds a character that no address has"
	}
	return ""
}

// evidenceFault says what is wrong with a path below the log root, or a link,
// or "".
func evidenceFault(s string) string {
	if strings.Contains(s, "://") {
		return urlFault(s)
	}
	switch {
	case strings.HasPrefix(s, "/") || len(s) > 1 && s[1] == ':':
		return "is not below the log root"
	case strings.ContainsRune(s, '\\'):
		return "has a backslash: write /"
	case strings.ContainsFunc(s, unicode.IsControl):
		return "holds a control character"
	}
	for _, part := range strings.Split(s, "/") {
		if part == ".." || part == ".git" || part == "" {
			return "is no path to a file below the log root"
		}
	}
	return ""
}

// isISBN reports whether a text has the shape of an ISBN.
func isISBN(s string) bool {
	digits := strings.Map(func(c rune) rune {
		if c == '-' || c == ' ' {
			return -1
		}
		return c
	}, s)
	if n := len(digits); n == 10 && (digits[9] == 'X' || digits[9] == 'x') {
		digits = digits[:9] + "0"
	} else if n != 10 && n != 13 {
		return false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// spanDays reads a length of time: days ("30d") or weeks ("4w"), at most ten
// years.
func spanDays(s string) (days int, ok bool) {
	if len(s) < 2 || len(s) > 5 {
		return 0, false
	}
	n, err := strconv.ParseUint(s[:len(s)-1], 10, 16)
	switch {
	case err != nil || s[0] == '+':
		return 0, false
	case s[len(s)-1] == 'd':
		days = int(n)
	case s[len(s)-1] == 'w':
		days = int(n) * 7
	default:
		return 0, false
	}
	return days, days <= 3660
}

// yearStart reads "MM-DD", a day that every month has.
func yearStart(s string) (civil.YearStart, bool) {
	if len(s) != 5 || s[2] != '-' {
		return civil.YearStart{}, false
	}
	m, err1 := strconv.ParseUint(s[:2], 10, 8)
	d, err2 := strconv.ParseUint(s[3:], 10, 8)
	return civil.YearStart{Month: time.Month(m), Day: int(d)}, err1 == nil && err2 == nil && m >= 1 && m <= 12 && d >= 1 && d <= 28
}

func quoteAll(words []string) []string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = quote(w)
	}
	return quoted
}

// example returns a line that gives a key a value of its type.
func example(k *Key) string {
	value := map[Type]string{
		TextType: `"…"`, SlugType: `"team-books"`, DateType: "2026-01-31", ExactDayType: "2026-01-31", HoursType: "1.5",
		WholeType: "320", RatingType: "4", BoolType: "true", URLType: `"https://…"`, ISBNType: `"9781491973899"`, TextsType: `["…"]`,
		SkillsType: `["leadership"]`, SessionsType: `["…"]`, EvidenceType: `["evidence/2026/talk.pdf"]`, TargetType: "12", SpanType: `"30d"`,
		KindsType: `["book"]`, IDsType: `["books"]`, ZoneType: `"Europe/Berlin"`, YearDayType: `"04-01"`,
	}[k.Type]
	switch k.Type {
	case CreditsType:
		return "credits.cissp = 3"
	case SubmitsType:
		return "submitted.cissp = 2026-03-28"
	case ScoresType:
		return "scores.technical = 4"
	case LabelsType:
		return `labels.NAME = "…"`
	case CardsType:
		value = "[" + quote(k.Choices[0]) + "]"
	case ChoiceType, UnitType, PerType:
		value = quote(k.Choices[0])
	}
	return k.Name + " = " + value
}
