package main

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/repo"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// logbook is a log as it was read, with what was found.
type logbook struct {
	where    disk.Log
	files    []tracker.File
	log      *tracker.Log
	findings []tracker.Finding
	all      []tracker.Finding // those beyond the first thousand too
	today    civil.Date
}

// knownZone reports whether a name is an IANA time zone.
func knownZone(name string) bool {
	_, err := time.LoadLocation(name)
	return err == nil && name != "" && name != "Local"
}

// read finds the log, reads and checks it.
func (a *app) read(public bool) (*logbook, error) {
	where, err := disk.Find(a.dir, a.logs)
	if errors.Is(err, disk.ErrNoLog) && len(a.logs) == 0 {
		return nil, exitError{exitNoWork, "No log here. `hone init` starts one. [no-log]"}
	}
	if err != nil {
		return nil, exitError{exitNoWork, err.Error()}
	}
	files, err := where.Read()
	if err != nil {
		return nil, exitError{exitNoWork, err.Error()}
	}
	return a.parse(where, files, public)
}

func (a *app) parse(where disk.Log, files []tracker.File, public bool) (*logbook, error) {
	b := &logbook{where: where, files: files}
	b.log, b.findings = tracker.Parse(files, knownZone)
	today, err := a.day(b.log.Settings.Timezone)
	if err != nil {
		return nil, err
	}
	b.today = today
	world := tracker.World{Today: today, Public: public, Evidence: evidence(where.Root)}
	b.all = tracker.Sort(append(b.findings, b.log.Check(world)...))
	b.findings = tracker.Cut(b.all)
	return b, nil
}

// evidence looks up files below a log root: on disk, and in Git where the log
// lies in a repository. The repository is opened when the first is asked for.
func evidence(root string) func(string) tracker.EvidenceState {
	var repository *repo.Repository
	opened := false
	return func(path string) tracker.EvidenceState {
		if !opened {
			repository, _ = repo.Open(root)
			opened = true
		}
		if repository == nil {
			if !disk.IsFile(root, path) {
				return tracker.EvidenceMissing
			}
			return tracker.EvidenceTracked
		}
		switch state, err := repository.Evidence(root, path); {
		case err != nil || state == repo.Missing:
			return tracker.EvidenceMissing
		case state == repo.Untracked:
			return tracker.EvidenceUntracked
		}
		return tracker.EvidenceTracked
	}
}

// line returns the text of a line of one of the log's files.
func (b *logbook) line(file string, n int) string {
	return b.log.Text(file, n)
}

// names returns the names of the log's files.
func (b *logbook) names() []string { return b.where.Names }

// goals returns the ids of the goals.
func (b *logbook) goals() (ids []string) {
	for _, g := range b.log.Goals {
		ids = append(ids, g.ID)
	}
	return ids
}

// goal returns the goal of that id, or nil.
func (b *logbook) goal(id string) *tracker.Goal {
	if i := slices.IndexFunc(b.log.Goals, func(g *tracker.Goal) bool { return g.ID == id }); i >= 0 {
		return b.log.Goals[i]
	}
	return nil
}

// failOn reports whether findings and statuses are what --fail-on names.
func failOn(what string, findings []tracker.Finding, goals []tracker.Standing) (bool, error) {
	errs := tracker.Errors(findings)
	switch what {
	case "never":
		return false, nil
	case "error":
		return errs > 0, nil
	case "warning":
		return len(findings) > 0, nil
	case "behind":
		return errs > 0 || slices.ContainsFunc(goals, func(s tracker.Standing) bool {
			return s.Status == tracker.Behind || s.Status == tracker.Missed
		}), nil
	}
	return false, usage("--fail-on %s: write error, warning, behind or never", fmt.Sprintf("%q", what))
}
