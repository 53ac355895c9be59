package interop

import (
	"strconv"
	"strings"
	"unicode"
)

// quarterStars reads stars from 0 to 5 in quarters.
func quarterStars(s string) (int, bool) {
	whole, part, _ := strings.Cut(strings.TrimSpace(s), ".")
	n, err := strconv.Atoi("0" + whole)
	quarter, ok := map[string]int{"": 0, "0": 0, "00": 0, "25": 1, "5": 2, "50": 2, "75": 3}[part]
	quarter += 4 * n
	return quarter, err == nil && ok && n <= 5 && quarter <= 20 && len(whole) <= 1
}

// plainHTML takes the marks out of a review: line breaks become spaces, other
// tags nothing.
func plainHTML(s string) string {
	var b strings.Builder
	for {
		text, rest, open := strings.Cut(s, "<")
		b.WriteString(text)
		if !open {
			break
		}
		tag, after, closed := strings.Cut(rest, ">")
		if !closed || tag == "" || !strings.ContainsAny(tag[:1], "/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") {
			b.WriteByte('<')
			s = rest
			continue
		}
		if name := strings.ToLower(tag); strings.HasPrefix(name, "br") || strings.HasPrefix(name, "p") || strings.HasPrefix(name, "/p") {
			b.WriteByte(' ')
		}
		s = after
	}
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&nbsp;", " ", "&amp;", "&").Replace(b.String())
}

// amount says how many there are of something.
func amount(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + several
}

// isYear reports whether a text is a year and no more.
func isYear(s string) bool { return len(s) == 4 && strings.Trim(s, "0123456789") == "" }

// link returns a text that may be written as a link, or "".
func link(s string) string {
	s = strings.TrimSpace(s)
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	host := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host = rest[:i]
	}
	if !ok || host == "" || host[0] == '.' || host[0] == ':' || strings.Contains(host, "@") || strings.ContainsFunc(s, func(c rune) bool {
		return unicode.IsSpace(c) || unicode.IsControl(c) || strings.ContainsRune("<>\"`\\{}|^", c)
	}) {
		return ""
	}
	return s
}

// isbn returns the digits of an ISBN, or "" for what is none.
func isbn(s string) string {
	digits := strings.NewReplacer("-", "", " ", "").Replace(strings.TrimSpace(s))
	body := digits
	if len(digits) == 10 {
		body = strings.TrimRight(digits, "Xx")
	}
	if len(digits) != 10 && len(digits) != 13 || len(digits)-len(body) > 1 || strings.Trim(body, "0123456789") != "" {
		return ""
	}
	return digits
}

// tags returns the texts of a list with commas, without those that are left out.
func tags(list string, without ...string) (out []string) {
	seen := map[string]bool{"": true}
	for _, w := range without {
		seen[w] = true
	}
	for _, s := range strings.Split(list, ",") {
		if s = strings.TrimSpace(s); !seen[strings.ToLower(s)] {
			seen[strings.ToLower(s)] = true
			out = append(out, s)
		}
	}
	return out
}
