package tracker

// BadgeSettings is what a log says of its badges. What it does not say is nil
// or empty, for whoever draws to choose.
type BadgeSettings struct {
	Show    []string          // ids of goals and credentials, and "all" for the whole; nil: every public one
	Style   string            // flat, flat-square, plastic, for-the-badge or social
	Palette string            // aa, shields or classic
	Labels  map[string]string // what a badge calls a goal, a credential or "all", by id
}

// CardSettings is what a log says of its cards. What it does not say is nil or
// empty, for whoever draws to choose.
type CardSettings struct {
	Show       []string          // rings, heatmap, burnup, burnup-GOAL, skills, shelf, year, recent; nil: every one
	Theme      string            // github, high-contrast or colour-blind
	Palette    string            // the hue of amounts: green, blue, purple, orange or pink
	WeekStarts string            // monday or sunday
	Labels     map[string]string // headings, by the name of the card
}
