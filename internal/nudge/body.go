package nudge

import (
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
// say until when the issue rests. Where nobody remembers what we wrote, that is
// all of it.
func (b body) text() string {
	text := strings.ReplaceAll(b.inside, "\r\n", "\n")
	if b.state.Lines != "" {
		text, _ = part(text, b.state.Lines)
	}
	return strings.TrimPrefix(strings.TrimSpace(text), restText(b.state))
}

// write puts a body together again, with a text in its region, if it has one,
// below what the state says of rest. A body that would be too long for GitHub
// keeps a person's text, not ours.
func (b body) write(text string, s state) string {
	out := b.before
	s.Lines = ""
	if b.region {
		text = restText(s) + text
		s.Lines = linesOf(text)
		after := b.foreign(s.Lines) + b.after
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

// foreign returns what a person wrote into the region, to stand below it. Where
// nobody remembers what we wrote there, it is all that we do not write now.
func (b body) foreign(now string) string {
	written := b.state.Lines
	if written == "" {
		written = now
	}
	if _, kept := part(b.inside, written); kept != "" {
		return "\n\n" + kept
	}
	return ""
}

// part tells the lines of a text that we wrote from a person's, by the hashes of
// ours. A line of a person's that says the same as one of ours is one of theirs
// where it stands there once more. Empty lines go with what they part; pieces of
// a person's that stood apart do so still.
func part(text, written string) (ours, theirs string) {
	left := map[string]int{}
	for _, hash := range strings.Fields(written) {
		left[hash]++
	}
	var mine, other, blank strings.Builder
	apart := false // a line of ours stands between
	for _, line := range strings.SplitAfter(text, "\n") {
		hash := lineHash(line)
		switch {
		case strings.TrimSpace(line) == "":
			blank.WriteString(line)
			continue
		case left[hash] > 0:
			left[hash]--
			mine.WriteString(blank.String() + line)
			apart = true
		default:
			if apart && other.Len() > 0 {
				other.WriteString("\n")
			} else if other.Len() > 0 {
				other.WriteString(blank.String())
			}
			other.WriteString(line)
			apart = false
		}
		blank.Reset()
	}
	return mine.String(), strings.TrimRight(other.String(), "\r\n")
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
