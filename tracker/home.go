package tracker

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/honelog/hone/tracker/civil"
)

// HomeOf returns the name of the file into which a person would put an entry of
// a day: the one with the latest entries of the kind, or of any, and where that
// is a year's, the file of the day's year. files are all names of the log.
func (l *Log) HomeOf(kind string, on civil.Date, files []string) string {
	latest, latestAny := "", ""
	var best, bestAny civil.Date
	for i := range l.Entries {
		e := &l.Entries[i]
		name := l.sources[e.at.file-1].Name
		if !e.When.Set || byTool(name) {
			continue
		}
		if d := e.When.Last(); latestAny == "" || d > bestAny {
			bestAny, latestAny = d, name
		}
		if d := e.When.Last(); e.Kind.Name == kind && (latest == "" || d > best) {
			best, latest = d, name
		}
	}
	home := latest
	if home == "" {
		home = latestAny
	}
	if home != "" && !isYearFile(home) || !slices.ContainsFunc(files, isYearFile) || on.Year() < 1 {
		return cmp.Or(home, mainFile(files))
	}
	return fmt.Sprintf("learning/%04d.toml", on.Year())
}

// mainFile returns the name of the file into which a person puts what has no
// better place.
func mainFile(files []string) string {
	if slices.Contains(files, "learning.toml") {
		return "learning.toml"
	}
	for _, f := range files {
		if !byTool(f) {
			return f
		}
	}
	return "learning.toml"
}

// byTool reports whether a file is one that a person does not write into: of an
// entry that was sent in (learning/2026/2026-05-01-slug.toml), or of an import
// (learning/import-goodreads.toml).
func byTool(name string) bool {
	if strings.HasPrefix(name, "learning/import-") {
		return true
	}
	year := path.Base(path.Dir(name))
	return strings.Count(name, "/") > 1 && len(year) == 4 && allDigits(year)
}

// isYearFile reports whether a file is a year's: learning/2026.toml.
func isYearFile(name string) bool {
	digits, ok := strings.CutPrefix(name, "learning/")
	digits, ok2 := strings.CutSuffix(digits, ".toml")
	return ok && ok2 && len(digits) == 4 && allDigits(digits)
}

func allDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// HomeOfGoals returns the name of the file into which a person would put a
// pause: that with the latest pause, else that with the goals.
func (l *Log) HomeOfGoals(files []string) string {
	for i := len(l.Pauses) - 1; i >= 0; i-- {
		if name := l.sources[l.Pauses[i].at.file-1].Name; !byTool(name) {
			return name
		}
	}
	for _, g := range l.Goals {
		if g.at.file > 0 {
			return l.sources[g.at.file-1].Name
		}
	}
	return mainFile(files)
}
