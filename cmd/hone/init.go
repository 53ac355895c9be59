package main

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/tracker"
)

type initFlags struct {
	timezone, start, preset, nudge string
	books                          int
	noGoals, noWorkflow, noForms   bool

	given func(flag string) bool
}

func (a *app) initCommand() *cobra.Command {
	var f initFlags
	c := &cobra.Command{
		Use: "init", GroupID: groupSetUp, Args: cobra.NoArgs,
		Short: "Start a log here: settings, goals, workflow; complete what is missing, overwrite nothing",
		Long: "Write what a log needs and does not have: settings, goals, and in a Git repository the\n" +
			"workflow, two issue forms and the README's marks. What is there stays as it is. At a\n" +
			"terminal four questions are asked, but for those that a flag answers; Enter four times\n" +
			"is a fine answer.",
		Example: "  hone init\n  hone init --preset technical-leader --timezone Europe/Berlin\n  hone init --books 6 --start 2026-01-01 --nudge off",
		RunE: func(c *cobra.Command, _ []string) error {
			f.given = c.Flags().Changed
			return a.init(f)
		},
	}
	c.Flags().StringVar(&f.timezone, "timezone", "", "the IANA time `zone` that decides when today begins (default: this machine's)")
	c.Flags().StringVar(&f.start, "start", "today", "goals expect nothing before this `day`")
	c.Flags().StringVar(&f.preset, "preset", "", "begin with the ready goals of this `name`: technical-leader")
	c.Flags().IntVar(&f.books, "books", 12, "begin with a goal of this `number` of books a year")
	c.Flags().BoolVar(&f.noGoals, "no-goals", false, "begin without goals")
	c.Flags().StringVar(&f.nudge, "nudge", "per-goal", "issues when a goal is late, and `how`: per-goal, digest or off")
	c.Flags().BoolVar(&f.noWorkflow, "no-workflow", false, "write no workflow for GitHub Actions, and no forms")
	c.Flags().BoolVar(&f.noForms, "no-forms", false, "write no issue forms, with which entries are sent in from a phone")
	complete(c, "preset", "technical-leader")
	complete(c, "nudge", "per-goal", "digest", "off")
	return c
}

// init writes what a log lacks. All questions come first, so that one who stops
// at any of them leaves nothing behind.
func (a *app) init(f initFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	l, err := a.findLog()
	if err != nil {
		return err
	}
	if l.where.Named && !slices.Contains(l.where.Names, "learning.toml") {
		return usage("hone init writes learning.toml, which --log does not name; name the folder")
	}
	r, err := findRepository(l.where.Root)
	if err != nil {
		return ioError(err)
	}
	if f.timezone == "" {
		f.timezone = a.machineZone()
	}
	today, err := a.day(f.timezone)
	if err != nil {
		return err
	}
	if q := a.asking(); q != nil {
		if err := q.initQuestions(&f, l, r, today); err != nil {
			return err
		}
	}
	start, err := dayReader(today)(f.start)
	if err != nil || start.Month {
		return usage("--start %q: write a day, like 2026-01-01", f.start)
	}
	goals := tracker.StartBook(f.books)
	switch {
	case f.noGoals:
		goals = ""
	case f.preset != "":
		goals = tracker.StartPreset()
	}
	settings := tracker.StartSettings(f.timezone, start.Last())
	switch {
	case !l.lacks("goals") && !f.given("start"): // those that are there count as they did
		settings = tracker.StartZone(f.timezone)
	case goals != "" && !l.lacks("settings") && !l.counts():
		goals += tracker.StartFrom(start.Last())
	}
	logged, err := a.initLog(l, settings, goals)
	if err != nil {
		return err
	}
	changed, err := a.initRepository(l, r, f)
	if err != nil {
		return ioError(err)
	}
	a.idle(f, l, r)
	if !logged && !changed {
		a.say("nothing to add: what is there stays as it is")
		return nil
	}
	a.say("In a public repository everybody can read the log and its issues.")
	a.say("next    hone add book \"Title\"    then    hone status")
	return nil
}

// found is the log that init finds: maybe none.
type found struct {
	where  disk.Log
	files  []tracker.File
	text   []byte // of learning.toml
	exists bool   // there is a learning.toml
}

func (a *app) findLog() (found, error) {
	var l found
	var err error
	l.where, err = disk.Find(a.below(""), a.logs)
	if errors.Is(err, disk.ErrNoLog) {
		l.where.Names, err = nil, nil
	}
	if err == nil {
		l.files, err = l.where.Read()
	}
	if err == nil {
		l.text, err = disk.ReadFile(l.where.Root, "learning.toml")
		l.exists = err == nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) || err != nil && l.where.Root == "" {
		return l, ioError(err)
	}
	return l, nil
}

// counts reports whether the log says from when goals count.
func (l *found) counts() bool {
	log, _ := tracker.Parse(l.files, nil)
	return log.Settings.HasStart
}

// lacks reports what init would add to the log.
func (l *found) lacks(what string) bool {
	_, added, err := tracker.Complete(l.files, l.text, tracker.StartZone("UTC"), tracker.StartBook(12))
	return err == nil && strings.Contains(strings.Join(added, " "), what)
}

// initLog writes learning.toml, or adds to it what it lacks.
func (a *app) initLog(l found, settings, goals string) (changed bool, err error) {
	text, added, err := tracker.Complete(l.files, l.text, settings, goals)
	if err != nil {
		return false, exitError{exitNoWork, err.Error()}
	}
	if len(added) == 0 {
		return false, nil
	}
	release, err := disk.Lock(l.where.Root)
	if err != nil {
		return false, ioError(err)
	}
	defer release()
	var old []byte
	if l.exists {
		old = append([]byte{}, l.text...)
	}
	if err := disk.Replace(l.where.Root, "learning.toml", old, text); err != nil {
		return false, ioError(err)
	}
	verb := "wrote   learning.toml: %s"
	if l.exists {
		verb = "edited  learning.toml: added %s"
	}
	a.say(verb, strings.Join(added, " and "))
	return true, nil
}
