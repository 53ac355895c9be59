package run

import (
	"errors"
	"path"
	"path/filepath"
	"strings"

	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// ErrInvalid is the error of a log with errors: nothing is made of it.
var ErrInvalid = errors.New("the log has errors")

// maxNudges is how many new nudges a run opens.
const maxNudges = 3

// Plan is what a run makes of a log on a day.
type Plan struct {
	Status render.Status // of everything; what is published is its public part
	Files  map[string][]byte
	Blocks []string // blocks filled in the README
	Notes  []string // what a person should know of the plan
	Nudges []Nudge  // issues that are due, at most three
}

// Nudge is an issue that is due for a goal.
type Nudge struct {
	ID string
	words.Nudge
}

// Make plans a run: the pictures, and the README with its blocks filled. A nil
// readme is none. It fails on a log with errors.
func Make(l *tracker.Log, findings []tracker.Finding, today civil.Date, in Inputs, readme []byte) (*Plan, error) {
	if tracker.Errors(findings) > 0 {
		return nil, ErrInvalid
	}
	p := &Plan{Status: render.StatusOf(l, today), Files: map[string][]byte{}}
	public := p.Status.Public()
	made := render.Badges(public, in.NudgeAfter)
	pictures, err := render.Pictures(made)
	if err != nil {
		return nil, err
	}
	for name, data := range pictures {
		p.Files[path.Join(in.Output, name)] = data
	}
	if err := p.readme(made, in, readme); err != nil {
		return nil, err
	}
	if in.Nudge != "off" {
		p.nudges(public, in.NudgeAfter)
	}
	return p, nil
}

// readme fills the blocks of the README.
func (p *Plan) readme(made []render.Badge, in Inputs, readme []byte) error {
	if in.Readme == "" {
		return nil
	}
	if readme == nil {
		p.Notes = append(p.Notes, in.Readme+" is not there: no block was filled")
		return nil
	}
	from := path.Dir(in.Readme)
	block := render.BadgesBlock(made, relative(from, in.Output)+"/", relative(from, "learning.toml"))
	text, found, err := render.FillBlock(readme, "badges", block)
	var fault *render.BlockFault
	switch {
	case errors.As(err, &fault):
		p.Notes = append(p.Notes, in.Readme+": "+fault.Error()+"; it stays as it is")
		return nil
	case err != nil:
		return err
	case !found:
		p.Notes = append(p.Notes, in.Readme+" has no line <!-- hone:start badges -->: put it where the badges should stand, with <!-- hone:end badges --> below it")
		return nil
	}
	p.Files[in.Readme] = text
	p.Blocks = append(p.Blocks, "badges")
	return nil
}

// relative returns a path as seen from a folder, with slashes.
func relative(from, to string) string {
	rel, err := filepath.Rel(filepath.FromSlash(from), filepath.FromSlash(to))
	if err != nil {
		return to
	}
	return filepath.ToSlash(rel)
}

// nudges collects the issues that are due.
func (p *Plan) nudges(public render.Status, after int) {
	for i := range public.Goals {
		s := &public.Goals[i]
		if !s.NudgeDue(after) {
			continue
		}
		if len(p.Nudges) == maxNudges {
			p.Notes = append(p.Notes, "more goals wait for a nudge: three are opened at a time")
			return
		}
		p.Nudges = append(p.Nudges, Nudge{s.ID, words.NudgeFor(s, public.Today, words.Links{})})
	}
}

// IsOurs reports whether a file of the output folder is one that a run makes.
func IsOurs(name string) bool {
	stem, ok := strings.CutPrefix(name, "badge-")
	return ok && (strings.HasSuffix(stem, ".svg") || strings.HasSuffix(stem, ".json"))
}
