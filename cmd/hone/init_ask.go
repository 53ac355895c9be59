package main

import (
	"fmt"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// initQuestions asks what no flag has answered, of what is still to be written.
func (q *asker) initQuestions(f *initFlags, l found, r repository, today civil.Date) error {
	settings, goals := l.lacks("settings"), l.lacks("goals")
	if settings && !f.given("timezone") {
		zone, err := q.text("Time zone", f.timezone, func(s string) error {
			if !knownZone(s) {
				return fmt.Errorf("there is no time zone %q; write an IANA name, like Europe/Berlin", s)
			}
			return nil
		})
		if err != nil {
			return err
		}
		f.timezone = zone
	}
	if goals && !f.given("preset") && !f.given("books") && !f.given("no-goals") {
		at, err := q.choice("Hold you to what?", []string{
			"12 books a year",
			fmt.Sprintf("the technical-leader set: %d goals", len(tracker.TechnicalLeader().On)),
			"goals that I write myself",
		}, 0)
		if err != nil {
			return err
		}
		f.preset = [...]string{"", "technical-leader", ""}[at]
		f.noGoals = at == 2
	}
	if goals && (settings || !f.noGoals && !l.counts()) && !f.given("start") {
		newYear := civil.Of(today.Year(), 1, 1)
		at, err := q.choice("Counting from", []string{"today", "1 January, with what I already did"}, 0)
		if err != nil {
			return err
		}
		f.start = [...]string{today.String(), newYear.String()}[at]
	}
	if r.root != "" && !r.works() && !f.noWorkflow && !f.given("nudge") {
		yes, err := q.yes("Open an issue when a goal is late?")
		if err != nil {
			return err
		}
		if !yes {
			f.nudge = "off"
		}
	}
	return nil
}
