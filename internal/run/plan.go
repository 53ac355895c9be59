package run

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/honelog/hone/internal/nudge"
	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// ErrInvalid is the error of a log with errors: nothing is made of it.
var ErrInvalid = errors.New("the log has errors")

// Material is what a plan is made from: a log as it was read on a day, and the
// files that it may change.
type Material struct {
	Log      *tracker.Log
	Findings []tracker.Finding
	Names    []string // of the log's files, from the repository's root
	Today    civil.Date

	Readme    []byte // nil: there is none
	Status    []byte // status.json as it is; nil: there is none
	Heartbeat bool   // the branch has been still for long: renew the date in status.json

	// PictureURL is the address of the folder of the pictures, with its slash;
	// empty: relative to the README.
	PictureURL string
}

// Plan is what a run makes of a log on a day.
type Plan struct {
	Status   render.Status     // of everything; what is published is its public part
	Pictures map[string][]byte // files of the output folder, by path
	Readme   []byte            // with its blocks filled; nil: stays as it is
	Notes    []string          // what a person should know of the plan
}

// Make plans a run. It fails with [ErrInvalid] on a log with errors.
func Make(m Material, in Inputs) (*Plan, error) {
	if tracker.Errors(m.Findings) > 0 {
		return nil, ErrInvalid
	}
	p := &Plan{Status: render.StatusOf(m.Log, m.Today), Pictures: map[string][]byte{}}
	shown := render.AsOf(m.Log, p.Status.Public())
	badges, cards := render.Badges(m.Log, shown, in.NudgeAfter), render.Cards(m.Log, shown, in.NudgeAfter)
	files, err := render.Pictures(m.Log, badges, cards)
	if err != nil {
		return nil, err
	}
	p.fillReadme(m, in, blocks(m, in, shown, badges, cards, files))
	files["status.json"] = render.RenewStatusFile(shown, m.Today, m.Status, m.Heartbeat)
	for name, data := range files {
		p.Pictures[path.Join(in.Output, name)] = data
	}
	return p, nil
}

// Files returns all files of the plan, by path.
func (p *Plan) Files(in Inputs) map[string][]byte {
	files := map[string][]byte{}
	for name, data := range p.Pictures {
		files[name] = data
	}
	if p.Readme != nil {
		files[in.Readme] = p.Readme
	}
	return files
}

func (p *Plan) note(format string, args ...any) {
	p.Notes = append(p.Notes, fmt.Sprintf(format, args...))
}

// IsOurs reports whether a file of the output folder is one that a run makes.
func IsOurs(name string) bool {
	if name == "status.json" || render.IsCardFile(name) {
		return true
	}
	stem, ok := strings.CutPrefix(name, "badge-")
	return ok && (strings.HasSuffix(stem, ".svg") || strings.HasSuffix(stem, ".json"))
}

// Nudges are the issues that a run would open where there are none yet.
func Nudges(m Material, in Inputs) []nudge.Step {
	if in.Nudge == "off" {
		return nil
	}
	return nudge.Plan(WantOf(m.Log, m.Findings, m.Today, in), nil)
}
