package nudge

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/honelog/hone/internal/words"
)

// A body has a region, which is ours, and a marker as its last line. All the
// rest is a person's: it stays, byte for byte and in order. A line that a
// person wrote into the region moves out of it, below.
const (
	regionStart = "<!-- hone:start nudge -->"
	regionEnd   = "<!-- hone:end nudge -->"
)

// body is an issue's body, taken apart. before and after hold the lines
// around the region without the marker.
type body struct {
	before, after string
	region        bool   // there is one; without it, before holds everything
	inside        string // what stands in it
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
		b.inside = strings.Join(lines[start+1:end], "")
		b.after = lines[end][strings.Index(lines[end], regionEnd)+len(regionEnd):] + strings.Join(lines[end+1:], "")
		return b
	}
	b.before = strings.Join(lines, "")
	return b
}

// text returns what we wrote into the region, without the lines above it that
// say until when the issue rests.
func (b body) text() string {
	var ours strings.Builder
	for _, line := range strings.SplitAfter(strings.ReplaceAll(b.inside, "\r\n", "\n"), "\n") {
		if !b.isForeign(line) {
			ours.WriteString(line)
		}
	}
	return strings.TrimPrefix(strings.TrimSpace(ours.String()), restText(b.state))
}

// write puts a body together again, with a text in its region, if it has one,
// below what the state says of rest. A body that would be too long for GitHub
// keeps a person's text, not ours.
func (b body) write(text string, s state) string {
	out := b.before
	s.Lines = ""
	if b.region {
		text = restText(s) + text
		after := b.foreign() + b.after
		s.Lines = linesOf(text)
		ours := regionStart + "\n" + text + "\n" + regionEnd
		if utf8.RuneCountInString(b.before+ours+after+s.marker()) > maxBody {
			ours = regionStart + "\n" + regionEnd
		}
		out += ours + after
	}
	switch {
	case out == "" || strings.HasSuffix(out, "\n\n") || strings.HasSuffix(out, "\n\r\n"):
	case strings.HasSuffix(out, "\n"):
		out += "\n"
	default:
		out += "\n\n"
	}
	return out + s.marker()
}

// foreign returns the lines in the region that are a person's, to stand below
// it.
func (b body) foreign() string {
	var kept strings.Builder
	for _, line := range strings.SplitAfter(b.inside, "\n") {
		if b.isForeign(line) {
			kept.WriteString(line)
		}
	}
	if kept.Len() == 0 {
		return ""
	}
	return "\n\n" + strings.TrimRight(kept.String(), "\r\n")
}

// isForeign reports whether a line in the region is not as we wrote it. Where
// nobody remembers what we wrote, all of it is ours.
func (b body) isForeign(line string) bool {
	return b.state.Lines != "" && strings.TrimSpace(line) != "" && !slices.Contains(strings.Fields(b.state.Lines), lineHash(line))
}

// linesOf hashes the lines of a text that say something.
func linesOf(text string) string {
	var all []string
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) != "" {
			all = append(all, lineHash(line))
		}
	}
	return strings.Join(all, " ")
}

// lineHash is short: it tells a dozen lines apart from what a person writes.
func lineHash(line string) string { return hashOf(strings.TrimRight(line, " \t\r\n"))[:6] }

// restText is what stands above the text of an issue that rests; "" for one
// that does not.
func restText(s state) (text string) {
	if d, ok := s.Pause.date(); ok {
		text += "*A break until " + words.LongDay(d) + ": nothing is asked before it ends.*\n\n"
	}
	if d, ok := s.Snooze.date(); ok {
		text += "*Snoozed until " + words.LongDay(d) + ": no reminders up to then.*\n\n"
	}
	return text
}
