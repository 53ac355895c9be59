package run

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
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
	public := p.Status.Public()
	made := render.Badges(public, in.NudgeAfter)
	files, err := render.Pictures(made)
	if err != nil {
		return nil, err
	}
	files["status.json"] = render.RenewStatusFile(public, m.Status, m.Heartbeat)
	for name, data := range files {
		p.Pictures[path.Join(in.Output, name)] = data
	}
	p.fillReadme(m, in, made, public)
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

// fillReadme fills the blocks that the README has.
func (p *Plan) fillReadme(m Material, in Inputs, made []render.Badge, public render.Status) {
	if in.Readme == "" {
		return
	}
	if m.Readme == nil {
		p.note("%s is not there: no block was filled", in.Readme)
		return
	}
	from := path.Dir(in.Readme)
	base := m.PictureURL
	if base == "" {
		base = relative(from, in.Output) + "/"
	}
	link := "learning.toml"
	if len(m.Names) > 0 {
		link = m.Names[0]
	}
	blocks := []struct{ name, content string }{
		{"badges", render.BadgesBlock(made, base, relative(from, link))},
		{"goals", render.GoalsBlock(public)},
		{"recent", render.RecentBlock(m.Log, public)},
	}
	text, filled, faults := m.Readme, 0, 0
	for _, b := range blocks {
		name := in.block(b.name)
		out, found, err := render.FillBlock(text, name, b.content)
		if err != nil {
			p.note("%s, %v: the block stays as it is", in.Readme, err)
			faults++
			continue
		}
		if found {
			text = out
			filled++
		}
	}
	if filled == 0 && faults > 0 {
		return
	}
	if filled == 0 {
		p.note("%s has no line <!-- hone:start %s -->: put it where the badges should stand, with <!-- hone:end %s --> below it", in.Readme, in.block("badges"), in.block("badges"))
		return
	}
	p.Readme = text
}

// block is the name of a README block; with several logs in a repository, each
// has its own.
func (in *Inputs) block(name string) string {
	if in.Name == "" {
		return name
	}
	return in.Name + "/" + name
}

func (p *Plan) note(format string, args ...any) {
	p.Notes = append(p.Notes, fmt.Sprintf(format, args...))
}

// relative returns a path as seen from a folder, with slashes.
func relative(from, to string) string {
	rel, err := filepath.Rel(filepath.FromSlash(from), filepath.FromSlash(to))
	if err != nil {
		return to
	}
	return filepath.ToSlash(rel)
}

// IsOurs reports whether a file of the output folder is one that a run makes.
func IsOurs(name string) bool {
	if name == "status.json" {
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
	want := nudge.Look(m.Log, m.Findings, m.Today, in.NudgeAfter)
	want.Name = in.Name
	return nudge.Plan(want, nil)
}
