package badges

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLink bounds a link, in bytes.
const maxLink = 2000

// A LinkError says why a text is no link that a badge may have.
type LinkError struct {
	Value   string // as given
	Problem string
}

func (e *LinkError) Error() string { return fmt.Sprintf("the link %.80q %s", e.Value, e.Problem) }

// checkLink accepts links that lead where they say: http and https with a plain
// host, mailto with one address, and links relative to the page. What programs
// read in more than one way is an error.
func checkLink(s string) error {
	problem := spelling(s)
	if problem == "" {
		scheme, rest, found := strings.Cut(s, ":")
		switch {
		case !found || strings.ContainsAny(scheme, "/?#"):
			if strings.HasPrefix(s, "//") {
				problem = "has no scheme; write https:// before the host"
			}
		case strings.EqualFold(scheme, "http"), strings.EqualFold(scheme, "https"):
			problem = authority(rest)
		case strings.EqualFold(scheme, "mailto"):
			problem = address(rest)
		default:
			problem = "is not of http, https or mailto, nor relative"
		}
	}
	if problem != "" {
		return &LinkError{s, problem}
	}
	return nil
}

// spelling says what is wrong with the characters of a link, or "". A browser
// drops tabs and line ends, even inside a scheme, and takes a backslash for a
// slash; none of that is a link here.
func spelling(s string) string {
	if len(s) > maxLink {
		return fmt.Sprintf("is longer than %d bytes", maxLink)
	}
	for i, r := range s {
		switch {
		case r == utf8.RuneError, r <= ' ', strings.ContainsRune("\"<>\\^`{|}\x7f", r),
			r >= utf8.RuneSelf && (!unicode.IsGraphic(r) || unicode.IsSpace(r)):
			_, size := utf8.DecodeRuneInString(s[i:])
			return fmt.Sprintf("has %q at byte %d", s[i:i+size], i)
		case r == '%':
			if i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2]) {
				return fmt.Sprintf("has a %% without two hexadecimal digits at byte %d", i)
			}
			if s[i+1] < '2' || s[i+1] == '7' && s[i+2]|0x20 == 'f' {
				return fmt.Sprintf("has an encoded control character at byte %d", i)
			}
		}
	}
	return ""
}

func isHex(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }

// authority says what is wrong with a link after its scheme and colon, or "".
func authority(rest string) string {
	host, ok := strings.CutPrefix(rest, "//")
	if !ok {
		return "lacks the // after its scheme"
	}
	if end := strings.IndexAny(host, "/?#"); end >= 0 {
		host = host[:end]
	}
	if strings.Contains(host, "@") {
		return "has a user name before its host"
	}
	name, port, found := host, "", false
	if end := strings.LastIndexByte(host, ':'); end > strings.LastIndexByte(host, ']') {
		name, port, found = host[:end], host[end+1:], true
	}
	if found && (port == "" || len(port) > 5 || strings.Trim(port, "0123456789") != "") {
		return "has a port that is no number"
	}
	allowed := "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._"
	if in, ok := strings.CutPrefix(name, "["); ok {
		if name, ok = strings.CutSuffix(in, "]"); !ok {
			return "has a host with [ and no ]"
		}
		allowed = "0123456789abcdefABCDEF:."
	}
	switch {
	case name == "":
		return "has no host"
	case strings.Trim(name, allowed) != "":
		return "has a host with other characters than a-z 0-9 - . (others are written xn--…)"
	}
	return ""
}

// address says what is wrong with a mailto link after its colon, or "".
func address(rest string) string {
	to, _, _ := strings.Cut(rest, "?")
	user, host, _ := strings.Cut(to, "@")
	if user == "" || host == "" || strings.ContainsAny(to, ",;:/") || strings.Contains(host, "@") {
		return "has not one address like name@example.org"
	}
	return ""
}

// appendLink appends a link that was checked, for an attribute.
func appendLink(dst []byte, s string) []byte {
	const digits = "0123456789ABCDEF"
	for i := range len(s) {
		switch c := s[i]; {
		case c == '&':
			dst = append(dst, "&amp;"...)
		case c == '\'':
			dst = append(dst, "%27"...)
		case c >= utf8.RuneSelf:
			dst = append(dst, '%', digits[c>>4], digits[c&0xF])
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
