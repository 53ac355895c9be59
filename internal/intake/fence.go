package intake

import "strings"

// fence follows the fenced blocks of code of a Markdown text line by line, by
// the rules of CommonMark: a fence is at least three of one mark, indented by
// three spaces at most, and ends at one that is as long or longer.
type fence struct {
	mark byte // ` or ~; 0 outside of any
	long int
	line int // on which it opened, from 1
}

// next takes the next line, and reports whether it belongs to a block of code.
func (f *fence) next(line string, n int) bool {
	indent := len(line) - len(strings.TrimLeft(line, " "))
	text := line[indent:]
	if indent > 3 || text == "" || text[0] != '`' && text[0] != '~' {
		return f.mark != 0
	}
	mark := text[0]
	long := len(text) - len(strings.TrimLeft(text, string(mark)))
	info := text[long:]
	switch {
	case long < 3:
	case f.mark == 0:
		if mark == '`' && strings.Contains(info, "`") {
			return false // code within a line
		}
		*f = fence{mark, long, n}
		return true
	case mark == f.mark && long >= f.long && strings.Trim(info, " \t") == "":
		*f = fence{}
		return true
	}
	return f.mark != 0
}
