package main

import (
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// effect says how goals stand that a change has moved.
func (a *app) effect(before, after *logbook) {
	was := map[string]tracker.Standing{}
	for _, s := range before.log.Standings(before.today) {
		was[s.ID] = s
	}
	for _, s := range after.log.Standings(after.today) {
		old, known := was[s.ID]
		now := standsIn(&s, after)
		if !known {
			a.say("%s: %s", s.ID, now)
		} else if then := standsIn(&old, before); then != now {
			a.say("%s: %s (before: %s)", s.ID, now, then)
		}
	}
}

// standsIn is a goal's standing in a few words: 6 of 6, done.
func standsIn(s *tracker.Standing, b *logbook) string {
	parts := []string{words.SoFar(s), words.Stands(s), words.When(s, b.today)}
	if s.Form == tracker.Every {
		parts = parts[1:]
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}
