package tracker

import (
	"fmt"

	"github.com/honelog/hone/tracker/civil"
)

// EvidenceState is what is known of a file that an entry names as evidence.
type EvidenceState int

// The states.
const (
	EvidenceTracked   EvidenceState = iota // there, and in Git or in no repository
	EvidenceUntracked                      // there, and unknown to Git
	EvidenceMissing                        // not there, or no regular file
)

// World is what a check needs beyond the log.
type World struct {
	Today    civil.Date
	Evidence func(path string) EvidenceState // nil: not looked at
	Public   bool                            // everybody can read the repository
}

// Check finds what depends on the day, on files and on the repository. All of
// it are warnings.
func (l *Log) Check(w World) []Finding {
	var found []Finding
	report := func(code string, at Place, message, help string) {
		if len(found) < keptPerFile {
			found = append(found, l.finding(code, at, message, help))
		}
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		if key := e.Kind.Counts; (key == "finished" || key == "earned") && e.When.Set && e.When.On(w.Today) > w.Today {
			report("future-date", e.whenAt, fmt.Sprintf("%s is still to come", e.When), fmt.Sprintf("%s is the day it was done; leave it out until then", quote(key)))
		}
		if w.Evidence != nil {
			for _, p := range e.Evidence {
				if urlFault(p.Path) == "" {
					continue
				}
				switch w.Evidence(p.Path) {
				case EvidenceMissing:
					report("evidence-missing", p.at, "there is no file "+quote(p.Path), "put it there, or mend the path: it begins at the log root")
				case EvidenceUntracked:
					report("evidence-untracked", p.at, quote(p.Path)+" is not in Git", "add it: git add "+quote(p.Path))
				}
			}
		}
		if w.Public && e.Private {
			report("not-private-here", e.hideAt, "everybody can read this log", "keep it in a private repository if nobody else should")
		}
	}
	if w.Public {
		for _, g := range l.Goals {
			if d := g.Latest(); d.Private {
				report("not-private-here", d.at, "everybody can read this log", "keep it in a private repository if nobody else should")
			}
		}
	}
	return l.markPrivate(Sort(found))
}
