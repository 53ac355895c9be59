package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/tracker"
)

type initFlags struct {
	timezone, start, preset string
	books                   int
	noGoals, noWorkflow     bool
}

func (a *app) initCommand() *cobra.Command {
	var f initFlags
	c := &cobra.Command{
		Use: "init", GroupID: groupSetUp, Args: cobra.NoArgs,
		Short:   "Start a log here: settings, goals, workflow; complete what is missing, overwrite nothing",
		Example: "  hone init\n  hone init --preset technical-leader --timezone Europe/Berlin",
		RunE:    func(c *cobra.Command, _ []string) error { return a.init(f, c.Flags().Changed("start")) },
	}
	c.Flags().StringVar(&f.timezone, "timezone", "", "the IANA time zone that decides when today begins (default: this machine's)")
	c.Flags().StringVar(&f.start, "start", "today", "goals expect nothing before this day")
	c.Flags().StringVar(&f.preset, "preset", "", "begin with a ready set of goals: technical-leader")
	c.Flags().IntVar(&f.books, "books", 12, "begin with a goal of so many books a year")
	c.Flags().BoolVar(&f.noGoals, "no-goals", false, "begin without goals")
	c.Flags().BoolVar(&f.noWorkflow, "no-workflow", false, "write no workflow for GitHub Actions")
	complete(c, "preset", "technical-leader")
	return c
}

// init writes learning.toml, or adds to it what it lacks.
func (a *app) init(f initFlags, startGiven bool) error {
	if f.preset != "" && f.preset != "technical-leader" {
		return usage("--preset %q: there is technical-leader", f.preset)
	}
	if f.books < 1 || f.books > 10_000 {
		return usage("--books: write a number from 1 to 10,000")
	}
	zone := f.timezone
	if zone == "" {
		zone = machineZone(a.getenv)
	}
	if !knownZone(zone) {
		return usage("--timezone: there is no time zone %q; write an IANA name, like Europe/Berlin", zone)
	}
	today, err := a.day(zone)
	if err != nil {
		return err
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
	root, logged, err := a.initLog(tracker.StartSettings(zone, start.Last()), tracker.StartZone(zone), goals, startGiven)
	if err != nil {
		return err
	}
	changed, err := a.initRepository(root, f)
	if err != nil {
		return ioError(err)
	}
	if !logged && !changed {
		a.say("nothing to add: settings, goals and the rest are there")
		return nil
	}
	a.say("In a public repository everybody can read the log and its issues.")
	a.say("next    hone add book \"Title\"    then    hone status")
	return nil
}

// initLog writes learning.toml, or adds to it what it lacks, and returns the
// folder of the log. A log that is there keeps its lines: it gets the time zone
// alone, unless a start was asked for.
func (a *app) initLog(settings, zone, goals string, startGiven bool) (root string, changed bool, err error) {
	dir := a.below("")
	where, err := disk.Find(dir, a.logs)
	if err != nil && !errors.Is(err, disk.ErrNoLog) {
		return "", false, ioError(err)
	}
	if errors.Is(err, disk.ErrNoLog) {
		where.Names = nil
	}
	files, err := where.Read()
	if err != nil {
		return "", false, ioError(err)
	}
	old, err := disk.ReadFile(where.Root, "learning.toml")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", false, ioError(err)
	}
	exists := err == nil
	if (len(files) > 1 || len(bytes.TrimSpace(old)) > 0) && !startGiven {
		settings = zone
	}
	text, added, err := tracker.Complete(files, old, settings, goals)
	if err != nil {
		return "", false, exitError{exitNoWork, err.Error()}
	}
	if len(added) == 0 {
		return where.Root, false, nil
	}
	if err := disk.Apply(where.Root, []disk.Change{{Name: "learning.toml", Data: text, Exists: exists}}); err != nil {
		return "", false, ioError(err)
	}
	if exists {
		a.say("edited  learning.toml: added %s", strings.Join(added, " and "))
	} else {
		a.say("wrote   learning.toml: %s", strings.Join(added, " and "))
	}
	return where.Root, true, nil
}

// machineZone finds the time zone of this machine, or UTC.
func machineZone(getenv func(string) string) string {
	if tz := strings.TrimPrefix(getenv("TZ"), ":"); knownZone(tz) {
		return plainZone(tz)
	}
	if link, err := os.Readlink("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(filepath.ToSlash(link), "zoneinfo/"); ok && knownZone(name) {
			return plainZone(name)
		}
	}
	if data, err := os.ReadFile("/etc/timezone"); err == nil {
		if name := strings.TrimSpace(string(data)); knownZone(name) {
			return plainZone(name)
		}
	}
	return "UTC"
}

// plainZone calls the zone of no place by the name that people know.
func plainZone(name string) string {
	if name == "Etc/UTC" {
		return "UTC"
	}
	return name
}
