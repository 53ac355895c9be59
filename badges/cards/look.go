package cards

// A Look is how a card is drawn.
type Look struct {
	Theme  Theme
	Accent Accent
	Scheme Scheme
}

// A Theme is a set of colours for a light and a dark page.
type Theme int

// The themes.
const (
	GitHub       Theme = iota // GitHub's own greys
	HighContrast              // letters, signs and amounts at 7:1 or more
	ColourBlind               // tones that differ for every kind of sight
)

// An Accent is the hue of amounts.
type Accent int

// The accents.
const (
	Green Accent = iota
	Blue
	Purple
	Orange
	Pink
)

// A Scheme says which page a card is for.
type Scheme int

// The schemes.
const (
	Auto Scheme = iota // follows the page's colour scheme; readable where that is not known
	Light
	Dark
)
