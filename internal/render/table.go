package render

import (
	"strings"

	"github.com/rivo/uniseg"
)

// row is a line of the status.
type row struct {
	name, done, stands, when, days string
	paint                          func(string) string // of stands
}

// table sets rows in columns, and returns how wide the widest is. What comes
// next may run on into the column of days where a row has none.
func table(rows []row) (text string, width int) {
	var name, done, stands, when, days int
	for _, r := range rows {
		name = max(name, uniseg.StringWidth(r.name))
		done = max(done, uniseg.StringWidth(r.done))
		stands = max(stands, uniseg.StringWidth(r.stands))
		if r.days != "" {
			when = max(when, uniseg.StringWidth(r.when))
			days = max(days, strings.IndexByte(r.days, ' '))
		}
	}
	column := func(s string, width int) string {
		if width == 0 {
			return ""
		}
		return pad(s, width) + "  "
	}
	var b strings.Builder
	for _, r := range rows {
		head := "  " + column(r.name, name) + column(r.done, done)
		tail := strings.Repeat(" ", stands-uniseg.StringWidth(r.stands)) + "  " + r.when
		if r.days != "" {
			tail = tail[:len(tail)-len(r.when)] + pad(r.when, when) + "  " + strings.Repeat(" ", days-strings.IndexByte(r.days, ' ')) + r.days
		}
		tail = strings.TrimRight(tail, " ")
		width = max(width, uniseg.StringWidth(head)+uniseg.StringWidth(r.stands)+uniseg.StringWidth(tail))
		b.WriteString(head + r.paint(r.stands) + tail + "\n")
	}
	return b.String(), width
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-uniseg.StringWidth(s)))
}

// cut shortens a text to a width; 0 leaves it as it is.
func cut(s string, width int) string {
	if width == 0 || uniseg.StringWidth(s) <= width {
		return s
	}
	var b strings.Builder
	have := 0
	for g := uniseg.NewGraphemes(s); g.Next() && have+g.Width() <= width-2; {
		b.WriteString(g.Str())
		have += g.Width()
	}
	return strings.TrimRight(b.String(), " -") + "…"
}

// wrapped sets a text behind a head, over lines of the screen's width, cut
// behind what parts its pieces.
func wrapped(head, text, parted string) string {
	var b strings.Builder
	line := head
	for i, part := range strings.SplitAfter(text, parted) {
		if i > 0 && uniseg.StringWidth(line+strings.TrimRight(part, " ")) > screenWidth {
			b.WriteString(strings.TrimRight(line, " ") + "\n")
			line = strings.Repeat(" ", uniseg.StringWidth(head))
		}
		line += part
	}
	return b.String() + strings.TrimRight(line, " ") + "\n"
}
