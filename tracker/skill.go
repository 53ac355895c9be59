package tracker

// Area is one of the eight areas that skills belong to, from 0.
type Area int

// area is an area with its skills.
type area struct {
	name, title string
	skills      []string
}

var areas = []area{
	{"technical", "Technical proficiency", nil},
	{"leadership", "Leadership", []string{"team-management", "decision-making", "motivation", "mentoring"}},
	{"communication", "Communication", nil},
	{"strategy", "Strategic thinking", nil},
	{"problem-solving", "Problem solving", []string{"root-cause-analysis"}},
	{"business", "Business acumen", []string{"market", "customer-needs", "budgeting", "resource-management"}},
	{"projects", "Project management", []string{"planning", "monitoring", "delivery"}},
	{"people", "People", []string{"empathy", "emotional-intelligence", "conflict-resolution", "collaboration", "networking"}},
}

// NumAreas is the number of areas.
const NumAreas = 8

// AreaNames returns the names of the areas in order.
func AreaNames() []string {
	names := make([]string, len(areas))
	for i, a := range areas {
		names[i] = a.name
	}
	return names
}

// String returns the name that a log uses.
func (a Area) String() string { return areas[a].name }

// Title returns the name for people.
func (a Area) Title() string { return areas[a].title }

// Skills returns the skills that belong to the area out of the box.
func (a Area) Skills() []string { return areas[a].skills }

// builtIn maps each area and each skill known out of the box to its area.
var builtIn = func() map[string]Area {
	m := make(map[string]Area, 32)
	for i, a := range areas {
		m[a.name] = Area(i)
		for _, s := range a.skills {
			m[s] = Area(i)
		}
	}
	return m
}()

// isArea reports whether a skill's name is that of an area.
func isArea(name string) bool {
	a, ok := builtIn[name]
	return ok && areas[a].name == name
}
