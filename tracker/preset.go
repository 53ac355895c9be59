package tracker

import _ "embed"

//go:embed preset/technical-leader.toml
var technicalLeader []byte

// Preset is a ready set of goals.
type Preset struct {
	Name  string
	On    []string // ids of the goals that it starts with
	Goals []*Goal  // all, in order
}

// TechnicalLeader is the set for people who lead by knowing: six goals to start
// with and seven to choose.
func TechnicalLeader() Preset {
	l, findings := Parse([]File{{Name: "preset/technical-leader.toml", Data: technicalLeader}}, nil)
	if Errors(findings) > 0 {
		panic("preset: " + findings[0].String()) // held by a test
	}
	return Preset{
		Name:  "technical-leader",
		On:    []string{"books", "courses", "community", "feedback", "leadership", "self-check"},
		Goals: l.Goals,
	}
}

// goal returns the set's goal of that id, or nil.
func (p Preset) goal(id string) *Goal {
	for _, g := range p.Goals {
		if g.ID == id {
			return g
		}
	}
	return nil
}

// IDs returns the ids of all goals of the set.
func (p Preset) IDs() []string {
	ids := make([]string, len(p.Goals))
	for i, g := range p.Goals {
		ids[i] = g.ID
	}
	return ids
}
