package intake

import (
	"slices"
	"strings"

	"github.com/honelog/hone/tracker"
)

// Recorded returns the file in which a log has the entry or the pause that was
// made from a post: one whose source is just that. alike says that it can have
// been made of what the post says now: where a log moved to another repository,
// the issues there are counted from the beginning, and a source speaks of one of
// the old. ok is false where there is none.
func (b Book) Recorded(p Post, now Entry) (file string, alike, ok bool) {
	source := p.Source()
	log, _ := tracker.Parse(b.Files, b.Zone)
	take := func(from string, is bool) {
		if !ok || is && !alike {
			file, alike, ok = from, is, true
		}
	}
	for i := range log.Entries {
		if e := &log.Entries[i]; e.Field("source") == source {
			file, _ := log.Line(e)
			take(file, now.resembles(e))
		}
	}
	for i := range log.Pauses {
		if p := &log.Pauses[i]; p.Source == source {
			file, _ := log.PauseLine(p)
			take(file, now.Break != nil && (now.Break.From == p.From || now.Break.Until == p.Until))
		}
	}
	return file, alike, ok
}

// resembles reports whether two entries are of a kind and have the title or the
// day in common.
func (e Entry) resembles(old *tracker.Entry) bool {
	if e.After == nil || e.Break != nil {
		return false
	}
	return slices.ContainsFunc(e.After.Entries, func(x tracker.Entry) bool {
		file, _ := e.After.Line(&x)
		return file == e.File && x.Kind == old.Kind && (strings.EqualFold(x.Title, old.Title) || x.When == old.When && x.Begun == old.Begun)
	})
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
