package nudge

import (
	"strings"
	"unicode/utf8"
)

// A body has a region, which is ours, and a marker as its last line. All the
// rest is a person's: it stays, byte for byte and in order.
const (
	regionStart = "<!-- hone:start nudge -->"
	regionEnd   = "<!-- hone:end nudge -->"
)

// body is an issue's body, taken apart. before and after hold the lines
// around the region without the marker.
type body struct {
	before, after string
	region        bool // there is one; without it, before holds everything
	state         state
	marked, known bool // there is a marker; it is of this version
}

// readBody takes a body apart. Of several markers the last one holds; a region
// without its end is none.
func readBody(text string) body {
	lines := strings.SplitAfter(text, "\n")
	start, end, mark := -1, -1, -1
	var b body
	for i, line := range lines {
		switch trimmed := strings.TrimSpace(line); {
		case trimmed == regionStart && start < 0:
			start = i
		case trimmed == regionEnd && start >= 0 && end < 0:
			end = i
		case strings.HasPrefix(trimmed, "<!-- hone:v"):
			if s, known, ours := readMarker(trimmed); ours {
				b.state, b.known, b.marked, mark = s, known, true, i
			}
		}
	}
	if mark >= 0 {
		// The line goes, its end with it; the end of the line before stays.
		lines[mark] = ""
	}
	if b.region = end >= 0; b.region {
		b.before = strings.Join(lines[:start], "")
		b.after = lines[end][strings.Index(lines[end], regionEnd)+len(regionEnd):] + strings.Join(lines[end+1:], "")
		return b
	}
	b.before = strings.Join(lines, "")
	return b
}

// write puts a body together again, with a text in its region, if it has one.
// A body that would be too long for GitHub keeps a person's text, not ours.
func (b body) write(text string, s state) string {
	marker := s.marker()
	out := b.before
	if b.region {
		ours := regionStart + "\n" + text + "\n" + regionEnd
		if utf8.RuneCountInString(b.before+ours+b.after+marker) > maxBody {
			ours = regionStart + "\n" + regionEnd
		}
		out += ours + b.after
	}
	switch {
	case out == "" || strings.HasSuffix(out, "\n\n") || strings.HasSuffix(out, "\n\r\n"):
	case strings.HasSuffix(out, "\n"):
		out += "\n"
	default:
		out += "\n\n"
	}
	return out + marker
}
