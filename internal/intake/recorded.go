package intake

import (
	"regexp"
	"slices"
	"strings"

	"github.com/honelog/hone/tracker"
)

// Recorded returns the file in which a log has the entry or the pause that was
// made from a post: one whose source is just that. ok is false where there is
// none.
func (b Book) Recorded(p Post) (file string, ok bool) {
	source := p.Source()
	log, _ := tracker.Parse(b.Files, b.Zone)
	for i := range log.Entries {
		if e := &log.Entries[i]; e.Field("source") == source {
			file, _ := log.Line(e)
			return file, true
		}
	}
	for _, f := range b.Files {
		if pauseFrom(f.Data, source) {
			return f.Name, true
		}
	}
	return "", false
}

// Hides reports whether the entry that was made from a post is kept from the
// public, so that nothing may name its file.
func (b Book) Hides(p Post) bool {
	log, _ := tracker.Parse(b.Files, b.Zone)
	return slices.ContainsFunc(log.Entries, func(e tracker.Entry) bool { return e.Private && e.Field("source") == p.Source() })
}

var (
	headerLine = regexp.MustCompile(`^\s*\[+\s*"?([^\]"]*?)"?\s*\]+`)
	sourceLine = regexp.MustCompile(`^\s*source\s*=\s*(?:"([^"\\]*)"|'([^']*)')\s*(?:#.*)?$`)
)

// pauseFrom reports whether a file has a pause of that source. It goes by the
// lines of the text, since a pause does not tell where it came from.
func pauseFrom(text []byte, source string) bool {
	table := ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\r\n")
		if m := headerLine.FindStringSubmatch(line); m != nil {
			table = m[1]
		} else if m := sourceLine.FindStringSubmatch(line); m != nil && table == "pause" && m[1]+m[2] == source {
			return true
		}
	}
	return false
}
