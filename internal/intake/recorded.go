package intake

import (
	"slices"

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
	for i := range log.Pauses {
		if p := &log.Pauses[i]; p.Source == source {
			file, _ := log.PauseLine(p)
			return file, true
		}
	}
	return "", false
}

// Hides reports whether the entry that was made from a post is kept from the
// public, or the pause is of a goal that is, so that nothing may name its file.
func (b Book) Hides(p Post) bool {
	log, _ := tracker.Parse(b.Files, b.Zone)
	private := func(id string) bool {
		return slices.ContainsFunc(log.Goals, func(g *tracker.Goal) bool { return g.ID == id && g.Latest().Private })
	}
	return slices.ContainsFunc(log.Entries, func(e tracker.Entry) bool { return e.Private && e.Field("source") == p.Source() }) ||
		slices.ContainsFunc(log.Pauses, func(x tracker.Pause) bool {
			return x.Source == p.Source() && slices.ContainsFunc(x.Goals, private)
		})
}
