package tracker

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/honelog/hone/tracker/internal/place"
)

// bareKey is a key that can be repeated in a message as it is.
var bareKey = regexp.MustCompile(`^[A-Za-z0-9_.-]{1,40}$`)

// syntaxWords says what is no TOML and how to mend it.
func syntaxWords(f *place.Fault, src *place.Source) (says, help string) {
	line, _ := src.Position(int(f.At.Start))
	text := src.Line(line)
	key, value, _ := strings.Cut(text, "=")
	key = strings.TrimSpace(key)
	if !bareKey.MatchString(key) {
		key = "key"
	}
	switch f.Cause {
	case place.BadHeader:
		says, help = "a header is not closed as it was opened", "a header stands alone on its line, like [[book]]"
		if rules.Known(f.Name) {
			help = "write " + headerOf(f.Name) + ", alone on its line"
		}
	case place.OpenQuote:
		says, help = "a text is not closed on its line", `close it with the quote that it begins with: `+key+` = "…"`
		if strings.Contains(value, `\"`) && strings.HasSuffix(strings.TrimSpace(value), `\"`) {
			help = `a backslash before the quote keeps the text open: write \\ for a backslash, or put the text in single quotes`
		}
	case place.OpenText:
		says, help = "a text of many lines is not closed", `put """ (or ''') behind its last line, as at its beginning`
	case place.OpenList:
		says, help = "a list is not closed", "put ] behind its last value"
	case place.OpenTable:
		says, help = "a table in braces is not closed", "put } behind its last value"
	case place.NoEquals:
		says, help = "the line is no key with a value", "write key = value, or begin the line with # if it is a remark"
		if name, rest, ok := strings.Cut(text, ":"); ok && len(name) <= 40 && strings.TrimSpace(rest) != "" && !strings.Contains(strings.TrimSpace(name), " ") {
			help = "write an equals sign in place of the colon"
		}
	case place.NoKey:
		says, help = "a value has no key", "write key = value"
	case place.NoValue:
		says, help = fmt.Sprintf("%s has no value", quote(key)), "write one behind the equals sign, or take the line out"
	case place.BareText:
		says, help = "a text stands without quotes", `put it in quotes: `+key+` = "…"`
		switch strings.ToLower(strings.TrimRight(strings.TrimSpace(value), " \t")) {
		case "true", "yes", "on":
			says, help = "that is no value", "write "+key+" = true"
		case "false", "no", "off":
			says, help = "that is no value", "write "+key+" = false"
		case "null", "nil", "none":
			says, help = "that is no value", "leave the line out where there is nothing to say"
		}
	case place.BadEscape:
		says, help = "a backslash stands before a character that it does not go with", `write \\ for a backslash, or put the text in single quotes`
	case place.BadNumber:
		says, help = "the number is not written as TOML writes one", "write digits without zeros in front, with a point if need be: 5 or 1.5; or put a text in quotes"
	case place.TwoValues:
		says, help = "something stands behind the value", "one value a line; a remark begins with #"
		switch trimmed := strings.TrimSpace(value); {
		case strings.Contains(f.Message, "after array") || strings.Contains(f.Message, "after inline"):
			help = "put a comma between two values"
		case strings.Count(text, `"`) > 2 && strings.HasPrefix(trimmed, `"`):
			help = `write \" for a quote within the text, or put the text in single quotes`
		case len(trimmed) > 0 && trimmed[0] >= '0' && trimmed[0] <= '9' && strings.Contains(trimmed, ","):
			help = "write a point in place of the comma, like 1.5"
		case len(trimmed) > 0 && trimmed[0] >= '0' && trimmed[0] <= '9':
			help = `put text in quotes: ` + key + ` = "…"`
		}
	case place.GivenUp:
		says, help = "too many lines are no TOML", "is this the right file? `hone explain syntax` shows the form of a log"
	default:
		says, help = parserWords(f.Message), "`hone explain syntax` shows the form of a log"
	}
	return says, help
}

// parserWords makes a parser's message fit to be shown: one line, not long.
func parserWords(message string) string {
	message = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || isBidi(r) || r == unicode.ReplacementChar {
			return '?'
		}
		return r
	}, strings.TrimPrefix(message, "toml: "))
	if r := []rune(message); len(r) > 160 {
		message = string(r[:159]) + "…"
	}
	return message
}
